"""Whose words a mail brings: contact forms, lists, colleagues, and whoever only claims to be one (spec 05)."""

from typing import Any

import pytest

from gongdan.domains.channels.mail.incoming.writers import Own, writer_of
from tests.domains.channels.inbound.test_intake import RELAY, close, opened, proof
from tests.domains.channels.mail.email.kit import mail as parsed
from tests.domains.channels.mails import Post, Settled, mail, post
from tests.kit import Office, Visitor

OWN = Own(frozenset({"help@desk.test"}))
VERA = "Vera Moss <vera@client.test>"
LIST = {"List_Id": "<talk.lists.test>", "List_Post": "<mailto:talk@lists.test>"}


@pytest.mark.parametrize(
    ("headers", "writer", "through"),
    [
        ({"From": "Ida <ida@x.test>"}, "ida@x.test", ""),
        ({"From": "Desk <help@desk.test>", "Reply_To": VERA}, "vera@client.test", "help@desk.test"),
        ({"From": "wordpress@www.desk.test", "Reply_To": VERA}, "vera@client.test", "wordpress@www.desk.test"),
        ({"From": "Shop <mailer@shop.test>", "Reply_To": VERA}, "vera@client.test", "mailer@shop.test"),
        ({"From": VERA, "Reply_To": "vera@client.test"}, "vera@client.test", ""),
        ({"From": VERA, "Reply_To": "help+t1.x@desk.test"}, "vera@client.test", ""),
        ({"From": "a@x.test", "Reply_To": f"help@desk.test, {VERA}"}, "vera@client.test", "a@x.test"),
        ({"From": "Desk <help+forms@desk.test>", "Reply_To": VERA}, "vera@client.test", "help+forms@desk.test"),
        ({"From": VERA, "Reply_To": "talk@lists.test", **LIST}, "vera@client.test", ""),
        ({"From": VERA, "Reply_To": "other@x.test", **LIST}, "vera@client.test", ""),
        ({"From": "Vera via Talk <talk@lists.test>", "Reply_To": VERA, **LIST}, "vera@client.test", "talk@lists.test"),
        ({"From": "Desk <help@desk.test>"}, "help@desk.test", ""),
    ],
)
def test_reply_to_is_whom_we_answer(headers: dict[str, str], writer: str, through: str) -> None:
    found = writer_of(parsed(**headers), OWN)
    assert (found.party.address, found.through) == (writer, through)


async def message_of(at: Post, reader: Visitor, made: Settled) -> dict[str, Any]:
    ticket = (await reader.get(f"/tickets/{made.number}")).json()
    (found,) = [entry for entry in ticket["timeline"] if entry["message"] and entry["message"]["id"] == made.message_id]
    return {"person": found["person"]["name"], **found["message"]}


async def test_a_contact_form_is_a_request_of_who_filled_it_in(office: Office) -> None:
    at, reader = await post(office), await office.member("李雷", "system_admin")
    (made,) = await at.take(mail("联系表单", "灯不亮。", sender=f"网站 <{at.address}>", reply_to=VERA))
    assert made.state == "created"
    ticket = (await reader.get(f"/tickets/{made.number}")).json()
    assert ticket["customer"]["mails"] == ["vera@client.test"] and ticket["customer"]["name"] == "Vera Moss"
    said = await message_of(at, reader, made)
    assert said["unverified"] and said["origin"]["through"] == at.address


async def test_a_forged_colleague_writes_an_unverified_message_and_no_note(office: Office) -> None:
    at, lead = await post(office, trusted_relay=RELAY), await office.member("韩梅梅", "system_admin", service=True)
    number, _ = await opened(at)
    forged = f"{RELAY}; spf=fail; dmarc=fail header.from={office.slug}.test"
    for n, header in enumerate(
        ({}, {"authentication_results": forged}, {"authentication_results": proof("evil.test")})
    ):
        (made,) = await at.take(
            mail("Re: 无法登录", f"同意退款 {n}", sender=lead.mail, in_reply_to="<first@x.test>", **header)
        )
        said = await message_of(at, lead, made)
        assert (made.number, said["audience"], said["author"]) == (number, "customer", "customer")
        assert said["unverified"] and said["person"] == "韩梅梅"


async def test_a_stranger_with_an_answer_to_our_mail_only_adds_a_marked_message(office: Office) -> None:
    at, lead = await post(office), await office.member("韩梅梅", "system_admin", service=True)
    number, ticket = await opened(at)
    await close(office, number, confirm=False)
    (made,) = await at.take(
        mail(
            "Re: 无法登录", "我也是", sender="eve@elsewhere.test", references="<first@x.test>", message_id="<e@x.test>"
        )
    )
    shown = (await lead.get(f"/tickets/{number}")).json()
    assert (made.number, shown["phase"], shown["reopened"]) == (number, "resolved", 0)
    assert (await message_of(at, lead, made))["unverified"]
    assert "eve@elsewhere.test" not in str(shown["addressee"])
    assert await at.rows(
        """
        select count(*)
          from participant p
          join identity i on i.workspace_id = p.workspace_id and i.person_id = p.person_id
         where p.workspace_id = %(workspace)s and p.ticket_id = %(t)s and i.handle = 'eve@elsewhere.test'
        """,
        t=ticket,
    ) == [(0,)]


async def test_a_reply_address_of_somebody_else_on_a_known_thread_takes_nothing_over(office: Office) -> None:
    at, reader = await post(office), await office.member("李雷", "system_admin")
    number, _ = await opened(at)
    (made,) = await at.take(mail("Re: 无法登录", "补充", in_reply_to="<first@x.test>", reply_to="eve@elsewhere.test"))
    said = await message_of(at, reader, made)
    assert (made.number, said["person"], said["unverified"]) == (number, "王芳", False)


