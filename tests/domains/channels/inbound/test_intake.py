"""What becomes of a mail (spec 05: threading, loops)."""

import asyncio
from email.message import EmailMessage

import pytest
from msgspec import UNSET

from gongdan import wiring
from gongdan.domains.channels.contract.kinds import Arrival
from gongdan.domains.channels.inbound.budgets import OF_ADDRESS
from gongdan.domains.channels.inbound.intake import receive, settle_all
from gongdan.domains.channels.inbound.rows import quarantined, release
from gongdan.domains.routing.public import assign
from gongdan.domains.tickets.intents import Participate
from gongdan.domains.tickets.public import NewTicket, Words, commands
from gongdan.kernel import clock
from tests.domains.channels.mails import Post, Settled, mail, post
from tests.kit import Office, found_office

PNG = b"\x89PNG\r\n\x1a\n" + bytes(8) + b"IHDR"
AUTO_REPLY = {"auto_submitted": "auto-replied"}


async def opened(office_post: Post, **given: str) -> tuple[str, int]:
    """A ticket that a mail with id ``<first@x.test>`` opened: number, id."""
    (first,) = await office_post.take(mail(message_id="<first@x.test>", **given))
    assert first.state == "created" and first.number and first.ticket_id
    return first.number, first.ticket_id


async def audience_of(office_post: Post, ticket_id: int | None, made: Settled) -> tuple[str, str]:
    (row,) = await office_post.rows(
        "select audience, author from message where workspace_id = %(workspace)s and origin_ticket_id = %(t)s and id = %(m)s",
        t=ticket_id,
        m=made.message_id,
    )
    return row[0], row[1]


async def test_a_mail_of_a_stranger_opens_a_ticket(office: Office) -> None:
    at = await post(office)
    log = ("日志.txt", "text/plain", "错误 500".encode())
    text = "登录时报错。\n\n-- \n王芳"
    (first,) = await at.take(mail("无法登录", text, to=at.address, cc="李雷 <li@partner.test>", files=(log,)))
    assert first.state == "created"
    ((title, channel, name, text, quoted, file, cc),) = await at.rows(
        """
        select t.title, t.channel, p.name, v.text, v.quoted, f.name,
               (select i.handle
                  from participant x
                  join identity i on i.workspace_id = x.workspace_id and i.person_id = x.person_id
                 where x.workspace_id = t.workspace_id and x.ticket_id = t.id and x.role = 'cc')
          from ticket t
          join person p on p.workspace_id = t.workspace_id and p.id = t.requester_id
          join message_version v on v.workspace_id = t.workspace_id and v.message_id = %(message)s
          join attachment a on a.workspace_id = t.workspace_id and a.message_id = %(message)s
          join file f on f.workspace_id = a.workspace_id and f.id = a.file_id
         where t.workspace_id = %(workspace)s and t.id = %(ticket)s
        """,
        ticket=first.ticket_id,
        message=first.message_id,
    )
    assert (title, channel, name, text, file) == ("无法登录", "mail", "王芳", "登录时报错。", "日志.txt")
    assert "王芳" in quoted
    assert cc == "li@partner.test"


async def test_a_part_that_the_html_does_not_show_is_a_file_beside_it(office: Office) -> None:
    """Whatever its disposition says: an inline part that nothing shows would be lost to the reader."""
    at, agent = await post(office), await office.member("李雷", "system_admin")
    written = EmailMessage()
    written["From"], written["To"], written["Subject"] = "wang@customer.test", at.address, "截图"
    written.set_content("见图。")
    written.add_alternative('<p>见图。</p><img src="cid:shown@x"><img src="cid:page@x">', subtype="html")
    page = written.get_payload(1)
    assert isinstance(page, EmailMessage)
    for name, content_id, payload in (
        ("图.png", "<shown@x>", PNG),
        ("签名.png", "<unused@x>", PNG),
        ("照片.png", None, PNG),
        ("页.png", "<page@x>", b"<html><script></script></html>"),
    ):
        page.add_related(payload, "image", "png", filename=name, disposition="inline", cid=content_id)
    (first,) = await at.take(written.as_bytes())
    ticket = (await agent.get(f"/tickets/{first.number}")).json()
    (message,) = [entry["message"] for entry in ticket["timeline"] if entry["message"]]
    assert [(file["name"], file["inline"], file["content_id"]) for file in message["files"]] == [
        ("图.png", True, "shown@x"),
        ("签名.png", False, "unused@x"),
        ("照片.png", False, None),
        ("页.png", False, "page@x"),
    ]


