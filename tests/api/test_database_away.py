"""What is answered while the database goes away under a request."""

import asyncio
from typing import Any

import psycopg

from tests.kit import Office


async def test_a_request_whose_connection_is_cut_is_told_to_come_back(
    office: Office, owner_url: str, database_url: str
) -> None:
    agent = await office.member("李雷", "agent")
    assert (await agent.get("/tickets", view="all_open")).status_code == 200
    async with (
        await psycopg.AsyncConnection.connect(owner_url) as holder,
        await psycopg.AsyncConnection.connect(database_url, autocommit=True) as cutter,
    ):
        await holder.execute("lock table ticket in access exclusive mode")
        asked = asyncio.create_task(agent.get("/tickets", view="all_open", headers={"Accept-Language": "en"}))
        async with asyncio.timeout(20):
            while not await _cut_who_waits(cutter, holder.info.backend_pid):
                await asyncio.sleep(0.02)
        await holder.rollback()
    answer = await asked
    told: dict[str, Any] = answer.json()
    assert (answer.status_code, told["code"]) == (503, "request.database_away"), answer.text
    assert answer.headers["Retry-After"] == "2"
    assert "again in 2 seconds" in told["remedy"]
    assert (await agent.get("/tickets", view="all_open")).status_code == 200


async def _cut_who_waits(connection: psycopg.AsyncConnection[Any], holder: int) -> int:
    """End the connections that wait for what ``holder`` has; how many."""
    cursor = await connection.execute(
        """
        select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and %s = any(pg_blocking_pids(pid))
        """,
        [holder],
    )
    return len(await cursor.fetchall())
