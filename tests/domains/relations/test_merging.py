"""Two tickets become one, and two again: what the customers say reaches the one that stays, each of them reads their own
conversation only, and un-merging leaves everything as it was."""

from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongdan import wiring
from gongdan.domains.inbox.gate import may_read_file
from gongdan.domains.tickets.public import Ticket, Words, commands, flaws_of_fold
from tests.domains.channels.mails import mail, post
from tests.domains.notifications.kit import with_mailbox
from tests.domains.relations.test_links import detail, link, links, said
from tests.kit import Office, Visitor
from tests.support import worker

pytestmark = pytest.mark.anyio


async def merge(who: Visitor, number: str, into: str, **more: Any) -> httpx.Response:
    return await who.post(f"/tickets/{number}/merge", {"into": into} | more)


async def same(office: Office) -> tuple[Visitor, Visitor, str, str]:
    lead, customer = await office.member("韩梅梅", "director"), await office.customer()
    return lead, customer, await office.ticket(customer, title="第一次"), await office.ticket(customer, title="第二次")


async def across(office: Office) -> tuple[Visitor, tuple[Visitor, str], tuple[Visitor, str]]:
    lead = await office.member("韩梅梅", "director")
    one, other = await office.customer("王芳"), await office.customer("曹操")
    first = await office.ticket(one, title="甲的标题", text="甲的话一")
    second = await office.ticket(other, title="乙的标题", text="乙的话一")
    assert (await merge(lead, second, first, across=True)).status_code == 200
    return lead, (one, first), (other, second)


def texts(shown: dict[str, Any]) -> list[str]:
    return [one["message"]["text"] for one in shown["timeline"] if one["message"]]


async def test_the_loser_is_closed_and_the_survivor_shows_what_was_said(office: Office) -> None:
    lead, customer, first, second = await same(office)
    answer = await merge(lead, second, first)
    assert answer.status_code == 200, answer.text
    loser, survivor = await detail(lead, second), await detail(lead, first)
    assert (loser["phase"], loser["close_reason"], loser["merged_into"]) == ("closed", "duplicate", first)
    assert (await links(lead, first), await links(lead, second)) == (
        [("duplicated_by", second)],
        [("duplicates", first)],
    )
    assert len(texts(survivor)) == 2
    assert (await said(lead, second, "ticket.merged"), await said(lead, first, "ticket.absorbed")) == (
        [f"合并到 {first}"],
        [f"合并进来 {second}"],
    )
    shown = (await customer.get(f"/portal/tickets/{second}")).json()
    assert (shown["merged_into"], shown["can_reply"], shown["can_reopen"]) == (first, True, False)
    async with office.read() as tx:
        assert await flaws_of_fold(tx, office.services.log, wiring.SUBJECTS, 10) == []


async def test_what_the_customer_writes_on_the_loser_reaches_the_survivor(office: Office) -> None:
    lead, customer, first, second = await same(office)
    await merge(lead, second, first)
    answer = await customer.post(f"/portal/tickets/{second}/messages", {"text": "还是不行"})
    assert answer.status_code == 200, answer.text
    assert "还是不行" in texts(await detail(lead, first))
    assert (await detail(lead, second))["phase"] == "closed"
    reopening = await customer.post(f"/portal/tickets/{second}/reopen", {"text": "请再看看"})
    assert reopening.status_code == 200, reopening.text
    assert "请再看看" in texts(await detail(lead, first))


async def test_what_is_merged_is_not_merged_again_nor_changed_apart(office: Office) -> None:
    lead, customer, first, second = await same(office)
    third = await office.ticket(customer)
    await merge(lead, second, first)
    codes = [
        (await merge(lead, second, third)).json()["code"],
        (await merge(lead, third, second)).json()["code"],
        (await merge(lead, first, first)).json()["code"],
        (await lead.post(f"/tickets/{second}/reopen", {"text": ""})).json()["code"],
        (await lead.post(f"/tickets/{second}/undo")).json()["code"],
        (await lead.post(f"/tickets/{first}/undo")).json()["code"],
        (await lead.call("DELETE", f"/tickets/{second}/links/{first}")).json()["code"],
        (await lead.post(f"/tickets/{first}/unmerge")).json()["code"],
    ]
    apart = "relations.merged_together"
    already = "relations.merged_already"
    assert codes == [
        already,
        already,
        "request.invalid",
        apart,
        apart,
        "ticket.nothing_to_undo",
        apart,
        "relations.not_merged",
    ]


