"""Where the bytes of files are kept: addressed by their SHA-256, apart for each workspace, and never changed.

A file that is put twice is kept once. Names, types and who may read are rows of the files domain.
"""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Protocol, runtime_checkable

import msgspec

from gongdan.kernel.errors import NotFound, Refusal

CHUNK = 256 * 1024
"""Bytes that a stream gives at a time, at most."""


class ContentTooLarge(Refusal):
    """More bytes came than may be kept. Member: ``most``."""

    code = "files.too_large"
    status = 413


class ContentMissing(NotFound):
    """Nothing is kept under this hash: it was erased, or the directory is not whole."""

    code = "files.content_missing"


class Stored(msgspec.Struct, frozen=True):
    hash: str
    """SHA-256 in hexadecimal digits."""
    size: int


@runtime_checkable
class Storage(Protocol):
    """What a store has to do; one for a directory stands in ``local``."""

    async def put(self, workspace_id: int, content: bytes | AsyncIterator[bytes], *, most: int | None = None) -> Stored:
        """Keep ``content``; when this returns it survives a loss of power.

        Raises:
            ContentTooLarge: it has more than ``most`` bytes; nothing is kept.
            DiskFull: there is no room for it; nothing is kept.
        """

    async def read(self, workspace_id: int, hash_: str) -> bytes:
        """All of it, for what is small enough to hold.

        Raises:
            ContentMissing: there is no such content.
        """

    async def stream(self, workspace_id: int, hash_: str) -> AsyncIterator[bytes]:
        """Open it and give it piece by piece, so that a missing one is known before the first piece.

        Raises:
            ContentMissing: there is no such content.
        """

    async def drop(self, workspace_id: int, hash_: str, *, idle: timedelta) -> None:
        """Forget content, unless it was put within the last ``idle``: then somebody is about to name it. Missing
        content is no fault."""

    async def has(self, workspace_id: int, hash_: str) -> bool: ...
