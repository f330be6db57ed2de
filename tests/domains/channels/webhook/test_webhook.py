"""Another system as a channel: signed requests bring messages, and answers go out the same way."""

import base64
import json
from collections.abc import Iterator
from datetime import timedelta

import pytest

from gongdan.domains.channels.inbound.intake import settle_all
from gongdan.domains.channels.webhook import signing
from gongdan.kernel import clock
from tests.domains.channels.webhook.kit import SECRET, hook_of
from tests.kit import Office
from tests.servers.web import WebPeer, web_peer

pytestmark = pytest.mark.anyio

SAID = {"type": "message", "sender": {"id": "u-7"}, "text": "订单没到"}


@pytest.fixture
def peer() -> Iterator[WebPeer]:
    with web_peer() as running:
        yield running


async def test_a_message_opens_a_ticket_and_the_next_one_of_its_conversation_joins_it(office: Office) -> None:
    async with hook_of(office, None) as hook:
        await hook.say("订单没到", title="物流问题", conversation="order-77")
        await hook.say("已经三天了", conversation="order-77")
        ((_, channel, title, _),) = await hook.tickets()
        assert (channel, title) == ("webhook", "物流问题")
        ((_, key, comes_with_ticket, said),) = await hook.conversations()
        assert (key, comes_with_ticket, said) == ("order-77", True, ["订单没到", "已经三天了"])
        ((number, *_),) = await hook.tickets()
        timeline = (await hook.admin.get(f"/tickets/{number}")).json()["timeline"]
        assert "外部系统" in next(one["text"] for one in timeline if one["kind"] == "ticket.opened")
        await hook.say("另一件事", conversation="order-78")
        assert len(await hook.tickets()) == 2
        people = await hook.rows(
            "select kind, account, handle, verified_at is not null from identity where workspace_id = %(workspace)s"
            " and kind = 'webhook'"
        )
        assert people == [("webhook", str(hook.account_id), "u-7", True)]


async def test_a_file_comes_with_its_message(office: Office) -> None:
    async with hook_of(office, None) as hook:
        await hook.say(files=[{"name": "日志.txt", "content": base64.b64encode(b"500").decode()}])
        assert await hook.rows("select name from file where workspace_id = %(workspace)s") == [("日志.txt",)]


async def test_a_reply_is_posted_signed_and_under_one_id(office: Office, peer: WebPeer) -> None:
    async with hook_of(office, peer.url) as hook:
        await hook.say(conversation="order-77")
        ((number, *_),) = await hook.tickets()
        peer.statuses = [500]
        reply = await hook.admin.post(f"/tickets/{number}/replies", {"text": "今天送到"})
        assert reply.status_code == 201, reply.text
        assert await hook.send() == 1
        assert [state for state, *_ in await hook.deliveries()] == ["queued"]
        await hook.later()
        assert await hook.send() == 1
        assert await hook.deliveries() == [("sent", "u-7", 2)]
        (first, body), (second, _) = peer.taken
        assert signing.checked(SECRET, first, body, clock.now()) == second["webhook-id"]
        answer = json.loads(body)
        assert (answer["conversation"], answer["recipient"], answer["text"]) == ("order-77", "u-7", "今天送到")
        assert (answer["ticket"], answer["id"]) == (number, first["webhook-id"])


async def test_an_answer_that_nobody_confirmed_is_repeated_under_its_id(office: Office, peer: WebPeer) -> None:
    async with hook_of(office, peer.url) as hook:
        await hook.say()
        ((number, *_),) = await hook.tickets()
        assert (await hook.admin.post(f"/tickets/{number}/replies", {"text": "今天送到"})).status_code == 201
        peer.hangs_up = True
        await hook.send()
        assert [state for state, *_ in await hook.deliveries()] == ["uncertain"]
        peer.hangs_up = False
        await hook.later()
        await hook.send()
        assert [state for state, *_ in await hook.deliveries()] == ["sent"]
        assert len({headers["webhook-id"] for headers, _ in peer.taken}) == 1


async def test_a_server_that_is_away_costs_no_try_and_is_shown(office: Office, peer: WebPeer) -> None:
    async with hook_of(office, peer.url) as hook:
        await hook.say()
        ((number, *_),) = await hook.tickets()
        assert (await hook.admin.post(f"/tickets/{number}/replies", {"text": "今天送到"})).status_code == 201
        peer.statuses = [503]
        await hook.send()
        assert await hook.send() == 0
        assert await hook.deliveries() == [("queued", "u-7", 0)]
        (shown,) = (await hook.admin.get("/channel-accounts")).json()
        assert (shown["sending"]["fault"], shown["sending"]["failures"]) == ("HTTP 503", 1)
        assert shown["sending"]["paused_until"]


async def test_a_refusal_is_told_on_the_ticket(office: Office, peer: WebPeer) -> None:
    async with hook_of(office, peer.url) as hook:
        await hook.say()
        ((number, *_),) = await hook.tickets()
        assert (await hook.admin.post(f"/tickets/{number}/replies", {"text": "今天送到"})).status_code == 201
        peer.statuses = [422]
        await hook.send()
        assert [state for state, *_ in await hook.deliveries()] == ["failed"]
        timeline = (await hook.admin.get(f"/tickets/{number}")).json()["timeline"]
        assert "ticket.delivery_failed" in [one["kind"] for one in timeline]


