"""The directory: names of everything that tickets refer to."""

import msgspec
from msgspec.structs import replace

from gongdan.domains.policy.presets import standard
from gongdan.domains.tickets.public import RuleBook
from tests.kit import Office


async def test_the_directory_names_what_tickets_refer_to(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    found = (await agent.get("/directory")).json()
    assert found["release"] == 1
    assert {"technical"} <= {kind["key"] for kind in found["types"]}
    assert all(kind["workflow"] in found["statuses"] for kind in found["types"])
    named = {rule["key"]: rule["name"] for rule in found["automations"] + found["routing"]}
    assert named["acknowledge"].keys() == named["fault"].keys() == {"zh-CN", "en"}
    assert {team["key"] for team in found["teams"]} >= {"service", "tech"}
    assert [(member["name"], member["teams"]) for member in found["members"]] == [("李雷", ["service"])]


async def test_who_left_is_still_named_and_not_active(office: Office) -> None:
    admin, gone = await office.member("赵敏", "admin"), await office.member("李雷")
    assert (await admin.call("PATCH", f"/members/{gone.id}", json={"active": False})).status_code == 200
    members = (await admin.get("/directory")).json()["members"]
    assert {member["name"]: member["active"] for member in members} == {"赵敏": True, "李雷": False}


async def test_an_unchanged_directory_is_not_sent_again(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    etag = (await agent.get("/directory")).headers["etag"]
    assert (await agent.get("/directory", headers={"If-None-Match": etag})).status_code == 304
    await office.member("韩梅梅", "lead")
    assert (await agent.get("/directory", headers={"If-None-Match": etag})).status_code == 200


async def test_the_directory_is_for_members(office: Office) -> None:
    assert (await (await office.customer()).get("/directory")).status_code == 403


async def test_two_processes_answer_alike_whatever_they_have_loaded(office: Office) -> None:
    """One of them has met a ticket on an older version of its workflow, the other starts anew."""
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    number = await office.ticket(customer, team="service")
    shipped = standard([2026])
    statuses = [msgspec.structs.replace(one, colour="blue") for one in shipped.workflows[0].statuses]
    flow = msgspec.structs.replace(shipped.workflows[0], statuses=tuple(statuses))
    release = await office.publish(msgspec.structs.replace(shipped, workflows=(flow, *shipped.workflows[1:])))
    agent.authority = msgspec.structs.replace(agent.authority, release=release)
    first = await agent.get("/directory")
    assert (await agent.get(f"/tickets/{number}")).status_code == 200
    loaded = await agent.get("/directory")
    rules, office.asgi.state.services.rules = (
        office.asgi.state.services.rules,
        RuleBook(office.services.db, office.services.rules._compile),
    )
    try:
        fresh = await agent.get("/directory")
    finally:
        office.asgi.state.services.rules = rules
    assert first.headers["etag"] == loaded.headers["etag"] == fresh.headers["etag"]
    ran_on = {kind["workflow"] for kind in fresh.json()["types"]}
    assert ran_on < fresh.json()["statuses"].keys()


async def test_a_category_tells_what_a_form_fills_in(office: Office) -> None:
    bundle = standard([2026])
    first, *others = bundle.categories
    await office.publish(replace(bundle, categories=(replace(first, default_priority="P0"), *others)))
    found = (await (await office.member("李雷", "agent")).get("/directory")).json()["categories"]
    assert next(one for one in found if one["key"] == first.key)["default_priority"] == "P0"
