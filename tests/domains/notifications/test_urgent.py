"""What waits for a digest goes at once when it becomes grave: warnings, breaches and escalations are one notice."""

import pytest
from msgspec.structs import replace

from gongdan.domains.bundle.times.sla import SlaPolicy, Target
from gongdan.domains.policy.presets import standard
from gongdan.domains.sla.subjects import Escalate
from gongdan.kernel import clock
from tests.domains.notifications.kit import with_mailbox
from tests.domains.notifications.test_choices import choose
from tests.domains.notifications.test_promises import sweep
from tests.domains.notifications.test_sending import BOTH, sent_to, waiting
from tests.domains.notifications.test_staff import act
from tests.kit import Office

pytestmark = pytest.mark.anyio


async def test_an_escalation_does_not_wait_with_the_warning_that_it_grew_from(office: Office) -> None:
    await with_mailbox(office)
    target = Target(metric="first_response", amount=40, unit="calendar_minutes", warn_at=(50,))
    policy = SlaPolicy(key="one", name={"zh-CN": "一", "en": "One"}, targets=(target,))
    await office.publish(replace(standard([2026]), sla=(policy,)))
    agent = await office.member("李雷", service=False)
    await choose(agent, {"warned": BOTH}, digest="hourly")
    number = await office.ticket(await office.customer(), title="很急", team="service", assignee_id=agent.id)
    await sweep(office)
    assert [one.fire_at > clock.now() for one in await waiting(office)] == [True]
    assert await sent_to(agent) == []
    await act(office, number, Escalate(level="L2", ladder="standard"))
    (mail,) = await sent_to(agent)
    assert mail.subject == f"[{number}] 二级升级（即将超时）：很急"
    assert "（2 次）" in mail.text and "时限已用" not in mail.text