async def test_an_answer_joins_by_the_thread_it_names(office: Office) -> None:
    at = await post(office)
    _, ticket = await opened(at)
    (answer,) = await at.take(mail("别的主题", "补充一下。", in_reply_to="<first@x.test>", message_id="<2@x.test>"))
    assert (answer.state, answer.ticket_id) == ("threaded", ticket)
    assert answer.outcome["subject_changed"]
    assert answer.outcome["evidence"][0]["kind"] == "foreign_ancestor"


async def test_two_answers_to_a_common_unknown_ancestor_find_each_other(office: Office) -> None:
    at = await post(office)
    first, second = await at.take(
        mail("Re: 方案", references="<unseen@x.test>", message_id="<a@x.test>"),
        mail("Re: 方案", references="<unseen@x.test>", message_id="<b@x.test>", sender="li@partner.test"),
    )
    assert second.ticket_id == first.ticket_id


async def test_a_number_in_the_subject_of_a_stranger_opens_a_linked_ticket(office: Office) -> None:
    at = await post(office)
    number, ticket = await opened(at)
    (stranger,) = await at.take(mail(f"关于 [#{number}]", sender="eve@elsewhere.test"))
    assert stranger.state == "created" and stranger.ticket_id != ticket
    assert stranger.outcome["link_to"] == ticket
    assert await at.rows(
        "select follows from ticket where workspace_id = %(workspace)s and id = %(id)s", id=stranger.ticket_id
    ) == [(ticket,)]


async def test_a_copy_makes_nothing_twice(office: Office) -> None:
    at = await post(office)
    raw = mail(message_id="<1@x.test>")
    first, copy = await at.take(raw, b"Received: by another.way\n" + raw)
    assert (first.state, copy.state, copy.outcome["copy_of"]) == ("created", "duplicate", first.id)


async def test_a_used_message_id_with_other_words_is_no_copy(office: Office) -> None:
    at = await post(office)
    _, second = await at.take(
        mail("一", "第一封", message_id="<same@x.test>"),
        mail("二", "第二封", message_id="<same@x.test>", sender="li@customer.test"),
    )
    assert second.state == "created"


@pytest.mark.parametrize(
    ("given", "state", "reason"),
    [
        (AUTO_REPLY, "ignored", "auto_reply"),
        ({"sender": "MAILER-DAEMON@mx.test", "subject": "Undelivered Mail", "return_path": "<>"}, "ignored", "bounce"),
        ({"auto_submitted": "auto-generated"}, "created", None),
    ],
)
async def test_what_a_machine_wrote_opens_no_conversation(
    office: Office, given: dict[str, str], state: str, reason: str | None
) -> None:
    """Answers of machines are kept and make nothing; a program's own mail is a ticket that nothing answers."""
    at = await post(office)
    (one,) = await at.take(mail(**given))
    assert (one.state, one.outcome.get("reason")) == (state, reason)
    if state == "created":
        assert await at.rows(
            "select machine from message where workspace_id = %(workspace)s and origin_ticket_id = %(id)s",
            id=one.ticket_id,
        ) == [(True,)]


async def test_a_mail_in_our_own_name_that_we_did_not_send_is_held_in_sight(office: Office) -> None:
    at = await post(office)
    (own,) = await at.take(mail(sender=f"测试公司 <{at.address.upper()}>"))
    assert (own.state, own.outcome["reason"]) == ("quarantined", "channels.from_ourselves")


async def test_a_machine_changes_nothing_but_the_timeline(office: Office) -> None:
    at = await post(office)
    number, ticket = await opened(at)
    agent = await office.member("李雷", "system_admin")
    async with agent.desk() as desk:
        await commands.reply(desk, await desk.case(number, "ticket.reply"), Words(text="请重试"), seen=None)
    before = await at.rows(
        "select status, customer_waiting_at from ticket where workspace_id = %(workspace)s and id = %(id)s", id=ticket
    )
    (answer,) = await at.take(mail("自动回复: 无法登录", "我在休假", in_reply_to="<first@x.test>", **AUTO_REPLY))
    assert (answer.state, answer.ticket_id) == ("threaded", ticket)
    assert before == await at.rows(
        "select status, customer_waiting_at from ticket where workspace_id = %(workspace)s and id = %(id)s", id=ticket
    )


RELAY = "mx.office.test"


def proof(domain: str) -> str:
    return f"{RELAY}; dkim=pass header.d={domain}; dmarc=pass (p=reject) header.from={domain}"


async def test_a_colleague_who_writes_on_somebody_elses_ticket_leaves_a_note(office: Office) -> None:
    at = await post(office, trusted_relay=RELAY)
    _, ticket = await opened(at)
    agent = await office.member("李雷")
    (note,) = await at.take(
        mail(
            "Re: 无法登录",
            "内部看法",
            sender=agent.mail,
            in_reply_to="<first@x.test>",
            authentication_results=proof(f"{office.slug}.test"),
        )
    )
    assert note.state == "threaded"
    assert await audience_of(at, ticket, note) == ("internal", "agent")


