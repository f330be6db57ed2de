"""Keeping a file: its bytes first, outside of any transaction, then its row."""

import secrets
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Final

import msgspec

from gongdan.domains.files.kinds import HEAD, TAIL, type_of
from gongdan.infra.db.tx import Tx
from gongdan.infra.storage import Storage
from gongdan.kernel.text import one_line

MOST: Final = 25_000_000
"""Bytes of an uploaded file."""
_LONGEST_NAME: Final = 200


class KeptFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file whose bytes are safe and that has no row yet."""

    hash: str
    name: str
    type: str
    size: int


async def keep(
    storage: Storage, workspace_id: int, content: bytes | AsyncIterator[bytes], *, name: str, most: int | None = MOST
) -> KeptFile:
    """Keep the bytes and find out what they are.

    Raises:
        ContentTooLarge: there are more than ``most``; nothing is kept.
    """
    ends = _Ends()
    if isinstance(content, bytes):
        ends.see(content)
        stored = await storage.put(workspace_id, content, most=most)
    else:
        stored = await storage.put(workspace_id, ends.of(content), most=most)
    shown = file_name(name)
    return KeptFile(hash=stored.hash, name=shown, type=type_of(ends.head, ends.tail, shown), size=stored.size)


def new_key() -> str:
    """What an upload is attached by: nobody guesses it."""
    return secrets.token_urlsafe(18)


def add(tx: Tx, kept: KeptFile, *, uploader_id: int | None, now: datetime, key: str = "", bearer: str = "") -> int:
    """Queue the row of a kept file; returns its id. Without ``uploader_id`` a channel or a guest brought it. ``key``
    and ``bearer`` are those of an upload, which its bearer may attach; without them nobody may."""
    file_id = tx.ids.next()
    tx.insert(
        "file",
        {
            "workspace_id": tx.workspace_id,
            "id": file_id,
            "hash": kept.hash,
            "name": kept.name,
            "type": kept.type,
            "size": kept.size,
            "uploader_id": uploader_id,
            "key": key or None,
            "bearer": bearer or None,
            "created_at": now,
        },
    )
    return file_id


def file_name(given: str) -> str:
    """A name that leads nowhere: the last part of a path, one line, and never empty or dots alone."""
    last = one_line(given.replace("\\", "/").rpartition("/")[2], _LONGEST_NAME)
    return last if last.strip(". ") else "file"


class _Ends:
    """The beginning and the end of a stream that passes through."""

    def __init__(self) -> None:
        self.head = b""
        self.tail = b""

    async def of(self, content: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
        async for chunk in content:
            self.see(chunk)
            yield chunk

    def see(self, chunk: bytes) -> None:
        if len(self.head) < HEAD:
            self.head += chunk[: HEAD - len(self.head)]
        self.tail = chunk[-TAIL:] if len(chunk) >= TAIL else (self.tail + chunk)[-TAIL:]
