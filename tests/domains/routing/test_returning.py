"""Who was taken for offline without a word comes back with their first deed (spec 04, eligibility: present)."""

from datetime import timedelta
from typing import Any

import pytest

from gongdan.domains.accounts.presence.jobs import take_for_offline
from gongdan.kernel import clock
from tests.kit import Office, Visitor
from tests.support import worker

pytestmark = pytest.mark.anyio


async def deliver(office: Office) -> None:
    await worker.deliver(office, "returning")


async def me(agent: Visitor) -> tuple[Any, Any]:
    answer = (await agent.get("/session")).json()
    return answer["presence"], answer["offline_by"]


async def gone(office: Office, agent: Visitor, presence: str = "available") -> None:
    await office.be(presence, agent)
    await take_for_offline(office.services.db, office.id, clock.now() + timedelta(minutes=11))
    await deliver(office)


async def test_who_had_no_page_open_is_asked_and_one_click_brings_them_back(office: Office) -> None:
    agent = await office.member("李雷", tech=False)
    await gone(office, agent)
    assert await me(agent) == ("offline", "auto")
    assert (await agent.call("PATCH", "/me", json={"presence": "available"})).json()["presence"] == "available"
    assert await me(agent) == ("available", None)


async def test_the_first_deed_brings_them_back(office: Office) -> None:
    agent = await office.member("李雷", tech=False)
    number = await office.ticket(await office.customer())
    await gone(office, agent)
    await be_gone_for_a_while(office, agent)
    assert (await agent.post(f"/tickets/{number}/claim")).status_code == 200
    await deliver(office)
    assert await me(agent) == ("available", None)


async def test_who_is_offline_or_was_away_by_hand_stays_so(office: Office) -> None:
    by_hand, was_away = await office.member("李雷", tech=False), await office.member("王明", tech=False)
    await office.be("offline", by_hand)
    await gone(office, was_away, "away")
    customer = await office.customer()
    for agent in (by_hand, was_away):
        assert await me(agent) == ("offline", "hand")
        await be_gone_for_a_while(office, agent)
        assert (await agent.post(f"/tickets/{await office.ticket(customer)}/claim")).status_code == 200
        await deliver(office)
        assert await me(agent) == ("offline", "hand")


async def test_a_deed_from_before_they_were_gone_brings_nobody_back(office: Office) -> None:
    agent = await office.member("李雷", tech=False)
    number = await office.ticket(await office.customer())
    await office.be("available", agent)
    await deliver(office)
    assert (await agent.post(f"/tickets/{number}/claim")).status_code == 200
    await take_for_offline(office.services.db, office.id, clock.now() + timedelta(minutes=11))
    await deliver(office)
    assert await me(agent) == ("offline", "auto")


async def be_gone_for_a_while(office: Office, agent: Visitor) -> None:
    async with office.services.db.write(office.id) as tx:
        tx.put(
            "update member set presence_at = %(at)s where workspace_id = %(workspace)s and person_id = %(person)s",
            at=clock.now() - timedelta(minutes=1),
            person=agent.id,
        )
