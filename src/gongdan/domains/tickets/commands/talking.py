"""What concerns a conversation and its tickets: saying something that moves a ticket's clocks, linking, opening a
ticket from what was said. Both sides are locked in the order of ids before anything is decided."""

from collections.abc import Sequence
from typing import Final, Literal

import msgspec

from gongdan.domains.accounts.public import may
from gongdan.domains.conversations import public as conversations
from gongdan.domains.conversations.errors import LinksChanged, NoWordOfCustomer, StaysLinked, TooManyLinks
from gongdan.domains.conversations.public import Attached, Conversation, LinkedTicket, ticket_of
from gongdan.domains.tickets import intents
from gongdan.domains.tickets.commands.open import NewTicket, Opened, Triage, open_ticket
from gongdan.domains.tickets.commands.write import Words, answer, customer_writes
from gongdan.domains.tickets.desk import access, queries
from gongdan.domains.tickets.desk.desk import Desk
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.errors import TicketNotFound
from gongdan.domains.tickets.events import MessagePassedOn, MessageTakenOver
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.text import one_line

_TRIES: Final = 3
_READ_BY_TRIAGE: Final = 20
"""Messages of a transcript that triage reads."""


class Utterance(msgspec.Struct, frozen=True, kw_only=True):
    """What is said in a conversation. ``ticket`` is the one that the agent means, by number; ``answers`` a message of
    the conversation that it answers."""

    text: str
    author: Literal["customer", "agent"] = "agent"
    audience: Literal["customer", "internal"] = "customer"
    files: Sequence[Attached] = ()
    ticket: str | None = None
    answers: int | None = None


class Uttered(msgspec.Struct, frozen=True):
    message_id: int
    ticket: str | None
    """Number of the ticket in whose log it stands, if the actor may see that; None: in the conversation's own."""


class _Meeting(msgspec.Struct, frozen=True):
    """A conversation and its tickets, locked."""

    conversation: Conversation
    linked: tuple[LinkedTicket, ...]
    named: LinkedTicket | None
    """The ticket that was asked for by number."""


async def utter(desk: Desk, conversation_id: int, said: Utterance) -> Uttered:
    """Say something, as the member who acts, or write down what the party said. It stands in the log of one ticket at
    most, and moves that one's clocks; a note for the staff stays in the conversation.

    Raises:
        ConversationNotFound, ConversationOver, NoOpenTicket, Forbidden.
        Invalid: the conversation has no such ticket or message, or the party would have written a note of the staff.
    """
    if (said.author, said.audience) == ("customer", "internal"):
        raise Invalid(faults=(FieldFault("author", "notes_are_of_staff"),))
    meeting = await _meet(desk, conversation_id, "conversation.say", said.ticket)
    conversation = meeting.conversation
    if said.audience == "internal":
        return Uttered(await _in_conversation(desk, conversation, said), None)
    conversations.check_open(conversation)
    chosen = await _chosen(desk, meeting, said)
    ticket_id = ticket_of(meeting.linked, chosen=chosen, answers=await _answered(desk, conversation, said))
    if ticket_id is None:
        return Uttered(await _in_conversation(desk, conversation, said), None)
    case = access.only(await desk.cases_by_id([ticket_id]), said.ticket or "")
    words = Words(text=said.text, files=said.files, conversation_id=conversation.id)
    if said.author == "customer":
        written = await customer_writes(desk, case, words, machine=False, by=conversation.party_id)
    else:
        written = await answer(desk, case, words)
    return Uttered(written.message_id, case.live.number if _sees(desk, case) else None)


async def link(desk: Desk, conversation_id: int, number: str) -> Conversation:
    """Show a conversation on a ticket. Repeating it changes nothing.

    Raises:
        ConversationNotFound, TicketNotFound, TooManyLinks, Forbidden.
    """
    meeting = await _meet(desk, conversation_id, "conversation.link", number)
    ticket_id = await _seen(desk, meeting, number)
    (others,) = await desk.tx.gather(queries.conversations_of(ticket_id))
    if len(others) >= conversations.commands.MOST_LINKS and ticket_id not in meeting.conversation.tickets:
        raise TooManyLinks(most=conversations.commands.MOST_LINKS)
    return await conversations.commands.link(desk, meeting.conversation, ticket_id)


async def unlink(desk: Desk, conversation_id: int, number: str) -> Conversation:
    """Take a conversation away from a ticket. Repeating it changes nothing.

    Raises:
        ConversationNotFound, TicketNotFound, Forbidden.
        StaysLinked: something that was said in it stands in the ticket's log, or the ticket has no other.
    """
    meeting = await _meet(desk, conversation_id, "conversation.link", number)
    ticket_id, conversation = await _seen(desk, meeting, number), meeting.conversation
    if ticket_id not in conversation.tickets:
        return conversation
    others, own = await desk.tx.gather(queries.conversations_of(ticket_id), queries.said_on(ticket_id, conversation.id))
    if own or len(others) == 1:
        raise StaysLinked()
    return await conversations.commands.unlink(desk, conversation, ticket_id)


