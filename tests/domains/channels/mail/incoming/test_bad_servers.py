"""Mailboxes whose servers lie, forget, refuse and hang up: nothing is lost, nothing comes twice, one message holds up no
other, and how the mailbox stands is told."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import msgspec
import pytest

from gongdan import wiring
from gongdan.domains.channels.contract.room import Mailroom
from gongdan.domains.channels.mail.incoming import poller
from gongdan.domains.channels.mail.settings import Imap, MailSettings, Passwords, account, create_account
from tests.domains.channels.mails import mail
from tests.kit import Office
from tests.servers.imap import ImapPeer, imap_peer

REFUSALS = ("refused", "silent", "nil", "other", "long", "short", "endless", "garbled", "hangs_up")


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(poller, "_FIRST_DELAY_S", 0.01)
    monkeypatch.setattr(poller, "_LONGEST_DELAY_S", 0.02)
    monkeypatch.setattr(poller, "LOOKS_EVERY_S", 0.3)
    monkeypatch.setattr("gongdan.domains.channels.mail.settings.TIMEOUT_S", 0.3)


class Desk(msgspec.Struct):
    office: Office
    room: Mailroom
    account_id: int

    async def rows(self, sql: str) -> list[tuple[Any, ...]]:
        async with self.office.read() as tx:
            return await tx.rows(tuple, sql)

    async def titles(self) -> list[str]:
        found = await self.rows("select title from ticket where workspace_id = %(workspace)s order by title")
        return [row[0] for row in found]

    async def held(self) -> list[tuple[Any, ...]]:
        return await self.rows(
            "select source, outcome ->> 'reason' from inbound where workspace_id = %(workspace)s and state = 'quarantined'"
        )

    async def health(self) -> dict[str, Any]:
        async with self.office.read() as tx:
            state: dict[str, Any] = (await account(tx, self.account_id)).state.get("reads", {})
            return state

    async def eventually(self, ask: Callable[[], Awaitable[Any]], wanted: Callable[[Any], bool]) -> Any:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(30):
                while not wanted(answer := await ask()):
                    await asyncio.sleep(0.02)
        return answer


@asynccontextmanager
async def reading(office: Office, peer: ImapPeer) -> AsyncIterator[Desk]:
    """The mailbox of an office on a peer, while it is read."""
    room = wiring.mailroom(office.services)
    account_id = await create_account(
        room.db,
        room.secret,
        office.id,
        address=f"{office.slug}@example.com",
        name="客服",
        settings=MailSettings(imap=Imap(host="127.0.0.1", port=peer.port, user="u", security="plain"), inside=True),
        passwords=Passwords(imap="p"),
    )
    async with office.read() as tx:
        ours = await account(tx, account_id)
    task = asyncio.create_task(poller._serve(room, ours))
    try:
        yield Desk(office, room, account_id)
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def letters(*uids: int) -> dict[int, bytes]:
    return {
        uid: mail(f"信 {uid}", f"第 {uid} 件事", sender=f"p{uid}@c.test", message_id=f"<{uid}@c.test>") for uid in uids
    }


@pytest.mark.parametrize("how", REFUSALS)
async def test_a_message_that_is_not_handed_over_holds_up_no_other_and_is_seen(office: Office, how: str) -> None:
    async with imap_peer(mails=letters(3, 5, 8), bad={5: how}) as peer, reading(office, peer) as desk:
        held = await desk.eventually(desk.held, bool)
        assert held == [(f"{desk.account_id}:7:5", "mail.message_withheld")]
        assert await desk.eventually(desk.titles, lambda found: len(found) == 2) == ["信 3", "信 8"]
        assert 2 <= peer.asked("BODY.PEEK") <= 3 + poller.WITHHELD_MOST
        assert (await desk.eventually(desk.health, lambda state: not state["fault"]))["fault"] is None
        peer.mails |= letters(9)
        assert await desk.eventually(desk.titles, lambda found: len(found) == 3) == ["信 3", "信 8", "信 9"]


@pytest.mark.parametrize("how", REFUSALS)
async def test_a_message_that_is_handed_over_later_comes_after_all(office: Office, how: str) -> None:
    async with imap_peer(mails=letters(3, 5, 8), bad={5: how}) as peer, reading(office, peer) as desk:
        told = await desk.eventually(desk.health, lambda state: bool(state.get("fault")))
        assert told["fault"].startswith("mail.message_withheld: message ")
        peer.bad.clear()
        assert await desk.eventually(desk.titles, lambda found: len(found) == 3) == ["信 3", "信 5", "信 8"]
        assert await desk.held() == []


async def test_messages_that_somebody_deleted_meanwhile_are_no_fault(office: Office) -> None:
    async with imap_peer(mails=letters(3), bad={3: "gone"}) as peer, reading(office, peer) as desk:
        await desk.eventually(desk.health, lambda state: bool(state.get("at")))
        peer.mails |= letters(4)
        assert await desk.eventually(desk.titles, bool) == ["信 4"]
        assert (await desk.held(), (await desk.health())["fault"]) == ([], None)


async def test_a_login_that_is_accepted_again_clears_what_was_told_though_nothing_came(office: Office) -> None:
    async with imap_peer(refuses={"LOGIN"}) as peer, reading(office, peer) as desk:
        told = await desk.eventually(desk.health, lambda state: bool(state.get("fault")))
        assert told["fault"] == "mail.mailbox_refused: not today"
        peer.refuses.clear()
        assert (await desk.eventually(desk.health, lambda state: not state["fault"]))["fault"] is None


@pytest.mark.parametrize("refused", ["STORE", "IDLE"])
async def test_a_server_that_refuses_what_is_only_a_courtesy_is_read_all_the_same(office: Office, refused: str) -> None:
    async with imap_peer(mails=letters(*range(1, 46)), refuses={refused}) as peer, reading(office, peer) as desk:
        assert len(await desk.eventually(desk.titles, lambda found: len(found) == 45)) == 45
        peer.mails |= letters(50)
        assert len(await desk.eventually(desk.titles, lambda found: len(found) == 46)) == 46
        assert (peer.asked("LOGIN"), (await desk.health())["fault"]) == (1, None)


async def test_a_server_that_hangs_up_after_few_commands_still_gives_all_once(office: Office) -> None:
    async with imap_peer(mails=letters(*range(1, 46)), most=8) as peer, reading(office, peer) as desk:
        assert len(await desk.eventually(desk.titles, lambda found: len(found) == 45)) == 45
        assert await desk.rows("select 1 from inbound where workspace_id = %(workspace)s and state <> 'created'") == []


async def test_a_server_that_always_says_there_is_something_new_is_not_asked_without_end(office: Office) -> None:
    async with imap_peer(pushes=True) as peer, reading(office, peer) as desk:
        await desk.eventually(desk.health, lambda state: bool(state.get("at")))
        before = peer.asked("SEARCH")
        await asyncio.sleep(1)
        assert peer.asked("SEARCH") - before <= 6


async def test_a_server_that_counts_anew_gives_nothing_twice(office: Office) -> None:
    async with imap_peer(mails=letters(1, 2)) as peer, reading(office, peer) as desk:
        await desk.eventually(desk.titles, lambda found: len(found) == 2)
        peer.validity, peer.most = 8, 0
        await asyncio.sleep(0.5)
        peer.mails |= letters(3)
        peer.most = None
        assert await desk.eventually(desk.titles, lambda found: len(found) == 3) == ["信 1", "信 2", "信 3"]


async def test_a_message_that_did_not_come_makes_nothing_when_it_is_let_go(office: Office) -> None:
    agent = await office.member("李雷", "system_admin")
    async with imap_peer(mails=letters(5), bad={5: "nil"}) as peer, reading(office, peer) as desk:
        await desk.eventually(desk.held, bool)
        ((held_id,),) = await desk.rows("select id from inbound where workspace_id = %(workspace)s")
        answer = await agent.post(f"/quarantine/{held_id}/release")
        assert (answer.status_code, answer.json()["state"]) == (200, "quarantined"), answer.text
        assert await desk.titles() == []
