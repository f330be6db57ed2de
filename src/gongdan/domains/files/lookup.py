"""Looking up files: those that a message may take, and those that messages have."""

from collections.abc import Sequence

import msgspec

from gongdan.infra.db.tx import Query, ReadTx
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.ids import MAX_ID


class Uploaded(msgspec.Struct, frozen=True):
    """A file that its uploader may attach."""

    id: int


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


class FileRow(msgspec.Struct, frozen=True, kw_only=True):
    hash: str
    name: str
    type: str
    size: int


async def uploaded(tx: ReadTx, uploader_id: int | None, ids: Sequence[str]) -> tuple[Uploaded, ...]:
    """The files that this person uploaded, in the order asked for; costs nothing when there are none. They stay until
    the transaction ends, however long nobody used them.

    Without ``uploader_id`` the ids are those of a guest, proven his by ``links.own_id``.

    Raises:
        Invalid: one of them does not exist, or somebody else uploaded it.
    """
    if not ids:
        return ()
    numbers = [int(one) if one.isascii() and one.isdecimal() and len(one) <= 16 else 0 for one in ids]
    _, rows = await tx.gather(
        Query(
            tuple,
            "select pg_advisory_xact_lock_shared(id) from unnest(%(ids)s::bigint[]) id order by id",
            {"ids": [number for number in numbers if number <= MAX_ID]},
        ),
        Query(
            Uploaded,
            """
            select id
              from file
             where workspace_id = %(workspace)s
               and id = any(%(ids)s)
               and uploader_id is not distinct from %(uploader)s
            """,
            {"ids": [number for number in numbers if number <= MAX_ID], "uploader": uploader_id},
        ),
    )
    found = {row.id for row in rows}
    faults = [
        FieldFault(f"files.{position}", "unknown_file")
        for position, number in enumerate(numbers)
        if number not in found
    ]
    if faults:
        raise Invalid(faults=tuple(faults))
    return tuple(Uploaded(number) for number in numbers)


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
    )


async def file(tx: ReadTx, file_id: int) -> FileRow | None:
    return await tx.row(
        FileRow,
        "select hash, name, type, size from file where workspace_id = %(workspace)s and id = %(file)s",
        file=file_id,
    )