@pytest.mark.parametrize("role", ["watcher", "mentioned", "cc"])
async def test_a_colleague_who_takes_part_leaves_a_note_too(office: Office, role: str) -> None:
    at = await post(office, trusted_relay=RELAY)
    number, ticket = await opened(at)
    agent = await office.member("李雷")
    async with office.desk() as desk:
        case = await desk.case(number, "ticket.read")
        desk.apply(desk.settle(case, Participate(add=((agent.id, role),))))
    (note,) = await at.take(
        mail(
            "Re: 无法登录",
            "内部看法",
            sender=agent.mail,
            in_reply_to="<first@x.test>",
            authentication_results=proof(f"{office.slug}.test"),
        )
    )
    assert await audience_of(at, ticket, note) == ("internal", "agent")


async def test_a_colleague_who_opened_it_for_a_customer_leaves_a_note_and_one_who_asks_does_not(office: Office) -> None:
    at = await post(office, trusted_relay=RELAY)
    agent, customer = await office.member("李雷", "system_admin"), await office.customer()
    for requester, expected in ((customer, ("internal", "agent")), (agent, ("customer", "customer"))):
        number = f"GD-20260302-{requester.id}"
        new = NewTicket(
            number=number,
            requester=requester.id,
            channel="web",
            title="来电",
            text="问一下",
            category="inquiry",
            by_agent=True,
        )
        async with agent.desk() as desk:
            await commands.open_ticket(desk, new, wiring.triage)
        (said,) = await at.take(
            mail(f"Re: [#{number}]", "看法", sender=agent.mail, authentication_results=proof(f"{office.slug}.test"))
        )
        assert (said.state, said.number) == ("threaded", number)
        assert await audience_of(at, said.ticket_id, said) == expected


async def test_an_answer_to_a_resolved_ticket_takes_it_back_into_work(office: Office) -> None:
    at = await post(office)
    number, _ = await opened(at)
    await close(office, number, confirm=False)
    (answer,) = await at.take(mail("Re: 无法登录", "还是不行", in_reply_to="<first@x.test>"))
    assert (answer.state, answer.number, answer.phase) == ("threaded", number, "open")


async def test_an_answer_within_the_window_reopens_a_closed_ticket(office: Office) -> None:
    at = await post(office)
    number, _ = await opened(at)
    await close(office, number, confirm=True)
    (answer,) = await at.take(mail("Re: 无法登录", "还是不行", in_reply_to="<first@x.test>"))
    assert (answer.state, answer.number, answer.phase) == ("threaded", number, "open")
    ((author, text),) = await at.rows(
        """
        select m.author, v.text
          from message m
          join message_version v on v.workspace_id = m.workspace_id and v.message_id = m.id
         where m.workspace_id = %(workspace)s and m.id = %(id)s and m.origin_ticket_id = %(ticket)s
        """,
        id=answer.message_id,
        ticket=answer.ticket_id,
    )
    assert (author, text) == ("customer", "还是不行")


async def test_an_answer_after_the_window_opens_a_follow_up(office: Office) -> None:
    at = await post(office)
    number, ticket = await opened(at)
    await close(office, number, confirm=True)
    async with office.services.db.write(office.id) as tx:
        tx.put(
            "update ticket set closed_at = closed_at - interval '8 days' where workspace_id = %(workspace)s and id = %(id)s",
            id=ticket,
        )
    (answer,) = await at.take(mail("Re: 无法登录", "又坏了", in_reply_to="<first@x.test>", message_id="<2@x.test>"))
    assert answer.state == "created" and answer.ticket_id != ticket
    (again,) = await at.take(mail("Re: 无法登录", "补充", in_reply_to="<2@x.test>"))
    assert (again.state, again.ticket_id) == ("threaded", answer.ticket_id)
    assert await at.rows(
        "select follows from ticket where workspace_id = %(workspace)s and id = %(id)s", id=answer.ticket_id
    ) == [(ticket,)]


async def test_a_machine_never_reopens(office: Office) -> None:
    at = await post(office)
    number, _ = await opened(at)
    await close(office, number, confirm=True)
    (answer,) = await at.take(mail("自动回复", in_reply_to="<first@x.test>", **AUTO_REPLY))
    assert (answer.state, answer.phase, answer.outcome["reason"]) == ("ignored", "closed", "closed_ticket")


