"""What the account endpoints take and answer."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, UnsetType

from gongdan.infra.http.bodies import Answer, Id, Mail, PersonName, Request, Secret
from gongdan.kernel.text import Key, Locale, Name

Presence = Literal["available", "away", "offline"]
Zone = Annotated[str, Meta(max_length=64)]
LocalName = Annotated[dict[Locale, PersonName], Meta(min_length=2, max_length=2)]


class SignIn(Request, frozen=True, kw_only=True):
    mail: Annotated[str, Meta(min_length=3, max_length=254)]
    password: Secret
    workspace: Annotated[str, Meta(max_length=63)] | None = None


class Me(Answer, frozen=True, kw_only=True):
    """Who is signed in, to what, and with which rights."""

    person_id: int
    name: str
    mail: str | None
    kind: Literal["staff", "customer"]
    locale: str
    zone: str
    presence: Presence
    offline_by: Literal["hand", "auto"] | None
    """How they came to be offline; of ``auto`` a page asks whether they are back. Null: they are not, or never were
    there."""
    undo_send_s: int
    """Seconds for which they want to be able to take back a reply that they sent; 0: it goes out at once."""
    workspace: str
    workspace_name: str
    only_ticket: str | None
    """Behind the link to one ticket: its number. Then there is no name and no address here: nobody is signed in."""
    teams: list[str]
    led_teams: list[str]
    roles: list[str]
    permissions: list[str]
    """Actions that they may do somewhere; the server decides again each time."""
    csrf: str
    """Goes back as ``X-CSRF-Token`` with every change."""


class SetMe(Request, frozen=True, kw_only=True):
    locale: Locale | None = None
    zone: Zone | None = None
    presence: Presence | None = None
    undo_send_s: Annotated[int, Meta(ge=0, le=30)] | None = None


class SignInLink(Request, frozen=True, kw_only=True):
    mail: Mail


class RedeemLink(Request, frozen=True, kw_only=True):
    token: Annotated[str, Meta(min_length=10, max_length=1_000)]


class SetPassword(Request, frozen=True, kw_only=True):
    """``current`` is asked for when the password is one's own."""

    password: Secret
    current: Annotated[str, Meta(max_length=256, extra={"form": "raw"})] | None = None
    end_others: bool = True
    """Sign out everywhere else, and let one's tokens open nothing any more. A password that somebody else sets always
    does."""


class PasswordLink(Request, frozen=True, kw_only=True):
    token: Annotated[str, Meta(min_length=10, max_length=1_000)]


class ChoosePassword(Request, frozen=True, kw_only=True):
    """The token of the link that one was sent, and the password that one wants."""

    token: Annotated[str, Meta(min_length=10, max_length=1_000)]
    password: Secret


class PasswordLinkFor(Answer, frozen=True, kw_only=True):
    """Whom the link is for."""

    name: str
    mail: str
    workspace_name: str


class Prove(Request, frozen=True, kw_only=True):
    """One's password, shown again."""

    password: Secret


class SessionInfo(Answer, frozen=True, kw_only=True):
    id: str
    created_at: datetime
    expires_at: datetime
    agent: str
    address: str
    current: bool
    """The one that asks."""


class MakeToken(Request, frozen=True, kw_only=True):
    name: PersonName
    scopes: Annotated[list[Literal["all", "read", "tickets:write", "admin"]], Meta(min_length=1, max_length=4)]
    expires_at: datetime | None = None


class TokenInfo(Answer, frozen=True, kw_only=True):
    id: int
    person_id: int
    name: str
    scopes: list[str]
    created_at: datetime
    last_used_on: date | None
    expires_at: datetime | None


class TokenMade(Answer, frozen=True, kw_only=True):
    token: str
    """Shown this once."""


class Skill(Request, frozen=True, kw_only=True):
    """``level``: routing rules ask for at least so much. It counts until the end of ``expires_on``, where a certificate
    runs out."""

    level: Annotated[int, Meta(ge=1, le=10)]
    expires_on: date | None = None


class AddMember(Request, frozen=True, kw_only=True):
    name: PersonName
    mail: Mail
    locale: Locale | None = None
    zone: Zone | None = None
    """By default as the workspace's."""
    password: Secret | None = None
    roles: Annotated[list[Key], Meta(max_length=50)] = []
    teams: Annotated[dict[Key, bool], Meta(max_length=200)] = {}
    """Team → whether they lead it."""


class SetMember(Request, frozen=True, kw_only=True):
    """What is left out stays; ``roles``, ``teams`` and ``skills`` replace what was."""

    name: PersonName | UnsetType = UNSET
    mail: Mail | UnsetType = UNSET
    """They sign in with it from then on; links that went to the old one are worth nothing."""
    active: bool | UnsetType = UNSET
    roles: Annotated[list[Key], Meta(max_length=50)] | UnsetType = UNSET
    teams: Annotated[dict[Key, bool], Meta(max_length=200)] | UnsetType = UNSET
    manager_id: Id | UnsetType | None = UNSET
    """Whom notices for "the manager" go to."""
    calendar: Key | UnsetType | None = UNSET
    """Of the policy: its hours are their shift. Null: the shift is that of their teams."""
    routable: bool | UnsetType = UNSET
    """Whether the router may give them work."""
    skills: Annotated[dict[Key, Skill], Meta(max_length=50)] | UnsetType = UNSET


class SetLeave(Request, frozen=True, kw_only=True):
    """From ``from_at`` until before ``until_at``, at most a year."""

    from_at: Annotated[datetime, Meta(tz=True)]
    until_at: Annotated[datetime, Meta(tz=True)]
    substitute_id: Id | None = None
    """Who takes what has to be worked on meanwhile."""


class LeaveDetail(Answer, frozen=True, kw_only=True):
    id: int
    from_at: datetime
    until_at: datetime
    substitute_id: int | None


class MemberDetail(Answer, frozen=True, kw_only=True):
    id: int
    name: str
    mail: str
    active: bool
    presence: Presence
    teams: list[str]
    led_teams: list[str]
    roles: list[str]
    manager_id: int | None
    calendar: str | None
    """Whose hours are their shift; null: that of their teams."""
    routable: bool
    """Whether the router may give them work."""
    skills: dict[str, Skill]
    has_password: bool
    """False: they were never let in by a link that they used, nor given a password."""


class MemberInfo(Answer, frozen=True, kw_only=True):
    id: int
    name: str
    teams: list[str]
    presence: Presence
    active: bool
    """False: they left, and old tickets still name them."""


class TeamInfo(Answer, frozen=True, kw_only=True):
    key: Key
    name: Name
    department: str | None


class Directory(Answer, frozen=True, kw_only=True):
    """Names of everything that tickets refer to by key or id: loaded once by the web app, again when a release or the
    people change (``release`` and the stream say so)."""

    release: int
    types: list[dict[str, Any]]
    categories: list[dict[str, Any]]
    priorities: list[dict[str, Any]]
    statuses: dict[str, list[dict[str, Any]]]
    """Workflow hash → its statuses (key, name, phase, colour, goal)."""
    fields: list[dict[str, Any]]
    templates: list[dict[str, Any]]
    """Ticket templates that members are offered."""
    levels: list[dict[str, Any]]
    work_kinds: list[dict[str, Any]]
    """What recorded time is spent on."""
    automations: list[dict[str, Any]]
    routing: list[dict[str, Any]]
    """The routing rules."""
    teams: list[TeamInfo]
    members: list[MemberInfo]
