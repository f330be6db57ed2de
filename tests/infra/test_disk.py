"""A disk that runs full: files give way first, the database keeps its reserve, and everybody is told."""

import errno
from pathlib import Path

import httpx
import msgspec
import pytest

from gongdan.app.upkeep.examination import examine
from gongdan.infra.disk import Disk, DiskFull
from gongdan.infra.storage.local import LocalStorage
from gongdan.kernel import clock
from tests.kit import Office

FREE = Disk(Path("/"), 0).free()


def kept(folder: Path) -> list[Path]:
    return [one for one in folder.rglob("*") if one.is_file()]


@pytest.mark.parametrize(("reserve_of_free", "state"), [(0.0, "roomy"), (0.3, "roomy"), (0.75, "low"), (2.0, "full")])
def test_files_give_way_at_two_reserves_and_the_rest_at_one(reserve_of_free: float, state: str) -> None:
    reserve = int(FREE * reserve_of_free)
    assert Disk(Path("/"), reserve).state() == state
    assert Disk(Path("/no/such/folder"), reserve).state() == state


@pytest.mark.anyio
async def test_a_file_without_room_is_refused_and_nothing_is_kept(tmp_path: Path) -> None:
    with pytest.raises(DiskFull):
        await LocalStorage(tmp_path, Disk(tmp_path, FREE * 2)).put(1, b"x")
    assert kept(tmp_path) == []


@pytest.mark.anyio
async def test_a_disk_that_fills_up_while_a_file_is_written_is_told_like_that(tmp_path: Path) -> None:
    async def pieces():
        yield b"x"
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(DiskFull):
        await LocalStorage(tmp_path, Disk(tmp_path, 0)).put(1, pieces())
    assert kept(tmp_path) == []


async def test_uploads_are_refused_with_words_and_the_service_says_that_it_is_not_ready(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    agent = await office.member("李雷")
    services = office.services
    full = msgspec.structs.replace(services.disk, reserve=FREE * 2)
    monkeypatch.setattr(services, "disk", full)
    monkeypatch.setattr(services.storage, "_disk", full)

    refused = await agent.call("POST", "/files", content=b"x", headers={"X-File-Name": "a.txt"})
    assert (refused.status_code, refused.json()["code"]) == (507, "storage.disk_full")
    assert "附件" in refused.json()["remedy"]
    transport = httpx.ASGITransport(app=office.asgi)
    async with httpx.AsyncClient(transport=transport, base_url="http://office.test") as client:
        assert (await client.get("/readyz")).status_code == 503
        assert (await client.get("/healthz")).status_code == 200
    found = [one.code async for one in examine(services, clock.now())]
    assert "health.disk.full" in found

    opened = await agent.post(
        "/tickets", {"title": "仍可建单", "text": "x", "type": "inquiry", "category": "inquiry", "priority": "P3"}
    )
    assert opened.status_code == 201, opened.text  # words still go in
