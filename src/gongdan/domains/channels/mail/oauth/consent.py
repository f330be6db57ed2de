"""How a member has a provider grant access to a mailbox: they go to its page, and come back with a code (RFC 6749,
4.1, with PKCE, RFC 7636). What they bring back is good once, for ten minutes, in the session that began it."""

import base64
import binascii
import hashlib
import hmac
import os
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlencode

import msgspec

from gongdan.domains.accounts.public import Authority
from gongdan.domains.channels.accounts.recording import record
from gongdan.domains.channels.accounts.rows import to_change
from gongdan.domains.channels.accounts.sealing import derived
from gongdan.domains.channels.contract.room import Mailroom
from gongdan.domains.channels.errors import (
    AccountNotFound,
    ConsentRefused,
    ConsentStale,
    NoLastingAccess,
    NoOAuth,
    SignInNeeded,
    StaleAccount,
)
from gongdan.domains.channels.events import ChannelAccountSignedIn
from gongdan.domains.channels.mail import settings as mailboxes
from gongdan.domains.channels.mail.oauth import grants
from gongdan.domains.channels.mail.oauth.asking import GivenTokens, ask
from gongdan.domains.channels.mail.oauth.grants import Tokens, servers_of
from gongdan.domains.channels.mail.oauth.providers import OAuth, endpoints_of
from gongdan.domains.channels.mail.oauth.tokens import lifetime
from gongdan.domains.channels.mail.settings import MailAccount
from gongdan.infra.db.tx import Tx
from gongdan.infra.outgoing import Inside
from gongdan.kernel.events import Via
from gongdan.kernel.text import one_line

LASTS: Final = timedelta(minutes=10)
PATH: Final = "/mailbox-sign-in"
"""Where providers send members back to, below the address of the workspace."""


class Began(msgspec.Struct, frozen=True, kw_only=True):
    url: str
    """Of the provider's page."""
    expires_at: datetime


class Brought(msgspec.Struct, frozen=True, kw_only=True):
    """What the provider gave whoever came back."""

    state: str
    code: str | None = None
    error: str | None = None
    said: str | None = None


class _State(msgspec.Struct, frozen=True, array_like=True):
    workspace_id: int
    nonce: str
    expires_at: int


async def begin(room: Mailroom, tx: Tx, account_id: int, *, bearer: str, home: str, now: datetime) -> Began:
    """Let somebody go to the provider of a mailbox. ``bearer`` is the session that they are to come back in, ``home``
    the address of the workspace. One sign-in of an account is under way in each session.

    Raises:
        AccountNotFound.
        NoOAuth: it signs in by a password.
    """
    found = await to_change(tx, account_id, seen=None)
    mailbox = mailboxes.mailbox_of(found) if found.kind == "mail" else None
    if mailbox is None or mailbox.settings.oauth is None:
        raise NoOAuth
    nonce, expires_at = base64.urlsafe_b64encode(os.urandom(24)).decode(), now + LASTS
    stamp = _stamp(bearer)
    tx.put(
        """
        delete from channel_consent
         where workspace_id = %(workspace)s
           and (expires_at <= %(now)s or (account_id = %(id)s and bearer = %(bearer)s))
        """,
        id=account_id,
        bearer=stamp,
        now=now,
    )
    tx.put(
        """
        insert into channel_consent (workspace_id, nonce, account_id, account_version, bearer, expires_at)
        values (%(workspace)s, %(nonce)s, %(id)s, %(version)s, %(bearer)s, %(expires)s)
        """,
        nonce=_stamp(nonce),
        id=account_id,
        version=found.version,
        bearer=stamp,
        expires=expires_at,
    )
    state = _signed(room.secret, _State(tx.workspace_id, nonce, int(expires_at.timestamp())))
    return Began(url=_address(room.secret, mailbox, mailbox.settings.oauth, nonce, state, home), expires_at=expires_at)


async def finish(
    room: Mailroom, authority: Authority, brought: Brought, *, bearer: str, home: str, via: Via, now: datetime
) -> int:
    """Take what somebody brought back, and have tokens for it; returns the id of the account.

    Raises:
        ConsentStale: it was not begun here, in this session, within ten minutes; it was used; or the account was
            changed or retired since.
        ConsentRefused: they said no, or the provider did.
        NoLastingAccess: it grants access without a token by which to renew it.
        ProviderRefused, ProviderUnreachable, ProviderUnclear: it does not give tokens for the code.
    """
    nonce = _read(room.secret, brought.state, authority.workspace_id, now)
    mailbox, version = await _taken(room, authority.workspace_id, nonce, bearer, now)
    oauth = mailbox.settings.oauth
    if brought.error is not None or not brought.code:
        raise ConsentRefused(error=one_line(brought.error or "no_code", 60), said=one_line(brought.said or "", 300))
    if oauth is None:
        raise ConsentStale
    given = await _exchanged(room, mailbox, oauth, brought.code, nonce, home)
    if given.refresh is None:
        raise NoLastingAccess
    tokens = Tokens(
        access=given.access,
        refresh=given.refresh,
        token_url=endpoints_of(oauth).token_url,
        client_id=oauth.client_id,
        servers=servers_of(mailbox.settings),
    )
    async with room.db.write(authority.workspace_id) as tx:
        try:
            await to_change(tx, mailbox.id, seen=version)
        except (AccountNotFound, StaleAccount):
            raise ConsentStale from None
        grants.begin(tx, room.secret, mailbox.id, tokens, lifetime(given.lasts_s, now), now)
        _go_on(tx, mailbox.id, now)
        event = ChannelAccountSignedIn(account_id=mailbox.id, address=mailbox.address)
        await record(tx, authority, event, via=via, now=now)
    return mailbox.id


