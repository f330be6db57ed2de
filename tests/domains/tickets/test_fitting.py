"""Type and category fit (spec 02, decided after first use): which decides, what is refused, what stays open."""

from typing import Any

import msgspec
import pytest

from gongdan import wiring
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.presets import standard
from gongdan.domains.tickets.engine.rules import Rules, WorkspaceFacts
from gongdan.domains.tickets.errors import TypeMismatch
from gongdan.domains.tickets.fields import fitting
from tests.domains.tickets.life import shipped
from tests.kit import Office, found_office

READ = [
    # given type, given category, guessed type, guessed category → type, category
    (None, "charge-duplicate", None, None, "order", "charge-duplicate"),
    (None, "charge-duplicate", "technical", "fault-data", "order", "charge-duplicate"),
    (None, None, "technical", "charge-duplicate", "order", "charge-duplicate"),
    ("technical", None, "order", "charge-duplicate", "technical", None),
    ("account", None, None, None, "account", "account"),
    ("account", None, "order", "charge-duplicate", "account", "account"),
    (None, None, "account", None, "account", "account"),
    (None, None, None, "fault-data", "technical", "fault-data"),
    (None, None, "inquiry", "other", "inquiry", "other"),
    (None, None, "technical", "no-such", "technical", None),
    (None, None, None, None, "inquiry", None),
    (None, "product", None, None, None, None),
]


@pytest.mark.parametrize(("type_key", "category", "likely", "read", "to_type", "to_category"), READ)
def test_what_a_channel_brings_is_filled_so_that_it_fits(
    type_key: str | None,
    category: str | None,
    likely: str | None,
    read: str | None,
    to_type: str | None,
    to_category: str | None,
) -> None:
    def kind() -> fitting.TypeAndCategory:
        return fitting.kind_read(
            shipped(), type_key=type_key, category=category, guessed_type=likely, guessed_category=read
        )

    if to_type is None:
        with pytest.raises(TypeMismatch):
            kind()
    else:
        assert (kind().type, kind().category) == (to_type, to_category)


def test_every_category_that_some_type_opens_finds_a_type_that_fits() -> None:
    rules = shipped()
    opened = {key for key in rules.categories if fitting.types_of(rules, key)}
    assert set(rules.categories) - opened == {"product"}, "a node above the types' subtrees, no place for tickets"
    for key in opened:
        kind = fitting.kind_given(rules, type_key=None, category=key)
        assert fitting.fits(rules, kind.type, key)


def test_a_category_that_several_types_open_goes_to_the_type_of_its_team() -> None:
    rules = shipped()
    assert rules.types[fitting.types_of(rules, "other")[0]].default_team == rules.categories["other"].team


def test_a_type_that_opens_everything_stands_behind_one_that_names_the_subtree() -> None:
    rules = _changed_types(lambda kind: kind | ({"category_roots": []} if kind["key"] == "technical" else {}))
    assert fitting.types_of(rules, "charge-duplicate") == ["order", "technical"]
    assert fitting.types_of(rules, "product") == ["technical"]


def test_retired_types_open_nothing() -> None:
    rules = _changed_types(lambda kind: kind | ({"retired": True} if kind["key"] == "order" else {}))
    assert fitting.types_of(rules, "charge-duplicate") == []


def _changed_types(change: Any) -> Rules:
    plain: Any = msgspec.to_builtins(standard([2026]))
    plain["types"] = [change(kind) for kind in plain["types"]]
    facts = WorkspaceFacts(id=1, number_prefix="GD", zone="Asia/Shanghai", locale="zh-CN")
    return wiring.compile_rules(facts, 1, msgspec.convert(plain, PolicyBundle))


# --- at the doors --------------------------------------------------------------------------------------------------


@pytest.mark.anyio
async def test_the_category_alone_decides_type_and_team(office: Office) -> None:
    lead = await office.member("总监", "director")
    opened = (await lead.post("/tickets", {"title": "重复扣费", "category": "charge-duplicate"})).json()
    assert (opened["type"], opened["team"], opened["incomplete"]) == ("order", "finance", [])


@pytest.mark.anyio
@pytest.mark.parametrize("language", ["zh-CN", "en"])
async def test_a_category_of_another_type_is_refused_and_both_ways_out_are_named(office: Office, language: str) -> None:
    lead = await office.member("总监", "director")
    body = {"title": "重复扣费", "type": "technical", "category": "charge-duplicate"}
    answer = await lead.post("/tickets", body, headers={"Accept-Language": language})
    assert (answer.status_code, answer.json()["code"]) == (422, "ticket.type_mismatch")
    faults = {fault["field"]: fault for fault in answer.json()["faults"]}
    assert faults["type"]["types"] == ["order"]
    assert ("订单问题" if language == "zh-CN" else "Order") in faults["type"]["title"]
    assert "product-fault" in faults["category"]["categories"]


