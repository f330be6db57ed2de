"""``Idempotency-Key`` on everything that changes something: one effect, one answer (spec 01, write path)."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import httpx
import msgspec
import pytest
from litestar import Litestar

from gongdan.domains.accounts.credentials import passwords
from gongdan.domains.accounts.public import sessions
from gongdan.domains.routing.public import assign
from gongdan.domains.tickets.public import commands
from gongdan.infra.http.idempotency import Once
from gongdan.kernel import clock
from tests.api.document import operations
from tests.domains.notifications.kit import with_mailbox
from tests.guests import follow, guest_of, mailed_token
from tests.kit import FOUNDED, Office, Visitor

pytestmark = pytest.mark.anyio

NAME = {"zh-CN": "新组", "en": "New team"}
PASSWORD = "correct-horse-battery"
KEY = {"Idempotency-Key": "k"}

STAFF: Mapping[str, Any] = {
    "addMember": {"name": "新人", "mail": "new@x.test"},
    "makeTeam": {"key": "fresh", "name": NAME},
    "rollBackPolicy": {"to": 1},
    "publishPolicy": {"bundle": None},
    "lintPolicy": {"bundle": None},
    "addChannelAccount": {
        "kind": "webhook",
        "address": "shop",
        "name": "商城",
        "secrets": {"signing": "a-secret-that-both-sides-know"},
    },
    **dict.fromkeys(("repeatDelivery", "discardMail", "releaseMail")),
    "readNotices": {"up_to": 1},
    "openTicket": {"title": "问题", "category": "other"},
    "openChild": {"title": "第一步"},
    "openTickets": {"tickets": [{"title": "问题", "category": "other"}]},
    "replyToTicket": {"text": "好的"},
    "addNote": {"text": "记下"},
    "assignTicket": {"team": "finance"},
    "claimTicket": None,
    "acceptTicket": {},
    "tagTicket": {"add": ["急"]},
    "watchTicket": {"watching": True},
    "moveTicket": {"to": "waiting"},
    "resolveTicket": {"text": "好了"},
    "confirmForCustomer": {"channel": "phone", "note": "电话里说好了"},
    "finishFollowUp": {"outcome": "called_back", "note": "打过了"},
    "reopenTicket": {"text": "没好"},
    **{key: {} for key in ("closeTicket", "trashTicket", "markAsSpam")},
    "confirmTicket": None,
    "rateTicket": {"score": 5},
    "setLeave": {"from_at": "2199-01-01T00:00:00Z", "until_at": "2199-01-02T00:00:00Z"},
    "setRequester": {"mail": "other@x.test", "name": "别人"},
    "addCustomer": {"name": "新客户", "handles": [{"kind": "mail", "handle": "fresh@x.test"}]},
    "addOrganisation": {"name": "新组织"},
    "makeDepartment": {"key": "east", "name": NAME},
    "mergeCategory": {"key": "other", "into": "account", "below": "too"},
    "makeRole": {"key": "helper", "name": NAME, "grants": []},
    "saveView": {"name": "急件", "condition": {"field": "priority", "op": "is", "value": "P0"}, "columns": ["number"]},
    "saveCannedReply": {"name": {"en": "x"}, "text": {"en": "Dear {salutation}"}},
}
"""POST operation of the staff → its body."""
CUSTOMERS: Mapping[str, Any] = {
    "writeToOwnTicket": {"text": "补充"},
    "confirmOwnTicket": None,
    "reopenOwnTicket": {"text": "没好"},
    "rateOwnTicket": {"score": 5},
    "sendForm": {"title": "问题", "text": "坏了", "type": "technical"},
}
ELSEWHERE = {
    "openingForm", "resolvingForm", "formState",
    "uploadFile", "signIn", "proveMyself", "askForSignInLink", "redeemLink", "makeToken", "ownWords", "undoTicket",
    "previewOperation", "startOperation", "cancelOperation", "undoOperation",
    "publishDraft", "beginConversation", "sayInConversation", "joinConversation", "handOverConversation", "transferConversation",
    "closeConversation", "rateConversation", "linkConversation", "openTicketFromConversation", "passMessage",
    "uploadImport", "checkImport", "startImport", "takeMessage", "testChannelAccount", "testNewChannelAccount", "mergeCustomer", "previewRole",
    "retireChannelAccount", "shutMemberOut", "holdReply", "sendHeldReply", "tryDraft", "tryForm",
    "beginMailboxSignIn", "finishMailboxSignIn", "mergeTicket", "unmergeTicket", "splitTicket",
    "snoozeTicket", "setReminder", "runWatch", "recordTime", "checkTicket", "makePasswordLink", "lookAtPasswordLink", "choosePassword",
    "askForApproval", "decideApproval", "forwardApproval",
    "addApprover", "sendBackFromApproval", "cancelApproval", "saveMacro", "runMacro",
}  # fmt: skip
"""Each has a test of its own below."""
RESOLVED = {"confirmForCustomer", "reopenTicket", "confirmTicket", "confirmOwnTicket", "reopenOwnTicket"}
OWN = {"confirmTicket", "rateTicket"}
"""What only whoever asked may do."""


def test_every_post_is_tried_here(asgi: Litestar) -> None:
    assert {one.id for one in operations(asgi) if one.method == "POST"} == {*STAFF, *CUSTOMERS} | ELSEWHERE


async def ids_of(office: Office, number: str, person_id: int) -> dict[str, Any]:
    async with office.services.db.write(office.id) as tx:
        delivery_id, mail_id = (tx.ids.next() for _ in range(2))
        delivery = {"kind": "notice", "key": "1", "recipient": "x@x.test", "state": "failed"}
        own = {"workspace_id": office.id}
        tx.insert("delivery", own | delivery | {"id": delivery_id, "next_at": FOUNDED, "created_at": FOUNDED})
        mail = {"source": "1", "body_hash": b"x", "raw": "x", "state": "quarantined", "received_at": FOUNDED}
        tx.insert("inbound", own | mail | {"id": mail_id})
    return {"number": number, "person_id": person_id, "delivery_id": delivery_id, "mail_id": mail_id}


async def effects(office: Office) -> Mapping[str, int]:
    """How much there is of all that a request can add."""
    tables = (
        "event", "ticket", "message", "conversation_ticket", "file", "token", "session", "delivery", "idempotency", "operation",
        "saved_view", "canned_reply",
    )  # fmt: skip
    counts = ", ".join(f"(select count(*) from {one} where workspace_id = %(workspace)s) as {one}" for one in tables)
    async with office.read() as tx:
        (found,) = await tx.rows(dict, f"select {counts}")
    return found


async def thrice(office: Office, send: Any) -> list[httpx.Response]:
    """The same request three times; whatever it had an effect, it had once."""
    answers = [await send()]
    before = await effects(office)
    answers += [await send() for _ in range(2)]
    assert await effects(office) == before, [one.text for one in answers]
    return answers


@pytest.mark.parametrize("name", [*STAFF, *CUSTOMERS])
async def test_the_same_request_three_times_has_one_effect_and_one_answer(
    office: Office, asgi: Litestar, name: str
) -> None:
    admin, customer = await office.member("管理员", "system_admin", service=True), await office.customer()
    asker = admin if name in OWN else customer
    opened = await office.opened(asker)
    number = opened.decision.after.live.number
    if name in RESOLVED:
        async with admin.desk() as desk:
            await assign(
                desk,
                await desk.case(number, "ticket.assign"),
                team="service",
                assignee_id=admin.id,
                above_capacity=True,
                seen=None,
            )
        async with admin.desk() as desk:
            await commands.accept(desk, await desk.case(number, "ticket.accept"), promised_at=None)
        async with admin.desk() as desk:
            await commands.resolve(desk, await desk.case(number, "ticket.resolve"), words=None, seen=None)
    visitor = customer if name in CUSTOMERS else admin
    body = {**STAFF, **CUSTOMERS}[name]
    if body and "bundle" in body:
        body = {"bundle": (await admin.get("/policy")).json()["bundle"]}
    (operation,) = [one for one in operations(asgi) if one.id == name]
    path = operation.at(await ids_of(office, number, admin.id))
    sent = {} if body is None else {"json": body}

    first, *again = await thrice(office, lambda: visitor.call("POST", path, headers=KEY, **sent))
    assert [(one.status_code, one.content) for one in again] == [(first.status_code, first.content)] * 2
    assert first.status_code != 422, first.text
    if first.is_success and name not in ("lintPolicy", "openTickets"):
        assert [one.headers.get("Idempotency-Replayed") for one in again] == ["true"] * 2
    if first.is_success and name != "lintPolicy":
        other = msgspec.json.encode({"another": "body"} if body is None else body) + b" "
        refused = await visitor.call("POST", path, headers=KEY | {"Content-Type": "application/json"}, content=other)
        assert (refused.status_code, refused.json()["code"]) == (422, "request.idempotency_key_reused")


async def test_a_deed_is_taken_back_once(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    number = await office.ticket(customer, team="service", assignee_id=agent.id)
    for priority in ("P1", "P0"):
        await agent.call("PATCH", f"/tickets/{number}", json={"priority": priority})
    answers = await thrice(office, lambda: agent.post(f"/tickets/{number}/undo", {}, headers=KEY))
    assert [(one.status_code, one.json()["priority"]) for one in answers] == [(200, "P1")] * 3


async def test_a_draft_is_published_once(office: Office) -> None:
    admin = await office.member("管理员", "admin")
    await admin.call("PUT", "/policy/draft/rating", json={"value": {"low": 3}})
    answers = await thrice(office, lambda: admin.post("/policy/draft/publish", {"note": "低分"}, headers=KEY))
    assert [(one.status_code, one.json()) for one in answers] == [(201, {"release": 2})] * 3


async def test_long_work_is_planned_started_cancelled_and_undone_once(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    number = await office.ticket(customer, team="service", assignee_id=agent.id)
    wanted = {"kind": "tickets.change", "params": {"numbers": [number], "add_tags": ["vip"]}}
    plans = await thrice(office, lambda: agent.post("/operations", wanted, headers=KEY))
    assert [one.status_code for one in plans] == [201] * 3, plans[0].text
    (operation_id,) = {one.json()["id"] for one in plans}
    for step, status in (("start", 200), ("cancel", 200), ("undo", 201)):
        headers = {"Idempotency-Key": step}
        path = f"/operations/{operation_id}/{step}"
        answers = await thrice(office, lambda p=path, h=headers: agent.post(p, headers=h))
        assert [one.status_code for one in answers] == [status] * 3, answers[0].text


async def test_customers_are_merged_once(office: Office) -> None:
    lead, kept, merged = await office.member("韩梅", "lead", service=True), *[await office.customer() for _ in "甲乙"]
    await office.ticket(merged, team="service")
    body = {"merged_id": merged.id}
    answers = await thrice(office, lambda: lead.post(f"/customers/{kept.id}/merge", body, headers=KEY))
    assert [(one.status_code, one.json()["tickets"]) for one in answers] == [(200, 1)] * 3


async def _first(agent: Visitor, id: int) -> int:
    found: int = (await agent.get(f"/conversations/{id}")).json()["messages"][0]["id"]
    return found


async def test_a_conversation_is_begun_said_in_served_and_ended_once(office: Office) -> None:
    agent, lead = await office.member("李雷", "agent", service=False), await office.member("韩梅", "lead", service=True)
    customer = await office.customer()
    number = await office.ticket(customer, team="service")
    begin = {"channel": "chat", "party": {"id": customer.id}, "team": "service", "text": "在吗"}
    begun = await thrice(office, lambda: agent.post("/conversations", begin, headers=KEY))
    (id,) = {one.json()["id"] for one in begun}
    steps: list[tuple[Visitor, str, Any, int]] = [
        (agent, "join", None, 200),
        (agent, "messages", {"text": "您好"}, 201),
        (agent, "links", {"number": number}, 200),
        (agent, "tickets", {}, 201),
        (agent, f"messages/{await _first(agent, id)}/ticket", {"number": number}, 200),
        (agent, "handover", {"agent_id": lead.id}, 200),
        (lead, "transfer", {"team": "service"}, 200),
        (agent, "close", None, 200),
        (lead, "rating", {"score": 5}, 200),
    ]
    for who, step, body, status in steps:
        headers, path = {"Idempotency-Key": step}, f"/conversations/{id}/{step}"
        answers = await thrice(office, lambda w=who, p=path, b=body, h=headers: w.post(p, b, headers=h))
        assert [one.status_code for one in answers] == [status] * 3, answers[0].text
        assert len({one.content for one in answers}) == 1


async def test_an_upload_sent_again_is_one_file(office: Office) -> None:
    agent = await office.member("李雷")
    headers = KEY | {"X-File-Name": "a.png"}
    first, *again = await thrice(office, lambda: agent.call("POST", "/files", content=b"abc", headers=headers))
    assert [one.json() for one in again] == [first.json()] * 2
    assert (await agent.call("POST", "/files", content=b"abd", headers=headers)).status_code == 422


async def test_guests_have_the_keys_of_their_address_on_each_route(office: Office) -> None:
    form = {"title": "打不开", "text": "首页", "mail": "new@x.test", "name": "赵云", "type": "technical"}
    async with guest_of(office) as guest:
        asked = {"mail": "new@x.test"}
        answers = await thrice(office, lambda: guest.post("/portal/forms", json=form, headers=KEY))
        links = await thrice(office, lambda: guest.post("/portal/sign-in-links", json=asked, headers=KEY))
    assert [one.status_code for one in (*answers, *links)] == [201] * 3 + [202] * 3
    assert len({one.content for one in answers}) == 1
    elsewhere = httpx.ASGITransport(app=office.asgi, client=("203.0.113.9", 1))
    async with httpx.AsyncClient(transport=elsewhere, base_url=f"http://{office.slug}.test/api/v1") as other:
        answer = await other.post("/portal/forms", json=form | {"title": "别的"}, headers=KEY)
    assert (answer.status_code, answer.json()["number"] == answers[0].json()["number"]) == (201, False)


async def test_an_unknown_address_is_answered_a_repetition_like_a_known_one(office: Office) -> None:
    customer = await office.customer(mail="known@x.test")
    async with guest_of(office) as guest:
        for number, mail in enumerate((customer.mail, "unknown@x.test")):
            headers = {"Idempotency-Key": f"k{number}"}
            answers = await thrice(
                office, lambda m=mail, h=headers: guest.post("/portal/sign-in-links", json={"mail": m}, headers=h)
            )
            told = [(one.status_code, one.headers.get("Idempotency-Replayed")) for one in answers]
            assert told == [(202, None), (202, "true"), (202, "true")]


@asynccontextmanager
async def browser(office: Office, member: Visitor) -> AsyncIterator[httpx.AsyncClient]:
    """A member who just signed in, with a password."""
    hashed = await passwords.hash_password(PASSWORD)
    async with office.services.db.write(office.id) as tx:
        sql = "update member set password_hash = %(hash)s where workspace_id = %(workspace)s and person_id = %(person)s"
        tx.put(sql, hash=hashed, person=member.id)
        secret = sessions.begin(tx, member.id, kind="staff", agent="test", address="", now=clock.now())
    transport = httpx.ASGITransport(app=office.asgi)
    headers = {"Cookie": f"{sessions.COOKIE}={secret}", "X-CSRF-Token": sessions.csrf(secret)}
    async with httpx.AsyncClient(transport=transport, base_url="http://a.test/api/v1", headers=headers) as client:
        yield client


async def test_secrets_are_answered_once_and_a_repetition_is_told_what_was_made(office: Office) -> None:
    member = await office.member("管理员", "system_admin")
    signing_in = {"mail": member.mail, "password": PASSWORD, "workspace": office.slug}
    async with browser(office, member) as client:
        wish = {"name": "t", "scopes": ["read"]}
        tokens = await thrice(office, lambda: client.post("/tokens", json=wish, headers=KEY))
        (made,) = (await client.get("/tokens")).json()
        signed_in = await thrice(office, lambda: client.post("/session", json=signing_in, headers=KEY))
    assert [one.status_code for one in tokens] == [201, 409, 409]
    assert {(one.json()["code"], one.json()["token_id"]) for one in tokens[1:]} == {("request.done", made["id"])}
    assert [one.status_code for one in signed_in] == [200, 409, 409]
    async with office.read() as tx:
        kept = await tx.rows(tuple, "select answer from idempotency where workspace_id = %(workspace)s")
    assert not any(tokens[0].json()["token"].encode() in answer or b"csrf" in answer for (answer,) in kept)


async def test_a_password_is_shown_again_once(office: Office) -> None:
    async with browser(office, await office.member("管理员", "system_admin")) as client:
        for password, status in ((PASSWORD, 204), ("wrong-" + PASSWORD, 422)):
            headers = {"Idempotency-Key": f"k{status}"}
            answers = await thrice(
                office, lambda p=password, h=headers: client.post("/session/proof", json={"password": p}, headers=h)
            )
            assert [one.status_code for one in answers] == [status] * 3


async def test_a_mailed_link_opens_one_session(office: Office) -> None:
    await with_mailbox(office)
    async with guest_of(office) as guest:
        form = {"title": "打不开", "text": "首页", "mail": "new@x.test", "name": "赵云", "type": "technical"}
        await guest.post("/portal/forms", json=form)
        token = {"token": await mailed_token(office, "new@x.test")}
        answers = await thrice(office, lambda: guest.post("/portal/session", json=token, headers=KEY))
    assert [one.status_code for one in answers] == [200, 409, 409]


async def test_it_was_me_is_said_once(office: Office) -> None:
    await with_mailbox(office)
    async with guest_of(office) as guest:
        form = {"title": "打不开", "text": "首页", "mail": "new@x.test", "name": "赵云", "type": "technical"}
        number = (await guest.post("/portal/forms", json=form)).json()["number"]
        await follow(guest, await mailed_token(office, "new@x.test"))
        answers = await thrice(office, lambda: guest.post(f"/portal/tickets/{number}/words", headers=KEY))
    assert [(one.status_code, one.headers.get("Idempotency-Replayed")) for one in answers] == [
        (200, None), (200, "true"), (200, "true"),
    ]  # fmt: skip


async def test_of_twins_one_has_the_effect(office: Office) -> None:
    admin = await office.member("管理员", "system_admin")
    await admin.headers()
    for path, body in (("/teams", {"key": "fresh", "name": NAME}), ("/tickets", STAFF["openTicket"])):
        headers = {"Idempotency-Key": path}
        before = await effects(office)
        answers = await asyncio.gather(*(admin.post(path, body, headers=headers) for _ in range(4)))
        assert {one.json().get("code") for one in answers if one.status_code != 201} <= {"request.twin"}
        final = await admin.post(path, body, headers=headers)
        assert final.status_code == 201 and {one.text for one in answers if one.status_code == 201} == {final.text}
        assert (await effects(office))["idempotency"] == before["idempotency"] + 1


async def test_whose_answer_was_lost_is_told_that_it_was_carried_out(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process ended between the effect and its answer."""
    admin, body = await office.member("管理员", "system_admin"), {"key": "fresh", "name": NAME}

    async def dies(*_: object) -> None:
        raise ConnectionError

    with monkeypatch.context() as context:
        context.setattr(Once, "answered", dies)
        assert (await admin.post("/teams", body, headers=KEY)).status_code == 201
    soon = await admin.post("/teams", body, headers=KEY)
    async with office.services.db.write(office.id) as tx:
        tx.put("update idempotency set at = at - interval '1 hour' where workspace_id = %(workspace)s")
    later = await admin.post("/teams", body, headers=KEY)
    told = [(one.status_code, one.json()["code"]) for one in (soon, later)]
    assert told == [(409, "request.twin"), (409, "request.done")]