async def test_a_receipt_says_what_became_of_an_answer(office: Office, peer: WebPeer) -> None:
    async with hook_of(office, peer.url) as hook:
        await hook.say()
        ((number, *_),) = await hook.tickets()
        assert (await hook.admin.post(f"/tickets/{number}/replies", {"text": "今天送到"})).status_code == 201
        await hook.send()
        ((headers, _),) = peer.taken
        for arrived, state in ((True, "sent"), (False, "failed")):
            told = {"type": "receipt", "of": headers["webhook-id"], "arrived": arrived, "fault": "blocked"}
            assert (await hook.bring(told)).status_code == 200
            await settle_all(hook.room, office.id)
            assert [one for one, *_ in await hook.deliveries()] == [state]
        assert len(await hook.tickets()) == 1


async def test_a_conversation_needs_no_ticket_and_is_answered_where_it_is(office: Office, peer: WebPeer) -> None:
    async with hook_of(office, peer.url, opens="conversation") as hook:
        await hook.say("在吗？", conversation="chat-1")
        await hook.say("想问下发票", conversation="chat-1")
        ((conversation_id, _, comes_with_ticket, said),) = await hook.conversations()
        assert (comes_with_ticket, said) == (False, ["在吗？", "想问下发票"])
        assert await hook.tickets() == []
        words = {"text": "您好，请说"}
        answer = await hook.admin.post(f"/conversations/{conversation_id}/messages", words)
        assert answer.status_code == 201, answer.text
        await hook.send()
        assert [json.loads(body)["text"] for _, body in peer.taken] == ["您好，请说"]
        assert await hook.deliveries() == [("sent", "u-7", 1)]


async def test_a_conversation_that_became_a_ticket_goes_on_there(office: Office, peer: WebPeer) -> None:
    async with hook_of(office, peer.url, opens="conversation") as hook:
        await hook.say("发票抬头错了", conversation="chat-1")
        ((conversation_id, *_),) = await hook.conversations()
        made = await hook.admin.post(f"/conversations/{conversation_id}/tickets", {"category": "other"})
        assert made.status_code == 201, made.text
        ((number, *_),) = await hook.tickets()
        await hook.say("还没好吗", conversation="chat-1")
        on_ticket = "select count(*) from message where workspace_id = %(workspace)s and origin_ticket_id is not null"
        assert await hook.rows(on_ticket) == [(1,)]
        assert (await hook.admin.post(f"/tickets/{number}/replies", {"text": "已改"})).status_code == 201
        await hook.send()
        assert [json.loads(body)["text"] for _, body in peer.taken] == ["已改"]


async def test_what_answers_a_closed_ticket_reopens_it_within_its_window(office: Office) -> None:
    async with hook_of(office, None) as hook:
        await hook.say(conversation="order-77")
        ((number, *_),) = await hook.tickets()
        closed = await hook.admin.post(f"/tickets/{number}/close", {})
        assert closed.status_code == 200, closed.text
        await hook.say("又坏了", conversation="order-77")
        ((same, _, _, phase),) = await hook.tickets()
        assert same == number and phase != "closed"


@pytest.mark.parametrize(
    ("given", "late"),
    [({"secret": "another-secret-of-nobody"}, timedelta()), ({}, timedelta(minutes=6)), ({}, -timedelta(minutes=6))],
)
async def test_only_what_is_signed_now_is_taken(office: Office, given: dict[str, str], late: timedelta) -> None:
    async with hook_of(office, None) as hook:
        answer = await hook.bring(SAID, at=clock.now() + late, **given)
        assert (answer.status_code, answer.json()["code"]) == (401, "channels.unsigned")
        assert await hook.rows("select 1 from inbound where workspace_id = %(workspace)s") == []


async def test_a_request_that_comes_twice_is_taken_once(office: Office) -> None:
    async with hook_of(office, None) as hook:
        assert [(await hook.bring(SAID, id="m-1")).json() for _ in range(2)] == [{"is_new": True}, {"is_new": False}]
        await settle_all(hook.room, office.id)
        assert len(await hook.tickets()) == 1


async def test_what_cannot_be_read_is_held_in_sight_and_hinders_nothing(office: Office) -> None:
    async with hook_of(office, None) as hook:
        assert (await hook.bring({"type": "dance"})).status_code == 200
        await hook.say("正常的消息")
        (held,) = (await hook.admin.get("/quarantine")).json()
        assert held["reason"] == "channels.malformed"
        assert len(await hook.tickets()) == 1


async def test_nothing_is_taken_by_an_account_that_is_off_or_is_none(office: Office) -> None:
    async with hook_of(office, None) as hook:
        off = await hook.admin.call("PATCH", f"/channel-accounts/{hook.account_id}", json={"active": False})
        assert off.status_code == 204
        assert (await hook.bring(SAID)).json()["code"] == "channels.not_addressed"
        hook.account_id += 1
        assert (await hook.bring(SAID)).json()["code"] == "channels.not_addressed"


async def test_one_writer_opens_so_many_tickets_and_no_more(office: Office) -> None:
    async with hook_of(office, None) as hook:
        for count in range(14):
            assert (await hook.bring(SAID | {"conversation": f"c-{count}"})).status_code == 200
        await settle_all(hook.room, office.id)
        assert len(await hook.tickets()) == 12
        held = (await hook.admin.get("/quarantine")).json()
        assert [one["reason"] for one in held] == ["channels.flooding"] * 2
