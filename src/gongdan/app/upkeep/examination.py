"""What ``gongdan doctor`` looks at. Each examination gives findings; none is a clean bill of health."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any, Final, Literal

import msgspec

from gongdan.app.upkeep import readings
from gongdan.domains.conversations.public import flaws_of_conversations
from gongdan.domains.routing.public import drifted
from gongdan.domains.tickets.public import flaws_of_fold
from gongdan.infra.db.tx import ReadTx
from gongdan.infra.log import quarantine, seal
from gongdan.infra.timers import fire
from gongdan.services import Services

_SEVERITY: Final[dict[str, Literal["error", "warning"]]] = {"warn": "warning", "bad": "error"}
SAMPLE: Final = 500
"""Tickets of a workspace whose row is compared with the fold of its log, the latest changed first."""


class DoctorFinding(msgspec.Struct, frozen=True, kw_only=True):
    """Something to look at. Its text stands in the catalogue under ``cli.doctor.<code>``, or under its code."""

    code: str
    severity: Literal["error", "warning"] = "error"
    workspace: str | None = None
    params: dict[str, Any] = {}


async def examine(services: Services, now: datetime) -> AsyncIterator[DoctorFinding]:
    """Everything, first what concerns the installation, then each workspace."""
    for check in await readings.installation(services, now):
        if check.state != "ok":
            severity = _SEVERITY[check.state]
            yield DoctorFinding(code=f"health.{check.code}", severity=severity, params=check.params)
    async with services.db.plain() as connection:
        cursor = await connection.execute("select id, slug, current_release from workspace order by slug")
        workspaces = await cursor.fetchall()
    for workspace_id, slug, release in workspaces:
        async with services.db.read(workspace_id) as tx:
            async for code, severity, params in _workspace(services, tx, release):
                yield DoctorFinding(code=code, severity=severity, workspace=slug, params=params)


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
