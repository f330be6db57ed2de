"""What the steps that settle a batch hand on: what was looked up, what is written, and what became of each message."""

from collections.abc import Mapping, Sequence

import msgspec

from gongdan.domains.accounts.public import Authority
from gongdan.domains.channels.contract.kinds import Adapter, MadeOf
from gongdan.domains.channels.contract.room import Mailroom
from gongdan.domains.channels.inbound import budgets, rows
from gongdan.domains.channels.inbound.evidence import ThreadDecision
from gongdan.domains.channels.inbound.message import InboundMessage
from gongdan.domains.channels.inbound.verdict import KnownOfMessage
from gongdan.domains.conversations.public import Attached
from gongdan.domains.customers import public as customers
from gongdan.domains.customers.public import Handle, HandleKey
from gongdan.domains.files.public import KeptFile, add, is_picture
from gongdan.domains.tickets.events import Follows
from gongdan.domains.tickets.public import Desk, NewTicket, Rules, Words
from gongdan.kernel import clock
from gongdan.kernel.events import Via

_SURE = 0.6
"""How sure a language must be for the words to decide."""

Files = Mapping[int, Sequence[KeptFile]]
"""Inbound id → its kept attachments."""


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    room: Mailroom
    authority: Authority
    """Of automatic work in the workspace."""
    rules: Rules
    via: Via
    kind: str
    """Of the channel that it came by."""

    @property
    def adapter(self) -> Adapter:
        return self.room.channels[self.kind].adapter


class BatchWork(msgspec.Struct, kw_only=True):
    """What the steps of one batch hand on."""

    batch: Batch
    desk: Desk
    messages: list[InboundMessage]
    files: Files
    known: Mapping[int, KnownOfMessage]
    people: dict[HandleKey, int]
    """Handle → person, as far as known or made in this transaction."""
    persons: dict[HandleKey, customers.KnownPerson]
    """The same, as they stand in the database."""
    spending: budgets.Spending
    learned: set[int] = msgspec.field(default_factory=set)
    """Persons of whom a message of this transaction taught something: one teaches at a time."""
    settled: list[rows.Settled] = msgspec.field(default_factory=list)
    made: list[MadeOf] = msgspec.field(default_factory=list)

    def write_down(self) -> None:
        """Queue what became of the messages: a statement for all costs as much as one for each."""
        self.batch.adapter.remember(self.desk.tx, self.made)
        rows.settle(self.desk.tx, self.settled, self.desk.now)


async def look_up(batch: Batch, desk: Desk, messages: Sequence[InboundMessage], files: Files) -> BatchWork:
    """Take the locks, and read all facts in the same round trip. What somebody settled meanwhile is left out."""
    handles = {handle.key: handle for one in messages for handle in (*one.parties.values(), *one.others)}
    wanted = [handles[key] for key in sorted(handles)]
    _, _, waiting, people, levels, *answers = await desk.gather(
        rows.lock_intake(),
        customers.lock_handles(wanted),
        rows.still_waiting([one.row.id for one in messages]),
        customers.by_handles(wanted),
        budgets.levels(key for one in messages for key in budgets.of_message(one)),
        *batch.adapter.lookups(messages, clock.now()),
    )
    open_ids = {row.id for row in waiting}
    still = [one for one in messages if one.row.id in open_ids]
    return BatchWork(
        batch=batch,
        desk=desk,
        messages=still,
        files=files,
        known=batch.adapter.known(still, answers),
        people={one.key: one.person_id for one in people},
        persons={one.key: one for one in people},
        spending=budgets.Spending(levels, desk.now),
    )


def made(
    work: BatchWork,
    message: InboundMessage,
    state: rows.State,
    thread: ThreadDecision,
    ticket_id: int,
    message_id: int | None,
) -> None:
    """Note what a message became."""
    work.made.append(MadeOf(message=message, ticket_id=ticket_id, message_id=message_id))
    record(work, message, state, rows.outcome(message, thread), ticket_id=ticket_id, message_id=message_id)


def record(
    work: BatchWork, message: InboundMessage, state: rows.State, why: rows.InboundOutcome, **made: int | None
) -> None:
    row = rows.Settled(id=message.row.id, state=state, outcome=why, external_id=message.external_id, **made)
    work.settled.append(row)


class Opening(msgspec.Struct, frozen=True):
    """A ticket that a message opens."""

    message: InboundMessage
    thread: ThreadDecision
    follows: int | None
    is_unverified: bool


def new_ticket(batch: Batch, work: BatchWork, opening: Opening, number: str, files: Sequence[Attached]) -> NewTicket:
    message = opening.message
    return NewTicket(
        number=number,
        requester=msgspec.structs.replace(
            message.writer, locale=locale_of(batch, message), is_name_guessed=opening.is_unverified
        ),
        channel=batch.kind if message.row.account_id else "import",
        title=message.title,
        text=message.text,
        html=message.html,
        quoted=message.quoted,
        machine=message.is_proven_machine,
        files=tuple(files),
        account_id=message.row.account_id,
        external_key=message.conversation_key or message.external_id,
        cc=tuple(dict.fromkeys(person_of(work, one) for one in message.others)),
        follows=opening.follows,
        follows_as=_relation(opening),
        unverified=opening.is_unverified,
        origin=message.origin,
        may_be_incomplete=True,
    )


def _relation(opening: Opening) -> Follows:
    if opening.thread.ticket_id is not None:
        return "follow_up"
    return "repetition" if opening.thread.is_repetition else "named"


def person_of(work: BatchWork, handle: Handle) -> int:
    """The person behind a handle that is locked by this transaction; made where nobody knew them."""
    if handle.key in work.people:
        return work.people[handle.key]
    work.people[handle.key] = made = work.desk.meet(handle).person_id
    return made


def words_of(
    desk: Desk, message: InboundMessage, files: Sequence[KeptFile], *, is_unverified: bool, conversation_id: int | None
) -> Words:
    return Words(
        text=message.text,
        html=message.html,
        quoted=message.quoted,
        files=attached(desk, message, files),
        unverified=is_unverified,
        conversation_id=conversation_id,
        origin=message.origin,
    )


def attached(desk: Desk, message: InboundMessage, files: Sequence[KeptFile]) -> tuple[Attached, ...]:
    """Queue the rows of the kept files; they belong to the message that is written in the same transaction."""
    return tuple(
        Attached(
            file_id=add(desk.tx, kept, uploader_id=None, now=desk.now),
            content_id=part.content_id,
            inline=part.content_id in message.shown and is_picture(kept.type),
        )
        for kept, part in zip(files, message.files, strict=False)
    )


def locale_of(batch: Batch, message: InboundMessage) -> str | None:
    """The language of ours in which its writer is best written to: by their words, else by what their program says;
    None where neither says enough."""
    language, confidence = batch.room.language_of(f"{message.title}\n{message.own_words}")
    header = message.language
    if confidence >= _SURE:
        return "zh-CN" if language == "zh" else "en"
    if header:
        return "zh-CN" if header.startswith("zh") else "en"
    return "en" if confidence and language != "zh" else None
