"""Forms: who fills in what, when; the same for the desk, the API, operations over many tickets and rules (spec 11.5)."""

from typing import Any

import msgspec
import pytest

from gongdan.conditions.grammar import Condition
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.actions import Automation, SetFieldAction
from gongdan.domains.bundle.fields import Choice, CustomField, Form, FormEntry
from gongdan.domains.bundle.section import Surroundings
from gongdan.domains.bundle.section.stored import read
from gongdan.domains.policy.presets import standard
from gongdan.domains.tickets.fields.lint import lint_forms
from tests.domains.operations.test_operations import carry_out, planned
from tests.domains.tickets.life import Life, compiled
from tests.guests import guest_of
from tests.kit import Office, Visitor, found_office

pytestmark = pytest.mark.anyio

NAME = {"zh-CN": "字段", "en": "field"}
FIELDS = (
    CustomField(key="order", name=NAME, kind="text"),
    CustomField(key="refund", name=NAME, kind="bool"),
    CustomField(key="amount", name=NAME, kind="money"),
    CustomField(key="cause", name=NAME, kind="choice", choices=(Choice(key="bug", name=NAME),)),
    CustomField(key="ledger", name=NAME, kind="text"),
    CustomField(key="hidden", name=NAME, kind="text"),
)
IS_REFUND = Condition(field="fields.refund", op="is", value=True)
IS_URGENT = Condition(field="priority", op="is", value="P0")
OPENING = Form(
    key="asking",
    name=NAME,
    fields=(
        FormEntry(field="order", required=IS_URGENT),
        FormEntry(field="refund"),
        FormEntry(field="amount", visible=IS_REFUND, required="always"),
    ),
)
WORKING = Form(
    key="working",
    name=NAME,
    step="work",
    fields=(
        FormEntry(field="order", required="always"),
        FormEntry(field="refund", read_only=Condition(not_=Condition(field="fields.ledger", op="is_empty"))),
        FormEntry(field="amount", visible=IS_REFUND),
        FormEntry(field="ledger", read_only="always"),
    ),
)
RESOLVING = Form(key="solving", name=NAME, step="resolve", fields=(FormEntry(field="cause", required="always"),))
PORTAL = Form(
    key="customers",
    name=NAME,
    filled_by="portal",
    fields=(
        FormEntry(field="order"),
        FormEntry(field="refund"),
        FormEntry(field="amount", visible=IS_REFUND, required="always"),
    ),
)
FORMS = (OPENING, WORKING, RESOLVING, PORTAL)


def policy(*forms: Form, **more: Any) -> PolicyBundle:
    return msgspec.structs.replace(standard([2026]), fields=FIELDS, forms=forms or FORMS, **more)


@pytest.fixture
async def desk(asgi: Any) -> tuple[Office, Visitor]:
    office = await found_office(asgi, bundle=policy())
    return office, await office.member("组长", "lead", service=True)


async def opened(by: Visitor, priority: str = "P2", **fields: Any) -> Any:
    body = {"title": "退款", "category": "other", "type": "technical", "priority": priority, "fields": fields}
    return await by.post("/tickets", body)


async def ticket(office: Office, **fields: Any) -> str:
    return await office.ticket(await office.customer(), team="service", fields=fields)


def faults(answer: Any) -> list[tuple[str, str]]:
    return [(fault["field"], fault["code"]) for fault in answer.json()["faults"]]


@pytest.mark.parametrize(
    ("priority", "fields", "refused"),
    [
        ("P2", {}, []),
        ("P0", {}, [("fields.order", "required")]),
        ("P0", {"order": "A-1"}, []),
        ("P2", {"refund": True}, [("fields.amount", "required")]),
        ("P2", {"refund": True, "amount": 100}, []),
        ("P2", {"refund": False, "amount": 100}, [("fields.amount", "field_hidden")]),
        ("P2", {"hidden": "x"}, [("fields.hidden", "field_hidden")]),
        ("P2", {"cause": "bug"}, [("fields.cause", "field_hidden")]),
        ("P0", {"hidden": "x", "refund": True}, [
            ("fields.hidden", "field_hidden"), ("fields.order", "required"), ("fields.amount", "required"),
        ]),
        ("P2", {"refund": "yes"}, [("fields.refund", "not_a_bool")]),
    ],
)  # fmt: skip
async def test_a_ticket_is_opened_by_its_form(
    desk: tuple[Office, Visitor], priority: str, fields: dict[str, Any], refused: list[tuple[str, str]]
) -> None:
    answer = await opened(desk[1], priority, **fields)
    assert answer.status_code == (422 if refused else 201), answer.text
    if refused:
        assert faults(answer) == refused


