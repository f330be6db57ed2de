"""What a *subject* is: one thing that can be true of a ticket and happen to it, such as its rating (spec 11.1).

A domain declares each of its subjects as data, in one module: what can happen, what can be asked, who may know of it.
Wiring lists the declarations; ``Subjects`` is that list, compiled. Nothing else knows which subjects there are.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar

import msgspec

from gongdan.domains.accounts.public import Thing
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.actions import UnknownAction
from gongdan.domains.bundle.section import Finding, Surroundings
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.facet import Facet
from gongdan.domains.tickets.engine.meaning import CustomerLetter, Meaning
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.engine.sight import Shown, Values, happening, to_all, to_staff
from gongdan.domains.tickets.errors import TicketAway, TicketClosed
from gongdan.domains.tickets.fields.contribution import Contribution
from gongdan.domains.tickets.fields.narrator import Narrator
from gongdan.domains.workflow.errors import NotReady
from gongdan.kernel.errors import Forbidden, Refusal
from gongdan.kernel.events import Actor, Event, Logged
from gongdan.kernel.text import Name

if TYPE_CHECKING:
    from gongdan.domains.tickets.engine.rules import Rules


class Intent(msgspec.Struct, frozen=True, kw_only=True):
    """What can be asked of a ticket, by a person, a rule or a timer."""


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """Who decides, under which rules, when. ``relations``: what they are to this ticket (``assignee``, ``lead`` …)."""

    rules: "Rules"
    actor: Actor
    relations: frozenset[str]
    now: datetime
    silent: bool = False
    """The customer is told nothing of it by rule: whoever asked wants it so."""

    @property
    def is_upkeep(self) -> bool:
        """Whether the system records what happened, and no rule of the policy wants it."""
        return self.actor.kind == "system" and self.actor.rule is None

    @property
    def me(self) -> int:
        """Who acts, where it is a person."""
        return self.actor.person_id or 0


Fold = Callable[[Ticket, Any, datetime], Mapping[str, Any]]
"""(ticket, event, at) → the columns of the ticket that the event changes."""

Rule = Callable[[Case, Any, Context], Sequence[Event]]
"""(case, intent, context) → what happens; raises a Refusal."""

Changes = Callable[[Any, Ticket], Mapping[str, tuple[Any, Any]]]
"""(event, ticket after it) → condition field → (before, after), for automations that ask what changed."""

Touches = Callable[[Any], frozenset[str]]
"""What of an event collides with a command whose author had not seen it: names of what was touched, or nothing."""


Named = Callable[[Values], Iterable[Any]]
"""(values) → persons by id, or as receivers ``person:<id>``; whatever else stands among them is nobody."""

Says = Callable[[Values, Narrator], str]
"""(values as this reader is shown them, narrator) → what the timeline says happened, beginning with its verb."""


def plainly(key: str) -> Says:
    """A text of the catalogue, filled with the event's own values."""
    return lambda values, narrator: narrator.say(key, values)


def no_columns(ticket: Ticket, event: Any, at: datetime) -> Mapping[str, Any]:
    return {}


def no_changes(event: Any, ticket: Ticket) -> Mapping[str, tuple[Any, Any]]:
    return {}


def touches_nothing(event: Any) -> frozenset[str]:
    return frozenset()


class Restores(msgspec.Struct, frozen=True, kw_only=True):
    """Undoing the event restores columns of the ticket as they stood before it, those that nobody changed since;
    ``fields``, ``tags`` and ``participants`` entry by entry."""

    columns: tuple[str, ...]
    bound: Mapping[str, tuple[str, ...]] = {}
    """Column → those that must not have changed since either, for it to be restored."""
    along: tuple[str, ...] = ()
    """What follows from the columns: restored with them, or left without a word."""


class Lasts(msgspec.Struct, frozen=True):
    """Undoing what a command did leaves the event as it is, and why: something was ``said`` or ``told``, ``time`` did
    it, it is a ``word`` of somebody's own, or a ``record`` of what happened that changes nothing to be restored."""

    why: Literal["said", "told", "time", "word", "record"]


