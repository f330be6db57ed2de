"""Links of customers: one that signs in, short-lived and good for one time; one to a single ticket, for a guest; and
a receipt, which says that a form came in (spec 08). The first two are only ever mailed, so using one proves the
address; a receipt stands in the answer to whoever sent the form, and opens nothing. And of members: one under which
they choose a password, made by whoever lets them in.

A link is ``<payload>.<mac>``, both base64url, the mac HMAC-SHA256 under a key derived from the installation's secret
for this workspace and purpose. Making one writes nothing, so asking for many fills no table.
"""

import base64
import binascii
import hashlib
import hmac
from datetime import datetime, timedelta
from typing import Final, Literal

import msgspec

from gongdan.domains.accounts.errors import LinkInvalid
from gongdan.kernel.text import normalise

SIGN_IN_LASTS: Final = timedelta(minutes=30)
GUEST_LASTS: Final = timedelta(days=180)

RECEIPT_LASTS: Final = timedelta(days=30)
PASSWORD_LASTS: Final = timedelta(days=3)

Purpose = Literal["sign_in", "ticket", "receipt", "password"]


class Link(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """What a link says. One to a ticket names ``ticket_id`` and opens that ticket only; a receipt knows its number."""

    purpose: Purpose
    workspace_id: int
    person_id: int
    mail: str
    """The address that it was sent to; it must still be the person's when the link is used."""
    expires_at: int
    """Unix time, in seconds."""
    ticket_id: int | None = None
    number: str = ""
    stamp: str = ""
    """Of one to a password: of whom it lets in, as they were when it was made (``stamp_of``)."""


def sign_in_link(key: bytes, *, workspace_id: int, person_id: int, mail: str, now: datetime) -> str:
    """The token of a link by which the customer with this mail address signs in, within half an hour and once."""
    return _signed(
        key,
        Link(
            purpose="sign_in",
            workspace_id=workspace_id,
            person_id=person_id,
            mail=normalise(mail),
            expires_at=int((now + SIGN_IN_LASTS).timestamp()),
        ),
    )


def ticket_link(key: bytes, *, workspace_id: int, person_id: int, mail: str, ticket_id: int, now: datetime) -> str:
    """The token of a link under which a guest follows their ticket, as often as they like for half a year. It is only
    ever mailed to ``mail``."""
    return _signed(
        key,
        Link(
            purpose="ticket",
            workspace_id=workspace_id,
            person_id=person_id,
            mail=normalise(mail),
            expires_at=int((now + GUEST_LASTS).timestamp()),
            ticket_id=ticket_id,
        ),
    )


def receipt_link(key: bytes, *, workspace_id: int, number: str, now: datetime) -> str:
    """The token of a receipt: whoever holds it learns the number of what they sent, and nothing else."""
    return _signed(
        key,
        Link(
            purpose="receipt",
            workspace_id=workspace_id,
            person_id=0,
            mail="",
            expires_at=int((now + RECEIPT_LASTS).timestamp()),
            number=number,
        ),
    )


def password_link(key: bytes, *, workspace_id: int, person_id: int, mail: str, stamp: str, now: datetime) -> str:
    """The token of a link under which a member chooses a password, once, within three days."""
    return _signed(
        key,
        Link(
            purpose="password",
            workspace_id=workspace_id,
            person_id=person_id,
            mail=normalise(mail),
            expires_at=int((now + PASSWORD_LASTS).timestamp()),
            stamp=stamp,
        ),
    )


def stamp_of(password_hash: str | None, *, let_in: int, rights: str) -> str:
    """Changes with the password that a link replaces, so whichever link is used, the others are worth nothing; when its
    member is let in again; and with what they may do (``rights``), which whoever made the link was asked about. It
    tells nothing of the password: what is hashed is salted."""
    parts = (password_hash or "", str(let_in), rights)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def read(key: bytes, token: str, *, now: datetime) -> Link:
    """What the token says, once its signature and its time are found good.

    Raises:
        LinkInvalid: it is forged, cut off or outdated.
    """
    payload, _, mac = token.partition(".")
    try:
        link = msgspec.json.decode(_unwrap(payload), type=Link)
        given = _unwrap(mac)
    except (msgspec.DecodeError, binascii.Error, ValueError):
        raise LinkInvalid from None
    if not hmac.compare_digest(_mac(key, link, payload), given) or link.expires_at <= now.timestamp():
        raise LinkInvalid
    return link


def _signed(key: bytes, link: Link) -> str:
    payload = _wrap(msgspec.json.encode(link))
    return f"{payload}.{_wrap(_mac(key, link, payload))}"


def _mac(key: bytes, link: Link, payload: str) -> bytes:
    """A link of one workspace or purpose is worth nothing in another: each has a key of its own."""
    own = hmac.digest(key, f"gongdan link {link.purpose} {link.workspace_id}".encode(), "sha256")
    return hmac.digest(own, payload.encode(), "sha256")


def _wrap(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _unwrap(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