async def test_a_proven_mail_proves_the_address_and_the_name(office: Office) -> None:
    at = await post(office, trusted_relay=RELAY)
    person = await office.customer("某人", mail="max@client.test")
    async with office.services.db.write(office.id) as tx:
        tx.put(
            "update person set guessed = '{locale,name}' where workspace_id = %(workspace)s and id = %(p)s", p=person.id
        )
    whom = "Max Real <max@client.test>"
    asked = "select name, guessed from person where workspace_id = %(workspace)s and id = %(p)s"
    await at.take(mail(sender=whom))
    assert await at.rows(asked, p=person.id) == [("某人", ["locale", "name"])]
    await at.take(mail("二", sender=whom, authentication_results=proof("client.test")))
    assert await at.rows(asked, p=person.id) == [("Max Real", ["locale"])]
    ((verified,),) = await at.rows(
        "select verified_at is not null from identity where workspace_id = %(workspace)s and person_id = %(p)s",
        p=person.id,
    )
    assert verified


@pytest.mark.parametrize(
    ("text", "header", "locale"),
    [
        ("My gateway is offline since yesterday. Please tell me what I can do.", {}, "en"),
        ("网关从昨天开始离线，请问怎么办？", {}, "zh-CN"),
        ("网关离线，日志如下：\nconnection refused by the peer at the host", {}, "zh-CN"),
        ("Mein Gateway ist seit gestern nicht erreichbar, bitte um Hilfe.", {"content_language": "de-DE"}, "en"),
    ],
)
async def test_the_language_of_the_writer_is_learned(
    office: Office, text: str, header: dict[str, str], locale: str
) -> None:
    at = await post(office)
    (made,) = await at.take(mail(text[:10], text, sender="Hugo <hugo@client.test>", **header))
    assert await at.rows(
        """
        select p.locale, p.guessed from person p
          join ticket t on t.workspace_id = p.workspace_id and t.requester_id = p.id
         where t.workspace_id = %(workspace)s and t.id = %(t)s
        """,
        t=made.ticket_id,
    ) == [(locale, ["locale", "zone"])]


async def test_whom_a_mail_copies_takes_part_once_however_many_and_however_written(office: Office) -> None:
    """The first ten everywhere, also where they are known, and where our own address stands among them."""
    at, reader = await post(office), await office.member("李雷", "system_admin")
    team = [f"T{n}@Team.test" for n in range(10)]
    first, second, third = await at.take(
        mail("周一", to=f"{at.address}, {team[0]}", cc=", ".join(team[1:])),
        mail("周二", to=at.address, cc=", ".join(reversed(team))),
        mail("周三", to=at.address, cc=", ".join([*team, "straße@team.test", "STRASSE@team.test", "Ｔ1@team.test"])),
    )
    assert [one.state for one in (first, second, third)] == ["created"] * 3
    for made in (first, second, third):
        shown = (await reader.get(f"/tickets/{made.number}")).json()
        origin = (await message_of(at, reader, made))["origin"]
        ((count,),) = await at.rows(
            "select count(*) from participant where workspace_id = %(workspace)s and ticket_id = %(t)s and role = 'cc'",
            t=made.ticket_id,
        )
        assert count == 10, shown["title"]
        assert (origin or {"notes": []})["notes"] == ([] if made is not third else origin["notes"])
    assert any(note.startswith("receivers:") for note in (await message_of(at, reader, third))["origin"]["notes"])


async def test_one_message_id_with_another_subject_or_sender_is_another_mail(office: Office) -> None:
    at = await post(office)
    made = await at.take(
        mail("一", "同样的话", message_id="<same@x.test>"),
        mail("二", "同样的话", message_id="<same@x.test>"),
        mail("一", "同样的话", message_id="<same@x.test>", sender="li@customer.test"),
        mail("一", "同样的话", message_id="<same@x.test>"),
    )
    assert [one.state for one in made] == ["created", "created", "created", "duplicate"]


async def test_the_same_request_again_is_a_ticket_of_its_own_that_says_so(office: Office) -> None:
    at, reader = await post(office), await office.member("李雷", "system_admin")
    first, again = await at.take(mail("打印机坏了", "一楼"), mail("打印机坏了", "二楼"))
    shown = (await reader.get(f"/tickets/{again.number}")).json()
    found = [(one["kind"], one["number"], one["why"]) for one in shown["links"]]
    assert found == [("duplicates", first.number, "repetition")]
    (answer,) = await at.take(mail("Re: 打印机坏了", "二楼的也好了吗"))
    assert answer.state == "threaded"


async def test_what_only_looks_like_a_machine_is_answered_by_nobody_and_seen_by_all(office: Office) -> None:
    at = await post(office)
    for n, given in enumerate(
        (
            {"precedence": "bulk"},
            {"x_auto_response_suppress": "All"},
            {"subject": "On leave balance is wrong in the app"},
            {"subject": "系统自动回复设置不生效"},
            {"subject": "自动回复：我的问题"},
            {"list_id": "<news.x.test>"},
        )
    ):
        (made,) = await at.take(mail(**{"sender": f"h{n}@customer.test", **given}))
        assert made.state == "created", given


async def test_who_takes_part_by_copy_is_no_stranger(office: Office) -> None:
    at, reader = await post(office), await office.member("李雷", "system_admin")
    number, _ = await opened(at, cc="li@partner.test")
    (made,) = await at.take(mail("Re: 无法登录", "我也看到了", sender="li@partner.test", in_reply_to="<first@x.test>"))
    assert (made.number, (await message_of(at, reader, made))["unverified"]) == (number, False)
