"""Files in a directory of this machine: ``<workspace>/ab/cd/abcd…``."""

import asyncio
import errno
import hashlib
import os
import re
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO

from gongdan.infra.disk import Disk, DiskFull
from gongdan.infra.storage import CHUNK, ContentMissing, ContentTooLarge, Stored

_HASH = re.compile(r"[0-9a-f]{64}")


class LocalStorage:
    """A ``Storage`` below ``root``. Whoever reads it sees a file whole or not at all."""

    def __init__(self, root: Path, disk: Disk) -> None:
        self._root = root
        self._disk = disk

    async def put(self, workspace_id: int, content: bytes | AsyncIterator[bytes], *, most: int | None = None) -> Stored:
        if isinstance(content, bytes):
            return await asyncio.to_thread(self._put, workspace_id, content, most)
        draft = self._root / "drafts" / secrets.token_hex(16)
        digest, size = hashlib.sha256(), 0
        file = await asyncio.to_thread(_begin, draft, self._disk)
        try:
            async for chunk in content:
                size += len(chunk)
                if most is not None and size > most:
                    raise ContentTooLarge(most=most)
                digest.update(chunk)
                await asyncio.to_thread(file.write, chunk)
            target = self._path(workspace_id, digest.hexdigest())
            await asyncio.to_thread(_settle, file, draft, target)
        except OSError as fault:
            if fault.errno in (errno.ENOSPC, errno.EDQUOT):
                raise DiskFull from fault
            raise
        finally:
            with suppress(OSError):  # closing writes what is left, onto the same full disk
                file.close()
            draft.unlink(missing_ok=True)
        return Stored(digest.hexdigest(), size)

    def _put(self, workspace_id: int, content: bytes, most: int | None) -> Stored:
        """Bytes at hand, in one visit of the thread: mails come by the hundred. What is there is not written again."""
        if most is not None and len(content) > most:
            raise ContentTooLarge(most=most)
        stored = Stored(hashlib.sha256(content).hexdigest(), len(content))
        target = self._path(workspace_id, stored.hash)
        if _is_there(target):
            return stored
        draft = self._root / "drafts" / secrets.token_hex(16)
        try:
            with _begin(draft, self._disk) as file:
                file.write(content)
                _settle(file, draft, target)
        except OSError as fault:
            draft.unlink(missing_ok=True)
            if fault.errno in (errno.ENOSPC, errno.EDQUOT):
                raise DiskFull from fault
            raise
        draft.unlink(missing_ok=True)  # where another was quicker
        return stored

    async def read(self, workspace_id: int, hash_: str) -> bytes:
        try:
            return await asyncio.to_thread(self._path(workspace_id, hash_).read_bytes)
        except FileNotFoundError:
            raise ContentMissing(hash=hash_) from None

    async def stream(self, workspace_id: int, hash_: str) -> AsyncIterator[bytes]:
        try:
            file = await asyncio.to_thread(self._path(workspace_id, hash_).open, "rb")
        except FileNotFoundError:
            raise ContentMissing(hash=hash_) from None
        return _reading(file)

    async def drop(self, workspace_id: int, hash_: str, *, idle: timedelta) -> None:
        await asyncio.to_thread(_drop, self._path(workspace_id, hash_), idle.total_seconds())

    async def has(self, workspace_id: int, hash_: str) -> bool:
        return await asyncio.to_thread(self._path(workspace_id, hash_).exists)

    def _path(self, workspace_id: int, hash_: str) -> Path:
        """Nothing but a hash names a file, so no name leads out of the directory."""
        if not _HASH.fullmatch(hash_):
            raise ContentMissing(hash=hash_)
        return self._root / str(workspace_id) / hash_[:2] / hash_[2:4] / hash_


async def _reading(file: BinaryIO) -> AsyncIterator[bytes]:
    with file:
        while chunk := await asyncio.to_thread(file.read, CHUNK):
            yield chunk


def _begin(draft: Path, disk: Disk) -> BinaryIO:
    disk.require()
    draft.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    return os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def _settle(file: BinaryIO, draft: Path, target: Path) -> None:
    """Bytes, then name, then the directory that holds it: in this order a loss of power leaves no half file."""
    file.flush()
    os.fsync(file.fileno())
    if _is_there(target):
        return
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft.rename(target)
    directory = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)


def _is_there(target: Path) -> bool:
    """Whether it is kept already; then it counts as put just now."""
    try:
        os.utime(target)
    except FileNotFoundError:
        return False
    return True


def _drop(target: Path, idle_s: float) -> None:
    """It is moved aside before its age counts, so that a ``put`` meanwhile either made it young or writes it anew."""
    aside = target.with_name(f"{target.name}.{secrets.token_hex(4)}")
    with suppress(FileNotFoundError):
        if _is_young(target, idle_s):
            return
        target.rename(aside)
        if _is_young(aside, idle_s):
            with suppress(FileExistsError):
                os.link(aside, target)
        aside.unlink()


def _is_young(file: Path, idle_s: float) -> bool:
    return time.time() - file.stat().st_mtime < idle_s
