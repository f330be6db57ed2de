"""A reply that waited and came back: what was filled in with it is a draft as its words are (spec 02, undo send)."""

from typing import Any

import pytest

from tests.domains.tickets.test_forms import policy
from tests.kit import found_office

pytestmark = pytest.mark.anyio


async def test_what_was_filled_in_with_a_reply_comes_back_with_it(asgi: Any) -> None:
    """Whoever closed the page meanwhile finds it with the draft, until that is sent or thrown away."""
    office = await found_office(asgi, bundle=policy())
    agent = await office.member("李雷", "agent", service=False)
    number = await office.ticket(await office.customer(), team="service", assignee_id=agent.id)
    await agent.post(f"/tickets/{number}/accept", {})
    draft = f"/tickets/{number}/drafts/reply"

    async def drafted() -> list[tuple[str, str, Any]]:
        found = (await agent.get(f"/tickets/{number}/drafts")).json()
        return [(one["kind"], one["text"], one["fields"]) for one in found]

    asked = {"text": "已修好", "to": "resolved", "fields": {"cause": "bug"}, "wait_s": 10}
    assert (await agent.post(f"/tickets/{number}/sending", asked)).status_code == 201
    back = (await agent.call("DELETE", f"/tickets/{number}/sending")).json()
    assert back["fields"] == {"cause": "bug"}
    assert await drafted() == [("reply", "已修好", {"cause": "bug"})]
    kept = (await agent.call("PUT", draft, json={"text": "已经修好"})).json()
    assert await drafted() == [("reply", "已经修好", kept["fields"])] == [("reply", "已经修好", {"cause": "bug"})]
    again = await agent.post(f"/tickets/{number}/sending", asked)
    assert again.status_code == 201, again.text
    await agent.call("DELETE", f"/tickets/{number}/sending")
    assert await drafted() == [("reply", "已修好\n\n已经修好", {"cause": "bug"})], "before what was begun since"
    await agent.call("DELETE", draft)
    assert (await agent.call("PUT", draft, json={"text": "别的"})).json()["fields"] == {}
