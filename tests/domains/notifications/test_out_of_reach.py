"""What waits to be mailed about a ticket that its reader may not see any more."""

from datetime import timedelta

import pytest

from gongdan.kernel import clock
from tests.domains.notifications.kit import deliver
from tests.domains.notifications.test_sending import BOTH, delivery_rows, handler_of, mailing, sent_to
from tests.domains.notifications.test_staff import writes
from tests.kit import Office

__all__ = ["mailing"]
pytestmark = pytest.mark.anyio


async def test_what_is_about_a_ticket_that_its_reader_may_not_see_any_more_is_not_mailed(mailing: Office) -> None:
    """The title and the words in it are no longer theirs to read."""
    now = clock.now()
    agent, customer, number = await handler_of(mailing, {"answered": BOTH}, digest="hourly")
    stays = await mailing.ticket(customer, title="仍在", team="service", assignee_id=agent.id)
    for one in (number, stays):
        await writes(customer, one)
    await deliver(mailing)
    admin = await mailing.member("管", "system_admin")
    answer = await admin.post(f"/tickets/{number}/assignments", {"team": "finance", "assignee_id": None})
    assert answer.is_success, answer.text
    async with mailing.services.db.write(mailing.id) as tx:
        sql = "delete from participant where workspace_id = %(workspace)s and person_id = %(id)s"
        tx.put(f"{sql} and ticket_id = (select id from ticket where number = %(number)s)", id=agent.id, number=number)
    assert (await agent.get(f"/tickets/{number}")).status_code == 404
    with clock.played(now + timedelta(hours=1, minutes=1)):
        (mail,) = await sent_to(agent)
    assert stays in str(mail.payload) and number not in str(mail.payload) and "很急" not in str(mail.payload)
    rows = [one for one in await delivery_rows(mailing) if one.kind == "answered"]
    assert [(one.state, one.fault) for one in rows] == [("dropped", "out_of_reach"), ("handed_over", None)]
