"""Signed marks by which a reply proves where it belongs: in the plus-address that it answers, and in our message ids.

A mark is an HMAC-SHA256 over its ticket, cut to 80 bits: guessing one costs a mail per try. The two kinds are signed
under different names, so neither can be made from the other. Letters are lower case, since relays fold addresses.
"""

import base64
import hashlib
import hmac
import re

_TOKEN = re.compile(r"^t(\d{1,16})\.([a-z2-7]{16})$")
_MESSAGE_ID = re.compile(r"^t\.(\d{1,16})\.(\d{1,16})\.([a-z2-7]{16})@", re.I)


def sign_token(secret: bytes, ticket_id: int) -> str:
    """The mark of a ticket, for the part of an address behind the plus sign."""
    return f"t{ticket_id}.{_signature(secret, f'address:{ticket_id}')}"


def read_token(secret: bytes, token: str) -> int | None:
    """The ticket that ``token`` proves, or None where it is none of ours."""
    found = _TOKEN.match(token.lower())
    if not found:
        return None
    ticket_id = int(found.group(1))
    is_ours = hmac.compare_digest(found.group(2), _signature(secret, f"address:{ticket_id}"))
    return ticket_id if is_ours else None


def sign_message_id(secret: bytes, ticket_id: int, *, message_id: int, domain: str) -> str:
    """The Message-ID, without brackets, of our message about a ticket. The same arguments give the same id, so that a
    message sent again is recognised as the same."""
    return f"t.{ticket_id}.{message_id}.{_signature(secret, f'message:{ticket_id}.{message_id}')}@{domain}"


def read_message_id(secret: bytes, message_id: str) -> int | None:
    """The ticket that a Message-ID of ours proves, or None."""
    found = _MESSAGE_ID.match(message_id)
    if not found:
        return None
    ticket_id, number = int(found.group(1)), int(found.group(2))
    is_ours = hmac.compare_digest(found.group(3).lower(), _signature(secret, f"message:{ticket_id}.{number}"))
    return ticket_id if is_ours else None


def plus_address(address: str, token: str) -> str:
    """``support@example.com`` as ``support+<token>@example.com``."""
    local, _, domain = address.rpartition("@")
    return f"{local}+{token}@{domain}"


def _signature(secret: bytes, text: str) -> str:
    digest = hmac.new(secret, f"gongdan-mail:{text}".encode(), hashlib.sha256).digest()
    return base64.b32encode(digest[:10]).decode("ascii").lower()