async def test_a_batch_is_refused_row_by_row(desk: tuple[Office, Visitor]) -> None:
    rows = [{"title": "退款", "category": "other", "priority": one} for one in ("P2", "P0")]
    found = (await desk[1].post("/tickets/batch", {"tickets": rows})).json()
    assert (found["created"], found["refused"]) == (1, 1)
    assert found["rows"][1]["problem"]["faults"][0]["field"] == "tickets[1].fields.order"


async def test_a_channel_opens_incomplete_and_filling_it_in_completes_it(desk: tuple[Office, Visitor]) -> None:
    office, lead = desk
    number = await office.ticket(
        await office.customer(), team="service", category="other", priority="P0", may_be_incomplete=True, channel="mail"
    )
    assert (await lead.get(f"/tickets/{number}")).json()["incomplete"] == ["order"]
    assert (await lead.call("PATCH", f"/tickets/{number}", json={"fields": {"order": "A-1"}})).status_code == 200
    assert (await lead.get(f"/tickets/{number}")).json()["incomplete"] == []


@pytest.mark.parametrize(
    ("stands", "given", "refused"),
    [
        ({}, {"ledger": "x"}, ("fields.ledger", "field_read_only")),
        ({}, {"hidden": "x"}, ("fields.hidden", "field_hidden")),
        ({}, {"amount": 5}, ("fields.amount", "field_hidden")),
        ({}, {"refund": True, "amount": 5}, None),
        ({}, {"cause": "bug"}, None),
        ({}, {"order": None}, None),
        ({"order": "A-1"}, {"order": None}, ("fields.order", "required")),
        ({"order": "A-1"}, {"order": ""}, ("fields.order", "required")),
        ({"order": "A-1"}, {"order": "A-2"}, None),
        ({"refund": True, "amount": 5}, {"refund": False}, None),
    ],
)
async def test_an_edit_keeps_to_the_form_of_where_the_ticket_stands(
    desk: tuple[Office, Visitor], stands: dict[str, Any], given: dict[str, Any], refused: tuple[str, str] | None
) -> None:
    office, lead = desk
    number = await ticket(office, **stands)
    answer = await lead.call("PATCH", f"/tickets/{number}", json={"fields": given})
    assert answer.status_code == (422 if refused else 200), answer.text
    if refused:
        assert faults(answer) == [refused]


async def test_a_read_only_field_is_refused_alike_through_the_api_in_bulk_and_by_rules(asgi: Any) -> None:
    rule = Automation(
        key="books", name=NAME, on=("ticket.tagged",), actions=(SetFieldAction(field="fields.ledger", value="x"),)
    )
    office = await found_office(asgi, bundle=policy(automations=(rule,)))
    lead = await office.member("组长", "lead", service=True)
    number = await ticket(office)
    answer = await lead.call("PATCH", f"/tickets/{number}", json={"fields": {"ledger": "x"}})
    assert faults(answer) == [("fields.ledger", "field_read_only")]
    id = (await planned(lead, [number], values={"fields.ledger": "x"}))["id"]
    await lead.post(f"/operations/{id}/start")
    found = await carry_out(office, lead, id)
    assert (found["done"], found["failed"]) == (0, 1)
    await lead.post(f"/tickets/{number}/tags", {"add": ["vip"], "remove": []})
    seen = (await lead.get(f"/tickets/{number}")).json()
    assert seen["tags"] == ["vip"]
    assert "ledger" not in seen["fields"]
    assert [one["data"]["rule"] for one in seen["timeline"] if one["kind"] == "automation.refused"] == [
        "automation.books.0"
    ]


