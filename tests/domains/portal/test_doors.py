"""Who may come in by which door: an address is anybody's to type, and only what is mailed to it proves that it is theirs."""

from typing import Any
from urllib.parse import urlsplit

import msgspec
import pytest

from gongdan.domains.policy.presets import standard
from tests.domains.notifications.kit import deliver, mailed, with_mailbox
from tests.domains.portal.test_forms import send
from tests.guests import follow, guest_of, mailed_token, say_it_was_me
from tests.kit import Office, Visitor

pytestmark = pytest.mark.anyio


async def opening(agent: Visitor, number: str) -> dict[str, Any]:
    """The ticket and its first message as the staff reads them."""
    ticket = (await agent.get(f"/tickets/{number}")).json()
    (message,) = [entry["message"] for entry in ticket["timeline"] if entry["message"]]
    return {"ticket": ticket, "message": message}


def token_of(link: str) -> str:
    return urlsplit(link).path.removeprefix("/portal/t/")


async def test_the_answer_to_a_form_opens_nothing(office: Office) -> None:
    await with_mailbox(office)
    await office.customer("王芳秘密", mail="known@customer.test")
    async with guest_of(office) as guest:
        sent = (await send(guest, mail="known@customer.test", name="Z")).json()
        assert sent["mailed"] is True
        entered = await guest.post("/portal/session", json={"token": token_of(sent["link"])})
        assert (entered.status_code, entered.json()["code"]) == (401, "accounts.link_is_receipt")
        assert not guest.cookies
        assert (await guest.get(f"/portal/tickets/{sent['number']}")).status_code == 401
        receipt = (await guest.get(f"/portal/receipts/{token_of(sent['link'])}")).json()
    assert receipt == {"number": sent["number"], "status": "received", "mailed": True}
    assert "王芳秘密" not in str(sent) + entered.text


async def test_a_receipt_is_one_of_its_own_workspace_and_no_other_link_is_one(office: Office) -> None:
    await with_mailbox(office)
    async with guest_of(office) as guest:
        sent = (await send(guest)).json()
        mailed_one = await mailed_token(office, "new@customer.test")
        assert (await guest.get(f"/portal/receipts/{mailed_one}")).status_code == 404
        assert (await guest.get(f"/portal/receipts/{token_of(sent['link'])[:-2]}xx")).status_code == 401


@pytest.mark.parametrize("mail", ["known@customer.test", "nobody@customer.test", "staff"])
async def test_a_known_address_an_unknown_one_and_a_colleagues_get_the_same_answer(office: Office, mail: str) -> None:
    await office.customer("王芳", mail="known@customer.test")
    colleague = await office.member("李雷", "system_admin")
    async with guest_of(office) as guest:
        answer = await send(guest, mail=colleague.mail if mail == "staff" else mail)
        asked = await guest.post("/portal/sign-in-links", json={"mail": colleague.mail if mail == "staff" else mail})
    assert answer.status_code == 201 and answer.json().keys() == {"number", "link", "mailed"}
    assert (answer.json()["mailed"], asked.status_code, asked.content) == (False, 202, b"null")


async def test_words_under_a_typed_address_are_unverified_until_their_writer_says_so_on_the_mailed_page(
    office: Office,
) -> None:
    await with_mailbox(office)
    agent = await office.member("韩梅梅", "system_admin")
    await office.customer("王芳", mail="known@customer.test")
    async with guest_of(office) as guest:
        sent = (await send(guest, mail="known@customer.test", name="Z")).json()
        before = await opening(agent, sent["number"])
        assert before["message"]["unverified"] is True
        await follow(guest, await mailed_token(office, "known@customer.test", sent["number"]))
        seen = (await guest.get(f"/portal/tickets/{sent['number']}")).json()
        assert seen["asks_who"] is True
        followed = await opening(agent, sent["number"])
        assert followed["message"]["unverified"] is True, "a scanner of mails follows links too"
        async with office.read() as tx:
            sql = "select verified_at is null from identity where workspace_id = %(workspace)s and handle = %(mail)s"
            assert await tx.rows(tuple, sql, mail="known@customer.test") == [(True,)]
        await say_it_was_me(guest, sent["number"])
    after = await opening(agent, sent["number"])
    assert after["message"]["unverified"] is False
    assert [entry["kind"] for entry in after["ticket"]["timeline"]].count("ticket.writer_proved") == 1
    async with office.read() as tx:
        sql = "select verified_at is not null from identity where workspace_id = %(workspace)s and handle = %(mail)s"
        assert await tx.rows(tuple, sql, mail="known@customer.test") == [(True,)]


