"""Channels and their accounts, of whatever kind."""

from typing import Any

import msgspec
from litestar import get, patch, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import UNSET

from gongdan.domains.accounts.public import Authority
from gongdan.domains.channels.accounts import rows
from gongdan.domains.channels.accounts.rows import AccountChange, ChannelAccount, NewChannelAccount, address_taken
from gongdan.domains.channels.contract.kinds import ChannelKind
from gongdan.domains.channels.contract.room import Mailroom
from gongdan.domains.channels.errors import UnknownChannel
from gongdan.domains.channels.http.shapes import (
    AccountTested,
    AddChannelAccount,
    ChangeChannelAccount,
    ChannelAccountAdded,
    ChannelAccountInfo,
    ChannelKindInfo,
    account_info,
)
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import PathId
from gongdan.infra.http.guard import needs
from gongdan.infra.outgoing import Inside
from gongdan.kernel import clock
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Via


@get("/channel-kinds", operation_id="listChannelKinds", tags=["channels"], opt=needs("staff", "workspace.manage"))
async def list_channel_kinds(mailroom: NamedDependency[Mailroom]) -> list[ChannelKindInfo]:
    """The kinds of channels, and what each can carry."""
    return [
        ChannelKindInfo(
            key=one.key,
            name=dict(one.name),
            threads=one.can.threads,
            rich_text=one.can.rich_text,
            files=one.can.files,
            window_s=one.can.window_s,
            receipts=one.can.receipts,
            typing=one.can.typing,
            takes_requests=one.verify is not None,
        )
        for one in mailroom.channels.values()
    ]


@get("/channel-accounts", operation_id="listChannelAccounts", tags=["channels"], opt=needs("staff", "workspace.manage"))
async def list_channel_accounts(
    authority: NamedDependency[Authority], db: NamedDependency[Database]
) -> list[ChannelAccountInfo]:
    """All accounts of channels, with how receiving and sending stand."""
    async with db.read(authority.workspace_id) as tx:
        (found,) = await tx.gather(rows.channel_accounts())
    return [account_info(one) for one in found]


@post(
    "/channel-accounts",
    status_code=201,
    operation_id="addChannelAccount",
    tags=["channels"],
    opt=needs("staff", "workspace.manage", scope="admin"),
)
async def add_channel_account(
    data: JSONBody[AddChannelAccount],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    mailroom: NamedDependency[Mailroom],
    via: NamedDependency[Via],
) -> ChannelAccountAdded:
    """Add an account of a channel; it works at once. Its secrets are sealed, and never shown again. Servers inside the
    network must be allowed by the operator."""
    kind = mailroom.channels.get(data.kind)
    if kind is None:
        raise UnknownChannel(kind=data.kind)
    admitted = await kind.adapter.admit(_read("settings", kind.settings, data.settings), Inside(mailroom.inside))
    new = NewChannelAccount(
        kind=kind.key,
        address=data.address,
        name=data.name,
        settings=admitted.settings,
        secrets=_read("secrets", kind.secrets, data.secrets),
        reads=admitted.reads,
        sends=admitted.sends,
    )
    with address_taken(data.address):
        async with db.write(authority.workspace_id) as tx:
            now = clock.now()
            account_id = await rows.add(tx, mailroom.secret, new, authority=authority, via=via, now=now)
            kind.adapter.added(tx, account_id, data.address)
    return ChannelAccountAdded(id=account_id)


@patch(
    "/channel-accounts/{account_id:int}",
    status_code=204,
    operation_id="changeChannelAccount",
    tags=["channels"],
    opt=needs("staff", "workspace.manage", scope="admin"),
)
async def change_channel_account(
    account_id: PathId,
    data: JSONBody[ChangeChannelAccount],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    mailroom: NamedDependency[Mailroom],
    via: NamedDependency[Via],
) -> None:
    """Switch an account on or off, or change its name, its settings as a whole, or its secrets. Off, nothing is taken
    in or sent by it; what waits to be sent keeps waiting."""
    async with db.read(authority.workspace_id) as looking:
        found = await rows.account(looking, account_id)
    wanted = await _wanted(mailroom, found, data)
    async with db.write(authority.workspace_id) as tx:
        now = clock.now()
        await rows.change(tx, mailroom.secret, account_id, wanted, authority=authority, via=via, now=now)
        if data.active is not UNSET:
            await rows.set_active(tx, account_id, active=data.active, authority=authority, via=via, now=now)


async def _wanted(mailroom: Mailroom, found: ChannelAccount, data: ChangeChannelAccount) -> AccountChange:
    change = AccountChange(name=None if data.name is UNSET else data.name)
    if data.settings is UNSET and data.secrets is UNSET:
        return change
    kind = _kind_of(mailroom, found)
    if data.secrets is not UNSET:
        change = msgspec.structs.replace(change, secrets=_read("secrets", kind.secrets, data.secrets))
    if data.settings is UNSET:
        return change
    settings = _read("settings", kind.settings, data.settings)
    admitted = await kind.adapter.admit(settings, Inside(mailroom.inside))
    return msgspec.structs.replace(change, settings=admitted.settings, sends=admitted.sends)


@post(
    "/channel-accounts/{account_id:int}/test",
    status_code=200,
    operation_id="testChannelAccount",
    tags=["channels"],
    opt=needs("staff", "workspace.manage", scope="admin"),
)
async def test_channel_account(
    account_id: PathId,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    mailroom: NamedDependency[Mailroom],
) -> AccountTested:
    """Try its servers now: signing in to them, or sending something that means nothing."""
    async with db.read(authority.workspace_id) as tx:
        found = await rows.account(tx, account_id)
    return AccountTested(fault=await _kind_of(mailroom, found).adapter.test(mailroom, found))


def _kind_of(mailroom: Mailroom, account: ChannelAccount) -> ChannelKind:
    if account.kind not in mailroom.channels:
        raise UnknownChannel(kind=account.kind)
    return mailroom.channels[account.kind]


def _read(member: str, shape: type[msgspec.Struct], given: dict[str, Any]) -> msgspec.Struct:
    """
    Raises:
        Invalid: it is not what the channel's accounts have.
    """
    try:
        return msgspec.convert(given, shape, strict=True)
    except msgspec.ValidationError as fault:
        raise Invalid(faults=(FieldFault(member, "malformed", {"detail": str(fault)[:200]}),)) from None


handlers = [
    list_channel_kinds,
    list_channel_accounts,
    add_channel_account,
    change_channel_account,
    test_channel_account,
]