class EventKind(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of event, and everything that the rest of the system must know of it."""

    event: type[Event]
    opens: Callable[[Logged[Any]], Ticket] | None = None
    """Of the event that a ticket's log begins with: the ticket that it makes."""
    fold: Fold = no_columns
    changes: Changes = no_changes
    touches: Touches = touches_nothing
    reverse: Restores | Lasts = Lasts("record")
    """What undoing it restores, or why it can't be undone."""
    shown: Shown[Values] = to_all
    """Who may know of it, and of which of its values. Sensitive custom fields are masked in any case."""
    says: Says | None = None
    """How the timeline says it; None: it shows by itself, as a message does."""
    people: Named | None = None
    """Whom its values hold by id."""
    tickets: Named | None = None
    """Which other tickets its values hold by id: they are named to who may see them."""


class IntentKind(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of intent, and the rule that decides it."""

    intent: type[Intent]
    rule: Rule
    when_closed: bool = False
    """Whether a closed ticket takes it too (spec 02)."""
    when_away: bool = False
    """Whether one in the trash or among spam does."""


class Guard(msgspec.Struct, frozen=True, kw_only=True):
    """What must hold before a kind of event happens, whoever asks for it and on whatever path: a person, the API, a
    bulk change, a mail, a timer, an automation. Undoing is the one exception (spec 11.4)."""

    event: type[Event]
    check: Callable[[Case, Any, Context], None]
    """(case, the event that is about to happen, context): raises the refusal."""


WhyNot = Callable[[Case, Context], str | None]
"""(case, context) → the code of the refusal that an action would meet now, for what the ticket is and what they are to
it; None: none. Capacity and required fields are not asked: a person mends them."""


class ActionSpot(msgspec.Struct, frozen=True, kw_only=True):
    """Where an action stands in a policy that is not published yet, and what it may name."""

    path: str
    entry: Any
    """The entry of the section, such as the workflow or the automation."""
    bundle: PolicyBundle
    around: Surroundings


def sound(action: Any, spot: ActionSpot) -> Iterable[Finding]:
    return ()


class ActionKind(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of action that the policy may name, in automations, limits and ladders, and what it means here."""

    action: type[Any]
    intents: Callable[[Any, Case, "Rules", datetime], Iterable[Intent]]
    """(action, case, rules, now) → what it wants of this ticket."""
    sentence: Name
    """What it does, for people; ``{member}`` stands for a value of the action."""
    lint: Callable[[Any, ActionSpot], Iterable[Finding]] = sound
    """What is wrong with it where it stands: keys, values and receivers that there are not."""


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """An action that a person may take on a ticket."""

    action: str
    """The key under which ``allowed`` tells of it; as permissions name it (spec 08), unless ``right`` does."""
    right: str | None = None
    why_not: WhyNot
    when_away: bool = False
    """Whether it can be asked for of what lies in the trash or among spam."""


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    events: tuple[EventKind, ...] = ()
    intents: tuple[IntentKind, ...] = ()
    guards: tuple[Guard, ...] = ()
    """What it asks of events of any subject before they happen."""
    actions: tuple[ActionKind, ...] = ()
    offers: tuple[Offer, ...] = ()
    facets: tuple[Facet[Any], ...] = ()
    """What is kept beside the ticket's row."""
    fields: tuple[Contribution, ...] = ()
    """What conditions may ask of it."""
    meanings: tuple[Meaning, ...] = ()
    """What members are told of events."""
    letters: tuple[CustomerLetter, ...] = ()
    """What the requester is told of events."""
    ripple: Callable[[Ticket, Logged[Any]], Ticket] | None = None
    """What an event of any subject does to the columns of this one: (ticket after the event, event) → ticket."""


class Subjects:
    """All subjects, compiled once.

    Raises:
        ValueError: an event, an intent, an offer or a field is declared twice.
    """

    def __init__(self, subjects: Iterable[Subject]) -> None:
        self.all: Final = tuple(subjects)
        events = [kind for subject in self.all for kind in subject.events]
        self.events: Final = _by_key((str(kind.event.__struct_config__.tag), kind) for kind in events)
        self.intents: Final = _by_key((kind.intent, kind) for subject in self.all for kind in subject.intents)
        self.actions: Final = _by_key((kind.action, kind) for subject in self.all for kind in subject.actions)
        self.offers: Final = _by_key((offer.action, offer) for subject in self.all for offer in subject.offers)
        self.meanings: Final = tuple(one for subject in self.all for one in subject.meanings)
        self.letters: Final = _by_key((one.event, one) for subject in self.all for one in subject.letters)
        self.facets: Final = tuple(facet for subject in self.all for facet in subject.facets)
        self.fields: Final = _by_key((field.key, field) for subject in self.all for field in subject.fields)
        self._folding = tuple(facet for facet in self.facets if facet.fold is not None)
        self._decoders = {kind: msgspec.json.Decoder(one.event) for kind, one in self.events.items()}
        self._folds = {one.event: one.fold for one in self.events.values()}
        self._ripples = tuple(one.ripple for one in self.all if one.ripple is not None)
        self.restored: Final = frozenset(
            name
            for one in self.events.values()
            if isinstance(one.reverse, Restores)
            for name in (*one.reverse.columns, *one.reverse.along)
        )
        self._guards: dict[type[Event], list[Guard]] = {}
        for guard in (one for subject in self.all for one in subject.guards):
            self._guards.setdefault(guard.event, []).append(guard)
        self._opens = {one.event: one.opens for one in self.events.values() if one.opens is not None}

    def fold(self, ticket: Ticket | None, logged: Logged[Any]) -> Ticket:
        """The ticket after one more event, in the order of ``seq``; the first opens it. An event of no subject changes
        nothing but the version."""
        event = logged.event
        if ticket is None:
            if type(event) not in self._opens:
                raise ValueError(f"no ticket's log begins with {event.kind}")
            return self._opens[type(event)](logged)
        change = self._folds.get(type(event), no_columns)(ticket, event, logged.at)
        after = msgspec.structs.replace(ticket, **change, updated_at=logged.at, version=logged.seq)
        for ripple in self._ripples:
            after = ripple(after, logged)
        return after

    def after(self, case: Case, logged: Logged[Any]) -> Case:
        """The case after one more event."""
        ticket = self.fold(case.ticket, logged)
        if not self._folding:
            return msgspec.structs.replace(case, ticket=ticket)
        folded = {facet: facet.fold(case[facet], logged) for facet in self._folding if facet.fold is not None}
        return msgspec.structs.replace(case, ticket=ticket, facets={**case.facets, **folded})

    def decide(self, case: Case, intent: Intent, context: Context) -> Sequence[Event]:
        """The events that ``intent`` causes, each let through by its guards. A closed ticket takes nothing but what its
        window allows (spec 02), one that is away nothing but being taken out."""
        kind = self.intents[type(intent)]
        if not kind.when_away and case.ticket is not None and case.ticket.is_away and not context.is_upkeep:
            raise TicketAway(number=case.ticket.number)
        if not kind.when_closed and case.ticket is not None and case.ticket.phase == "closed":
            raise TicketClosed(number=case.ticket.number)
        events = kind.rule(case, intent, context)
        for event in events:
            for guard in self._guards.get(type(event), ()):
                guard.check(case, event, context)
        return events

    def decode(self, kind: str, body: bytes) -> Event | None:
        """An event as it stands in the log; None when no subject knows the kind."""
        decoder = self._decoders.get(kind)
        return decoder.decode(body) if decoder is not None else None

    def touches(self, kind: str, body: bytes) -> frozenset[str]:
        """What a stored event touched, by name."""
        event = self.decode(kind, body)
        return self.events[kind].touches(event) if event is not None else frozenset()

    def changes(self, event: Event, ticket: Ticket) -> Mapping[str, tuple[Any, Any]]:
        kind = self.events.get(event.kind)
        return kind.changes(event, ticket) if kind is not None else {}

    def meant_by(self, action: Any, case: Case, rules: "Rules", now: datetime) -> Iterable[Intent]:
        """What an action of the policy wants of this ticket; one of no subject, such as of a newer release, nothing."""
        kind = self.actions.get(type(action))
        return kind.intents(action, case, rules, now) if kind is not None else ()

    def faults_of(self, action: Any, spot: ActionSpot) -> Iterable[Finding]:
        """What is wrong with an action of a policy. One that nobody knows does nothing, and is worth a warning."""
        kind = self.actions.get(type(action))
        if kind is None:
            return (Finding(path=spot.path, code="action_unknown", severity="warning", params=named(action)),)
        return kind.lint(action, spot)

    def happening(self, kind: str, values: Values, sensitive: frozenset[str]) -> Thing[Values]:
        """An event as a thing that may be known (``knows``); one of no subject is for the staff. ``sensitive``: the
        custom fields to be masked in it."""
        known = self.events.get(kind)
        return happening(values, to_staff if known is None else known.shown, sensitive)

    @property
    def told_outside(self) -> tuple[str, ...]:
        """Kinds of events of which somebody who does not read internal notes may know."""
        return tuple(kind for kind, one in self.events.items() if one.shown is not to_staff)

    def said(self, kind: str, values: Values, narrator: Narrator) -> str:
        """What the timeline says of an event, from what its reader is shown of it."""
        known = self.events.get(kind)
        if known is None:
            return narrator.say("events.unknown", kind=kind)
        return known.says(values, narrator) if known.says is not None else ""

    def people_in(self, kind: str, values: Callable[[], Values]) -> set[int]:
        """Whom an event holds by id. Its values are asked for only where it can hold somebody."""
        known = self.events.get(kind)
        if known is None or known.people is None:
            return set()
        ids = (str(who).removeprefix("person:") for who in known.people(values()) if who is not None)
        return {int(id) for id in ids if id.isdecimal()}

    def tickets_in(self, kind: str, values: Callable[[], Values]) -> set[int]:
        """Which other tickets an event holds by id."""
        known = self.events.get(kind)
        if known is None or known.tickets is None:
            return set()
        return {id for id in known.tickets(values()) if id is not None}

    def allowed(self, case: Case, context: Context, may: Callable[[str], bool]) -> dict[str, Literal[True] | str]:
        """Action → true, or the code of the refusal that it would meet now. ``may`` asks for their rights."""
        found: dict[str, Literal[True] | str] = {}
        for action, offer in self.offers.items():
            why = offer.why_not(case, context) if may(offer.right or action) else Forbidden.code
            if why is None and case.live.is_away and not offer.when_away:
                why = TicketAway.code
            found[action] = why or True
        return found


def named(action: Any) -> dict[str, str]:
    """The kind of an action that no subject knows."""
    kind = action.was.get("do") if isinstance(action, UnknownAction) else action.__struct_config__.tag
    return {"key": str(kind)}


NOTHING_TO_DO: Final = "ticket.nothing_to_do"
"""Why an action is not offered that would be taken and change nothing."""


def unless_closed(case: Case, context: Context) -> str | None:
    return TicketClosed.code if case.live.phase == "closed" else None


def unless_refused(asks: Callable[[Case, Context], Intent]) -> WhyNot:
    """The refusal of the rule itself."""

    def why_not(case: Case, context: Context) -> str | None:
        try:
            events = context.rules.subjects.decide(case, asks(case, context), context)
        except NotReady:
            return None
        except Refusal as refusal:
            return refusal.code
        return None if events else NOTHING_TO_DO

    return why_not


K = TypeVar("K")
V = TypeVar("V")


def _by_key(pairs: Iterable[tuple[K, V]]) -> dict[K, V]:
    found: dict[K, V] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"{key} is declared twice")
        found[key] = value
    return found
