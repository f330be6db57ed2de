"""Taking a command back (spec 11.4, undo). The log is the record: what stood before an event is what its log folds to
until then. A subject says of each of its events what undoing it restores (``Restores``); nothing else is known here.

Workflows guard no undo, and no rule answers it. Nothing that was said or told is taken back.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import msgspec

from gongdan.domains.tickets import errors
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.facet import Facet
from gongdan.domains.tickets.engine.model import ENDED, Ticket
from gongdan.domains.tickets.engine.rules import Rules
from gongdan.domains.tickets.engine.sight import Values, to_staff
from gongdan.domains.tickets.engine.subject import (
    Context,
    EventKind,
    Intent,
    IntentKind,
    Lasts,
    Offer,
    Restores,
    Subject,
    Subjects,
    unless_refused,
)
from gongdan.domains.tickets.fields.narrator import Narrator
from gongdan.kernel.errors import Forbidden
from gongdan.kernel.events import Event, Logged

OWN_FOR: Final = timedelta(minutes=10)
"""So long everybody may take back what they did."""
LEADS_FOR: Final = timedelta(days=30)
"""So long leads may take back what anybody did to their tickets."""

UNDO: Final = "ticket.undo"

_LEADS: Final = frozenset({"lead", "administrator", "system"})
_BY_ENTRY: Final = ("fields", "tags", "participants")
_NOTHING: Final = Restores(columns=())


def undo_lasts(relations: Collection[str]) -> timedelta:
    """For how long somebody of these relations to the ticket may take back what they did."""
    return OWN_FOR if _LEADS.isdisjoint(relations) else LEADS_FOR


class TicketUndone(Event, frozen=True, kw_only=True, tag="ticket.undone"):
    """What the event ``of`` changed stands as before it. Columns of the ticket, custom fields as ``fields.<key>``."""

    of: int
    undone: str
    """The kind of that event."""
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    skipped: tuple[str, ...] = ()
    """What somebody changed since, and stays as they left it."""


class UndoTold(msgspec.Struct, frozen=True):
    """What a command of undoing did, by names: columns of the ticket, custom fields as ``fields.<key>``."""

    undone: tuple[str, ...]
    stays: tuple[str, ...]
    """What somebody changed since."""


def told_of(events: Sequence[Logged[Any]]) -> UndoTold:
    found = [one.event for one in events if isinstance(one.event, TicketUndone)]
    undone = {name for event in found for name in event.after}
    stays = {name for event in found for name in event.skipped} - undone
    return UndoTold(tuple(sorted(undone)), tuple(sorted(stays)))


class Undo(Intent, frozen=True):
    """Take back what a command did to the ticket, last event first. The case has its ``HISTORY``."""

    command_id: int
    asked_at: datetime
    """When somebody asked for it: long work may come to the ticket later."""


HISTORY: Final[Facet[Logged[Any]]] = Facet("history", Logged, None)
"""Every event of the ticket, oldest first."""

RELEASES: Final[Facet[Rules]] = Facet("releases", Rules, None)
"""The releases that its ``HISTORY`` names, but for the one in force."""


class _Step(msgspec.Struct, frozen=True):
    logged: Logged[Any]
    changed: dict[str, tuple[Any, Any]]
    """Name → (before, after), of everything that can be restored."""


def undone_ids(history: Sequence[Logged[Any]]) -> set[int]:
    """The events that do not count any more: they were undone, and that was not undone in turn."""
    return set(undoings(history))


def undoings(history: Sequence[Logged[Any]]) -> dict[int, TicketUndone]:
    """The same, each with what undid it last."""
    found: dict[int, TicketUndone] = {}
    for one in reversed(history):  # whatever undid it, and counts itself, is later
        if isinstance(one.event, TicketUndone) and one.id not in found:
            found.setdefault(one.event.of, one.event)
    return found


def what_counts(history: Sequence[Logged[Any]], undone: Mapping[int, TicketUndone]) -> list[Logged[Any]]:
    """The history as if what is ``undone`` had never been. An event of which a part stays is in it: ``fold_rest``."""

    def is_gone(one: Logged[Any]) -> bool:
        return isinstance(one.event, TicketUndone) or (one.id in undone and not undone[one.id].skipped)

    return [one for one in history if not is_gone(one)]


def fold_rest(subjects: Subjects, undone: Mapping[int, TicketUndone]) -> Callable[[Ticket | None, Logged[Any]], Ticket]:
    """The ticket after one more event of ``what_counts``; of one that was undone in part, after what stays of it."""

    def fold(ticket: Ticket | None, one: Logged[Any]) -> Ticket:
        after = subjects.fold(ticket, one)
        if ticket is None or one.id not in undone:
            return after
        names = undone[one.id].after
        back = {name: getattr(ticket, name) for name in map(_column, names) if name != "fields"}
        keys = {name.removeprefix("fields.") for name in names if _column(name) == "fields"}
        fields = {key: value for key, value in after.fields.items() if key not in keys}
        fields |= {key: value for key, value in ticket.fields.items() if key in keys}
        return msgspec.structs.replace(after, **back, fields=fields)

    return fold


def deed(history: Sequence[Logged[Any]], of: int | None, person_id: int | None) -> int:
    """The command that the event ``of`` belongs to; without one, the last command of this person that changed anything
    which can be taken back.

    Raises:
        NothingToUndo: there is none.
    """
    undone, opening = undone_ids(history), _opening(history)
    for one in reversed(history):
        is_theirs = one.actor.person_id == person_id and one.command_id != opening
        is_meant = one.id == of if of is not None else is_theirs and one.id not in undone
        if is_meant and (of is not None or not isinstance(one.event, TicketUndone)):
            return int(one.command_id)
    raise errors.NothingToUndo()


def stood_before(
    history: Sequence[Logged[Any]], command_id: int, person_id: int | None, subjects: Subjects
) -> Ticket | None:
    """The ticket as it stood before a command of this person; None: it is somebody else's, or nothing stood before."""
    ticket: Ticket | None = None
    for one in history if _opening(history) is not None else ():
        if one.command_id == command_id:
            return ticket if person_id is not None and one.actor.person_id == person_id else None
        ticket = subjects.fold(ticket, one)
    return None