async def test_what_is_read_only_hangs_on_how_the_ticket_stands_and_not_on_what_is_asked() -> None:
    """Nobody unlocks a field by the very change that sets it."""
    from gongdan.domains.tickets import intents as i
    from gongdan.kernel.errors import Invalid

    locked = Form(key="w", name=NAME, step="work", fields=(FormEntry(field="order"), FormEntry(
        field="cause", read_only=Condition(field="fields.order", op="is_empty"),
    )))  # fmt: skip
    life = Life(compiled(policy(locked)))
    with pytest.raises(Invalid):
        life.do(i.Change(values={"fields.order": "A-1", "fields.cause": "bug"}))
    life.do(i.Change(values={"fields.order": "A-1"}))
    life.do(i.Change(values={"fields.cause": "bug"}))
    assert life.ticket.fields == {"order": "A-1", "cause": "bug"}


async def test_resolving_asks_for_its_form_and_takes_it_in_the_same_step(desk: tuple[Office, Visitor]) -> None:
    office, _ = desk
    agent = await office.member("李雷", "agent", service=False)
    number = await office.ticket(await office.customer(), team="service", assignee_id=agent.id)
    await agent.post(f"/tickets/{number}/accept", {})
    seen = (await agent.get(f"/tickets/{number}")).json()
    assert [one["key"] for one in seen["form"]] == ["order", "refund", "ledger"]
    assert seen["resolving"] == [{"key": "cause", "visible": True, "required": True, "read_only": False}]
    refused = await agent.post(f"/tickets/{number}/resolve", {})
    assert (refused.status_code, faults(refused)) == (422, [("fields.cause", "required")])
    done = await agent.post(f"/tickets/{number}/resolve", {"fields": {"cause": "bug"}})
    assert done.status_code == 200, done.text


async def test_a_status_has_a_form_of_its_own_and_the_step_before_it_else(asgi: Any) -> None:
    waiting = Form(key="waits", name=NAME, step="waiting", fields=(FormEntry(field="hidden", required="always"),))
    office = await found_office(asgi, bundle=policy(*FORMS, waiting))
    agent = await office.member("李雷", "agent", service=False)
    number = await office.ticket(await office.customer(), team="service", assignee_id=agent.id)
    await agent.post(f"/tickets/{number}/accept", {})
    refused = await agent.post(f"/tickets/{number}/moves", {"to": "waiting"})
    assert faults(refused) == [("fields.hidden", "required")]
    moved = await agent.post(f"/tickets/{number}/moves", {"to": "waiting", "fields": {"hidden": "x"}})
    assert moved.status_code == 200, moved.text
    assert [one["key"] for one in (await agent.get(f"/tickets/{number}")).json()["form"]] == ["hidden"]


async def test_without_forms_agents_fill_in_every_field_of_the_type_and_customers_none(asgi: Any) -> None:
    of_order = CustomField(key="size", name=NAME, kind="text", types=("order",))
    bundle = msgspec.structs.replace(standard([2026]), fields=(FIELDS[0], of_order))
    office = await found_office(asgi, bundle=bundle)
    lead = await office.member("组长", "lead", service=True)
    number = (await opened(lead, order="A-1")).json()["number"]
    assert [one["key"] for one in (await lead.get(f"/tickets/{number}")).json()["form"]] == ["order"]
    async with guest_of(office) as guest:
        types = (await guest.get("/portal/info")).json()["types"]
    assert {field["key"] for kind in types for field in kind["fields"]} == set()


