"""The commands of a ticket over HTTP, on a real PostgreSQL: what they answer, refuse and keep."""

from datetime import timedelta

import pytest

from gongdan.kernel import clock
from tests.kit import Office, Visitor

pytestmark = pytest.mark.anyio


async def agent(office: Office) -> Visitor:
    return await office.member("李雷", "agent", service=False, tech=False, finance=False)


async def opened(by: Visitor, **body: object) -> dict[str, object]:
    new = {"title": "手机号无法接收验证码", "category": "register-phone", "requester": {"mail": "w@x.test"}}
    answer = await by.post("/tickets", new | body)
    assert answer.status_code == 201, answer.text
    found: dict[str, object] = answer.json()
    return found


async def test_opening_answers_number_team_and_clocks_with_no_agent_yet(office: Office) -> None:
    found = await opened(await agent(office), text="注册时收不到短信验证码")
    assert str(found["number"]).startswith("GD-")
    assert found["team"] is not None
    assert found["assignee_id"] is None
    assert {clock["metric"] for clock in found["clocks"]} >= {"first_response", "resolution"}


async def test_the_same_request_with_the_same_key_is_answered_the_same_and_opens_nothing(office: Office) -> None:
    lead, headers = await agent(office), {"Idempotency-Key": "k1"}
    body = {"title": "重复提交", "category": "other", "requester": {"mail": "w@x.test"}}
    first = await lead.post("/tickets", body, headers=headers)
    second = await lead.post("/tickets", body, headers=headers)
    assert (second.status_code, second.json()) == (201, first.json())
    assert second.headers["Idempotency-Replayed"] == "true"


async def test_a_key_with_another_request_is_refused(office: Office) -> None:
    lead, headers = await agent(office), {"Idempotency-Key": "k1"}
    await lead.post("/tickets", {"title": "一", "category": "other"}, headers=headers)
    answer = await lead.post("/tickets", {"title": "二", "category": "other"}, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (422, "request.idempotency_key_reused")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"title": "好", "priority": "P9"}, "priority"),
        ({"title": "好", "category": "none"}, "category"),
        ({"title": "好", "type": "none"}, "type"),
        ({"title": "好", "team": "none"}, "team"),
        ({"title": "好", "category": "other", "fields": {"none": 1}}, "fields.none"),
        ({"title": "好", "files": ["77"]}, "files[0]"),
        ({"title": "好", "category": "other", "requester": {"id": 1}}, "requester.id"),
    ],
)
async def test_a_faulty_field_is_named_with_its_remedy_in_both_languages(
    office: Office, body: dict[str, object], field: str
) -> None:
    lead = await agent(office)
    for language, word in (("zh-CN", "字段"), ("en", "field")):
        answer = await lead.post("/tickets", body, headers={"Accept-Language": language})
        problem = answer.json()
        assert answer.status_code == 422, answer.text
        assert answer.headers["content-type"].startswith("application/problem+json")
        assert field in [fault["field"] for fault in problem["faults"]]
        assert problem["title"] and problem["remedy"], word


@pytest.mark.parametrize(
    ("signs", "kept"), [("\u0001", ""), ("𠮷𠮷", "𠮷𠮷"), ("\u202eabc", "abc"), ("e\u0301" * 40, "é" * 40)]
)
async def test_odd_signs_of_a_title_are_kept_where_a_reader_sees_them(office: Office, signs: str, kept: str) -> None:
    found = await opened(await agent(office), title=f"好{signs}", text=signs, tags=[f"t{kept}"])
    assert (found["title"], found["tags"]) == (f"好{kept}", [f"t{kept}"])


@pytest.mark.parametrize(
    ("body", "field"),
    [({"title": "a\x00"}, "title"), ({"tags": ["\x00"]}, "tags[0]"), ({"text": "\x00"}, "text")],
)
async def test_a_nul_is_refused_where_it_stands(office: Office, body: dict[str, object], field: str) -> None:
    answer = await (await agent(office)).post("/tickets", {"title": "a", "category": "other"} | body)
    assert answer.status_code == 422, answer.text
    assert [fault["field"] for fault in answer.json()["faults"]] == [field]


@pytest.mark.parametrize(
    "body", [b"", b"[", b"[]", b'"x"', b"[" * 100_000, b'{"title": "\xff"}', b'{"title": "\\ud800"}']
)
async def test_a_body_that_cannot_be_read_is_a_refusal_and_no_bug(office: Office, body: bytes) -> None:
    lead = await agent(office)
    answer = await lead.call("POST", "/tickets", content=body, headers={"Content-Type": "application/json"})
    assert 400 <= answer.status_code < 500, answer.text


