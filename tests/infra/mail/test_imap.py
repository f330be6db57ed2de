"""Mailboxes read from a real dovecot: all of it, in order, once, pushed, and with clear failures."""

import asyncio
import ssl
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import msgspec
import pytest

from gongdan.infra.mail import imap
from gongdan.infra.mail.imap import Fetched, MailboxPosition, MailboxRefused, MailboxUnreachable, open_mailbox
from gongdan.infra.mail.imap_line import ImapServer
from gongdan.infra.outgoing import HostForbidden, Inside
from tests.infra.log.kit import eventually
from tests.servers.dovecot import PASSWORD, USER, Dovecot, dovecot, is_installed

pytestmark = [pytest.mark.anyio, pytest.mark.skipif(not is_installed(), reason="NO IMAP SERVER: install dovecot-imapd")]


@pytest.fixture
def server() -> Iterator[Dovecot]:
    with dovecot() as running:
        yield running


def account(server: Dovecot | None, **changes: object) -> ImapServer:
    known = ImapServer(
        host="127.0.0.1",
        port=server.port if server else 0,
        security="plain",
        user=USER,
        password=PASSWORD,
        access_token=None,
        folder="INBOX",
        timeout_s=5,
        inside=Inside(("127.0.0.0/8",)),
    )
    return msgspec.structs.replace(known, **changes)


def letter(number: int, size: int = 100) -> bytes:
    return f"Subject: letter {number}\r\n\r\n".encode() + b"x" * size + b"\r\n"


async def read(server: Dovecot | None, after: MailboxPosition | None = None, **changes: object) -> list[Fetched]:
    async with open_mailbox(account(server, **changes), tls=server and server.trust) as mailbox:
        return [one async for batch in mailbox.new(after) for one in batch]


@pytest.mark.parametrize("security", ["plain", "starttls", "tls"])
async def test_messages_come_byte_for_byte_however_the_line_is_secured(server: Dovecot, security: str) -> None:
    server.deliver(letter(1) + b"\x80 \xc4\xe3 {5}\r\n)\r\n", name="1")
    port = server.tls_port if security == "tls" else server.port
    (got,) = await read(server, security=security, port=port)
    assert got.raw == letter(1) + b"\x80 \xc4\xe3 {5}\r\n)\r\n"
    assert not got.is_cut


async def test_only_what_is_new_comes_in_order_and_in_bounded_batches(server: Dovecot) -> None:
    for number in range(45):
        server.deliver(letter(number), name=f"{number:03}")
    async with open_mailbox(account(server), tls=None) as mailbox:
        batches = [batch async for batch in mailbox.new(None)]
        assert [len(batch) for batch in batches] == [20, 20, 5]
        last = batches[-1][-1].position
        assert [one.position.uid for batch in batches for one in batch] == list(range(1, 46))
        assert [batch async for batch in mailbox.new(last)] == []
    server.deliver(letter(99), name="late")
    assert [one.raw for one in await read(server, last)] == [letter(99)]


async def test_a_batch_is_bounded_in_bytes_and_a_huge_message_comes_cut(
    server: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imap, "MAX_MESSAGE", 2_000)
    monkeypatch.setattr(imap, "BATCH_BYTES", 3_000)
    for number, size in enumerate((1_500, 1_500, 9_000)):
        server.deliver(letter(number, size), name=str(number))
    async with open_mailbox(account(server), tls=None) as mailbox:
        batches = [batch async for batch in mailbox.new(None)]
    assert [len(batch) for batch in batches] == [1, 1, 1]
    assert [one.is_cut for batch in batches for one in batch] == [False, False, True]
    assert len(batches[-1][0].raw) == 2_000


async def patiently(server: Dovecot, after: MailboxPosition) -> list[Fetched]:
    """As the poller does: the server may stumble once over files that were taken from under it."""
    for _ in range(4):
        try:
            return await read(server, after)
        except MailboxUnreachable:
            await asyncio.sleep(0.5)
    return await read(server, after)


async def test_a_renumbered_folder_is_read_anew(server: Dovecot) -> None:
    server.deliver(letter(1), name="1")
    (before,) = await read(server)
    server.renumber()
    await asyncio.sleep(1.1)  # the new UIDVALIDITY is a time in seconds
    (again,) = await patiently(server, before.position)
    assert again.position.uid_validity != before.position.uid_validity
    assert again.raw == before.raw


async def test_an_arrival_is_pushed(server: Dovecot) -> None:
    async with open_mailbox(account(server), tls=None) as mailbox:
        assert not await mailbox.wait(0.2)
        asyncio.get_running_loop().call_later(0.3, lambda: server.deliver(letter(1), name="1"))
        start = time.monotonic()
        assert await mailbox.wait(20)
        assert time.monotonic() - start < 5
        assert [len(batch) async for batch in mailbox.new(None)] == [1]


