"""Accounts of channels: statements on ``channel_account``, whatever their kind."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Literal

import msgspec
from msgspec import UNSET, UnsetType
from psycopg.errors import UniqueViolation

from gongdan.domains.accounts.public import Authority
from gongdan.domains.channels.accounts.recording import record
from gongdan.domains.channels.accounts.sealing import seal, unseal
from gongdan.domains.channels.errors import AccountNotFound, AddressTaken, StaleAccount
from gongdan.domains.channels.events import ChannelAccountChanged, MailboxAdded, MailboxSwitched
from gongdan.infra.db.tx import Query, ReadTx, Tx
from gongdan.kernel.events import Via
from gongdan.kernel.text import normalise, one_line

AccountMember = Literal["name", "settings", "secrets", "team"]


class ChannelAccount(msgspec.Struct, frozen=True, kw_only=True):
    workspace_id: int
    id: int
    kind: str
    address: str
    name: str
    settings: dict[str, Any]
    secret: bytes | None
    active: bool
    sends: bool
    version: int = 1
    team: str | None = None
    """Where what comes to it starts, unless a routing rule says where."""
    retired_at: datetime | None = None
    state: dict[str, Any]
    """``reads``: how far it was read, and how that went; ``sends``: the circuit breaker (see ``outbound.sender``)."""

    def unsealed(self, secret: bytes) -> bytes:
        """Its secrets as they were given; an empty object where there are none.

        Raises:
            SecretUnreadable: they were sealed under another secret.
        """
        if self.secret is None:
            return b"{}"
        return unseal(secret, self.secret, "passwords", workspace_id=self.workspace_id, account_id=self.id)


def channel_accounts(ids: Sequence[int] | None = None) -> Query[ChannelAccount]:
    """The workspace's accounts, or those of them with ``ids``, oldest first; those that were retired too."""
    return Query(
        ChannelAccount,
        """
        select workspace_id, id, kind, address, name, settings, secret, active, sends, version, state, team, retired_at
          from channel_account
         where workspace_id = %(workspace)s and (%(ids)s::bigint[] is null or id = any(%(ids)s))
         order by id
        """,
        {"ids": None if ids is None else list(ids)},
    )


async def account(tx: ReadTx, account_id: int) -> ChannelAccount:
    """
    Raises:
        AccountNotFound.
    """
    (found,) = await tx.gather(channel_accounts([account_id]))
    if not found or found[0].retired_at is not None:
        raise AccountNotFound(id=account_id)
    return found[0]


async def to_change(tx: Tx, account_id: int, *, seen: int | None) -> ChannelAccount:
    """The account, which nobody else changes meanwhile.

    Raises:
        AccountNotFound, StaleAccount.
    """
    await tx.rows(
        tuple,
        "select 1 from channel_account where workspace_id = %(workspace)s and id = %(id)s for no key update",
        id=account_id,
    )
    found = await account(tx, account_id)
    if seen is not None and seen != found.version:
        raise StaleAccount(version=found.version)
    return found


class NewChannelAccount(msgspec.Struct, frozen=True, kw_only=True):
    """An account to be added, looked at by its channel. ``address`` is normalised when it is."""

    kind: str
    address: str
    name: str
    settings: msgspec.Struct
    secrets: msgspec.Struct
    reads: bool
    sends: bool
    team: str | None = None


async def add(tx: Tx, secret: bytes, new: NewChannelAccount, *, authority: Authority, via: Via, now: datetime) -> int:
    """Add an account, active at once; return its id. Its address may turn out taken when the transaction commits: see
    ``address_taken``."""
    account_id, address = tx.ids.next(), normalise(new.address.strip())
    row = {
        "workspace_id": tx.workspace_id,
        "id": account_id,
        "kind": new.kind,
        "address": address,
        "name": one_line(new.name, 100),
        "settings": new.settings,
        "secret": _sealed(tx, secret, account_id, new.secrets),
        "sends": new.sends,
        "team": new.team,
    }
    tx.insert("channel_account", row)
    added = MailboxAdded(account_id=account_id, address=address, reads=new.reads, sends=new.sends, channel=new.kind)
    await record(tx, authority, added, via=via, now=now)
    return account_id


