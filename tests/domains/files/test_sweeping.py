"""What nobody uses goes: the row after a day, the bytes when nothing names them."""

import os
from datetime import timedelta

import msgspec

from gongdan import wiring
from gongdan.domains.files.sweeping import IDLE_FOR, OWNER, UNUSED_FOR
from gongdan.infra.timers.fire import DueTimer
from gongdan.kernel import clock
from tests.kit import Office, Visitor


class Upload(msgspec.Struct):
    id: str
    hash: str


async def upload(visitor: Visitor, content: bytes) -> Upload:
    answer = await visitor.call("POST", "/files", content=content, headers={"X-File-Name": "a.txt"})
    async with visitor.office.read() as tx:
        sql = "select hash from file where workspace_id = %(workspace)s and key = %(id)s"
        ((hash_,),) = await tx.rows(tuple, sql, id=answer.json()["id"])
    return Upload(answer.json()["id"], hash_)


async def timers(office: Office) -> list[DueTimer]:
    sql = """
        select workspace_id, owner, subject, key, generation, fire_at, 1 as attempts
          from timer where workspace_id = %(workspace)s and owner = %(owner)s order by fire_at
    """
    async with office.read() as tx:
        return await tx.rows(DueTimer, sql, owner=OWNER)


async def sweep(office: Office) -> None:
    """Fire what waits, as if its time had come and all bytes had lain there for long."""
    due = await timers(office)
    root = office.services.settings.data / "files" / str(office.id)
    for path in (one for one in root.rglob("*") if one.is_file()):
        os.utime(path, (0, 0))
    await wiring.timers(office.services)[OWNER](office.id, due)


async def kept(office: Office, one: Upload) -> tuple[bool, bool]:
    """Whether there are a row and bytes."""
    async with office.read() as tx:
        sql = "select 1 from file where workspace_id = %(workspace)s and key = %(id)s"
        row = await tx.rows(tuple, sql, id=one.id)
    return bool(row), await office.services.storage.has(office.id, one.hash)


async def test_an_unused_upload_goes_after_a_day_and_its_bytes_an_hour_later(office: Office) -> None:
    one = await upload(await office.member("李雷"), b"unused")
    (timer,) = await timers(office)
    assert timedelta() <= clock.now() + UNUSED_FOR - timer.fire_at < timedelta(minutes=1)
    await sweep(office)
    assert await kept(office, one) == (False, True)
    (later,) = await timers(office)
    assert later.fire_at == timer.fire_at + IDLE_FOR
    await sweep(office)
    assert (await kept(office, one), await timers(office)) == ((False, False), [])


async def test_what_a_message_has_stays(office: Office) -> None:
    agent = await office.member("李雷", "admin")
    one = await upload(agent, b"used")
    number = await office.ticket(await office.customer())
    assert (await agent.post(f"/tickets/{number}/notes", {"text": "见附件", "files": [one.id]})).status_code == 201
    await sweep(office)
    assert (await kept(office, one), await timers(office)) == ((True, True), [])


async def test_bytes_stay_while_another_row_names_them(office: Office) -> None:
    agent = await office.member("李雷", "admin")
    one, twin = await upload(agent, b"same"), await upload(agent, b"same")
    number = await office.ticket(await office.customer())
    await agent.post(f"/tickets/{number}/notes", {"text": "见附件", "files": [twin.id]})
    await sweep(office)
    await sweep(office)
    assert (await kept(office, one), await kept(office, twin)) == ((False, True), (True, True))