async def verified(office: Office, person_id: int) -> set[str]:
    async with office.read() as tx:
        sql = "select handle from identity where workspace_id = %(workspace)s and person_id = %(who)s and verified_at is not null"
        return {handle for (handle,) in await tx.rows(tuple, sql, who=person_id)}


async def test_the_button_verifies_the_address_that_its_link_was_mailed_to_and_no_other(office: Office) -> None:
    await with_mailbox(office)
    person = await office.customer("王芳", mail="a@customer.test")
    async with office.services.db.write(office.id) as tx:
        tx.insert(
            "identity", {"workspace_id": office.id, "kind": "mail", "handle": "b@customer.test", "person_id": person.id}
        )
    async with guest_of(office) as guest:
        sent = (await send(guest, mail="b@customer.test")).json()
        await follow(guest, await mailed_token(office, "a@customer.test", sent["number"]))
        await say_it_was_me(guest, sent["number"])
        assert await verified(office, person.id) == {"a@customer.test"}


async def test_an_address_that_is_no_longer_theirs_is_not_verified(office: Office) -> None:
    await with_mailbox(office)
    person, other = await office.customer("王芳", mail="a@customer.test"), await office.customer("李雷")
    async with guest_of(office) as guest:
        sent = (await send(guest, mail="a@customer.test")).json()
        await follow(guest, await mailed_token(office, "a@customer.test", sent["number"]))
        async with office.services.db.write(office.id) as tx:
            tx.put(
                "update identity set person_id = %(to)s where workspace_id = %(workspace)s and handle = 'a@customer.test'",
                to=other.id,
            )
        await say_it_was_me(guest, sent["number"])
    assert "a@customer.test" not in await verified(office, person.id) | await verified(office, other.id)


async def test_only_whoever_asked_is_asked_and_proves_their_words(office: Office) -> None:
    await with_mailbox(office)
    agent = await office.member("韩梅梅", "system_admin")
    async with guest_of(office) as guest:
        sent = (await send(guest, mail="new@customer.test")).json()
        await follow(guest, await mailed_token(office, "new@customer.test", sent["number"]))
        now = await agent.post(f"/tickets/{sent['number']}/requester", {"mail": "next@customer.test", "name": "下一位"})
        assert now.status_code == 200, now.text
        answer = await guest.post(f"/portal/tickets/{sent['number']}/words")
        assert answer.status_code == 404 or answer.json()["asks_who"] is False, answer.text
    assert (await opening(agent, sent["number"]))["message"]["unverified"] is True


async def test_who_is_signed_in_is_not_asked(office: Office) -> None:
    await with_mailbox(office)
    agent, customer = (
        await office.member("韩梅梅", "system_admin"),
        await office.customer("王芳", mail="a@customer.test"),
    )
    async with guest_of(office) as guest:
        sent = (await send(guest, mail="a@customer.test")).json()
    assert (await customer.get(f"/portal/tickets/{sent['number']}")).json()["asks_who"] is False
    assert (await customer.post(f"/portal/tickets/{sent['number']}/words")).status_code == 200
    assert (await opening(agent, sent["number"]))["message"]["unverified"] is True
    assert (await guest_words(office, sent["number"])).status_code == 401


async def guest_words(office: Office, number: str) -> Any:
    async with guest_of(office) as guest:
        return await guest.post(f"/portal/tickets/{number}/words")


async def test_the_link_is_used_again_and_again_and_proves_once(office: Office) -> None:
    await with_mailbox(office)
    agent = await office.member("韩梅梅", "system_admin")
    async with guest_of(office) as guest:
        sent = (await send(guest)).json()
        token = await mailed_token(office, "new@customer.test")
        for _ in range(3):
            await follow(guest, token)
            await say_it_was_me(guest, sent["number"])
    kinds = [entry["kind"] for entry in (await opening(agent, sent["number"]))["ticket"]["timeline"]]
    assert kinds.count("ticket.writer_proved") == 1


async def test_a_colleagues_address_gives_no_rights_and_is_marked(office: Office) -> None:
    await with_mailbox(office)
    agent, colleague = await office.member("韩梅梅", "system_admin"), await office.member("李雷", "system_admin")
    async with guest_of(office) as guest:
        sent = (await send(guest, mail=colleague.mail, name="李雷")).json()
        first = await opening(agent, sent["number"])
        assert (first["message"]["unverified"], first["message"]["audience"]) == (True, "customer")
        assert first["message"]["author"] == "customer"
        me = await follow(guest, await mailed_token(office, colleague.mail, sent["number"]))
        assert (me["kind"], me["roles"], me["only_ticket"]) == ("customer", ["customer"], sent["number"])
        for path in ("/tickets", f"/tickets/{sent['number']}", "/directory", "/me/sessions", "/tokens"):
            assert (await guest.get(path)).status_code in (401, 403, 404), path
        note = await guest.post(f"/tickets/{sent['number']}/notes", json={"text": "x"})
        assert note.status_code in (401, 403, 404)


