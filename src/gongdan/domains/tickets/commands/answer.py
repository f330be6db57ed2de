"""A customer answers what has ended: one rule for the portal and for mail (spec 02, reopen). Within its window a closed
ticket is reopened; after it a new one is opened that follows it."""

from collections.abc import Awaitable, Callable

import msgspec

from gongdan.domains.accounts.public import Authority
from gongdan.domains.tickets.commands.open import NewTicket, Opened, Triage, open_ticket
from gongdan.domains.tickets.commands.progress import reopen
from gongdan.domains.tickets.commands.write import Words, Written, customer_writes, is_thanks
from gongdan.domains.tickets.desk.access import checked
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


async def take_up(
    desk: Desk, case: Case, words: Words | None, *, follow_up: FollowUp, triage: Triage
) -> Reopened | FollowedUp:
    """Take a ticket that has ended up again; when the window of a closed one is over, open what follows it.

    Raises:
        NothingToReopen: it has not ended.
        TicketClosed: they are nobody who reopens it.
    """
    reopened = await _reopened(desk, case, words)
    return reopened or FollowedUp(await open_ticket(desk, await follow_up(), triage))


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
