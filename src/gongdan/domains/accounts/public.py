"""What other domains may use of accounts."""

from gongdan.domains.accounts import links, passwords, sessions, tokens
from gongdan.domains.accounts.absence import Attendance, Leave, absent, back
from gongdan.domains.accounts.authority import (
    Authority,
    Grant,
    Scope,
    TicketKeys,
    actions,
    actor,
    guest,
    may,
    may_somewhere,
    nobody,
    system,
)
from gongdan.domains.accounts.commands.credentials import make_token, revoke_token, set_password
from gongdan.domains.accounts.commands.people import NewMember, add_member, set_presence, set_roles, set_teams
from gongdan.domains.accounts.commands.proof import require_proof
from gongdan.domains.accounts.commands.structure import make_department, make_team
from gongdan.domains.accounts.jobs import prune, watch_presence
from gongdan.domains.accounts.lookup import by_person
from gongdan.domains.accounts.queries import (
    Member,
    Team,
    current_release,
    members,
    person_by_mail,
    roles,
    teams,
)
from gongdan.domains.accounts.reach import (
    Audiences,
    Branch,
    Reach,
    audiences,
    branches,
    covers,
    hears,
    predicate,
    reach,
)
from gongdan.domains.accounts.shapes import Directory, MemberInfo, TeamInfo
from gongdan.domains.accounts.workspaces import create_workspace, set_default, set_host
from gongdan.domains.accounts.workspaces.places import Workspace, find_workspace, home_of, named, workspace_of
from gongdan.domains.accounts.writes import mark_seen

__all__ = [
    "Attendance",
    "Audiences",
    "Authority",
    "Branch",
    "Directory",
    "Grant",
    "Leave",
    "Member",
    "MemberInfo",
    "NewMember",
    "Reach",
    "Scope",
    "Team",
    "TeamInfo",
    "TicketKeys",
    "Workspace",
    "absent",
    "actions",
    "actor",
    "add_member",
    "audiences",
    "back",
    "branches",
    "by_person",
    "covers",
    "create_workspace",
    "current_release",
    "find_workspace",
    "guest",
    "hears",
    "home_of",
    "links",
    "make_department",
    "make_team",
    "make_token",
    "mark_seen",
    "may",
    "may_somewhere",
    "members",
    "named",
    "nobody",
    "passwords",
    "person_by_mail",
    "predicate",
    "prune",
    "reach",
    "require_proof",
    "revoke_token",
    "roles",
    "sessions",
    "set_default",
    "set_host",
    "set_password",
    "set_presence",
    "set_roles",
    "set_teams",
    "system",
    "teams",
    "tokens",
    "watch_presence",
    "workspace_of",
]