async def test_the_link_to_one_ticket_asks_for_another_as_nobody_known(office: Office) -> None:
    await with_mailbox(office)
    agent = await office.member("韩梅梅", "system_admin")
    async with guest_of(office) as guest:
        first = (await send(guest)).json()
        await follow(guest, await mailed_token(office, "new@customer.test"))
        assert (await send(guest, mail=None)).json()["faults"][0]["field"] == "mail"
        second = (await send(guest, title="另一个")).json()
        assert (await guest.get(f"/portal/tickets/{second['number']}")).status_code == 404
        assert [row["number"] for row in (await guest.get("/portal/tickets")).json()] == [first["number"]]
    assert (await opening(agent, second["number"]))["message"]["unverified"] is True


async def test_the_link_is_mailed_once_whatever_the_policy_tells_customers(office: Office) -> None:
    await with_mailbox(office)
    async with guest_of(office) as guest:
        told = (await send(guest)).json()
        assert len([one for one in await mailed(office) if told["number"] in one.subject + one.text]) == 1
        await office.publish(msgspec.structs.replace(standard([2026]), automations=()))
        silent = (await send(guest, title="没有自动化")).json()
    assert await mailed_token(office, "new@customer.test", silent["number"])


@pytest.mark.parametrize(
    ("asked", "locale"), [("en-US,en;q=0.9", "en"), ("zh-TW", "zh-CN"), ("fr", "zh-CN"), ("", "zh-CN"), ("*", "zh-CN")]
)
async def test_a_new_guest_is_written_to_in_the_language_of_their_browser(
    office: Office, asked: str, locale: str
) -> None:
    agent = await office.member("韩梅梅", "system_admin")
    async with guest_of(office) as guest:
        sent = (await send(guest, headers={"Accept-Language": asked})).json()
    assert (await opening(agent, sent["number"]))["ticket"]["customer"]["locale"] == locale


async def test_a_typed_name_changes_nobody_until_it_is_proved_and_then_only_the_nameless(office: Office) -> None:
    await with_mailbox(office)
    agent = await office.member("韩梅梅", "system_admin")
    await office.customer("", mail="plain@customer.test")
    await office.customer("王芳", mail="named@customer.test")
    async with office.services.db.write(office.id) as tx:
        tx.put("update person set guessed = '{}' where workspace_id = %(workspace)s and name = '王芳'")
    for mail, before, after in (
        ("plain@customer.test", "plain@customer.test", "赵云"),
        ("named@customer.test", "王芳", "王芳"),
    ):
        async with guest_of(office) as guest:
            sent = (await send(guest, mail=mail, name="赵云")).json()
            assert (await opening(agent, sent["number"]))["ticket"]["requester"]["name"] == before
            await follow(guest, await mailed_token(office, mail, sent["number"]))
            assert (await opening(agent, sent["number"]))["ticket"]["requester"]["name"] == before
            await say_it_was_me(guest, sent["number"])
        assert (await opening(agent, sent["number"]))["ticket"]["requester"]["name"] == after


async def test_a_language_that_was_only_guessed_gives_way_to_the_provers_browser(office: Office) -> None:
    await with_mailbox(office)
    agent = await office.member("韩梅梅", "system_admin")
    for mail, guessed, locale in (("a@customer.test", "{locale}", "en"), ("b@customer.test", "{}", "zh-CN")):
        known = await office.customer("刘备", mail=mail)
        async with office.services.db.write(office.id) as tx:
            sql = "update person set guessed = %(guessed)s::text[] where workspace_id = %(workspace)s and id = %(id)s"
            tx.put(sql, guessed=guessed, id=known.id)
        async with guest_of(office) as guest:
            sent = (await send(guest, mail=mail, headers={"Accept-Language": "en"})).json()
            await follow(guest, await mailed_token(office, mail, sent["number"]))
            await say_it_was_me(guest, sent["number"])
        assert (await opening(agent, sent["number"]))["ticket"]["customer"]["locale"] == locale


async def test_a_sign_in_link_still_opens_all_of_ones_own_tickets(office: Office) -> None:
    await with_mailbox(office)
    customer = await office.customer(mail="old@customer.test")
    numbers = {await office.ticket(customer), await office.ticket(customer)}
    async with guest_of(office) as guest:
        await guest.post("/portal/sign-in-links", json={"mail": "old@customer.test"})
        await deliver(office)
        me = await follow(guest, await mailed_token(office, "old@customer.test"))
        assert (me["only_ticket"], me["mail"]) == (None, "old@customer.test")
        assert {row["number"] for row in (await guest.get("/portal/tickets")).json()} == numbers
