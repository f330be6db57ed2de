"""Macros as they are kept: who has which, who changes them, and what may stand in one."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan.domains.macros.commands import MOST_MACROS
from gongdan.domains.macros.macro import MOST_ACTIONS, MacroAction, faults_of
from tests.kit import FOUNDED, Office, Visitor

URGENT = {"values": {"priority": "P1"}}


def macro(**given: Any) -> dict[str, Any]:
    return {"name": {"zh-CN": "加急"}, "actions": [URGENT]} | given


async def save(visitor: Visitor, **given: Any) -> dict[str, Any]:
    answer = await visitor.post("/macros", macro(**given))
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def keys(visitor: Visitor) -> list[str]:
    return [one["key"] for one in (await visitor.get("/macros")).json()]


async def test_ones_own_are_ones_own(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    other = await office.member("韩梅", "agent", service=False)
    assert await keys(agent) == []
    made = await save(agent)
    assert made["can_edit"] and made["owner"] == {"id": agent.id, "name": "李雷"} and made["version"] == 1
    assert await keys(agent) == [made["key"]]
    assert await keys(other) == []
    for method, body in (("PATCH", {"actions": [URGENT]}), ("DELETE", None)):
        answer = await other.call(method, f"/macros/{made['key']}", json=body)
        assert (answer.status_code, answer.json()["code"]) == (404, "macros.not_found")


async def test_a_lead_shares_with_their_team_and_whoever_may_with_everybody(office: Office) -> None:
    lead, agent = await office.member("组长", "lead", service=True), await office.member("李雷", "agent", service=False)
    far, admin = await office.member("远", "agent"), await office.member("管理员", "system_admin")
    of_team = await save(lead, shared="teams", teams=["service"])
    of_all = await save(admin, shared="everybody")
    assert set(await keys(agent)) == {of_team["key"], of_all["key"]}
    assert await keys(far) == [of_all["key"]]
    for shared in ({"shared": "teams", "teams": ["service"]}, {"shared": "everybody"}):
        answer = await agent.post("/macros", macro(**shared))
        assert (answer.status_code, answer.json()["code"]) == (403, "macros.sharing_refused")
    refused = await agent.call("PATCH", f"/macros/{of_team['key']}", json={"actions": [URGENT]})
    assert (refused.status_code, refused.json()["code"]) == (403, "macros.not_yours")
    changed = await admin.call("PATCH", f"/macros/{of_all['key']}", json={"shared": "teams", "teams": []})
    assert (changed.json()["shared"], changed.json()["teams"]) == ("nobody", [])
    assert await keys(far) == []


async def test_a_change_says_what_its_author_saw_and_stands_in_the_log(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    path = f"/macros/{(await save(agent))['key']}"
    wanted = {"actions": [URGENT, {"add_tags": ["急"]}]}
    changed = await agent.call("PATCH", path, json=wanted, headers={"If-Match": '"1"'})
    assert (changed.status_code, changed.json()["version"]) == (200, 2), changed.text
    stale = await agent.call("PATCH", path, json={"actions": [URGENT]}, headers={"If-Match": '"1"'})
    assert (stale.status_code, stale.json()["code"]) == (412, "macros.stale")
    assert (await agent.call("PATCH", path, json=wanted)).json()["version"] == 2
    assert (await agent.call("DELETE", path)).status_code == 204
    assert (await agent.call("DELETE", path)).status_code == 404
    async with office.read() as tx:
        rows = await tx.rows(
            dict,
            "select kind from event where workspace_id = %(workspace)s and stream = 'workspace'"
            " and kind like 'workspace.macro%%' order by seq",
        )
    assert [row["kind"].rpartition("_")[2] for row in rows] == ["added", "changed", "removed"]


@pytest.mark.parametrize(
    "bad",
    [
        {"name": {}},
        {"name": {"fr": "x"}},
        {"name": {"en": "x" * 81}},
        {"actions": []},
        {"actions": [URGENT] * (MOST_ACTIONS + 1)},
        {"actions": [{}]},
        {"actions": [{"magic": 1}]},
        {"actions": [URGENT | {"claim": True}]},
        {"actions": [{"put_away": "spam", "take_out": "trash"}]},
        {"actions": [{"claim": True, "reason": "solved"}]},
        {"actions": [{"say": "reply"}]},
        {"actions": [{"say": "reply", "text": {"en": " "}}]},
        {"actions": [{"say": "reply", "text": {"en": "x" * 10_001}}]},
        {"actions": [{"text": {"en": "x"}}]},
        {"actions": [URGENT | {"text": {"en": "x"}}]},
        {"actions": [{"say": "reply", "text": {"en": "x"}}, {"say": "note", "text": {"en": "x"}}]},
        {"shared": "world"},
        {"magic": 1},
    ],
)
async def test_bodies_are_bounded(office: Office, bad: dict[str, Any]) -> None:
    agent = await office.member("李雷", "agent", service=False)
    answer = await agent.post("/macros", macro(**bad))
    assert answer.status_code == 422, answer.text


_THINGS = (
    MacroAction(values={"priority": "P1"}),
    MacroAction(add_tags=["a"]),
    MacroAction(team=None),
    MacroAction(move_to="waiting"),
    MacroAction(watching=False),
    MacroAction(claim=True),
)
_SAYS = MacroAction(say="note", text={"zh-CN": "记下"})


@given(st.lists(st.sampled_from([*_THINGS, _SAYS]), max_size=8))
def test_any_order_of_single_things_with_one_text_is_right(actions: list[MacroAction]) -> None:
    assert len(faults_of(tuple(actions))) == max(0, actions.count(_SAYS) - 1)


async def test_each_action_is_told_in_both_languages(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    actions = [
        URGENT,
        {"values": {"category": None}},
        {"move_to": "waiting"},
        {"team": "finance", "assignee_id": None},
        {"assignee_id": agent.id},
        {"add_tags": ["急"], "remove_tags": ["慢"]},
        {"claim": True},
        {"watching": True},
        {"put_away": "trash"},
        {"take_out": "spam"},
        {"say": "reply", "text": {"zh-CN": "{客户称呼}，\n已升级。" + "长" * 90}},
    ]
    told = (await save(agent, actions=actions))["told"]
    assert len(told) == len(actions)
    assert all(one["zh-CN"] and one["en"] and "macros." not in str(one) for one in told)
    assert told[4]["zh-CN"] == "分配给 李雷" and told[4]["en"] == "Assign it to 李雷"
    assert told[10]["zh-CN"].startswith("公开回复：{客户称呼}， 已升级。") and told[10]["zh-CN"].endswith("…")


async def test_there_are_so_many_of_a_person(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    async with office.services.db.write(office.id) as tx:
        for each in range(MOST_MACROS):
            tx.insert(
                "macro",
                {"workspace_id": office.id, "key": f"k{each}", "owner_id": agent.id, "name": {"en": "x"}}
                | {"actions": [URGENT], "shared": "nobody", "version": 1}
                | {"created_at": FOUNDED, "changed_by": agent.id},
            )
    answer = await agent.post("/macros", macro())
    assert (answer.status_code, answer.json()["code"]) == (409, "macros.too_many")


async def test_it_is_saved_once(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    answers = [await agent.post("/macros", macro(), headers={"Idempotency-Key": "k"}) for _ in range(3)]
    assert [one.status_code for one in answers] == [201] * 3
    assert await keys(agent) == [answers[0].json()["key"]]


async def test_customers_have_none(office: Office) -> None:
    assert (await (await office.customer()).get("/macros")).status_code == 403
