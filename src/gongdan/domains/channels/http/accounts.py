"""Channels and their accounts, of whatever kind: a mailbox is one of them."""

from typing import Any

import msgspec
from litestar import Request, get, patch, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import UNSET

from gongdan.domains.accounts.public import Authority, require_teams
from gongdan.domains.channels.accounts import rows
from gongdan.domains.channels.accounts.rows import AccountChange, ChannelAccount, NewChannelAccount, address_taken
from gongdan.domains.channels.contract.kinds import Admitted, ChannelKind
from gongdan.domains.channels.contract.room import Mailroom
from gongdan.domains.channels.contract.setup import AccountPreset
from gongdan.domains.channels.errors import SecretUnreadable, UnknownChannel
from gongdan.domains.channels.http.shapes import (
    AccountTested,
    AddChannelAccount,
    ChangeChannelAccount,
    ChannelAccountAdded,
    ChannelAccountInfo,
    ChannelKindInfo,
    ChannelPreset,
    TestChannelAccount,
    account_info,
    standing_of,
    tested,
)
from gongdan.domains.channels.mail.oauth.grants import grants
from gongdan.domains.channels.outbound.queues import waiting
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import PathId
from gongdan.infra.http.guard import needs, rated
from gongdan.infra.http.problems import language_of
from gongdan.infra.outgoing import Inside
from gongdan.kernel import clock
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Via
from gongdan.kernel.text import normalise


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
            presets=[_preset(preset) for preset in one.presets],
        )
        for one in mailroom.channels.values()
    ]


def _preset(one: AccountPreset) -> ChannelPreset:
    return ChannelPreset(
        key=one.key,
        name=dict(one.name),
        domains=list(one.domains),
        settings=one.settings,
        login=dict(one.login),
        takes_passwords=one.takes_passwords,
        provider=one.provider,
    )


@get("/channel-accounts", operation_id="listChannelAccounts", tags=["channels"], opt=needs("staff", "workspace.manage"))
async def list_channel_accounts(
    request: Request[Any, Any, Any],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    mailroom: NamedDependency[Mailroom],
) -> list[ChannelAccountInfo]:
    """The accounts of channels that were not retired, with how receiving and sending stand."""
    async with db.read(authority.workspace_id) as tx:
        found, queues, granted = await tx.gather(rows.channel_accounts(), waiting(), grants())
    by_account = {one.account_id: one for one in queues}
    known = {one.account_id: one for one in granted}
    locale = language_of(request)
    return [
        account_info(one, by_account.get(one.id), standing_of(one, known.get(one.id), mailroom.secret), locale)
        for one in found
        if one.retired_at is None
    ]


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
        team=data.team,
    )
    with address_taken(data.address):
        async with db.write(authority.workspace_id) as tx:
            await require_teams(tx, [data.team] if data.team else [])
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
    seen: NamedDependency[int | None],
) -> None:
    """Switch an account on or off, or change its name, its team, its settings as a whole, or its secrets. Off, nothing
    is taken in or sent by it; what waits to be sent keeps waiting. 412 when it was changed since ``If-Match``."""
    settings = None
    if data.settings is not UNSET:  # looked up before the transaction: names of servers are asked for
        async with db.read(authority.workspace_id) as looking:
            known = await rows.account(looking, account_id)
        settings = await _admit(mailroom, known, data.settings)
    async with db.write(authority.workspace_id) as tx:
        now = clock.now()
        found = await rows.to_change(tx, account_id, seen=seen)
        if data.team is not UNSET:
            await require_teams(tx, [data.team] if data.team else [])
        wanted = _wanted(mailroom, found, data, settings)
        await rows.change(tx, mailroom.secret, found, wanted, authority=authority, via=via, now=now)
        if settings is not None:
            _kind_of(mailroom, found).adapter.changed(tx, account_id, settings.settings)
        if data.active is not UNSET:
            await rows.set_active(tx, account_id, active=data.active, authority=authority, via=via, now=now)


async def _admit(mailroom: Mailroom, known: ChannelAccount, given: dict[str, Any]) -> Admitted:
    kind = _kind_of(mailroom, known)
    before = msgspec.convert(known.settings, kind.settings)
    return await kind.adapter.admit(_read("settings", kind.settings, given), Inside(mailroom.inside), before)


