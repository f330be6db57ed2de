"""Uploads that no message took: after a day their row goes, an hour later their bytes, unless anything else has them.
What a draft has, or a reply that waits to go out, is looked at again each day.

Each step is a timer of its own, so that neither is lost with a process. Whoever attaches a file holds its lock
(``lookup.uploaded``), and whoever keeps the same bytes again makes them fresh (``Storage.put``): neither finds gone
what they were promised.
"""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import msgspec

from gongdan.infra.db.tx import Database, Query, Tx
from gongdan.infra.storage import Storage
from gongdan.infra.timers.effects import SetTimer, write_timer
from gongdan.infra.timers.fire import DueTimer, take

OWNER: Final = "files"
UNUSED_FOR: Final = timedelta(days=1)
IDLE_FOR: Final = timedelta(hours=1)
_UNUSED: Final = "unused"
BYTES: Final = "bytes "
"""Key of a timer at which content goes, with its hash, unless anything else has it."""
_IN_DRAFT: Final = """(exists (
                 select from message_draft d
                  where d.workspace_id = f.workspace_id and d.person_id = f.uploader_id and f.id = any(d.file_ids)
               ) or exists (
                 select from held_reply h
                  where h.workspace_id = f.workspace_id and h.person_id = f.uploader_id and f.id = any(h.file_ids)
               ))"""


class _Gone(msgspec.Struct, frozen=True):
    id: int
    hash: str


class _DraftedFile(msgspec.Struct, frozen=True):
    id: int


class _Hash(msgspec.Struct, frozen=True):
    hash: str


def await_use(tx: Tx, file_id: int, *, now: datetime) -> None:
    """Queue that the file goes in a day, unless a message has it by then."""
    _set(tx, file_id, _UNUSED, now + UNUSED_FOR)


async def erase_files(tx: Tx, message_id: int, *, now: datetime) -> None:
    """Take a message's files away; their bytes go within the hour, unless anything else has them."""
    taken = (
        "delete from attachment where workspace_id = %(workspace)s and message_id = %(message)s returning file_id, ''"
    )
    ids = [id for id, _ in await tx.rows(tuple, taken, message=message_id)]
    if ids:
        (gone,) = await tx.gather(_remove(ids))
        for file in gone:
            _set(tx, file.id, BYTES + file.hash, now + IDLE_FOR)


def sweeping(db: Database, storage: Storage) -> Callable[[int, Sequence[DueTimer]], Awaitable[None]]:
    """What fires the timers of files."""

    async def fire(workspace_id: int, due: Sequence[DueTimer]) -> None:
        async with db.write(workspace_id) as tx:
            await tx.gather(_lock([one.subject for one in due]))
            taken = await take(tx, due)
            unused = [one.subject for one in taken if one.key == _UNUSED]
            gone, drafted = await tx.gather(_remove(unused), _drafted(unused))
            for kept in drafted:
                await_use(tx, kept.id, now=max(one.fire_at for one in taken))
            for file in gone:
                _set(tx, file.id, BYTES + file.hash, max(one.fire_at for one in taken) + IDLE_FOR)
            hashes = [one.key.removeprefix(BYTES) for one in taken if one.key.startswith(BYTES)]
            (unnamed,) = await tx.gather(_unnamed(hashes))
            for content in unnamed:
                await storage.drop(workspace_id, content.hash, idle=IDLE_FOR)

    return fire


def _set(tx: Tx, file_id: int, key: str, fire_at: datetime) -> None:
    write_timer(tx, SetTimer(owner=OWNER, subject=file_id, key=key, generation=1, fire_at=fire_at))


def _lock(ids: Sequence[int]) -> Query[Any]:
    """Against those who attach these files just now."""
    return Query(
        tuple, "select pg_advisory_xact_lock(id) from unnest(%(ids)s::bigint[]) id order by id", {"ids": list(ids)}
    )


def _drafted(ids: Sequence[int]) -> Query[_DraftedFile]:
    """Those that a draft of their uploader has, or a reply that still waits to go out."""
    return Query(
        _DraftedFile,
        f"select f.id from file f where f.workspace_id = %(workspace)s and f.id = any(%(ids)s) and {_IN_DRAFT}",
        {"ids": list(ids)},
    )


def _remove(ids: Sequence[int]) -> Query[_Gone]:
    """Served by ``attachment_of_file`` and the primary key of ``message_draft``, and ``held_reply_of_author``."""
    return Query(
        _Gone,
        f"""
        delete from file f
         where f.workspace_id = %(workspace)s
           and f.id = any(%(ids)s)
           and not exists (
                 select from attachment a where a.workspace_id = f.workspace_id and a.file_id = f.id
               )
           and not {_IN_DRAFT}
        returning f.id, f.hash
        """,
        {"ids": list(ids)},
    )


def _unnamed(hashes: Sequence[str]) -> Query[_Hash]:
    """Content that no row names; served by ``file_by_hash`` and ``inbound_by_raw``."""
    return Query(
        _Hash,
        """
        select distinct h as hash
          from unnest(%(hashes)s::text[]) h
         where not exists (select from file f where f.workspace_id = %(workspace)s and f.hash = h)
           and not exists (select from inbound i where i.workspace_id = %(workspace)s and i.raw = h)
        """,
        {"hashes": list(hashes)},
    )
