"""Tokens: renewed in time, by one process, kept through everything, and sent nowhere else."""

import asyncio
from datetime import timedelta

import pytest

from gongdan.domains.channels.errors import ProviderUnreachable, SignInNeeded
from gongdan.domains.channels.mail.incoming import poller
from gongdan.domains.channels.outbound.outbox import SendingAccount
from gongdan.domains.channels.outbound.sender import send_of
from gongdan.kernel import clock
from tests.domains.channels.mail.oauth.kit import Box, oauth
from tests.domains.channels.mails import Post
from tests.domains.channels.outbound.kit import notice
from tests.domains.notifications.kit import deliver
from tests.servers.dovecot import Dovecot, is_installed
from tests.servers.provider import CLIENT_SECRET, provider
from tests.servers.smtp import SmtpPeer

pytestmark = [pytest.mark.anyio, pytest.mark.skipif(not is_installed(), reason="NO IMAP SERVER: install dovecot-imapd")]


async def test_tokens_are_renewed_before_they_end_and_rotate(box: Box) -> None:
    await box.sign_in()
    first = await box.token()
    await box.later(timedelta(minutes=54))
    assert await box.token() == first
    await box.later(timedelta(minutes=2))
    second = await box.token()
    assert second != first and await box.token() == second
    await box.later(timedelta(hours=5))
    assert await box.token() not in (first, second)
    assert box.who.spent("refresh_token") == 2


async def test_a_refresh_token_that_stays_is_kept(box: Box) -> None:
    box.who.rotates = False
    await box.sign_in()
    for times in (1, 2, 3):
        await box.later(timedelta(hours=2))
        await box.token()
        assert box.who.spent("refresh_token") == times


async def test_of_many_that_need_a_token_one_asks(box: Box) -> None:
    await box.sign_in()
    await box.later(timedelta(hours=2))
    box.who.pause_s = 0.3
    found = await asyncio.gather(*(box.token() for _ in range(6)))
    assert len(set(found)) == 1 and box.who.spent("refresh_token") == 1


async def test_while_one_asks_the_old_token_serves_as_long_as_it_lasts(box: Box) -> None:
    await box.sign_in()
    old = await box.token()
    await box.later(timedelta(minutes=57))
    box.who.pause_s = 0.5
    asking_now = asyncio.create_task(box.token())
    await asyncio.sleep(0.2)
    assert await box.token() == old
    assert await asking_now != old


async def test_a_token_is_kept_though_nobody_waits_for_it_any_more(box: Box) -> None:
    await box.sign_in()
    await box.later(timedelta(hours=2))
    box.who.pause_s = 0.3
    waiting = asyncio.create_task(box.token())
    await asyncio.sleep(0.15)
    waiting.cancel()
    await asyncio.sleep(0.6)
    box.who.pause_s = 0
    assert await box.token() in box.who.access
    assert box.who.spent("refresh_token") == 1


async def test_who_died_while_asking_holds_nobody_up_for_long(box: Box) -> None:
    await box.sign_in()
    await box.later(timedelta(hours=2))
    async with box.office.services.db.write(box.office.id) as tx:
        tx.put(
            "update channel_grant set held_until = %(until)s where workspace_id = %(workspace)s",
            until=clock.now() + timedelta(seconds=1),
        )
    assert await box.token() in box.who.access


async def test_a_consent_that_was_taken_back_is_said_and_told_and_loses_no_mail(box: Box, sending: SmtpPeer) -> None:
    await box.sign_in()
    box.who.revoke()
    await box.later(timedelta(hours=2))
    with pytest.raises(SignInNeeded):
        await box.token()
    shown = (await box.shown())["sign_in"]
    assert (shown["state"], shown["said"]) == ("refused", "invalid_grant AADSTS70000: expired or revoked")
    asked = len(box.who.asked)
    with pytest.raises(SignInNeeded):
        await box.token()
    assert len(box.who.asked) == asked
    assert {code for *_, code in await box.steps()} == {"consent_again"}

    at = Post(box.office, box.room, box.id, box.who.user)
    await notice(at)
    start = clock.now()
    for minutes in (0, 6, 12):
        with clock.played(start + timedelta(minutes=minutes)):
            assert await send_of(box.room, SendingAccount(box.office.id, box.id)) == 1
            await deliver(box.office)
    told = [one for one in (await box.admin.get("/notices")).json()["notices"] if one["kind"] == "mailbox_failed"]
    assert len(told) == 1
    await box.sign_in()
    assert await box.standing() == "granted"
    assert await send_of(box.room, SendingAccount(box.office.id, box.id)) == 1
    assert len(sending.taken) == 1


