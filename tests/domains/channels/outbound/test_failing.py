"""Replies that did not arrive: said in the log of their ticket, to their author, and to whoever looks at it."""

from datetime import timedelta

from gongdan.domains.channels.outbound.sender import send_of
from gongdan.domains.tickets.intents import SetTeam
from gongdan.domains.tickets.public import commands
from tests.domains.channels.mails import Post
from tests.domains.channels.outbound.kit import bounced, deliveries, later, read, replied
from tests.domains.notifications.kit import deliver
from tests.kit import Visitor
from tests.servers.smtp import SmtpPeer


async def test_a_ticket_says_whom_its_replies_are_mailed_to_and_what_became_of_them(
    at: Post, agent: Visitor, peer: SmtpPeer
) -> None:
    peer.refusals["wang@customer.test"] = "550 5.1.1 no such user"
    number, _ = await replied(at, agent, cc="li@partner.test")
    await send_of(at.room, at.mailbox)
    ticket = (await agent.get(f"/tickets/{number}")).json()
    whom = {"to": "wang@customer.test", "cc": ["li@partner.test"]}
    assert ticket["addressee"] == whom
    mailed = next(entry["message"]["delivery"] for entry in reversed(ticket["timeline"]) if entry["message"])
    ((delivery_id,),) = await at.rows("select id from delivery where workspace_id = %(workspace)s")
    assert (mailed["id"], mailed["state"], mailed["recipients"]) == (delivery_id, "failed", whom)
    assert "no such user" in mailed["fault"]


async def test_addresses_show_to_readers_of_personal_data_only(at: Post, agent: Visitor, peer: SmtpPeer) -> None:
    peer.refusals["wang@customer.test"] = "550 5.1.1 no such user"
    number, _ = await replied(at, agent)
    await send_of(at.room, at.mailbox)
    vendor = await at.office.member("外包", "vendor")
    async with agent.desk() as desk:
        await commands.set_watching(desk, await desk.case(number, "ticket.watch"), person_id=vendor.id, watching=True)
    ticket = (await vendor.get(f"/tickets/{number}")).json()
    assert ticket["addressee"] == {"to": None, "cc": []}
    assert "wang@customer.test" not in str(ticket) and "no such user" not in str(ticket)


async def test_a_bounce_marks_the_delivery_failed_and_makes_no_ticket(at: Post, agent: Visitor, peer: SmtpPeer) -> None:
    _, ticket = await replied(at, agent)
    await send_of(at.room, at.mailbox)
    (bounce,) = await at.take(bounced(read(peer.taken[0].content)["Message-ID"], "wang@customer.test"))
    assert (bounce.state, bounce.outcome["reason"], bounce.ticket_id) == ("ignored", "bounce", ticket)
    assert [state for state, *_ in await deliveries(at)] == ["failed"]


async def test_the_author_of_a_reply_that_failed_is_told_and_the_ticket_says_so(
    at: Post, agent: Visitor, peer: SmtpPeer
) -> None:
    peer.refusals["wang@customer.test"] = "550 5.1.1 no such user"
    number, _ = await replied(at, agent)
    await send_of(at.room, at.mailbox)
    ticket = (await agent.get(f"/tickets/{number}")).json()
    entry = ticket["timeline"][-1]
    (said,) = [one for one in ticket["timeline"] if one["message"] and one["message"]["author"] == "agent"]
    assert (entry["kind"], entry["actor"]) == ("ticket.delivery_failed", "system")
    assert entry["data"]["message_id"] == said["message"]["id"]
    assert entry["data"]["delivery_id"] == said["message"]["delivery"]["id"]
    await deliver(at.office)
    (notice,) = (await agent.get("/notices")).json()["notices"]
    assert (notice["kind"], notice["number"]) == ("undelivered", number)


async def test_a_bounce_is_told_once_even_on_a_closed_ticket(at: Post, agent: Visitor, peer: SmtpPeer) -> None:
    number, _ = await replied(at, agent)
    await send_of(at.room, at.mailbox)
    async with agent.desk() as desk:
        await commands.close(desk, await desk.case(number, "ticket.close"), reason="not_needed", seen=None)
    report = bounced(read(peer.taken[0].content)["Message-ID"], "wang@customer.test")
    await at.take(report, report.replace(b"Undelivered", b"Again: undelivered"))
    ticket = (await agent.get(f"/tickets/{number}")).json()
    (failed,) = [one for one in ticket["timeline"] if one["kind"] == "ticket.delivery_failed"]
    assert failed["data"]["bounced"] is True
    assert [state for state, *_ in await deliveries(at)] == ["failed"]


async def test_whoever_was_told_to_come_later_gets_it_later_and_nobody_gets_it_twice(
    at: Post, agent: Visitor, peer: SmtpPeer
) -> None:
    peer.refusals["wang@customer.test"] = "451 4.2.1 try later"
    await replied(at, agent, cc="li@partner.test, wu@partner.test")
    await send_of(at.room, at.mailbox)
    assert await deliveries(at) == [("queued", 1, False, True)]
    peer.refusals.clear()
    await later(at, timedelta(hours=1))
    await send_of(at.room, at.mailbox)
    assert await deliveries(at) == [("sent", 2, False, False)]
    assert [one.rcpt_tos for one in peer.taken] == [["li@partner.test", "wu@partner.test"], ["wang@customer.test"]]


async def test_a_copy_that_is_refused_leaves_the_reply_sent(at: Post, agent: Visitor, peer: SmtpPeer) -> None:
    peer.refusals["li@partner.test"] = "550 5.1.1 no such user"
    await replied(at, agent, cc="li@partner.test")
    await send_of(at.room, at.mailbox)
    assert await deliveries(at) == [("sent", 1, False, True)]


async def test_an_address_is_known_again_as_it_travels(at: Post, agent: Visitor, peer: SmtpPeer) -> None:
    """A Chinese domain is refused in its ASCII form."""
    peer.refusals["wang@xn--fsqu00a.test"] = "550 5.1.1 no such user"
    await replied(at, agent, sender="王芳 <wang@例子.test>", cc="li@partner.test")
    await send_of(at.room, at.mailbox)
    assert await deliveries(at) == [("failed", 1, False, True)]


async def test_who_may_reply_may_send_a_reply_again(at: Post, agent: Visitor, peer: SmtpPeer) -> None:
    peer.refusals["wang@customer.test"] = "550 5.1.1 no such user"
    _, ticket = await replied(at, agent)
    await send_of(at.room, at.mailbox)
    peer.refusals.clear()
    colleague, stranger = (
        await at.office.member("韩梅梅", "agent", service=False),
        await at.office.member("外包", "vendor"),
    )
    async with at.office.desk() as desk:
        (case,) = await desk.cases_by_id([ticket])
        desk.apply(desk.settle(case, SetTeam(team="service")))
    ((delivery_id,),) = await at.rows("select id from delivery where workspace_id = %(workspace)s")
    assert (await stranger.post(f"/outbox/{delivery_id}/repeat")).status_code == 403
    elsewhere = await at.office.member("外组", "agent", tech=False)
    refused = await elsewhere.post(f"/outbox/{delivery_id}/repeat")
    assert (refused.status_code, refused.json()["code"]) == (404, "channels.delivery_not_found")
    assert (await colleague.post(f"/outbox/{delivery_id}/repeat")).status_code == 204
    await send_of(at.room, at.mailbox)
    assert [state for state, *_ in await deliveries(at)] == ["sent"]
    assert await at.rows(
        "select actor_id from event where workspace_id = %(workspace)s and kind = 'workspace.delivery_repeated'"
    ) == [(colleague.id,)]