def _opening(history: Sequence[Logged[Any]]) -> int | None:
    """The command that opened the ticket. It is not taken back, and neither is what the opening decided: without its
    team nobody would have it."""
    return history[0].command_id if history and history[0].seq == 1 else None


def _undo(case: Case, intent: Undo, context: Context) -> Sequence[Event]:
    history, subjects = case[HISTORY], context.rules.subjects
    deeds = [one for one in history if one.command_id == intent.command_id]
    if not deeds or _opening(history) in (None, intent.command_id):
        raise errors.NothingToUndo()
    _check_may(deeds[0], intent, context)
    undone = undone_ids(history)
    steps, gone, ticket = _steps(history, deeds[0].seq, subjects), set(undone), case.live
    events: list[TicketUndone] = []
    for one in reversed(deeds):
        reverse = _reverse(one.event, subjects)
        if one.id in undone or isinstance(reverse, Lasts):
            continue
        gone.add(one.id)
        event = _reversed(one, reverse, steps, gone, ticket, subjects)
        if event is not None:
            events.append(event)
            ticket = msgspec.structs.replace(ticket, **_restored(ticket, event, context.now))
    if not events:
        raise errors.NothingToUndo()
    if not any(event.after for event in events):
        raise errors.UndoOvertaken(fields=sorted({name for event in events for name in event.skipped}))
    return [event for event in events if event.after]


def _check_may(first: Logged[Any], intent: Undo, context: Context) -> None:
    age = intent.asked_at - first.at
    is_own = context.actor.person_id is not None and first.actor.person_id == context.actor.person_id
    if not is_own and context.relations.isdisjoint(_LEADS):
        raise Forbidden(action=UNDO)
    if age > (lasts := undo_lasts(context.relations)):
        raise errors.UndoOver(until=first.at + lasts)


def _reverse(event: Event, subjects: Subjects) -> Restores | Lasts:
    if isinstance(event, TicketUndone):
        return Restores(columns=tuple(dict.fromkeys(map(_column, event.after))), along=tuple(subjects.restored))
    kind = subjects.events.get(event.kind)
    return kind.reverse if kind is not None else Lasts("record")


def _steps(history: Sequence[Logged[Any]], since: int, subjects: Subjects) -> list[_Step]:
    """The event numbered ``since`` and all that follow, each with what it changed. One that is not readable any more
    changes nothing here, and what follows it is compared with the ticket as it is before it is touched."""
    ticket: Ticket | None = None
    flat: dict[str, Any] = {}
    steps: list[_Step] = []
    for one in history:
        before, ticket = ticket, subjects.fold(ticket, one)
        if one.seq >= since:
            had = flat or (_flat(before, subjects.restored) if before else {})
            flat = _flat(ticket, subjects.restored)
            steps.append(_Step(one, dict(_differences(had, flat))))
    return steps


def _reversed(
    one: Logged[Any], reverse: Restores, steps: Sequence[_Step], gone: Collection[int], now: Ticket, subjects: Subjects
) -> TicketUndone | None:
    """The event that takes ``one`` back; None when it changed nothing that can be."""
    changed = next(step.changed for step in steps if step.logged.id == one.id)
    later = {
        name
        for step in steps
        if step.logged.seq > one.seq and step.logged.id not in gone and not isinstance(step.logged.event, TicketUndone)
        for name in step.changed
    }
    touched = later | {_column(name) for name in later}
    flat = _flat(now, subjects.restored)
    wanted = {name: before for name, (before, _) in changed.items() if _column(name) in reverse.columns}
    skipped = {
        name
        for name in wanted
        if name in later or flat.get(name) != changed[name][1] or not touched.isdisjoint(_bound(name, reverse))
    }
    for _ in reverse.bound:  # what is bound to something skipped is skipped with it
        columns = {_column(name) for name in skipped}
        skipped |= {name for name in wanted if not columns.isdisjoint(_bound(name, reverse))}
    restored = {name: before for name, before in wanted.items() if name not in skipped}
    if not wanted:
        return None
    if restored:
        restored |= {
            name: before
            for name, (before, after) in changed.items()
            if _column(name) in reverse.along
            and name not in later
            and flat.get(name) == after
            and touched.isdisjoint(_bound(name, reverse))
            and not skipped
        }
    before, after = _unflat(now, flat, restored)
    return TicketUndone(
        of=one.id, undone=one.event.kind, before=before, after=after, skipped=tuple(sorted(map(_said, skipped)))
    )


