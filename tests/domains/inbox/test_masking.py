"""Sensitive fields show to their class only, and nobody asks by what they may not read (spec 01, permission)."""

import json
from typing import Any

import msgspec
import pytest
from litestar import Litestar

from gongdan.domains.bundle.fields import CustomField
from gongdan.domains.policy.presets import standard
from gongdan.domains.tickets.public import commands
from tests.kit import Office, Visitor, found_office

SECRET = "6222020200112233"
CARD = CustomField(key="card", name={"zh-CN": "银行卡", "en": "Card"}, kind="text", sensitive=True, filterable=True)
PLAIN = CustomField(key="model", name={"zh-CN": "型号", "en": "Model"}, kind="text", filterable=True)


@pytest.fixture
async def guarded(asgi: Litestar) -> Office:
    bundle = standard([2026])
    return await found_office(asgi, bundle=msgspec.structs.replace(bundle, fields=(*bundle.fields, CARD, PLAIN)))


async def detail(visitor: Visitor, number: str) -> dict[str, Any]:
    found: dict[str, Any] = (await visitor.get(f"/tickets/{number}")).json()
    return found


async def opened(office: Office, agent: Visitor) -> str:
    number = await office.ticket(await office.customer(), team="service", fields={"card": SECRET, "model": "X1"})
    async with office.desk() as desk:
        await commands.set_fields(
            desk, await desk.case(number, "ticket.edit"), {"fields.card": SECRET[::-1]}, seen=None
        )
    return number


async def test_a_sensitive_value_is_masked_wherever_it_stands(guarded: Office) -> None:
    agent, root = await guarded.member("李雷", "agent", service=False), await guarded.member("根", "system_admin")
    number = await opened(guarded, agent)
    ticket = await detail(agent, number)
    assert (ticket["fields"], ticket["masked"]) == ({"card": None, "model": "X1"}, ["card"])
    assert SECRET not in str(ticket) and SECRET[::-1] not in str(ticket)
    changed = next(entry for entry in ticket["timeline"] if entry["kind"] == "ticket.changed")
    assert changed["data"]["after"] == {"fields.card": None}
    whole = await detail(root, number)
    assert (whole["fields"]["card"], whole["masked"]) == (SECRET[::-1], [])


async def test_nobody_filters_by_what_they_may_not_read(guarded: Office) -> None:
    agent, root = await guarded.member("李雷", "agent", service=False), await guarded.member("根", "system_admin")
    number = await opened(guarded, agent)
    by_card = json.dumps({"field": "fields.card", "op": "starts_with", "value": SECRET[::-1][:4]})
    by_model = json.dumps({"field": "fields.model", "op": "is", "value": "x1"})
    refused = await agent.get("/tickets", where=by_card)
    assert (refused.status_code, refused.json()["faults"][0]["code"]) == (422, "condition.field_unknown")
    for visitor, where in ((agent, by_model), (root, by_model), (root, by_card)):
        assert [row["number"] for row in (await visitor.get("/tickets", where=where)).json()["rows"]] == [number]


async def test_who_may_not_read_a_value_fills_it_once_and_replaces_none(guarded: Office) -> None:
    """Else whether a change changes anything would tell the value, one guess after the other."""
    agent, root = await guarded.member("李雷", "agent", service=True), await guarded.member("根", "system_admin")
    number = await guarded.ticket(await guarded.customer(), team="service")
    filled = await agent.call("PATCH", f"/tickets/{number}", json={"fields": {"card": SECRET}})
    assert filled.status_code == 200, filled.text
    for guess in (SECRET, SECRET[::-1], None):
        refused = await agent.call("PATCH", f"/tickets/{number}", json={"fields": {"card": guess}})
        assert refused.status_code == 422
        assert [(one["field"], one["code"]) for one in refused.json()["faults"]] == [("fields.card", "field_masked")]
    assert (await root.call("PATCH", f"/tickets/{number}", json={"fields": {"card": None}})).status_code == 200
