"""Running macros: by the runner's rights, whole or not at all, as they were shown, and taken back as one."""

from typing import Any

import pytest

from tests.domains.macros.test_macros import URGENT, save
from tests.kit import Office, Visitor

SAYS = {"say": "reply", "text": {"zh-CN": "{客户称呼}，已升级。", "en": "It was taken up."}}


class Desk:
    """An agent at a ticket of theirs."""

    def __init__(self, office: Office, agent: Visitor, number: str) -> None:
        self.office, self.agent, self.number = office, agent, number

    async def macro(self, *actions: dict[str, Any]) -> dict[str, Any]:
        return await save(self.agent, actions=list(actions))

    async def run(self, macro: dict[str, Any], who: Visitor | None = None, **given: Any) -> Any:
        headers = given.pop("headers", {})
        body = {"version": macro["version"]} | given
        return await (who or self.agent).post(
            f"/tickets/{self.number}/macros/{macro['key']}/run", body, headers=headers
        )

    async def ticket(self) -> dict[str, Any]:
        found: dict[str, Any] = (await self.agent.get(f"/tickets/{self.number}")).json()
        return found

    async def state(self) -> dict[str, Any]:
        """All of it but its clocks, which go on."""
        return {key: value for key, value in (await self.ticket()).items() if key != "clocks"}

    async def version(self) -> int:
        return int((await self.ticket())["version"])


@pytest.fixture
async def desk(office: Office) -> Desk:
    agent = await office.member("李雷", "agent", service=False)
    number = await office.ticket(await office.customer(), team="service", assignee_id=agent.id)
    return Desk(office, agent, number)


async def test_all_of_it_is_done_in_order_and_taken_back_as_one(desk: Desk) -> None:
    macro = await desk.macro(URGENT, {"add_tags": ["升级"]}, SAYS, {"move_to": "waiting"})
    before = await desk.ticket()
    answer = await desk.run(macro, text="王女士，已升级。")
    assert answer.status_code == 200, answer.text
    after = answer.json()
    assert (after["priority"], after["tags"], after["status"]) == ("P1", ["升级"], "waiting")
    assert after["message_id"] and after["steps"] == [] and after["problem"] is None
    assert (await desk.ticket())["version"] == after["version"]
    undone = await desk.agent.post(f"/tickets/{desk.number}/undo", {})
    assert undone.status_code == 200, undone.text
    assert [undone.json()[one] for one in ("priority", "tags", "status")] == [
        before[one] for one in ("priority", "tags", "status")
    ]
    assert (await desk.ticket())["version"] > after["version"], "what was said stays, the rest was taken back"


async def test_a_preview_says_all_and_writes_nothing(desk: Desk) -> None:
    macro = await desk.macro(URGENT, {"watching": False}, {"say": "note", "text": {"zh-CN": "记下"}})
    before = await desk.state()
    answer = await desk.run(macro, preview=True, headers={"Idempotency-Key": "k"})
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert [one["state"] for one in found["steps"]] == ["done", "unchanged", "done"]
    assert found["steps"][0]["told"] == macro["told"][0]
    assert (found["priority"], found["problem"]) == ("P1", None)
    assert await desk.state() == before
    assert (await desk.run(macro)).json()["priority"] == "P1"


async def test_one_refusal_refuses_all_and_names_the_step(desk: Desk) -> None:
    macro = await desk.macro(URGENT, {"move_to": "nowhere"}, {"add_tags": ["升级"]})
    before = await desk.state()
    refused = await desk.run(macro)
    assert (refused.status_code, refused.json()["step"]) == (422, 2), refused.text
    assert await desk.state() == before
    found = (await desk.run(macro, preview=True)).json()
    assert [one["state"] for one in found["steps"]] == ["done", "refused", "left"]
    assert (found["problem"]["code"], found["problem"]["step"]) == (refused.json()["code"], 2)


async def test_it_does_what_was_shown(desk: Desk) -> None:
    macro = await desk.macro(URGENT)
    await desk.agent.call("PATCH", f"/macros/{macro['key']}", json={"actions": [{"put_away": "trash"}]})
    for preview in (False, True):
        answer = await desk.run(macro, preview=preview)
        assert (answer.status_code, answer.json()["code"]) == (409, "macros.changed")
        assert answer.json()["version"] == 2
    await desk.agent.call("DELETE", f"/macros/{macro['key']}")
    assert (await desk.run(macro)).status_code == 404


async def test_it_runs_by_the_rights_of_its_runner(office: Office, desk: Desk) -> None:
    admin = await office.member("管理员", "system_admin")
    shared = await save(admin, actions=[{"put_away": "trash"}], shared="everybody")
    assert (await desk.run(shared)).status_code == 403
    assert (await desk.run(shared, preview=True)).json()["problem"]["step"] == 1
    stranger = await office.member("外人", "agent")
    assert (await desk.run(shared, stranger)).status_code == 404
    own = await desk.macro(URGENT)
    assert (await desk.run(own, admin)).status_code == 404, "a macro of somebody's own"
    assert (await desk.run(shared, await office.customer())).status_code == 403


async def test_no_variable_reaches_a_customer(desk: Desk) -> None:
    macro = await desk.macro(URGENT, SAYS)
    refused = await desk.run(macro)
    assert (refused.status_code, refused.json()["code"]) == (422, "replies.variables_left")
    assert refused.json()["step"] == 2
    assert (await desk.ticket())["priority"] != "P1"


async def test_what_somebody_changed_meanwhile_is_not_overrun(office: Office, desk: Desk) -> None:
    macro, version = await desk.macro(URGENT), await desk.version()
    admin = await office.member("管理员", "system_admin")
    await admin.call("PATCH", f"/tickets/{desk.number}", json={"priority": "P0"})
    stale = await desk.run(macro, headers={"If-Match": f'"{version}"'})
    assert (stale.status_code, stale.json()["fields"]) == (412, ["priority"]), stale.text
    assert (await desk.run(macro, headers={"If-Match": f'"{await desk.version()}"'})).status_code == 200


async def test_a_repeated_request_runs_it_once(desk: Desk) -> None:
    macro = await desk.macro({"say": "note", "text": {"zh-CN": "记下"}})
    answers = [await desk.run(macro, headers={"Idempotency-Key": "k"}) for _ in range(3)]
    assert [one.status_code for one in answers] == [200] * 3
    assert len({one.json()["message_id"] for one in answers}) == 1
    assert await desk.version() == answers[0].json()["version"]


async def test_who_runs_it_takes_the_ticket_on(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    desk = Desk(office, agent, await office.ticket(await office.customer(), team="service"))
    macro = await desk.macro({"claim": True}, URGENT)
    answer = await desk.run(macro)
    assert (answer.status_code, answer.json()["assignee_id"]) == (200, agent.id), answer.text


async def test_what_takes_the_ticket_away_comes_last(desk: Desk) -> None:
    """Each action is judged on the ticket as the one before it left it."""
    away = {"team": "finance", "assignee_id": None}
    assert (await desk.run(await desk.macro(away, URGENT))).json().get("step") == 2
    assert (await desk.run(await desk.macro(URGENT, away))).status_code == 200
