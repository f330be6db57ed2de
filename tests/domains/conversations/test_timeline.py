"""A ticket's timeline is its events and the messages of its conversations, by time (spec 11.3)."""

from datetime import timedelta

import pytest

from gongdan.kernel import clock
from tests.domains.conversations.kit import linked
from tests.kit import Office

pytestmark = pytest.mark.anyio


async def test_what_was_said_elsewhere_stands_between_the_events_by_time(office: Office) -> None:
    asks, other = await office.customer("王芳"), await office.customer("李梅")
    agent = await office.member("李雷", "system_admin")
    opened = await office.opened(asks)
    number = opened.decision.after.live.number
    await linked(office, other, opened.decision.ticket_id, "我这边也是", channel="chat")
    assert (await agent.post(f"/tickets/{number}/notes", {"text": "两个人"})).status_code == 201
    shown = (await agent.get(f"/tickets/{number}")).json()["timeline"]
    said = [(one["kind"], one["seq"] is None, one["message"]["text"]) for one in shown if one["message"]]
    assert said == [
        ("ticket.message_added", False, "登录时报错。"),
        ("conversation.message_added", True, "我这边也是"),
        ("ticket.message_added", False, "两个人"),
    ]
    elsewhere = next(one for one in shown if one["seq"] is None)
    assert (elsewhere["person"]["name"], elsewhere["actor"], elsewhere["via"]) == ("李梅", "customer", "chat")


async def test_the_past_holds_only_what_was_linked_by_then(office: Office) -> None:
    asks, other = await office.customer(), await office.customer("李梅")
    agent = await office.member("李雷", "system_admin")
    opened = await office.opened(asks)
    number, before = opened.decision.after.live.number, clock.now()
    await linked(office, other, opened.decision.ticket_id, "我这边也是")
    after = clock.now()
    assert "我这边也是" not in (await agent.get(f"/tickets/{number}", as_of=before.isoformat())).text
    assert "我这边也是" in (await agent.get(f"/tickets/{number}", as_of=after.isoformat())).text
    assert before < after < clock.now() + timedelta(seconds=1)
