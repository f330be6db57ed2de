"""Writing on a ticket: public replies, internal notes, customers' messages."""

from collections.abc import Sequence
from typing import Final

import msgspec

from gongdan.domains.accounts.public import Authority
from gongdan.domains.conversations.public import Attached, Origin, PutMessage, to_answer
from gongdan.domains.tickets import intents
from gongdan.domains.tickets.commands.messages.texts import text_of
from gongdan.domains.tickets.desk.desk import Desk
from gongdan.domains.tickets.desk.queries import active_members
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.facet import Facet
from gongdan.domains.tickets.engine.model import ENDED, Ticket
from gongdan.domains.tickets.engine.settle import Decision
from gongdan.domains.tickets.events import Audience, AuthorKind, MessageAdded
from gongdan.domains.tickets.subjects.messages import LAST_SAID, MESSAGES, LastSaid
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
    conversation_id: int | None = None
    """That it goes into; None: a customer's own, else the one in which the customer wrote last."""


class Copied(msgspec.Struct, frozen=True, kw_only=True):
    person_id: int
    address: str
    """Mail address that the copy goes to."""


class Written(msgspec.Struct, frozen=True, kw_only=True):
    decision: Decision
    message_id: int


async def reply(desk: Desk, case: Case, words: Words, *, seen: int | None) -> Written:
    """Answer the customer in public. It goes out on the conversation that it answers. What the requester writes,
    customer or colleague, is a customer's message. A member who answers what nobody has takes it on.

    Raises:
        TicketClosed: it has ended for good.
        Invalid: somebody is mentioned who is not of the staff.
        VersionConflict: a public message arrived that the author had not seen (412): confirm and send again.
    """
    await desk.unseen(case, seen, MESSAGES)
    await check_mentioned(desk, words.mentions)
    author = voice(desk.authority, case.live)
    if author == "agent":
        return await answer(desk, case, words)
    return await say(desk, case, words, audience="customer", author=author)


async def answer(desk: Desk, case: Case, words: Words) -> Written:
    """The same, as the staff."""
    taking = await claiming(desk, case)
    said = await spoken(desk, case, words, audience="customer", author="agent")
    return Written(decision=carry_out(desk, case, *taking, said), message_id=said.added.message_id)


async def claiming(desk: Desk, case: Case) -> list[intents.Intent]:
    """Who answers a ticket that nobody has takes it on, if they may and have room."""
    ticket = case.live
    if ticket.assignee_id is not None or ticket.phase in ENDED or not await desk.may_take(case):
        return []
    return [intents.Assign(to=desk.authority.person_id, way="claim")]


async def note(desk: Desk, case: Case, words: Words) -> Written:
    """Write an internal note: no customer ever sees it. Whoever is mentioned takes part from then on."""
    await check_mentioned(desk, words.mentions)
    return await say(desk, case, words, audience="internal", author="agent")


async def customer_writes(desk: Desk, case: Case, words: Words, *, machine: bool, by: int) -> Written:
    """Add a customer's message to a ticket that they take part in; a machine's message changes nothing else, and mere
    thanks for a solution reopen nothing."""
    return await say(desk, case, words, audience="customer", author="customer", machine=machine, author_id=by)


def voice(authority: Authority, ticket: Ticket) -> AuthorKind:
    """As whom they speak in public: a colleague who asked and does not answer for the ticket is its customer."""
    if authority.kind == "customer":
        return "customer"
    is_asking = authority.person_id == ticket.requester_id != ticket.assignee_id
    return "customer" if is_asking and authority.kind == "staff" else "agent"


async def check_mentioned(desk: Desk, people: Sequence[int]) -> None:
    """Only the staff can be mentioned: whoever is takes part, and reads along."""
    if people:
        (found,) = await desk.tx.gather(active_members(people))
        if strangers := sorted(set(people) - {one.id for one in found}):
            raise Invalid(faults=(FieldFault("mentions", "unknown_person", {"people": strangers}),))


def is_thanks(desk: Desk, case: Case, words: Words) -> bool:
    """A picture may show what is still wrong: words with files are read by people."""
    return not words.files and desk.reads_as_thanks(case, words.text)


class Spoken(msgspec.Struct, frozen=True, kw_only=True):
    """A message that is to be added: what it asks of the ticket, and its text."""

    added: MessageAdded
    words: Words
    joining: tuple[tuple[int, str], ...]
    """Who takes part from now on, for being mentioned or copied."""

    @property
    def intents(self) -> list[intents.Intent]:
        joining = [intents.Participate(add=self.joining)] if self.joining else []
        return [intents.AddMessage(message=self.added), *joining]


async def spoken(
    desk: Desk,
    case: Case,
    words: Words,
    *,
    audience: Audience,
    author: AuthorKind,
    machine: bool = False,
    author_id: int | None = None,
    reopens: bool = False,
) -> Spoken:
    """The words as a message in one of the ticket's conversations. ``reopens``: they come with a reopening, so that
    they are no thanks.

    Raises:
        Invalid: the conversation that they name is not the ticket's.
    """
    ticket = case.live
    writes = author_id if author_id is not None else desk.authority.person_id
    by = {"writer": writes, "requester": ticket.requester_id} if author == "customer" else {}
    (found,) = await desk.tx.gather(to_answer(ticket.id, named=words.conversation_id, **by))
    if not found:
        raise Invalid(faults=(FieldFault("conversation_id", "unknown_conversation"),))
    added = MessageAdded(
        message_id=desk.tx.ids.next(),
        conversation_id=found[0].id,
        audience=audience,
        author=author,
        author_id=writes,
        machine=machine,
        mentions=words.mentions,
        unverified=words.unverified,
        confirms=is_thanks(desk, case, words) if author == "customer" and not (machine or reopens) else False,
    )
    copied = [one.person_id for one in words.cc if one.person_id != ticket.requester_id]
    joining = (*((person, "mentioned") for person in words.mentions), *((one, "cc") for one in copied))
    return Spoken(added=added, words=words, joining=joining)


def carry_out(desk: Desk, case: Case, *wanted: intents.Intent | Spoken) -> Decision:
    """Decide and queue what one request wants, in order: it stands or falls together."""
    said = [one for one in wanted if isinstance(one, Spoken)]
    case = case.having(COPIED, [copied.address for one in said for copied in one.words.cc])
    if public := [one for one in said if one.added.audience == "customer"]:
        last = public[-1]
        case = case.having(
            LAST_SAID, [LastSaid(ticket_id=case.live.id, author=last.added.author, text=last.words.text)]
        )
    asked = [intent for one in wanted for intent in (one.intents if isinstance(one, Spoken) else [one])]
    decision = desk.settle(case, *asked)
    return desk.apply(decision, *(_text(one, decision) for one in said))


def _text(one: Spoken, decision: Decision) -> PutMessage:
    words = one.words
    return text_of(
        one.added,
        decision.ticket_id,
        at=decision.events[0].at,
        text=words.text,
        html=words.html,
        quoted=words.quoted,
        files=words.files,
        origin=words.origin,
    )


async def say(
    desk: Desk,
    case: Case,
    words: Words,
    *,
    audience: Audience,
    author: AuthorKind,
    machine: bool = False,
    author_id: int | None = None,
) -> Written:
    """Add a message, and do nothing else."""
    said = await spoken(desk, case, words, audience=audience, author=author, machine=machine, author_id=author_id)
    return Written(decision=carry_out(desk, case, said), message_id=said.added.message_id)
