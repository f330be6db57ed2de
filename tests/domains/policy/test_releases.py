"""Publishing (spec 01, policy bundle; spec 04, policy releases): what is refused, and what becomes of what is gone."""

from typing import Any

import msgspec
import pytest

from gongdan import wiring
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.presets import standard
from gongdan.domains.policy.public import Surroundings, check
from gongdan.domains.policy.releases import retiring
from gongdan.domains.tickets.public import commands
from tests.kit import Office

AROUND = Surroundings(
    teams=frozenset(
        {"tech", "finance", "service", "senior", "engineering", "cross", "duty-lead", "product", "sales", "operations"}
    ),
    roles=frozenset({"agent"}),
    departments=frozenset({"service", "tech", "finance", "product", "sales", "operations", "hr"}),
    years=(2026,),
)


def shipped() -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(standard([2026]))
    return plain


def errors(plain: dict[str, Any]) -> list[tuple[str, str]]:
    found = check(msgspec.convert(plain, PolicyBundle), wiring.LINTS, AROUND)
    return [(one.path, one.code) for one in found if one.severity == "error"]


def test_the_shipped_policy_has_no_errors() -> None:
    assert errors(shipped()) == []


def with_(section: str, **entry: Any) -> dict[str, Any]:
    name = {"zh-CN": "新", "en": "new"}
    return shipped() | {section: [*shipped()[section], {"key": "new", "name": name} | entry]}


def acting(action: dict[str, Any]) -> dict[str, Any]:
    return with_("automations", on=["ticket.opened"], actions=[action])


@pytest.mark.parametrize(
    ("plain", "path", "code"),
    [
        (
            with_("routing", when={"field": "nonsense", "op": "is", "value": 1}),
            "routing.new.when.field",
            "condition.field_unknown",
        ),
        (
            with_("sla", targets=[], when={"field": "priority", "op": "under", "value": "P0"}),
            "sla.new.when.op",
            "condition.op_unfit",
        ),
        (
            with_("routing", when={"field": "priority", "op": "is", "value": "P0"}, team="no"),
            "routing.new.team",
            "unknown_key",
        ),
        (with_("automations", on=["ticket.opend"], actions=[]), "automations.new.on", "unknown_key"),
        (acting({"do": "set_team", "team": "no"}), "automations.new.actions.0.team", "unknown_key"),
        (acting({"do": "move", "status": "no"}), "automations.new.actions.0.status", "unknown_key"),
        (acting({"do": "escalate", "level": "L9"}), "automations.new.actions.0.level", "unknown_key"),
        (acting({"do": "set_field", "field": "phase", "value": "x"}), "automations.new.actions.0.field", "unknown_key"),
        (
            shipped() | {"dispatch": {"classes": [{"key": "c", "priorities": ["P9"], "limit": 1}]}},
            "dispatch.classes.c.priorities",
            "unknown_key",
        ),
        (shipped() | {"dispatch": {"fallback_team": "no"}}, "dispatch.fallback_team", "unknown_key"),
    ],
)
def test_what_would_fail_at_the_next_decision_is_not_published(plain: dict[str, Any], path: str, code: str) -> None:
    assert (path, code) in errors(plain)


def test_what_a_bundle_leaves_out_is_retired() -> None:
    before = standard([2026])
    kept = retiring(msgspec.structs.replace(before, types=before.types[1:], automations=()), before)
    assert {one.key for one in kept.types} == {one.key for one in before.types}
    assert [one.key for one in kept.types if one.retired] == [before.types[0].key]
    assert all(one.retired for one in kept.automations)
    assert retiring(before, before) == before


async def test_a_ticket_lives_on_when_its_type_is_gone(office: Office) -> None:
    lead, customer = await office.member("总监", "director", service=True), await office.customer()
    number = await office.ticket(customer, type="technical", team="service")
    shipped_ = standard([2026])
    others = tuple(one for one in shipped_.types if one.key != "technical")
    release = await office.publish(msgspec.structs.replace(shipped_, types=others))
    lead.authority = msgspec.structs.replace(lead.authority, release=release)
    assert (await lead.get(f"/tickets/{number}")).status_code == 200
    async with lead.desk() as desk:
        await commands.close(desk, number, reason="not_needed", seen=None)
    assert (await lead.post("/tickets", {"title": "新", "type": "technical"})).status_code == 422


async def test_a_ticket_keeps_the_version_of_its_workflow(office: Office) -> None:
    lead, customer = await office.member("总监", "director", service=True), await office.customer()
    number = await office.ticket(customer, team="service")
    plain = shipped()
    flow = plain["workflows"][0]
    flow["transitions"] = [one for one in flow["transitions"] if one["key"] != "close"]
    release = await office.publish(msgspec.convert(plain, PolicyBundle))
    office.services.rules._kept.clear()
    lead.authority = msgspec.structs.replace(lead.authority, release=release)
    async with lead.desk() as desk:
        assert (await commands.close(desk, number, reason="duplicate", seen=None)).after.live.phase == "closed"
