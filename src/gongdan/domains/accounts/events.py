"""What happens to people, teams, roles and the workspace: the audit trail of accounts. Secrets never stand here."""

import hashlib
from datetime import datetime
from typing import Any, Final, Literal

from gongdan.kernel.events import Event
from gongdan.kernel.text import Name


def key_id(key: str) -> int:
    """The stream id of what is known by a key (teams, roles): 48 bits of its hash. The events name the key."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:6], "big")


class PersonAdded(Event, frozen=True, kw_only=True, tag="person.added"):
    name: str


class PersonChanged(Event, frozen=True, kw_only=True, tag="person.changed"):
    """Name, locale, zone."""

    before: dict[str, Any]
    after: dict[str, Any]


class MemberAdded(Event, frozen=True, kw_only=True, tag="person.member_added"):
    mail: str


class MemberActivated(Event, frozen=True, kw_only=True, tag="person.member_activated"):
    active: bool
    """False: they can no longer sign in, and their sessions and tokens ended."""


class RolesSet(Event, frozen=True, kw_only=True, tag="person.roles_set"):
    before: tuple[str, ...]
    after: tuple[str, ...]


class TeamsSet(Event, frozen=True, kw_only=True, tag="person.teams_set"):
    before: dict[str, bool]
    """Team → whether they lead it."""
    after: dict[str, bool]


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


class PasswordSet(Event, frozen=True, kw_only=True, tag="person.password_set"):
    pass


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


class DepartmentAdded(Event, frozen=True, kw_only=True, tag="workspace.department_added"):
    key: str
    name: Name
    parent: str | None


class WorkspaceAdded(Event, frozen=True, kw_only=True, tag="workspace.added"):
    slug: str
    name: str


class WorkspaceAddressed(Event, frozen=True, kw_only=True, tag="workspace.addressed"):
    """It got a host of its own, or lost it, or became the one that is meant where none is named."""

    host_before: str | None = None
    host: str | None = None
    is_default: bool = False


ALL: Final = (
    PersonAdded,
    PersonChanged,
    MemberAdded,
    MemberActivated,
    RolesSet,
    TeamsSet,
    PresenceSet,
    LeaveSet,
    LeaveCancelled,
    PasswordSet,
    SignedIn,
    SignInLocked,
    SignInLinkAsked,
    SessionsRevoked,
    TokenCreated,
    TokenRevoked,
    TeamAdded,
    TeamMembersSet,
    RoleAdded,
    DepartmentAdded,
    WorkspaceAdded,
    WorkspaceAddressed,
)
