"""A customer answers what has ended: one rule for the portal and for mail (spec 02, reopen). Within its window a closed
ticket is reopened; after it a new one is opened that follows it."""

from collections.abc import Awaitable, Callable

import msgspec

from gongdan.domains.accounts.public import Authority, may
from gongdan.domains.conversations.public import to_answer
from gongdan.domains.tickets.commands.open import NewTicket, Opened, Triage, open_ticket
from gongdan.domains.tickets.commands.progress import reopen
from gongdan.domains.tickets.commands.write import Words, Written, customer_writes, is_thanks
from gongdan.domains.tickets.desk.access import checked, keys
from gongdan.domains.tickets.desk.desk import Desk
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.settle import Decision
from gongdan.domains.tickets.errors import TicketClosed
from gongdan.domains.tickets.events import MessageAdded
from gongdan.kernel.errors import Refusal


class Said(msgspec.Struct, frozen=True):
    """The words stand on the ticket, and it stays as it was."""

    written: Written


class Reopened(msgspec.Struct, frozen=True):
    decision: Decision

    @property
    def message_id(self) -> int:
        """Of the words, where it came with words."""
        return next(one.event.message_id for one in self.decision.events if isinstance(one.event, MessageAdded))


class FollowedUp(msgspec.Struct, frozen=True):
    opened: Opened


FollowUp = Callable[[], Awaitable[NewTicket]]
"""The ticket that would follow. It is asked for only where one is opened, since it takes a number."""


async def surviving(desk: Desk, case: Case, words: Words, *, by: int | None) -> tuple[Case, Words]:
    """The ticket that stands for a merged one, and the words as said there: in the conversation of the ticket that they
    were written on, so that its party alone reads them. Of any other ticket, itself."""
    ticket = case.live
    if ticket.merged_into is None:
        return case, words
    own = to_answer(ticket.id, named=words.conversation_id, writer=by, requester=ticket.requester_id)
    (found,) = await desk.tx.gather(own)
    (there,) = await desk.cases_by_id([ticket.merged_into])
    return there, msgspec.structs.replace(words, conversation_id=found[0].id if found else words.conversation_id)


async def customer_says(desk: Desk, case: Case, words: Words, *, by: int) -> Written:
    """A customer's words on a ticket of theirs, or on the one that stands for it.

    Raises:
        TicketClosed.
    """
    case, words = await surviving(desk, case, words, by=by)
    return await customer_writes(desk, case, words, machine=False, by=by)


async def take_up(
    desk: Desk, case: Case, words: Words, *, by: int, follow_up: FollowUp, triage: Triage
) -> Said | Reopened | FollowedUp:
    """Take a ticket that has ended up again; when the window of a closed one is over, open what follows it. For one
    that was merged the other is taken up, by whoever may; while that is open the words are said there.

    Raises:
        NothingToReopen: it has not ended.
        TicketClosed: they are nobody who reopens it.
    """
    there, told = await surviving(desk, case, words, by=by)
    if there.live.id != case.live.id and there.live.phase != "closed":
        return Said(await customer_writes(desk, there, told, machine=False, by=by))
    if there.live.id == case.live.id or may(desk.authority, "ticket.reopen", keys(there.live)):
        reopened = await _reopened(desk, there, told)
        if reopened is not None:
            return reopened
    return FollowedUp(await open_ticket(desk, await follow_up(), triage))


async def customer_answers(
    desk: Desk,
    case: Case,
    words: Words,
    *,
    writer: Callable[[], int],
    customer: Authority | None,
    may_thank: bool,
    follow_up: FollowUp,
    triage: Triage,
) -> Said | Reopened | FollowedUp:
    """Words on a closed ticket from somebody whom no page showed what they may do. Mere thanks are kept on it. Else
    ``customer`` reopens it, by their own rights; where they may not, or nobody knows them, they get a ticket that
    follows it. ``writer``: in whose name thanks stand, who is made where nobody knew them.

    Raises:
        Refusal: what would follow cannot be opened.
    """
    if case.live.merged_into is not None and may_thank:
        by = writer()
        case, words = await surviving(desk, case, words, by=by)
        if case.live.phase != "closed":
            return Said(await customer_writes(desk, case, words, machine=False, by=by))
    if may_thank and is_thanks(desk, case, words):
        return Said(await customer_writes(desk, case, words, machine=False, by=writer()))
    if customer is not None:
        try:
            with desk.acting(customer):
                reopened = await _reopened(desk, checked(case, customer, "ticket.reopen"), words)
        except Refusal:
            reopened = None
        if reopened is not None:
            return reopened
    return FollowedUp(await open_ticket(desk, await follow_up(), triage))


async def _reopened(desk: Desk, case: Case, words: Words | None) -> Reopened | None:
    """None: its window is over."""
    try:
        return Reopened(await reopen(desk, case, words=words))
    except TicketClosed as closed:
        if not closed.members.get("window_over"):
            raise
        return None
