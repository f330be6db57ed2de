"""Mail accounts: an address of ours, the mailbox that is read for it, and the server that sends for it."""

from collections.abc import Sequence
from typing import Annotated, Any, Literal

import msgspec

from gongdan.domains.accounts.public import current_release, require_teams, system
from gongdan.domains.channels.accounts.rows import ChannelAccount, NewChannelAccount, add, address_taken
from gongdan.domains.channels.accounts.sealing import unseal
from gongdan.domains.channels.errors import AccountNotFound
from gongdan.domains.channels.mail.oauth.providers import OAuth, endpoints_of, lacking
from gongdan.infra import outgoing
from gongdan.infra.db.tx import Database, Query, ReadTx, Tx
from gongdan.infra.mail.imap_line import ImapServer
from gongdan.infra.mail.smtp import SmtpServer
from gongdan.infra.outgoing import Inside, posting
from gongdan.kernel import clock
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.text import normalise

TIMEOUT_S = 30.0

Security = Literal["tls", "starttls", "plain"]
Host = Annotated[str, msgspec.Meta(max_length=253, pattern=r"^[A-Za-z0-9.:_-]{1,253}$")]
Login = Annotated[str, msgspec.Meta(max_length=254)]
Port = Annotated[int, msgspec.Meta(ge=1, le=65535)]


