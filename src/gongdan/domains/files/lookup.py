"""Looking up uploaded files, so that a message can take them."""

from collections.abc import Sequence

import msgspec

from gongdan.infra.db.tx import Query, ReadTx
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.ids import MAX_ID


class Uploaded(msgspec.Struct, frozen=True):
    """A file that its uploader may attach."""

    id: int


async def uploaded(tx: ReadTx, uploader_id: int | None, ids: Sequence[str]) -> tuple[Uploaded, ...]:
    """The files that this person uploaded, in the order asked for; costs nothing when there are none.

    Raises:
        Invalid: one of them does not exist, or somebody else uploaded it.
    """
    if not ids:
        return ()
    numbers = [int(one) if one.isascii() and one.isdecimal() and len(one) <= 16 else 0 for one in ids]
    (rows,) = await tx.gather(
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
        )
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
