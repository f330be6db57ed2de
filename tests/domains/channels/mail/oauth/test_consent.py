"""To a provider and back: what is good once, in one session, for one mailbox."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from gongdan.domains.accounts.public import sessions
from gongdan.domains.channels.mail.incoming import poller
from gongdan.domains.channels.mail.oauth import asking
from gongdan.domains.channels.mail.oauth.grants import grants
from gongdan.domains.channels.outbound.outbox import SendingAccount
from gongdan.domains.channels.outbound.sender import send_of
from gongdan.kernel import clock
from tests.domains.channels.mail.oauth.kit import Box, oauth
from tests.domains.channels.mails import Post, mail
from tests.domains.channels.outbound.kit import notice
from tests.kit import Office, Visitor, found_office
from tests.servers.dovecot import Dovecot, is_installed
from tests.servers.provider import CLIENT_SECRET, Provider
from tests.servers.smtp import SmtpPeer

pytestmark = [pytest.mark.anyio, pytest.mark.skipif(not is_installed(), reason="NO IMAP SERVER: install dovecot-imapd")]


async def test_a_mailbox_is_opened_by_consent_reads_and_sends(box: Box, server: Dovecot, sending: SmtpPeer) -> None:
    assert await box.standing() == "needed"
    assert await box.steps() == [("reads", "grant", "consent"), ("sends", "grant", "consent")]
    await box.sign_in()
    assert await box.standing() == "granted"
    assert [code for *_, code in await box.steps()] == [None] * 10
    at = Post(box.office, box.room, box.id, box.who.user)
    await notice(at)
    assert await send_of(box.room, SendingAccount(box.office.id, box.id)) == 1
    assert len(sending.taken) == 1
    server.deliver(mail("通过授权收信", to=box.who.user, message_id=f"<{box.id}@x.test>"), name=f"oauth{box.id}")
    read = asyncio.Event()
    polling = asyncio.create_task(poller.poll(box.room, await box.mailbox(), succeeded=read.set))
    await asyncio.wait_for(read.wait(), 20)
    polling.cancel()
    found = await at.rows("select outcome ->> 'subject' from inbound where workspace_id = %(workspace)s")
    assert ("通过授权收信",) in found


async def test_what_is_kept_of_a_grant_tells_nothing(box: Box) -> None:
    await box.sign_in()
    async with box.office.read() as tx:
        kept = await tx.rows(tuple, "select t::text from channel_grant t where workspace_id = %(workspace)s")
        kept += await tx.rows(tuple, "select body::text from event where workspace_id = %(workspace)s")
        kept += await tx.rows(tuple, "select t::text from channel_account t where workspace_id = %(workspace)s")
        ((sealed,),) = await tx.rows(tuple, "select sealed from channel_grant where workspace_id = %(workspace)s")
    for token in [*box.who.access, *box.who.refresh, CLIENT_SECRET]:
        assert token.encode() not in bytes(sealed) and not any(token in text for (text,) in kept)
    assert any("channel_account_signed_in" in str(row) or box.who.user in str(row) for row in kept)


async def test_what_comes_back_is_good_once_in_the_session_that_went(box: Box, office: Office) -> None:
    other = await office.member("李雷", "system_admin")
    stale = (409, "channels.consent_stale")
    brought = box.who.consent(await box.begin())
    assert await box.finish(brought, other) == stale
    cut, changed = brought["state"][:-4], "A" + brought["state"][1:]
    for state in ("x", "x.y", cut, changed, brought["state"].partition(".")[0] + ".AAAA", "é.é"):
        assert await box.finish(brought | {"state": state}) == stale
    assert await box.finish(brought) == (200, "")
    assert await box.finish(brought) == stale
    assert await box.standing() == "granted"
    assert box.who.spent("authorization_code") == 1


async def test_it_is_of_one_workspace(box: Box) -> None:
    brought = box.who.consent(await box.begin())
    elsewhere = await found_office(box.office.asgi)
    stranger = await elsewhere.member("外人", "system_admin")
    assert await box.finish(brought, stranger) == (409, "channels.consent_stale")
    assert (await stranger.post(f"/channel-accounts/{box.id}/sign-in")).status_code == 404


async def test_it_ends_after_ten_minutes(box: Box) -> None:
    brought, now = box.who.consent(await box.begin()), clock.now()
    with clock.played(now + timedelta(minutes=11)):
        assert await box.finish(brought) == (409, "channels.consent_stale")
    assert box.who.asked == []


async def test_the_newest_of_two_sign_ins_of_a_session_counts(box: Box) -> None:
    first, second = box.who.consent(await box.begin()), box.who.consent(await box.begin())
    assert await box.finish(first) == (409, "channels.consent_stale")
    assert await box.finish(second) == (200, "")


async def test_a_session_that_ended_finishes_nothing(box: Box, office: Office) -> None:
    member = await office.member("管理员", "system_admin")

    async def by_cookie() -> Visitor:
        async with office.services.db.write(office.id) as tx:
            secret = sessions.begin(tx, member.id, kind="staff", agent="test", address="", now=clock.now())
        headers = {"Cookie": f"{sessions.COOKIE}={secret}", "X-CSRF-Token": sessions.csrf(secret)}
        return Visitor(office, member.id, member.mail, member.authority, headers)

    first, second = await by_cookie(), await by_cookie()
    brought = box.who.consent(await box.begin(first))
    assert await box.finish(brought, second) == (409, "channels.consent_stale")
    assert await box.finish(brought, first) == (200, "")


async def test_an_account_that_was_changed_or_retired_meanwhile_takes_nothing(box: Box) -> None:
    brought = box.who.consent(await box.begin())
    await box.admin.call("PATCH", f"/channel-accounts/{box.id}", json={"name": "别名"})
    assert await box.finish(brought) == (409, "channels.consent_stale")
    brought = box.who.consent(await box.begin())
    assert (await box.admin.post(f"/channel-accounts/{box.id}/retirement", {"successor_id": None})).is_success
    assert await box.finish(brought) == (409, "channels.consent_stale")
    assert (await box.admin.post(f"/channel-accounts/{box.id}/sign-in")).status_code == 404


async def test_whoever_declines_is_told_so_and_nothing_is_asked(box: Box) -> None:
    assert await box.finish(box.who.consent(await box.begin(), declines=True)) == (422, "channels.consent_refused")
    assert box.who.asked == [] and await box.standing() == "needed"


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((400, b'{"error": "invalid_grant"}'), (422, "channels.provider_refused")),
        ((200, b"<html>sign in</html>"), (422, "channels.provider_unclear")),
        ((200, b"[" * 60_000), (422, "channels.provider_unclear")),
        ((200, b'{"access_token": "' + b"x" * 300_000 + b'"}'), (422, "channels.provider_unclear")),
        ((200, b'{"access_token": "a b", "token_type": "Bearer"}'), (422, "channels.provider_unclear")),
        ((200, b'{"access_token": "ab", "token_type": "mac"}'), (422, "channels.provider_unclear")),
        ((200, b'{"access_token": "ab", "token_type": "bearer"}'), (422, "channels.no_lasting_access")),
        ((302, b""), (422, "channels.provider_unclear")),
        ((503, b""), (503, "channels.provider_unreachable")),
        ((429, b"{}"), (503, "channels.provider_unreachable")),
    ],
)
async def test_a_provider_that_gives_no_tokens(box: Box, answers: Any, expected: tuple[int, str]) -> None:
    box.who.answers = answers
    assert await box.finish(box.who.consent(await box.begin())) == expected
    assert await box.standing() == "needed"


async def test_a_slow_provider_is_not_waited_for(box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "WITHIN_S", 0.3)
    box.who.pause_s = 1.5
    assert await box.finish(box.who.consent(await box.begin())) == (503, "channels.provider_unreachable")


async def test_consent_of_another_account_is_told_apart(box: Box) -> None:
    box.who.user = "other@example.com"
    await box.sign_in()
    assert [one for one in await box.steps() if one[2]] == [
        ("reads", "login", "login_granted"),
        ("sends", "login", "login_granted"),
    ]


async def test_what_is_granted_goes_with_its_use(box: Box) -> None:
    await box.sign_in()
    settings = (await box.shown())["settings"] | {"oauth": None}
    assert (await box.admin.call("PATCH", f"/channel-accounts/{box.id}", json={"settings": settings})).is_success
    async with box.office.read() as tx:
        assert (await tx.gather(grants()))[0] == []
    assert (await box.shown())["sign_in"] is None
    assert (await box.admin.post(f"/channel-accounts/{box.id}/sign-in")).json()["code"] == "channels.no_oauth"


async def test_endpoints_inside_are_refused_and_so_are_open_lines(office: Office, who: Provider) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    wish = {"kind": "mail", "address": who.user, "name": "客服", "secrets": {}}
    for url, status, code in (
        ("https://10.0.0.1/token", 422, "network.host_forbidden"),
        ("https://169.254.169.254/token", 422, "network.host_forbidden"),
        ("http://login.example.com/token", 422, "request.invalid"),
        ("https://user@login.example.com/token", 422, "request.invalid"),
        (None, 422, "request.invalid"),
    ):
        answer = await admin.post("/channel-accounts", wish | {"settings": {"oauth": oauth(who, token_url=url)}})
        assert (answer.status_code, answer.json()["code"]) == (status, code), url


async def test_signing_in_is_for_who_manages_the_workspace(box: Box, office: Office) -> None:
    for role in ("agent", "lead", "admin", "auditor"):
        member = await office.member("李雷", role)
        assert (await member.post(f"/channel-accounts/{box.id}/sign-in")).status_code == 403
        assert (await member.post("/mailbox-sign-ins", {"state": "x"})).status_code == 403


async def test_pages_know_the_address_to_register(box: Box) -> None:
    found = (await box.admin.get("/mailbox-sign-ins")).json()
    assert found["redirect_url"].endswith("/mailbox-sign-in")
    assert [one["key"] for one in found["providers"]] == ["microsoft", "google", "other"]
    assert found["redirect_url"] in (await box.begin()).replace("%3A", ":").replace("%2F", "/")


async def test_a_wish_to_sign_in_that_comes_twice_is_one(box: Box) -> None:
    path, once = f"/channel-accounts/{box.id}/sign-in", {"Idempotency-Key": "once"}
    begun = [await box.admin.post(path, headers=once) for _ in range(3)]
    assert [one.status_code for one in begun] == [201, 409, 409]
    brought = box.who.consent(begun[0].json()["url"])
    answers = [await box.admin.post("/mailbox-sign-ins", brought, headers={"Idempotency-Key": "f"}) for _ in range(3)]
    assert [one.status_code for one in answers] == [200, 409, 409]  # what was brought is good once, by itself
    assert box.who.spent("authorization_code") == 1
