"""Signatures of requests, in and out: Standard Webhooks, symmetric. Pure."""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from gongdan.domains.channels.errors import Unsigned

TOLERANCE: Final = timedelta(minutes=5)
"""By how much a timestamp may differ from our clock: an old request is not let in again."""
_LONGEST_ID: Final = 200
_MOST_SIGNATURES: Final = 10


def signed(secret: str, id: str, body: bytes, now: datetime) -> dict[str, str]:
    """The headers that prove ``body``."""
    stamp = str(int(now.timestamp()))
    return {
        "webhook-id": id,
        "webhook-timestamp": stamp,
        "webhook-signature": f"v1,{_signature(secret, id, stamp, body)}",
    }


def checked(secret: str, headers: Mapping[str, str], body: bytes, now: datetime) -> str:
    """The id of the request, which is the same when it comes again.

    Raises:
        Unsigned: a header is missing, the time is not now, or no signature is right.
    """
    id, stamp = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not 0 < len(id) <= _LONGEST_ID or not (stamp.isascii() and stamp.isdecimal() and len(stamp) <= 12):
        raise Unsigned
    if abs(now.timestamp() - int(stamp)) > TOLERANCE.total_seconds():
        raise Unsigned
    expected = _signature(secret, id, stamp, body).encode()
    given = headers.get("webhook-signature", "").split(" ")[:_MOST_SIGNATURES]
    if not any(hmac.compare_digest(b"v1," + expected, one.encode()) for one in given):
        raise Unsigned
    return id


def _signature(secret: str, id: str, stamp: str, body: bytes) -> str:
    message = b".".join((id.encode(), stamp.encode(), body))
    return base64.b64encode(hmac.new(_key(secret), message, hashlib.sha256).digest()).decode()


def _key(secret: str) -> bytes:
    """``whsec_`` and Base64, as the standard writes it, or any other text."""
    if secret.startswith("whsec_"):
        try:
            return base64.b64decode(secret.removeprefix("whsec_"), validate=True)
        except binascii.Error:
            pass
    return secret.encode()