async def test_chains_are_flat_and_come_apart_in_order(office: Office) -> None:
    lead, customer, first, second = await same(office)
    third = await office.ticket(customer)
    await merge(lead, third, second)
    await merge(lead, second, first)
    assert (await said(lead, third, "ticket.merged"))[-1] == f"合并到 {first}"
    await customer.post(f"/portal/tickets/{third}/messages", {"text": "第三张上的话"})
    assert "第三张上的话" in texts(await detail(lead, first))
    assert (await lead.post(f"/tickets/{second}/unmerge")).status_code == 200
    assert (await detail(lead, third))["merged_into"] == second
    assert (await lead.post(f"/tickets/{third}/unmerge")).status_code == 200
    assert [(await detail(lead, one))["phase"] for one in (first, second, third)].count("closed") == 0


async def test_tickets_of_two_customers_need_the_right_and_the_word(office: Office) -> None:
    lead = await office.member("韩梅梅", "director")
    agent = await office.member("李雷", "agent", service=False)
    one, other = await office.customer("王芳"), await office.customer("曹操")
    first, second = await office.ticket(one, team="service"), await office.ticket(other, team="service")
    assert (await merge(agent, second, first, across=True)).status_code == 403
    refused = await merge(lead, second, first)
    assert (refused.status_code, refused.json()["code"]) == (409, "relations.across_customers")
    seen = (await lead.get(f"/tickets/{second}/merge/{first}")).json()
    assert seen == {"customers": ["曹操", "王芳"], "may_merge": True, "messages": 1, "joining": 0, "older": first}
    assert (await agent.get(f"/tickets/{second}/merge/{first}")).json()["may_merge"] is False
    assert (await merge(lead, second, first, across=True)).status_code == 200


async def test_of_two_customers_neither_reads_a_word_of_the_other(office: Office) -> None:
    """On no path: their pages, their lists, their files, the mails that go out, and what they are told."""
    await with_mailbox(office)
    lead, (one, first), (other, second) = await across(office)
    file = await other.call("POST", "/files", content=b"%PDF-1.4 x", headers={"X-File-Name": "yi.pdf"})
    address, sent = file.json()["url"], file.json()["id"]
    written = await other.post(f"/portal/tickets/{second}/messages", {"text": "乙的话二", "files": [sent]})
    assert written.status_code == 200, written.text
    await one.post(f"/portal/tickets/{first}/messages", {"text": "甲的话二"})
    timeline = (await detail(lead, first))["timeline"]
    theirs = {one["message"]["party"]["id"]: one["message"]["conversation_id"] for one in timeline if one["message"]}
    for who, text in ((one, "给甲的答复"), (other, "给乙的答复")):
        body = {"text": text, "conversation_id": theirs[who.id]}
        assert (await lead.post(f"/tickets/{first}/replies", body)).status_code == 201
    assert {"甲的话一", "甲的话二", "乙的话一", "乙的话二", "给甲的答复", "给乙的答复"} <= set(
        texts(await detail(lead, first))
    )

    for who, number, own, foreign in ((one, first, "甲", "乙"), (other, second, "乙", "甲")):
        pages = [await who.get(f"/portal/tickets/{number}"), await who.get("/portal/tickets")]
        told = "".join(page.text for page in pages)
        assert all(f"{own}的话{n}" in told for n in "一二") and f"给{own}的答复" in told
        assert f"{foreign}的" not in told and f"给{foreign}" not in told
        elsewhere = second if number == first else first
        assert elsewhere not in told
        assert (await who.get(f"/portal/tickets/{elsewhere}")).status_code == 404
        for path in (f"/tickets/{number}", f"/tickets/{number}/timeline", f"/find?q={foreign}"):
            assert (await who.get(path)).status_code in (403, 404)
    async with office.read() as tx:
        reads = [await may_read_file(tx, who.authority, int(address.split("/")[4])) for who in (lead, one, other)]
    assert reads == [True, False, True]

    assert (await lead.post(f"/tickets/{first}/close", {"reason": "not_needed"})).status_code == 200
    await worker.deliver(office, "customer-notices")
    async with office.read() as tx:
        mails = await tx.rows(
            dict,
            """
            select to_jsonb(d)::text as whole, coalesce(v.text, '') as text
              from delivery d
              left join message_version v on v.workspace_id = d.workspace_id and v.message_id = d.message_id
             where d.workspace_id = %(workspace)s
            """,
        )
    assert all(any(word in one["text"] for one in mails) for word in ("给甲", "给乙"))
    for sent_out in mails:
        foreign = [word for who, word in ((one, "乙"), (other, "甲")) if who.mail in sent_out["whole"]]
        assert not any(f"给{word}" in sent_out["text"] or f"{word}的" in sent_out["whole"] for word in foreign)


