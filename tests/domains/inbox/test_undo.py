"""Taking a deed back through the API (spec 11.4, undo)."""

from datetime import timedelta
from typing import Any

from gongdan.domains.inbox.detail.past import as_it_is
from gongdan.domains.inbox.detail.read import Asking, find
from gongdan.domains.tickets.engine.undoing import OWN_FOR
from gongdan.domains.tickets.public import commands
from gongdan.kernel import clock
from tests.kit import Office, Visitor


async def test_ones_last_deed_is_taken_back(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    number = await office.ticket(customer, team="service")
    await agent.post(f"/tickets/{number}/claim")
    await agent.call("PATCH", f"/tickets/{number}", json={"priority": "P1"})
    answer = await agent.post(f"/tickets/{number}/undo", {})
    assert answer.status_code == 200, answer.text
    assert answer.json()["priority"] == "P2"
    assert (answer.json()["undone"], answer.json()["stays"]) == (["priority"], [])
    last = (await agent.get(f"/tickets/{number}")).json()["timeline"][-1]
    assert (last["kind"], last["data"]["undone"]) == ("ticket.undone", "ticket.changed")
    earlier = await agent.post(f"/tickets/{number}/undo", {})
    assert earlier.json()["assignee_id"] is None, "the deed before: claiming it"
    again = await agent.post(f"/tickets/{number}/undo", {})
    assert (again.status_code, again.json()["code"]) == (409, "ticket.nothing_to_undo")


async def test_a_lead_takes_back_what_an_agent_did_and_an_agent_does_not(office: Office) -> None:
    agent, other = await office.member("甲", "agent", service=False), await office.member("乙", "agent", service=False)
    lead = await office.member("丙", "lead", service=True)
    number = await office.ticket(await office.customer(), team="service")
    await agent.post(f"/tickets/{number}/tags", {"add": ["vip"], "remove": []})
    seq = (await lead.get(f"/tickets/{number}")).json()["timeline"][-1]["seq"]
    refused = await other.post(f"/tickets/{number}/undo", {"of": seq})
    assert refused.status_code == 403
    taken_back = await lead.post(f"/tickets/{number}/undo", {"of": seq})
    assert (taken_back.status_code, taken_back.json()["tags"]) == (200, [])


async def test_a_claim_that_is_taken_back_frees_the_agents_room(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    number = await office.ticket(await office.customer(), team="service")
    await agent.post(f"/tickets/{number}/claim")
    undone = await agent.post(f"/tickets/{number}/undo", {})
    assert undone.json()["assignee_id"] is None
    async with office.read() as tx:
        rows = await tx.rows(dict, "select used from agent_load where workspace_id = %(workspace)s")
    assert all(row["used"] == 0 for row in rows)


async def test_a_reassignment_that_is_taken_back_leaves_clocks_and_timers_as_before(office: Office) -> None:
    agent, other = await office.member("甲", "agent", service=False), await office.member("乙", "agent", service=False)
    lead = await office.member("丙", "lead", service=True)
    number = await office.ticket(await office.customer(), team="service", assignee_id=agent.id)

    async def kept() -> Any:
        async with office.read() as tx:
            clocks = "select metric, cycle, body from ticket_clock where workspace_id = %(workspace)s order by 1, 2"
            timers = """
                select key, fire_at from timer
                 where workspace_id = %(workspace)s and owner in ('sla', 'ladder') order by 1
                """
            return await tx.rows(dict, clocks), await tx.rows(dict, timers)

    before = await kept()
    await lead.post(f"/tickets/{number}/assignments", {"assignee_id": other.id})
    assert await kept() != before
    undone = await lead.post(f"/tickets/{number}/undo", {})
    assert undone.is_success, undone.text
    assert await kept() == before


async def test_allowed_tells_of_undoing_what_undoing_would_answer(office: Office) -> None:
    """Of one's own last deed, as somebody who names none takes back."""
    agent, other = await office.member("甲", "agent", service=False), await office.member("乙", "agent", service=False)
    lead = await office.member("丙", "lead", service=True)
    vendor = await office.member("访", "vendor")
    number = await office.ticket(await office.customer(), team="service")
    async with agent.desk() as desk:
        case = await desk.case(number, "ticket.watch")
        await commands.set_watching(desk, case, person_id=vendor.id, watching=True)

    async def told(reader: Visitor) -> Any:
        return (await reader.get(f"/tickets/{number}")).json()["allowed"]["ticket.undo"]

    await lead.post(f"/tickets/{number}/tags", {"add": ["vip"], "remove": []})
    said = {
        name: await told(reader)
        for name, reader in (("agent", agent), ("other", other), ("lead", lead), ("vendor", vendor))
    }
    assert said == {"agent": True, "other": "ticket.nothing_to_undo", "lead": True, "vendor": "request.forbidden"}
    for name, reader in (("other", other), ("vendor", vendor), ("lead", lead)):
        answer = await reader.post(f"/tickets/{number}/undo", {})
        assert (True if answer.is_success else answer.json()["code"]) == said[name]
    assert await told(lead) == "ticket.nothing_to_undo"
    later = clock.now() + OWN_FOR + timedelta(minutes=1)
    rules = await office.services.rules(office.id, 1)
    async with office.read() as tx:
        found = await find(tx, Asking(authority=agent.authority, rules=rules, key=b"k" * 32, now=later), number)
        assert tx.round_trips == 2
    assert found.events == [], "what is too old to be taken back is not looked for in the log"
    assert as_it_is(found, agent.authority, rules, later).offered.allowed["ticket.undo"] == "ticket.nothing_to_undo"


async def test_customers_see_nothing_of_an_undoing(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    number = await office.ticket(customer, team="service")
    await agent.call("PATCH", f"/tickets/{number}", json={"priority": "P1"})
    await agent.post(f"/tickets/{number}/undo", {})
    assert "undone" not in (await customer.get(f"/portal/tickets/{number}")).text


async def test_who_opened_a_ticket_does_not_take_back_where_the_rules_sent_it(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    number = await office.ticket(agent)
    team = (await agent.get(f"/tickets/{number}")).json()["team"]
    refused = await agent.post(f"/tickets/{number}/undo", {})
    assert (refused.status_code, refused.json()["code"]) == (409, "ticket.nothing_to_undo")
    assert team is not None
    assert (await agent.get(f"/tickets/{number}")).json()["team"] == team


async def test_a_ticket_does_not_go_back_to_somebody_whose_roles_are_gone(office: Office) -> None:
    before, after = await office.member("甲", "agent", service=False), await office.member("乙", "agent", service=False)
    lead = await office.member("丙", "lead", service=True)
    number = await office.ticket(await office.customer(), team="service")
    await before.post(f"/tickets/{number}/claim")
    await lead.post(f"/tickets/{number}/assignments", {"assignee_id": after.id})
    async with office.services.db.write(office.id) as tx:
        tx.put("delete from member_role where workspace_id = %(workspace)s and person_id = %(id)s", id=before.id)
    refused = await lead.post(f"/tickets/{number}/undo", {})
    assert (refused.status_code, refused.json()["code"]) == (409, "ticket.not_eligible")
    assert (await lead.get(f"/tickets/{number}")).json()["assignee"]["id"] == after.id


async def test_who_gave_a_ticket_to_a_wrong_team_takes_that_back_and_nothing_else_there(office: Office) -> None:
    lead, agent = await office.member("丙", "lead", service=True), await office.member("乙", "agent", service=False)
    admin = await office.member("管", "system_admin")
    number = await office.ticket(await office.customer(), team="service")
    await lead.post(f"/tickets/{number}/assignments", {"team": "engineering", "assignee_id": None})
    seq = (await admin.get(f"/tickets/{number}")).json()["timeline"][-1]["seq"]
    assert (await agent.post(f"/tickets/{number}/undo", {"of": seq})).status_code in (403, 404)
    back = await lead.post(f"/tickets/{number}/undo", {})
    assert (back.status_code, back.json()["team"]) == (200, "service")
    await admin.post(f"/tickets/{number}/assignments", {"team": "engineering"})
    refused = await lead.post(f"/tickets/{number}/undo", {"of": seq + 2})
    assert refused.status_code in (403, 404), refused.text


async def test_what_stays_is_named_and_what_was_taken_back_can_be_brought_back(office: Office) -> None:
    agent, other = await office.member("甲", "agent", service=False), await office.member("乙", "lead", service=True)
    number = await office.ticket(await office.customer(), team="service", assignee_id=agent.id)
    set_both = {"title": "门锁打不开", "priority": "P1"}
    version = (await agent.call("PATCH", f"/tickets/{number}", json=set_both)).json()["version"]
    await other.call("PATCH", f"/tickets/{number}", json={"priority": "P0"})
    undone = (await agent.post(f"/tickets/{number}/undo", {"of": version})).json()
    assert (undone["undone"], undone["stays"], undone["priority"]) == (["title"], ["priority"], "P0")
    redone = (await agent.post(f"/tickets/{number}/undo", {"of": undone["version"]})).json()
    assert (redone["undone"], redone["title"]) == (["title"], "门锁打不开")
