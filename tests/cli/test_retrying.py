"""A way back for what was set aside (spec 01: a poisonous event is quarantined visibly)."""

import pytest

from gongdan.cli.retrying import Retried, retry_workspace
from gongdan.infra.log import quarantine
from gongdan.infra.timers import fire
from gongdan.infra.timers.effects import SetTimer, write_timer
from gongdan.kernel import clock
from tests.kit import Office

pytestmark = pytest.mark.anyio


async def test_what_was_quarantined_gets_another_chance(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    opened = await office.opened(await office.customer(), team="service", assignee_id=agent.id)
    assigned = next(one for one in opened.decision.events if one.event.kind == "ticket.assigned")
    now = clock.now()
    async with office.services.db.write(office.id) as tx:
        quarantine.set_aside(tx, "staff-notices", assigned, "KeyError: 'x'", now=now)
        quarantine.set_aside(tx, "gone-since", assigned, "KeyError: 'x'", now=now)
        write_timer(tx, SetTimer(owner="sla", subject=1, key="x", generation=1, fire_at=now))
        tx.put("update timer set quarantined_at = %(now)s where workspace_id = %(workspace)s and key = 'x'", now=now)

    assert await retry_workspace(office.services, office.id) == Retried(delivered=1, failed=1, timers=1)

    async with office.read() as tx:
        assert [one.subscriber for one in await quarantine.quarantined(tx)] == ["gone-since"]
        assert await fire.quarantined(tx) == []
    assert [one["kind"] for one in (await agent.get("/notices")).json()["notices"]] == ["assigned"]
