"""Mailboxes, the outbox and the quarantine over the API."""

from typing import Any

from psycopg.types.json import Jsonb

from gongdan.domains.channels.mail.outgoing.notices import queue_notice
from gongdan.domains.channels.mail.settings import Smtp
from gongdan.kernel import clock
from tests.domains.channels.mails import mail, post
from tests.kit import Office

SMTP = {"host": "127.0.0.1", "port": 2525, "security": "plain", "user": "support"}


def mailbox(address: str, **settings: object) -> dict[str, Any]:
    return {"kind": "mail", "address": address, "name": "客服", "settings": settings}


async def test_a_mailbox_is_added_and_its_password_never_comes_back(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    address = f"Support@{office.slug}.test"
    wish = mailbox(address, smtp=SMTP) | {"secrets": {"smtp": "geheim-密"}}
    assert (await admin.post("/channel-accounts", wish)).status_code == 201
    shown = await admin.get("/channel-accounts")
    (account,) = shown.json()
    assert (account["address"], account["active"]) == (address.lower(), True)
    assert (account["sending"]["fault"], account["sending"]["failures"]) == (None, 0)
    assert "geheim" not in shown.text
    async with office.read() as tx:
        ((secret, settings),) = await tx.rows(
            tuple, "select secret, settings::text from channel_account where workspace_id = %(workspace)s"
        )
    assert b"geheim" not in secret and "geheim" not in settings

    twice = await admin.post("/channel-accounts", wish)
    assert (twice.status_code, twice.json()["code"]) == (409, "channels.address_taken")
    off = await admin.call("PATCH", f"/channel-accounts/{account['id']}", json={"active": False})
    assert off.status_code == 204
    assert [one["active"] for one in (await admin.get("/channel-accounts")).json()] == [False]


async def test_mailboxes_are_for_who_manages_the_workspace(office: Office) -> None:
    agent = await office.member("李雷")
    for answer in (
        await agent.get("/channel-accounts"),
        await agent.post("/channel-accounts", mailbox("a@b.test")),
        await agent.get("/outbox"),
        await agent.get("/quarantine"),
    ):
        assert answer.status_code == 403


async def test_a_mail_that_could_not_be_settled_is_shown_and_let_go_again(office: Office) -> None:
    at = await post(office)
    admin = await office.member("韩梅梅", "system_admin")
    (held,) = await at.take(b"Subject: ?\n\nwho am I\n")
    (shown,) = (await admin.get("/quarantine")).json()
    assert (shown["id"], shown["reason"]) == (held.id, "channels.sender_missing")
    released = await admin.post(f"/quarantine/{held.id}/release")
    assert released.status_code == 200
    assert (released.json()["state"], released.json()["reason"]) == ("quarantined", "channels.sender_missing")
    (fine,) = await at.take(mail())
    again = await admin.post(f"/quarantine/{fine.id}/release")
    assert (again.status_code, again.json()["code"]) == (409, "channels.not_quarantined")


async def test_what_was_passed_over_is_in_sight_and_becomes_a_ticket_when_somebody_wants_it(office: Office) -> None:
    at = await post(office)
    admin = await office.member("韩梅梅", "system_admin")
    (passed,) = await at.take(mail("自动回复: 休假", "我在休假。", auto_submitted="auto-replied"))
    (shown,) = (await admin.get("/incoming")).json()
    assert (shown["id"], shown["state"], shown["reason"], shown["ticket"]) == (passed.id, "ignored", "auto_reply", None)
    released = (await admin.post(f"/quarantine/{passed.id}/release")).json()
    assert released["state"] == "created" and released["ticket"]
    assert (await admin.get("/incoming")).json() == []
    assert [one["id"] for one in (await admin.get("/incoming", states="created")).json()] == [passed.id]


async def test_a_mailbox_names_the_relay_that_it_trusts(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    relayed = {"smtp": SMTP, "trusted_relay": "mx.office.test"}
    wish = mailbox(f"support@{office.slug}.test", **relayed)
    account_id = (await admin.post("/channel-accounts", wish)).json()["id"]
    (account,) = (await admin.get("/channel-accounts")).json()
    assert account["settings"]["trusted_relay"] == "mx.office.test"
    change = {"settings": relayed | {"trusted_relay": None}}
    assert (await admin.call("PATCH", f"/channel-accounts/{account_id}", json=change)).status_code == 204
    (account,) = (await admin.get("/channel-accounts")).json()
    assert (account["settings"]["trusted_relay"], account["active"]) == (None, True)


async def test_the_outbox_is_visible(office: Office) -> None:
    await post(office, Smtp(host="127.0.0.1", port=1, security="plain"))
    admin = await office.member("韩梅梅", "system_admin")
    async with office.services.db.write(office.id) as tx:
        queue_notice(
            tx, ticket_id=None, key="a", recipient="a@b.test", subject="通知", text="您好", html=None, now=clock.now()
        )
    (item,) = (await admin.get("/outbox")).json()
    assert (item["recipient"], item["state"], item["kind"]) == ("a@b.test", "queued", "notice")
    assert (await admin.get("/outbox", states="sent")).json() == []
    assert (await admin.post(f"/outbox/{item['id']}/repeat")).status_code == 204
    assert (await admin.post("/outbox/1/repeat")).status_code == 404


async def test_the_same_wish_for_a_mailbox_sent_again_adds_no_second(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    wish = mailbox(f"support@{office.slug}.test", smtp=SMTP)
    first, second = [await admin.post("/channel-accounts", wish, headers={"Idempotency-Key": "one"}) for _ in range(2)]
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json() == second.json()
    assert len((await admin.get("/channel-accounts")).json()) == 1


async def test_what_is_done_to_the_mail_is_in_the_log_and_no_secret_is(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    wish = mailbox(f"sales@{office.slug}.test", smtp=SMTP) | {"secrets": {"smtp": "geheim-密"}}
    account_id = (await admin.post("/channel-accounts", wish)).json()["id"]
    for _ in range(2):
        await admin.call("PATCH", f"/channel-accounts/{account_id}", json={"active": False})
    at = await post(office)
    (held,) = await at.take(b"Subject: ?\n\nwho am I\n")
    await admin.post(f"/quarantine/{held.id}/release")
    logged = await at.rows(
        """
        select kind, body from event
         where workspace_id = %(workspace)s and stream = 'workspace' and actor_id = %(admin)s order by seq
        """,
        admin=admin.id,
    )
    kinds = [kind for kind, _ in logged]
    assert kinds == ["workspace.mailbox_added", "workspace.mailbox_switched", "workspace.mail_released"]
    assert "geheim" not in str(logged)


async def test_an_administrator_cannot_point_a_mailbox_into_the_inner_network(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    for host in ("10.0.0.1", "169.254.169.254", "::1", "192.168.0.1"):
        wish = mailbox(f"a@{office.slug}.test", imap={"host": host, "port": 993, "user": "u"})
        refused = await admin.post("/channel-accounts", wish)
        assert (refused.status_code, refused.json()["code"]) == (422, "network.host_forbidden")
        assert "GONGDAN_INTERNAL_HOSTS" in refused.json()["remedy"]
    assert (await admin.get("/channel-accounts")).json() == []


async def test_no_request_marks_a_mailbox_as_the_operators(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    wish = mailbox(f"a@{office.slug}.test", inside=True, smtp=SMTP | {"host": "10.0.0.1"})
    assert (await admin.post("/channel-accounts", wish)).status_code in (400, 422)


async def test_a_mailbox_is_switched_and_its_relay_named_at_once(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    wish = mailbox(f"support@{office.slug}.test", smtp=SMTP)
    account_id = (await admin.post("/channel-accounts", wish)).json()["id"]
    change = {"active": False, "settings": {"smtp": SMTP, "trusted_relay": "mx.office.test"}}
    assert (await admin.call("PATCH", f"/channel-accounts/{account_id}", json=change)).status_code == 204


async def test_a_fault_that_is_a_refusal_is_said_in_the_readers_words(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    assert (await admin.post("/channel-accounts", mailbox("box@words.test", smtp=SMTP))).status_code == 201
    async with office.services.db.write(office.id) as tx:
        faults = {
            "reads": {"fault": "channels.provider_unreachable: HTTP 503", "failures": 2},
            "sends": {"fault": "550 mail.words.test says no", "failures": 1},
        }
        await tx.rows(
            tuple,
            "update channel_account set state = %(state)s where workspace_id = %(workspace)s returning id",
            state=Jsonb(faults),
        )
    for language, words in (
        ("zh-CN", "暂时连不上授权服务：HTTP 503"),
        ("en", "The provider of tokens cannot be reached for now: HTTP 503"),
    ):
        (account,) = (await admin.call("GET", "/channel-accounts", headers={"Accept-Language": language})).json()
        assert account["receiving"]["fault"] == words
        assert account["sending"]["fault"] == "550 mail.words.test says no"