async def pass_message(desk: Desk, conversation_id: int, message_id: int, number: str) -> Conversation:
    """Let a customer's message move the clocks of another linked ticket, which is to answer it; the one that had it
    waits no longer for that. Repeating it changes nothing.

    Raises:
        ConversationNotFound, TicketNotFound, TicketClosed, NoWordOfCustomer, Forbidden.
        Invalid: the conversation has no such message, or is not linked to the ticket.
    """
    meeting = await _meet(desk, conversation_id, "conversation.link", number)
    to_id, conversation = await _seen(desk, meeting, number), meeting.conversation
    (found,) = await desk.tx.gather(conversations.held_message(conversation.id, message_id))
    if not found:
        raise Invalid(faults=(FieldFault("message_id", "unknown_message"),))
    if to_id not in conversation.tickets:
        raise Invalid(faults=(FieldFault("number", "unknown_key", {"value": number}),))
    held = found[0]
    if not conversations.is_of_customer(held.audience, held.author, held.machine):
        raise NoWordOfCustomer()
    if held.ticket_id == to_id:
        return conversation
    for case in await desk.cases_by_id([one for one in (held.ticket_id, to_id) if one is not None]):
        taken = intents.TakeOverMessage(event=MessageTakenOver(message_id=message_id, conversation_id=conversation.id))
        passed = case.live.id != to_id
        intent = await _passing(desk, case, message_id, to_id) if passed else taken
        desk.apply(desk.settle(case, intent))
    conversations.move_message(desk.tx, message_id, to_id)
    return conversation


async def _passing(desk: Desk, case: Case, message_id: int, to_id: int) -> intents.PassOnMessage:
    """Forbidden: to whoever may not write on the ticket that has it."""
    access.checked(case, desk.authority, "ticket.note")
    (waits,) = await desk.tx.gather(conversations.still_waiting(case.live.id, but=message_id))
    waiting_at = waits[0].at if case.live.customer_waiting_at is not None else None
    passed = MessagePassedOn(message_id=message_id, ticket_id=to_id, waiting_at=waiting_at)
    return intents.PassOnMessage(event=passed)


async def open_from(desk: Desk, conversation_id: int, new: NewTicket, triage: Triage) -> Opened:
    """Open a ticket for the party of a conversation: what was said there, with its files, is what it is opened with.
    ``new`` names what the agent says about it; without a title the customer's first words are it.

    Raises:
        ConversationNotFound, TooManyLinks, Forbidden.
        Invalid: an unknown key, or a missing required field.
    """
    meeting = await _meet(desk, conversation_id, "conversation.link", None)
    conversation = meeting.conversation
    (said,) = await desk.tx.gather(conversations.said_in(conversation.id, before=None, most=_READ_BY_TRIAGE))
    heard = [one for one in reversed(said) if one.audience == "customer" and not one.redacted]
    asked = "\n".join(one.text for one in heard if one.author == "customer")
    new = msgspec.structs.replace(
        new,
        requester=conversation.party_id,
        channel=conversation.channel,
        title=new.title.strip() or one_line(asked, 80),
        text=asked,
        by_agent=bool(heard) and heard[-1].author != "customer",
        conversation_id=conversation.id,
    )
    opened = await open_ticket(desk, new, triage)
    await conversations.commands.link(desk, conversation, opened.decision.ticket_id, opened=True)
    return opened


async def _meet(desk: Desk, conversation_id: int, action: str, number: str | None) -> _Meeting:
    """Lock a conversation, the tickets that it is linked to, and the one that is named. What they are is read before,
    and again once they are locked.

    Raises:
        LinksChanged: it changed each time.
    """
    asked = conversations.load(conversation_id), queries.tickets_of(conversation_id, number)
    found, linked = await desk.gather(*asked)
    for _ in range(_TRIES):
        conversations.checked(found, desk.authority, action, conversation_id)
        wanted = {conversation_id, *(one.id for one in linked)}
        _, found, linked = await desk.gather(queries.lock(sorted(wanted)), *asked)
        if wanted >= {one.id for one in linked}:
            conversation = conversations.checked(found, desk.authority, action, conversation_id)
            theirs = tuple(one for one in linked if one.id in conversation.tickets)
            return _Meeting(conversation, theirs, next((one for one in linked if one.number == number), None))
    raise LinksChanged()


async def _chosen(desk: Desk, meeting: _Meeting, said: Utterance) -> int | None:
    """The linked ticket that was named. One that the actor may not see is none of those that they can name."""
    if said.ticket is None:
        return None
    if meeting.named is not None and meeting.named in meeting.linked:
        cases = await desk.peek([meeting.named.id])
        if any(_sees(desk, case) for case in cases):
            return meeting.named.id
    raise Invalid(faults=(FieldFault("ticket", "unknown_key", {"value": said.ticket}),))


def _sees(desk: Desk, case: Case) -> bool:
    return may(desk.authority, "ticket.read", access.keys(case.live))


async def _answered(desk: Desk, conversation: Conversation, said: Utterance) -> int | None:
    """The ticket of the message that is answered."""
    if said.answers is None:
        return None
    (found,) = await desk.tx.gather(conversations.held_message(conversation.id, said.answers))
    if not found:
        raise Invalid(faults=(FieldFault("answers", "unknown_message"),))
    return found[0].ticket_id


async def _in_conversation(desk: Desk, conversation: Conversation, said: Utterance) -> int:
    author_id = conversation.party_id if said.author == "customer" else desk.authority.person_id
    words = conversations.commands.ConversationWords(
        text=said.text, author=said.author, audience=said.audience, author_id=author_id, files=said.files
    )
    message_id = await conversations.commands.say(desk, conversation, words)
    if said.author == "agent" and said.audience == "customer":
        desk.carry(conversation.id, message_id)
    return message_id


async def _seen(desk: Desk, meeting: _Meeting, number: str) -> int:
    """The id of the ticket that is named, which the actor may see and write on.

    Raises:
        TicketNotFound, Forbidden.
    """
    if meeting.named is None:
        raise TicketNotFound(number=number)
    case = access.only(await desk.cases_by_id([meeting.named.id]), number)
    access.checked(case, desk.authority, "ticket.note")
    return meeting.named.id