async def test_a_form_of_a_type_goes_before_that_of_all(asgi: Any) -> None:
    own = Form(key="own", name=NAME, types=("technical",), fields=(FormEntry(field="hidden", required="always"),))
    office = await found_office(asgi, bundle=policy(own, *FORMS))
    lead = await office.member("组长", "lead", service=True)
    assert faults(await opened(lead, order="A-1")) == [("fields.order", "field_hidden"), ("fields.hidden", "required")]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ({}, []),
        ({"type": "technical"}, [("order", False), ("refund", False)]),
        ({"category": "other", "priority": "P0"}, [("order", True), ("refund", False)]),
        ({"type": "technical", "fields": {"refund": True}}, [("order", False), ("refund", False), ("amount", True)]),
        ({"type": "technical", "fields": {"refund": "perhaps", "nothing": 1}}, [("order", False), ("refund", False)]),
        ({"type": "nothing"}, []),
        ({"category": "nothing"}, []),
    ],
)
async def test_the_server_says_what_the_form_shows_for_what_is_filled_in(
    desk: tuple[Office, Visitor], typed: dict[str, Any], shown: list[tuple[str, bool]]
) -> None:
    answer = await desk[1].post("/forms/state", typed)
    assert answer.status_code == 200, answer.text
    assert [(one["key"], one["required"]) for one in answer.json()] == shown


IS_BUG = Condition(field="fields.cause", op="is", value="bug")
SOLVING = Form(
    key="solving",
    name=NAME,
    step="resolve",
    fields=(
        FormEntry(field="cause", required="always", read_only=IS_BUG),
        FormEntry(field="ledger", visible=IS_BUG, required="always"),
    ),
)


async def test_what_is_answered_while_resolving_decides_what_else_resolving_asks(asgi: Any) -> None:
    office = await found_office(asgi, bundle=policy(SOLVING))
    lead = await office.member("组长", "lead", service=True)
    number = (await opened(lead)).json()["number"]
    for verb in ("claim", "accept"):
        await lead.post(f"/tickets/{number}/{verb}", None if verb == "claim" else {})

    async def asked(**fields: Any) -> list[tuple[str, bool, bool]]:
        answer = await lead.post(f"/tickets/{number}/forms/state", {"fields": fields})
        assert answer.status_code == 200, answer.text
        return [(one["key"], one["required"], one["read_only"]) for one in answer.json()]

    assert await asked() == [("cause", True, False)]
    assert await asked(cause="nothing", nowhere=1) == [("cause", True, False)]
    assert await asked(cause="bug") == [("cause", True, False), ("ledger", True, False)]
    assert await asked(cause=None) == [("cause", True, False)]
    before = (await lead.get(f"/tickets/{number}")).json()
    assert before["fields"] == {}
    done = await lead.post(f"/tickets/{number}/resolve", {"fields": {"cause": "bug", "ledger": "12"}})
    assert done.status_code == 200, done.text
    assert await asked(cause=None) == [("cause", True, True)]
    outsider = await office.member("吴", "agent", finance=False)
    assert (await outsider.post(f"/tickets/{number}/forms/state", {})).status_code == 404


async def test_customers_meet_the_form_of_the_portal(desk: tuple[Office, Visitor]) -> None:
    body = {"title": "退款", "text": "请退款", "mail": "li@plant.test", "type": "technical"}
    async with guest_of(desk[0]) as guest:
        types = {kind["key"]: kind for kind in (await guest.get("/portal/info")).json()["types"]}
        assert types["technical"]["asks"] is True
        assert [field["key"] for field in types["technical"]["fields"]] == ["order", "refund", "amount"]
        state = await guest.post("/portal/forms/state", json={"type": "technical", "fields": {"refund": True}})
        assert [(one["key"], one["required"]) for one in state.json()] == [
            ("order", False), ("refund", False), ("amount", True),
        ]  # fmt: skip
        assert (await guest.post("/portal/forms/state", json={"type": "nothing"})).status_code == 422
        refused = await guest.post("/portal/forms", json=body | {"fields": {"refund": True}})
        assert faults(refused) == [("fields.amount", "required")]
        refused = await guest.post("/portal/forms", json=body | {"fields": {"amount": 5}})
        assert faults(refused) == [("fields.amount", "unknown_field")]
        sent = await guest.post("/portal/forms", json=body | {"fields": {"refund": True, "amount": 5}})
        assert sent.status_code == 201, sent.text


