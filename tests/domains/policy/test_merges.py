"""Merging categories over HTTP: drafted with all that names them, published, and followed by tickets (spec 02)."""

from typing import Any

import pytest

from gongdan import wiring
from gongdan.domains.inbox.views.commands import repointing
from gongdan.domains.operations.public import Work, step
from gongdan.domains.tickets.commands.many.merged import remapping
from tests.domains.policy.test_drafts import Plain, drafted, plant, publish, put, section
from tests.kit import Office, Visitor, found_office

pytestmark = pytest.mark.anyio


@pytest.fixture
async def admin(office: Office) -> Visitor:
    return await office.member("管理员", "admin", "director")


async def merge(visitor: Visitor, key: str, into: str, below: str = "along") -> Any:
    return await visitor.post("/policy/draft/merges", {"key": key, "into": into, "below": below})


async def follow(office: Office) -> None:
    """What workers do after a release."""
    services = office.services
    async with office.read() as tx:
        released = [
            one for one in await services.log.stream(tx, "release", office.id) if one.event.kind == "release.published"
        ]
    async with services.db.write(office.id) as writing:
        await remapping(services.db).handle(writing, released[-1:])
        await repointing(services.db).handle(writing, released[-1:])
    while await step(Work(services.db, wiring.operation_kinds(services))):
        pass


async def categories(admin: Visitor, *numbers: str) -> list[str]:
    return [(await admin.get(f"/tickets/{one}")).json()["category"] for one in numbers]


async def operations(admin: Visitor) -> list[Plain]:
    found: list[Plain] = (await admin.get("/operations")).json()
    return [one for one in found if one["kind"] == "tickets.change"]


async def test_a_merge_is_drafted_with_all_that_names_it(admin: Visitor) -> None:
    rule = {
        "key": "r",
        "name": {"zh-CN": "规则", "en": "Rule"},
        "when": {"field": "category", "op": "is", "value": "order"},
    }
    await put(admin, "routing", [*(await section(admin, "routing"))["value"], rule | {"team": "service"}])
    answer = await merge(admin, "order", "account")
    assert answer.status_code == 200, answer.text
    by_key = {one["key"]: one for one in answer.json()["value"]}
    assert (by_key["order"]["retired"], by_key["order"]["merged_into"]) == (True, "account")
    assert by_key["order-query"]["parent"] == "account"
    rules = {one["key"]: one for one in (await section(admin, "routing"))["value"]}
    assert rules["r"]["when"]["value"] == "account"
    found = await drafted(admin)
    assert found["publishable"], found["findings"]
    texts = [one["text"]["zh-CN"] for one in found["changes"]]
    assert "分类“订单问题”的“并入”由“无”改为“账号问题”。" in texts
    assert (await merge(admin, "order", "account")).json()["version"] == answer.json()["version"]
    assert (await drafted(admin))["version"] == found["version"]


async def test_tickets_that_are_not_closed_follow_and_come_back(office: Office, admin: Visitor) -> None:
    customer = await office.customer()
    open_, other, closed = [
        await office.ticket(customer, team="service", type=None, category=key) for key in ("order", "other", "order")
    ]
    assert (await admin.post(f"/tickets/{closed}/close", {"reason": "not_needed"})).status_code == 200
    await merge(admin, "order", "account")
    assert await categories(admin, open_) == ["order"]
    assert (await publish(admin)).status_code == 201
    await follow(office)
    assert await categories(admin, open_, other, closed) == ["account", "other", "order"]
    (done,) = await operations(admin)
    assert (done["state"], done["done"], done["failed"], done["silent"]) == ("done", 1, 0, True)
    await follow(office)
    assert [one["total"] for one in await operations(admin)] == [1]
    undoing = await admin.post(f"/operations/{done['id']}/undo")
    await admin.post(f"/operations/{undoing.json()['id']}/start")
    while await step(Work(office.services.db, wiring.operation_kinds(office.services))):
        pass
    assert await categories(admin, open_) == ["order"]


