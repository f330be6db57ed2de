"""A worker that brings tickets in is killed in the middle, by the system: nothing is lost and nothing comes twice."""

import sys
from pathlib import Path

import anyio
import pytest

from gongdan.infra.db.server import Urls
from tests.api.test_imports import brought, counts, shown, worked
from tests.domains.operations.test_operations import carry_out
from tests.domains.transfer.test_tables import count, examined, manager
from tests.kit import Office

pytestmark = pytest.mark.anyio

WORKER = """
import asyncio, sys
from gongdan import wiring
from gongdan.domains.operations import public as operations
from gongdan.services import open_services
from gongdan.settings import Settings

async def main():
    settings = Settings(database_url=sys.argv[1], row_security=True)
    async with open_services(settings, sys.argv[1], wiring.PARTS) as services:
        work = operations.Work(services.db, wiring.operation_kinds(services))
        while True:
            await operations.step(work)

asyncio.run(main())
"""
ROWS = 300


async def test_what_a_killed_worker_began_another_ends(office: Office, database: Urls, tmp_path: Path) -> None:
    who = await manager(office)
    rows = "".join(f"{n},工单{n},你好,c{n % 40}@a.test,技术支持,其他\n" for n in range(ROWS))
    id = await brought(who, "编号,标题,描述,邮箱,类型,分类\n" + rows, "tickets")
    assert await worked(office, who, id, "check") == counts(added=ROWS)
    run = (await who.post(f"/imports/{id}/start", {})).json()["run"]["operation_id"]
    victim = await anyio.open_process([sys.executable, "-c", WORKER, database.worker], cwd=tmp_path)
    try:
        with anyio.move_on_after(120):
            while await count(office, "ticket") < 20:
                await anyio.sleep(0.005)
    finally:
        victim.kill()
        await victim.wait()
    assert 20 <= await count(office, "ticket") <= ROWS
    async with office.services.db.write(office.id) as tx:
        tx.put("update operation set lease_until = null where workspace_id = %(workspace)s")
    await carry_out(office, who, run)
    found = (await shown(who, id))["run"]
    assert (found["state"], found["added"], found["refused"]) == ("done", ROWS, 0)
    assert await count(office, "ticket") == ROWS == await count(office, "message")
    assert await count(office, "customer") == 40
    await examined(office)
