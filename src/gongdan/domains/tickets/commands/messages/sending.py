"""Sending a reply, at once or after a wait in which its author can take it back (spec 02, undo send).

What waits is the whole request. It is carried out when it is due, by the rights that its author has by then, and
counts as said when they sent it. What is refused then is a draft again, and its author is told why: the customer wrote
meanwhile, the ticket was closed, a right was taken away.
"""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

from gongdan.domains.accounts.public import Authority, by_person, current_release, system, tokens
from gongdan.domains.files.public import uploaded
from gongdan.domains.tickets import intents
from gongdan.domains.tickets.commands.messages.worded import copied_to, words_of
from gongdan.domains.tickets.commands.progress import reply_and_move
from gongdan.domains.tickets.commands.write import Written, reply
from gongdan.domains.tickets.desk.desk import Begin, Desk, UnitOfWork
from gongdan.domains.tickets.desk.drafts import MessageDraft
from gongdan.domains.tickets.desk.drafts.held import Asked, HeldReply, held_on, held_with, hold, returned, taken
from gongdan.domains.tickets.desk.drafts.kept import forget_sent
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.errors import NothingHeld
from gongdan.domains.tickets.subjects.messages import ReplyReturned
from gongdan.infra.db.tx import ReadTx
from gongdan.infra.timers.fire import DueTimer, take
from gongdan.kernel.errors import FieldFault, Forbidden, Invalid, Refusal

ACTION: Final = "ticket.reply"
_BEFORE: Final = timedelta(seconds=1)
"""So long before a promise would be broken a reply goes out, whatever its wait."""


async def send(desk: Desk, case: Case, asked: Asked, *, seen: int | None) -> Written:
    """Carry out a reply, with the move that was asked for beside it. It raises what ``reply_and_move`` does."""
    words = await words_of(
        desk,
        asked.text,
        html=asked.html,
        files=asked.files,
        mentions=asked.mentions,
        teams=asked.mention_teams,
        copied=await copied_to(desk, asked.cc),
        conversation_id=asked.conversation_id,
    )
    if words is None:
        raise Invalid(faults=(FieldFault("text", "required"),))
    if asked.to is not None:
        return await reply_and_move(desk, case, words, to=asked.to, seen=seen, fields=asked.fields)
    if asked.fields:
        raise Invalid(faults=(FieldFault("to", "required"),))
    return await reply(desk, case, words, seen=seen)


async def rehearse(begin: Begin, number: str, asked: Asked, *, seen: int | None) -> int:
    """Do all of it and keep nothing, so that what is refused is told while its author is still there; returns the
    version that they have seen. It raises what ``send`` does."""
    try:
        async with begin() as desk:
            case = await desk.case(number)
            await send(desk, case, asked, seen=seen)
            raise _Rehearsed
    except _Rehearsed:
        return case.live.version if seen is None else seen


async def send_later(
    desk: Desk, case: Case, asked: Asked, *, wait: timedelta, seen: int, draft: int | None
) -> HeldReply:
    """Keep a reply, which was rehearsed, until it is due. ``draft`` is the version of theirs that it was made from.

    Raises:
        AlreadySending: their last one on this ticket still waits.
        Invalid: another draft of theirs is too long already for this one to come back to it.
    """
    files = await uploaded(desk.tx, desk.authority.bearer, asked.files)
    held = HeldReply(
        id=desk.tx.ids.next(),
        person_id=desk.authority.me,
        token_id=desk.authority.token_id,
        via=desk.via,
        ticket_id=case.live.id,
        number=case.live.number,
        asked=asked,
        file_ids=[one.id for one in files],
        seen=seen,
        sent_at=desk.now,
        due_at=due(desk.now, wait, case.next_due_at),
    )
    await hold(desk.tx, held, draft=draft)
    forget_sent(desk.tx, held.ticket_id, held.person_id, "reply", draft)
    return held


