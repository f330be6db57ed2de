"""What other domains may use of accounts."""

from gongdan.domains.accounts.commands.credentials import make_token, revoke_token, set_password
from gongdan.domains.accounts.commands.departments import change_department, departments
from gongdan.domains.accounts.commands.duty import set_duty
from gongdan.domains.accounts.commands.invitations import invite, never_invited
from gongdan.domains.accounts.commands.leaves import pass_on_standing_in
from gongdan.domains.accounts.commands.people import (
    NewMember,
    add_member,
    set_active,
    set_person,
    set_presence,
    set_roles,
    set_teams,
)
from gongdan.domains.accounts.commands.proof import Fresh, require_proof
from gongdan.domains.accounts.commands.roles import roles
from gongdan.domains.accounts.commands.rosters import remove as remove_roster
from gongdan.domains.accounts.credentials import links, passwords, sessions, tokens
from gongdan.domains.accounts.credentials.lookup import by_people, by_person
from gongdan.domains.accounts.http.shapes import Directory, MemberInfo, TeamInfo
from gongdan.domains.accounts.presence.absence import Attendance, Away, Leave, absent, away, back
from gongdan.domains.accounts.presence.jobs import prune, watch_presence
from gongdan.domains.accounts.presence.members import staff_of, staff_rows
from gongdan.domains.accounts.presence.rosters import ON_DUTY, SHIFTS
from gongdan.domains.accounts.presence.staff import Reached, Staff
from gongdan.domains.accounts.queries import (
    HeldSkill,
    Member,
    Team,
    current_release,
    members,
    members_by_mail,
    person_by_mail,
    teams,
)
from gongdan.domains.accounts.rights.access import require_teams
from gongdan.domains.accounts.rights.authority import (
    Authority,
    Grant,
    Kind,
    TicketKeys,
    actions,
    actor,
    grounds,
    guest,
    may,
    may_somewhere,
    narrowed,
    nobody,
    system,
)
from gongdan.domains.accounts.rights.knowing import (
    PERSONAL,
    SENSITIVE,
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
from gongdan.domains.accounts.workspaces.changing import skip_step, skipped_steps
from gongdan.domains.accounts.workspaces.places import Workspace, find_workspace, home_of, workspace_of
from gongdan.domains.accounts.writes import mark_seen, record

__all__ = [
    "ON_DUTY",
    "PERSONAL",
    "SENSITIVE",
    "SHIFTS",
    "Attendance",
    "Authority",
    "Away",
    "Branch",
    "Directory",
    "Fresh",
    "Grant",
    "HeldSkill",
    "Kind",
    "Leave",
    "Member",
    "MemberInfo",
    "NewMember",
    "Reach",
    "Reached",
    "Reader",
    "Shown",
    "Staff",
    "Team",
    "TeamInfo",
    "Thing",
    "TicketKeys",
    "Workspace",
    "absent",
    "actions",
    "actor",
    "add_member",
    "away",
    "back",
    "branches",
    "by_people",
    "by_person",
    "change_department",
    "covers",
    "create_workspace",
    "current_release",
    "custom_fields",
    "departments",
    "find_workspace",
    "grounds",
    "guest",
    "home_of",
    "invite",
    "knows",
    "links",
    "make_token",
    "mark_seen",
    "may",
    "may_somewhere",
    "members",
    "members_by_mail",
    "narrowed",
    "never_invited",
    "nobody",
    "of_staff",
    "pass_on_standing_in",
    "passwords",
    "person_by_mail",
    "personal",
    "predicate",
    "prune",
    "reach",
    "reader_of",
    "reader_somewhere",
    "record",
    "remove_roster",
    "require_proof",
    "require_teams",
    "revoke_token",
    "roles",
    "said",
    "sessions",
    "set_active",
    "set_default",
    "set_duty",
    "set_host",
    "set_password",
    "set_person",
    "set_presence",
    "set_roles",
    "set_teams",
    "skip_step",
    "skipped_steps",
    "staff_of",
    "staff_rows",
    "system",
    "teams",
    "to_staff",
    "tokens",
    "watch_presence",
    "workspace_of",
]
