"""Setting a mailbox up: what is wrong is said before it is kept, at which step, and what to do."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gongdan.domains.channels.mail.presets import PRESETS, of_host
from gongdan.domains.channels.mail.probing import GrantFault
from gongdan.domains.channels.mail.settings import Imap, MailSettings, Passwords, Smtp, kept_passwords
from gongdan.infra.catalogue import catalogue
from tests.domains.channels.mails import post
from tests.kit import Office, Visitor
from tests.servers.dovecot import PASSWORD, USER, Dovecot, dovecot, is_installed
from tests.servers.smtp import SmtpPeer, smtp_peer

pytestmark = [pytest.mark.anyio, pytest.mark.skipif(not is_installed(), reason="NO IMAP SERVER: install dovecot-imapd")]


@pytest.fixture(scope="module")
def server() -> Iterator[Dovecot]:
    with dovecot() as running:
        yield running


@pytest.fixture(scope="module")
def outgoing() -> Iterator[SmtpPeer]:
    with smtp_peer() as peer:
        yield peer


def imap(server: Dovecot, **changes: Any) -> dict[str, Any]:
    return {"host": "127.0.0.1", "port": server.port, "security": "plain", "user": USER} | changes


def smtp(peer: SmtpPeer, **changes: Any) -> dict[str, Any]:
    return {"host": "127.0.0.1", "port": peer.port, "security": "plain"} | changes


def wish(settings: dict[str, Any], **more: Any) -> dict[str, Any]:
    secrets = {"imap": PASSWORD}
    return {"kind": "mail", "address": USER, "settings": settings, "secrets": secrets} | more


async def faults(admin: Visitor, body: dict[str, Any]) -> list[tuple[str, str, str]]:
    answer = await admin.post("/channel-accounts/test", body)
    assert answer.status_code == 200, answer.text
    assert answer.json()["works"] is not any(not one["works"] for one in answer.json()["steps"])
    return [(one["way"], one["step"], one["code"]) for one in answer.json()["steps"] if not one["works"]]


async def test_a_mailbox_that_works_goes_through_every_step(
    office: Office, server: Dovecot, outgoing: SmtpPeer
) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    answer = await admin.post("/channel-accounts/test", wish({"imap": imap(server), "smtp": smtp(outgoing)}))
    assert answer.status_code == 200, answer.text
    steps = answer.json()["steps"]
    assert answer.json()["works"], steps
    assert [(one["way"], one["step"]) for one in steps] == [
        *(("reads", step) for step in ("reach", "speak", "login", "folder")),
        *(("sends", step) for step in ("reach", "speak", "login", "sender")),
    ]
    assert outgoing.taken == []
    assert (await admin.get("/channel-accounts")).json() == []


@pytest.mark.parametrize(
    ("changes", "step", "code"),
    [
        ({"host": "mail.nowhere.invalid"}, "reach", "name_unknown"),
        ({"port": 1}, "reach", "refused"),
        ({"security": "tls"}, "speak", "not_tls"),
        ({"security": "starttls"}, "speak", "certificate_unknown"),
        ({"user": "nobody@example.com"}, "login", "login"),
        ({"folder": "Nowhere"}, "folder", "folder"),
    ],
)
async def test_what_is_wrong_with_reading_is_named_with_its_remedy(
    office: Office, server: Dovecot, changes: dict[str, Any], step: str, code: str
) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    body = wish({"imap": imap(server, **changes)})
    assert await faults(admin, body) == [("reads", step, code)]
    for language in ("zh-CN", "en"):
        answer = await admin.post("/channel-accounts/test", body, headers={"Accept-Language": language})
        last = answer.json()["steps"][-1]
        assert last["title"] and last["remedy"] and "{" not in last["title"] + last["remedy"]


async def test_another_certificate_is_told_apart_from_another_protocol(office: Office, server: Dovecot) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    body = wish({"imap": imap(server, security="tls", port=server.tls_port)})
    assert await faults(admin, body) == [("reads", "speak", "certificate_unknown")]


async def test_what_is_wrong_with_sending_is_named(office: Office, server: Dovecot) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    with smtp_peer() as peer:
        assert await faults(admin, wish({"smtp": smtp(peer, security="tls")})) == [("sends", "speak", "not_tls")]
        found = await faults(admin, wish({"smtp": smtp(peer, security="starttls")}))
        assert found == [("sends", "speak", "no_starttls")]
    with smtp_peer() as peer:
        peer.password = "geheim"
        body = wish({"smtp": smtp(peer, user="support")}, secrets={"smtp": "wrong"})
        assert await faults(admin, body) == [("sends", "login", "login")]


async def test_a_server_inside_is_refused_before_anything_is_sent(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    answer = await admin.post("/channel-accounts/test", wish({"imap": {"host": "10.0.0.1", "user": "u"}}))
    assert (answer.status_code, answer.json()["code"]) == (422, "network.host_forbidden")


async def test_tests_are_for_who_manages_the_workspace(office: Office) -> None:
    for role in ("agent", "lead", "admin", "director", "auditor"):
        member = await office.member("李雷", role)
        assert (await member.post("/channel-accounts/test", wish({}))).status_code == 403


async def test_what_a_stored_password_opens_can_be_tried_without_giving_it_again(
    office: Office, server: Dovecot
) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    address = f"support@{office.slug}.test"
    added = await admin.post(
        "/channel-accounts",
        wish({"imap": imap(server)}, address=address, name="客服") | {"secrets": {"imap": PASSWORD}},
    )
    account_id = added.json()["id"]
    again = wish({"imap": imap(server)}, address=address, secrets={}, account_id=account_id)
    assert await faults(admin, again) == []
    tested = await admin.post(f"/channel-accounts/{account_id}/test")
    assert tested.json()["works"]


async def test_a_stored_password_is_never_sent_to_another_server(
    office: Office, server: Dovecot, tmp_path: Path
) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    address = f"support@{office.slug}.test"
    body = wish({"imap": imap(server)}, address=address, name="客服")
    account_id = (await admin.post("/channel-accounts", body)).json()["id"]
    path, elsewhere = f"/channel-accounts/{account_id}", imap(server, port=server.tls_port, security="tls")
    again = wish({"imap": elsewhere}, address=address, secrets={}, account_id=account_id)
    assert await faults(admin, again) != []
    refused = await admin.call("PATCH", path, json={"settings": {"imap": elsewhere}})
    assert refused.status_code == 422
    assert [(one["field"], one["code"]) for one in refused.json()["faults"]] == [
        ("secrets.imap", "channels.password_again")
    ]
    given = {"settings": {"imap": elsewhere}, "secrets": {"imap": "x"}}
    assert (await admin.call("PATCH", path, json=given)).status_code == 204


async def test_one_password_is_changed_and_the_other_stays(office: Office, server: Dovecot) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    address = f"support@{office.slug}.test"
    body = wish({"imap": imap(server)}, address=address, name="客服", secrets={"imap": PASSWORD, "smtp": "a"})
    account_id = (await admin.post("/channel-accounts", body)).json()["id"]
    assert (
        await admin.call("PATCH", f"/channel-accounts/{account_id}", json={"secrets": {"smtp": "b"}})
    ).status_code == 204
    assert (await admin.post(f"/channel-accounts/{account_id}/test")).json()["works"]


async def test_a_change_on_top_of_another_one_is_refused(office: Office, server: Dovecot) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    body = wish({"imap": imap(server)}, address=f"support@{office.slug}.test", name="客服")
    account_id = (await admin.post("/channel-accounts", body)).json()["id"]
    path = f"/channel-accounts/{account_id}"
    (before,) = (await admin.get("/channel-accounts")).json()
    seen = {"If-Match": f'"{before["version"]}"'}
    assert (await admin.call("PATCH", path, json={"name": "甲"}, headers=seen)).status_code == 204
    stale = await admin.call("PATCH", path, json={"name": "乙"}, headers=seen)
    assert (stale.status_code, stale.json()["code"]) == (412, "channels.account_changed")


async def test_what_waits_is_counted_with_its_account(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    await post(office)
    (account,) = (await admin.get("/channel-accounts")).json()
    assert (account["waiting"], account["waiting_since"]) == (0, None)


A, B = Imap(host="a.test", user="u"), Imap(host="b.test", user="u")
SENDS = Smtp(host="a.test", user="u")


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        (MailSettings(imap=A, smtp=SENDS), MailSettings(imap=A, smtp=SENDS), {"imap", "smtp"}),
        (MailSettings(imap=A), MailSettings(imap=Imap(host="A.test", user="v", folder="X")), {"imap"}),
        (MailSettings(imap=A, smtp=SENDS), MailSettings(imap=B, smtp=SENDS), {"smtp"}),
        (MailSettings(imap=A), MailSettings(imap=Imap(host="a.test", user="u", security="plain")), set()),
        (MailSettings(imap=A), MailSettings(), set()),
        (MailSettings(), MailSettings(imap=A), set()),
    ],
)
async def test_a_password_stays_while_its_server_stays(
    before: MailSettings, after: MailSettings, kept: set[str]
) -> None:
    passwords = kept_passwords(before, after, Passwords(imap="1", smtp="2"))
    assert {name for name in ("imap", "smtp") if getattr(passwords, name)} == kept


async def test_presets_say_in_both_languages_what_one_signs_in_by(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    kinds = {one["key"]: one for one in (await admin.get("/channel-kinds")).json()}
    shown = {one["key"]: one for one in kinds["mail"]["presets"]}
    assert set(shown) >= {"163", "qq", "wecom", "gmail", "outlook"}
    assert "授权码" in shown["163"]["login"]["zh-CN"] and shown["163"]["login"]["en"]
    assert not shown["outlook"]["takes_passwords"]
    assert kinds["webhook"]["presets"] == []
    found = of_host("SMTP.qq.com.")
    assert found is not None and found.key == "qq"
    domains = [domain for one in PRESETS for domain in one.domains]
    assert len(domains) == len(set(domains))


async def test_every_fault_has_words(office: Office) -> None:
    from typing import get_args

    from gongdan.infra.mail.faults import LineFault

    for locale in ("zh-CN", "en"):
        for fault in (*get_args(LineFault), *get_args(GrantFault), "login_provider", "login_granted"):
            assert catalogue()[locale].get(f"checks.mail.{fault}"), fault
            assert catalogue()[locale].get(f"checks.mail.{fault}.remedy"), fault
