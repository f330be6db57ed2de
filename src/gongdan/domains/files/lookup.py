"""Looking up files: those that a message may take, and those that messages have."""

from collections.abc import Sequence

import msgspec

from gongdan.infra.db.tx import Query, ReadTx
from gongdan.kernel.errors import FieldFault, Invalid


class Uploaded(msgspec.Struct, frozen=True):
    """A file that its uploader may attach."""

    id: int
    key: str


class MessageFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file of a message, as its readers are shown it."""

    message_id: int
    id: int
    name: str
    type: str
    size: int
    inline: bool
    """The message's HTML shows it in place."""
    content_id: str | None


class DraftFile(msgspec.Struct, frozen=True, kw_only=True):
    """An upload that waits in a draft."""

    id: int
    key: str
    name: str
    type: str
    size: int


class FileRow(msgspec.Struct, frozen=True, kw_only=True):
    hash: str
    name: str
    type: str
    size: int


async def uploaded(tx: ReadTx, bearer: str, keys: Sequence[str]) -> tuple[Uploaded, ...]:
    """The uploads of this bearer that no message has yet, in the order asked for; costs nothing when there are none.
    They stay until the transaction ends, however long nobody used them, and nobody else attaches them meanwhile.

    Raises:
        Invalid: one of them does not exist, was somebody else's, or is a message's already.
    """
    if not keys:
        return ()
    asked = {"keys": [key for key in keys if "\x00" not in key], "bearer": bearer}
    _, rows = await tx.gather(
        Query(
            tuple,
            """
            select pg_advisory_xact_lock(k.id)
              from (select f.id
                      from file f
                     where f.workspace_id = %(workspace)s and f.key = any(%(keys)s) and f.bearer = %(bearer)s
                     order by f.id) k
            """,
            asked,
        ),
        Query(
            Uploaded,
            """
            select f.id, f.key
              from file f
             where f.workspace_id = %(workspace)s
               and f.key = any(%(keys)s)
               and f.bearer = %(bearer)s
               and not exists (
                     select from attachment a where a.workspace_id = f.workspace_id and a.file_id = f.id
                   )
            """,
            asked,
        ),
    )
    free = {row.key: row for row in rows}
    found = [free.pop(key, None) for key in keys]
    faults = [FieldFault(f"files[{n}]", "unknown_file") for n, one in enumerate(found) if one is None]
    if faults:
        raise Invalid(faults=tuple(faults))
    return tuple(one for one in found if one is not None)


def of_messages(message_ids: Sequence[int]) -> Query[MessageFile]:
    """The files of messages, in their order; served by the primary keys of ``attachment`` and ``file``."""
    return Query(
        MessageFile,
        """
        select a.message_id, f.id, f.name, f.type, f.size, a.inline, a.content_id
          from attachment a
          join file f on f.workspace_id = a.workspace_id and f.id = a.file_id
         where a.workspace_id = %(workspace)s
           and a.message_id = any(%(messages)s)
         order by a.message_id, a.position
        """,
        {"messages": list(message_ids)},
        asks=bool(message_ids),
    )


def drafted(ids: Sequence[int]) -> Query[DraftFile]:
    """The uploads with these ids, unless a message took them meanwhile; served by the primary key of ``file``."""
    return Query(
        DraftFile,
        """
        select f.id, f.key, f.name, f.type, f.size
          from file f
         where f.workspace_id = %(workspace)s
           and f.id = any(%(ids)s)
           and f.key is not null
           and not exists (
                 select from attachment a where a.workspace_id = f.workspace_id and a.file_id = f.id
               )
        """,
        {"ids": list(ids)},
        asks=bool(ids),
    )


async def file(tx: ReadTx, file_id: int) -> FileRow | None:
    return await tx.row(
        FileRow,
        "select hash, name, type, size from file where workspace_id = %(workspace)s and id = %(file)s",
        file=file_id,
    )