def due(sent_at: datetime, wait: timedelta, promised_at: datetime | None) -> datetime:
    """When a reply goes out: after its wait, but in time for a promise that would be broken meanwhile."""
    if promised_at is None or promised_at <= sent_at:
        return sent_at + wait
    return max(sent_at, min(sent_at + wait, promised_at - _BEFORE))


async def take_back(desk: Desk, ticket_id: int) -> MessageDraft:
    """Have one's reply as a draft again.

    Raises:
        NothingHeld: it went out, or was taken back already.
    """
    (found,) = await desk.tx.gather(held_on(ticket_id, desk.authority.me))
    if not found or not await taken(desk.tx, found[0]):
        raise NothingHeld
    return await returned(desk.tx, found[0], now=desk.now)


async def send_now(begin: Begin, number: str) -> tuple[Desk, Written]:
    """Send one's reply without waiting for the rest. Refused, it is a draft again.

    Raises:
        NothingHeld: it went out, or was taken back already.
        Refusal: as ``send``.
    """
    held: HeldReply | None = None
    try:
        async with begin() as desk:
            case = await desk.case(number)
            (found,) = await desk.tx.gather(held_on(case.live.id, desk.authority.me))
            if not found or not await taken(desk.tx, found[0]):
                raise NothingHeld
            held = found[0]
            return desk, await _carried_out(desk, case, held)
    except Refusal:
        if held is not None:
            async with begin() as desk:
                if await taken(desk.tx, held):
                    await returned(desk.tx, held, now=desk.now)
        raise


def sending(uow: UnitOfWork) -> Callable[[int, Sequence[DueTimer]], Awaitable[None]]:
    """What fires the timers of held replies: each in a transaction of its own."""

    async def fire(workspace_id: int, timers: Sequence[DueTimer]) -> None:
        for one in timers:
            await _fire(uow, workspace_id, one)

    return fire


async def _fire(uow: UnitOfWork, workspace_id: int, timer: DueTimer) -> None:
    async with uow.db.read(workspace_id) as tx:
        release = await current_release(tx)
        (found,) = await tx.gather(held_with(timer.subject))
        author = await _author(tx, found[0]) if found else None
    for held in found:
        try:
            if author is None:  # they have left, or their token was revoked
                raise Forbidden(action=ACTION)
            await _send_due(uow, author, held, timer)
        except Refusal as refusal:
            await _give_back(uow, system(workspace_id, name="clock", release=release), held, timer, refusal)


async def _author(tx: ReadTx, held: HeldReply) -> Authority | None:
    """With the rights that they have by now, as far as the token opens them by which they sent it."""
    if held.token_id is not None:
        return await tokens.by_id(tx, held.token_id)
    return await by_person(tx, held.person_id, "staff")


async def _send_due(uow: UnitOfWork, author: Authority, held: HeldReply, timer: DueTimer) -> None:
    async with uow.begin(author, via=held.via, action=ACTION) as desk:
        case = await desk.case(held.number)
        if await take(desk.tx, [timer]) and await taken(desk.tx, held):
            await _carried_out(desk, case, held)


async def _carried_out(desk: Desk, case: Case, held: HeldReply) -> Written:
    desk.now = held.sent_at
    return await send(desk, case, held.asked, seen=held.seen)


async def _give_back(uow: UnitOfWork, authority: Authority, held: HeldReply, timer: DueTimer, refusal: Refusal) -> None:
    async with uow.begin(authority, via="worker") as desk:
        cases = await desk.cases_by_id([held.ticket_id])
        if not await take(desk.tx, [timer]) or not await taken(desk.tx, held):
            return
        await returned(desk.tx, held, now=desk.now)
        event = ReplyReturned(
            author_id=held.person_id,
            code=refusal.code,
            is_overtaken="messages" in refusal.members.get("fields", ()),
        )
        for case in cases:
            desk.apply(desk.settle(case, intents.ReturnReply(event=event)))


class _Rehearsed(Exception):
    """Ends a transaction of which nothing is to stay."""