async def test_a_token_that_its_server_does_not_take_is_replaced(box: Box, sending: SmtpPeer) -> None:
    await box.sign_in()
    old = await box.token()
    box.who.access.clear()
    at = Post(box.office, box.room, box.id, box.who.user)
    await notice(at)
    mailbox = SendingAccount(box.office.id, box.id)
    await send_of(box.room, mailbox)
    assert sending.taken == [] and await box.token() != old
    with clock.played(clock.now() + timedelta(minutes=1)):
        await send_of(box.room, mailbox)
    assert len(sending.taken) == 1


async def test_what_was_wrong_before_is_forgotten_when_somebody_signs_in(box: Box) -> None:
    for times in (1, 2):
        await poller._keep_fault(box.room, await box.mailbox(), SignInNeeded(account="x", reason=""))
        assert (await box.shown())["receiving"]["failures"] == times
    await box.sign_in()
    assert (await box.shown())["receiving"]["fault"] is None


async def test_reading_replaces_it_too(box: Box) -> None:
    await box.sign_in()
    old = await box.token()
    box.who.access.clear()
    with pytest.raises(poller.Refusal):
        await poller.poll(box.room, await box.mailbox(), succeeded=lambda: None)
    assert await box.token() != old


async def test_a_provider_that_is_away_keeps_the_consent(box: Box) -> None:
    await box.sign_in()
    await box.later(timedelta(hours=2))
    box.who.answers = (503, b"")
    with pytest.raises(ProviderUnreachable):
        await box.token()
    assert await box.standing() == "granted"
    assert {code for *_, code in await box.steps()} == {"provider_silent"}
    box.who.answers = None
    assert await box.token() in box.who.access


async def test_a_client_secret_that_was_replaced_works_once_it_is_entered(box: Box) -> None:
    await box.sign_in()
    path = f"/channel-accounts/{box.id}"
    assert (await box.admin.call("PATCH", path, json={"secrets": {"oauth": "wrong"}})).status_code == 204
    await box.later(timedelta(hours=2))
    with pytest.raises(SignInNeeded):
        await box.token()
    assert (await box.admin.call("PATCH", path, json={"secrets": {"oauth": CLIENT_SECRET}})).status_code == 204
    assert await box.token(at_once=True) in box.who.access
    assert await box.standing() == "granted"


async def test_tokens_go_to_no_other_server_and_no_other_endpoint(box: Box, server: Dovecot) -> None:
    await box.sign_in()
    path, settings = f"/channel-accounts/{box.id}", (await box.shown())["settings"]
    elsewhere = settings | {"imap": settings["imap"] | {"port": server.tls_port, "security": "tls"}}
    assert (await box.admin.call("PATCH", path, json={"settings": elsewhere})).status_code == 204
    assert await box.standing() == "needed"
    with pytest.raises(SignInNeeded):
        await box.token()
    assert (await box.admin.call("PATCH", path, json={"settings": settings})).status_code == 204
    assert await box.standing() == "granted"
    with provider() as thief:
        stolen = settings | {"oauth": oauth(thief)}
        refused = await box.admin.call("PATCH", path, json={"settings": stolen})
        assert [one["code"] for one in refused.json()["faults"]] == ["channels.password_again"]
        given = {"settings": stolen, "secrets": {"oauth": "mine"}}
        assert (await box.admin.call("PATCH", path, json=given)).status_code == 204
        await box.later(timedelta(hours=2))
        with pytest.raises(SignInNeeded):
            await box.token()
        assert thief.asked == []
