"""Forms while they are edited: what the draft would ask, what its conditions may name; and who may file which type."""

from typing import Any

import msgspec
import pytest

from gongdan.domains.bundle.fields import CustomField, Form, FormEntry
from gongdan.domains.policy.presets import standard
from tests.kit import Office, Visitor, found_office

pytestmark = pytest.mark.anyio

NAME = {"zh-CN": "字段", "en": "field"}
ORDER = CustomField(key="order", name=NAME, kind="text")
FORM = Form(key="asking", name=NAME, fields=(FormEntry(field="order", required="always"),))


@pytest.fixture
async def desk(asgi: Any) -> tuple[Office, Visitor]:
    types = tuple(
        msgspec.structs.replace(kind, filed_by=("tech",)) if kind.key == "technical" else kind
        for kind in standard([2026]).types
    )
    bundle = msgspec.structs.replace(standard([2026]), fields=(ORDER,), forms=(FORM,), types=types)
    office = await found_office(asgi, bundle=bundle)
    return office, await office.member("管理员", "admin", service=True)


async def tried(by: Visitor, **asked: Any) -> Any:
    return await by.post("/policy/draft/forms/state", {"type": "account", **asked})


async def test_a_form_is_tried_before_it_is_saved(desk: tuple[Office, Visitor]) -> None:
    _, admin = desk
    assert (await tried(admin)).json() == {
        "has_form": True,
        "fields": [{"key": "order", "visible": True, "required": True, "read_only": False}],
    }
    assert (await tried(admin, filled_by="portal")).json() == {"has_form": False, "fields": []}
    refund = {"key": "refund", "name": NAME, "kind": "bool"}
    amount = {"field": "order", "visible": {"field": "fields.refund", "op": "is", "value": True}}
    form = {"key": "new", "name": NAME, "filled_by": "portal", "fields": [{"field": "refund"}, amount]}
    asked = {"filled_by": "portal", "form": form, "custom": [refund]}
    assert [one["key"] for one in (await tried(admin, **asked)).json()["fields"]] == ["refund"]
    filled = await tried(admin, **asked, fields={"refund": True})
    assert [one["key"] for one in filled.json()["fields"]] == ["refund", "order"]
    assert (await tried(admin, step="resolve")).json() == {"has_form": False, "fields": []}


async def test_a_form_that_is_wrong_is_answered_by_what_is_wrong(desk: tuple[Office, Visitor]) -> None:
    _, admin = desk
    answer = await tried(admin, form={"key": "new", "name": NAME, "fields": [{"field": "nowhere"}]})
    assert answer.status_code == 422
    assert answer.json()["findings"][0]["path"].startswith("forms.new")


async def test_conditions_may_name_what_is_drafted(desk: tuple[Office, Visitor]) -> None:
    office, admin = desk
    new = {"key": "refund", "name": NAME, "kind": "bool"}
    before = (await admin.get("/policy/draft/fields")).json()["value"]
    assert (
        await admin.call("PUT", "/policy/draft/fields", json={"value": [*before, new], "base": before})
    ).status_code == 200

    async def nameable(by: Visitor, **query: Any) -> set[str]:
        return {one["key"] for one in (await by.get("/conditions/fields", **query)).json()["fields"]}

    assert "fields.refund" in await nameable(admin, use="decide", drafted="true")
    assert "fields.refund" not in await nameable(admin, use="decide")
    agent = await office.member("客服", "agent", service=True)
    assert "fields.refund" not in await nameable(agent, use="decide", drafted="true")


async def test_only_its_teams_file_a_type(desk: tuple[Office, Visitor]) -> None:
    office, _ = desk
    body = {"title": "t", "category": "product-fault", "priority": "P2", "type": "technical", "fields": {"order": "1"}}
    refused = await (await office.member("甲", "agent", service=True)).post("/tickets", body)
    assert (refused.status_code, refused.json()["faults"][0]["code"]) == (422, "ticket.type_of_others")
    assert refused.json()["faults"][0]["field"] == "type"
    tech = await office.member("乙", "agent", tech=True)
    assert (await tech.post("/tickets", body)).status_code == 201
