"""What needs a transaction of its own: an answer to a closed ticket, under its writer's rights, what tells that
something of ours did not arrive, and what is said in a conversation."""

from collections.abc import Sequence

from gongdan.domains.accounts.public import by_person
from gongdan.domains.channels.inbound import rows
from gongdan.domains.channels.inbound.message import DeliveryReport, InboundMessage
from gongdan.domains.channels.inbound.verdict import Ignore, Join, Talk, Verdict, judge
from gongdan.domains.channels.inbound.work import (
    Batch,
    BatchWork,
    Opening,
    attached,
    look_up,
    made,
    new_ticket,
    person_of,
    record,
    words_of,
)
from gongdan.domains.channels.outbound import failing
from gongdan.domains.conversations import public as conversations
from gongdan.domains.files.public import KeptFile
from gongdan.domains.tickets.public import Case, NewTicket, commands
from gongdan.kernel import clock
from gongdan.kernel.errors import Refusal


async def settle_alone(batch: Batch, message: InboundMessage, verdict: Verdict, files: Sequence[KeptFile]) -> None:
    """What ``settle_together`` left for a transaction of its own."""
    if isinstance(verdict, Talk):
        await _talk(batch, message, files)
    elif message.report is not None and isinstance(verdict, Ignore):
        await _came_back(batch, message, message.report)
    else:
        await _answer_closed(batch, message, files)


async def _talk(batch: Batch, message: InboundMessage, files: Sequence[KeptFile]) -> None:
    """Say it in its conversation, or begin that; ``commands.utter`` says whose clocks it moves."""
    async with batch.room.uow.begin(batch.authority, via=batch.via) as desk:
        work = await look_up(batch, desk, [message], {message.row.id: files})
        for one in work.messages:
            verdict = judge(one, work.known[one.row.id])
            if not isinstance(verdict, Talk):
                continue
            if verdict.conversation_id is None:
                await _begin(batch, work, one, files)
                continue
            said = commands.Utterance(text=one.text, author="customer", files=attached(desk, one, files))
            uttered = await commands.utter(desk, verdict.conversation_id, said)
            record(work, one, "threaded", rows.outcome(one), message_id=uttered.message_id)
        work.write_down()


async def _begin(batch: Batch, work: BatchWork, message: InboundMessage, files: Sequence[KeptFile]) -> None:
    desk, person_id = work.desk, person_of(work, message.writer)
    words = conversations.commands.ConversationWords(
        text=message.text,
        author="customer",
        author_id=person_id,
        files=attached(desk, message, files),
        machine=message.is_proven_machine,
    )
    begun = conversations.commands.NewConversation(
        channel=batch.kind,
        account_id=message.row.account_id,
        external_key=message.conversation_key,
        party_id=person_id,
        words=words,
    )
    await conversations.commands.begin(desk, begun)
    record(work, message, "created", rows.outcome(message))


async def _came_back(batch: Batch, message: InboundMessage, report: DeliveryReport) -> None:
    async with batch.room.uow.begin(batch.authority, via=batch.via) as desk:
        work = await look_up(batch, desk, [message], {})
        for one in work.messages:
            verdict = judge(one, work.known[one.row.id])
            if isinstance(verdict, Ignore):
                await failing.came_back(desk, report)
                record(work, one, "ignored", rows.outcome(one, reason=verdict.reason), ticket_id=verdict.ticket_id)
        work.write_down()


async def _answer_closed(batch: Batch, message: InboundMessage, files: Sequence[KeptFile]) -> None:
    """A person wrote on a closed ticket: what becomes of it, ``commands.customer_answers`` says."""
    await batch.room.numbers.have(batch.rules, 1, clock.now())
    async with batch.room.uow.begin(batch.authority, via=batch.via) as desk:
        work = await look_up(batch, desk, [message], {message.row.id: files})
        if (verdict := _on_closed(work)) is None:
            return
        for case in await desk.cases_by_id([verdict.ticket_id]):
            if case.live.phase == "closed":  # else somebody was quicker: the next batch adds the message
                await _settle_closed(batch, work, case, message, verdict)
        work.write_down()


async def _settle_closed(batch: Batch, work: BatchWork, case: Case, message: InboundMessage, verdict: Join) -> None:
    desk = work.desk
    words = words_of(
        desk,
        message,
        work.files[message.row.id],
        is_unverified=verdict.is_unverified,
        conversation_id=work.known[message.row.id].conversation_id,
    )

    async def follow_up() -> NewTicket:
        (number,) = await batch.room.numbers.take(batch.rules, 1, desk.now)
        opening = Opening(message, verdict.thread, case.live.id, verdict.is_unverified)
        return new_ticket(batch, work, opening, number, words.files)

    person_id = work.people.get(message.writer.key)
    try:
        answer = await commands.customer_answers(
            desk,
            case,
            words,
            writer=lambda: person_of(work, verdict.by),
            customer=await by_person(desk.tx, person_id, "customer") if person_id else None,
            may_thank=not verdict.is_note,
            follow_up=follow_up,
            triage=batch.room.triage,
        )
    except Refusal as refused:
        record(work, message, "quarantined", rows.outcome(message, verdict.thread, reason=refused.code))
        return
    match answer:
        case commands.Said(written=written):
            made(work, message, "threaded", verdict.thread, case.live.id, written.message_id)
        case commands.Reopened(message_id=message_id):
            made(work, message, "threaded", verdict.thread, case.live.id, message_id)
        case commands.FollowedUp(opened=opened):
            made(work, message, "created", verdict.thread, opened.decision.ticket_id, opened.message_id)


def _on_closed(work: BatchWork) -> Join | None:
    """The verdict, if the message still waits and still answers a closed ticket; else the next batch deals with it."""
    for message in work.messages:
        verdict = judge(message, work.known[message.row.id])
        if isinstance(verdict, Join) and verdict.is_closed:
            return verdict
    return None
