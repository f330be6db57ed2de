"""Mailboxes of the workspace."""

from litestar import get, patch, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import UNSET

from gongdan.domains.accounts.public import Authority
from gongdan.domains.channels.accounts.rows import address_taken, set_active
from gongdan.domains.channels.http.shapes import (
    AddMailAccount,
    ChangeMailAccount,
    MailAccountAdded,
    MailAccountInfo,
    health,
)
from gongdan.domains.channels.mail.settings import (
    MailSettings,
    NewAccount,
    Passwords,
    account,
    add_account,
    admitted,
    mail_accounts,
    trust,
)
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import PathId
from gongdan.infra.http.guard import needs
from gongdan.infra.outgoing import Inside
from gongdan.kernel import clock
from gongdan.kernel.events import Via
from gongdan.settings import Settings


@get("/mail-accounts", operation_id="listMailAccounts", tags=["channels"], opt=needs("staff", "workspace.manage"))
async def list_mail_accounts(
    authority: NamedDependency[Authority], db: NamedDependency[Database]
) -> list[MailAccountInfo]:
    """The mailboxes, with how reading and sending stand."""
    async with db.read(authority.workspace_id) as tx:
        (rows,) = await tx.gather(mail_accounts())
    return [
        MailAccountInfo(
            id=row.id,
            address=row.address,
            name=row.name,
            active=row.active,
            settings=row.settings,
            reading=health(row.state, "reads", "at"),
            sending=health(row.state, "sends", "open_until"),
        )
        for row in rows
    ]


@post(
    "/mail-accounts",
    status_code=201,
    operation_id="addMailAccount",
    tags=["channels"],
    opt=needs("staff", "workspace.manage", scope="admin"),
)
async def add_mail_account(
    data: JSONBody[AddMailAccount],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    secret: NamedDependency[bytes],
    settings: NamedDependency[Settings],
    via: NamedDependency[Via],
) -> MailAccountAdded:
    """Add a mailbox; it is read and sent from at once. Its passwords are sealed, and never shown again. Servers inside
    the network must be allowed by the operator."""
    wished = MailSettings(
        imap=data.imap, smtp=data.smtp, plus_addressing=data.plus_addressing, trusted_relay=data.trusted_relay
    )
    new = NewAccount(
        address=data.address,
        name=data.name,
        settings=await admitted(wished, Inside(settings.inside)),
        passwords=Passwords(imap=data.imap_password, smtp=data.smtp_password),
    )
    with address_taken(data.address):
        async with db.write(authority.workspace_id) as tx:
            now = clock.now()
            account_id = await add_account(tx, secret, new, authority=authority, via=via, now=now)
    return MailAccountAdded(id=account_id)


@patch(
    "/mail-accounts/{account_id:int}",
    status_code=204,
    operation_id="changeMailAccount",
    tags=["channels"],
    opt=needs("staff", "workspace.manage", scope="admin"),
)
async def change_mail_account(
    account_id: PathId,
    data: JSONBody[ChangeMailAccount],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
) -> None:
    """Switch a mailbox on or off, or name the relay that it trusts. Off, it is neither read nor sent from; what waits
    to be sent keeps waiting."""
    async with db.write(authority.workspace_id) as tx:
        now = clock.now()
        await account(tx, account_id)
        if data.trusted_relay is not UNSET:
            await trust(tx, account_id, data.trusted_relay, authority=authority, via=via, now=now)
        if data.active is not UNSET:
            await set_active(tx, account_id, active=data.active, authority=authority, via=via, now=now)


handlers = [list_mail_accounts, add_mail_account, change_mail_account]
