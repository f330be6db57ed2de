"""Undo send: a reply waits for some seconds; until then its author, and nobody else, has it back."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan import wiring
from gongdan.domains.accounts.public import revoke_token, set_roles
from gongdan.domains.accounts.rights.roles import CUSTOMER_ROLES, SHIPPED
from gongdan.domains.files.sweeping import OWNER as FILES
from gongdan.domains.tickets.commands.messages.sending import due
from gongdan.domains.tickets.desk.drafts import SENDING
from gongdan.domains.tickets.desk.drafts.held import together
from gongdan.domains.tickets.public import Words, commands
from gongdan.infra.timers.fire import DueTimer
from gongdan.kernel import clock
from tests.kit import Office, Visitor, found_office

pytestmark = pytest.mark.anyio


async def writer(office: Office) -> tuple[Visitor, str]:
    agent = await office.member("李雷", "agent", service=False)
    return agent, await office.ticket(await office.customer(), team="service", assignee_id=agent.id)


async def send(who: Visitor, number: str, text: str = "您好", **body: Any) -> httpx.Response:
    seen: int | None = body.pop("seen", None)
    headers = {} if seen is None else {"If-Match": f'"{seen}"'}
    key: str | None = body.pop("key", None)
    headers |= {"Idempotency-Key": key} if key else {}
    return await who.post(f"/tickets/{number}/sending", {"text": text, "wait_s": 10, **body}, headers=headers)


async def take_back(who: Visitor, number: str) -> httpx.Response:
    return await who.call("DELETE", f"/tickets/{number}/sending")


async def drafts(who: Visitor, number: str) -> dict[str, dict[str, Any]]:
    return {one["kind"]: one for one in (await who.get(f"/tickets/{number}/drafts")).json()}


async def said(who: Visitor, number: str) -> list[str]:
    timeline = (await who.get(f"/tickets/{number}")).json()["timeline"]
    return [one["message"]["text"] for one in timeline if one["message"]][1:]


async def timers(office: Office, owner: str) -> list[DueTimer]:
    sql = """
        select workspace_id, owner, subject, key, generation, fire_at, 1 as attempts
          from timer where workspace_id = %(workspace)s and owner = %(owner)s
    """
    async with office.read() as tx:
        return await tx.rows(DueTimer, sql, owner=owner)


async def fire(office: Office, owner: str = SENDING, times: int = 1) -> None:
    found = await timers(office, owner)
    for _ in range(times):
        await wiring.timers(office.services)[owner](office.id, found)


async def returned(office: Office, number: str) -> list[dict[str, Any]]:
    lead = await office.member("主管", "lead", service=True)
    timeline = (await lead.get(f"/tickets/{number}")).json()["timeline"]
    return [one for one in timeline if one["kind"] == "ticket.reply_returned"]


async def test_a_reply_that_waits_is_its_authors_alone(office: Office) -> None:
    agent, number = await writer(office)
    answer = await send(agent, number, "您好，", to="in_progress")
    assert answer.status_code == 201, answer.text
    held = answer.json()
    waits = datetime.fromisoformat(held["due_at"]) - datetime.fromisoformat(held["saved_at"])
    assert (held["kind"], held["to"], waits) == ("sending", "in_progress", timedelta(seconds=10))
    assert (await drafts(agent, number))["sending"]["text"] == "您好，"
    lead = await office.member("主管", "lead", service=True)
    assert (await drafts(lead, number), await said(lead, number), await said(agent, number)) == ({}, [], [])
    assert (await take_back(lead, number)).status_code == 409


async def test_it_goes_out_when_it_is_due_and_counts_as_said_when_it_was_sent(office: Office) -> None:
    agent, number = await writer(office)
    await agent.post(f"/tickets/{number}/accept", {})
    sent_at = (await send(agent, number, "请补充截图", to="waiting")).json()["saved_at"]
    await fire(office, times=2)
    ticket = (await agent.get(f"/tickets/{number}")).json()
    (message,) = [one for one in ticket["timeline"] if one["message"]][1:]
    assert (message["message"]["text"], message["person"]["id"], message["at"]) == ("请补充截图", agent.id, sent_at)
    assert (ticket["status"], await drafts(agent, number)) == ("waiting", {})
    assert await timers(office, SENDING) == []


async def test_taken_back_it_is_a_draft_again(office: Office) -> None:
    agent, number = await writer(office)
    draft = (await agent.call("PUT", f"/tickets/{number}/drafts/reply", json={"text": "您好"})).json()
    await send(agent, number, "您好", draft=draft["version"])
    assert "reply" not in await drafts(agent, number), "what was sent is no draft"
    answer = await take_back(agent, number)
    assert (answer.status_code, answer.json()["text"]) == (200, "您好"), answer.text
    assert {kind: one["text"] for kind, one in (await drafts(agent, number)).items()} == {"reply": "您好"}
    await fire(office)
    assert (await said(agent, number), await timers(office, SENDING)) == ([], [])


async def test_what_was_begun_meanwhile_stays_behind_it(office: Office) -> None:
    agent, number = await writer(office)
    await send(agent, number, "第一条")
    await agent.call("PUT", f"/tickets/{number}/drafts/reply", json={"text": "第二条"})
    assert (await take_back(agent, number)).json()["text"] == "第一条\n\n第二条"


async def test_it_is_taken_back_once_and_not_when_it_went_out(office: Office) -> None:
    agent, number = await writer(office)
    await send(agent, number)
    await take_back(agent, number)
    twice = await take_back(agent, number)
    assert (twice.status_code, twice.json()["code"]) == (409, "ticket.nothing_held")
    await send(agent, number)
    await fire(office)
    late = await take_back(agent, number)
    assert (late.status_code, late.json()["code"]) == (409, "ticket.nothing_held")
    assert await said(agent, number) == ["您好"]


async def test_one_waits_at_a_time_and_may_be_sent_at_once(office: Office) -> None:
    agent, number = await writer(office)
    await send(agent, number, "第一条")
    second = await send(agent, number, "第二条")
    assert (second.status_code, second.json()["code"]) == (409, "ticket.already_sending")
    now = await agent.post(f"/tickets/{number}/sending/now", {})
    assert (now.status_code, await said(agent, number)) == (200, ["第一条"]), now.text
    assert (await send(agent, number, "第二条", seen=now.json()["version"])).status_code == 201
    await fire(office)
    assert await said(agent, number) == ["第一条", "第二条"]
    again = await agent.post(f"/tickets/{number}/sending/now", {})
    assert again.json()["code"] == "ticket.nothing_held"


async def test_sent_twice_with_one_key_it_waits_once(office: Office) -> None:
    agent, number = await writer(office)
    first, second = [await send(agent, number, key="k") for _ in range(2)]
    assert (second.status_code, second.json()) == (201, first.json())
    await fire(office)
    assert await said(agent, number) == ["您好"]


@pytest.mark.parametrize(
    ("body", "refused"),
    [
        ({"to": "nowhere"}, (422, "request.invalid")),
        ({"to": "new"}, (409, "workflow.transition_refused")),
        ({"files": ["none"]}, (422, "request.invalid")),
        ({"text": "  "}, (422, "request.invalid")),
        ({"wait_s": 0}, (422, "request.invalid")),
        ({"wait_s": 31}, (422, "request.invalid")),
        ({"mentions": [1]}, (422, "request.invalid")),
    ],
)
async def test_what_would_be_refused_is_refused_at_once(
    office: Office, body: dict[str, Any], refused: tuple[int, str]
) -> None:
    agent, number = await writer(office)
    await agent.post(f"/tickets/{number}/accept", {})
    answer = await send(agent, number, **body)
    assert (answer.status_code, answer.json()["code"]) == refused, answer.text
    assert (await drafts(agent, number), await timers(office, SENDING)) == ({}, [])


async def test_what_its_author_had_not_seen_holds_it_back_at_once(office: Office) -> None:
    agent, number = await writer(office)
    seen = (await agent.get(f"/tickets/{number}")).json()["version"]
    await customer_writes(office, number)
    assert (await send(agent, number, seen=seen)).status_code == 412


async def customer_writes(office: Office, number: str) -> None:
    async with office.desk() as desk:
        case = await desk.case(number, "ticket.reply")
        words, by = Words(text="还有一个问题"), case.live.requester_id
        await commands.customer_writes(desk, case, words, machine=False, by=by)


async def close(office: Office, number: str) -> None:
    async with office.desk() as desk:
        await commands.close(desk, await desk.case(number, "ticket.close"), reason="not_needed", seen=None)


@pytest.mark.parametrize(
    ("happens", "code", "is_overtaken"),
    [(customer_writes, "ticket.changed", True), (close, "ticket.closed", False)],
    ids=["a public message came", "the ticket was closed"],
)
async def test_refused_when_it_is_due_it_is_a_draft_again_and_its_author_is_told(
    office: Office, happens: Any, code: str, is_overtaken: bool
) -> None:
    agent, number = await writer(office)
    file = (await agent.call("POST", "/files", content=b"x", headers={"X-File-Name": "a.txt"})).json()["id"]
    await send(agent, number, "见附件", files=[file])
    await happens(office, number)
    before = await said(agent, number)
    await fire(office, times=2)
    assert await said(agent, number) == before
    left = await drafts(agent, number)
    assert {kind: (one["text"], [each["id"] for each in one["files"]]) for kind, one in left.items()} == {
        "reply": ("见附件", [file])
    }
    (event,) = await returned(office, number)
    overtaken = {"is_overtaken": True} if is_overtaken else {}
    assert event["data"] == {"author_id": agent.id, "code": code, **overtaken}
    assert "李雷" in event["text"]
    assert "见附件" not in event["text"]
    assert await timers(office, SENDING) == []


async def test_refused_while_its_author_looks_on_it_is_a_draft_again(office: Office) -> None:
    agent, number = await writer(office)
    await send(agent, number)
    await customer_writes(office, number)
    answer = await agent.post(f"/tickets/{number}/sending/now", {})
    assert (answer.status_code, answer.json()["code"]) == (412, "ticket.changed")
    assert set(await drafts(agent, number)) == {"reply"}
    assert await returned(office, number) == []


async def test_it_goes_out_though_its_author_signed_off_and_not_when_their_rights_are_gone(office: Office) -> None:
    agent, number = await writer(office)
    await send(agent, number, "第一条")
    await office.be("offline", agent)
    await fire(office)
    assert await said(agent, number) == ["第一条"]
    await send(agent, number, "第二条")
    async with office.services.db.write(office.id) as tx:
        await set_roles(tx, office.system(), agent.id, [], via="cli", now=clock.now())
    await fire(office)
    (event,) = await returned(office, number)
    assert event["data"]["code"] in ("request.forbidden", "ticket.not_found")
    lead = await office.member("组长", "lead", service=True)
    assert await said(lead, number) == ["第一条"]


async def test_by_a_token_it_goes_out_as_far_as_the_token_still_opens_anything(office: Office) -> None:
    agent, number = await writer(office)
    await send(agent, number, "第一条")
    await fire(office)
    await send(agent, number, "第二条")
    (token,) = (await agent.get("/tokens")).json()
    async with office.services.db.write(office.id) as tx:
        await revoke_token(tx, agent.authority, token["id"], via="web", now=clock.now())
    await fire(office)
    (event,) = await returned(office, number)
    assert event["data"]["code"] == "request.forbidden"
    again = await office.member("组长", "lead", service=True)
    assert await said(again, number) == ["第一条"]


async def test_a_draft_that_stays_does_not_grow_without_end(office: Office) -> None:
    """Both texts are kept whole; but what is too long already is shortened before anything can come back to it."""
    agent, number = await writer(office)
    long = "长" * 100_000
    await send(agent, number, long)
    await agent.call("PUT", f"/tickets/{number}/drafts/reply", json={"text": long})
    draft = (await take_back(agent, number)).json()
    assert draft["text"] == f"{long}\n\n{long}"
    refused = await send(agent, number)
    assert (refused.status_code, refused.json()["faults"][0]["field"]) == (422, "draft")
    assert (await send(agent, number, draft=draft["version"])).status_code == 201
    await take_back(agent, number)
    shorter = await agent.call("PUT", f"/tickets/{number}/drafts/reply", json={"text": long})
    assert (shorter.status_code, (await send(agent, number)).status_code) == (200, 201)


async def saves(who: Visitor, number: str, text: str, files: Sequence[str] = ()) -> tuple[int, str]:
    """Its answer, and the field that is at fault."""
    answer = await who.call("PUT", f"/tickets/{number}/drafts/reply", json={"text": text, "files": [*files]})
    return answer.status_code, "" if answer.is_success else answer.json()["faults"][0]["field"]


async def test_what_came_back_too_large_to_send_is_kept_while_it_is_shortened(office: Office) -> None:
    agent, number = await writer(office)
    long, files = "长" * 100_000, []
    for n in range(40):
        file = await agent.call("POST", "/files", content=b"x", headers={"X-File-Name": f"{n}.txt"})
        files.append(file.json()["id"])
    assert await saves(agent, number, f"{long}长") == (422, "text")
    assert await saves(agent, number, "", files[:21]) == (422, "files")
    await send(agent, number, long, files=files[:20])
    assert await saves(agent, number, long, files[20:]) == (200, "")
    back = (await take_back(agent, number)).json()
    assert (back["text"], [each["id"] for each in back["files"]]) == (f"{long}\n\n{long}", files)
    assert await saves(agent, number, back["text"], files) == (200, ""), "as it came back"
    assert await saves(agent, number, f"{back['text']}长", files) == (422, "text"), "it does not grow"
    assert await saves(agent, number, back["text"][:150_000], files[:30]) == (200, "")
    assert await saves(agent, number, back["text"][:150_001], files[:30]) == (422, "text")
    left = (await drafts(agent, number))["reply"]
    assert (len(left["text"]), len(left["files"])) == (150_000, 30)
    sent = await send(agent, number, left["text"][:100_000], files=files[:20], draft=left["version"])
    assert sent.status_code == 201, sent.text


async def test_its_files_stay_while_it_waits(office: Office) -> None:
    agent, number = await writer(office)
    file = (await agent.call("POST", "/files", content=b"x", headers={"X-File-Name": "a.txt"})).json()["id"]
    await send(agent, number, files=[file])
    await fire(office, FILES)
    await fire(office)
    timeline = (await agent.get(f"/tickets/{number}")).json()["timeline"]
    files = [one["message"]["files"] for one in timeline if one["message"]]
    assert [each["name"] for each in files[-1]] == ["a.txt"]


async def test_copies_go_with_it(office: Office) -> None:
    agent, number = await writer(office)
    await send(agent, number, cc=["li@kunde.example"])
    await fire(office)
    async with office.desk() as desk:
        case = await desk.case(number, "ticket.read")
    assert "cc" in {role for _, role in case.live.participants}


@pytest.mark.parametrize("role", [role.key for role in SHIPPED if role.key not in CUSTOMER_ROLES])
async def test_whoever_may_reply_may_reply_so(office: Office, role: str) -> None:
    who = await office.member("某人", role)
    number = await office.ticket(await office.customer())
    async with office.desk() as desk:
        case = await desk.case(number, "ticket.watch")
        await commands.set_watching(desk, case, person_id=who.id, watching=True)
    held = await send(who, number)
    replied = await who.post(f"/tickets/{number}/replies", {"text": "您好"})
    assert held.status_code == replied.status_code, (held.text, replied.text)


async def test_it_does_not_leave_its_workspace(office: Office, asgi: Any) -> None:
    agent, number = await writer(office)
    await send(agent, number)
    stranger = await (await found_office(asgi)).member("外人", "admin")
    assert (await send(stranger, number)).status_code == 404
    assert (await take_back(stranger, number)).status_code == 404
    assert (await stranger.post(f"/tickets/{number}/sending/now", {})).status_code == 404
    customer = await office.customer()
    assert (await send(customer, number)).status_code in (401, 403, 404)


NOON = datetime.fromisoformat("2026-03-02T12:00:00+00:00")


@given(st.integers(1, 30), st.none() | st.integers(-100, 100))
def test_no_wait_breaks_a_promise(wait: int, promised: int | None) -> None:
    promised_at = None if promised is None else NOON + timedelta(seconds=promised)
    at = due(NOON, timedelta(seconds=wait), promised_at)
    assert NOON <= at <= NOON + timedelta(seconds=wait)
    assert promised_at is None or promised_at <= NOON or at < promised_at


@pytest.mark.parametrize(
    ("sent", "since", "left"), [("a", "", "a"), ("a", " \n", "a"), ("a", "b", "a\n\nb"), ("", "b", "b")]
)
def test_nothing_of_two_texts_is_lost(sent: str, since: str, left: str) -> None:
    assert together(sent, since) == left


async def test_everybody_says_for_how_long_they_can_take_a_reply_back(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    assert (await agent.get("/session")).json()["undo_send_s"] == 5, "whoever never chose"
    for seconds, status in ((0, 200), (30, 200), (31, 422), (-1, 422)):
        assert (await agent.call("PATCH", "/me", json={"undo_send_s": seconds})).status_code == status
    assert (await agent.get("/session")).json()["undo_send_s"] == 30
    async with office.read() as tx:
        rows = await tx.rows(
            tuple,
            """
            select convert_from(body, 'utf8')::jsonb -> 'before' ->> 'undo_send_s',
                   convert_from(body, 'utf8')::jsonb -> 'after' ->> 'undo_send_s'
              from event
             where workspace_id = %(workspace)s and kind = 'person.changed' and stream_id = %(person)s
             order by seq
            """,
            person=agent.id,
        )
    assert rows == [("5", "0"), ("0", "30")]