async def test_a_batch_answers_each_row_by_itself(office: Office) -> None:
    lead = await agent(office)
    rows = [{"title": f"问题 {n}", "category": "other", "priority": "P9" if n == 1 else "P2"} for n in range(3)]
    answer = await lead.post("/tickets/batch", {"tickets": rows})
    found = answer.json()
    assert (found["created"], found["refused"]) == (2, 1)
    assert found["rows"][1]["problem"]["faults"][0]["field"] == "tickets[1].priority"
    assert len({row["ticket"]["number"] for row in found["rows"] if row["ticket"]}) == 2


async def test_two_claim_at_once_and_one_gets_it(office: Office) -> None:
    first, second = (
        await agent(office),
        await office.member("韩梅梅", "agent", service=False, tech=False, finance=False),
    )
    number = (await opened(first))["number"]
    assert (await first.post(f"/tickets/{number}/claim")).status_code == 200
    answer = await second.post(f"/tickets/{number}/claim")
    assert (answer.status_code, answer.json()["code"]) == (409, "ticket.already_assigned")


async def test_a_whole_life_over_the_api(office: Office) -> None:
    lead = await agent(office)
    number = (await opened(lead))["number"]

    async def step(path: str, body: dict[str, object] | None = None) -> dict[str, object]:
        answer = await lead.post(f"/tickets/{number}/{path}", body)
        assert answer.status_code in (200, 201), (path, answer.text)
        found: dict[str, object] = answer.json()
        return found

    assert (await step("claim"))["status"] == "assigned"
    assert (await step("accept", {"promised_at": (clock.now() + timedelta(hours=2)).isoformat()}))[
        "status"
    ] == "in_progress"
    await step("notes", {"text": "查了日志"})
    await step("replies", {"text": "请再试一次"})
    await step("tags", {"add": ["验证码"]})
    assert (await step("resolve", {"text": "已修复"}))["phase"] == "resolved"
    assert (await step("reopen", {"text": "还是不行"}))["phase"] == "open"
    assert (await step("resolve"))["phase"] == "resolved"


async def test_a_stale_change_is_refused_only_where_it_collides(office: Office) -> None:
    one, two = await agent(office), await office.member("韩梅梅", "agent", service=False, tech=False, finance=False)
    found = await opened(one)
    number, seen = found["number"], {"If-Match": f'"{found["version"]}"'}
    assert (await two.call("PATCH", f"/tickets/{number}", json={"priority": "P1"})).status_code == 200
    assert (await one.call("PATCH", f"/tickets/{number}", json={"title": "新标题"}, headers=seen)).status_code == 200
    answer = await one.call("PATCH", f"/tickets/{number}", json={"priority": "P3"}, headers=seen)
    assert (answer.status_code, answer.json()["fields"], answer.json()["by"]) == (412, ["priority"], ["韩梅梅"])


async def test_a_ticket_of_another_workspace_is_not_found(office: Office) -> None:
    number = (await opened(await agent(office)))["number"]
    from tests.kit import found_office

    stranger = await (await found_office(office.asgi)).member("外人", "system_admin")
    for path in ("claim", "accept", "resolve", "confirm", "close", "replies"):
        answer = await stranger.post(f"/tickets/{number}/{path}", {"text": "x"} if path == "replies" else {})
        assert answer.status_code == 404, (path, answer.text)


async def test_a_row_of_a_wrong_shape_refuses_no_other_and_is_named(office: Office) -> None:
    lead = await office.member("李雷", "lead", service=True)
    wrong = [{"title": " "}, 7, {}, {"title": "c", "requester": {"mail": "x"}}, {"title": "d", "type": "nothing"}]
    wrong += [{"title": "e", "files": ["9"]}]
    rows = [row for one in wrong for row in ({"title": "有效", "category": "other"}, one)]
    first, again = [
        await lead.post("/tickets/batch", {"tickets": rows}, headers={"Idempotency-Key": "b"}) for _ in "12"
    ]
    assert first.status_code == 200, first.text
    told = first.json()
    assert (told["created"], told["refused"]) == (6, 6)
    assert [row["index"] for row in told["rows"]] == list(range(12))
    assert all((row["ticket"] is None) == bool(row["index"] % 2) for row in told["rows"])
    assert [row["problem"]["faults"][0]["field"] for row in told["rows"] if row["problem"]] == [
        "tickets[1].title",
        "tickets[3]",
        "tickets[5].title",
        "tickets[7].requester.mail",
        "tickets[9].type",
        "tickets[11].files[0]",
    ]
    assert again.json() == told


async def test_a_row_that_one_may_not_open_refuses_no_other(office: Office) -> None:
    light = await office.member("协作", "collaborator")
    other = {"title": "b", "requester": {"mail": "x@y.test"}, "team": "service"}
    body = {"tickets": [{"title": "a", "category": "other"}, other]}
    answer = await light.post("/tickets/batch", body)
    assert [row["ticket"] is None for row in answer.json()["rows"]] == [False, True]
