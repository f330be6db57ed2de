"""Accounts of channels over the API, whatever their kind."""

import json

import pytest

from gongdan.domains.channels.mail.settings import Smtp
from tests.domains.channels.mails import post
from tests.domains.channels.webhook.kit import hook_of
from tests.kit import Office
from tests.servers.web import web_peer

pytestmark = pytest.mark.anyio

SECRETS = {"signing": "a-secret-that-nobody-guesses"}


async def test_an_account_is_added_shown_without_its_secret_and_changed(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    wish = {"kind": "webhook", "address": "shop", "name": "商城", "secrets": SECRETS}
    assert (await admin.post("/channel-accounts", wish)).status_code == 201
    twice = await admin.post("/channel-accounts", wish)
    assert (twice.status_code, twice.json()["code"]) == (409, "channels.address_taken")
    shown = await admin.get("/channel-accounts")
    (account,) = shown.json()
    assert (account["kind"], account["settings"]["opens"], account["has_secrets"]) == ("webhook", "ticket", True)
    assert "guesses" not in shown.text
    change = {"name": "新商城", "settings": {"opens": "conversation"}, "active": False}
    path = f"/channel-accounts/{account['id']}"
    assert (await admin.call("PATCH", path, json=change)).status_code == 204
    (after,) = (await admin.get("/channel-accounts")).json()
    assert (after["name"], after["settings"]["opens"], after["active"]) == ("新商城", "conversation", False)


async def test_a_mailbox_is_an_account_like_others(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    smtp = {"host": "192.0.2.1", "port": 2525, "security": "plain", "user": "support"}
    address = f"support@{office.slug}.test"
    wish = {"kind": "mail", "address": address, "name": "客服", "settings": {"smtp": smtp}, "secrets": {"smtp": "x"}}
    refused = await admin.post("/channel-accounts", wish | {"settings": {"smtp": smtp, "inside": True}})
    assert (refused.status_code, refused.json()["code"]) == (422, "network.host_forbidden")
    smtp["host"] = "mail.nowhere.invalid"
    assert (
        await admin.post("/channel-accounts", wish | {"settings": {"smtp": smtp, "inside": True}})
    ).status_code == 201
    (account,) = (await admin.get("/channel-accounts")).json()
    assert (account["address"], account["settings"]["inside"]) == (address, False)
    tested = await admin.post(f"/channel-accounts/{account['id']}/test")
    assert tested.status_code == 200 and [one["code"] for one in tested.json()["steps"]] == ["name_unknown"]


async def test_servers_that_the_operator_named_stay_allowed_while_they_stay_the_same(office: Office) -> None:
    at = await post(office, Smtp(host="10.0.0.1", port=25), inside=True)
    admin = await office.member("韩梅梅", "system_admin")
    path, smtp = f"/channel-accounts/{at.account_id}", {"host": "10.0.0.1", "port": 25}
    relayed = {"smtp": smtp, "trusted_relay": "mx.office.test"}
    assert (await admin.call("PATCH", path, json={"settings": relayed})).status_code == 204
    (shown,) = (await admin.get("/channel-accounts")).json()
    assert (shown["settings"]["inside"], shown["settings"]["trusted_relay"]) == (True, "mx.office.test")
    ((logged,),) = await at.rows(
        "select body from event where workspace_id = %(workspace)s and kind = 'workspace.channel_account_changed'"
    )
    assert json.loads(logged)["settings"] == ["trusted_relay"]
    elsewhere = await admin.call("PATCH", path, json={"settings": {"smtp": smtp | {"host": "10.0.0.2"}}})
    assert (elsewhere.status_code, elsewhere.json()["code"]) == (422, "network.host_forbidden")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"kind": "pigeon"}, "channels.unknown_kind"),
        ({"settings": {"url": "ftp://x.test"}}, "invalid"),
        ({"settings": {"opens": "a can"}}, "invalid"),
        ({"secrets": {}}, "invalid"),
        ({"settings": {"url": "http://10.0.0.1/hook"}}, "network.host_forbidden"),
    ],
)
async def test_what_a_kind_does_not_have_is_refused(office: Office, change: dict[str, object], code: str) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    wish = {"kind": "webhook", "address": "shop", "name": "商城", "secrets": SECRETS} | change
    answer = await admin.post("/channel-accounts", wish)
    assert answer.status_code == 422 and answer.json()["code"].endswith(code), answer.text


async def test_a_test_says_whether_the_server_answers(office: Office) -> None:
    with web_peer() as peer:
        async with hook_of(office, peer.url) as hook:
            async with office.services.db.read(office.id) as tx:
                from gongdan.domains.channels.accounts.rows import account

                found = await account(tx, hook.account_id)
            adapter = hook.room.channels["webhook"].adapter
            assert [one.fault for one in await adapter.test(hook.room, found)] == [None]
            peer.statuses = [401]
            assert [(one.fault, one.said) for one in await adapter.test(hook.room, found)] == [
                ("no_answer", "HTTP 401")
            ]


async def test_kinds_say_what_they_can_carry(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    kinds = {one["key"]: one for one in (await admin.get("/channel-kinds")).json()}
    assert kinds["mail"]["rich_text"] and not kinds["mail"]["takes_requests"]
    assert kinds["webhook"]["takes_requests"] and not kinds["webhook"]["typing"]
