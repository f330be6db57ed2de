"""Canned replies: who has which, who changes them, and that no variable reaches a customer (spec 02)."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan.domains.replies.commands import MOST_REPLIES
from gongdan.domains.replies.shipped import SHIPPED
from gongdan.domains.replies.variables import VARIABLES, unfilled
from tests.kit import FOUNDED, Office, Visitor


def reply(**given: Any) -> dict[str, Any]:
    return {"name": {"zh-CN": "退款"}, "text": {"zh-CN": "{客户称呼}，退款已受理。"}} | given


async def save(visitor: Visitor, **given: Any) -> dict[str, Any]:
    answer = await visitor.post("/canned-replies", reply(**given))
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def keys(visitor: Visitor) -> list[str]:
    return [one["key"] for one in (await visitor.get("/canned-replies")).json()["replies"]]


async def test_every_workspace_has_the_talk_templates(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    found = (await agent.get("/canned-replies")).json()
    assert [one["key"] for one in found["replies"]] == ["progress", "preview", "solution"]
    assert all(set(one["text"]) == {"zh-CN", "en"} and not one["can_edit"] for one in found["replies"])
    assert [one["key"] for one in found["variables"]] == list(VARIABLES)


@pytest.mark.parametrize("key", SHIPPED)
def test_the_talk_templates_ask_for_the_same_in_both_languages(key: str) -> None:
    text = SHIPPED[key].text
    assert set(unfilled(text["zh-CN"])) == set(unfilled(text["en"])) != set()
    assert all(text[locale].count("{") == text[locale].count("}") for locale in text)


def test_the_solution_begins_with_its_title() -> None:
    assert SHIPPED["solution"].text["zh-CN"].startswith("关于{问题简述}的解决方案\n")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("", []),
        ("没有变量", []),
        ("{客户称呼}，您好", ["salutation"]),
        ("{salutation}, {Next Step} and { eta }", ["salutation", "next_step", "eta"]),
        ("{brief} {brief}", ["brief"]),
        ('{"a": 1} {} {x} {{ }} {\nbrief\n}', []),
        ("{{brief}}", ["brief"]),
    ],
)
def test_what_is_left_to_be_filled_in(text: str, left: list[str]) -> None:
    assert unfilled(text) == left


@given(st.text(), st.sampled_from([*VARIABLES, *(name["zh-CN"] for name in VARIABLES.values())]))
def test_a_variable_is_found_wherever_it_stands(text: str, name: str) -> None:
    around = text.replace("{", "").replace("}", "")
    assert len(unfilled(f"{around}{{{name}}}{around}")) == 1
    assert unfilled(around + name) == []


async def test_ones_own_are_ones_own(office: Office) -> None:
    agent, other = (
        await office.member("李雷", "agent", service=False),
        await office.member("韩梅", "agent", service=False),
    )
    made = await save(agent, keyword="tk")
    assert made["can_edit"] and made["owner"] == {"id": agent.id, "name": "李雷"} and made["version"] == 1
    assert (await keys(agent))[0] == made["key"]
    assert made["key"] not in await keys(other)
    for method, body in (("PATCH", {"keyword": "x"}), ("DELETE", None)):
        answer = await other.call(method, f"/canned-replies/{made['key']}", json=body)
        assert (answer.status_code, answer.json()["code"]) == (404, "replies.not_found")


async def test_a_lead_shares_with_their_team_and_whoever_may_with_everybody(office: Office) -> None:
    lead, agent = await office.member("组长", "lead", service=True), await office.member("李雷", "agent", service=False)
    far, admin = await office.member("远", "agent"), await office.member("管理员", "system_admin")
    of_team = await save(lead, shared="teams", teams=["service"])
    of_all = await save(admin, shared="everybody")
    assert {of_team["key"], of_all["key"]} <= set(await keys(agent))
    assert of_team["key"] not in await keys(far)
    for shared in ({"shared": "teams", "teams": ["service"]}, {"shared": "everybody"}):
        answer = await agent.post("/canned-replies", reply(**shared))
        assert (answer.status_code, answer.json()["code"]) == (403, "replies.sharing_refused")
    refused = await agent.call("PATCH", f"/canned-replies/{of_team['key']}", json={"keyword": "x"})
    assert (refused.status_code, refused.json()["code"]) == (403, "replies.not_yours")
    changed = await admin.call("PATCH", f"/canned-replies/{of_all['key']}", json={"shared": "nobody"})
    assert changed.json()["shared"] == "nobody"
    assert of_all["key"] not in await keys(agent)


async def test_shared_with_no_team_it_is_ones_own(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    made = await save(agent, shared="teams", teams=[])
    assert (made["shared"], made["teams"]) == ("nobody", [])


async def test_a_change_says_what_its_author_saw_and_stands_in_the_log(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    key = (await save(agent))["key"]
    path = f"/canned-replies/{key}"
    changed = await agent.call("PATCH", path, json={"keyword": "tk"}, headers={"If-Match": '"1"'})
    assert (changed.status_code, changed.json()["version"]) == (200, 2), changed.text
    stale = await agent.call("PATCH", path, json={"keyword": "x"}, headers={"If-Match": '"1"'})
    assert (stale.status_code, stale.json()["code"]) == (412, "replies.changed")
    same = await agent.call("PATCH", path, json={"keyword": "tk"})
    assert same.json()["version"] == 2
    assert (await agent.call("DELETE", path)).status_code == 204
    assert (await agent.call("DELETE", path)).status_code == 404
    async with office.read() as tx:
        rows = await tx.rows(
            dict,
            "select kind from event where workspace_id = %(workspace)s and stream = 'workspace'"
            " and kind like 'workspace.canned%%' order by seq",
        )
    assert [row["kind"].rpartition("_")[2] for row in rows] == ["added", "changed", "removed"]


@pytest.mark.parametrize("key", SHIPPED)
async def test_what_is_shipped_stays(office: Office, key: str) -> None:
    admin = await office.member("管理员", "system_admin")
    for method, body in (("PATCH", {"keyword": "x"}), ("DELETE", None)):
        answer = await admin.call(method, f"/canned-replies/{key}", json=body)
        assert (answer.status_code, answer.json()["code"]) == (403, "replies.not_yours")


@pytest.mark.parametrize(
    "bad",
    [
        {"name": {}},
        {"text": {}},
        {"name": {"fr": "x"}},
        {"name": {"en": "x" * 81}},
        {"text": {"en": "x" * 10_001}},
        {"keyword": "x" * 41},
        {"shared": "world"},
        {"magic": 1},
    ],
)
async def test_bodies_are_bounded(office: Office, bad: dict[str, Any]) -> None:
    agent = await office.member("李雷", "agent", service=False)
    assert (await agent.post("/canned-replies", reply(**bad))).status_code == 422


async def test_there_are_so_many_of_a_person(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    async with office.services.db.write(office.id) as tx:
        for each in range(MOST_REPLIES):
            tx.insert(
                "canned_reply",
                {"workspace_id": office.id, "key": f"k{each}", "owner_id": agent.id, "name": {"en": "x"}}
                | {"text": {"en": "x"}, "keyword": "", "shared": "nobody", "version": 1}
                | {"created_at": FOUNDED, "changed_by": agent.id},
            )
    answer = await agent.post("/canned-replies", reply())
    assert (answer.status_code, answer.json()["code"]) == (409, "replies.too_many")


async def test_customers_have_none(office: Office) -> None:
    assert (await (await office.customer()).get("/canned-replies")).status_code == 403


async def test_nothing_goes_out_that_nobody_filled_in(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    number = await office.ticket(customer, team="service", assignee_id=agent.id)
    for path, body in (
        ("replies", {"text": "{客户称呼}，您好"}),
        ("sending", {"text": "{progress}", "wait_s": 5}),
        ("resolve", {"text": "方案：{solution}"}),
    ):
        refused = await agent.post(f"/tickets/{number}/{path}", body)
        assert (refused.status_code, refused.json()["code"]) == (422, "replies.variables_left"), (path, refused.text)
    assert (await agent.post(f"/tickets/{number}/notes", {"text": "用 {progress} 模板"})).status_code == 201
    assert (await agent.post(f"/tickets/{number}/replies", {"text": '{"a": 1}'})).status_code == 201
    own = await customer.post(f"/portal/tickets/{number}/messages", {"text": "{progress}"})
    assert own.is_success, own.text
