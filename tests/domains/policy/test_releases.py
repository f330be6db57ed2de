"""Publishing (spec 01, policy bundle; spec 04, policy releases): what is refused, and what becomes of what is gone."""

from typing import Any

import msgspec
import pytest

from gongdan import wiring
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.presets import standard
from gongdan.domains.policy.public import Surroundings, check, differences
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
    found = check(msgspec.convert(plain, PolicyBundle), wiring.SECTIONS, AROUND)
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
    kept = wiring.SECTIONS.retiring(msgspec.structs.replace(before, types=before.types[1:], automations=()), before)
    assert {one.key for one in kept.types} == {one.key for one in before.types}
    assert [one.key for one in kept.types if one.retired] == [before.types[0].key]
    assert all(one.retired for one in kept.automations)
    assert wiring.SECTIONS.retiring(before, before) == before


async def test_a_ticket_lives_on_when_its_type_is_gone(office: Office) -> None:
    lead, customer = await office.member("总监", "director", service=True), await office.customer()
    number = await office.ticket(customer, type="technical", team="service")
    shipped_ = standard([2026])
    others = tuple(one for one in shipped_.types if one.key != "technical")
    release = await office.publish(msgspec.structs.replace(shipped_, types=others))
    lead.authority = msgspec.structs.replace(lead.authority, release=release)
    assert (await lead.get(f"/tickets/{number}")).status_code == 200
    async with lead.desk() as desk:
        await commands.close(desk, await desk.case(number, "ticket.close"), reason="not_needed", seen=None)
    assert (await lead.post("/tickets", {"title": "新", "type": "technical"})).status_code == 422


async def test_a_ticket_keeps_the_version_of_its_workflow(office: Office) -> None:
    lead, customer = await office.member("总监", "director", service=True), await office.customer()
    number = await office.ticket(customer, team="service")
    plain = shipped()
    flow = plain["workflows"][0]
    flow["transitions"] = [one | {"retired": one["key"] == "close"} for one in flow["transitions"]]
    release = await office.publish(msgspec.convert(plain, PolicyBundle))
    office.services.rules._kept.clear()
    lead.authority = msgspec.structs.replace(lead.authority, release=release)
    async with lead.desk() as desk:
        assert (
            await commands.close(desk, await desk.case(number, "ticket.close"), reason="duplicate", seen=None)
        ).after.live.phase == "closed"


CHOICE = {"key": "red", "name": {"zh-CN": "红", "en": "Red"}}
COLOUR = {"key": "colour", "name": {"zh-CN": "颜色", "en": "Colour"}, "kind": "choice"}


def nested(plain: dict[str, Any], path: str) -> tuple[list[dict[str, Any]], str]:
    """The list at ``path`` of the first entry of a section, and where it stands."""
    section, *names = path.split(".")
    at, where = plain[section][0], f"{section}.{plain[section][0]['key']}"
    for name in names[:-1]:
        at = next(one for one in at[name] if one.get(names[-1]))
        where += f".{name}.{at['key']}"
    return at[names[-1]], f"{where}.{names[-1]}"


@pytest.mark.parametrize(
    "path",
    ["fields.choices", "ladders.levels", "workflows.statuses", "workflows.transitions", "workflows.statuses.limits"],
)
def test_a_key_below_an_entry_is_retired_and_never_taken_away(path: str) -> None:
    plain = shipped() | {"fields": [COLOUR | {"choices": [CHOICE]}]}
    before = msgspec.convert(plain, PolicyBundle)
    without = msgspec.json.decode(msgspec.json.encode(plain))
    entries, where = nested(without, path)
    gone = entries.pop()["key"]
    after = msgspec.convert(without, PolicyBundle)
    told = [one.path for one in check(after, wiring.SECTIONS, AROUND, before) if one.code == "key_taken_away"]
    assert f"{where}.{gone}" in told
    kept = wiring.SECTIONS.retiring(after, before, nested=True)
    entries, _ = nested(msgspec.to_builtins(kept), path)
    assert {one["key"]: one.get("retired", False) for one in entries}[gone] is True
    assert not [one for one in check(kept, wiring.SECTIONS, AROUND, before) if one.code == "key_taken_away"]


async def test_taking_a_status_away_is_refused_and_a_rollback_retires_it(office: Office) -> None:
    admin = await office.member("管理员", "admin")
    first = (await admin.get("/policy")).json()["bundle"]
    more = msgspec.json.decode(msgspec.json.encode(first))
    more["fields"] = [COLOUR | {"choices": [CHOICE, {"key": "blue", "name": {"zh-CN": "蓝", "en": "Blue"}}]}]
    assert (await admin.post("/policy/releases", {"bundle": more})).status_code == 201
    fewer = more | {"fields": [COLOUR | {"choices": [CHOICE]}]}
    checked = (await admin.post("/policy/lint", {"bundle": fewer})).json()
    assert not checked["publishable"]
    answer = await admin.post("/policy/releases", {"bundle": fewer})
    (finding,) = [one for one in answer.json()["findings"] if one["severity"] == "error"]
    assert (answer.status_code, finding["path"]) == (422, "fields.colour.choices.blue")
    assert "blue" in finding["text"]["en"] and "retired" in finding["remedy"]["en"]
    fewer["fields"][0]["choices"].append(more["fields"][0]["choices"][1] | {"retired": True})
    assert (await admin.post("/policy/releases", {"bundle": fewer})).status_code == 201
    assert (await admin.post("/policy/rollbacks", {"to": 2})).status_code == 201


async def test_a_rollback_keeps_what_was_added_meanwhile_retired(office: Office) -> None:
    admin = await office.member("管理员", "admin")
    bundle = (await admin.get("/policy")).json()["bundle"]
    plain = bundle | {"fields": [COLOUR | {"choices": [CHOICE]}]}
    await admin.post("/policy/releases", {"bundle": plain})
    blue = {"key": "blue", "name": {"zh-CN": "蓝", "en": "Blue"}}
    await admin.post("/policy/releases", {"bundle": plain | {"fields": [COLOUR | {"choices": [CHOICE, blue]}]}})
    assert (await admin.post("/policy/rollbacks", {"to": 2})).status_code == 201
    fields = (await admin.get("/policy")).json()["bundle"]["fields"]
    (field,) = [one for one in fields if not one.get("retired")]
    assert [(one["key"], one.get("retired", False)) for one in field["choices"]] == [("red", False), ("blue", True)]


def test_every_member_of_the_bundle_is_one_section() -> None:
    assert {one.key for one in wiring.SECTIONS.all} == {*PolicyBundle.__struct_fields__} - {"schema"}


def test_differences_name_entries_by_their_keys() -> None:
    before = standard([2026])
    renamed = msgspec.structs.replace(before.types[0], name={"zh-CN": "支持", "en": "Support"})
    after = msgspec.structs.replace(before, types=(renamed, *before.types[1:]), automations=before.automations[1:])
    found = [one.path for one in differences(before, after)]
    key = before.automations[0].key
    assert found == [f"types.{renamed.key}.name.zh-CN", f"types.{renamed.key}.name.en", f"automations.{key}"]
    assert list(differences(before, before)) == []
