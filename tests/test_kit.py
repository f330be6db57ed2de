"""The kit itself: what every slice test leans on."""

from tests.kit import Office


async def test_an_office_has_a_ticket_and_somebody_who_calls_the_api(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    assert (await office.ticket(customer)).startswith("GD-")
    for visitor in (agent, customer):
        answer = await visitor.get("/nothing")
        assert (answer.status_code, answer.json()["code"]) == (404, "request.not_found")
