"""What a stale version holds back: words that would go out twice, and what the refusal counts."""

import pytest

from gongdan.domains.tickets import errors
from tests.domains.tickets.test_commands import _change as change
from tests.domains.tickets.test_commands import _command as command
from tests.domains.tickets.test_commands import at_work
from tests.kit import Office

pytestmark = pytest.mark.anyio


async def test_the_same_words_are_not_sent_again_over_ones_own(office: Office) -> None:
    """Whoever lost the answer to their reply and sends it anew without a key is told that it went out."""
    customer, agent = await office.customer(), await office.member("李雷", "agent", service=False)
    number = await at_work(office, customer, agent)
    async with agent.desk() as desk:
        seen = (await desk.case(number, "ticket.read")).live.version
    await command("reply", number, agent, seen, agent)
    for words in ("reply", "resolve_with_words"):
        with pytest.raises(errors.VersionConflict) as refused:
            await command(words, number, agent, seen, agent)
        assert (refused.value.members["fields"], refused.value.members["messages"]) == (["messages"], 1)
    await command("set_title", number, agent, seen, agent)
    await command("set_title", number, agent, seen, agent)


async def test_a_refusal_counts_the_messages_that_were_not_seen(office: Office) -> None:
    customer, agent = await office.customer(), await office.member("李雷", "agent", service=False)
    number = await at_work(office, customer, agent)
    async with agent.desk() as desk:
        seen = (await desk.case(number, "ticket.read")).live.version
    for _ in range(3):
        await change("customer_message", number, agent, customer)
    await change("note", number, agent, customer)
    with pytest.raises(errors.VersionConflict) as refused:
        await command("reply", number, agent, seen, agent)
    assert refused.value.members["messages"] == 3


async def test_only_who_is_there_is_made_to_watch(office: Office) -> None:
    agent = await office.member("李雷", "system_admin")
    customer = await office.customer()
    number = await office.ticket(customer)
    for unknown in (1, customer.id):
        answer = await agent.post(f"/tickets/{number}/watching", {"watching": True, "person_id": unknown})
        fault = answer.json()["faults"][0]
        assert (answer.status_code, fault["field"], fault["code"]) == (422, "person_id", "unknown_person")
