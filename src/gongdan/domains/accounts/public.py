"""What other domains may use of accounts."""

from gongdan.domains.accounts.commands.credentials import make_token, revoke_token, set_password
from gongdan.domains.accounts.commands.people import NewMember, add_member, set_presence
from gongdan.domains.accounts.commands.proof import require_proof
from gongdan.domains.accounts.credentials import links, passwords, sessions, tokens
from gongdan.domains.accounts.credentials.lookup import by_person
from gongdan.domains.accounts.http.shapes import Directory, MemberInfo, TeamInfo
from gongdan.domains.accounts.presence.absence import Attendance, Leave, absent, back
from gongdan.domains.accounts.presence.jobs import prune, watch_presence
from gongdan.domains.accounts.queries import (
    Member,
    Team,
    current_release,
    members,
    person_by_mail,
    teams,
)
from gongdan.domains.accounts.rights.authority import (
    Authority,
    Grant,
    Kind,
    TicketKeys,
    actions,
    actor,
    guest,
    may,
    may_somewhere,
    nobody,
    system,
)
from gongdan.domains.accounts.rights.knowing import (
    Reader,
    Shown,
    Thing,
    custom_fields,
    knows,
    of_staff,
    personal,
    reader_of,
    reader_somewhere,
    said,
    to_staff,
)
from gongdan.domains.accounts.rights.reach import (
    Branch,
    Reach,
    branches,
    covers,
    predicate,
    reach,
)
from gongdan.domains.accounts.workspaces import create_workspace, set_default, set_host
from gongdan.domains.accounts.workspaces.places import Workspace, find_workspace, home_of, workspace_of
from gongdan.domains.accounts.writes import mark_seen

__all__ = [
    "Attendance",
    "Authority",
    "Branch",
    "Directory",
    "Grant",
    "Kind",
    "Leave",
    "Member",
    "MemberInfo",
    "NewMember",
    "Reach",
    "Reader",
    "Shown",
    "Team",
    "TeamInfo",
    "Thing",
    "TicketKeys",
    "Workspace",
    "absent",
    "actions",
    "actor",
    "add_member",
    "back",
    "branches",
    "by_person",
    "covers",
    "create_workspace",
    "current_release",
    "custom_fields",
    "find_workspace",
    "guest",
    "home_of",
    "knows",
    "links",
    "make_token",
    "mark_seen",
    "may",
    "may_somewhere",
    "members",
    "nobody",
    "of_staff",
    "passwords",
    "person_by_mail",
    "personal",
    "predicate",
    "prune",
    "reach",
    "reader_of",
    "reader_somewhere",
    "require_proof",
    "revoke_token",
    "said",
    "sessions",
    "set_default",
    "set_host",
    "set_password",
    "set_presence",
    "system",
    "teams",
    "to_staff",
    "tokens",
    "watch_presence",
    "workspace_of",
]
