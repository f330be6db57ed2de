"""Members choose how they are told, administrators what holds for the others; what must be told cannot be silenced."""

from typing import Any

import pytest

from tests.kit import Office, Visitor

pytestmark = pytest.mark.anyio

EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]


async def chosen(person: Visitor) -> dict[str, Any]:
    found: dict[str, Any] = (await person.get("/me/notices")).json()
    return found


async def choose(person: Visitor, choices: dict[str, dict[str, bool]], **more: Any) -> Any:
    return await person.call("PUT", "/me/notices", json={"choices": choices, "days": EVERY_DAY, **more})


async def set_defaults(person: Visitor, choices: dict[str, dict[str, bool]]) -> Any:
    return await person.call("PUT", "/notices/defaults", json={"choices": choices})


def cell(matrix: dict[str, Any], meaning: str, channel: str) -> dict[str, Any]:
    (found,) = [one["channels"][channel] for one in matrix["meanings"] if one["key"] == meaning]
    return dict(found)


async def test_everybody_sees_what_they_are_told_in_words_and_why_something_is_fixed(office: Office) -> None:
    agent = await office.member("李雷")
    matrix = await chosen(agent)
    assert [one["key"] for one in matrix["channels"]] == ["in_app", "mail"]
    assert all(one["name"]["zh-CN"] and one["name"]["en"] for one in (*matrix["channels"], *matrix["meanings"]))
    assert cell(matrix, "answered", "in_app") == {"on": True, "default": True, "fixed": None}
    assert cell(matrix, "escalated", "mail") == {"on": True, "default": True, "fixed": "escalation"}
    assert cell(matrix, "held", "in_app")["fixed"] == "lead"
    assert cell(matrix, "held", "mail") == {"on": False, "default": False, "fixed": None}
    assert (matrix["quiet"], matrix["days"], matrix["digest"]) == (None, EVERY_DAY, "off")


async def test_a_choice_is_kept_as_a_whole_and_stands_in_the_log(office: Office) -> None:
    agent, other = await office.member("李雷"), await office.member("韩梅梅")
    wanted = {"answered": {"in_app": False, "mail": True}}
    rest = {"quiet": {"start": "22:00", "until": "08:30"}, "days": [1, 2], "digest": "daily", "digest_at": "09:15"}
    for _ in range(2):
        answer = await agent.call("PUT", "/me/notices", json={"choices": wanted, **rest})
        assert answer.status_code == 200, answer.text
    matrix = await chosen(agent)
    assert matrix == answer.json()
    assert {key: matrix[key] for key in rest} == rest
    assert [cell(matrix, "answered", one)["on"] for one in ("in_app", "mail")] == [False, True]
    assert cell(await chosen(other), "answered", "in_app")["on"] is True
    assert (await choose(agent, {})).status_code == 200
    assert cell(await chosen(agent), "answered", "in_app")["on"] is True and (await chosen(agent))["quiet"] is None
    async with office.read() as tx:
        log = await office.services.log.stream(tx, "person", agent.id)
    said = [one.event for one in log if one.event.kind == "person.notices_chosen"]
    assert (said[0].on, said[0].off) == (("answered.mail",), ("answered.in_app",))


@pytest.mark.parametrize("meaning", ["escalated", "held", "breached", "mailbox_failed", "follow_up"])
async def test_what_nobody_switches_off_alone_is_refused_with_words(office: Office, meaning: str) -> None:
    agent = await office.member("李雷", "system_admin")
    refused = (await choose(agent, {meaning: {"in_app": False}})).json()
    assert (refused["status"], refused["code"]) == (422, "notices.kept")
    assert "“" in refused["title"] and refused["why"] in ("escalation", "lead", "duty")
    assert (await choose(agent, {meaning: {"in_app": True, "mail": True}})).status_code == 200


@pytest.mark.parametrize(
    ("body", "field", "fault"),
    [
        ({"choices": {"x": {"mail": True}}}, "choices.x", "notices.meaning_unknown"),
        ({"choices": {"moved": {"pigeon": True}}}, "choices.moved.pigeon", "notices.channel_unknown"),
        ({"quiet": {"start": "08:00", "until": "08:00"}}, "quiet", "notices.quiet_never_ends"),
        ({"quiet": {"start": "24:00", "until": "08:00"}}, "quiet.start", "notices.not_a_clock"),
        ({"days": []}, "days", None),
        ({"digest": "weekly"}, "digest", None),
    ],
)
async def test_what_cannot_be_is_refused_at_its_place(
    office: Office, body: dict[str, Any], field: str, fault: str | None
) -> None:
    agent = await office.member("李雷")
    answer = await agent.call("PUT", "/me/notices", json={"choices": {}, "days": EVERY_DAY} | body)
    assert answer.status_code in (400, 422), answer.text
    (found,) = answer.json()["faults"]
    assert found["field"] == field and (fault is None or found["code"] == fault)


async def test_administrators_set_what_holds_for_the_others(office: Office) -> None:
    admin, agent = await office.member("管理员", "system_admin"), await office.member("李雷")
    assert (await choose(agent, {"moved": {"mail": False}})).status_code == 200
    answer = await set_defaults(
        admin, {"moved": {"mail": True}, "answered": {"mail": True}, "breached": {"mail": True}}
    )
    assert answer.status_code == 200, answer.text
    matrix = await chosen(agent)
    assert cell(matrix, "answered", "mail") == {"on": True, "default": True, "fixed": None}
    assert cell(matrix, "moved", "mail") == {"on": False, "default": True, "fixed": None}
    assert cell(matrix, "breached", "mail") == {"on": True, "default": True, "fixed": "lead"}
    assert cell((await admin.get("/notices/defaults")).json(), "answered", "mail")["default"] is False
    async with office.read() as tx:
        log = await office.services.log.stream(tx, "workspace", office.id)
    (said,) = [one.event for one in log if one.event.kind == "workspace.notice_defaults_set"]
    assert said.after == {"answered.mail": True, "breached.mail": True, "moved.mail": True}
    refused = (await set_defaults(admin, {"escalated": {"in_app": False, "mail": False}})).json()
    assert (refused["status"], refused["code"]) == (422, "notices.told_nowhere")


async def test_only_who_manages_the_workspace_sets_defaults(office: Office) -> None:
    lead, customer = await office.member("韩梅梅", "lead"), await office.customer()
    assert (await lead.get("/notices/defaults")).status_code == 403
    assert (await set_defaults(lead, {})).status_code == 403
    assert (await customer.get("/me/notices")).status_code == 403
