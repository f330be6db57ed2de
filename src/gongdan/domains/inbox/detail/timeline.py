"""The timeline for one reader, without what they may not read and the events about it (spec 01, permission). Pure."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from gongdan.domains.conversations.public import Origin
from gongdan.domains.files.public import FileRef
from gongdan.domains.inbox.detail.queries import DeliveryRow, EventRow, MessageRow
from gongdan.domains.inbox.shapes import (
    Forwarded,
    Mailed,
    MessageOrigin,
    MessageView,
    NoticeState,
    PersonRef,
    Recipients,
    TimelineEntry,
)
from gongdan.domains.tickets.public import Sight, Subjects

_decode = msgspec.json.Decoder(dict[str, Any]).decode


_PEOPLE = ("requester_id", "assignee_id")


class _RanOn(msgspec.Struct, frozen=True):
    workflow: str | None = None


_ran_on = msgspec.json.Decoder(_RanOn).decode


class TimelineParts(msgspec.Struct, frozen=True, kw_only=True):
    """What the entries are told with."""

    messages: Mapping[int, MessageRow]
    files: Mapping[int, Sequence[FileRef]]
    people: Mapping[int, PersonRef]
    notices: Mapping[str, NoticeState]
    """By the id of the event that they tell of."""


def timeline(events: Sequence[EventRow], told: TimelineParts, sight: Sight, subjects: Subjects) -> list[TimelineEntry]:
    """The events that this reader may see, in the order of the log."""
    seqs = {row.id: row.seq for row in events}
    entries = (_entry(row, told, sight, subjects, seqs) for row in events)
    return [entry for entry in entries if entry is not None]


def persons_in(kind: str, values: Mapping[str, Any], subjects: Subjects) -> set[int]:
    """Whom an event's values hold by id."""
    if not subjects.names_people(kind):
        return set()
    found = {values.get("author_id"), values.get("person_id")}
    for name in ("before", "after"):
        value = values.get(name)
        found |= {value.get(one) for one in _PEOPLE} if isinstance(value, dict) else {value}
    for name in ("added", "removed"):
        found |= {person for person, _ in values.get(name, ())}
    return {one for one in found if isinstance(one, int)}


def workflows_in(events: Iterable[EventRow]) -> set[str]:
    """Versions of workflows that a ticket ran on, by hash: it is opened on one, and a change of type names another."""
    bodies = [row.body for row in events if row.body and row.kind in ("ticket.opened", "ticket.changed")]
    return {found for body in bodies if (found := _ran_on(body).workflow)}


def triage_of(events: Sequence[EventRow], sight: Sight) -> dict[str, Any]:
    """What triage read when the ticket was opened; nothing for readers from outside, and no personal data for others
    who may not see it."""
    body = events[0].body if events else None
    found: dict[str, Any] = _decode(body).get("triage", {}) if body and sight.is_inside else {}
    return found if sight.personal else {key: value for key, value in found.items() if key != "entities"}


def _entry(
    row: EventRow, told: TimelineParts, sight: Sight, subjects: Subjects, seqs: Mapping[int, int]
) -> TimelineEntry | None:
    body = _decode(row.body) if row.body else {}
    data = subjects.shown(row.kind, {name: value for name, value in body.items() if name != "kind"}, sight)
    if data is None:
        return None
    message = _message(body["message_id"], told, sight) if row.kind == "ticket.message_added" and body else None
    return TimelineEntry(
        seq=row.seq,
        kind=row.kind,
        at=row.at,
        actor=row.actor,
        person=told.people.get(_speaker(row, body) or 0),
        via=row.via,
        rule=row.rule,
        cause=seqs.get(row.cause or 0),
        data=data,
        message=message,
        notice=told.notices.get(str(row.id)) if row.kind == "ticket.customer_told" and sight.is_inside else None,
    )


def _speaker(row: EventRow, body: dict[str, Any]) -> int | None:
    """Who acted; where the system wrote down what came in, whoever it came from."""
    if row.actor_id is not None or row.kind not in ("ticket.opened", "ticket.message_added"):
        return row.actor_id
    found: int | None = body.get("requester_id") if row.kind == "ticket.opened" else body.get("author_id")
    return found


def _message(message_id: int, told: TimelineParts, sight: Sight) -> MessageView | None:
    row = told.messages.get(message_id)
    if row is None:
        return None
    return MessageView(
        id=row.id,
        audience=row.audience,
        author=row.author,
        text="" if row.redacted else row.text,
        html=None if row.redacted else row.html,
        quoted=None if row.redacted else row.quoted,
        files=[] if row.redacted else list(told.files.get(row.id, ())),
        delivery=_mailed(row.delivery, sight) if row.delivery else None,
        redacted=row.redacted,
        unverified=row.unverified,
        origin=_origin(row.origin, sight) if row.origin and not row.redacted else None,
    )


def _origin(origin: Origin, sight: Sight) -> MessageOrigin | None:
    """For readers from inside; addresses as far as this one may see them."""
    if not sight.is_inside:
        return None
    passed_on = origin.forwarded if sight.personal else None
    return MessageOrigin(
        through=origin.through or None if sight.personal else None,
        forwarded=Forwarded(name=passed_on.name, address=passed_on.address) if passed_on else None,
        notes=origin.notes,
    )


def _mailed(delivery: DeliveryRow, sight: Sight) -> Mailed:
    return Mailed(
        id=delivery.id,
        state=delivery.state,
        fault=delivery.fault if sight.personal else None,
        recipients=recipients(delivery.recipient, delivery.cc, sight),
    )


def recipients(to: str, cc: Sequence[str], sight: Sight) -> Recipients:
    """Addresses, as far as this reader may see them."""
    return Recipients(to=to, cc=list(cc)) if sight.personal else Recipients(to=None, cc=[])