def _sealed(tx: Tx, secret: bytes, account_id: int, secrets: msgspec.Struct) -> bytes:
    return sealed(secret, secrets, workspace_id=tx.workspace_id, account_id=account_id)


def sealed(secret: bytes, secrets: msgspec.Struct, *, workspace_id: int, account_id: int) -> bytes:
    """Secrets as a row keeps them."""
    return seal(secret, msgspec.json.encode(secrets), "passwords", workspace_id=workspace_id, account_id=account_id)


@contextmanager
def address_taken(address: str) -> Iterator[None]:
    """Around the transaction of ``add``.

    Raises:
        AddressTaken: the address leads to another account: of this installation, where it is a mailbox.
    """
    try:
        yield
    except UniqueViolation as twice:
        if twice.diag.table_name not in ("mail_route", "channel_account"):
            raise
        raise AddressTaken(address=normalise(address.strip())) from None


class AccountChange(msgspec.Struct, frozen=True, kw_only=True):
    """What is to change; None stays."""

    name: str | None = None
    settings: msgspec.Struct | None = None
    sends: bool = False
    """With the new settings."""
    secrets: msgspec.Struct | None = None
    team: str | UnsetType | None = UNSET

    @property
    def members(self) -> tuple[AccountMember, ...]:
        """What of the account changes."""
        members: tuple[AccountMember, ...] = ("name", "settings", "secrets")
        changed = tuple(one for one in members if getattr(self, one) is not None)
        return changed if self.team is UNSET else (*changed, "team")


async def change(
    tx: Tx,
    secret: bytes,
    before: ChannelAccount,
    wanted: AccountChange,
    *,
    authority: Authority,
    via: Via,
    now: datetime,
) -> None:
    """Change how an account is named or reached. A brake that was on is off: it may work now."""
    account_id = before.id
    values: dict[str, Any] = {}
    if wanted.name is not None:
        values["name"] = one_line(wanted.name, 100)
    if wanted.settings is not None:
        values |= {"settings": msgspec.to_builtins(wanted.settings), "sends": wanted.sends}
    if wanted.secrets is not None:
        values["secret"] = _sealed(tx, secret, account_id, wanted.secrets)
    if wanted.team is not UNSET:
        values["team"] = wanted.team
    if not values:
        return
    sets = ", ".join(f"{name} = %({name})s" for name in values)
    tx.put(
        f"""
        update channel_account set {sets}, version = version + 1, state = state - 'sends'
         where workspace_id = %(workspace)s and id = %(id)s
        """,
        id=account_id,
        **values,
    )
    event = ChannelAccountChanged(
        account_id=account_id,
        changed=wanted.members,
        settings=_differing(before.settings, values.get("settings")),
        team=None if wanted.team is UNSET else (before.team, wanted.team),
    )
    await record(tx, authority, event, via=via, now=now)


def _differing(before: dict[str, Any], after: dict[str, Any] | None) -> tuple[str, ...]:
    """Names of the settings that two versions do not have alike."""
    if after is None:
        return ()
    return tuple(name for name in sorted({*before, *after}) if before.get(name) != after.get(name))


async def set_active(tx: Tx, account_id: int, *, active: bool, authority: Authority, via: Via, now: datetime) -> None:
    """Switch an account on or off. Off, nothing is taken in or sent by it; what waits in its outbox stays there.

    Raises:
        AccountNotFound.
    """
    found = await account(tx, account_id)
    if found.active == active:
        return
    tx.put(
        """
        update channel_account set active = %(active)s, version = version + 1
         where workspace_id = %(workspace)s and id = %(id)s
        """,
        id=account_id,
        active=active,
    )
    await record(tx, authority, MailboxSwitched(account_id=account_id, active=active), via=via, now=now)


def keep_state(tx: Tx, account_id: int, part: str, values: dict[str, Any]) -> None:
    """Queue the replacement of one part of an account's state; the other parts stay as they are."""
    tx.put(
        """
        update channel_account set state = state || %(patch)s
         where workspace_id = %(workspace)s and id = %(id)s
        """,
        id=account_id,
        patch={part: values},
    )