async def test_what_changed_nothing_may_be_tried_again_under_its_key(office: Office) -> None:
    admin = await office.member("管理员", "system_admin")
    number = await office.ticket(await office.customer())
    assert (await admin.post(f"/tickets/{number}/confirm", headers=KEY)).status_code in (403, 409)
    answer = await admin.post("/tickets", STAFF["openTicket"], headers=KEY)
    assert answer.status_code == 201


async def test_changes_take_keys_too(office: Office) -> None:
    admin = await office.member("管理员", "system_admin")
    number = await office.ticket(await office.customer())
    change = {"priority": "P1"}
    first, *again = await thrice(office, lambda: admin.call("PATCH", f"/tickets/{number}", json=change, headers=KEY))
    assert [one.json() for one in again] == [first.json()] * 2


async def test_a_table_is_uploaded_and_its_rows_are_tried_once(office: Office) -> None:
    who = await office.member("组长", "lead", service=True)
    raw, key = "姓名,邮箱\n王芳,fang@a.test\n".encode(), {"Idempotency-Key": "table"}
    answers = [await who.call("POST", "/imports?kind=customers", content=raw, headers=key) for _ in range(2)]
    assert [one.status_code for one in answers] == [201, 201] and answers[0].json() == answers[1].json()
    other = await who.call("POST", "/imports?kind=customers", content=raw + b",x\n", headers=key)
    assert other.json()["code"] == "request.idempotency_key_reused"
    path = f"/imports/{answers[0].json()['id']}/check"
    tried = [await who.post(path, headers={"Idempotency-Key": "check"}) for _ in range(2)]
    assert [one.status_code for one in tried] == [200, 200] and tried[0].json() == tried[1].json()
    started = [await who.post(path.replace("check", "start"), headers={"Idempotency-Key": "start"}) for _ in range(2)]
    assert [one.json()["code"] for one in started] == ["imports.busy"] * 2
