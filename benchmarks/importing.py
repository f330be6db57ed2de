"""How fast tickets come in from a table: one worker carries out one import, of which nine rows in ten are closed."""

import asyncio
import time
from collections.abc import Iterator

from benchmarks.stand import Stand
from gongdan import wiring
from gongdan.domains.accounts.public import current_release, system
from gongdan.domains.imports import public as imports
from gongdan.domains.operations import public as operations
from gongdan.services import Services, open_services


def tickets_a_second(stand: Stand, *, seconds: float) -> float:
    """Tickets with one message each, from the start of the run to its end; the trial before is not counted."""
    return asyncio.run(_tickets_a_second(stand, rows=max(100, int(seconds * 1_000))))


async def _tickets_a_second(stand: Stand, *, rows: int) -> float:
    table = "\n".join(_lines(rows)).encode()
    async with open_services(stand.settings, stand.urls.worker, wiring.PARTS) as services:
        async with services.db.read(stand.workspace) as tx:
            who = system(stand.workspace, name="bench", release=await current_release(tx))
        kinds = await wiring.imports_of(services)(who)
        id = await imports.bring_in(services.db, who, kinds["tickets"], "bench.csv", table)
        await imports.check(services.db, who, kinds, id)
        await _worked(services, "check")
        await imports.start(services.db, who, kinds, id, invites=None, via="cli")
        begun = time.perf_counter()
        await _worked(services, "run")
        took = time.perf_counter() - begun
        async with services.db.read(stand.workspace) as tx:
            state, _ = await imports.own(tx, who, kinds, id)
        assert state.row.added == rows, state
        return rows / took


async def _worked(services: Services, what: str) -> None:
    work = operations.Work(services.db, wiring.operation_kinds(services))
    assert await operations.step(work), f"{what} waits for a worker"


def _lines(rows: int) -> Iterator[str]:
    yield "编号,标题,描述,提交人,邮箱,类型,分类,状态,创建,关闭时间,标签"
    for n in range(rows):
        ended = "已关闭" if n % 10 else "处理中"
        closed = "2025-03-05 18:00" if n % 10 else ""
        yield (
            f"B-{n},打印机 {n} 不工作,按下电源键没有反应，已重启 {n} 次,客户 {n % 700},bench-{n % 700}@import.test,"
            f"技术支持,其他,{ended},2025-03-01 09:30,{closed},批次{n % 20}"
        )
