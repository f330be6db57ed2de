"""An office that mails, somebody who does all the work, and what was told after the log was delivered."""

from typing import Any

import msgspec

from gongdan.domains.channels.public import MailSettings, Passwords, Smtp, create_account
from tests.kit import Office, Visitor
from tests.support import worker


class Mailed(msgspec.Struct, frozen=True):
    key: str
    ticket_id: int | None
    recipient: str
    payload: dict[str, Any]

    @property
    def subject(self) -> str:
        return str(self.payload["subject"])

    @property
    def text(self) -> str:
        return str(self.payload["text"])


async def with_mailbox(office: Office) -> Office:
    await create_account(
        office.services.db,
        office.services.secret,
        office.id,
        address=f"help@{office.slug}.test",
        name="客服",
        settings=MailSettings(smtp=Smtp(host="127.0.0.1", port=2525, security="plain")),
        passwords=Passwords(),
    )
    return office


async def deliver(office: Office) -> None:
    """Let the subscribers of notifications read all that happened."""
    await worker.deliver(office, "customer-notices", "staff-notices")


async def mailed(office: Office) -> list[Mailed]:
    await deliver(office)
    async with office.read() as tx:
        return await tx.rows(
            Mailed,
            """
            select key, ticket_id, recipient, payload
              from delivery
             where workspace_id = %(workspace)s and kind = 'notice' and key not like 'member.%%'
             order by key::bigint
            """,
        )


async def done(visitor: Visitor, number: str, what: str, **body: Any) -> None:
    answer = await visitor.post(f"/tickets/{number}/{what}", body)
    assert answer.status_code in (200, 201), answer.text


async def resolve(handler: Visitor, number: str, text: str = "请重新获取验证码。") -> None:
    """Assign, accept and resolve, all by one person who may."""
    await done(handler, number, "assignments", assignee_id=handler.id)
    await done(handler, number, "accept")
    await done(handler, number, "resolve", text=text)
