"""Conditions reach what a ticket was opened with: subject, words, sender, mailbox (spec 04)."""

from typing import Any

import msgspec
import pytest

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.presets import standard
from gongdan.domains.routing.public import wanted
from tests.kit import Office, found_office

pytestmark = pytest.mark.anyio


async def office_with(asgi: Any, field: str, op: str, value: str) -> Office:
    plain: Any = msgspec.to_builtins(standard([2026]))
    rule = {"key": "mine", "name": {"zh-CN": "我的", "en": "mine"}, "team": "senior"}
    rule["when"] = {"field": field, "op": op, "value": value}
    plain["routing"] = [rule, *plain["routing"]]
    return await found_office(asgi, bundle=msgspec.convert(plain, PolicyBundle))


@pytest.mark.parametrize(
    ("field", "op", "value", "is_met"),
    [
        ("opening.text", "contains", "发电机", True),
        ("opening.text", "contains", "水泵", False),
        ("opening.subject", "contains", "停电", True),
        ("opening.sender", "contains", "@plant.test", True),
        ("opening.sender", "is", "other@plant.test", False),
    ],
)
async def test_a_routing_rule_reads_the_opening_now_and_later(
    asgi: Any, field: str, op: str, value: str, is_met: bool
) -> None:
    office = await office_with(asgi, field, op, value)
    customer = await office.customer(mail="li@plant.test")
    opened = await office.opened(customer, title="工厂停电", text="备用发电机没有启动", channel="mail", type=None)
    assert (opened.decision.after.live.team == "senior") == is_met
    async with office.desk() as desk:
        case = await desk.case(opened.decision.after.live.number, "ticket.read")
        assert (wanted(desk.rules, case, desk.now).rule == "mine") == is_met


async def test_what_no_rule_asks_for_is_not_loaded(office: Office) -> None:
    rules = await office.services.rules(office.id, 1)
    assert rules.needs == frozenset()