async def test_saved_views_ask_for_what_took_its_place(office: Office, admin: Visitor) -> None:
    agent = await office.member("何磊", "agent")
    number = await office.ticket(await office.customer(), team="service", type=None, category="order")
    asks = {"field": "category", "op": "is_any", "value": ["order", "account"]}
    condition = {"all": [{"not": asks}, {"field": "title", "op": "contains", "value": "order"}]}
    kept = (await agent.post("/views", {"name": "订单", "condition": {"field": "category", "op": "is", "value": "order"},
                                        "columns": ["title"]})).json()  # fmt: skip
    other = (await agent.post("/views", {"name": "其余", "condition": condition, "columns": ["title"]})).json()
    await merge(admin, "order", "account")
    await publish(admin)
    for _ in range(2):
        await follow(office)
    views = {one["key"]: one for one in (await agent.get("/views")).json()}
    assert views[kept["key"]]["condition"] == {"field": "category", "op": "is", "value": "account"}
    assert views[kept["key"]]["version"] == kept["version"] + 1
    denied, said = views[other["key"]]["condition"]["all"]
    assert (denied["not"]["value"], said["value"]) == (["account"], "order")
    async with office.read() as tx:
        log = await office.services.log.stream(tx, "workspace", office.id)
    told = [one for one in log if one.event.kind == "workspace.view_changed"]
    assert {(one.event.key, one.actor.kind) for one in told} == {(kept["key"], "system"), (other["key"], "system")}
    assert len(told) == 2 and number


async def test_a_release_without_a_merge_moves_nothing(office: Office, admin: Visitor) -> None:
    number = await office.ticket(await office.customer(), team="service", type=None, category="order")
    await put(admin, "rating", {"low": 3})
    await publish(admin)
    await follow(office)
    assert (await categories(admin, number), await operations(admin)) == (["order"], [])


@pytest.mark.parametrize(
    ("key", "into"), [("order", "order-query"), ("order", "order"), ("order", "far"), ("far", "order")]
)
async def test_what_cannot_be_merged_is_refused_and_changes_nothing(admin: Visitor, key: str, into: str) -> None:
    assert (await merge(admin, key, into)).status_code == 422
    assert (await drafted(admin))["sections"] == []


async def test_a_lead_merges_only_what_is_theirs_with_all_that_names_it(office: Office, admin: Visitor) -> None:
    ours = {"name": {"zh-CN": "类", "en": "Kind"}, "team": "service"}
    value = (await section(admin, "categories"))["value"]
    await put(admin, "categories", [*value, *({"key": key, **ours} for key in ("x1", "x2", "x3"))])
    rule = {
        "key": "r",
        "name": {"zh-CN": "规", "en": "Rule"},
        "team": "tech",
        "when": {"field": "category", "op": "is", "value": "x3"},
    }
    await put(admin, "routing", [*(await section(admin, "routing"))["value"], rule])
    await publish(admin)
    lead = await office.member("组长", "lead", service=True)
    assert (await merge(lead, "x1", "x2")).status_code == 200
    before = await drafted(lead)
    for key, into in (("order", "x2"), ("x3", "x2")):
        answer = await merge(lead, key, into)
        assert (answer.status_code, answer.json()["code"]) == (403, "policy.not_yours"), key
    assert await drafted(lead) == before


async def test_a_merge_in_another_workspace_touches_nothing_here(office: Office, admin: Visitor) -> None:
    far = await (await found_office(office.asgi)).member("外人", "admin")
    assert (await merge(far, "order", "account")).status_code == 200
    assert (await drafted(admin))["sections"] == []


async def test_a_draft_of_rules_that_cannot_be_read_is_not_written_over(office: Office, admin: Visitor) -> None:
    rule = {
        "key": "r",
        "name": {"zh-CN": "规", "en": "Rule"},
        "team": "tech",
        "when": {"field": "category", "op": "is", "value": "order"},
    }
    await put(admin, "routing", [*(await section(admin, "routing"))["value"], rule])
    await publish(admin)
    await plant(office, "routing", [{"magic": 1}])
    answer = await merge(admin, "order", "account")
    assert (answer.status_code, answer.json()["code"]) == (409, "policy.draft_unusable")
