"""What providers granted: tokens, sealed beside the account, with the servers for which they were given."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

import msgspec

from gongdan.domains.channels.accounts.sealing import seal, unseal
from gongdan.domains.channels.mail.oauth.providers import endpoints_of
from gongdan.domains.channels.mail.settings import Imap, MailSettings, Smtp
from gongdan.infra.db.tx import Query, Tx


class Tokens(msgspec.Struct, frozen=True, kw_only=True):
    """Never shown and never logged."""

    access: str
    refresh: str
    token_url: str
    """Only there the refresh token is sent; and only for ``client_id``."""
    client_id: str
    servers: tuple[str, ...]
    """Only to these the access token is sent."""

    def fit(self, settings: MailSettings) -> bool:
        """Whether they were given for a mailbox that is set up like this."""
        if settings.oauth is None or self.client_id != settings.oauth.client_id:
            return False
        return self.token_url == endpoints_of(settings.oauth).token_url and set(servers_of(settings)) <= set(
            self.servers
        )


def servers_of(settings: MailSettings) -> tuple[str, ...]:
    """The servers to which its access token is sent."""
    return tuple(_server(one) for one in (settings.imap, settings.smtp) if one is not None and one.user is not None)


def _server(one: Imap | Smtp) -> str:
    kind = "imap" if isinstance(one, Imap) else "smtp"
    return f"{kind} {one.host.lower()}:{one.port} {one.security}"


class TokenGrant(msgspec.Struct, frozen=True, kw_only=True):
    account_id: int
    sealed: bytes
    ends_at: datetime
    """Of the access token."""
    renew_at: datetime
    """From when on another one is asked for."""
    granted_at: datetime
    version: int
    held_until: datetime | None
    fault: str | None
    """What the provider said when it refused another token."""

    def tokens(self, secret: bytes, workspace_id: int) -> Tokens:
        """
        Raises:
            SecretUnreadable: they were sealed under another secret.
        """
        plain = unseal(secret, self.sealed, "grant", workspace_id=workspace_id, account_id=self.account_id)
        return msgspec.json.decode(plain, type=Tokens)


def grants(ids: Sequence[int] | None = None) -> Query[TokenGrant]:
    """What was granted to the workspace's accounts, or to those of them with ``ids``."""
    return Query(
        TokenGrant,
        """
        select account_id, sealed, ends_at, renew_at, granted_at, version, held_until, fault
          from channel_grant
         where workspace_id = %(workspace)s and (%(ids)s::bigint[] is null or account_id = any(%(ids)s))
        """,
        {"ids": None if ids is None else list(ids)},
    )


class Lifetime(msgspec.Struct, frozen=True):
    """Of an access token."""

    ends_at: datetime
    renew_at: datetime


def begin(tx: Tx, secret: bytes, account_id: int, tokens: Tokens, life: Lifetime, now: datetime) -> None:
    """Queue that somebody consented: whatever was granted before is forgotten, also where it is just being renewed."""
    tx.put(
        """
        insert into channel_grant
               (workspace_id, account_id, sealed, ends_at, renew_at, granted_at, version, held_until, fault)
        values (%(workspace)s, %(id)s, %(sealed)s, %(ends)s, %(renew)s, %(now)s, 1, null, null)
        on conflict (workspace_id, account_id) do update
           set sealed = excluded.sealed, ends_at = excluded.ends_at, renew_at = excluded.renew_at,
               granted_at = excluded.granted_at, version = channel_grant.version + 1, held_until = null, fault = null
        """,
        id=account_id,
        sealed=_sealed(tx, secret, account_id, tokens),
        ends=life.ends_at,
        renew=life.renew_at,
        now=now,
    )


async def hold(tx: Tx, grant: TokenGrant, *, now: datetime, until: datetime) -> int | None:
    """Take the grant for this process alone; its version then, None where another one has it or was faster."""
    held = await tx.row(
        tuple,
        """
        update channel_grant set held_until = %(until)s, version = version + 1
         where workspace_id = %(workspace)s and account_id = %(id)s and version = %(version)s
           and (held_until is null or held_until <= %(now)s)
        returning version
        """,
        id=grant.account_id,
        version=grant.version,
        now=now,
        until=until,
    )
    return held[0] if held else None


def renew(tx: Tx, secret: bytes, account_id: int, version: int, tokens: Tokens, life: Lifetime) -> None:
    """Queue the end of holding it with other tokens; nothing where it changed hands meanwhile."""
    tx.put(
        """
        update channel_grant
           set sealed = %(sealed)s, ends_at = %(ends)s, renew_at = %(renew)s, version = version + 1,
               held_until = null, fault = null
         where workspace_id = %(workspace)s and account_id = %(id)s and version = %(version)s
        """,
        id=account_id,
        version=version,
        sealed=_sealed(tx, secret, account_id, tokens),
        ends=life.ends_at,
        renew=life.renew_at,
    )


def keep(tx: Tx, account_id: int, version: int, *, fault: str | None, again_at: datetime) -> None:
    """Queue the end of holding it without other tokens, and when to ask again."""
    tx.put(
        """
        update channel_grant
           set version = version + 1, held_until = null, fault = coalesce(%(fault)s, fault), renew_at = %(again)s
         where workspace_id = %(workspace)s and account_id = %(id)s and version = %(version)s
        """,
        id=account_id,
        version=version,
        fault=fault,
        again=again_at,
    )


def spoil(tx: Tx, grant: TokenGrant, now: datetime) -> None:
    """Queue that its access token opens nothing any more, whatever its provider said."""
    tx.put(
        """
        update channel_grant
           set version = version + 1, ends_at = least(ends_at, %(now)s), renew_at = least(renew_at, %(now)s)
         where workspace_id = %(workspace)s and account_id = %(id)s and version = %(version)s and held_until is null
        """,
        id=grant.account_id,
        version=grant.version,
        now=now,
    )


def forget(tx: Tx, account_id: int) -> None:
    """Queue that nothing is granted to it, nor being granted."""
    for table in ("channel_grant", "channel_consent"):
        tx.put(f"delete from {table} where workspace_id = %(workspace)s and account_id = %(id)s", id=account_id)


SignInState = Literal["needed", "granted", "refused"]


class SignInStanding(msgspec.Struct, frozen=True, kw_only=True):
    """How an account stands with its provider."""

    state: SignInState
    """``needed``: nobody consented, or to other settings; ``refused``: the provider gives no tokens any more."""
    granted_at: datetime | None = None
    said: str | None = None
    """What the provider said when it refused."""


def standing(tokens: Tokens | None, grant: TokenGrant | None, settings: MailSettings) -> SignInStanding | None:
    """None for one that signs in by a password. Pure."""
    if settings.oauth is None:
        return None
    if grant is None or tokens is None or not tokens.fit(settings):
        return SignInStanding(state="needed")
    state: SignInState = "refused" if grant.fault else "granted"
    return SignInStanding(state=state, granted_at=grant.granted_at, said=grant.fault)


def _sealed(tx: Tx, secret: bytes, account_id: int, tokens: Tokens) -> bytes:
    plain = msgspec.json.encode(tokens)
    return seal(secret, plain, "grant", workspace_id=tx.workspace_id, account_id=account_id)
