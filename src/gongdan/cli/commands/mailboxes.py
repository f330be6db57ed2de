"""``gongdan mailbox``: the addresses that mail comes to and goes out from."""

import asyncio
import sys
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

import msgspec
from cyclopts import App

from gongdan import wiring
from gongdan.cli.commands.people import ask_password
from gongdan.cli.installation import InWorkspace, installation, operator, the_workspace
from gongdan.cli.output import InJson, as_json, line, tell
from gongdan.domains.accounts.public import home_of
from gongdan.domains.channels import public as channels
from gongdan.kernel import clock
from gongdan.kernel.errors import FieldFault, Invalid, NotFound
from gongdan.kernel.text import normalise

app = App(name="mailbox", help="管理邮箱 · Mailboxes")

_SERVERS: Final = {
    "imaps": ("tls", 993),
    "imap+starttls": ("starttls", 143),
    "imap": ("plain", 143),
    "smtps": ("tls", 465),
    "smtp+starttls": ("starttls", 587),
    "smtp": ("plain", 25),
}
"""Scheme of an address → security, and the port when it names none."""


@app.command(name="add")
async def add_mailbox(
    address: str,
    *,
    name: str,
    imap: str | None = None,
    smtp: str | None = None,
    user: str | None = None,
    folder: str = "INBOX",
    plus_addressing: bool = False,
    trusted_relay: str | None = None,
    team: str | None = None,
    oauth: channels.ProviderKey | None = None,
    client_id: str = "",
    tenant: str | None = None,
    authorize_url: str | None = None,
    token_url: str | None = None,
    scope: tuple[str, ...] = (),
    workspace: InWorkspace = None,
    json: InJson = False,
) -> None:
    """Add a mailbox, active at once. The password, or the client secret with ``--oauth``, is asked for, or read from
    standard input when that is no terminal. With ``--oauth`` it waits for ``gongdan mailbox sign-in``.

    Parameters
    ----------
    address
        The address that customers write to.
    name
        As whom replies come.
    imap
        Server to read from: ``imaps://HOST[:PORT]``, ``imap+starttls://…``, or ``imap://…`` without encryption.
    smtp
        Server to send by: ``smtps://HOST[:PORT]``, ``smtp+starttls://…``, or ``smtp://…`` without encryption.
    user
        Who signs in to both; by default the address.
    folder
        The folder that is read.
    plus_addressing
        Whether ``support+x@…`` reaches the mailbox of ``support@…``: replies then carry their ticket in the address.
    trusted_relay
        By what name our own relay signs its findings about senders (``Authentication-Results``); without it no mail
        proves from whom it comes.
    team
        Key of the team where its tickets start, unless a routing rule says where.
    oauth
        Whose provider grants access: ``microsoft``, ``google``, or ``other``, whose endpoints are named.
    client_id
        As which application that is registered there.
    tenant
        Microsoft: the directory; by default that of whoever signs in.
    authorize_url
        Where one consents, of another provider.
    token_url
        Where tokens are had, of another provider.
    scope
        What is asked for, of another provider.
    """
    login = user or address
    application = _application(oauth, client_id, tenant, authorize_url, token_url, scope) if oauth else None
    settings = channels.MailSettings(
        imap=channels.Imap(user=login, folder=folder, **_server("imap", imap)) if imap else None,
        smtp=channels.Smtp(user=login, **_server("smtp", smtp)) if smtp else None,
        oauth=application,
        plus_addressing=plus_addressing,
        trusted_relay=trusted_relay,
        inside=True,
    )
    password = ask_password()
    async with installation() as services:
        place = await the_workspace(services, workspace)
        account_id = await channels.create_account(
            services.db,
            services.secret,
            place.id,
            address=address,
            name=name,
            settings=settings,
            passwords=channels.Passwords(oauth=password)
            if application
            else channels.Passwords(imap=password, smtp=password),
            team=team,
        )
    if json:
        as_json({"id": account_id, "address": address})
    else:
        tell("cli.mailbox.added", address=address)


@app.command(name="list")
async def list_mailboxes(*, workspace: InWorkspace = None, json: InJson = False) -> None:
    """List the mailboxes, with the last fault of each."""
    async with installation() as services:
        place = await the_workspace(services, workspace)
        async with services.db.read(place.id) as tx:
            (found,) = await tx.gather(channels.mail_accounts())
    if json:
        as_json([_shown(one) for one in found])
        return
    for one in found:
        faults = [f"{part}: {state['fault']}" for part, state in one.state.items() if state.get("fault")]
        line(f"{' ' if one.active else '-'} {one.address:36} {one.name:20} {'; '.join(faults)}")


