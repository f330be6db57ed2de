"""What ``gongdan doctor`` looks at. Each examination gives findings; none is a clean bill of health."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any, Final, Literal

import msgspec

from gongdan.domains.conversations.public import flaws_of_conversations
from gongdan.domains.routing.public import drifted
from gongdan.domains.tickets.public import flaws_of_fold
from gongdan.infra.db.tx import ReadTx
from gongdan.infra.disk import MIB
from gongdan.infra.log import quarantine, seal
from gongdan.infra.log.position import Position, who_holds_back
from gongdan.infra.timers import fire
from gongdan.services import Services

LATE: Final = timedelta(minutes=5)
"""A timer or a subscriber this far behind is a finding: workers are seconds behind."""
HELD_BACK: Final = timedelta(minutes=1)
SAMPLE: Final = 500
"""Tickets of a workspace whose row is compared with the fold of its log, the latest changed first."""


class DoctorFinding(msgspec.Struct, frozen=True, kw_only=True):
    """Something to look at. Its text stands in the catalogue under ``cli.doctor.<code>``."""

    code: str
    severity: Literal["error", "warning"] = "error"
    workspace: str | None = None
    params: dict[str, Any] = {}


async def examine(services: Services, now: datetime) -> AsyncIterator[DoctorFinding]:
    """Everything, first what concerns the installation, then each workspace."""
    async for finding in _installation(services, now):
        yield finding
    async with services.db.plain() as connection:
        cursor = await connection.execute("select id, slug, current_release from workspace order by slug")
        workspaces = await cursor.fetchall()
    for workspace_id, slug, release in workspaces:
        async with services.db.read(workspace_id) as tx:
            async for code, severity, params in _workspace(services, tx, release):
                yield DoctorFinding(code=code, severity=severity, workspace=slug, params=params)


async def _installation(services: Services, now: datetime) -> AsyncIterator[DoctorFinding]:
    if (room := services.disk.state()) != "roomy":
        shown = {"path": str(services.disk.path), "free_mib": services.disk.free() // MIB}
        yield DoctorFinding(code=f"disk_{room}", severity="error" if room == "full" else "warning", params=shown)
    async with services.db.plain() as connection:
        for holder in await who_holds_back(connection):
            if holder.open_for is None or holder.open_for > HELD_BACK:
                what = {"pid": holder.pid, "name": holder.name, "open_for": str(holder.open_for), "state": holder.state}
                yield DoctorFinding(code="held_back", severity="warning", params=what)
        cursor = await connection.execute(
            "select count(*), min(fire_at) from timer where quarantined_at is null and fire_at < %s", [now - LATE]
        )
        row = await cursor.fetchone()
        if row and row[0]:
            yield DoctorFinding(code="timers_overdue", params={"count": row[0], "since": row[1]})
        cursor = await connection.execute("select subscriber, epoch, xid::text::bigint, id from cursor")
        cursors = await cursor.fetchall()
    for name, *position in cursors:
        waiting = await services.log.after(Position(*position), 1)
        if waiting and waiting[0].at < now - LATE and name != seal.SEALER.name:
            yield DoctorFinding(code="subscriber_behind", params={"subscriber": name, "since": waiting[0].at})


async def _workspace(
    services: Services, tx: ReadTx, release: int
) -> AsyncIterator[tuple[str, Literal["error", "warning"], dict[str, Any]]]:
    async for flaw in seal.verify(tx):
        yield f"log.{flaw.code}", "error", _given(flaw)
    for aside in await quarantine.quarantined(tx):
        yield "event_quarantined", "warning", _given(aside)
    for timer in await fire.quarantined(tx):
        yield "timer_quarantined", "warning", _given(timer)
    for ticket in await flaws_of_fold(tx, services.log, services.subjects, SAMPLE):
        yield "row_differs", "error", _given(ticket)
    for conversation in await flaws_of_conversations(tx, services.log, SAMPLE):
        yield "conversation_differs", "error", _given(conversation)
    uncertain = await tx.rows(
        tuple,
        "select kind, count(*) from delivery where workspace_id = %(workspace)s and state = 'uncertain' group by kind",
    )
    for kind, count in uncertain:
        yield "delivery_uncertain", "warning", {"kind": kind, "count": count}
    if release == 0:
        yield "no_release", "warning", {}
    for load in await drifted(tx):
        yield "load_drifted", "error", _given(load)


def _given(struct: msgspec.Struct) -> dict[str, Any]:
    return {name: value for name, value in msgspec.structs.asdict(struct).items() if value is not None}
