"""Erasing what a message says: nothing of it is left, and that it was erased stays."""

from typing import Any

import pytest

from tests.domains.notifications.kit import done, mailed, with_mailbox
from tests.domains.tickets.test_notes import said
from tests.domains.transfer.test_tables import run as imported
from tests.kit import Office, Visitor

pytestmark = pytest.mark.anyio


async def desk(office: Office) -> tuple[Visitor, Visitor, str]:
    agent, lead = await office.member("李雷", "agent", service=False), await office.member("组长", "lead", service=True)
    return agent, lead, await office.ticket(await office.customer(), team="service", assignee_id=agent.id)


async def redact(who: Visitor, number: str, id: int, reason: str = "卡号") -> Any:
    return await who.call("PUT", f"/tickets/{number}/messages/{id}/redaction", json={"reason": reason})


async def test_nothing_is_left_of_it_in_no_version(office: Office) -> None:
    agent, lead, number = await desk(office)
    file = await agent.call("POST", "/files", content=b"secret", headers={"X-File-Name": "a.txt"})
    body = {"text": "卡号 6222", "files": [file.json()["id"]]}
    id = (await agent.post(f"/tickets/{number}/notes", body)).json()["message_id"]
    await agent.call("PATCH", f"/tickets/{number}/notes/{id}", json={"text": "卡号 6222 02"})
    answer = await redact(lead, number, id)
    assert answer.status_code == 200, answer.text
    left = await said(agent, number, id)
    assert (left["redacted"], left["text"], left["files"]) == (True, "", [])
    assert (await agent.get(f"/tickets/{number}/notes/{id}/versions")).status_code == 404
    async with office.read() as tx:
        rows = await tx.rows(
            tuple,
            """
            select (select count(*) from message_version where message_id = %(id)s),
                   (select count(*) from attachment where message_id = %(id)s),
                   (select count(*) from timer where owner = 'files' and key like 'bytes %%')
            """,
            id=id,
        )
    assert rows[0][:2] == (0, 0) and rows[0][2] >= 1
    timeline = (await lead.get(f"/tickets/{number}")).json()["timeline"]
    assert [one["text"] for one in timeline if one["kind"] == "ticket.message_redacted"] == [
        "抹除了一条消息的内容：卡号"
    ]


async def test_it_is_the_leads_and_happens_once(office: Office) -> None:
    agent, lead, number = await desk(office)
    id = (await agent.post(f"/tickets/{number}/replies", {"text": "您好"})).json()["message_id"]
    assert (await redact(agent, number, id)).status_code == 403
    assert (await redact(lead, number, id, reason=" ")).status_code == 422
    assert (await redact(lead, number, id)).status_code == 200
    again = await redact(lead, number, id)
    assert (again.status_code, again.json()["code"]) == (404, "ticket.message_not_found")


async def test_a_message_of_another_ticket_is_not_found(office: Office) -> None:
    agent, lead, number = await desk(office)
    other = await office.ticket(await office.customer(), team="service", assignee_id=agent.id)
    id = (await agent.post(f"/tickets/{other}/notes", {"text": "x"})).json()["message_id"]
    assert (await redact(lead, number, id)).status_code == 404


async def test_what_was_said_on_a_merged_ticket_is_erased_there(office: Office) -> None:
    lead, customer = await office.member("韩梅梅", "director"), await office.customer()
    first, second = [await office.ticket(customer, title=title, text=title) for title in ("第一次", "第二次")]
    assert (await lead.post(f"/tickets/{second}/merge", {"into": first})).status_code == 200
    timeline = (await lead.get(f"/tickets/{first}")).json()["timeline"]
    shown = {one["message"]["text"]: one["message"] for one in timeline if one["message"]}
    assert {text: one["is_elsewhere"] for text, one in shown.items()} == {"第一次": False, "第二次": True}
    id = shown["第二次"]["id"]
    assert (await redact(lead, first, id)).status_code == 404
    assert not (await said(lead, second, id))["is_elsewhere"]
    assert (await redact(lead, second, id)).status_code == 200
    assert (await said(lead, first, id))["redacted"]


async def test_an_edited_note_keeps_its_form_and_its_pictures(office: Office) -> None:
    agent, _, number = await desk(office)
    png = await agent.call(
        "POST", "/files", content=b"\x89PNG\r\n\x1a\n" + b"\0" * 32, headers={"X-File-Name": "a.png"}
    )
    file = png.json()["id"]
    html = f'<div>先<b>查</b></div><div><img src="cid:{file}" alt="a.png"></div>'
    id = (await agent.post(f"/tickets/{number}/notes", {"text": "x", "html": html, "files": [file]})).json()[
        "message_id"
    ]
    other = html.replace("先", "再").replace("</div><div>", '</div><div><img src="cid:theirs">')
    answer = await agent.call("PATCH", f"/tickets/{number}/notes/{id}", json={"text": "x", "html": other})
    assert answer.status_code == 200, answer.text
    shown = await said(agent, number, id)
    assert (shown["html"], shown["text"]) == (html.replace("先", "再"), "再查\n[a.png]")


async def test_what_was_brought_in_can_be_erased_too(office: Office) -> None:
    who = await office.member("管理员", "admin")
    await imported(office, who, "编号,标题,描述,邮箱,类型,分类\n1,甲,卡号 6222,a@a.test,技术支持,其他\n")
    async with office.read() as tx:
        (ticket,) = await tx.rows(dict, "select number from ticket where workspace_id = %(workspace)s")
        (message,) = await tx.rows(dict, "select id from message where workspace_id = %(workspace)s")
    answer = await redact(who, ticket["number"], message["id"])
    assert answer.status_code == 200, answer.text
    assert (await said(who, ticket["number"], message["id"]))["text"] == ""
    async with office.read() as tx:
        left = await tx.rows(dict, "select * from table_import_row where workspace_id = %(workspace)s")
    assert "6222" not in str(left)


async def test_no_letter_says_it_again(office: Office) -> None:
    agent, lead, number = await desk(await with_mailbox(office))
    await done(agent, number, "accept")
    id = (await agent.post(f"/tickets/{number}/replies", {"text": "卡号 6222"})).json()["message_id"]
    await done(agent, number, "moves", to="resolved")
    before = await mailed(office)
    assert any("6222" in one.text for one in before)
    assert (await redact(lead, number, id)).status_code == 200
    after = await mailed(office)
    assert "6222" not in str(after)
    assert [one for one in after if "6222" not in one.payload.get("text", "6222")] == [
        one for one in before if "6222" not in one.text
    ]