def _wanted(
    mailroom: Mailroom, found: ChannelAccount, data: ChangeChannelAccount, admitted: Admitted | None
) -> AccountChange:
    team = data.team if data.team != found.team else UNSET
    change = AccountChange(name=None if data.name is UNSET else data.name, team=team)
    if admitted is not None:
        change = msgspec.structs.replace(change, settings=admitted.settings, sends=admitted.sends)
    if admitted is None and data.secrets is UNSET:
        return change
    kind = _kind_of(mailroom, found)
    before = _stored_secrets(mailroom, kind, found)
    kept = before if admitted is None else _kept(kind, found, admitted.settings, before)
    given = {} if data.secrets is UNSET else data.secrets
    if lost := [name for name in before if name not in kept and name not in given and _is_used(name, admitted)]:
        raise Invalid(faults=tuple(FieldFault(f"secrets.{name}", "channels.password_again") for name in lost))
    if data.secrets is UNSET and kept == before:
        return change
    return msgspec.structs.replace(change, secrets=_read("secrets", kind.secrets, kept | given))


def _is_used(name: str, admitted: Admitted | None) -> bool:
    """Whether the settings still have what the secret is for."""
    return admitted is not None and getattr(admitted.settings, name, None) is not None


def _stored_secrets(mailroom: Mailroom, kind: ChannelKind, found: ChannelAccount) -> dict[str, Any]:
    """What is kept of it; nothing, where it was sealed under another secret."""
    try:
        kept: dict[str, Any] = msgspec.json.decode(found.unsealed(mailroom.secret))
    except SecretUnreadable:
        return {}
    return {name: value for name, value in kept.items() if value is not None}


def _kept(kind: ChannelKind, found: ChannelAccount, after: msgspec.Struct, secrets: dict[str, Any]) -> dict[str, Any]:
    """Those of its secrets that stay under other settings."""
    if not secrets:
        return {}
    before = msgspec.convert(found.settings, kind.settings)
    kept = kind.adapter.keep(before, after, msgspec.convert(secrets, kind.secrets))
    return {name: value for name, value in msgspec.to_builtins(kept).items() if value is not None}


@post(
    "/channel-accounts/test",
    status_code=200,
    operation_id="testNewChannelAccount",
    tags=["channels"],
    opt=needs("staff", "workspace.manage", scope="admin") | rated(burst=60, per_second=1),
)
async def test_new_channel_account(
    data: JSONBody[TestChannelAccount],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    mailroom: NamedDependency[Mailroom],
    request: Request[Any, Any, Any],
) -> AccountTested:
    """Try an account before it is kept: step by step, and where it ends, why and what to do. Nothing is kept, read or
    sent. Servers inside the network must be allowed by the operator."""
    kind = mailroom.channels.get(data.kind)
    if kind is None:
        raise UnknownChannel(kind=data.kind)
    settings = _read("settings", kind.settings, data.settings)
    kept: dict[str, Any] = {}
    known_as = 0
    if data.account_id is not None:
        async with db.read(authority.workspace_id) as tx:
            found = await rows.account(tx, data.account_id)
        if found.kind == kind.key:
            known_as = found.id
            kept = _kept(kind, found, settings, _stored_secrets(mailroom, kind, found))
    admitted = await kind.adapter.admit(settings, Inside(mailroom.inside))
    secrets = _read("secrets", kind.secrets, kept | data.secrets)
    wished = ChannelAccount(
        workspace_id=authority.workspace_id,
        id=known_as,
        kind=kind.key,
        address=normalise(data.address.strip()),
        name="",
        settings=msgspec.to_builtins(admitted.settings),
        secret=rows.sealed(mailroom.secret, secrets, workspace_id=authority.workspace_id, account_id=known_as),
        active=True,
        sends=admitted.sends,
        state={},
    )
    return tested(kind.key, await kind.adapter.test(mailroom, wished), language_of(request))


@post(
    "/channel-accounts/{account_id:int}/test",
    status_code=200,
    operation_id="testChannelAccount",
    tags=["channels"],
    opt=needs("staff", "workspace.manage", scope="admin") | rated(burst=60, per_second=1),
)
async def test_channel_account(
    account_id: PathId,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    mailroom: NamedDependency[Mailroom],
    request: Request[Any, Any, Any],
) -> AccountTested:
    """Try its servers now, step by step: signing in to them, or sending something that means nothing."""
    async with db.read(authority.workspace_id) as tx:
        found = await rows.account(tx, account_id)
    kind = _kind_of(mailroom, found)
    return tested(kind.key, await kind.adapter.test(mailroom, found), language_of(request))


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
    test_new_channel_account,
    test_channel_account,
]
