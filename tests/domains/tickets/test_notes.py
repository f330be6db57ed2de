"""Editing internal notes: their author may, and what they said stays readable."""

from typing import Any

from tests.kit import Office, Visitor


async def noted(office: Office) -> tuple[Visitor, str, int]:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    number = await office.ticket(customer, team="service", assignee_id=agent.id)
    made = await agent.post(f"/tickets/{number}/notes", {"text": "先查日志"})
    return agent, number, made.json()["message_id"]


async def said(visitor: Visitor, number: str, id: int) -> dict[str, Any]:
    timeline = (await visitor.get(f"/tickets/{number}")).json()["timeline"]
    (found,) = [entry["message"] for entry in timeline if (entry["message"] or {}).get("id") == id]
    message: dict[str, Any] = found
    return message


async def test_a_note_says_what_its_author_made_of_it_and_what_it_said_stays_readable(office: Office) -> None:
    agent, number, id = await noted(office)
    path = f"/tickets/{number}/notes/{id}"
    edited = await agent.call("PATCH", path, json={"text": "先查网络"}, headers={"If-Match": '"1"'})
    assert (edited.status_code, edited.json()["message_id"]) == (200, id), edited.text
    shown = await said(agent, number, id)
    assert (shown["text"], shown["version"]) == ("先查网络", 2)
    versions = (await agent.get(f"{path}/versions")).json()
    assert [(one["version"], one["text"]) for one in versions] == [(1, "先查日志"), (2, "先查网络")]
    kinds = [entry["kind"] for entry in (await agent.get(f"/tickets/{number}")).json()["timeline"]]
    assert kinds.count("ticket.note_edited") == 1


async def test_an_edit_on_top_of_another_is_refused(office: Office) -> None:
    agent, number, id = await noted(office)
    path = f"/tickets/{number}/notes/{id}"
    for status in (200, 412):
        answer = await agent.call("PATCH", path, json={"text": "改"}, headers={"If-Match": '"1"'})
        assert answer.status_code == status
    assert (answer.json()["code"], answer.json()["version"]) == ("ticket.note_changed", 2)


async def test_only_its_author_edits_a_note(office: Office) -> None:
    _, number, id = await noted(office)
    admin = await office.member("管理员", "system_admin")
    refused = await admin.call("PATCH", f"/tickets/{number}/notes/{id}", json={"text": "改"})
    assert (refused.status_code, refused.json()["code"]) == (403, "ticket.note_not_yours")
    assert (await admin.get(f"/tickets/{number}/notes/{id}/versions")).status_code == 200


async def test_what_a_customer_reads_is_no_note(office: Office) -> None:
    agent, number, _ = await noted(office)
    reply = (await agent.post(f"/tickets/{number}/replies", {"text": "您好"})).json()["message_id"]
    for answer in (
        await agent.call("PATCH", f"/tickets/{number}/notes/{reply}", json={"text": "改"}),
        await agent.get(f"/tickets/{number}/notes/{reply}/versions"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (404, "ticket.note_not_found")


async def test_a_note_of_another_ticket_is_not_found(office: Office) -> None:
    agent, _, id = await noted(office)
    other = await office.ticket(await office.customer("别人"), team="service", assignee_id=agent.id)
    answer = await agent.call("PATCH", f"/tickets/{other}/notes/{id}", json={"text": "改"})
    assert answer.json()["code"] == "ticket.note_not_found"


async def test_nobody_outside_hears_of_it(office: Office) -> None:
    agent, number, id = await noted(office)
    await agent.call("PATCH", f"/tickets/{number}/notes/{id}", json={"text": "改"})
    stranger = await office.member("远", "agent")
    assert (await stranger.get(f"/tickets/{number}/notes/{id}/versions")).status_code == 404


async def test_on_a_closed_ticket_notes_stay_as_they_are(office: Office) -> None:
    agent, number, id = await noted(office)
    admin = await office.member("管理员", "system_admin")
    closed = await admin.post(f"/tickets/{number}/close", {"reason": "not_needed"})
    assert closed.is_success, closed.text
    answer = await agent.call("PATCH", f"/tickets/{number}/notes/{id}", json={"text": "改"})
    assert answer.json()["code"] == "ticket.closed"
