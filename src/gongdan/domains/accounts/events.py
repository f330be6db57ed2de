"""What happens to people, teams, roles and the workspace: the audit trail of accounts. Secrets never stand here."""

import hashlib
from datetime import datetime
from typing import Any, Final, Literal

from gongdan.domains.accounts.presence.rosters import ShiftPlan
from gongdan.kernel.events import Event
from gongdan.kernel.text import Name


def key_id(key: str) -> int:
    """The stream id of what is known by a key (teams, roles): 48 bits of its hash. The events name the key."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:6], "big")


class PersonAdded(Event, frozen=True, kw_only=True, tag="person.added"):
    name: str


class PersonChanged(Event, frozen=True, kw_only=True, tag="person.changed"):
    """Name, locale, zone, seconds for which they can take back a reply."""

    before: dict[str, Any]
    after: dict[str, Any]


class MemberAdded(Event, frozen=True, kw_only=True, tag="person.member_added"):
    mail: str


class MemberActivated(Event, frozen=True, kw_only=True, tag="person.member_activated"):
    active: bool
    """False: they can no longer sign in, their sessions and tokens ended, and they stand in for nobody."""


class RolesSet(Event, frozen=True, kw_only=True, tag="person.roles_set"):
    before: tuple[str, ...]
    after: tuple[str, ...]


class TeamsSet(Event, frozen=True, kw_only=True, tag="person.teams_set"):
    before: dict[str, bool]
    """Team → whether they lead it."""
    after: dict[str, bool]


class DutySet(Event, frozen=True, kw_only=True, tag="person.duty_set"):
    """Who manages a member, whether the router may give them work, and what they are skilled in; ``before`` and
    ``after`` hold what changed."""

    before: dict[str, Any]
    after: dict[str, Any]


class PresenceSet(Event, frozen=True, kw_only=True, tag="person.presence_set"):
    before: str
    after: str
    by: str | None = None
    """``hand``, or ``auto``: no page was open, or it came back with a deed."""


class LeaveSet(Event, frozen=True, kw_only=True, tag="person.leave_set"):
    """Somebody is away from ``from_at`` until ``until_at``; open tickets go to the substitute, or back."""

    leave_id: int
    from_at: datetime
    until_at: datetime
    substitute_id: int | None = None


class LeaveCancelled(Event, frozen=True, kw_only=True, tag="person.leave_cancelled"):
    leave_id: int
    until_at: datetime | None = None
    """When it was ended early; None: it never began."""


class PasswordSet(Event, frozen=True, kw_only=True, tag="person.password_set"):
    pass


class PasswordLinkMade(Event, frozen=True, kw_only=True, tag="person.password_link_made"):
    """A member may choose a password by a link, which is not stored. ``mailed``: it went to their address; else it was
    shown to whoever made it."""

    mailed: bool
    expires_at: datetime


class SignedIn(Event, frozen=True, kw_only=True, tag="person.signed_in"):
    way: Literal["password", "link", "guest_link"]
    address: str
    agent: str


class SignInLocked(Event, frozen=True, kw_only=True, tag="person.sign_in_locked"):
    """Failures reached the number from which on the next try must wait."""

    failed: int
    until: datetime
    address: str


class SignInLinkAsked(Event, frozen=True, kw_only=True, tag="person.sign_in_link_asked"):
    """A customer asked for a link to sign in; notifications makes it (``links.sign_in_link``) and mails it. The link
    itself is not stored."""

    mail: str


class SessionsRevoked(Event, frozen=True, kw_only=True, tag="person.sessions_revoked"):
    count: int


class TokenCreated(Event, frozen=True, kw_only=True, tag="person.token_created"):
    token_id: int
    name: str
    scopes: tuple[str, ...]
    expires_at: datetime | None


class TokenRevoked(Event, frozen=True, kw_only=True, tag="person.token_revoked"):
    token_id: int
    name: str


class TeamAdded(Event, frozen=True, kw_only=True, tag="team.added"):
    key: str
    name: Name
    department: str | None
    is_roster: bool


class TeamMembersSet(Event, frozen=True, kw_only=True, tag="team.members_set"):
    """Written along with ``person.teams_set``, so that a team's own stream tells its story."""

    key: str
    joined: dict[int, bool]
    """Person → whether they lead; also who was a member and now leads or no longer does."""
    left: tuple[int, ...]


