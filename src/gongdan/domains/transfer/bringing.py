"""Bringing in tickets that were elsewhere: one round trip looks up what a chunk needs, decisions are pure, and all
goes out with the commit. A ticket that is refused leaves nothing and touches no other."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import msgspec

from gongdan.domains.accounts.public import may
from gongdan.domains.conversations.public import PutConversation, PutMessage
from gongdan.domains.customers.public import (
    ONLY_NAMED,
    Handle,
    KnownPerson,
    by_handles,
    by_ids,
    lock_handles,
    successors,
)
from gongdan.domains.tickets.engine.model import ENDED
from gongdan.domains.tickets.public import (
    ARCHIVE,
    LAST_SAID,
    LIMITS,
    OPENING,
    Case,
    Decision,
    Desk,
    Facet,
    OpeningOfTicket,
    facts_of,
    keys,
)
from gongdan.domains.tickets.subjects.messages import LastSaid
from gongdan.domains.transfer import rows
from gongdan.domains.transfer.events import TicketImported
from gongdan.domains.transfer.history import PastMessage, PastTicket
from gongdan.domains.transfer.judging import imported
from gongdan.domains.transfer.rows import Origin
from gongdan.domains.transfer.subjects import CHANNEL
from gongdan.infra.db.tx import Query
from gongdan.infra.log.chain import NO_HASH
from gongdan.infra.timers.effects import SetTimer
from gongdan.kernel.errors import FieldFault, Forbidden, Invalid, Refusal
from gongdan.kernel.events import Logged
from gongdan.kernel.text import clean, normalise

RIGHT = "ticket.import"
CHUNK = 100
"""Tickets of one transaction at most."""
Brought = Literal["added", "unchanged"]


class ChunkFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What is looked up for a chunk, and grows with it."""

    tickets: Mapping[Origin, int]
    people: dict[Any, KnownPerson]
    """By handle, or by origin of one who is only named."""
    left: frozenset[int]
    """Those of the assignees who do not work here any more."""
    facets: Mapping[Facet[Any], Sequence[Any]]
    """What the release asks for that is the same for every new ticket."""


async def bring_in(
    desk: Desk, wanted: Sequence[PastTicket], numbers: Sequence[str], *, import_id: int | None = None
) -> list[Brought | Refusal]:
    """Bring in up to ``CHUNK`` tickets, under ``numbers``, in their order. One that came in before changes nothing."""
    around, answers = await _around(desk, wanted), list[Brought | Refusal]()
    seen = dict(around.tickets)
    for past, number in zip(wanted, numbers, strict=True):
        origin: Origin = (past.source, "ticket", past.external_id)
        if origin in seen:
            answers.append("unchanged")
            continue
        met = dict(around.people)
        try:
            with desk.tx.tentatively():
                seen[origin] = _one(desk, past, number, around, import_id)
                answers.append("added")
        except Refusal as refusal:
            around.people.clear()  # whoever was met for its sake was not
            around.people.update(met)
            answers.append(refusal)
    return answers


def named(past: PastTicket) -> Origin | None:
    """By what a requester is known again who left nothing but a name."""
    if past.requester.kind != ONLY_NAMED:
        return None
    return past.source, "person", f"name:{normalise(past.requester.name)}"


async def _around(desk: Desk, wanted: Sequence[PastTicket]) -> ChunkFacts:
    handles = [one.requester for one in wanted if one.requester.kind != ONLY_NAMED]
    origins: set[Origin] = {(one.source, "ticket", one.external_id) for one in wanted}
    origins |= {origin for one in wanted if (origin := named(one)) is not None}
    facets = [one for one in desk.rules.needs if one.unopened is not None]
    _, found, things, left, *more = await desk.gather(
        lock_handles(handles),
        by_handles(handles),
        rows.known(origins),
        rows.who_left({one.assignee_id for one in wanted if one.assignee_id is not None}),
        *(Query(one.row, one.unopened or "", {}) for one in facets),
    )
    people: dict[Any, KnownPerson] = {one.key: one for one in found}
    if those := {one.target_id: one.origin for one in things if one.what == "person"}:
        people |= await _named_before(desk, those)
    return ChunkFacts(
        tickets={one.origin: one.target_id for one in things if one.what == "ticket"},
        people=people,
        left=frozenset(one.id for one in left),
        facets=dict(zip(facets, more, strict=True)),
    )


async def _named_before(desk: Desk, those: Mapping[int, Origin]) -> dict[Origin, KnownPerson]:
    """By origin those who were met under a name, or whom they turned out to be; nobody who was erased."""
    (now,) = await desk.gather(successors(sorted(those)))
    (found,) = await desk.gather(by_ids(sorted({one.person_id for one in now})))
    people = {one.person_id: one for one in found}
    return {those[one.was]: people[one.person_id] for one in now}


