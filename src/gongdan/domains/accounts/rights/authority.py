"""Who acts, and with which rights: the one definition of permission as a value (spec 01, permission; spec 08).

An ``Authority`` is built by the session look-up and asked by pure functions; it holds everything that an answer needs,
so no check reads the database.
"""

from typing import Literal, Protocol

import msgspec

from gongdan.domains.accounts.rights.permissions import ACTIONS, FIELD_CLASSES
from gongdan.kernel.events import Actor, Via
from gongdan.kernel.text import DEFAULT_LOCALE

Scope = Literal["own", "participating", "team", "department", "type", "organisation", "all"]
Kind = Literal["staff", "customer", "system"]


class Grant(msgspec.Struct, frozen=True):
    """Actions on the objects of a scope. ``keys`` narrows ``team`` and ``type`` to the teams or types that it names;
    ``type`` without keys covers nothing."""

    actions: frozenset[str]
    scope: Scope
    keys: frozenset[str] = frozenset()


class Authority(msgspec.Struct, frozen=True, kw_only=True):
    workspace_id: int
    person_id: int | None
    """None for the system itself."""
    kind: Kind
    """In which capacity they are here: a member who signs in to the portal is a customer there."""
    name: str
    grants: tuple[Grant, ...]
    teams: frozenset[str]
    led_teams: frozenset[str]
    department_teams: frozenset[str]
    """Teams in the subtrees of the departments that they head or belong to."""
    organisations: frozenset[int]
    """Those that they administer."""
    classes: frozenset[str]
    """Field classes that they may read."""
    only_ticket: int | None = None
    """Of a guest link: this ticket and nothing else."""
    token_id: int | None = None
    scopes: frozenset[str] = frozenset()
    """Of the token."""
    locale: str
    zone: str
    release: int
    """The workspace's current release, as of this request."""
    roles: frozenset[str]

    @property
    def me(self) -> int:
        """The person that they are, where somebody is signed in, as the route's needs say."""
        assert self.person_id is not None
        return self.person_id

    @property
    def bearer(self) -> str:
        """As whom uploads are theirs and addresses of files are made for them: the same person as a member, as a
        customer and behind the link to one ticket are three."""
        if self.person_id is None:
            return "guest"
        return f"{self.kind} {self.person_id}" if self.only_ticket is None else f"ticket {self.only_ticket}"

    @property
    def is_guest(self) -> bool:
        """Nobody is signed in: at most a link to one ticket was followed, which speaks for nothing else."""
        return self.person_id is None or self.only_ticket is not None


class Keys(Protocol):
    """The attributes of an object, of whatever kind, that decide who may do what with it: what grants ask for. What a
    kind of object does not have is None, and within no such scope."""

    @property
    def team(self) -> str | None: ...
    @property
    def type(self) -> str | None: ...
    @property
    def organisation_id(self) -> int | None: ...
    @property
    def participants(self) -> frozenset[int]: ...

    def owners(self, kind: Kind) -> tuple[int | None, ...]:
        """Those whose own it is, if they are here in this capacity."""

    def is_ticket(self, id: int) -> bool:
        """Whether it is this ticket: all that a guest's link opens."""


class TicketKeys(msgspec.Struct, frozen=True):
    """The parts of a ticket that decide who may do what with it."""

    id: int
    team: str | None
    type: str
    assignee_id: int | None
    requester_id: int
    creator_id: int | None
    organisation_id: int | None
    participants: frozenset[int]
    """In any role."""

    def owners(self, kind: Kind) -> tuple[int | None, ...]:
        """A customer's own tickets are those that they asked for; a member's also those that they opened or answer
        for. What somebody does as a member does not follow them to the portal."""
        if kind == "customer":
            return (self.requester_id,)
        return self.requester_id, self.creator_id, self.assignee_id

    def is_ticket(self, id: int) -> bool:
        return self.id == id


def may(authority: Authority, action: str, keys: Keys) -> bool:
    """Whether they may do ``action`` with the object that has these keys."""
    return bool(grounds(authority, action, keys))


def grounds(authority: Authority, action: str, keys: Keys) -> list[Grant]:
    """By which of their grants they may do ``action`` with the object that has these keys: whoever has one, may."""
    if authority.only_ticket is not None and not keys.is_ticket(authority.only_ticket):
        return []
    return [grant for grant in authority.grants if action in grant.actions and _within(authority, grant, keys)]


def may_somewhere(authority: Authority, action: str) -> bool:
    """Whether any grant holds ``action``: for what concerns no ticket, and for showing a button at all."""
    return any(action in grant.actions for grant in authority.grants)


def actions(authority: Authority) -> frozenset[str]:
    """All actions that they may do somewhere."""
    return frozenset().union(*(grant.actions for grant in authority.grants))


def narrowed(authority: Authority, *actions: str) -> Authority:
    """The same, with those of their grants alone that let them do all of these."""
    wanted = set(actions)
    return msgspec.structs.replace(
        authority, grants=tuple(one for one in authority.grants if wanted <= set(one.actions))
    )


def system(workspace_id: int, *, name: str, release: int) -> Authority:
    """The authority of automatic work (timers, rules, router, import): everything in one workspace."""
    return Authority(
        workspace_id=workspace_id,
        person_id=None,
        kind="system",
        name=name,
        grants=(Grant(frozenset(ACTIONS), "all"),),
        teams=frozenset(),
        led_teams=frozenset(),
        department_teams=frozenset(),
        organisations=frozenset(),
        classes=frozenset(FIELD_CLASSES),
        locale=DEFAULT_LOCALE,
        zone="UTC",
        release=release,
        roles=frozenset(),
    )


def guest(workspace_id: int, *, locale: str, zone: str, release: int) -> Authority:
    """The authority of whoever is not signed in: nothing is known of them, and they may see nothing."""
    return Authority(
        workspace_id=workspace_id,
        person_id=None,
        kind="customer",
        name="",
        grants=(),
        teams=frozenset(),
        led_teams=frozenset(),
        department_teams=frozenset(),
        organisations=frozenset(),
        classes=frozenset(),
        locale=locale,
        zone=zone,
        release=release,
        roles=frozenset(),
    )


def nobody(authority: Authority) -> Authority:
    """A guest in the same place: who has only the link to one ticket asks for another as nobody known."""
    return guest(authority.workspace_id, locale=authority.locale, zone=authority.zone, release=authority.release)


def actor(authority: Authority, via: Via) -> Actor:
    """How the log names them."""
    return Actor(kind=authority.kind, person_id=authority.person_id, via=via, token_id=authority.token_id)


def _within(authority: Authority, grant: Grant, keys: Keys) -> bool:
    me = authority.person_id
    match grant.scope:
        case "all":
            return True
        case "own":
            return me is not None and me in keys.owners(authority.kind)
        case "participating":
            return me is not None and (me in keys.participants or me in keys.owners(authority.kind))
        case "team":
            return keys.team in (grant.keys or authority.teams)
        case "department":
            return keys.team in authority.department_teams
        case "type":
            return keys.type in grant.keys
        case "organisation":
            return keys.organisation_id in authority.organisations
