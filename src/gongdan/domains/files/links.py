"""Signed addresses of files, and signed ids by which a guest attaches what he uploaded (spec 08). Pure.

An address names the file, its reader and when it ends; the mac is HMAC-SHA256 under a key derived from the
installation's secret for this workspace. Who holds another's address and is not that reader gets nothing.
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


def address(key: bytes, workspace_id: int, file_id: int, name: str, *, reader_id: int | None, now: datetime) -> str:
    """Where this reader finds this file for the next hour. Whoever calls has checked that he may read it."""
    step = int(_STEP.total_seconds())
    until = -(-int((now + LASTS).timestamp()) // step) * step
    mac = _mac(key, workspace_id, f"read {file_id} {reader_id or 0} {until}")
    return f"{PATH}/{file_id}/{quote(name, safe='')}?until={until}&mac={mac}"


def is_good(
    key: bytes, workspace_id: int, file_id: int, *, reader_id: int | None, until: int, mac: str, now: datetime
) -> bool:
    """Whether an address was made for this reader and has not ended."""
    right = _mac(key, workspace_id, f"read {file_id} {reader_id or 0} {until}")
    return hmac.compare_digest(right.encode(), mac.encode()) and until > now.timestamp()


def guest_id(key: bytes, workspace_id: int, file_id: int) -> str:
    """The id that a guest is given of his upload: nobody makes one up for a file that somebody else sent."""
    return f"{file_id}.{_mac(key, workspace_id, f'own {file_id}')}"


def own_id(key: bytes, workspace_id: int, given: str) -> str:
    """The file's own id of what ``guest_id`` gave; an empty one, which no file has, for anything else."""
    file_id, _, _ = given.partition(".")
    if not (file_id.isascii() and file_id.isdecimal() and len(file_id) <= 16):
        return ""
    right = guest_id(key, workspace_id, int(file_id))
    return file_id if hmac.compare_digest(right.encode(), given.encode()) else ""


def _mac(key: bytes, workspace_id: int, text: str) -> str:
    own = hmac.digest(key, f"gongdan file {workspace_id}".encode(), "sha256")
    return base64.urlsafe_b64encode(hmac.digest(own, text.encode(), "sha256")).rstrip(b"=").decode()
