"""The timeline for one reader, without what they may not read and the events about it (spec 01, permission). Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from heapq import merge
from typing import Any, Literal

import msgspec

from gongdan.domains.accounts.public import Reader, Thing, knows, of_staff, personal, said
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
from gongdan.domains.tickets.public import Narrator, Rules, read_by_triage

_decode = msgspec.json.Decoder(dict[str, Any]).decode


_UNSENT = ("stopped", "failed", "uncertain")
"""States of a notice's mail that did not go out, or not for certain."""


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
    narrator: Narrator
    told_elsewhere: Sequence[MessageRow] = ()
    """Those messages of the ticket's conversations that stand in another log, by time."""


def timeline(events: Sequence[EventRow], told: TimelineParts, reader: Reader, rules: Rules) -> list[TimelineEntry]:
    """The events that this reader may see, in the order of the log, and between them by time what was said in the
    ticket's conversations elsewhere."""
    happening = partial(rules.subjects.happening, sensitive=rules.sensitive)
    own: list[TimelineEntry] = []
    shown: dict[int, EventRow] = {}
    for row in events:
        if (entry := _entry(row, told, reader, happening, shown)) is not None:
            own.append(entry)
            shown[row.id] = row
    others = [one for row in told.told_elsewhere if (one := _said(row, told, reader)) is not None]
    return list(merge(own, others, key=lambda entry: entry.at)) if others else own


def elsewhere(messages: Iterable[MessageRow], ticket_id: int) -> list[MessageRow]:
    """Those of a ticket's messages that have no event in its own log."""
    return [one for one in messages if one.origin_ticket_id != ticket_id]


def workflows_in(events: Iterable[EventRow]) -> set[str]:
    """Versions of workflows that a ticket ran on, by hash: it is opened on one, and a change of type names another."""
    bodies = [row.body for row in events if row.body and row.kind in ("ticket.opened", "ticket.changed")]
    return {found for body in bodies if (found := _ran_on(body).workflow)}


def triage_of(events: Sequence[EventRow], reader: Reader) -> dict[str, Any]:
    """What triage read when the ticket was opened, as far as this reader may know it."""
    body = events[0].body if events else None
    return knows(reader, read_by_triage(_decode(body) if body else {})).value or {}


def _entry(
    row: EventRow,
    told: TimelineParts,
    reader: Reader,
    happening: Callable[[str, dict[str, Any]], Thing[dict[str, Any]]],
    shown: Mapping[int, EventRow],
) -> TimelineEntry | None:
    """``shown``: those before it that this reader sees; of a cause that they do not see nothing is said."""
    body = _decode(row.body) if row.body else {}
    body.pop("kind", None)
    data = knows(reader, happening(row.kind, body)).value
    if data is None:
        return None
    message = _message(body["message_id"], told, reader) if row.kind == "ticket.message_added" and body else None
    cause, notice = shown.get(row.cause or 0), _notice(row, told, reader)
    text = told.narrator.event(row.kind, data) if body else ""
    return TimelineEntry(
        seq=row.seq,
        kind=row.kind,
        at=row.at,
        actor=row.actor,
        person=told.people.get(_speaker(row, body) or 0),
        via=row.via,
        rule=row.rule,
        cause=cause.seq if cause else None,
        text=text + told.narrator.say(f"events.notice.{notice}") if notice in _UNSENT else text,
        why=told.narrator.why(row.rule, cause.rule if cause else None) if row.rule else None,
        data=data,
        message=message,
        notice=notice,
    )


def _said(row: MessageRow, told: TimelineParts, reader: Reader) -> TimelineEntry | None:
    """A message that no event of the ticket tells of."""
    if (message := _message(row.id, told, reader)) is None:
        return None
    actor: Literal["staff", "customer", "system"] = "system"
    if not row.machine and row.author in ("customer", "agent"):
        actor = "customer" if row.author == "customer" else "staff"
    return TimelineEntry(
        seq=None,
        kind="conversation.message_added",
        at=row.at,
        actor=actor,
        person=told.people.get(row.author_id or 0),
        via=row.channel,
        rule=None,
        cause=None,
        text="",
        why=None,
        data={"conversation_id": row.conversation_id, "audience": row.audience, "author": row.author},
        message=message,
    )


def _speaker(row: EventRow, body: dict[str, Any]) -> int | None:
    """Who acted; where the system wrote down what came in, whoever it came from."""
    if row.actor_id is not None or row.kind not in ("ticket.opened", "ticket.message_added"):
        return row.actor_id
    found: int | None = body.get("requester_id") if row.kind == "ticket.opened" else body.get("author_id")
    return found


def _notice(row: EventRow, told: TimelineParts, reader: Reader) -> NoticeState | None:
    """What became of the mail that told the customer."""
    if row.kind != "ticket.customer_told":
        return None
    return knows(reader, of_staff(told.notices.get(str(row.id)))).value


def _message(message_id: int, told: TimelineParts, reader: Reader) -> MessageView | None:
    row = told.messages.get(message_id)
    if row is None:
        return None
    whole = MessageView(
        id=row.id,
        conversation_id=row.conversation_id,
        channel=row.channel,
        party=told.people.get(row.party_id),
        audience=row.audience,
        author=row.author,
        text=row.text,
        html=row.html,
        quoted=row.quoted,
        files=list(told.files.get(row.id, ())),
        delivery=_mailed(row.delivery, reader) if row.delivery else None,
        redacted=row.redacted,
        unverified=row.unverified,
        origin=_origin(row.origin, reader) if row.origin else None,
    )
    left = None
    if row.redacted:
        left = msgspec.structs.replace(whole, text="", html=None, quoted=None, files=[], origin=None)
    return knows(reader, said(whole, row.audience, party_id=row.party_id, is_redacted=row.redacted, left=left)).value


def _origin(origin: Origin, reader: Reader) -> MessageOrigin | None:
    passed_on = origin.forwarded
    whole = MessageOrigin(
        through=origin.through or None,
        forwarded=Forwarded(name=passed_on.name, address=passed_on.address) if passed_on else None,
        notes=origin.notes,
    )
    without_addresses = MessageOrigin(through=None, forwarded=None, notes=origin.notes)
    return knows(reader, of_staff(knows(reader, personal(whole, without_addresses)).left)).value


def _mailed(delivery: DeliveryRow, reader: Reader) -> Mailed:
    return Mailed(
        id=delivery.id,
        state=delivery.state,
        fault=knows(reader, personal(delivery.fault, None)).value,
        recipients=recipients(delivery.recipient, delivery.cc, reader),
    )


def recipients(to: str, cc: Sequence[str], reader: Reader) -> Recipients:
    """Addresses, as far as this reader may see them."""
    return knows(reader, personal(Recipients(to=to, cc=list(cc)), Recipients(to=None, cc=[]))).left
