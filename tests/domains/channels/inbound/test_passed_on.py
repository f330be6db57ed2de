"""A mail that passes another one on: its words are the message, and its writer is offered as the requester."""

from tests.domains.channels.mails import mail, post
from tests.kit import Office

PASSED_ON = """Can you take this?

---------- Forwarded message ---------
From: Paul Guest <paul@guest.test>
Date: Wed, 25 Nov 2026 at 10:06
Subject: Broken boiler
To: <fred@client.test>

The boiler leaks since Monday, room 12. Everything is down for all users.
"""


async def test_what_is_passed_on_is_the_message_and_triage_reads_it(office: Office) -> None:
    at, agent = await post(office), await office.member("李雷", "system_admin")
    (made,) = await at.take(mail("Fwd: Broken boiler", PASSED_ON, sender="Fred <fred@client.test>"))
    ticket = (await agent.get(f"/tickets/{made.number}")).json()
    (said,) = [entry["message"] for entry in ticket["timeline"] if entry["message"]]
    assert said["text"].startswith("Can you take this?")
    assert "The boiler leaks since Monday" in said["text"]
    assert said["origin"]["forwarded"] == {"name": "Paul Guest", "address": "paul@guest.test"}
    assert ticket["customer"]["mails"] == ["fred@client.test"]
    assert ticket["priority"] == "P0"


async def test_whose_request_it_is_becomes_the_requester_by_one_call(office: Office) -> None:
    at, agent = await post(office), await office.member("李雷", "system_admin")
    (made,) = await at.take(mail("Fwd: Broken boiler", PASSED_ON, sender="Fred <fred@client.test>"))
    wish = {"mail": "Paul@Guest.test", "name": "Paul Guest"}
    for _ in range(2):
        assert (await agent.post(f"/tickets/{made.number}/requester", wish)).status_code == 200
    ticket = (await agent.get(f"/tickets/{made.number}")).json()
    assert (ticket["customer"]["name"], ticket["customer"]["mails"]) == ("Paul Guest", ["paul@guest.test"])
    changes = [entry for entry in ticket["timeline"] if entry["kind"] == "ticket.changed"]
    assert len(changes) == 1
    assert all(entry["text"] or entry["message"] for entry in ticket["timeline"]), "every event says what happened"
    assert {one["name"] for one in ticket["people"]} >= {"Fred", "Paul Guest"}
    (answer,) = await at.take(mail("Re: Broken boiler", "Still leaking.", sender="paul@guest.test", references="<x@y>"))
    assert answer.number == made.number


async def test_the_requester_is_somebody_and_changed_by_who_may(office: Office) -> None:
    agent, customer = await office.member("李雷", "system_admin"), await office.customer()
    number = await office.ticket(customer)
    for wish in ({}, {"id": 1}, {"id": customer.id, "mail": "a@b.test"}):
        assert (await agent.post(f"/tickets/{number}/requester", wish)).status_code == 422
    assert (await customer.post(f"/tickets/{number}/requester", {"id": customer.id})).status_code in (403, 404)
