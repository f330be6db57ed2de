"""What customers are mailed: once for each event, in their language, with links of their own, and never to a machine."""

import re
from datetime import timedelta
from urllib.parse import unquote

import msgspec
import psycopg
import pytest

from gongdan.domains.accounts.public import links
from gongdan.domains.bundle.ratings import RatingRules
from gongdan.domains.notifications.telling.customers import STALE, is_news
from gongdan.domains.policy.presets import standard
from gongdan.domains.tickets import intents
from gongdan.domains.tickets.events import CustomerTold
from gongdan.domains.tickets.public import commands
from gongdan.kernel import clock
from gongdan.kernel.events import Actor, Logged, Via
from tests.domains.notifications.kit import Mailed, deliver, done, mailed, resolve, with_mailbox
from tests.domains.notifications.test_staff import act
from tests.guests import guest_of
from tests.kit import Office

pytestmark = pytest.mark.anyio


async def test_a_new_ticket_is_acknowledged_to_its_requester_once(office: Office) -> None:
    customer = await (await with_mailbox(office)).customer("王芳")
    number = await office.ticket(customer, title="验证码收不到")
    (letter,) = await mailed(office)
    assert letter.recipient == customer.mail
    assert "验证码收不到" in letter.subject and number in letter.text
    assert letter.text.startswith("王芳，您好：")
    assert "下一步：我们正在为您安排负责人" in letter.text and "负责人：" in letter.text
    assert re.search(r"预计答复时间：\d{4}-\d\d-\d\d \d\d:\d\d \(Asia/Shanghai, UTC\+08:00\)\n", letter.text)
    assert await mailed(office) == [letter]


async def test_a_second_delivery_of_the_event_adds_no_letter(office: Office) -> None:
    customer = await (await with_mailbox(office)).customer()
    await office.ticket(customer)
    before = await mailed(office)
    async with office.services.db.write(0) as tx:
        tx.put("delete from cursor where subscriber = 'customer-notices'")
    await deliver(office)
    assert await mailed(office) == before


async def test_the_link_opens_this_ticket_for_this_person(office: Office) -> None:
    customer = await (await with_mailbox(office)).customer()
    number = await office.ticket(customer)
    (letter,) = await mailed(office)
    found = re.search(r"/portal/t/([^?\s]+)\?number=(\S+)", letter.text)
    assert found and unquote(found[2]) == number
    link = links.read(office.services.secret, unquote(found[1]), now=clock.now())
    assert (link.purpose, link.person_id, link.ticket_id) == ("ticket", customer.id, letter.ticket_id)
    async with guest_of(office) as guest:
        session = await guest.post("/portal/session", json={"token": unquote(found[1])})
        assert (session.status_code, session.json()["kind"]) == (200, "customer")


async def test_a_solution_is_told_with_the_questions_and_the_time_of_closing(office: Office) -> None:
    customer = await (await with_mailbox(office)).customer()
    handler = await office.member("韩梅梅", "director")
    await resolve(handler, await office.ticket(customer))
    letters = await mailed(office)
    assert ["已收到" in letters[0].subject, "专人负责" in letters[1].subject] == [True, True]
    text = letters[-1].text
    assert "我们的答复：请重新获取验证码。" in text and "负责人：韩梅梅" in text
    assert "&do=confirm" in text and "&do=reopen" in text
    assert [f"&do=rate&score={score}" in text for score in range(1, 6)] == [True] * 5


async def test_a_closed_ticket_says_why_and_until_when_it_reopens(office: Office) -> None:
    customer = await (await with_mailbox(office)).customer()
    handler = await office.member("韩梅梅", "director")
    number = await office.ticket(customer)
    await resolve(handler, number)
    async with customer.desk("portal") as desk:
        await commands.confirm(desk, await desk.case(number, "ticket.confirm"))
    letter = (await mailed(office))[-1]
    until = (clock.now() + timedelta(days=7, hours=8)).strftime("%Y-%m-%d")
    assert "关闭原因：您已确认解决" in letter.text
    assert f"请在 {until}" in letter.text


async def test_a_person_without_mail_is_mailed_nothing(office: Office) -> None:
    customer = await (await with_mailbox(office)).customer()
    async with office.services.db.write(office.id) as tx:
        tx.put("delete from identity where workspace_id = %(workspace)s and person_id = %(id)s", id=customer.id)
    await office.ticket(customer)
    assert await mailed(office) == []


