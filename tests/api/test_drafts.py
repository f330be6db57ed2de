"""Drafts on the server: what somebody has begun to write is theirs, wherever they sit."""

from typing import Any

import httpx
import pytest

from gongdan import wiring
from gongdan.domains.accounts.public import actions
from gongdan.domains.accounts.rights.roles import CUSTOMER_ROLES, SHIPPED
from gongdan.domains.files.sweeping import OWNER as FILES
from gongdan.domains.tickets.desk.drafts import MOST, OWNER
from gongdan.domains.tickets.public import commands
from gongdan.infra.timers.fire import DueTimer
from gongdan.kernel import clock
from tests.kit import Office, Visitor, found_office

pytestmark = pytest.mark.anyio


async def save(
    who: Visitor, number: str, text: str, *, kind: str = "reply", seen: int | None = None, **body: Any
) -> Any:
    headers = {} if seen is None else {"If-Match": f'"{seen}"'}
    path = f"/tickets/{number}/drafts/{kind}"
    return await who.call("PUT", path, json={"text": text, **body}, headers=headers)


async def drafts(who: Visitor, number: str) -> list[dict[str, Any]]:
    answer = await who.get(f"/tickets/{number}/drafts")
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()
    return found


async def words(who: Visitor, number: str) -> dict[str, str]:
    return {one["kind"]: one["text"] for one in await drafts(who, number)}


async def writer(office: Office) -> tuple[Visitor, str]:
    agent = await office.member("李雷", "agent", service=False)
    return agent, await office.ticket(await office.customer(), team="service", assignee_id=agent.id)


async def upload(who: Visitor) -> str:
    answer = await who.call("POST", "/files", content=b"draft", headers={"X-File-Name": "a.txt"})
    found: str = answer.json()["id"]
    return found


async def fire(office: Office, owner: str) -> None:
    sql = """
        select workspace_id, owner, subject, key, generation, fire_at, 1 as attempts
          from timer where workspace_id = %(workspace)s and owner = %(owner)s
    """
    async with office.read() as tx:
        due = await tx.rows(DueTimer, sql, owner=owner)
    await wiring.timers(office.services)[owner](office.id, due)


async def test_a_reply_and_a_note_are_drafts_of_their_own(office: Office) -> None:
    agent, number = await writer(office)
    assert await drafts(agent, number) == []
    answer = await save(agent, number, "您好，")
    assert (answer.status_code, answer.headers["etag"]) == (200, f'"{answer.json()["version"]}"'), answer.text
    await save(agent, number, "查一下", kind="note")
    assert await words(agent, number) == {"reply": "您好，", "note": "查一下"}
    (first, second) = (await agent.get("/drafts")).json()
    assert (first["number"], first["kind"], second["kind"]) == (number, "note", "reply")


async def test_a_draft_is_its_authors_alone(office: Office) -> None:
    agent, number = await writer(office)
    await save(agent, number, "只有我看得到")
    lead = await office.member("主管", "lead", service=True)
    assert (await drafts(lead, number), (await lead.get("/drafts")).json()) == ([], [])


async def test_whoever_may_not_write_so_keeps_no_draft(office: Office, asgi: Any) -> None:
    agent, number = await writer(office)
    stranger = await (await found_office(asgi)).member("外人", "admin")
    assert (await save(stranger, number, "x")).status_code == 404
    assert (await stranger.get(f"/tickets/{number}/drafts")).status_code == 404
    customer = await office.customer()
    assert (await save(customer, number, "x")).status_code in (401, 403, 404)
    assert (await save(agent, number, "x", kind="mail")).status_code == 404
    assert (await save(agent, number, "x" * 100_001)).status_code == 422


@pytest.mark.parametrize("role", [role.key for role in SHIPPED if role.key not in CUSTOMER_ROLES])
async def test_a_role_drafts_what_it_may_write(office: Office, role: str) -> None:
    who = await office.member("某人", role)
    number = await office.ticket(await office.customer())
    async with office.desk() as desk:
        case = await desk.case(number, "ticket.watch")
        await commands.set_watching(desk, case, person_id=who.id, watching=True)
    held = actions(who.authority)
    for kind in ("reply", "note"):
        written = await send(who, number, kind, 1)
        status = (await save(who, number, "x", kind=kind)).status_code
        assert (status == 200) == (written.status_code == 201), (kind, status, written.text)
        assert status == 200 or f"ticket.{kind}" not in held or written.status_code == 403


async def test_two_windows_of_one_person_overwrite_nothing_unawares(office: Office) -> None:
    agent, number = await writer(office)
    first = (await save(agent, number, "左边", seen=0)).json()["version"]
    late = await save(agent, number, "右边", seen=0)
    assert (late.status_code, late.json()["code"]) == (412, "ticket.draft_changed")
    assert (late.json()["text"], late.json()["version"]) == ("左边", first)
    assert (await save(agent, number, "左边\n右边", seen=first)).status_code == 200
    assert await words(agent, number) == {"reply": "左边\n右边"}
    assert (await save(agent, number, "没有先看")).status_code == 200, "without If-Match the last one wins"


