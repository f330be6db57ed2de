"""Signed addresses of files (spec 08). Pure.

An address names the file, its bearer and when it ends; the mac is HMAC-SHA256 under a key derived from the
installation's secret for this workspace. Who holds another's address and is not that bearer gets nothing. A *bearer* is
somebody in one capacity: the same person as a member, as a customer and behind the link to one ticket are three.
"""

import base64
import hmac
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import quote

PATH: Final = "/api/v1/files"
LASTS: Final = timedelta(hours=1)
"""At least; at most one ``_STEP`` longer, so that an address stays the same for a while and browsers keep the file."""
_STEP: Final = timedelta(minutes=30)


def address(key: bytes, workspace_id: int, file_id: int, name: str, *, bearer: str, now: datetime) -> str:
    """Where this bearer finds this file for the next hour. Whoever calls has checked that they may read it."""
    step = int(_STEP.total_seconds())
    until = -(-int((now + LASTS).timestamp()) // step) * step
    mac = _mac(key, workspace_id, f"read {file_id} {until} {bearer}")
    return f"{PATH}/{file_id}/{quote(name, safe='')}?until={until}&mac={mac}"


def is_good(key: bytes, workspace_id: int, file_id: int, *, bearer: str, until: int, mac: str, now: datetime) -> bool:
    """Whether an address was made for this bearer and has not ended."""
    right = _mac(key, workspace_id, f"read {file_id} {until} {bearer}")
    return hmac.compare_digest(right.encode(), mac.encode()) and until > now.timestamp()


def shown_id(key: bytes, workspace_id: int, file_id: int) -> str:
    """How the readers of a message tell its files apart: it says nothing else and opens nothing."""
    return _mac(key, workspace_id, f"shown {file_id}")[:22]


def _mac(key: bytes, workspace_id: int, text: str) -> str:
    own = hmac.digest(key, f"gongdan file {workspace_id}".encode(), "sha256")
    return base64.urlsafe_b64encode(hmac.digest(own, text.encode(), "sha256")).rstrip(b"=").decode()