def _go_on(tx: Tx, account_id: int, now: datetime) -> None:
    """Queue that what could not be read or sent before is tried again now: readers heed the version."""
    tx.put(
        """
        update channel_account
           set version = version + 1,
               state = (state - 'sends') || case when state ? 'reads'
                 then jsonb_build_object(
                        'reads', (state -> 'reads') || '{"fault": null, "failures": 0, "outage": null}')
                 else '{}' end
         where workspace_id = %(workspace)s and id = %(id)s
        """,
        id=account_id,
    )
    tx.put(
        """
        update delivery set next_at = least(next_at, %(now)s)
         where workspace_id = %(workspace)s and account_id = %(id)s and state = 'queued' and fault = %(fault)s
           and next_at < 'infinity'
        """,
        id=account_id,
        fault=SignInNeeded.code,
        now=now,
    )


class _Consent(msgspec.Struct, frozen=True):
    account_id: int
    account_version: int


async def _taken(room: Mailroom, workspace_id: int, nonce: str, bearer: str, now: datetime) -> tuple[MailAccount, int]:
    """The mailbox for which it was begun, and its version then. It is used up, whatever comes after."""
    async with room.db.write(workspace_id) as tx:
        found = await tx.row(
            _Consent,
            """
            delete from channel_consent
             where workspace_id = %(workspace)s and nonce = %(nonce)s and bearer = %(bearer)s and expires_at > %(now)s
            returning account_id, account_version
            """,
            nonce=_stamp(nonce),
            bearer=_stamp(bearer),
            now=now,
        )
    if found is None:
        raise ConsentStale
    async with room.db.read(workspace_id) as reading:
        (known,) = await reading.gather(mailboxes.mail_accounts([found.account_id]))
    if not known:
        raise ConsentStale
    return known[0], found.account_version


async def _exchanged(
    room: Mailroom, mailbox: MailAccount, oauth: OAuth, code: str, nonce: str, home: str
) -> GivenTokens:
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": home + PATH,
        "client_id": oauth.client_id,
        "code_verifier": _verifier(room.secret, nonce),
    }
    if client_secret := mailbox.passwords(room.secret).oauth:
        form["client_secret"] = client_secret
    inside = Inside(hosts=room.inside, everything=mailbox.settings.inside)
    return await ask(room, endpoints_of(oauth).token_url, form, inside)


def _address(secret: bytes, mailbox: MailAccount, oauth: OAuth, nonce: str, state: str, home: str) -> str:
    ends = endpoints_of(oauth)
    hashed = hashlib.sha256(_verifier(secret, nonce).encode()).digest()
    asked = {
        "response_type": "code",
        "client_id": oauth.client_id,
        "redirect_uri": home + PATH,
        "scope": " ".join(ends.scopes),
        "state": state,
        "code_challenge": _wrap(hashed),
        "code_challenge_method": "S256",
        "login_hint": mailbox.address,
    }
    return f"{ends.authorize_url}?{urlencode(asked | dict(ends.more))}"


def _verifier(secret: bytes, nonce: str) -> str:
    """Follows from the nonce, which the provider does not keep from the browser, and the secret, which nobody has."""
    return _wrap(hmac.digest(derived(secret, "verifier"), nonce.encode(), "sha256"))


def _signed(secret: bytes, state: _State) -> str:
    payload = _wrap(msgspec.json.encode(state))
    return f"{payload}.{_wrap(_mac(secret, payload))}"


def _read(secret: bytes, text: str, workspace_id: int, now: datetime) -> str:
    payload, _, mac = text.partition(".")
    try:
        state = msgspec.json.decode(_unwrap(payload), type=_State)
        is_ours = hmac.compare_digest(_unwrap(mac), _mac(secret, payload))
    except (msgspec.DecodeError, binascii.Error, ValueError):
        raise ConsentStale from None
    if not is_ours or state.workspace_id != workspace_id or state.expires_at <= now.timestamp():
        raise ConsentStale
    return state.nonce


def _mac(secret: bytes, payload: str) -> bytes:
    return hmac.digest(derived(secret, "consent"), payload.encode(), "sha256")


def _stamp(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def _wrap(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _unwrap(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
