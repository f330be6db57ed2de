"""Words under a name that nobody proved are marked, and where a message comes from is told to readers from inside."""

from gongdan.domains.conversations.public import Origin, Party
from gongdan.domains.tickets.public import Words, commands
from tests.kit import Office

ORIGIN = Origin(through="form@web.test", forwarded=Party("Paul", "paul@guest.test"), notes=("receivers:12",))


async def test_unproven_words_are_marked_and_say_where_they_come_from(office: Office) -> None:
    agent, customer = await office.member("李雷", "system_admin"), await office.customer()
    number = (await office.opened(customer, unverified=True, origin=ORIGIN)).decision.after.live.number
    async with customer.desk() as desk:
        case = await desk.case(number, "ticket.reply")
        await commands.customer_writes(desk, case, Words(text="补充"), machine=False, by=customer.id)
    shown = (await agent.get(f"/tickets/{number}")).json()["timeline"]
    first, second = [entry["message"] for entry in shown if entry["message"]]
    assert (first["unverified"], second["unverified"], second["origin"]) == (True, False, None)
    assert first["origin"] == {
        "through": "form@web.test",
        "forwarded": {"name": "Paul", "address": "paul@guest.test"},
        "notes": ["receivers:12"],
    }


async def test_addresses_of_an_origin_are_for_readers_of_personal_data(office: Office) -> None:
    vendor, customer = await office.member("外包", "vendor"), await office.customer()
    number = (await office.opened(customer, unverified=True, origin=ORIGIN)).decision.after.live.number
    async with (await office.member("李雷", "system_admin")).desk() as desk:
        await commands.set_watching(desk, await desk.case(number, "ticket.watch"), person_id=vendor.id, watching=True)
    answer = await vendor.get(f"/tickets/{number}")
    assert answer.status_code == 200
    assert "paul@guest.test" not in answer.text and "form@web.test" not in answer.text