async def test_read_messages_are_flagged_moved_or_deleted(server: Dovecot) -> None:
    for number in (1, 2, 3):
        server.deliver(letter(number), name=str(number))
    async with open_mailbox(account(server), tls=None) as mailbox:
        await mailbox.mark_seen([1])
        await mailbox.delete([2])
        await mailbox.delete([2])
        assert [one.position.uid async for batch in mailbox.new(None) for one in batch] == [1, 3]
        with pytest.raises(MailboxRefused):
            await mailbox.move([3], folder="no such folder")


async def test_a_lost_connection_ends_every_wait_at_once_and_the_next_one_works(server: Dovecot) -> None:
    with pytest.raises(MailboxUnreachable):
        async with open_mailbox(account(server), tls=None) as mailbox:
            asyncio.get_running_loop().call_later(0.3, server.drop_connections)
            await asyncio.wait_for(mailbox.wait(60), 20)
    server.deliver(letter(1), name="1")
    assert len(await read(server)) == 1


@pytest.mark.parametrize("changes", [{"password": "wrong"}, {"folder": "nowhere"}, {"access_token": "token"}])
async def test_what_only_a_person_can_mend_is_refused(server: Dovecot, changes: dict[str, object]) -> None:
    with pytest.raises(MailboxRefused) as refused:
        await read(server, **changes)
    assert refused.value.members["host"] == "127.0.0.1"
    assert refused.value.members["reason"]


async def test_a_server_that_cannot_be_reached_or_trusted_is_unreachable(server: Dovecot) -> None:
    for changes in ({"port": 1}, {"host": "host.invalid"}, {"port": server.tls_port, "timeout_s": 1.0}):
        with pytest.raises(MailboxUnreachable):
            await read(server, **changes)
    for security, port in (("tls", server.tls_port), ("starttls", server.port)):
        with pytest.raises(MailboxUnreachable):
            async with open_mailbox(account(server, security=security, port=port), tls=ssl.create_default_context()):
                pass


async def test_a_server_inside_is_not_connected_to_unless_the_operator_allows_it() -> None:
    with pytest.raises(HostForbidden):
        await read(None, inside=Inside())


async def test_a_no_that_holds_only_for_now_is_no_refusal() -> None:
    async with liar(*_HELLO[:2], b"%t NO [UNAVAILABLE] come again\r\n") as port:
        with pytest.raises(MailboxUnreachable):
            await read(None, port=port)


async def test_a_password_of_any_language_logs_in(server: Dovecot) -> None:
    assert not PASSWORD.isascii()
    assert await read(server) == []


async def test_uids_with_wide_gaps_are_all_found(server: Dovecot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imap, "_WINDOW", 2)
    for number in range(5):
        server.deliver(letter(number), name=str(number))
    async with open_mailbox(account(server), tls=None) as mailbox:
        await mailbox.delete([2, 3, 4])
        assert [one.position.uid async for batch in mailbox.new(None) for one in batch] == [1, 5]
        assert [
            one.position.uid async for batch in mailbox.new(MailboxPosition(mailbox.uid_validity, 1)) for one in batch
        ] == [5]


@asynccontextmanager
async def liar(*answers: bytes) -> AsyncIterator[int]:
    """A server that answers each line of the client with the next of ``answers`` (``%t`` is its tag), then is silent;
    the port."""

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        told = list(answers)
        writer.write(told.pop(0))
        while told and (line := await reader.readline()):
            writer.write(told.pop(0).replace(b"%t", line.split()[0]))
        await reader.read()
        writer.close()

    async with await asyncio.start_server(talk, "127.0.0.1", 0) as listening:
        yield listening.sockets[0].getsockname()[1]


_HELLO = (b"* OK hi\r\n", b"* CAPABILITY IMAP4rev1\r\n%t OK done\r\n", b"%t OK done\r\n")


async def test_a_literal_larger_than_what_was_asked_for_is_not_read() -> None:
    """400 MB of literal once took 1.5 GB."""
    async with liar(*_HELLO, b"* 1 FETCH (UID 1 BODY[] {400000000}\r\n") as port:
        with pytest.raises(MailboxUnreachable) as told:
            await read(None, port=port)
    assert "larger" in told.value.members["reason"]


async def test_what_another_service_says_is_not_told() -> None:
    async with liar(b"SSH-2.0-secret-banner\r\n") as port:
        with pytest.raises(MailboxUnreachable) as told:
            await read(None, port=port)
    assert "secret" not in str(told.value.members)


async def test_a_server_that_falls_silent_is_given_up_and_its_thread_is_freed() -> None:
    before = threading.active_count()
    async with liar(*_HELLO) as port:
        with pytest.raises(MailboxUnreachable):
            await asyncio.wait_for(read(None, port=port, timeout_s=0.5), 20)
    await eventually(lambda: threading.active_count() <= before + 1)
