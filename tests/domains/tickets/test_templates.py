"""Templates: what they give, and what they ask for, at the desk, through the API and on the portal (spec 02)."""

from collections.abc import Sequence
from typing import Any

import msgspec
import pytest

from gongdan import wiring
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.fields import TemplateField, TicketTemplate
from gongdan.domains.bundle.section import Surroundings
from gongdan.domains.policy.presets import standard
from tests.guests import guest_of
from tests.kit import Office, Visitor, found_office

pytestmark = pytest.mark.anyio

NAME = {"zh-CN": "模板", "en": "template"}
WHOLE = {"affected-version": "3.2", "operating-system": "linux", "browser": "无", "steps": "打开"}
STAFF_ONLY = TicketTemplate(key="staff-only", name=NAME, type="account", fields=(TemplateField(field="account-name"),))
GONE = TicketTemplate(key="gone", name=NAME, type="account", retired=True)


def policy(*more: TicketTemplate) -> PolicyBundle:
    bundle = standard([2026])
    return msgspec.structs.replace(bundle, templates=(*bundle.templates, STAFF_ONLY, GONE, *more))


@pytest.fixture
async def desk(asgi: Any) -> tuple[Office, Visitor]:
    office = await found_office(asgi, bundle=policy())
    return office, await office.member("客服", "agent", service=True)


def faults(answer: Any) -> list[tuple[str, str]]:
    return [(fault["field"], fault["code"]) for fault in answer.json()["faults"]]


@pytest.mark.parametrize(
    ("sent", "refused"),
    [
        ({"template": "bug", "fields": WHOLE}, []),
        ({"template": "bug"}, [(f"fields.{key}", "required") for key in WHOLE]),
        ({"template": "bug", "fields": WHOLE | {"browser": " "}}, [("fields.browser", "required")]),
        ({"template": "nowhere"}, [("template", "unknown_key")]),
        ({"template": "gone"}, [("template", "unknown_key")]),
        ({"template": "bug", "type": "account", "category": "account"}, []),
        ({"category": "product-fault"}, []),
    ],
)
async def test_an_agent_opens_by_a_template(
    desk: tuple[Office, Visitor], sent: dict[str, Any], refused: Sequence[tuple[str, str]]
) -> None:
    _, agent = desk
    answer = await agent.post("/tickets", {"title": "打不开"} | sent)
    if refused:
        assert (answer.status_code, faults(answer)) == (422, refused)
        return
    assert answer.status_code == 201
    ticket = (await agent.get(f"/tickets/{answer.json()['number']}")).json()
    assert ticket["type"] == sent.get("type", "technical")
    assert ticket["fields"] == sent.get("fields", {})


async def test_its_fields_are_asked_for_whatever_the_form_says(desk: tuple[Office, Visitor]) -> None:
    _, agent = desk
    asked = (await agent.post("/forms/state", {"type": "technical", "template": "bug"})).json()
    assert [one["key"] for one in asked if one["required"]] == [*WHOLE]
    other = (await agent.post("/forms/state", {"type": "account", "template": "bug"})).json()
    assert not any(one["required"] for one in other)


async def test_the_portal_offers_those_of_customers_and_asks_for_their_fields(desk: tuple[Office, Visitor]) -> None:
    office, _ = desk
    customer = await office.customer()
    offered = (await customer.get("/portal/info")).json()["templates"]
    assert [one["key"] for one in offered] == ["bug", "return", "account-trouble", "refund", "invoice"]
    assert [one["key"] for one in offered[0]["fields"] if one["required"]] == [*WHOLE]
    assert offered[0]["note"]["zh-CN"] == "请提供相关截图和录屏"
    sent = {"title": "打不开", "text": "如题", "type": "technical"}
    assert (await customer.post("/portal/forms", sent | {"fields": WHOLE})).status_code == 422
    missing = await customer.post("/portal/forms", sent | {"template": "bug"})
    assert faults(missing) == [(f"fields.{key}", "required") for key in WHOLE]
    assert (await customer.post("/portal/forms", sent | {"template": "bug", "fields": WHOLE})).status_code == 201
    assert faults(await customer.post("/portal/forms", sent | {"template": "staff-only"})) == [
        ("template", "unknown_key")
    ]
    shown = await customer.post("/portal/forms/state", {"type": "technical", "template": "bug"})
    assert [one["key"] for one in shown.json()] == [*WHOLE]


async def test_a_guest_meets_the_same(desk: tuple[Office, Visitor]) -> None:
    office, _ = desk
    sent = {"title": "退款", "text": "如题", "type": "order", "template": "refund", "mail": "a@x.test"}
    async with guest_of(office) as guest:
        answer = await guest.post("/portal/forms", json=sent)
    assert faults(answer) == [("fields.order-number", "required"), ("fields.amount", "required")]


@pytest.mark.parametrize(
    ("template", "code", "severity"),
    [
        (TicketTemplate(key="a", name=NAME, type="nowhere"), "unknown_key", "error"),
        (TicketTemplate(key="a", name=NAME, type="order", category="account"), "template_category_unfit", "warning"),
        (TicketTemplate(key="a", name=NAME, type="order", fields=(TemplateField(field="steps"),)),
         "form_field_foreign", "warning"),
        (TicketTemplate(key="a", name=NAME, type="order", fields=(TemplateField(field="amount", value="viel"),)),
         "template_value_unfit", "warning"),
    ],
)  # fmt: skip
def test_a_template_that_does_not_fit_is_found(template: TicketTemplate, code: str, severity: str) -> None:
    found = wiring.SECTIONS.check(policy(template), Surroundings())
    assert (code, severity) in {(one.code, one.severity) for one in found if one.path.startswith("templates.a")}


def test_the_shipped_ones_are_sound() -> None:
    found = wiring.SECTIONS.check(standard([2026]), Surroundings())
    assert [one for one in found if one.path.startswith(("templates", "fields"))] == []