def _one(desk: Desk, past: PastTicket, number: str, around: ChunkFacts, import_id: int | None) -> int:
    """
    Raises:
        Invalid: see ``judging.imported``. Forbidden: not where the ticket would stand.
    """
    person = _person(desk, past, around.people)
    ids = desk.tx.ids
    ticket_id, conversation_id = ids.next(), ids.next()
    messages = [(ids.next(), one) for one in past.messages]
    case = _unopened(past, person, around)
    left = past.assignee_id in around.left
    event = imported(desk.rules, case, past, number=number, messages=messages, now=desk.now, has_left=left)
    decision = _decided(desk, case, event, ticket_id)
    if not may(desk.authority, RIGHT, keys(decision.after.live)):
        raise Forbidden()
    desk.apply(decision, *_conversation(desk, event, ticket_id, conversation_id, messages))
    rows.remember(desk.tx, (past.source, "ticket", past.external_id), ticket_id, import_id=import_id, row=past.row)
    return ticket_id


def _person(desk: Desk, past: PastTicket, people: dict[Any, KnownPerson]) -> KnownPerson:
    """
    Raises:
        Invalid: nobody is named.
    """
    requester, origin = past.requester, named(past)
    key: Any = origin or requester.key
    if key not in people:
        if requester.kind == ONLY_NAMED and not requester.name:
            raise Invalid(faults=(FieldFault("requester", "required"),))
        people[key] = desk.meet(requester)
        if origin is not None:
            rows.remember(desk.tx, origin, people[key].person_id)
    return people[key]


def _unopened(past: PastTicket, person: KnownPerson, around: ChunkFacts) -> Case:
    """What conditions of forms and promises may ask of it."""
    text = past.messages[0].text if past.messages else ""
    sender = _address(past.requester) or person.handle
    said = OpeningOfTicket(ticket_id=0, subject=past.title, text=text, sender=sender, mailbox=None)
    author = past.messages[-1].author if past.messages else "customer"
    last = LastSaid(ticket_id=0, author=author, text=past.messages[-1].text if past.messages else "")
    facets: dict[Facet[Any], Sequence[Any]] = {OPENING: (said,), LAST_SAID: (last,), **around.facets}
    return Case(ticket=None, head=NO_HASH, requester=facts_of(person), facets=facets)


def _address(handle: Handle) -> str | None:
    return handle.handle or None


def _decided(desk: Desk, case: Case, event: TicketImported, ticket_id: int) -> Decision:
    """The decision of an event that nothing answers: no decider hears of it. What is kept beside the ticket is what its
    projectors say."""
    rules, now = desk.rules, desk.now
    logged = Logged[Any](
        workspace_id=rules.workspace_id,
        stream="ticket",
        stream_id=ticket_id,
        seq=1,
        id=desk.tx.ids.next(),
        actor=desk.actor,
        command_id=desk.command_id,
        cause=None,
        depth=0,
        release=rules.release,
        at=now,
        event=event,
    )
    after = rules.subjects.after(case, logged)
    effects = [one for project in rules.projectors for one in project(rules, None, after, (logged,), now)]
    return Decision(
        ticket_id=ticket_id,
        before=None,
        after=after,
        events=(logged,),
        effects=[one for one in effects if not _is_over(one, event)],
    )


def _is_over(effect: Any, event: TicketImported) -> bool:
    """Timers of what is history: of what was solved or closed elsewhere none runs. A limit would write to customers, by
    the thousand, of what they have long forgotten (spec 02: an import mails nobody)."""
    if not isinstance(effect, SetTimer) or event.phase not in ENDED:
        return False
    return effect.owner == LIMITS or (effect.owner == ARCHIVE and event.archived_at is not None)


def _conversation(
    desk: Desk, event: TicketImported, ticket_id: int, conversation_id: int, messages: Sequence[tuple[int, PastMessage]]
) -> list[Any]:
    """The conversation with the requester that came with it, and what was said, each at its time."""
    said = [one.at for _, one in messages if one.author == "customer" and not one.internal]
    begun = PutConversation(
        id=conversation_id,
        channel=CHANNEL,
        party_id=event.requester_id,
        ticket_id=ticket_id,
        at=desk.now,
        last_customer_at=max(said, default=None),
    )
    return [begun, *(_message(id, one, conversation_id, event.requester_id) for id, one in messages)]


def _message(id: int, said: PastMessage, conversation_id: int, requester_id: int) -> PutMessage:
    is_customer = said.author == "customer"
    return PutMessage(
        id=id,
        conversation_id=conversation_id,
        ticket_id=None,
        audience="internal" if said.internal else "customer",
        author=said.author,
        author_id=said.author_id or (requester_id if is_customer else None),
        machine=False,
        text=clean(said.text),
        html=clean(said.html) if said.html else None,
        quoted=None,
        at=said.at,
        opens=True,
    )
