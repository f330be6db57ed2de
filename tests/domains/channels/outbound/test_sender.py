"""The outbox (spec 01, side effects on the world; spec 05): what is sent, what is repeated, and what never is."""

import asyncio
from datetime import timedelta

import pytest
from litestar import Litestar

from gongdan.domains.channels.mail.outgoing.notices import PER_HOUR, queue_notice
from gongdan.domains.channels.mail.settings import Smtp
from gongdan.domains.channels.outbound.outbox import LEASE, PAUSES, repeat
from gongdan.domains.channels.outbound.queueing import ForgetLetters, forget_letters
from gongdan.domains.channels.outbound.sender import run_sender, send_of
from gongdan.domains.channels.outbound.showing import OutboxFilter, items
from gongdan.domains.tickets.public import Words, commands
from gongdan.infra.bus import Bell, running
from gongdan.kernel import clock
from tests.domains.channels.mails import Post, mail, post
from tests.domains.channels.outbound.kit import FIRST, deliveries, later, notice, read, replied
from tests.domains.notifications.kit import done
from tests.infra.log.kit import eventually
from tests.kit import Office, Visitor, found_office
from tests.servers.smtp import SmtpPeer, smtp_peer


async def test_a_reply_goes_out_once_in_the_thread_of_the_customer(at: Post, agent: Visitor, peer: SmtpPeer) -> None:
    number, ticket = await replied(at, agent, cc="li@partner.test")
    assert await send_of(at.room, at.mailbox) == 1
    assert await send_of(at.room, at.mailbox) == 0
    assert await deliveries(at) == [("sent", 1, False, False)]

    (sent,) = peer.taken
    assert (sent.mail_from, sent.rcpt_tos) == (at.address, ["wang@customer.test", "li@partner.test"])
    said = read(sent.content)
    assert said["In-Reply-To"] == FIRST and FIRST in said["References"]
    assert said["Subject"] == f"Re: 无法登录 [#{number}]"
    assert said["Cc"] == "li@partner.test"
    assert said["Auto-Submitted"] is None
    assert "请重试。" in said.get_body(("plain",)).get_content()
    assert said["Reply-To"].startswith(f"support+t{ticket}.")


@pytest.mark.parametrize("by", ["Message-ID", "Reply-To"])
async def test_an_answer_to_our_reply_joins_by_our_own_mark(at: Post, agent: Visitor, peer: SmtpPeer, by: str) -> None:
    """Also with another subject, and from an address that we do not know (a forwarded reply)."""
    _, ticket = await replied(at, agent)
    await send_of(at.room, at.mailbox)
    said = read(peer.taken[0].content)
    headers = {"in_reply_to": said["Message-ID"]} if by == "Message-ID" else {"to": said["Reply-To"]}
    (answer,) = await at.take(mail("谢谢", "好了", sender="assistant@elsewhere.test", **headers))
    assert (answer.state, answer.ticket_id) == ("threaded", ticket)
    assert answer.outcome["evidence"][0]["kind"] == "reply_token"


async def test_a_reply_takes_further_people_in_and_is_mailed_to_them(at: Post, agent: Visitor, peer: SmtpPeer) -> None:
    number, ticket = await replied(at, agent)
    body = {"text": "也请王工看看。", "cc": ["Wu@Partner.test", "wang@customer.test", "wu@partner.test"]}
    assert (await agent.post(f"/tickets/{number}/replies", body)).status_code == 201
    await done(agent, number, "replies", text="还有一点。")
    await send_of(at.room, at.mailbox)
    assert [sorted(one.rcpt_tos) for one in peer.taken] == [
        ["wang@customer.test"],
        ["wang@customer.test", "wu@partner.test"],
        ["wang@customer.test", "wu@partner.test"],
    ]
    assert read(peer.taken[1].content)["Cc"] == "wu@partner.test"
    joined = await at.rows(
        """
        select p.role
          from participant p
          join identity i on i.workspace_id = p.workspace_id and i.person_id = p.person_id
         where p.workspace_id = %(workspace)s and p.ticket_id = %(ticket)s and i.handle = 'wu@partner.test'
        """,
        ticket=ticket,
    )
    assert joined == [("cc",)]
    note = await agent.post(f"/tickets/{number}/notes", {"text": "内部", "cc": ["wu@partner.test"]})
    assert note.status_code == 422


async def test_a_note_is_never_mailed(at: Post, agent: Visitor, peer: SmtpPeer) -> None:
    (first,) = await at.take(mail())
    assert first.number
    async with agent.desk() as desk:
        await commands.note(desk, await desk.case(first.number, "ticket.note"), Words(text="内部"))
    assert await deliveries(at) == []


