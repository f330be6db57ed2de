"""Queues are read from indexes, however many tickets there are (spec 01, permission; spec 10)."""

from collections.abc import AsyncIterator, Iterator
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import psycopg
import pytest

from gongdan.conditions.grammar import Condition
from gongdan.domains.accounts.public import reach
from gongdan.domains.inbox.lists import queries
from gongdan.domains.inbox.lists.cursors import LISTED, Cursor, days_from
from gongdan.domains.inbox.views.columns import SORTS, Sort
from gongdan.domains.inbox.views.compiled import in_sql
from gongdan.domains.inbox.views.shipped import VIEWS
from gongdan.domains.inbox.views.view import View
from gongdan.kernel import clock
from tests.kit import Office, Visitor

# Serial: what the planner expects follows from all rows of the database, so it is a database of few other tests.
pytestmark = pytest.mark.serial

ROWS = 20_000

_FILL = """
insert into ticket (workspace_id, id, number, title, title_normal, type, priority, status, phase, workflow, requester_id,
                    creator_id, channel, team, assignee_id, created_at, updated_at, status_at, version, head_hash,
                    next_due_at, risk_at)
select %(workspace)s, %(first)s + n, 'N-' || n, 't', 't', 'technical', 'P' || n %% 4, 'x',
       case when n %% 10 < 3 then 'open' else 'closed' end, '', %(requester)s, null, 'mail',
       (array['service', 'tech', 'finance', 'senior'])[1 + n %% 4], case when n %% 100 = 0 then %(agent)s::bigint end,
       %(now)s - n * interval '1 minute', %(now)s - n * interval '1 minute', %(now)s, 1, '', %(now)s + n * interval '1 minute',
       %(now)s + (n - 500) * interval '1 minute'
  from generate_series(1, %(rows)s) n
"""