async def test_a_colleague_who_asked_reads_nothing_of_the_other(office: Office) -> None:
    lead, employee = await office.member("韩梅梅", "director"), await office.member("同事", "employee")
    other = await office.customer("曹操")
    first = await office.ticket(employee, title="同事的标题")
    second = await office.ticket(other, title="乙的标题", text="乙的话一")
    assert (await merge(lead, second, first, across=True)).status_code == 200
    await other.post(f"/portal/tickets/{second}/messages", {"text": "乙的话二"})
    for path in (f"/tickets/{first}", f"/tickets/{first}/timeline", f"/tickets/{first}/timeline?filter=messages"):
        answer = await employee.get(path)
        assert answer.status_code == 200 and "乙的" not in answer.text and second not in answer.text


async def test_copies_of_the_one_follow_not_the_other(office: Office) -> None:
    lead = await office.member("韩梅梅", "director")
    one, other, copied = await office.customer("王芳"), await office.customer("曹操"), await office.customer("抄送")
    first = await office.ticket(one)
    second = await office.ticket(other, cc=(copied.id,))
    await merge(lead, second, first, across=True)
    assert (await copied.get(f"/portal/tickets/{first}")).status_code == 404
    async with office.desk() as desk:
        case = await desk.case(first, "ticket.read")
        assert copied.id not in {person for person, _ in case.live.participants}


AFTER = (
    "version",
    "updated_at",
    "status_at",
    "last_word",
    "escalation",
    "limits_reached",
    "assigned_at",
    "routing_since",
)


def kept(ticket: Ticket) -> dict[str, Any]:
    return {name: getattr(ticket, name) for name in Ticket.__struct_fields__ if name not in AFTER}


async def stood(office: Office, *numbers: str) -> list[dict[str, Any]]:
    async with office.desk() as desk:
        return [kept(case.live) for case in await desk.cases(numbers, "ticket.read")]


@given(
    steps=st.lists(st.sampled_from(["watch", "tag", "reply", "write", "resolve", "close", "link"]), max_size=4),
    crosses=st.booleans(),
)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_merging_and_parting_leaves_everything_as_it_was(office: Office, steps: list[str], crosses: bool) -> None:
    lead, customer = await office.member("韩梅梅", "director"), await office.customer()
    other = await office.customer("曹操") if crosses else customer
    first, second = await office.ticket(customer), await office.ticket(other)
    for step in steps:
        await _do(office, lead, other, first, second, step)
    before, linked = await stood(office, first, second), await links(lead, first)
    seen = sorted(texts(await detail(lead, first)))
    assert (await merge(lead, second, first, across=True)).status_code == 200
    assert (await lead.post(f"/tickets/{second}/unmerge")).status_code == 200
    assert await stood(office, first, second) == before
    assert (await links(lead, first), sorted(texts(await detail(lead, first)))) == (linked, seen)
    async with office.read() as tx:
        assert await flaws_of_fold(tx, office.services.log, wiring.SUBJECTS, 10) == []