class Imap(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    host: Host
    port: Port = 993
    security: Security = "tls"
    user: Login
    folder: Annotated[str, msgspec.Meta(min_length=1, max_length=255)] = "INBOX"


class Smtp(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    host: Host
    port: Port = 465
    security: Security = "tls"
    user: Login | None = None
    """None sends without login."""


class MailSettings(msgspec.Struct, frozen=True, kw_only=True):
    imap: Imap | None = None
    smtp: Smtp | None = None
    oauth: OAuth | None = None
    """None signs in by passwords."""
    plus_addressing: bool = False
    """Whether ``support+x@…`` reaches the mailbox of ``support@…``: then replies carry their ticket in the address."""
    trusted_relay: str | None = None
    """By what name our own relay signs its findings about senders (``Authentication-Results``). Only with it a mail
    proves from whom it comes; None believes nobody."""
    inside: bool = False
    """The operator named the servers, on the command line: they may stand inside the network."""


class Passwords(msgspec.Struct, frozen=True, kw_only=True):
    imap: str | None = None
    smtp: str | None = None
    oauth: str | None = None
    """Of our application with the provider that grants access."""


class MailAccount(msgspec.Struct, frozen=True, kw_only=True):
    workspace_id: int
    id: int
    address: str
    name: str
    settings: MailSettings
    secret: bytes | None
    active: bool
    state: dict[str, Any]
    version: int

    def passwords(self, secret: bytes) -> Passwords:
        """
        Raises:
            SecretUnreadable: they were sealed under another secret.
        """
        if self.secret is None:
            return Passwords()
        plain = unseal(secret, self.secret, "passwords", workspace_id=self.workspace_id, account_id=self.id)
        return msgspec.json.decode(plain, type=Passwords)


def mailbox_of(found: ChannelAccount) -> MailAccount:
    """The account of a channel, read as a mailbox."""
    return MailAccount(
        workspace_id=found.workspace_id,
        id=found.id,
        address=found.address,
        name=found.name,
        settings=msgspec.convert(found.settings, MailSettings),
        secret=found.secret,
        active=found.active,
        state=found.state,
        version=found.version,
    )


def lead_here(tx: Tx, account_id: int, address: str) -> None:
    """Queue that the address is this mailbox's, in the whole installation."""
    row = {"address": normalise(address.strip()), "workspace_id": tx.workspace_id, "account_id": account_id}
    tx.insert("mail_route", row)


async def admitted(settings: MailSettings, inside: Inside, before: MailSettings | None = None) -> MailSettings:
    """Settings that an administrator gave. Servers inside must be allowed by the operator, or be those that the
    operator named and the mailbox has.

    Raises:
        HostForbidden.
        Invalid: it signs in by a provider whose endpoints are not known.
    """
    if settings.oauth is not None and (missing := lacking(settings.oauth)):
        raise Invalid(faults=tuple(FieldFault(f"settings.oauth.{name}", "required") for name in missing))
    if before is not None and before.inside and _reached_by(before) == _reached_by(settings):
        return msgspec.structs.replace(settings, inside=True)
    for host, port in _reached_by(settings):
        await outgoing.check(host, port, inside)
    return msgspec.structs.replace(settings, inside=False)


def _reached_by(settings: MailSettings) -> list[tuple[str, int]]:
    """The servers that it leads to."""
    found = [(one.host.lower(), one.port) for one in (settings.imap, settings.smtp) if one is not None]
    return [*found, posting.place(endpoints_of(settings.oauth).token_url)] if settings.oauth else found


def kept_passwords(before: MailSettings, after: MailSettings, passwords: Passwords) -> Passwords:
    """Passwords stay where the server stays for which they were given: whoever names another server must know them, and
    nobody has one sent where it does not belong."""
    return Passwords(
        imap=passwords.imap if _is_same(before.imap, after.imap) else None,
        smtp=passwords.smtp if _is_same(before.smtp, after.smtp) else None,
        oauth=passwords.oauth if _is_same_application(before.oauth, after.oauth) else None,
    )


def _is_same_application(before: OAuth | None, after: OAuth | None) -> bool:
    if before is None or after is None or before.client_id != after.client_id:
        return False
    return endpoints_of(before).token_url == endpoints_of(after).token_url


def _is_same(before: Imap | Smtp | None, after: Imap | Smtp | None) -> bool:
    if before is None or after is None:
        return False
    return (before.host.lower(), before.port, before.security) == (after.host.lower(), after.port, after.security)


async def create_account(
    db: Database,
    secret: bytes,
    workspace_id: int,
    *,
    address: str,
    name: str,
    settings: MailSettings,
    passwords: Passwords,
    team: str | None = None,
) -> int:
    """Add a mailbox in a transaction of its own, as the operator.

    Raises:
        AddressTaken: the address leads to another mailbox of this installation.
    """
    row = NewChannelAccount(
        kind="mail",
        address=address,
        name=name,
        settings=settings,
        secrets=passwords,
        reads=settings.imap is not None,
        sends=settings.smtp is not None,
        team=team,
    )
    with address_taken(address):
        async with db.write(workspace_id) as tx:
            await require_teams(tx, [team] if team else [])
            operator = system(workspace_id, name="cli", release=await current_release(tx))
            account_id = await add(tx, secret, row, authority=operator, via="cli", now=clock.now())
            lead_here(tx, account_id, address)
    return account_id


def mail_accounts(ids: Sequence[int] | None = None) -> Query[MailAccount]:
    """The workspace's mail accounts, or those of them with ``ids``, oldest first; none that was retired."""
    return Query(
        MailAccount,
        """
        select workspace_id, id, address, name, settings, secret, active, state, version
          from channel_account
         where workspace_id = %(workspace)s
           and kind = 'mail'
           and retired_at is null
           and (%(ids)s::bigint[] is null or id = any(%(ids)s))
         order by id
        """,
        {"ids": None if ids is None else list(ids)},
    )


async def account(tx: ReadTx, account_id: int) -> MailAccount:
    """
    Raises:
        AccountNotFound.
    """
    (found,) = await tx.gather(mail_accounts([account_id]))
    if not found:
        raise AccountNotFound(id=account_id)
    return found[0]


async def workspaces_with_mail(db: Database) -> list[int]:
    """Workspaces that have a mailbox at all, of the whole installation."""
    async with db.plain() as connection:
        cursor = await connection.execute("select distinct workspace_id from mail_route order by 1")
        return [row[0] for row in await cursor.fetchall()]


def imap_server(
    account: MailAccount, secret: bytes, inside: Sequence[str], access: str | None, *, timeout_s: float | None = None
) -> ImapServer | None:
    """The mailbox to read, None where the account only sends. ``inside``: the inner hosts that may be reached;
    ``access``: the token by which one signs in, where its provider grants access."""
    imap = account.settings.imap
    if imap is None:
        return None
    return ImapServer(
        host=imap.host,
        port=imap.port,
        security=imap.security,
        user=imap.user,
        password=account.passwords(secret).imap if access is None else None,
        access_token=access,
        folder=imap.folder,
        timeout_s=timeout_s or TIMEOUT_S,
        inside=Inside(hosts=tuple(inside), everything=account.settings.inside),
    )


def smtp_server(
    account: MailAccount, secret: bytes, inside: Sequence[str], access: str | None, *, timeout_s: float | None = None
) -> SmtpServer | None:
    """The server to send by, None where the account only receives; otherwise as ``imap_server``."""
    smtp = account.settings.smtp
    if smtp is None:
        return None
    return SmtpServer(
        host=smtp.host,
        port=smtp.port,
        security=smtp.security,
        user=smtp.user,
        password=account.passwords(secret).smtp if access is None else None,
        access_token=access,
        hello=domain_of(account.address),
        timeout_s=timeout_s or TIMEOUT_S,
        inside=Inside(hosts=tuple(inside), everything=account.settings.inside),
    )


def domain_of(address: str) -> str:
    return address.rpartition("@")[2]
