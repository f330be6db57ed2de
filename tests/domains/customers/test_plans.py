"""Customers are found by indexes, however many there are: a page costs what a page costs."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from gongdan.domains.customers.finding.search import Only, page, ways
from gongdan.domains.customers.public import within
from gongdan.infra.db.tx import Query
from tests.kit import Office

# Serial: what the planner expects follows from all rows of the database, so it is a database of few other tests.
pytestmark = [pytest.mark.serial, pytest.mark.anyio]

ROWS = 20_000

_FILL = (
    """
    insert into person (workspace_id, id, name, created_at)
    select %(workspace)s, %(first)s + n,
           (array['王', '李', '张', '刘', '陈'])[1 + n %% 5] || chr(19968 + (n * 1009) %% 5000) || chr(19968 + n %% 4999),
           now()
      from generate_series(1, %(rows)s) n
    """,
    """
    insert into customer (workspace_id, person_id)
    select %(workspace)s, %(first)s + n from generate_series(1, %(rows)s) n
    """,
    """
    insert into identity (workspace_id, kind, handle, person_id)
    select %(workspace)s, 'mail', 'user' || n || '@customer.example', %(first)s + n from generate_series(1, %(rows)s) n
    """,
    """
    insert into identity (workspace_id, kind, handle, person_id)
    select %(workspace)s, 'phone', '1' || (3000000000 + n * 37), %(first)s + n from generate_series(1, %(rows)s) n
    """,
    "analyze person, customer, identity, person_name_part",
)


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for below in plan.get("Plans", []):
        yield from _nodes(below)


def _rows_read(node: dict[str, Any]) -> float:
    return float(node["Actual Rows"] + node.get("Rows Removed by Filter", 0)) * float(node["Actual Loops"])


async def _explained(office: Office, query: Query[Any]) -> tuple[dict[str, Any], float]:
    async with office.read() as tx:
        row = await tx.row(tuple, f"explain (analyze, format json) {query.sql}", **query.params)
    assert row is not None
    return row[0][0]["Plan"], row[0][0]["Planning Time"] + row[0][0]["Execution Time"]


async def test_a_page_of_customers_reads_few_rows(office: Office, owner_url: str) -> None:
    director = await office.member("总监", "director")
    with psycopg.connect(owner_url, autocommit=True) as owner:
        first = owner.execute("select nextval('id_block') * 1000 from generate_series(1, %s)", [ROWS // 1000 + 1])
        params = {"workspace": office.id, "first": first.fetchall()[0][0], "rows": ROWS}
        for statement in _FILL:
            owner.execute(statement, params if "%(" in statement else None)
        try:
            for typed in ("", "王", "一", "user1", "user123@customer.example", "130", "13000000037", "nobody"):
                query = page(ways(typed, by_handles=True), Only(), within(director.authority), None, 51)
                plan, took = await _explained(office, query)
                print(f"{typed!r}: {took:.1f} ms")
                read = max(_rows_read(node) for node in _nodes(plan))
                assert read < ROWS / 20, f"{typed}: {plan}"
        finally:
            for table in ("person_name_part", "identity", "customer"):
                owner.execute(
                    f"delete from {table} where workspace_id = %s and person_id > %s", [office.id, params["first"]]
                )
            owner.execute("delete from person where workspace_id = %s and id > %s", [office.id, params["first"]])