def _bound(name: str, reverse: Restores) -> tuple[str, ...]:
    return reverse.bound.get(_column(name), ())


def _column(name: str) -> str:
    return name.partition(".")[0]


def _said(name: str) -> str:
    """Entries of a set are told by its name."""
    return name if _column(name) not in ("tags", "participants") else _column(name)


def _flat(ticket: Ticket, columns: Collection[str]) -> dict[str, Any]:
    """Columns by name, plain values; ``fields``, ``tags`` and ``participants`` entry by entry."""
    found = {name: msgspec.to_builtins(getattr(ticket, name)) for name in columns if name not in _BY_ENTRY}
    found |= {f"fields.{key}": value for key, value in ticket.fields.items()}
    found |= {f"tags.{tag}": True for tag in ticket.tags}
    return found | {f"participants.{person}.{role}": True for person, role in ticket.participants}


def _differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[tuple[str, tuple[Any, Any]]]:
    for name in before.keys() | after.keys():
        values = before.get(name), after.get(name)
        if values[0] != values[1]:
            yield name, values


def _unflat(
    ticket: Ticket, flat: Mapping[str, Any], restored: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """(before, after) of the undoing itself. Sets are written whole."""
    names = sorted(name for name in restored if _column(name) not in ("tags", "participants"))
    before, after = {name: flat.get(name) for name in names}, {name: restored[name] for name in names}
    for column in ("tags", "participants"):
        entries = {name: is_there for name, is_there in restored.items() if _column(name) == column}
        if entries:
            kept = {name for name in flat if _column(name) == column and name not in entries}
            kept |= {name for name, is_there in entries.items() if is_there}
            before[column] = msgspec.to_builtins(getattr(ticket, column))
            after[column] = [_entry(name) for name in sorted(kept)]
    return before, after


def _entry(name: str) -> Any:
    column, _, entry = name.partition(".")
    if column == "tags":
        return entry
    person, _, role = entry.partition(".")
    return [int(person), role]


def _restored(ticket: Ticket, event: TicketUndone, at: datetime) -> dict[str, Any]:
    """The columns. Where it stands, whose it is and since when it waits begin anew: limits run from now."""
    change: dict[str, Any] = {
        name: msgspec.convert(value, _TYPES[name]) for name, value in event.after.items() if "." not in name
    }
    fields = {name.removeprefix("fields."): value for name, value in event.after.items() if "." in name}
    if fields:
        change["fields"] = {key: value for key, value in (ticket.fields | fields).items() if value is not None}
    for name in ("tags", "participants"):
        change |= {name: tuple(sorted(change[name]))} if name in change else {}
    after = msgspec.structs.replace(ticket, **change)
    change |= {"status_at": at} if not change.keys().isdisjoint({"status", "workflow"}) else {}
    change |= {"assigned_at": at if after.assignee_id is not None else None} if "assignee_id" in change else {}
    if not change.keys().isdisjoint({"assignee_id", "phase", "held_at"}):
        waits = after.assignee_id is None and after.phase not in ENDED and after.held_at is None
        change["routing_since"] = (ticket.routing_since or at) if waits else None
    return change


_TYPES: Final = {field.name: field.type for field in msgspec.structs.fields(Ticket)}


def _touched(event: TicketUndone) -> frozenset[str]:
    return frozenset("assignee" if name == "assignee_id" else name for name in event.after)


def _people(values: Values) -> Iterator[Any]:
    for when in ("before", "after"):
        yield from (values[when].get(name) for name in ("assignee_id", "requester_id"))
        yield from (person for person, _ in values[when].get("participants") or ())


def _says(values: Values, narrator: Narrator) -> str:
    return narrator.say("events.undone_part" if values.get("skipped") else "events.undone")


def _own_last(case: Case, context: Context) -> Undo:
    """What somebody who names nothing takes back."""
    return Undo(command_id=deed(case[HISTORY], None, context.actor.person_id), asked_at=context.now)


SUBJECT = Subject(
    key="undoing",
    events=(
        EventKind(
            event=TicketUndone,
            fold=_restored,
            touches=_touched,
            reverse=_NOTHING,
            shown=to_staff,
            says=_says,
            people=_people,
        ),
    ),
    intents=(IntentKind(intent=Undo, rule=_undo, when_closed=True, when_away=True),),
    offers=(Offer(action=UNDO, why_not=unless_refused(_own_last), when_away=True),),
)
