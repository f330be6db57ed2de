"""Verdicts carried out: a batch of messages in one transaction, through the commands of tickets."""

from collections.abc import Sequence

from gongdan.domains.channels.errors import Flooding
from gongdan.domains.channels.inbound import budgets, rows
from gongdan.domains.channels.inbound.message import InboundMessage
from gongdan.domains.channels.inbound.verdict import (
    HoldBack,
    Ignore,
    Join,
    KnownOfMessage,
    OpenAnew,
    Repeat,
    Talk,
    Verdict,
    judge,
)
from gongdan.domains.channels.inbound.work import (
    Batch,
    BatchWork,
    Files,
    Opening,
    attached,
    locale_of,
    look_up,
    made,
    new_ticket,
    person_of,
    record,
    words_of,
)
from gongdan.domains.customers import public as customers
from gongdan.domains.tickets.public import Case, commands
from gongdan.kernel import clock
from gongdan.kernel.errors import Refusal


async def settle_together(
    batch: Batch, messages: Sequence[InboundMessage], files: Files
) -> list[tuple[InboundMessage, Verdict]]:
    """Settle messages that have nothing in common, in one transaction; returns those that need one of their own:
    they answer a closed ticket, under their writer's rights, tell that something of ours came back, or are said in
    a conversation."""
    await batch.room.numbers.have(batch.rules, sum(one.may_open for one in messages), clock.now())
    async with batch.room.uow.begin(batch.authority, via=batch.via) as desk:
        work = await look_up(batch, desk, messages, files)
        judged = [(one, _within(work, one, judge(one, work.known[one.row.id]))) for one in work.messages]
        work.spending.keep(desk.tx)
        for message, verdict in judged:
            _dispose(work, message, verdict)
            if isinstance(verdict, Join | OpenAnew):
                await _learn(batch, work, message)
        joining = [(one, verdict) for one, verdict in judged if isinstance(verdict, Join)]
        opening = [
            Opening(one, v.thread, v.thread.link_to, v.is_unverified) for one, v in judged if isinstance(v, OpenAnew)
        ]
        await _join(work, [(one, verdict) for one, verdict in joining if not verdict.is_closed])
        await _open(batch, work, opening)
        work.write_down()
        return [(one, verdict) for one, verdict in judged if _needs_own(verdict, work.known[one.row.id])]


def _within(work: BatchWork, message: InboundMessage, verdict: Verdict) -> Verdict:
    """The verdict, as long as its correspondent may open tickets; what is too much is held, in sight."""
    if isinstance(verdict, OpenAnew) and not work.spending.allows(budgets.of_message(message)):
        return HoldBack(Flooding.code)
    return verdict


async def _learn(batch: Batch, work: BatchWork, message: InboundMessage) -> None:
    """What a message shows of who sent it, where that is known by guess only."""
    desk = work.desk
    if message.is_proven:
        customers.verify(desk.tx, message.sender, desk.now)
    known = work.persons.get(message.writer.key)
    if known is None or not known.guessed or message.by != "person" or known.person_id in work.learned:
        return
    is_proven = message.is_proven and not message.through
    shown = customers.Shown(name=message.writer.name, locale=locale_of(batch, message), is_proven=is_proven)
    if found := customers.better(known, shown):
        work.learned.add(known.person_id)
        await customers.improve(
            desk.tx,
            known.person_id,
            found,
            actor=desk.actor,
            command_id=desk.command_id,
            release=desk.rules.release,
            now=desk.now,
        )


def _needs_own(verdict: Verdict, known: KnownOfMessage) -> bool:
    match verdict:
        case Join(is_closed=is_closed):
            return is_closed
        case Ignore(reason="bounce"):
            return known.returns
        case Talk():
            return True
    return False


def _dispose(work: BatchWork, message: InboundMessage, verdict: Verdict) -> None:
    """Verdicts that make nothing: only the outcome is written."""
    match verdict:
        case Repeat(of=other):
            record(work, message, "duplicate", rows.outcome(message, copy_of=other))
        case HoldBack(code=code, ticket_id=ticket_id):
            record(work, message, "quarantined", rows.outcome(message, reason=code), ticket_id=ticket_id)
        case Ignore(reason=reason, ticket_id=ticket_id) if not _needs_own(verdict, work.known[message.row.id]):
            record(work, message, "ignored", rows.outcome(message, reason=reason), ticket_id=ticket_id)


async def _join(work: BatchWork, joining: Sequence[tuple[InboundMessage, Join]]) -> None:
    """Messages on tickets that are not closed. Of two to one ticket the second waits for the next batch."""
    wanted: dict[int, tuple[InboundMessage, Join]] = {}
    for message, verdict in joining:
        wanted.setdefault(verdict.ticket_id, (message, verdict))
    if not wanted:
        return
    for case in await work.desk.cases_by_id(sorted(wanted)):
        if case.live.phase != "closed":  # else it was closed this moment: the next batch sees it
            await _write(work, case, *wanted[case.live.id])


async def _write(work: BatchWork, case: Case, message: InboundMessage, verdict: Join) -> None:
    desk = work.desk
    person_id = person_of(work, verdict.by)
    words = words_of(
        desk,
        message,
        work.files[message.row.id],
        is_unverified=verdict.is_unverified,
        conversation_id=work.known[message.row.id].conversation_id,
    )
    if verdict.is_note:
        written = await commands.say(desk, case, words, audience="internal", author="agent", author_id=person_id)
    else:
        written = await commands.customer_writes(desk, case, words, machine=message.is_proven_machine, by=person_id)
    made(work, message, "threaded", verdict.thread, case.live.id, written.message_id)


async def _open(batch: Batch, work: BatchWork, opening: Sequence[Opening]) -> None:
    if not opening:
        return
    numbers = await batch.room.numbers.take(batch.rules, len(opening), work.desk.now)
    wanted = [
        new_ticket(batch, work, one, number, attached(work.desk, one.message, work.files[one.message.row.id]))
        for one, number in zip(opening, numbers, strict=True)
    ]
    answers = await commands.open_tickets(work.desk, wanted, batch.room.triage)
    for one, answer in zip(opening, answers, strict=True):
        if isinstance(answer, Refusal):
            record(work, one.message, "quarantined", rows.outcome(one.message, one.thread, reason=answer.code))
            continue
        made(work, one.message, "created", one.thread, answer.decision.ticket_id, answer.message_id)
