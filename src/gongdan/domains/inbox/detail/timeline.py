"""Entries of the timeline for one reader, without what they may not read and the events about it (spec 01). Pure."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

import msgspec

from gongdan.domains.accounts.public import Reader, knows, of_staff, personal, said
from gongdan.domains.conversations.public import Origin
from gongdan.domains.files.public import FileRef
from gongdan.domains.inbox.detail.lines import Line
from gongdan.domains.inbox.detail.queries import DeliveryRow, EventRow, MessageRow
from gongdan.domains.inbox.origins import Forwarded, MessageOrigin
from gongdan.domains.inbox.shapes import (
    Mailed,
    MessageView,
    PersonRef,
    Recipients,
    TimelineEntry,
)
from gongdan.domains.tickets.public import Narrator, Rules
from gongdan.infra.catalogue import said_of_fault
from gongdan.kernel.text import DEFAULT_LOCALE

_decode = msgspec.json.Decoder(dict[str, Any]).decode


_UNSENT = ("stopped", "failed", "uncertain")
"""States of a notice's mail that did not go out, or not for certain."""


class ToldWith(msgspec.Struct, frozen=True, kw_only=True):
    """What the entries are told with."""

    people: Mapping[int, PersonRef]
    files: Mapping[int, Sequence[FileRef]]
    locale: str


def timeline(
    lines: Iterable[Line], told: ToldWith, narrator: Narrator, reader: Reader, rules: Rules
) -> list[TimelineEntry]:
    """The entries of which this reader may know, in the order of the lines. What was left out before one that they may
    not know was left out before the next."""
    entries: list[TimelineEntry] = []
    folded = 0
    for line in lines:
        folded += line.folded
        found = (
            _said(line, told, reader) if line.event is None else _entry(line, line.event, told, narrator, reader, rules)
        )
        if found is not None:
            entries.append(msgspec.structs.replace(found, folded=folded) if folded else found)
            folded = 0
    return entries


def is_known(line: Line, reader: Reader, rules: Rules) -> bool:
    """Whether this reader may know of an entry at all."""
    if line.event is not None:
        return _values(line.event, reader, rules)[1] is not None
    return line.message is not None and _message(line.message, NOTHING_BESIDE, reader) is not None


NOTHING_BESIDE = ToldWith(people={}, files={}, locale=DEFAULT_LOCALE)


def _values(row: EventRow, reader: Reader, rules: Rules) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """Of an event, and what this reader may know of them."""
    body = _decode(row.body) if row.body else {}
    body.pop("kind", None)
    return body, knows(reader, rules.subjects.happening(row.kind, body, rules.sensitive)).value


def _entry(
    line: Line, row: EventRow, told: ToldWith, narrator: Narrator, reader: Reader, rules: Rules
) -> TimelineEntry | None:
    body, data = _values(row, reader, rules)
    if data is None:
        return None
    notice = knows(reader, of_staff(line.notice)).value
    rule = knows(reader, of_staff(row.rule)).value
    cause = line.cause if _is_known_cause(line, reader, rules) else None
    text = narrator.event(row.kind, data) if row.body else ""
    return TimelineEntry(
        key=str(line.key),
        place=line.place,
        seq=row.seq,
        kind=row.kind,
        at=row.at,
        actor=row.actor,
        person=told.people.get(_speaker(row, body) or 0),
        via=row.via,
        rule=rule,
        cause=cause.seq if cause else None,
        text=text + narrator.say(f"events.notice.{notice}") if notice in _UNSENT else text,
        why=narrator.why(rule, cause.rule if cause else None) if rule else None,
        data=data,
        message=_message(line.message, told, reader) if line.message is not None else None,
        notice=notice,
    )


def _is_known_cause(line: Line, reader: Reader, rules: Rules) -> bool:
    """Of a cause that they do not see nothing is said."""
    cause = line.cause
    if cause is None or reader.is_inside:
        return cause is not None
    body = _decode(cause.body) if cause.body else {}
    return knows(reader, rules.subjects.happening(cause.kind, body, rules.sensitive)).value is not None


def _said(line: Line, told: ToldWith, reader: Reader) -> TimelineEntry | None:
    """A message that no event of the ticket tells of."""
    row = line.message
    if row is None or (message := _message(row, told, reader)) is None:
        return None
    if row.origin_ticket_id is not None:
        message = msgspec.structs.replace(message, is_elsewhere=True)
    actor: Literal["staff", "customer", "system"] = "system"
    if not row.machine and row.author in ("customer", "agent"):
        actor = "customer" if row.author == "customer" else "staff"
    return TimelineEntry(
        key=str(line.key),
        place=line.place,
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


def _message(row: MessageRow, told: ToldWith, reader: Reader) -> MessageView | None:
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
        delivery=_mailed(row.delivery, told.locale, reader) if row.delivery else None,
        redacted=row.redacted,
        unverified=row.unverified,
        origin=_origin(row.origin, reader) if row.origin else None,
        version=row.version,
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


def _mailed(delivery: DeliveryRow, locale: str, reader: Reader) -> Mailed:
    return Mailed(
        id=delivery.id,
        state=delivery.state,
        fault=knows(reader, personal(said_of_fault(delivery.fault, locale), None)).value,
        recipients=recipients(delivery.recipient, delivery.cc, reader),
    )


def recipients(to: str, cc: Sequence[str], reader: Reader) -> Recipients:
    """Addresses, as far as this reader may see them."""
    return knows(reader, personal(Recipients(to=to, cc=list(cc)), Recipients(to=None, cc=[]))).left
