"""A mailbox that does not work is told to administrators, once for each outage, and not of a hiccup."""

from datetime import timedelta
from typing import Any

import pytest

from gongdan.domains.channels.accounts.outages import TOLD_AFTER, Outage, is_news, once_more
from gongdan.domains.channels.mail.incoming.poller import _keep, _keep_fault
from gongdan.domains.channels.mail.settings import Smtp
from gongdan.domains.channels.outbound.sender import send_of
from gongdan.infra.mail.imap import MailboxRefused
from gongdan.kernel import clock
from tests.domains.channels.mails import Post, post
from tests.domains.channels.outbound.kit import notice
from tests.domains.notifications.kit import deliver
from tests.kit import Office, Visitor
from tests.servers.smtp import smtp_peer

pytestmark = pytest.mark.anyio


def test_an_outage_is_told_once_it_has_lasted_and_never_twice() -> None:
    start, outage, told = clock.now(), None, []
    for minute in (0, 1, 4, 5, 6, 60):
        after = once_more(outage, start + timedelta(minutes=minute))
        told += [minute] if is_news(outage, after) else []
        outage = after
    assert told == [TOLD_AFTER // timedelta(minutes=1)]
    assert not is_news(outage, None) and not is_news(None, once_more(None, start))
    assert is_news(Outage(since=start), once_more(Outage(since=start), start + timedelta(days=2)))


async def failures(person: Visitor) -> list[dict[str, Any]]:
    await deliver(person.office)
    found = (await person.get("/notices")).json()["notices"]
    return [one for one in found if one["kind"] == "mailbox_failed"]


async def account_of(at: Post) -> Any:
    from gongdan.domains.channels.mail.settings import account

    async with at.office.read() as tx:
        return await account(tx, at.account_id)


async def test_administrators_hear_of_a_mailbox_that_sends_nothing(office: Office) -> None:
    with smtp_peer() as gone:
        port = gone.port
    at = await post(office, Smtp(host="127.0.0.1", port=port, security="plain"))
    admin, agent = await office.member("管理员", "system_admin"), await office.member("李雷")
    await notice(at)
    start = clock.now()
    for minutes in (0, 1, 6, 12, 30):
        with clock.played(start + timedelta(minutes=minutes)):
            assert await send_of(at.room, at.mailbox) == 1
            assert len(await failures(admin)) == (1 if minutes >= 6 else 0)
    (told,) = await failures(admin)
    assert at.address in told["text"]["zh-CN"] and told["number"] is None
    assert await failures(agent) == []


async def test_a_mailbox_that_is_read_again_and_fails_again_is_told_again(office: Office) -> None:
    at, admin = await post(office), await office.member("管理员", "system_admin")
    start = clock.now()
    for minutes in (0, 6, 7):
        with clock.played(start + timedelta(minutes=minutes)):
            await _keep_fault(at.room, await account_of(at), MailboxRefused(reason="no"))
    assert len(await failures(admin)) == 1
    await _keep(at.room, await account_of(at), None)
    for minutes in (10, 20):
        with clock.played(start + timedelta(minutes=minutes)):
            await _keep_fault(at.room, await account_of(at), MailboxRefused(reason="no"))
    assert [one["read_at"] for one in await failures(admin)] == [None, None]