async def send(agent: Visitor, number: str, kind: str, version: int) -> httpx.Response:
    path = {"reply": "replies", "note": "notes"}[kind]
    return await agent.post(f"/tickets/{number}/{path}", {"text": "您好", "draft": version})


@pytest.mark.parametrize("kind", ["reply", "note"])
async def test_what_was_sent_is_no_draft_any_more(office: Office, kind: str) -> None:
    agent, number = await writer(office)
    version = (await save(agent, number, "您好", kind=kind)).json()["version"]
    assert (await send(agent, number, kind, version)).status_code == 201
    assert await drafts(agent, number) == []
    late = await save(agent, number, "您好", kind=kind, seen=version)
    assert (late.status_code, late.json()["version"]) == (412, 0), "a request that was late brings nothing back"


async def test_a_refused_reply_leaves_its_draft(office: Office) -> None:
    agent, number = await writer(office)
    version = (await save(agent, number, "您好")).json()["version"]
    body = {"text": "您好", "draft": version, "to": "nowhere"}
    assert (await agent.post(f"/tickets/{number}/replies", body)).status_code == 422
    assert await words(agent, number) == {"reply": "您好"}


async def test_what_was_written_since_it_was_sent_stays(office: Office) -> None:
    agent, number = await writer(office)
    sent = (await save(agent, number, "您好")).json()["version"]
    await save(agent, number, "您好，还有一句")
    assert (await send(agent, number, "reply", sent)).status_code == 201
    assert await words(agent, number) == {"reply": "您好，还有一句"}


async def test_a_draft_is_thrown_away(office: Office) -> None:
    agent, number = await writer(office)
    await save(agent, number, "算了")
    for _ in range(2):
        answer = await agent.call("DELETE", f"/tickets/{number}/drafts/reply")
        assert answer.status_code == 204, "twice is once"
    assert await drafts(agent, number) == []


async def test_files_of_a_draft_stay_with_it(office: Office) -> None:
    agent, number = await writer(office)
    file = await upload(agent)
    await save(agent, number, "见附件", files=[file])
    await fire(office, FILES)
    (draft,) = await drafts(agent, number)
    assert [(one["id"], one["name"]) for one in draft["files"]] == [(file, "a.txt")]
    sent = await agent.post(
        f"/tickets/{number}/replies", {"text": "见附件", "files": [file], "draft": draft["version"]}
    )
    assert sent.status_code == 201, sent.text


async def test_files_of_a_draft_that_was_thrown_away_go(office: Office) -> None:
    agent, number = await writer(office)
    file = await upload(agent)
    await save(agent, number, "见附件", files=[file])
    await fire(office, FILES)
    await agent.call("DELETE", f"/tickets/{number}/drafts/reply")
    await fire(office, FILES)
    assert (await save(agent, number, "见附件", files=[file])).status_code == 422


async def test_nobody_drafts_with_files_of_others(office: Office) -> None:
    agent, number = await writer(office)
    other = await upload(await office.member("韩梅梅", "agent", service=False))
    assert (await save(agent, number, "x", files=[other])).status_code == 422


async def test_nothing_of_a_draft_is_in_the_log(office: Office) -> None:
    agent, number = await writer(office)
    before = (await agent.get(f"/tickets/{number}")).json()
    await save(agent, number, "谁也不知道")
    after = (await agent.get(f"/tickets/{number}")).json()
    assert (after["version"], after["timeline"]) == (before["version"], before["timeline"])


async def test_nobody_has_drafts_without_end(office: Office) -> None:
    agent, number = await writer(office)
    async with office.services.db.write(office.id) as tx:
        for _ in range(MOST):
            tx.insert(
                "message_draft",
                {
                    "workspace_id": office.id,
                    "person_id": agent.id,
                    "ticket_id": tx.ids.next(),
                    "kind": "reply",
                    "text": "x",
                    "file_ids": (),
                    "version": 1,
                    "saved_at": clock.now(),
                },
            )
    answer = await save(agent, number, "一份太多")
    assert (answer.status_code, answer.json()["code"]) == (409, "ticket.too_many_drafts")


async def test_drafts_go_when_their_ticket_was_closed_for_long(office: Office) -> None:
    """Each firing is a month after the one before."""
    agent, number = await writer(office)
    await save(agent, number, "忘了发")
    async with office.desk() as desk:
        await commands.close(desk, await desk.case(number, "ticket.close"), reason="not_needed", seen=None)
    await fire(office, OWNER)
    assert await words(agent, number) == {"reply": "忘了发"}, "not for long"
    await fire(office, OWNER)
    assert await drafts(agent, number) == []


async def test_drafts_of_an_open_ticket_stay(office: Office) -> None:
    agent, number = await writer(office)
    await save(agent, number, "还没想好")
    for _ in range(3):
        await fire(office, OWNER)
    assert await words(agent, number) == {"reply": "还没想好"}