async def test_spam_is_told_nothing(office: Office) -> None:
    customer = await (await with_mailbox(office)).customer()
    await office.ticket(customer)
    async with office.services.db.write(office.id) as tx:
        tx.put("update ticket set spam_at = now() where workspace_id = %(workspace)s")
    assert await mailed(office) == []


async def test_an_english_reader_is_written_in_english_and_not_greeted_by_their_address(office: Office) -> None:
    customer = await (await with_mailbox(office)).customer("x@customer.test")
    async with office.services.db.write(office.id) as tx:
        tx.put(
            "update person set locale = 'en' where workspace_id = %(workspace)s and id = %(id)s",
            id=customer.id,
        )
    await office.ticket(customer)
    (letter,) = await mailed(office)
    assert letter.text.startswith("Dear customer,")
    assert "Next step: We are finding the right person for it" in letter.text


async def test_a_link_to_sign_in_is_mailed_to_whoever_asked_and_is_known(office: Office) -> None:
    customer = await (await with_mailbox(office)).customer("王芳")
    async with guest_of(office) as guest:
        for mail in (customer.mail, "nobody@customer.test"):
            assert (await guest.post("/portal/sign-in-links", json={"mail": mail})).status_code == 202
        (letter,) = await mailed(office)
        assert letter.recipient == customer.mail and "30 分钟" in letter.text
        token = re.search(r"/portal/t/(\S+)", letter.text)
        assert token
        answers = [(await guest.post("/portal/session", json={"token": token[1]})).status_code for _ in range(2)]
    assert answers == [200, 401]


@pytest.mark.parametrize(
    ("via", "age", "wanted"),
    [
        ("web", timedelta(0), True),
        ("worker", STALE - timedelta(minutes=1), True),
        ("worker", STALE, False),
        ("import", timedelta(0), False),
        ("demo", timedelta(0), False),
    ],
)
def test_neither_the_past_nor_what_came_in_from_elsewhere_is_news(via: Via, age: timedelta, wanted: bool) -> None:
    now = clock.now()
    logged = Logged(
        workspace_id=1,
        stream="ticket",
        stream_id=2,
        seq=3,
        id=4,
        actor=Actor(kind="system", via=via),
        command_id=5,
        cause=None,
        depth=0,
        release=1,
        at=now - age,
        event=CustomerTold(template="closed"),
    )
    assert is_news(logged, now) is wanted


async def test_what_fell_due_while_nobody_was_there_is_told_when_it_is_found(office: Office, owner_url: str) -> None:
    """Such an event is dated at its due instant, long past, and has only now come into the log."""
    customer = await (await with_mailbox(office)).customer()
    number = await office.ticket(customer)
    async with office.desk() as desk:
        case = await desk.case(number, "ticket.read")
        desk.apply(desk.settle(case, intents.Tell(template="second_confirmation")))
    with psycopg.connect(owner_url, autocommit=True) as owner:
        owner.execute("update event set at = at - interval '2 days' where workspace_id = %s", [office.id])
    assert [one.subject.split("：")[0] for one in await mailed(office)][-1] == "再次请您确认"


async def test_the_last_answer_is_recalled_and_not_repeated_whole(office: Office) -> None:
    handler = await office.member("韩梅梅", "director")
    number = await office.ticket(await (await with_mailbox(office)).customer())
    await resolve(handler, number, text="\n\n".join(f"第{n}步：请重新获取验证码，然后再试一次。" for n in range(40)))
    text = (await mailed(office))[-1].text
    (answer,) = [line for line in text.splitlines() if line.startswith("我们的答复：")]
    assert "第0步" in answer and answer.endswith("…") and len(answer) < 200
    assert "第39步" not in text


async def test_a_closing_notice_names_who_was_responsible_and_until_when_it_may_be_rated(office: Office) -> None:
    await office.publish(msgspec.structs.replace(standard([2026]), rating=RatingRules(change_days=3)))
    customer = await (await with_mailbox(office)).customer()
    handler = await office.member("韩梅梅", "director")
    number = await office.ticket(customer)
    await resolve(handler, number)
    async with customer.desk("portal") as desk:
        await commands.rate(desk, await desk.case(number, "ticket.rate"), score=3, comment="")
    async with customer.desk("portal") as desk:
        await commands.confirm(desk, await desk.case(number, "ticket.confirm"))
    solved, text = [one.text for one in await mailed(office)][-2:]
    assert "关闭后 3 天内提交或修改" in solved
    until = (clock.now() + timedelta(days=3, hours=8)).strftime("%Y-%m-%d")
    assert "负责人：韩梅梅" in text
    assert f"评分可在 {until}" in text and "&do=rate&score=5" in text