async def _fill(office: Office, owner_url: str, agent: Visitor) -> None:
    customer = await office.customer()
    with psycopg.connect(owner_url, autocommit=True) as owner:
        first = owner.execute("select nextval('id_block') * 1000 from generate_series(1, %s)", [ROWS // 1000 + 1])
        params = {"workspace": office.id, "first": first.fetchall()[0][0], "requester": customer.id, "rows": ROWS}
        owner.execute(_FILL, params | {"agent": agent.id, "now": clock.now()})
        owner.execute("analyze ticket")


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for below in plan.get("Plans", []):
        yield from _nodes(below)


def _rows_read(node: dict[str, Any]) -> float:
    return float(node["Actual Rows"] + node.get("Rows Removed by Filter", 0)) * float(node["Actual Loops"])


async def _explained(
    office: Office, asker: Visitor, view: View, sort: Sort, after: Cursor | None = None
) -> dict[str, Any]:
    rules = await office.services.rules(office.id, 1)
    asked = queries.QueueQuery(
        reach=reach(asker.authority),
        where=(
            LISTED,
            in_sql(view, asker.authority, rules, now=clock.now()),
        ),
        sort=sort,
        order=sort.natural,
        after=after,
        limit=50,
        params={"ranks": ["P0", "P1", "P2", "P3"]},
    )
    query = queries.page(asked)
    async with office.read() as tx:
        row = await tx.row(tuple, f"explain (analyze, format json) {query.sql}", **query.params)
    assert row is not None
    plan: dict[str, Any] = row[0][0]["Plan"]
    return plan


@pytest.fixture
async def full(office: Office, owner_url: str) -> AsyncIterator[tuple[Office, Visitor, Visitor]]:
    """An office with many tickets, one of its agents, and its director. The tickets go again: what the planner expects
    follows from all rows of the database, and other tests look at plans too."""
    agent = await office.member("李雷", "agent", service=False)
    director = await office.member("韩梅梅", "director")
    await _fill(office, owner_url, agent)
    yield office, agent, director
    with psycopg.connect(owner_url, autocommit=True) as owner:
        owner.execute("delete from ticket where workspace_id = %s", [office.id])
        owner.execute("vacuum analyze ticket")


async def test_no_view_reads_much_more_than_it_shows(full: tuple[Office, Visitor, Visitor]) -> None:
    office, *askers = full
    for asker in askers:
        for view in VIEWS.values():
            plan = await _explained(office, asker, view, SORTS[view.sort])
            tickets = [node for node in _nodes(plan) if node.get("Relation Name") == "ticket"]
            assert {node["Node Type"] for node in tickets} <= {"Index Scan", "Index Only Scan", "Bitmap Heap Scan"}
            assert sum(map(_rows_read, tickets)) < ROWS / 20, f"{view.key} for {asker.authority.name}: {plan}"


async def test_a_page_far_down_is_found_as_quickly(full: tuple[Office, Visitor, Visitor]) -> None:
    office, _, director = full
    far = clock.now() - timedelta(minutes=ROWS // 2)
    places: dict[str, datetime] = {"updated": far, "due": clock.now() + timedelta(minutes=ROWS // 2)}
    for sort, value in places.items():
        after = Cursor(sort=sort, order=SORTS[sort].natural, value=value, id=1)
        plan = await _explained(office, director, VIEWS["all_open"], SORTS[sort], after)
        tickets = [node for node in _nodes(plan) if node.get("Relation Name") == "ticket"]
        assert sum(map(_rows_read, tickets)) < ROWS / 20, f"{sort}: {plan}"


def _own(*parts: Condition) -> View:
    return msgspec.structs.replace(VIEWS["all_open"], key="own", condition=Condition(all=parts))


_MADE = {
    "some open phases": (Condition(field="phase", op="is_any", value=["open", "review"]),),
    "not two ended phases, said one by one": (
        Condition(not_=Condition(field="phase", op="is", value="closed")),
        Condition(not_=Condition(field="phase", op="is", value="resolved")),
    ),
    "neither ended nor without a team": (
        Condition(
            not_=Condition(
                any=(
                    Condition(field="phase", op="is_any", value=["closed", "resolved"]),
                    Condition(field="team", op="is_empty"),
                )
            )
        ),
    ),
    "theirs one way or the other": (
        Condition(
            any=(
                Condition(field="assignee", op="is", value={"known": "me"}),
                Condition(field="watchers", op="has", value={"known": "me"}),
            )
        ),
    ),
}


async def test_a_view_of_ones_own_is_read_from_an_index_too(full: tuple[Office, Visitor, Visitor]) -> None:
    office, _, director = full
    for name, parts in _MADE.items():
        plan = await _explained(office, director, _own(*parts), SORTS["updated"])
        tickets = [node for node in _nodes(plan) if node.get("Relation Name") == "ticket"]
        assert {node["Node Type"] for node in tickets} <= {"Index Scan", "Index Only Scan", "Bitmap Heap Scan"}
        assert sum(map(_rows_read, tickets)) < ROWS / 20, f"{name}: {plan}"


AMOUNT = Sort(key="fields.amount", by="fields.amount", cast="bigint", natural="asc", column="int_value", may_lack=True)


async def test_an_order_by_a_custom_field_is_read_from_the_index_of_its_values(
    full: tuple[Office, Visitor, Visitor], owner_url: str
) -> None:
    office, agent, director = full
    with psycopg.connect(owner_url, autocommit=True) as owner:
        owner.execute(
            "insert into ticket_field (workspace_id, ticket_id, field, int_value)"
            " select workspace_id, id, %s, id %% 977 from ticket where workspace_id = %s and id %% 3 > 0",
            [AMOUNT.by, office.id],
        )
        owner.execute("analyze ticket_field")
    try:
        for asker in (agent, director):
            plan = await _explained(office, asker, VIEWS["all_open"], AMOUNT)
            read = [node for node in _nodes(plan) if node.get("Relation Name") in ("ticket", "ticket_field")]
            assert sum(map(_rows_read, read)) < ROWS / 3, f"{asker.authority.name}: {plan}"
    finally:
        with psycopg.connect(owner_url, autocommit=True) as owner:
            owner.execute("delete from ticket_field where workspace_id = %s", [office.id])
            owner.execute("vacuum analyze ticket_field")


@pytest.mark.parametrize("who", ["agent", "director"])
async def test_a_month_of_full_days_is_read_as_ranges_of_an_index(
    full: tuple[Office, Visitor, Visitor], who: str
) -> None:
    """More than four hundred open tickets fall due on each of the first days."""
    office, agent, director = full
    asker = agent if who == "agent" else director
    rules = await office.services.rules(office.id, 1)
    days = days_from(clock.now().date(), 42, ZoneInfo("Asia/Shanghai"))
    asked = queries.DueQuery(
        reach=reach(asker.authority),
        where=(
            LISTED,
            in_sql(VIEWS["all_open"], asker.authority, rules, now=clock.now()),
        ),
        days=[(since, until) for _, since, until in days],
        most=1_000,
        each=4,
    )
    query = queries.due_by_day(asked)
    async with office.read() as tx:
        row = await tx.row(tuple, f"explain (analyze, format json) {query.sql}", **query.params)
    assert row is not None
    plan: dict[str, Any] = row[0][0]["Plan"]
    of_tickets = [node for node in _nodes(plan) if node.get("Relation Name") == "ticket"]
    assert of_tickets and not [node for node in of_tickets if node["Node Type"] == "Seq Scan"]
    assert sum(map(_rows_read, of_tickets)) < ROWS
