"""A stored policy is read by processes of other releases (spec 11.6)."""

from typing import Any

import msgspec
import pytest

from gongdan import wiring
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.actions import UnknownAction
from gongdan.domains.bundle.section.stored import read
from gongdan.domains.policy.presets import standard
from gongdan.domains.policy.public import Surroundings
from gongdan.domains.workflow.public import content_hash
from tests.domains.tickets.life import compiled
from tests.kit import Office

NAME = {"zh-CN": "新", "en": "New"}
PAGING = {"do": "page", "by": "sms", "to": ["lead"]}


def plain(**sections: Any) -> dict[str, Any]:
    whole: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(standard([2026])))
    return whole | sections


def automation(action: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"key": "x", "name": NAME, "on": ["ticket.opened"], "actions": [action]} | more


def test_what_is_stored_by_this_release_is_read_as_it_was() -> None:
    assert read(plain(), PolicyBundle) == standard([2026])


def test_unknown_sections_and_members_are_left_out() -> None:
    newer = plain(badges=[{"key": "f"}])
    newer["types"][0]["shape_of_things"] = {"to": "come"}
    newer["workflows"][0]["statuses"][0]["icon"] = "star"
    newer["workflows"][0]["transitions"][0]["asks"] = ["why"]
    newer["dispatch"] = {"strategy_of_night": "none"} | newer.get("dispatch", {})
    assert read(newer, PolicyBundle) == standard([2026])


def test_the_same_through_the_door_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(plain(badges=[]), PolicyBundle)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(plain(automations=[automation(PAGING)]), PolicyBundle)


def test_an_unknown_action_is_kept_does_nothing_and_is_told() -> None:
    bundle = read(plain(automations=[automation(PAGING)]), PolicyBundle)
    (action,) = bundle.automations[0].actions
    assert action == UnknownAction(was=PAGING)
    assert list(wiring.SUBJECTS.meant_by(action, None, None, None)) == []
    told = [one for one in wiring.SECTIONS.check(bundle, Surroundings()) if one.code == "action_unknown"]
    assert [(one.path, one.severity, one.params) for one in told] == [
        ("automations.x.actions.0", "warning", {"key": "page"})
    ]


def test_an_action_that_was_unknown_is_itself_again_once_it_is_known() -> None:
    kept = msgspec.to_builtins(read(plain(automations=[automation(PAGING)]), PolicyBundle))
    assert read(kept, PolicyBundle).automations[0].actions == (UnknownAction(was=PAGING),)
    learnt = automation({"do": "unknown", "was": {"do": "route"}})
    assert read(plain(automations=[learnt]), PolicyBundle) == read(
        plain(automations=[automation({"do": "route"})]), PolicyBundle
    )


@pytest.mark.parametrize(
    "when",
    [
        {"none_of": [{"field": "priority", "op": "is", "value": "P0"}]},
        {"not": {"field": "priority", "op": "is", "value": "P0", "since": "monday"}},
        {"not": {"field": "weather", "op": "is", "value": "rain"}},
        {"field": "priority", "op": "resembles", "value": "P0"},
    ],
)
def test_a_condition_that_this_process_cannot_read_never_holds(when: dict[str, Any]) -> None:
    bundle = read(plain(automations=[automation({"do": "route"}, when=when)]), PolicyBundle)
    rules = compiled(bundle)
    condition = bundle.automations[0].when
    assert condition is not None and not rules.holds(condition, {}, None)


async def test_an_older_process_serves_under_a_newer_release(office: Office) -> None:
    """As a newer process would have stored it: the row, not the API, holds what this one does not know."""
    lead, customer = await office.member("总监", "director", service=True), await office.customer()
    newer = plain(badges=[{"key": "f"}], automations=[automation(PAGING)])
    newer["workflows"][0]["statuses"][0]["icon"] = "star"
    async with office.services.db.write(office.id) as tx:
        tx.put("update policy_release set bundle = %(bundle)s where workspace_id = %(workspace)s", bundle=newer)
    office.services.rules._kept.clear()
    number = await office.ticket(customer, team="service")
    assert (await lead.get(f"/tickets/{number}")).json()["status"]
    assert (await lead.get("/policy")).json()["bundle"]["automations"][0]["actions"] == [
        {"do": "unknown", "was": PAGING}
    ]
    async with office.services.db.read(office.id) as tx:
        found = await tx.rows(Version, "select workflow from ticket where workspace_id = %(workspace)s")
    assert found == [Version(content_hash(newer["workflows"][0]))]


class Version(msgspec.Struct, frozen=True):
    workflow: str