async def test_what_is_said_of_closing_by_itself_is_what_the_policy_does(office: Office) -> None:
    customer, handler = await (await with_mailbox(office)).customer(), await office.member("韩梅梅", "director")
    number = await office.ticket(customer)
    await resolve(handler, number)
    await act(office, number, intents.Tell(template="second_confirmation"))
    assert "如48小时内无异议,我们将默认问题已解决。" in (await mailed(office))[-1].text


async def test_a_zone_that_there_is_not_is_utc(office: Office) -> None:
    customer = await (await with_mailbox(office)).customer()
    async with office.services.db.write(office.id) as tx:
        tx.put(
            "update person set zone = 'Mars/Base' where workspace_id = %(workspace)s and id = %(id)s", id=customer.id
        )
    await office.ticket(customer)
    (letter,) = await mailed(office)
    assert "(UTC, UTC+00:00)" in letter.text


def told_of(letters: list[Mailed]) -> list[str]:
    return [one.text.split("负责人：")[1].split("\n")[0] for one in letters if "专人负责" in one.subject]


async def test_the_customer_hears_of_the_first_person_responsible_and_not_of_every_hop(office: Office) -> None:
    lead, customer = await office.member("韩梅梅", "director"), await (await with_mailbox(office)).customer()
    people = [await office.member(name, "director") for name in ("甲", "乙", "丙", "丁")]
    number = await office.ticket(customer)
    for one in (*people, *people):
        await done(lead, number, "assignments", assignee_id=one.id)
    assert told_of(await mailed(office)) == ["甲"]


async def test_of_a_later_one_only_when_the_one_before_wrote_and_once_a_day(office: Office) -> None:
    lead, customer = await office.member("韩梅梅", "director"), await (await with_mailbox(office)).customer()
    people = {name: await office.member(name, "director") for name in ("甲", "乙", "丙", "丁")}
    number = await office.ticket(customer)
    days = (("甲", False), ("乙", True), ("丙", False), ("丁", False))
    found: list[str] = []
    start = clock.now()
    for day, (name, writes) in enumerate(days):
        with clock.played(start + timedelta(hours=25 * day)):
            await done(lead, number, "assignments", assignee_id=people[name].id)
            if writes:
                await done(people[name], number, "replies", text="正在处理")
            found = told_of(await mailed(office))
    assert found == ["甲", "丙"]


async def test_two_rules_that_tell_the_same_tell_it_once(office: Office) -> None:
    bundle = standard([2026])
    (rule,) = [one for one in bundle.automations if one.key == "tell-assigned"]
    twice = (*bundle.automations, msgspec.structs.replace(rule, key="again"))
    await office.publish(msgspec.structs.replace(bundle, automations=twice))
    handler, customer = await office.member("韩梅梅", "director"), await (await with_mailbox(office)).customer()
    number = await office.ticket(customer)
    await done(handler, number, "assignments", assignee_id=handler.id)
    assert told_of(await mailed(office)) == ["韩梅梅"]


async def test_a_letter_goes_to_an_address_that_lets_in_before_one_that_others_said(office: Office) -> None:
    """Its link opens the ticket: whoever adds an address of their own to a customer is mailed none."""
    customer = await (await with_mailbox(office)).customer("王芳", mail="z@customer.test")
    lead = await office.member("组长", "lead", service=True)
    added = {"add_handles": [{"kind": "mail", "handle": "a@attacker.test"}]}
    assert (await lead.call("PATCH", f"/customers/{customer.id}", json=added)).status_code == 200
    number = await office.ticket(customer, team="tech")
    (letter,) = await mailed(office)
    assert letter.recipient == "z@customer.test"
    director = await office.member("总监", "director")
    assert (await director.get(f"/tickets/{number}")).json()["addressee"]["to"] == "z@customer.test"


async def test_who_has_no_other_address_is_mailed_at_the_one_that_others_said(office: Office) -> None:
    customer = await (await with_mailbox(office)).customer("王芳", mail="z@customer.test")
    lead = await office.member("组长", "lead", service=True)
    wanted = {
        "add_handles": [{"kind": "mail", "handle": "a@new.test"}],
        "remove_handles": [{"kind": "mail", "handle": "z@customer.test"}],
    }
    assert (await lead.call("PATCH", f"/customers/{customer.id}", json=wanted)).status_code == 200
    await office.ticket(customer, team="tech")
    (letter,) = await mailed(office)
    assert letter.recipient == "a@new.test"
