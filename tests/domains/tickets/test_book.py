"""Decisions over several tickets (spec 11.2), shown by a toy: when a ticket closes, those that follow it get a note."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import datetime
from typing import Any

import msgspec
import pytest
from litestar import Litestar

from gongdan import wiring
from gongdan.domains.accounts.public import to_staff
from gongdan.domains.tickets import intents
from gongdan.domains.tickets.desk.desk import MOST_TOGETHER
from gongdan.domains.tickets.desk.doctoring import flaws_of_fold
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.facet import Facet, Relation
from gongdan.domains.tickets.engine.rules import RuleIntent, Rules
from gongdan.domains.tickets.engine.settle import Decision, Elsewhere
from gongdan.domains.tickets.engine.subject import Context, EventKind, Intent, IntentKind, Subject, Subjects
from gongdan.domains.tickets.errors import RelatedChanged, TicketNotFound, TooManyRelated
from gongdan.domains.tickets.events import TicketMoved
from gongdan.infra.log.position import kinds
from gongdan.kernel.events import Event, Logged
from gongdan.services import Parts, open_services
from gongdan.settings import Settings
from tests.kit import Office, Visitor, found_office

pytestmark = pytest.mark.anyio


class ParentClosed(Event, frozen=True, kw_only=True, tag="ticket.parent_closed"):
    number: str


class Hear(Intent, frozen=True):
    number: str


def _hear(case: Case, intent: Hear, context: Context) -> Sequence[Event]:
    return [ParentClosed(number=intent.number)]


CHILDREN = Facet(
    "children",
    Relation,
    """
    select c.follows as ticket_id, c.id as related_id
      from ticket c
     where c.workspace_id = %(workspace)s and c.follows in {ids}
    """,
    always=False,
)

FAMILY = Subject(
    key="family",
    events=(EventKind(event=ParentClosed, shown=to_staff),),
    intents=(IntentKind(intent=Hear, rule=_hear),),
    facets=(CHILDREN,),
)
SUBJECTS = Subjects((*wiring.SUBJECTS.all, FAMILY))


def tell_children(rules: Rules, case: Case, logged: Logged[Any], now: datetime) -> Iterator[RuleIntent]:
    if isinstance(logged.event, TicketMoved) and logged.event.after_phase == "closed":
        for child in case[CHILDREN]:
            yield RuleIntent("toy:family", Elsewhere(child.related_id, Hear(case.live.number)))


def compile_rules(*release: Any) -> Rules:
    rules = wiring.compile_rules(*release)
    return msgspec.structs.replace(rules, subjects=SUBJECTS, deciders=(*rules.deciders, tell_children))


PARTS = Parts(
    compile_rules=compile_rules,
    toolkit=msgspec.structs.replace(wiring.TOOLKIT, facets=SUBJECTS.facets),
    subjects=SUBJECTS,
    events=kinds(*wiring.EVENTS.values(), ParentClosed),
)


@pytest.fixture
async def office(
    asgi: Litestar, database_url: str, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Office]:
    found = await found_office(asgi)
    async with open_services(Settings(data=tmp_path, row_security=True), database_url, PARTS) as services:
        monkeypatch.setattr(asgi.state, "services", services, raising=False)
        yield msgspec.structs.replace(found, services=services)


async def family(office: Office, children: int) -> tuple[Visitor, str, list[str]]:
    """A lead, a ticket, and those that follow it."""
    lead, customer = await office.member("韩梅梅", "director"), await office.customer()
    opened = await office.opened(customer)
    born = [await office.ticket(customer, follows=opened.decision.ticket_id) for _ in range(children)]
    return lead, opened.decision.after.live.number, born


async def close(lead: Visitor, number: str) -> list[Decision]:
    async with lead.desk() as desk:
        book = await desk.book([number], "ticket.close", CHILDREN)
        closing = intents.MoveTo(status="closed", reason="not_needed")
        return [desk.apply(one) for one in desk.settle_book(book, closing)]


async def kinds_of(reader: Visitor, number: str) -> list[str]:
    return [entry["kind"] for entry in (await reader.get(f"/tickets/{number}")).json()["timeline"]]


async def test_one_decision_reaches_the_children_in_one_transaction(office: Office) -> None:
    lead, number, born = await family(office, 3)
    stranger = await office.ticket(await office.customer("曹操"))
    parent, *told = await close(lead, number)
    assert parent.after.live.phase == "closed"
    assert sorted(one.after.live.number for one in told) == sorted(born)
    (cause,) = [one.id for one in parent.events if isinstance(one.event, TicketMoved)]
    for one in told:
        (heard,) = one.events
        assert (heard.cause, heard.command_id, heard.actor.rule) == (cause, parent.events[0].command_id, "toy:family")
    assert [(await kinds_of(lead, child)).count("ticket.parent_closed") for child in (*born, stranger)] == [1, 1, 1, 0]
    async with office.read() as tx:
        assert await flaws_of_fold(tx, office.services.log, SUBJECTS, 10) == []


async def test_a_child_that_refuses_holds_nobody_up(office: Office) -> None:
    lead, number, (first, second) = await family(office, 2)
    await close(lead, first)
    parent, *_ = await close(lead, number)
    assert parent.after.live.phase == "closed"
    assert (await kinds_of(lead, first))[-1] == "automation.refused"
    assert (await kinds_of(lead, second))[-1] == "ticket.parent_closed"


async def test_what_is_asked_of_a_ticket_outside_of_the_book_is_refused(office: Office) -> None:
    lead, number, _ = await family(office, 1)
    other = (await office.opened(await office.customer("曹操"))).decision.ticket_id
    async with lead.desk() as desk:
        book = await desk.book([number], "ticket.close", CHILDREN)
        with pytest.raises(TicketNotFound):
            desk.settle_book(book, Elsewhere(other, Hear("x")))


async def test_a_command_may_ask_of_several_tickets_in_order(office: Office) -> None:
    lead, number, born = await family(office, 2)
    async with lead.desk() as desk:
        parent, *children = await desk.book([number], "ticket.close", CHILDREN)
        asked = [Elsewhere(child.live.id, intents.Tag(add=(child.live.number,))) for child in children]
        for one in desk.settle_book([parent, *children], *asked, intents.Tag(add=("family",))):
            desk.apply(one)
    tags = {one: (await lead.get(f"/tickets/{one}")).json()["tags"] for one in (number, *born)}
    assert tags == {number: ["family"]} | {child: [child] for child in born}


async def meanwhile(office: Office, lead: Visitor, number: str, *, is_free: bool) -> list[Decision]:
    """The book is asked for; before its locks are given, another child is born, which somebody may work on."""
    other = await office.opened(await office.customer("曹操"))
    async with office.read() as tx:
        ((parent_id,),) = await tx.rows(
            tuple, "select id from ticket where workspace_id = %(workspace)s and number = %(n)s", n=number
        )
    async with office.services.db.plain() as first, office.services.db.plain() as second:
        await first.execute("begin")
        await first.execute("select pg_advisory_xact_lock(%s)", [parent_id])
        await second.execute("begin")
        if not is_free:
            await second.execute("select pg_advisory_xact_lock(%s)", [other.decision.ticket_id])
        closing = asyncio.create_task(close(lead, number))
        await asyncio.sleep(0.3)
        async with office.services.db.write(office.id) as tx:
            tx.put(
                "update ticket set follows = %(parent)s where workspace_id = %(workspace)s and id = %(id)s",
                parent=parent_id,
                id=other.decision.ticket_id,
            )
        await first.execute("commit")
        try:
            return await closing
        finally:
            await second.execute("rollback")


async def test_a_child_born_meanwhile_is_taken_along(office: Office) -> None:
    lead, number, born = await family(office, 1)
    _, *told = await meanwhile(office, lead, number, is_free=True)
    assert len(told) == len(born) + 1 and all(isinstance(one.events[0].event, ParentClosed) for one in told)


async def test_a_child_born_meanwhile_that_somebody_works_on_is_not_waited_for(office: Office) -> None:
    lead, number, _ = await family(office, 1)
    with pytest.raises(RelatedChanged):
        await meanwhile(office, lead, number, is_free=False)
    assert (await lead.get(f"/tickets/{number}")).json()["phase"] == "new"


async def test_families_that_meet_do_not_wait_for_each_other_for_ever(office: Office) -> None:
    lead, number, born = await family(office, 3)
    async with asyncio.timeout(20):
        await asyncio.gather(*(close(lead, one) for one in (*reversed(born), number)))
    assert {(await lead.get(f"/tickets/{one}")).json()["phase"] for one in (number, *born)} == {"closed"}


async def test_what_is_too_much_for_one_transaction_is_refused(office: Office) -> None:
    lead, number, _ = await family(office, MOST_TOGETHER)
    with pytest.raises(TooManyRelated):
        await close(lead, number)