async def test_a_reply_and_its_delivery_commit_together(at: Post, agent: Visitor) -> None:
    (first,) = await at.take(mail())
    assert first.number
    with pytest.raises(RuntimeError):
        async with agent.desk() as desk:
            await commands.reply(desk, await desk.case(first.number, "ticket.reply"), Words(text="请重试"), seen=None)
            raise RuntimeError("the process fails before it commits")
    assert await deliveries(at) == []
    assert len(await at.rows("select 1 from message where workspace_id = %(workspace)s")) == 1


async def test_a_refused_recipient_fails_visibly(at: Post, agent: Visitor, peer: SmtpPeer) -> None:
    peer.refusals["wang@customer.test"] = "550 5.1.1 no such user"
    await replied(at, agent)
    await send_of(at.room, at.mailbox)
    async with at.office.read() as tx:
        (item,) = await items(tx, OutboxFilter(states=["failed"]))
    assert item.fault and "no such user" in item.fault
    assert item.next_at is None


async def test_a_busy_server_is_tried_again_with_growing_pauses(at: Post, agent: Visitor, peer: SmtpPeer) -> None:
    peer.answer_to_text = "451 4.3.0 try later"
    await replied(at, agent)
    for attempt in range(1, len(PAUSES) + 2):
        await send_of(at.room, at.mailbox)
        assert await send_of(at.room, at.mailbox) == 0
        state = "queued" if attempt <= len(PAUSES) else "failed"
        assert await deliveries(at) == [(state, attempt, False, True)]
        await later(at, timedelta(days=2))
    peer.answer_to_text = None
    (row,) = await at.rows("select id from delivery where workspace_id = %(workspace)s")
    async with at.office.services.db.write(at.office.id) as tx:
        await repeat(tx, row[0], authority=agent.authority, via="web", now=clock.now())
    await send_of(at.room, at.mailbox)
    assert [state for state, *_ in await deliveries(at)] == ["sent"]


async def test_a_reply_whose_fate_is_unknown_is_repeated_under_its_own_id_and_marked(
    at: Post, agent: Visitor, peer: SmtpPeer
) -> None:
    peer.hangs_up = "after_text"
    await replied(at, agent)
    await send_of(at.room, at.mailbox)
    assert await deliveries(at) == [("uncertain", 1, False, True)]
    peer.hangs_up = None
    await later(at, timedelta(hours=1))
    await send_of(at.room, at.mailbox)
    assert await deliveries(at) == [("sent", 2, True, False)]
    first, second = (read(one.content)["Message-ID"] for one in peer.taken)
    assert first == second


async def test_a_notice_whose_fate_is_unknown_is_never_repeated(at: Post, peer: SmtpPeer) -> None:
    peer.hangs_up = "after_text"
    await notice(at)
    await send_of(at.room, at.mailbox)
    await later(at, timedelta(days=3))
    assert await send_of(at.room, at.mailbox) == 0
    assert await deliveries(at) == [("uncertain", 1, False, True)]
    assert len(peer.taken) == 1


@pytest.mark.parametrize(("kind", "taken"), [("reply", 1), ("notice", 0)])
async def test_what_a_dead_process_was_sending_is_uncertain(
    at: Post, agent: Visitor, peer: SmtpPeer, kind: str, taken: int
) -> None:
    """Before its lease is over nobody else touches it."""
    if kind == "reply":
        await replied(at, agent)
    else:
        await notice(at)
    async with at.office.services.db.write(at.office.id) as tx:
        tx.put(
            "update delivery set state = 'sending', attempts = 1, next_at = %(at)s where workspace_id = %(workspace)s",
            at=clock.now() + LEASE,
        )
    assert await send_of(at.room, at.mailbox) == 0
    await later(at, LEASE)
    await send_of(at.room, at.mailbox)
    assert len(peer.taken) == taken
    ((state, *_),) = await deliveries(at)
    assert state == ("sent" if kind == "reply" else "uncertain")


async def test_a_dead_server_costs_no_mail_a_try_and_is_left_alone_for_a_while(
    office: Office, unused_port: int
) -> None:
    at = await post(office, Smtp(host="127.0.0.1", port=unused_port, security="plain"))
    agent = await office.member("李雷", "system_admin")
    await replied(at, agent)
    assert await send_of(at.room, at.mailbox) == 1
    assert await send_of(at.room, at.mailbox) == 0
    assert await deliveries(at) == [("queued", 0, False, True)]
    ((state,),) = await at.rows("select state from channel_account where workspace_id = %(workspace)s")
    assert state["sends"]["failures"] == 1 and state["sends"]["fault"]


