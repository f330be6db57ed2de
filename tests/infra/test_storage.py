"""What is put is kept, once, whole, and apart for each workspace."""

import hashlib
import os
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from gongdan.infra.disk import Disk
from gongdan.infra.storage import CHUNK, ContentMissing, ContentTooLarge
from gongdan.infra.storage.local import LocalStorage

pytestmark = pytest.mark.anyio


@pytest.fixture
def store(tmp_path: Path) -> LocalStorage:
    return LocalStorage(tmp_path / "files", Disk(tmp_path, 0))


def kept(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.is_file()]


async def pieces(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


async def test_what_is_put_is_read_again_under_its_hash(store: LocalStorage) -> None:
    content = "退款凭证".encode() * CHUNK
    stored = await store.put(7, pieces(content[:10], content[10:]))
    assert (stored.hash, stored.size) == (hashlib.sha256(content).hexdigest(), len(content))
    assert await store.read(7, stored.hash) == content
    assert b"".join([part async for part in await store.stream(7, stored.hash)]) == content


async def test_the_same_content_is_kept_once_and_readable_by_its_owner_only(
    store: LocalStorage, tmp_path: Path
) -> None:
    first, second = await store.put(7, b"same"), await store.put(7, pieces(b"sa", b"me"))
    assert first == second
    (path,) = kept(tmp_path)
    assert path.stat().st_mode & 0o077 == 0


async def test_one_workspace_does_not_find_what_another_put(store: LocalStorage) -> None:
    stored = await store.put(7, b"secret")
    assert await store.has(7, stored.hash)
    assert not await store.has(8, stored.hash)
    with pytest.raises(ContentMissing):
        await store.read(8, stored.hash)
    with pytest.raises(ContentMissing):
        await store.stream(8, stored.hash)


async def test_too_much_is_refused_and_leaves_nothing(store: LocalStorage, tmp_path: Path) -> None:
    assert (await store.put(7, pieces(b"12", b"34"), most=4)).size == 4
    with pytest.raises(ContentTooLarge):
        await store.put(7, pieces(b"56", b"78", b"9"), most=4)
    assert len(kept(tmp_path)) == 1


async def test_a_stream_that_breaks_leaves_nothing(store: LocalStorage, tmp_path: Path) -> None:
    async def broken() -> AsyncIterator[bytes]:
        yield b"half"
        raise ConnectionError

    with pytest.raises(ConnectionError):
        await store.put(7, broken())
    assert kept(tmp_path) == []


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "a" * 63, "a" * 64 + "\n"])
async def test_nothing_but_a_hash_names_a_file(store: LocalStorage, name: str) -> None:
    with pytest.raises(ContentMissing):
        await store.read(7, name)


async def test_what_is_dropped_is_gone_unless_it_was_put_again_lately(store: LocalStorage, tmp_path: Path) -> None:
    stored = await store.put(7, b"old")
    await store.drop(7, stored.hash, idle=timedelta(hours=1))
    assert await store.has(7, stored.hash)
    (path,) = kept(tmp_path)
    os.utime(path, (0, 0))
    await store.put(7, b"old")
    await store.drop(7, stored.hash, idle=timedelta(hours=1))
    assert await store.has(7, stored.hash)
    os.utime(path, (0, 0))
    await store.drop(7, stored.hash, idle=timedelta(hours=1))
    await store.drop(7, stored.hash, idle=timedelta(hours=1))
    assert kept(tmp_path) == []