@pytest.mark.anyio
@pytest.mark.parametrize("via", ["one", "batch"])
async def test_the_api_needs_a_category(office: Office, via: str) -> None:
    lead = await office.member("总监", "director")
    body = {"title": "无法登录", "type": "account"}
    if via == "one":
        problem = (await lead.post("/tickets", body)).json()
    else:
        problem = (await lead.post("/tickets/batch", {"tickets": [body]})).json()["rows"][0]["problem"]
    at = "category" if via == "one" else "tickets[0].category"
    assert [(fault["field"], fault["code"]) for fault in problem["faults"]] == [(at, "required")]


@pytest.mark.anyio
async def test_a_channel_that_says_nothing_opens_by_the_fallback_and_leaves_the_category_open(office: Office) -> None:
    opened = await office.opened(await office.customer(), title="你好", text="在吗", channel="mail", type=None)
    ticket = opened.decision.after.live
    assert (ticket.type, ticket.category, ticket.team, ticket.incomplete) == (
        "inquiry", None, "service", ("category",),
    )  # fmt: skip


@pytest.mark.anyio
async def test_a_category_given_later_completes_the_ticket_and_cannot_be_emptied(office: Office) -> None:
    lead = await office.member("总监", "director")
    number = await office.ticket(await office.customer(), title="你好", text="在吗", channel="mail", type=None)
    named = (await lead.call("PATCH", f"/tickets/{number}", json={"category": "inquiry-price"})).json()
    assert (named["category"], named["incomplete"]) == ("inquiry-price", [])
    for nothing in (None, ""):
        answer = await lead.call("PATCH", f"/tickets/{number}", json={"category": nothing})
        assert answer.status_code == 422, answer.text


@pytest.mark.anyio
async def test_a_category_of_another_type_takes_the_ticket_there_and_to_its_team(office: Office) -> None:
    lead = await office.member("总监", "director")
    number = await office.ticket(await office.customer(), category="fault-data")
    changed = (await lead.call("PATCH", f"/tickets/{number}", json={"category": "charge-duplicate"})).json()
    assert (changed["type"], changed["category"], changed["team"]) == ("order", "charge-duplicate", "finance")


@pytest.mark.anyio
async def test_a_type_alone_keeps_what_fits_takes_its_default_or_asks_for_a_category(office: Office) -> None:
    lead = await office.member("总监", "director")
    number = await office.ticket(await office.customer(), category="other", type="inquiry")

    async def to(**change: str) -> tuple[int, str, str]:
        answer = await lead.call("PATCH", f"/tickets/{number}", json=change)
        now = (await lead.get(f"/tickets/{number}")).json()
        return answer.status_code, now["type"], now["category"]

    assert await to(type="technical") == (200, "technical", "other")
    assert await to(type="order", category="order-invoice") == (200, "order", "order-invoice")
    assert await to(type="account") == (200, "account", "account")
    assert await to(type="technical") == (422, "account", "account")
    assert await to(type="technical", category="order-invoice") == (422, "account", "account")


@pytest.mark.anyio
async def test_what_follows_a_ticket_of_a_retired_type_is_opened_all_the_same(asgi: Any) -> None:
    office = await found_office(asgi)
    customer = await office.customer()
    first = (await office.opened(customer, category="fault-data")).decision.ticket_id
    plain: Any = msgspec.to_builtins(standard([2026]))
    plain["types"][0]["retired"] = True
    await office.publish(msgspec.convert(plain, PolicyBundle))
    customer.authority = msgspec.structs.replace(customer.authority, release=2)
    opened = await office.opened(customer, category="fault-data", follows=first)
    assert opened.decision.after.live.type != "technical"


def defaulted(**members: Any) -> Rules:
    """The shipped policy with what the category ``other`` says of a ticket that says nothing of itself."""
    plain: Any = msgspec.to_builtins(standard([2026]))
    plain["categories"] = [one | members if one["key"] == "other" else one for one in plain["categories"]]
    facts = WorkspaceFacts(id=1, number_prefix="GD", zone="Asia/Shanghai", locale="zh-CN")
    return wiring.compile_rules(facts, 1, msgspec.convert(plain, PolicyBundle))


def test_a_category_says_which_type_and_priority_are_meant_unless_somebody_says_otherwise() -> None:
    rules = defaulted(default_type="feedback", default_priority="P1")
    opening = fitting.types_of(rules, "other")
    assert opening[0] == "feedback" != fitting.types_of(shipped(), "other")[0]
    assert fitting.kind_given(rules, type_key=None, category="other").type == "feedback"
    assert fitting.kind_given(rules, type_key=None, category="other", guessed_type=opening[1]).type == opening[1]
    assert fitting.priority_by_default(rules, "feedback", "other") == "P1"
    assert fitting.priority_by_default(rules, "feedback", None) == rules.types["feedback"].default_priority


def test_a_default_that_does_not_fit_or_is_retired_counts_for_nothing() -> None:
    rules = defaulted(default_type="retired", default_priority="gone")
    assert fitting.types_of(rules, "other") == fitting.types_of(shipped(), "other")
    assert fitting.priority_by_default(rules, "inquiry", "other") == rules.types["inquiry"].default_priority