async def test_a_notice_is_marked_as_written_by_a_machine_and_sent_once(at: Post, peer: SmtpPeer) -> None:
    await notice(at)
    await notice(at)
    assert await send_of(at.room, at.mailbox) == 1
    said = read(peer.taken[0].content)
    assert said["Auto-Submitted"] == "auto-generated"
    (answer,) = await at.take(peer.taken[0].content)
    assert answer.outcome["reason"] == "own"


async def test_nobody_is_told_twenty_times_an_hour(at: Post, agent: Visitor) -> None:
    _, ticket = await replied(at, agent)
    for n in range(PER_HOUR + 5):
        await notice(at, ticket_id=ticket, key=f"n{n}", recipient="wang@customer.test")
    rows = await at.rows("select state from delivery where workspace_id = %(workspace)s")
    states = [state for (state,) in rows]
    assert len(states) - states.count("stopped") <= PER_HOUR + 1
    assert len(states) == 1 + PER_HOUR + 5, "what did not go out is in sight"


@pytest.mark.parametrize(
    "headers", [{"auto_submitted": "auto-generated"}, {"list_id": "<all.customer.test>"}, {"return_path": "<>"}]
)
async def test_what_no_program_may_answer_gets_no_notice_until_the_customer_writes_himself(
    at: Post, headers: dict[str, str]
) -> None:
    (one,) = await at.take(mail(message_id=FIRST, **headers))
    assert one.state == "created"
    await notice(at, key="a", ticket_id=one.ticket_id, recipient="wang@customer.test")
    assert await deliveries(at) == []
    await at.take(mail("Re: 无法登录", "是我本人", in_reply_to=FIRST))
    await notice(at, key="b", ticket_id=one.ticket_id, recipient="wang@customer.test")
    assert len(await deliveries(at)) == 1


async def test_we_never_write_to_ourselves(at: Post) -> None:
    await notice(at, recipient=at.address)
    assert await deliveries(at) == []


async def test_a_redacted_message_is_not_sent(at: Post, agent: Visitor, peer: SmtpPeer) -> None:
    await replied(at, agent)
    async with at.office.services.db.write(at.office.id) as tx:
        tx.put("delete from message_version where workspace_id = %(workspace)s")
    await send_of(at.room, at.mailbox)
    assert peer.taken == []
    assert [state for state, *_ in await deliveries(at)] == ["failed"]


async def test_several_workers_send_each_mail_once(at: Post, peer: SmtpPeer) -> None:
    for n in range(20):
        await notice(at, key=f"n{n}", recipient=f"c{n}@customer.test")
    attempts = await asyncio.gather(*(send_of(at.room, at.mailbox) for _ in range(3)))
    assert sum(attempts) == 20
    assert sorted(one.rcpt_tos[0] for one in peer.taken) == sorted(f"c{n}@customer.test" for n in range(20))


async def test_a_slow_server_holds_up_only_its_own_mailbox(at: Post, asgi: Litestar, peer: SmtpPeer) -> None:
    with smtp_peer() as slow:
        slow.pause_s = 10
        other = await post(await found_office(asgi), Smtp(host="127.0.0.1", port=slow.port, security="plain"))
        for n in range(3):
            await notice(other, key=f"n{n}", recipient=f"c{n}@customer.test")
        async with running(run_sender(at.room, bell := Bell())):
            await asyncio.sleep(0.5)
            await notice(at)
            bell.ring()
            await eventually(lambda: len(peer.taken) == 1, within_s=8)
        assert slow.taken == []


async def test_a_notice_that_repeats_what_was_erased_is_not_sent(at: Post, agent: Visitor, peer: SmtpPeer) -> None:
    _, ticket = await replied(at, agent)
    await send_of(at.room, at.mailbox)
    for quotes in (1, 2):
        async with at.office.services.db.write(at.office.id) as tx:
            words = {"subject": "通知", "text": f"答复 {quotes}", "html": None, "now": clock.now()}
            queue_notice(tx, ticket_id=ticket, key=f"k{quotes}", recipient="wang@customer.test", quotes=quotes, **words)
    async with at.office.services.db.write(at.office.id) as tx:
        forget_letters(tx, ForgetLetters(ticket_id=ticket, message_id=1))
    await send_of(at.room, at.mailbox)
    (sent,) = peer.taken[1:]
    assert "答复 2" in read(sent.content).get_body(("plain",)).get_content()
    found = await at.rows(
        "select key, state, fault from delivery where workspace_id = %(workspace)s and kind = 'notice'"
    )
    assert ("k1", "failed", "channels.message_gone") in found