class RoleAdded(Event, frozen=True, kw_only=True, tag="role.added"):
    key: str
    name: Name
    rights: dict[str, Any]


class RoleChanged(Event, frozen=True, kw_only=True, tag="role.changed"):
    """Its name, or what it grants; what did not change is left out."""

    key: str
    name_before: Name | None = None
    name: Name | None = None
    rights_before: dict[str, Any] | None = None
    rights: dict[str, Any] | None = None


class RoleRemoved(Event, frozen=True, kw_only=True, tag="role.removed"):
    """Nobody bore it any more."""

    key: str
    name: Name
    rights: dict[str, Any]


class TeamChanged(Event, frozen=True, kw_only=True, tag="team.changed"):
    """Its name, department or calendar; ``before`` and ``after`` hold what changed."""

    key: str
    before: dict[str, Any]
    after: dict[str, Any]


class DutyPlanned(Event, frozen=True, kw_only=True, tag="team.duty_planned"):
    """Who of a duty roster is on duty when."""

    key: str
    before: ShiftPlan
    after: ShiftPlan


class RosterRemoved(Event, frozen=True, kw_only=True, tag="team.roster_removed"):
    """Nothing named it any more."""

    key: str
    name: Name
    members: list[int]
    shifts: ShiftPlan


class DepartmentAdded(Event, frozen=True, kw_only=True, tag="workspace.department_added"):
    key: str
    name: Name
    parent: str | None
    head_id: int | None = None


class DepartmentChanged(Event, frozen=True, kw_only=True, tag="workspace.department_changed"):
    """Its name, parent or head; ``before`` and ``after`` hold what changed."""

    key: str
    before: dict[str, Any]
    after: dict[str, Any]


class DepartmentRemoved(Event, frozen=True, kw_only=True, tag="workspace.department_removed"):
    """No team and no department belonged to it any more."""

    key: str
    name: Name


class WorkspaceAdded(Event, frozen=True, kw_only=True, tag="workspace.added"):
    slug: str
    name: str


class WorkspaceAddressed(Event, frozen=True, kw_only=True, tag="workspace.addressed"):
    """It got a host of its own, or lost it, or became the one that is meant where none is named."""

    host_before: str | None = None
    host: str | None = None
    is_default: bool = False


class WorkspaceChanged(Event, frozen=True, kw_only=True, tag="workspace.changed"):
    """What a workspace is called, or the language and zone of what it writes by itself."""

    changed: dict[Literal["name", "locale", "zone"], tuple[str, str]]
    """What → before and after."""


class SetupSkipped(Event, frozen=True, kw_only=True, tag="workspace.setup_skipped"):
    """A step of setting the workspace up was put aside, or taken up again."""

    step: str
    is_skipped: bool


ALL: Final = (
    PersonAdded,
    PersonChanged,
    MemberAdded,
    MemberActivated,
    RolesSet,
    TeamsSet,
    DutySet,
    PresenceSet,
    LeaveSet,
    LeaveCancelled,
    PasswordSet,
    SignedIn,
    SignInLocked,
    SignInLinkAsked,
    PasswordLinkMade,
    SessionsRevoked,
    TokenCreated,
    TokenRevoked,
    TeamAdded,
    TeamMembersSet,
    TeamChanged,
    DutyPlanned,
    RosterRemoved,
    RoleAdded,
    RoleChanged,
    RoleRemoved,
    DepartmentAdded,
    DepartmentChanged,
    DepartmentRemoved,
    WorkspaceAdded,
    WorkspaceAddressed,
    WorkspaceChanged,
    SetupSkipped,
)
