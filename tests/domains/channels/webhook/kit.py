"""An office to which another system brings messages, and which answers it."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any, Literal

import httpx
import msgspec

from gongdan import wiring
from gongdan.domains.channels.accounts import rows
from gongdan.domains.channels.accounts.rows import NewChannelAccount
from gongdan.domains.channels.contract.room import Mailroom
from gongdan.domains.channels.inbound.intake import settle_all
from gongdan.domains.channels.outbound.outbox import SendingAccount
from gongdan.domains.channels.outbound.sender import send_of
from gongdan.domains.channels.webhook import signing
from gongdan.domains.channels.webhook.channel import WebhookSecrets, WebhookSettings
from gongdan.kernel import clock
from tests.guests import guest_of
from tests.kit import Office, Visitor

SECRET = "a-secret-that-both-sides-know"


class Hook:
    def __init__(self, office: Office, room: Mailroom, client: httpx.AsyncClient, account_id: int, admin: Visitor):
        self.office = office
        self.room = room
        self.account_id = account_id
        self.admin = admin
        self._client = client

    async def bring(
        self, body: dict[str, Any], *, id: str | None = None, secret: str = SECRET, at: datetime | None = None
    ) -> httpx.Response:
        """A signed request; nothing is settled by it."""
        raw = msgspec.json.encode(body)
        headers = signing.signed(secret, id or secrets.token_hex(8), raw, at or clock.now())
        return await self._client.post(f"/channels/{self.account_id}/in", content=raw, headers=headers)

    async def say(self, text: str = "订单没到", *, sender: str = "u-7", **given: Any) -> None:
        """Somebody wrote to the other system, and it was settled."""
        message = {"type": "message", "sender": {"id": sender, "name": "王芳"}, "text": text} | given
        answer = await self.bring(message)
        assert answer.status_code == 200, answer.text
        await settle_all(self.room, self.office.id)

    async def send(self) -> int:
        """Empty the outbox; how many attempts were made."""
        return await send_of(self.room, SendingAccount(self.office.id, self.account_id))

    async def later(self, by: timedelta = timedelta(days=1)) -> None:
        """Let time pass for the outbox and its brake."""
        async with self.office.services.db.write(self.office.id) as tx:
            sql = "update delivery set next_at = next_at - %(by)s where workspace_id = %(workspace)s and next_at < 'infinity'"
            tx.put(sql, by=by)
            tx.put("update channel_account set state = '{}' where workspace_id = %(workspace)s")

    async def rows(self, sql: str, **params: Any) -> list[tuple[Any, ...]]:
        async with self.office.read() as tx:
            return await tx.rows(tuple, sql, **params)

    async def tickets(self) -> list[tuple[Any, ...]]:
        """(number, channel, title, phase), oldest first."""
        sql = "select number, channel, title, phase from ticket where workspace_id = %(workspace)s order by id"
        return await self.rows(sql)

    async def conversations(self) -> list[tuple[Any, ...]]:
        """(id, key, whether it came with a ticket, messages), oldest first."""
        return await self.rows(
            """
            select v.id, v.external_key, v.origin_ticket_id is not null,
                   array(select w.text from message m
                           join message_version w on w.workspace_id = m.workspace_id and w.message_id = m.id
                          where m.workspace_id = v.workspace_id and m.conversation_id = v.id order by m.id)
              from conversation v where v.workspace_id = %(workspace)s and v.account_id is not null order by v.id
            """
        )

    async def deliveries(self) -> list[tuple[Any, ...]]:
        """(state, recipient, attempts)."""
        sql = "select state, recipient, attempts from delivery where workspace_id = %(workspace)s order by id"
        return await self.rows(sql)


@asynccontextmanager
async def hook_of(
    office: Office, url: str | None, *, opens: Literal["ticket", "conversation"] = "ticket"
) -> AsyncIterator[Hook]:
    room = msgspec.structs.replace(wiring.mailroom(office.services), inside=("127.0.0.1",))
    admin = await office.member("韩梅梅", "system_admin")
    new = NewChannelAccount(
        kind="webhook",
        address="shop",
        name="商城",
        settings=WebhookSettings(url=url, opens=opens),
        secrets=WebhookSecrets(signing=SECRET),
        reads=True,
        sends=url is not None,
    )
    async with office.services.db.write(office.id) as tx:
        account_id = await rows.add(tx, room.secret, new, authority=admin.authority, via="web", now=clock.now())
    async with guest_of(office) as client:
        yield Hook(office, room, client, account_id, admin)
