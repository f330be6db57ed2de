"""Two tickets are linked: both logs tell it, and each side is named to who may see it."""

from typing import Any

import httpx
import pytest

from gongdan import wiring
from gongdan.domains.relations.kinds import REVERSE
from gongdan.domains.tickets.public import flaws_of_fold
from tests.kit import Office, Visitor

pytestmark = pytest.mark.anyio


async def link(who: Visitor, number: str, other: str, kind: str) -> httpx.Response:
    return await who.call("PUT", f"/tickets/{number}/links/{other}", json={"kind": kind})


async def links(who: Visitor, number: str) -> list[tuple[str, str]]:
    return [(one["kind"], one["number"]) for one in (await detail(who, number))["links"]]


async def detail(who: Visitor, number: str) -> dict[str, Any]:
    found: dict[str, Any] = (await who.get(f"/tickets/{number}")).json()
    return found


async def said(who: Visitor, number: str, kind: str) -> list[str]:
    return [one["text"] for one in (await detail(who, number))["timeline"] if one["kind"] == kind]


async def two(office: Office) -> tuple[Visitor, str, str]:
    customer = await office.customer()
    return await office.member("韩梅梅", "director"), await office.ticket(customer), await office.ticket(customer)


@pytest.mark.parametrize("kind", REVERSE)
async def test_a_link_shows_on_both_sides_and_goes_again(office: Office, kind: str) -> None:
    lead, one, other = await two(office)
    assert (await link(lead, one, other, kind)).status_code == 200
    assert await links(lead, one) == [(kind, other)]
    assert await links(lead, other) == [(REVERSE[kind], one)]
    (here,), (there,) = await said(lead, one, "ticket.linked"), await said(lead, other, "ticket.linked")
    assert other in here and one in there
    async with office.read() as tx:
        assert await flaws_of_fold(tx, office.services.log, wiring.SUBJECTS, 10) == []
    assert (await lead.call("DELETE", f"/tickets/{other}/links/{one}")).status_code == 200
    assert await links(lead, one) == await links(lead, other) == []
    assert other in (await said(lead, one, "ticket.unlinked"))[0]


async def test_linking_again_changes_nothing_and_otherwise_changes_the_kind(office: Office) -> None:
    lead, one, other = await two(office)
    for _ in range(2):
        await link(lead, one, other, "blocks")
    assert len(await said(lead, one, "ticket.linked")) == 1
    await link(lead, other, one, "duplicates")
    assert (await links(lead, one), await links(lead, other)) == ([("duplicated_by", other)], [("duplicates", one)])


async def test_a_closed_ticket_is_linked_too_and_itself_never(office: Office) -> None:
    lead, one, other = await two(office)
    await lead.post(f"/tickets/{one}/close", {"reason": "not_needed"})
    assert (await link(lead, one, other, "relates")).status_code == 200
    assert (await link(lead, one, one, "relates")).json()["code"] == "request.invalid"
    assert (await lead.call("DELETE", f"/tickets/{one}/links/{one}")).json()["code"] == "relations.not_linked"
    assert (await link(lead, one, "GD-0", "relates")).status_code == 404


async def test_the_other_is_named_only_to_who_may_see_it(office: Office) -> None:
    lead, customer = await office.member("韩梅梅", "director"), await office.customer()
    near, far = await office.ticket(customer, team="service"), await office.ticket(customer, team="finance")
    await link(lead, near, far, "blocked_by")
    agent = await office.member("李雷", "agent", service=False)
    shown = await agent.get(f"/tickets/{near}")
    assert shown.status_code == 200 and far not in shown.text
    assert await said(agent, near, "ticket.linked") == ["关联了工单：被阻塞于 另一张工单"]
    assert (await agent.get(f"/tickets/{near}/timeline")).text.count(far) == 0
    assert (await link(agent, near, far, "relates")).status_code == 404, "nor is it linked by guessing its number"
    portal = await customer.get(f"/portal/tickets/{near}")
    assert portal.status_code == 200 and far not in portal.text


async def test_nobody_links_without_the_right(office: Office) -> None:
    _, one, other = await two(office)
    auditor = await office.member("审计", "auditor")
    assert (await link(auditor, one, other, "relates")).status_code == 403


async def test_what_was_opened_because_of_another_is_linked_with_it(office: Office) -> None:
    lead, customer = await office.member("韩梅梅", "director"), await office.customer()
    first = await office.opened(customer)
    number = first.decision.after.live.number
    later = await office.ticket(customer, follows=first.decision.ticket_id)
    named = await office.ticket(customer, follows=first.decision.ticket_id, follows_as="named")
    assert await links(lead, later) == [("follows", number)]
    assert await links(lead, named) == [("relates", number)]
    assert await links(lead, number) == [("followed_by", later), ("relates", named)]


async def test_conditions_ask_for_links(office: Office) -> None:
    lead, one, other = await two(office)
    await link(lead, one, other, "blocks")
    where = '{"field": "links", "op": "has", "value": "blocked_by"}'
    found = (await lead.get("/tickets", where=where)).json()
    assert [row["number"] for row in found["rows"]] == [other]
