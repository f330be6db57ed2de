"""Writing on a ticket: public replies, internal notes, customers' messages."""

from collections.abc import Sequence
from typing import Final

import msgspec

from gongdan.domains.accounts.public import Authority
from gongdan.domains.conversations.public import Attached, Origin
from gongdan.domains.tickets import intents
from gongdan.domains.tickets.commands.texts import text_of
from gongdan.domains.tickets.desk.desk import Desk
from gongdan.domains.tickets.desk.queries import active_members, conversation
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.facet import Facet
from gongdan.domains.tickets.engine.model import ENDED, Ticket
from gongdan.domains.tickets.engine.settle import Decision
from gongdan.domains.tickets.events import Audience, AuthorKind, MessageAdded
from gongdan.domains.tickets.subjects.messages import MESSAGES
from gongdan.kernel.errors import FieldFault, Invalid

COPIED: Final = Facet("copied", str, None)
"""The mail addresses of ``Words.cc``."""


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody wrote. ``html`` is sanitised already."""

    text: str
    html: str | None = None
    quoted: str | None = None
    files: Sequence[Attached] = ()
    mentions: tuple[int, ...] = ()
    cc: tuple["Copied", ...] = ()
    """Of a public reply: who gets this message and those after it too."""
    unverified: bool = False
    """Nobody proved that the one under whose name it stands wrote it."""
    origin: Origin | None = None


class Copied(msgspec.Struct, frozen=True, kw_only=True):
    person_id: int
    address: str
    """Mail address that the copy goes to."""


class Written(msgspec.Struct, frozen=True, kw_only=True):
    decision: Decision
    message_id: int


async def reply(desk: Desk, number: str, words: Words, *, seen: int | None) -> Written:
    """Answer the customer in public. It goes out on the conversation that it answers. What the requester writes, be he
    a customer or a colleague, is a customer's message. A member who answers what nobody has takes it on.

    Raises:
        TicketNotFound, Forbidden, TicketClosed.
        TicketChanged: a public message arrived that the author had not seen (412): confirm and send again.
    """
    case = await desk.ticket(number, "ticket.reply")
    await desk.unseen(case, seen, MESSAGES)
    await _check_mentioned(desk, words.mentions)
    author = voice(desk.authority, case.live)
    first = await _claiming(desk, case) if author == "agent" else []
    return await say(desk, case, words, audience="customer", author=author, first=first)


async def _claiming(desk: Desk, case: Case) -> list[intents.Intent]:
    """Who answers a ticket that nobody has takes it on, if they may and have room."""
    ticket = case.live
    if ticket.assignee_id is not None or ticket.phase in ENDED or not await desk.may_take(case):
        return []
    return [intents.Assign(to=desk.authority.person_id, way="claim")]


async def note(desk: Desk, number: str, words: Words) -> Written:
    """Write an internal note: no customer ever sees it. Whoever is mentioned takes part from then on."""
    case = await desk.ticket(number, "ticket.note")
    await _check_mentioned(desk, words.mentions)
    return await say(desk, case, words, audience="internal", author="agent")


async def customer_writes(desk: Desk, case: Case, words: Words, *, machine: bool, by: int) -> Written:
    """Add a customer's message to a ticket that they take part in; a machine's message changes nothing else, and mere
    thanks for a solution reopen nothing."""
    return await say(desk, case, words, audience="customer", author="customer", machine=machine, author_id=by)


def voice(authority: Authority, ticket: Ticket) -> AuthorKind:
    """As whom he speaks in public: a colleague who asked and does not answer for the ticket himself is its customer."""
    if authority.kind == "customer":
        return "customer"
    is_asking = authority.person_id == ticket.requester_id != ticket.assignee_id
    return "customer" if is_asking and authority.kind == "staff" else "agent"


async def _check_mentioned(desk: Desk, people: Sequence[int]) -> None:
    """Only the staff can be mentioned: whoever is takes part, and reads along."""
    if people:
        (found,) = await desk.tx.gather(active_members(people))
        if strangers := sorted(set(people) - {one.id for one in found}):
            raise Invalid(faults=(FieldFault("mentions", "unknown_person", {"people": strangers}),))


def _is_thanks(desk: Desk, case: Case, words: Words) -> bool:
    """A picture may show what is still wrong: words with files are read by people."""
    return not words.files and desk.reads_as_thanks(case, words.text)


async def say(
    desk: Desk,
    case: Case,
    words: Words,
    *,
    audience: Audience,
    author: AuthorKind,
    machine: bool = False,
    author_id: int | None = None,
    first: Sequence[intents.Intent] = (),
    then: Sequence[intents.Intent] = (),
) -> Written:
    """Do ``first``, add a message, and do ``then``, in one decision."""
    ticket = case.live
    author_id = author_id if author_id is not None else desk.authority.person_id
    (found,) = await desk.tx.gather(conversation(ticket.id))
    added = MessageAdded(
        message_id=desk.tx.ids.next(),
        conversation_id=found[0].id,
        audience=audience,
        author=author,
        author_id=author_id,
        machine=machine,
        mentions=words.mentions,
        unverified=words.unverified,
        confirms=_is_thanks(desk, case, words) if author == "customer" and not (machine or first) else False,
    )
    copied = [one.person_id for one in words.cc if one.person_id != ticket.requester_id]
    joining = (*((person, "mentioned") for person in words.mentions), *((one, "cc") for one in copied))
    wanted: list[intents.Intent] = [intents.AddMessage(message=added)]
    wanted += [intents.Participate(add=joining)] if joining else []
    case = case.having(COPIED, [one.address for one in words.cc])
    decision = desk.settle(case, *first, *wanted, *then)
    at = decision.events[0].at
    text = text_of(
        added,
        ticket.id,
        at=at,
        text=words.text,
        html=words.html,
        quoted=words.quoted,
        files=words.files,
        origin=words.origin,
    )
    desk.apply(decision, text)
    return Written(decision=decision, message_id=added.message_id)
