"""Mails as tests write them, and the mailroom of an office."""

from email.message import EmailMessage
from typing import Any

import msgspec

from gongdan import wiring
from gongdan.domains.channels.contract.kinds import Arrival
from gongdan.domains.channels.contract.room import Mailroom
from gongdan.domains.channels.inbound.intake import receive, settle_all
from gongdan.domains.channels.mail.settings import MailSettings, Passwords, Smtp, create_account
from gongdan.domains.channels.outbound.outbox import SendingAccount
from tests.kit import Office


def mail(
    subject: str = "无法登录",
    text: str = "登录时一直报错，请帮忙看看。",
    *,
    sender: str = "王芳 <wang@customer.test>",
    to: str = "support@office.test",
    files: tuple[tuple[str, str, bytes], ...] = (),
    **headers: str,
) -> bytes:
    """A mail of a person; ``in_reply_to="…"`` and other headers go by their names with underscores."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, to, subject
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(text)
    for name, media, payload in files:
        main, _, sub = media.partition("/")
        made.add_attachment(payload, maintype=main, subtype=sub, filename=name)
    return made.as_bytes()


class Post:
    """The mailroom of one office, with one mailbox."""

    def __init__(self, office: Office, room: Mailroom, account_id: int, address: str) -> None:
        self.office = office
        self.room = room
        self.account_id = account_id
        self.address = address
        self._uid = 0

    @property
    def mailbox(self) -> SendingAccount:
        return SendingAccount(self.office.id, self.account_id)

    async def take(self, *raws: bytes, account_id: int | None = 0) -> list["Settled"]:
        """Let mails come in by the mailbox, one after another, and settle them; what became of each."""
        account_id = self.account_id if account_id == 0 else account_id
        ids: list[int] = []
        for raw in raws:
            self._uid += 1
            arrival = Arrival(source=f"{self.account_id}:1:{self._uid}", raw=raw)
            ids += (await receive(self.room, self.office.id, [arrival], account_id=account_id)).values()
        await settle_all(self.room, self.office.id)
        return [await self.settled(one) for one in ids]

    async def settled(self, inbound_id: int) -> "Settled":
        async with self.office.read() as tx:
            row = await tx.row(
                Settled,
                """
                select i.id, i.state, i.outcome, i.ticket_id, i.message_id, t.number, t.status, t.phase
                  from inbound i
                  left join ticket t on t.workspace_id = i.workspace_id and t.id = i.ticket_id
                 where i.workspace_id = %(workspace)s and i.id = %(id)s
                """,
                id=inbound_id,
            )
        assert row is not None
        return row

    async def rows(self, sql: str, **params: Any) -> list[tuple[Any, ...]]:
        async with self.office.read() as tx:
            return await tx.rows(tuple, sql, **params)


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    state: str
    outcome: dict[str, Any]
    ticket_id: int | None
    message_id: int | None
    number: str | None
    status: str | None
    phase: str | None


async def post(office: Office, smtp: Smtp | None = None, **settings: Any) -> Post:
    """An office's mailroom with the mailbox ``support@…`` that sends by ``smtp``."""
    room = wiring.mailroom(office.services)
    address = f"support@{office.slug}.test"
    account_id = await create_account(
        room.db,
        room.secret,
        office.id,
        address=address,
        name="测试公司客服",
        settings=MailSettings(smtp=smtp, **settings),
        passwords=Passwords(smtp="geheim"),
    )
    return Post(office, room, account_id, address)