@pytest.mark.parametrize(
    ("forms", "codes"),
    [
        (FORMS, []),
        ((OPENING, msgspec.structs.replace(OPENING, key="again")), ["form_twice"]),
        ((OPENING, msgspec.structs.replace(OPENING, key="again", retired=True)), []),
        ((OPENING, msgspec.structs.replace(OPENING, key="again", types=("order",))), []),
        ((Form(key="a", name=NAME, step="nowhere"),), ["unknown_key"]),
        ((Form(key="a", name=NAME, step="in_progress"),), []),
        ((Form(key="a", name=NAME, fields=(FormEntry(field="order", visible="never", required="always"),)),),
         ["form_required_unseen"]),
        ((Form(key="a", name=NAME, fields=(FormEntry(field="order", read_only="always", required=IS_URGENT),)),),
         ["form_required_unseen"]),
        ((Form(key="a", name=NAME, fields=(FormEntry(field="order"), FormEntry(field="order"))),),
         ["form_field_twice"] * 2),
        ((Form(key="a", name=NAME, fields=(
            FormEntry(field="order", visible=Condition(field="fields.amount", op="is_empty")),
            FormEntry(field="amount", visible=Condition(not_=Condition(field="fields.order", op="is_empty"))),
            FormEntry(field="cause", visible=Condition(field="fields.amount", op="is_empty")),
        )),), ["form_circles"] * 2),
        ((Form(key="a", name=NAME, fields=(FormEntry(field="order", visible=Condition(field="fields.order", op="is_empty")),)),),
         ["form_circles"]),
    ],
)  # fmt: skip
def test_a_form_that_cannot_be_filled_in_is_found_before_it_is_published(forms: Any, codes: list[str]) -> None:
    assert [one.code for one in lint_forms(policy(*forms), Surroundings())] == codes


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (FormEntry(field="nothing"), "unknown_key"),
        (FormEntry(field="order", visible=Condition(field="nothing", op="is_empty")), "condition.field_unknown"),
        (FormEntry(field="order", visible=Condition(field="event.by", op="is_empty")), "condition.field_unknown"),
        (
            FormEntry(field="order", required=Condition(field="priority", op="contains", value="P")),
            "condition.op_unfit",
        ),
    ],
)
def test_a_form_names_what_there_is(entry: FormEntry, code: str) -> None:
    from gongdan import wiring

    found = wiring.SECTIONS.check(policy(Form(key="a", name=NAME, fields=(entry,))), Surroundings())
    assert [one.code for one in found if one.severity == "error" and one.path.startswith("forms.")] == [code]


def test_a_stored_policy_of_before_there_were_forms_is_read() -> None:
    raw: Any = msgspec.to_builtins(standard([2026]))
    raw["fields"] = [{"key": "order", "name": NAME, "kind": "text", "required": True, "on_portal": True}]
    (field,) = read(raw, PolicyBundle).fields
    assert (field.key, field.kind) == ("order", "text")


def test_a_type_brings_its_own_form_and_what_is_missing_then() -> None:
    from gongdan.domains.tickets import intents as i

    own = Form(key="own", name=NAME, types=("order",), fields=(FormEntry(field="cause", required="always"),))
    life = Life(compiled(policy(own)))
    assert life.ticket.incomplete == ()
    life.do(i.Change(values={"type": "order"}))
    assert "cause" in life.ticket.incomplete
    life.do(i.Change(values={"fields.cause": "bug"}))
    assert "cause" not in life.ticket.incomplete


async def test_a_form_on_the_portal_follows_what_is_kept_beside_the_ticket(asgi: Any) -> None:
    shown = Condition(field="opening.text", op="contains", value="退款")
    form = Form(key="p", name=NAME, filled_by="portal", fields=(FormEntry(field="order", visible=shown),))
    office = await found_office(asgi, bundle=policy(form))
    customer, seen = await office.customer(), []
    for text in ("请退款", "打不开"):
        number = await office.ticket(customer, text=text, fields={"order": "A-1"})
        seen.append((await customer.get(f"/portal/tickets/{number}")).json()["fields"])
    assert seen == [{"order": "A-1"}, {}]