async def test_a_mail_without_a_sender_is_held_and_hinders_nobody(office: Office) -> None:
    at = await post(office)
    broken, whole = await at.take(b"Subject: ?\n\nwho am I\n", mail())
    assert (broken.state, broken.outcome["reason"]) == ("quarantined", "channels.sender_missing")
    assert whole.state == "created"


async def test_a_mail_of_which_only_the_beginning_came_is_held_with_its_reason(office: Office) -> None:
    at = await post(office)
    arrival = Arrival(source="1:1:1", raw=mail("很大的邮件"), held_for="channels.mail_cut")
    (inbound_id,) = (await receive(at.room, office.id, [arrival], account_id=at.account_id)).values()
    await settle_all(at.room, office.id)
    held_mail = await at.settled(inbound_id)
    assert (held_mail.state, held_mail.outcome["reason"]) == ("quarantined", "channels.mail_cut")
    assert (held_mail.outcome["subject"], held_mail.outcome["sender"]) == ("很大的邮件", "wang@customer.test")
    async with office.services.db.write(office.id) as tx:
        await release(tx, inbound_id, authority=office.system(), via="web", now=clock.now())
    await settle_all(at.room, office.id)
    assert (await at.settled(inbound_id)).state == "created"


async def test_what_was_imported_stays_so_whoever_settles_it(office: Office) -> None:
    at = await post(office)
    imported, came = await at.take(mail(sender="a@x.test"), account_id=None), await at.take(mail(sender="b@x.test"))
    for made, via in ((imported, "import"), (came, "mail")):
        assert await at.rows(
            "select distinct via from event where workspace_id = %(workspace)s and stream = 'ticket' and stream_id = %(t)s",
            t=made[0].ticket_id,
        ) == [(via,)]


async def test_a_flood_from_one_sender_is_held_until_somebody_lets_it_go(office: Office) -> None:
    at = await post(office)
    mails = [mail(f"主题 {n}", message_id=f"<{n}@x.test>") for n in range(OF_ADDRESS.most + 1)]
    *_, last = await at.take(*mails)
    assert (last.state, last.outcome["reason"]) == ("quarantined", "channels.flooding")
    async with office.services.db.write(office.id) as tx:
        assert [one.id for one in await quarantined(tx)] == [last.id]
        await release(tx, last.id, authority=office.system(), via="web", now=clock.now())
    assert [one.state for one in await at.take()] == []
    assert (await at.settled(last.id)).state == "created"


async def test_other_workspaces_are_out_of_reach(office: Office) -> None:
    """A number, a thread and a mark of one workspace mean nothing in another."""
    at = await post(office)
    number, _ = await opened(at)
    other = await post(await found_office(office.asgi))
    (stranger,) = await other.take(mail(f"Re: 无法登录 [#{number}]", in_reply_to="<first@x.test>"))
    assert (stranger.state, stranger.outcome.get("link_to")) == ("created", None)


async def close(office: Office, number: str, *, confirm: bool) -> None:
    """Resolve a ticket, and have it confirmed."""
    lead = await office.member("韩梅梅", "system_admin", service=True)
    async with lead.desk() as desk:
        await assign(
            desk,
            await desk.case(number, "ticket.assign"),
            team=UNSET,
            assignee_id=lead.id,
            above_capacity=True,
            seen=None,
        )
    async with lead.desk() as desk:
        await commands.accept(desk, await desk.case(number, "ticket.accept"), promised_at=None)
    async with lead.desk() as desk:
        await commands.resolve(desk, await desk.case(number, "ticket.resolve"), words=None, seen=None)
    if confirm:
        async with lead.desk() as desk:
            await commands.close(desk, await desk.case(number, "ticket.close"), reason="solved", seen=None)


async def test_several_workers_settle_each_mail_once(office: Office) -> None:
    at = await post(office)
    raws = [
        mail(f"主题 {n % 7}", f"第 {n} 封", sender=f"c{n % 5}@customer.test", message_id=f"<{n}@x.test>")
        for n in range(40)
    ]
    arrivals = [Arrival(source=f"s{n}", raw=raw) for n, raw in enumerate((*raws, *raws))]
    await receive(at.room, office.id, arrivals, account_id=at.account_id)
    await asyncio.gather(*(settle_all(at.room, office.id) for _ in range(3)))

    states = dict(
        await at.rows("select state, count(*) from inbound where workspace_id = %(workspace)s group by state")
    )
    messages = await at.rows("select count(*) from message where workspace_id = %(workspace)s")
    people = await at.rows("select count(*) from customer where workspace_id = %(workspace)s")
    assert states["duplicate"] == len(raws)
    assert states["created"] + states.get("threaded", 0) == len(raws) == messages[0][0]
    assert states["created"] == 40
    assert people == [(6,)]
