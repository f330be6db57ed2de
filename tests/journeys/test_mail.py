"""A conversation by mail, over real servers: in by IMAP, out by SMTP, and back again (spec 05)."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from email import message_from_bytes, policy
from typing import Any, TypeVar

import msgspec
import pytest

from gongdan import wiring
from gongdan.domains.channels.public import (
    Imap,
    MailSettings,
    Passwords,
    Smtp,
    create_account,
    run_intake,
    run_pollers,
    run_sender,
)
from gongdan.infra.bus import Bell, running
from tests.domains.channels.mails import mail
from tests.kit import Office
from tests.servers.dovecot import PASSWORD, USER, Dovecot, dovecot, is_installed
from tests.servers.smtp import SmtpPeer, smtp_peer

pytestmark = [
    pytest.mark.serial,
    pytest.mark.skipif(not is_installed(), reason="NO IMAP SERVER: install dovecot-imapd"),
]
T = TypeVar("T")


class Servers(msgspec.Struct):
    imap: Dovecot
    smtp: SmtpPeer
    account_id: int


@pytest.fixture
async def servers(office: Office) -> AsyncIterator[Servers]:
    """A mailbox of the office on real servers, and the worker's loops of mail."""
    with dovecot() as imap, smtp_peer() as smtp:
        room = msgspec.structs.replace(wiring.mailroom(office.services), tls=imap.trust)
        account_id = await create_account(
            room.db,
            room.secret,
            office.id,
            address=f"{office.slug}@example.com",
            name="测试公司客服",
            settings=MailSettings(
                imap=Imap(host="127.0.0.1", port=imap.tls_port, user=USER),
                smtp=Smtp(host="127.0.0.1", port=smtp.port, security="plain"),
                inside=True,
            ),
            passwords=Passwords(imap=PASSWORD),
        )
        async with running(run_pollers(room), run_intake(room), run_sender(room, Bell())):
            yield Servers(imap, smtp, account_id)


async def eventually(ask: Callable[[], Awaitable[T]], *, within_s: float = 30.0) -> T:
    """The first answer that is not empty."""
    async with asyncio.timeout(within_s):
        while not (answer := await ask()):
            await asyncio.sleep(0.05)
    return answer


async def test_a_conversation_by_mail(office: Office, servers: Servers) -> None:
    agent = await office.member("李雷", "system_admin")
    servers.imap.deliver(mail("发票抬头写错了", "请改成新公司。", message_id="<first@customer.test>"), name="1")

    async def tickets() -> list[Any]:
        async with office.read() as tx:
            return await tx.rows(tuple, "select number, id from ticket where workspace_id = %(workspace)s")

    ((number, ticket_id),) = await eventually(tickets)

    answer = await agent.post(f"/tickets/{number}/replies", {"text": "已为您修改，请查收新发票。"})
    assert answer.status_code == 201, answer.text

    async def sent() -> list[Any]:
        return servers.smtp.taken

    out = message_from_bytes((await eventually(sent))[0].content, policy=policy.default)
    assert (out["To"], out["In-Reply-To"]) == ("wang@customer.test", "<first@customer.test>")

    servers.imap.deliver(
        mail("回复：发票", "收到，谢谢！", in_reply_to=out["Message-ID"], message_id="<second@customer.test>"), name="2"
    )

    async def messages() -> list[Any]:
        async with office.read() as tx:
            found = await tx.rows(
                tuple,
                "select author from message where workspace_id = %(workspace)s and origin_ticket_id = %(id)s order by at",
                id=ticket_id,
            )
            return found if len(found) == 3 else []

    assert await eventually(messages) == [("customer",), ("agent",), ("customer",)]
    assert len(await tickets()) == 1
    assert len(servers.smtp.taken) == 1


async def test_a_restarted_server_loses_nothing_and_repeats_nothing(office: Office, servers: Servers) -> None:
    async def tickets(count: int) -> bool:
        async with office.read() as tx:
            return len(await tx.rows(tuple, "select 1 from ticket where workspace_id = %(workspace)s")) == count

    servers.imap.deliver(mail("一", message_id="<1@x.test>"), name="1")
    await eventually(lambda: tickets(1))
    servers.imap.drop_connections()
    servers.imap.deliver(mail("二", message_id="<2@x.test>"), name="2")
    await eventually(lambda: tickets(2))

    servers.imap.drop_connections()
    servers.imap.renumber()
    servers.imap.deliver(mail("三", message_id="<3@x.test>"), name="3")
    await eventually(lambda: tickets(3))
    async with office.read() as tx:
        states = await tx.rows(
            tuple,
            "select state, count(*) from inbound where workspace_id = %(workspace)s group by state order by state",
        )
    assert dict(states)["created"] == 3
    assert set(dict(states)) <= {"created", "duplicate"}
