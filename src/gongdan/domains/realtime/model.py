"""What a batch of a ticket's events means to a reader: pure."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import msgspec

from gongdan.domains.accounts.public import Authority, Reach, Reader, Thing, TicketKeys, covers, knows, reader_of
from gongdan.domains.tickets import events as e
from gongdan.domains.tickets.public import Subjects
from gongdan.kernel.events import Event, Logged, Unreadable


class Seen(msgspec.Struct, frozen=True):
    """What a reader is told of a ticket."""

    kinds: tuple[str, ...]
    """Of the events that they may know of: those that the ticket's timeline shows them."""
    gone: bool
    """They could see the ticket and cannot any more."""
    messages: tuple[int, ...] = ()
    """Those that were there before and are shown otherwise now."""


_NEW: Final = ("ticket.message_added",)
_KEYS: Final = ("team", "assignee_id", "type", "requester_id", "organisation_id")
GONE: Final = Seen(kinds=(), gone=True)


class LiveChange(msgspec.Struct, frozen=True, kw_only=True):
    """A batch of a ticket's events, prepared once for all readers."""

    concerned: tuple[TicketKeys, ...]
    """See ``trail``."""
    happened: tuple[tuple[str, Thing[dict[str, Any]]], ...]
    """Kind and event, in their order."""
    told: dict[Reader, Seen]
    """What readers that are alike are told, kept for the next of them."""


def trail(keys: TicketKeys, events: Sequence[Logged[Any]]) -> tuple[TicketKeys, ...]:
    """Whom the ticket concerned, latest first: ``keys``, which are those after ``events`` or later, and what it was
    before each of the events that changed that. What lies in between counts too: a line is read later than the events
    before it happened, so a page may show what was true only between two events of a later batch.

    Participants are taken to be everyone who was one in between: who came and stayed sees the ticket anyway.
    """
    found = [keys]
    values = msgspec.structs.asdict(keys)
    for logged in reversed(events):
        match logged.event:
            case e.TicketTeamSet(before=team):
                values["team"] = team
            case e.TicketAssigned(before=assignee):
                values["assignee_id"] = assignee
            case e.TicketChanged(before=old):
                values |= {name: old[name] for name in ("type", "requester_id", "organisation_id") if name in old}
                values["participants"] |= {old["requester_id"]} if "requester_id" in old else set()
            case e.ParticipantsChanged(removed=removed):
                values["participants"] |= {person for person, _ in removed}
            case e.TicketUndone(before=old):
                values |= {name: old[name] for name in _KEYS if name in old}
                values["participants"] |= {old["requester_id"]} if "requester_id" in old else set()
                values["participants"] |= {person for person, _ in old.get("participants", ())}
        earlier = TicketKeys(**values)
        if earlier != found[-1]:
            found.append(earlier)
    return tuple(found)


def change(keys: TicketKeys, events: Sequence[Logged[Any]], subjects: Subjects) -> LiveChange:
    """What ``events`` did to a ticket whose keys are ``keys`` after them, or later."""
    return LiveChange(
        concerned=trail(keys, events),
        happened=tuple(_happening(logged.event, subjects) for logged in events),
        told={},
    )


def _happening(event: Event, subjects: Subjects) -> tuple[str, Thing[dict[str, Any]]]:
    """Only kinds and messages are told: none of its values need be masked. One that cannot be read is
    judged by its kind alone."""
    if isinstance(event, Unreadable):
        return event.of, subjects.happening(event.of, {}, frozenset())
    return event.kind, subjects.happening(event.kind, msgspec.to_builtins(event), frozenset())


def seen(authority: Authority, reach: Reach, what: LiveChange, *, is_listed: bool) -> Seen | None:
    """What one reader is told of a change; None when the ticket never concerned them.

    Somebody who sees the ticket is told of every change, for its line changed: of events that they may not know of,
    they learn no more than that.
    """
    keys = what.concerned[0]
    sees = is_listed and covers(reach, keys)
    if not sees and not any(covers(reach, one) for one in what.concerned):
        return None
    if not sees:
        return GONE
    reader = reader_of(authority, keys)
    if reader not in what.told:
        known = [(kind, found) for kind, thing in what.happened if (found := knows(reader, thing)).how != "nothing"]
        messages = {one for kind, found in known if kind not in _NEW for one in _messages(found.value or {})}
        kinds = tuple(dict.fromkeys(kind for kind, _ in known))
        what.told[reader] = Seen(kinds=kinds, gone=False, messages=tuple(sorted(messages)))
    return what.told[reader]


def _messages(event: Mapping[str, Any]) -> tuple[int, ...]:
    """Messages that an event names."""
    one = event.get("message_id")
    return (*event.get("message_ids", ()), *(() if one is None else (one,)))
