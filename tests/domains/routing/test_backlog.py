"""What waits in vain costs the router nothing and hides nothing (spec 04, routing 5; spec 10)."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import msgspec
import psycopg
import pytest

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.routing import Dispatch, TeamDispatch
from gongdan.domains.policy.presets import standard
from gongdan.domains.routing import queries
from gongdan.domains.routing.commands.route import MOST
from gongdan.kernel import clock
from tests.domains.routing.test_router import now, run, there
from tests.kit import Office, found_office

# Serial: what the planner expects follows from all rows of the database, so it is a database of few other tests.
pytestmark = [pytest.mark.anyio, pytest.mark.serial]

ROWS = 20_000

_FILL = """
insert into ticket (workspace_id, id, number, title, title_normal, type, priority, status, phase, workflow, requester_id,
                    channel, team, created_at, updated_at, status_at, version, head_hash, routing_since, unrouted_since)
select %(workspace)s, %(first)s + n, 'N-' || n, 't', 't', 'technical', 'P' || n %% 4, 'new', 'new', '', %(requester)s,
       'mail', case when n %% 2 = 0 then 'finance' else 'cross' end, %(at)s, %(at)s, %(at)s, 1, '', %(at)s,
       case when n %% 2 = 1 then %(at)s::timestamptz end
  from generate_series(1, %(rows)s) n
"""
"""Half wait to be claimed, half for a team without agents; the ledger says so of the latter."""


async def fill(office: Office, owner_url: str) -> None:
    customer = await office.customer()
    with psycopg.connect(owner_url, autocommit=True) as owner:
        first = owner.execute("select nextval('id_block') * 1000 from generate_series(1, %s)", [ROWS // 1000 + 1])
        params = {"workspace": office.id, "first": first.fetchall()[0][0], "requester": customer.id, "rows": ROWS}
        owner.execute(_FILL, params | {"at": clock.now() - timedelta(days=3)})
        owner.execute("analyze ticket")


def claiming(team: str) -> PolicyBundle:
    dispatch = Dispatch(teams=(TeamDispatch(team=team, strategy="claim"),))
    return msgspec.structs.replace(standard([2026]), dispatch=dispatch, routing=())


def _tickets(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if plan.get("Relation Name") == "ticket":
        yield plan
    for below in plan.get("Plans", []):
        yield from _tickets(below)


async def test_a_backlog_that_nobody_can_take_hides_nothing_and_is_not_read(asgi: Any, owner_url: str) -> None:
    office = await found_office(asgi, bundle=claiming("finance"))
    customer, agent = await office.customer(), await there(office, "李雷")
    await fill(office, owner_url)
    number = await office.ticket(customer, team="service")
    await run(office)
    assert (await now(office, number)).assignee_id == agent.id
    at = clock.now()
    lanes = [queries.Lane(team="service", priority=one, until=at) for one in ("P0", "P1", "P2", "P3")]
    asked = queries.WaitingQuery(
        lanes=lanes, teams={"service": at, "cross": at, None: at}, dedicated=[agent.id], limit=MOST
    )
    query = queries.waiting(asked)
    async with office.read() as tx:
        row = await tx.row(tuple, f"explain (analyze, format json) {query.sql}", **query.params)
    assert row is not None
    read = sum(
        (one["Actual Rows"] + one.get("Rows Removed by Filter", 0)) * one["Actual Loops"]
        for one in _tickets(row[0][0]["Plan"])
    )
    assert read < MOST, row[0][0]["Plan"]
