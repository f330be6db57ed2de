"""The access token that opens a mailbox now: renewed before it ends, by one process at a time."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Final

import structlog

from gongdan.domains.channels.contract.room import Mailroom
from gongdan.domains.channels.errors import ProviderRefused, ProviderUnclear, ProviderUnreachable, SignInNeeded
from gongdan.domains.channels.mail.oauth import grants
from gongdan.domains.channels.mail.oauth.asking import WITHIN_S, GivenTokens, ask
from gongdan.domains.channels.mail.oauth.grants import Lifetime, TokenGrant, Tokens
from gongdan.domains.channels.mail.settings import MailAccount
from gongdan.infra.mail.faults import of_speaking
from gongdan.infra.mail.imap import MailboxRefused
from gongdan.infra.outgoing import Inside
from gongdan.kernel import clock

_AHEAD: Final = timedelta(minutes=5)
"""So long before its end a token is renewed, or half its life."""
_AGAIN: Final = timedelta(minutes=1)
"""After a no the provider is left alone."""
_HELD: Final = timedelta(seconds=WITHIN_S * 3)
"""Longer than asking can last."""
_LOOKS_EVERY_S: Final = 0.25
PATIENCE_S: Final = WITHIN_S + 5

log = structlog.get_logger()


def lifetime(lasts_s: int, now: datetime) -> Lifetime:
    """By our own clock alone. Pure."""
    whole = timedelta(seconds=lasts_s)
    return Lifetime(ends_at=now + whole, renew_at=now + whole - min(_AHEAD, whole / 2))


async def access_token(room: Mailroom, mailbox: MailAccount, *, at_once: bool = False) -> str | None:
    """The token by which the mailbox signs in; None of one with a password. ``at_once``: somebody waits who may have
    mended what was refused a moment ago.

    Raises:
        SignInNeeded: nobody consented, or to other servers or another application; or the provider takes it back.
        ProviderUnreachable, ProviderUnclear: no token for now.
        SecretUnreadable.
    """
    if mailbox.settings.oauth is None:
        return None
    patience = time.monotonic() + PATIENCE_S
    while True:
        grant, tokens, now = *await _granted(room, mailbox), clock.now()
        if now < min(grant.ends_at, grant.renew_at):
            return tokens.access
        if grant.fault and now < grant.renew_at and not at_once:
            raise SignInNeeded(account=mailbox.address, reason=grant.fault)
        async with room.db.write(mailbox.workspace_id) as tx:
            held = await grants.hold(tx, grant, now=now, until=now + _HELD)
        if held is not None:
            # To its end, whoever stops waiting: a token that is given once would be lost.
            return await asyncio.shield(asyncio.create_task(_renewed(room, mailbox, grant, tokens, held)))
        if now < grant.ends_at:
            return tokens.access
        if time.monotonic() > patience:
            raise ProviderUnreachable(host="", reason="another process is asking")
        await asyncio.sleep(_LOOKS_EVERY_S)


@asynccontextmanager
async def spoiling(room: Mailroom, mailbox: MailAccount, access: str | None) -> AsyncIterator[None]:
    """Around a mailbox that is opened by ``access``: where its server does not take it, another one is asked for next
    time, though its provider said that it would last."""
    try:
        yield
    except MailboxRefused as refused:
        if access is not None and of_speaking(refused) == "login":
            await spoil(room, mailbox, access)
        raise


async def spoil(room: Mailroom, mailbox: MailAccount, access: str) -> None:
    try:
        grant, tokens = await _granted(room, mailbox)
    except SignInNeeded:
        return
    if tokens.access == access:
        async with room.db.write(mailbox.workspace_id) as tx:
            grants.spoil(tx, grant, clock.now())


async def _granted(room: Mailroom, mailbox: MailAccount) -> tuple[TokenGrant, Tokens]:
    async with room.db.read(mailbox.workspace_id) as tx:
        (found,) = await tx.gather(grants.grants([mailbox.id]))
    tokens = found[0].tokens(room.secret, mailbox.workspace_id) if found else None
    if tokens is None or not tokens.fit(mailbox.settings):
        raise SignInNeeded(account=mailbox.address, reason="")
    return found[0], tokens


async def _renewed(room: Mailroom, mailbox: MailAccount, grant: TokenGrant, tokens: Tokens, held: int) -> str:
    """Ask for other tokens, and keep what came of it."""
    still = tokens.access if clock.now() < grant.ends_at else None
    try:
        given = await _asked(room, mailbox, tokens)
    except (ProviderRefused, ProviderUnreachable, ProviderUnclear) as fault:
        said = fault.said_shortly if isinstance(fault, ProviderRefused) else None
        log.warning("mailbox.token_refused", account=mailbox.id, code=fault.code)
        async with room.db.write(mailbox.workspace_id) as tx:
            grants.keep(tx, mailbox.id, held, fault=said, again_at=clock.now() + _AGAIN)
        if still is not None:
            return still
        if isinstance(fault, ProviderRefused):
            raise SignInNeeded(account=mailbox.address, reason=fault.said_shortly) from fault
        raise
    async with room.db.write(mailbox.workspace_id) as tx:
        found = Tokens(
            access=given.access,
            refresh=given.refresh or tokens.refresh,
            token_url=tokens.token_url,
            client_id=tokens.client_id,
            servers=tokens.servers,
        )
        grants.renew(tx, room.secret, mailbox.id, held, found, lifetime(given.lasts_s, clock.now()))
    return given.access


async def _asked(room: Mailroom, mailbox: MailAccount, tokens: Tokens) -> GivenTokens:
    form = {"grant_type": "refresh_token", "refresh_token": tokens.refresh, "client_id": tokens.client_id}
    if given := mailbox.passwords(room.secret).oauth:
        form["client_secret"] = given
    inside = Inside(hosts=room.inside, everything=mailbox.settings.inside)
    return await ask(room, tokens.token_url, form, inside)
