"""Taking a deed back through the API (spec 11.4, undo)."""

from tests.kit import Office


async def test_ones_last_deed_is_taken_back(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    number = await office.ticket(customer, team="service")
    await agent.post(f"/tickets/{number}/claim")
    await agent.call("PATCH", f"/tickets/{number}", json={"priority": "P1"})
    answer = await agent.post(f"/tickets/{number}/undo", {})
    assert answer.status_code == 200, answer.text
    assert answer.json()["priority"] == "P2"
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