async def _do(office: Office, lead: Visitor, customer: Visitor, first: str, second: str, step: str) -> None:
    match step:
        case "watch":
            await lead.post(f"/tickets/{second}/watching", {"watching": True})
        case "tag":
            await lead.post(f"/tickets/{second}/tags", {"add": ["急"]})
        case "reply":
            await lead.post(f"/tickets/{second}/replies", {"text": "在看"})
        case "write":
            await customer.post(f"/portal/tickets/{second}/messages", {"text": "还在吗"})
        case "resolve":
            await lead.post(f"/tickets/{second}/resolve", {"text": ""})
        case "close":
            await lead.post(f"/tickets/{second}/close", {"reason": "not_needed"})
        case "link":
            await link(lead, second, first, "relates")


async def test_what_was_said_meanwhile_stays_in_its_conversation(office: Office) -> None:
    lead, (one, first), (other, second) = await across(office)
    await other.post(f"/portal/tickets/{second}/messages", {"text": "乙的话二"})
    assert (await lead.post(f"/tickets/{second}/unmerge")).status_code == 200
    assert "乙的话二" in texts(await detail(lead, second))
    await other.post(f"/portal/tickets/{second}/messages", {"text": "乙的话三"})
    assert "乙的话三" in texts(await detail(lead, second))
    told = (await one.get(f"/portal/tickets/{first}")).text
    assert "乙的" not in told


async def test_a_merge_and_a_parting_are_made_once(office: Office) -> None:
    lead, _, first, second = await same(office)
    send = {"Idempotency-Key": "one"}
    made = [await lead.post(f"/tickets/{second}/merge", {"into": first}, headers=send) for _ in range(3)]
    assert [one.status_code for one in made] == [200] * 3
    assert len(await said(lead, second, "ticket.merged")) == 1
    send = {"Idempotency-Key": "two"}
    parted = [await lead.post(f"/tickets/{second}/unmerge", {}, headers=send) for _ in range(3)]
    assert [one.status_code for one in parted] == [200] * 3


async def test_a_mail_on_the_loser_is_answered_by_the_survivor(office: Office) -> None:
    lead, customer, first, second = await same(office)
    await merge(lead, second, first)
    async with customer.desk(via="mail") as desk:
        case = await desk.case(second, "ticket.read")

        async def follow_up() -> Any:
            raise AssertionError("nothing is opened")

        answered = await commands.customer_answers(
            desk,
            case,
            Words(text="邮件里的话"),
            writer=lambda: customer.id,
            customer=customer.authority,
            may_thank=True,
            follow_up=follow_up,
            triage=wiring.triage,
        )
    assert isinstance(answered, commands.Said)
    assert "邮件里的话" in texts(await detail(lead, first))


async def test_a_mail_in_the_thread_of_the_loser_is_said_on_the_survivor(office: Office) -> None:
    at, lead = await post(office), await office.member("韩梅梅", "director")
    made = await at.take(
        mail("甲的事", "甲的话", sender="jia@customer.test"), mail("乙的事", "乙的话", sender="yi@customer.test")
    )
    first, second = (str(one.number) for one in made)
    assert (await merge(lead, second, first, across=True)).status_code == 200
    (answer,) = await at.take(mail(f"Re: [{second}] 乙的事", "乙又写了一封", sender="yi@customer.test"))
    assert answer.state == "threaded"
    shown = [one["message"] for one in (await detail(lead, first))["timeline"] if one["message"]]
    (written,) = [one for one in shown if "乙又写了一封" in one["text"]]
    assert written["conversation_id"] in {one["conversation_id"] for one in shown if "乙的话" in one["text"]}