@app.command(name="retire")
async def retire_mailbox(address: str, *, to: str | None = None, workspace: InWorkspace = None) -> None:
    """End a mailbox for good: nothing is read or sent by it any more, and its address is free.

    Parameters
    ----------
    address
        Whose it is.
    to
        The mailbox by which what waits, and replies in its conversations, go out.
    """
    async with installation() as services:
        place = await the_workspace(services, workspace)
        by = operator(place)
        async with services.db.write(place.id) as tx:
            (known,) = await tx.gather(channels.mail_accounts())
            ids = {one.address: one.id for one in known}
            for named in filter(None, (address, to)):
                if normalise(named) not in ids:
                    raise NoSuchMailbox(address=named)
            await channels.retire(
                tx,
                by,
                ids[normalise(address)],
                ids[normalise(to)] if to else None,
                seen=None,
                via="cli",
                now=clock.now(),
            )
    tell("cli.mailbox.retired", address=address)


@app.command(name="sign-in")
async def sign_in(address: str, *, workspace: InWorkspace = None) -> None:
    """Have the provider of a mailbox grant access to it (OAuth2): open the address that is printed, agree, and enter
    the address to which the browser is sent back. It is read from standard input; that page itself need not work.

    Parameters
    ----------
    address
        Whose it is.
    """
    async with installation() as services:
        place = await the_workspace(services, workspace)
        by, room = operator(place), wiring.mailroom(services)
        async with services.db.write(place.id) as tx:
            (known,) = await tx.gather(channels.mail_accounts())
            ids = {one.address: one.id for one in known}
            if normalise(address) not in ids:
                raise NoSuchMailbox(address=address)
            home = await home_of(tx, services.settings.base_url)
            account_id = ids[normalise(address)]
            begun = await channels.consent.begin(room, tx, account_id, bearer=_BEARER, home=home, now=clock.now())
        tell("cli.mailbox.sign_in", url=begun.url)
        brought = _brought(await asyncio.to_thread(sys.stdin.readline))
        now = clock.now()
        await channels.consent.finish(room, by, brought, bearer=_BEARER, home=home, via="cli", now=now)
    tell("cli.mailbox.signed_in", address=address)


_BEARER: Final = "operator"


def _brought(address: str) -> channels.Brought:
    """What stands in the address that a provider sent somebody back to."""
    found = {name: values[0] for name, values in parse_qs(urlsplit(address.strip()).query).items()}
    return channels.Brought(
        state=found.get("state", ""),
        code=found.get("code"),
        error=found.get("error"),
        said=found.get("error_description"),
    )


def _application(
    provider: channels.ProviderKey,
    client_id: str,
    tenant: str | None,
    authorize_url: str | None,
    token_url: str | None,
    scopes: tuple[str, ...],
) -> channels.OAuth:
    """
    Raises:
        Invalid: it is not what the provider needs.
    """
    given = {"provider": provider, "client_id": client_id, "tenant": tenant, "scopes": scopes}
    given |= {"authorize_url": authorize_url, "token_url": token_url}
    try:
        found = msgspec.convert(given, channels.OAuth)
    except msgspec.ValidationError as fault:
        raise Invalid(faults=(FieldFault("--oauth", "malformed", {"detail": str(fault)[:200]}),)) from None
    if missing := channels.lacking(found):
        raise Invalid(faults=tuple(FieldFault(f"--{name.replace('_', '-')}", "required") for name in missing))
    return found


class NoSuchMailbox(NotFound):
    """No mailbox of the workspace has this address."""

    code = "cli.no_such_mailbox"


def _shown(account: channels.MailAccount) -> dict[str, Any]:
    """An account without its sealed password."""
    kept: dict[str, Any] = msgspec.to_builtins(account)
    return {name: kept[name] for name in ("id", "address", "name", "settings", "active", "state")}


def _server(protocol: str, address: str) -> dict[str, Any]:
    """Host, port and security that an address names.

    Raises:
        Invalid: it is no address of such a server.
    """
    found = urlsplit(address)
    security, port = _SERVERS.get(found.scheme, ("", 0))
    try:
        named = found.port
    except ValueError:
        named = 0
    if not found.scheme.startswith(protocol) or not security or not found.hostname or named == 0:
        raise Invalid(faults=(FieldFault(f"--{protocol}", "cli.bad_server", {"protocol": protocol}),))
    return {"host": found.hostname, "port": named or port, "security": security}
