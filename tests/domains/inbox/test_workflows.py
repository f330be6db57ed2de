"""The workflows and what runs on them (spec 02: in-flight tickets keep their version; the designer counts them)."""

from typing import Any

import msgspec

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.presets import standard
from tests.kit import Office, Visitor


def renamed(bundle: PolicyBundle) -> PolicyBundle:
    """The same with another name for the first status of the first workflow."""
    first, *rest = bundle.workflows
    status = msgspec.structs.replace(first.statuses[0], name={"zh-CN": "刚到", "en": "Just in"})
    first = msgspec.structs.replace(first, statuses=(status, *first.statuses[1:]))
    return msgspec.structs.replace(bundle, workflows=(first, *rest))


async def standard_flow(visitor: Visitor) -> dict[str, Any]:
    found: list[dict[str, Any]] = (await visitor.get("/policy/workflows")).json()
    return next(one for one in found if one["key"] == "standard")


def standing(version: dict[str, Any]) -> dict[str, int]:
    return {one["status"]: one["tickets"] for one in version["statuses"] if one["tickets"]}


async def test_tickets_are_counted_by_version_and_status_until_they_close(office: Office) -> None:
    lead, customer = await office.member("组长", "lead", service=True), await office.customer()
    numbers = [await office.ticket(customer, team="service") for _ in range(3)]
    await lead.post(f"/tickets/{numbers[0]}/close", {"reason": "not_needed"})
    first = await standard_flow(lead)
    assert set(first["types"]) >= {"technical", "account", "order", "inquiry", "feedback"}
    (only,) = first["versions"]
    assert (only["is_current"], only["release"], standing(only)) == (True, 1, {"new": 2})
    assert [one["status"] for one in only["statuses"]][-1] == "closed"

    await office.publish(renamed(standard([2026])))
    later = await office.member("新人", "lead", service=True)
    await office.ticket(await office.customer(), team="service")
    now, before = (await standard_flow(later))["versions"]
    assert (now["is_current"], now["release"], standing(now)) == (True, 2, {"new": 1})
    assert now["statuses"][0]["name"]["zh-CN"] == "刚到"
    assert (before["version"], before["is_current"], standing(before)) == (only["version"], False, {"new": 2})
    assert (await standard_flow(later))["tickets"] == 3


async def test_a_version_that_nothing_runs_on_any_more_is_not_told(office: Office) -> None:
    lead, customer = await office.member("组长", "lead", service=True), await office.customer()
    number = await office.ticket(customer, team="service")
    await office.publish(renamed(standard([2026])))
    later = await office.member("新人", "lead", service=True)
    assert len((await standard_flow(later))["versions"]) == 2
    await lead.post(f"/tickets/{number}/trash")
    (only,) = (await standard_flow(later))["versions"]
    assert (only["is_current"], only["tickets"]) == (True, 0)


async def test_who_may_not_see_the_policy_is_told_nothing(office: Office) -> None:
    vendor = await office.member("外协", "vendor")
    assert (await vendor.get("/policy/workflows")).status_code == 403
    assert (await (await office.customer()).get("/policy/workflows")).status_code == 403
