"""Which tickets a list takes out, in its order, as far as they may be taken out."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from gongdan.domains.accounts.public import Authority, narrowed
from gongdan.domains.inbox.exporting.errors import ExportTooLong
from gongdan.domains.inbox.lists import queries
from gongdan.domains.inbox.lists.reading import ListOf, ListRequest, list_of, ranks, reach_of, where_of
from gongdan.domains.inbox.views.columns import CellSource
from gongdan.domains.tickets.public import Rules
from gongdan.infra.db.tx import ReadTx

AT_ONCE: Final = 500
"""Rows that are read, and written, in one go: what else the process has to do waits that long."""


def exporting(authority: Authority) -> Authority:
    """The same, as far as they may both read and export."""
    return narrowed(authority, "ticket.read", "ticket.export")


async def listed(
    tx: ReadTx, authority: Authority, rules: Rules, wanted: ListRequest, *, most: int, now: datetime
) -> tuple[ListOf, Sequence[int]]:
    """The list, and the ids of its tickets in its order. ``authority``: see ``exporting``. A round trip, and one for a
    view that somebody made.

    Raises:
        ExportTooLong: there are more than ``most``.
        Whatever ``list_of`` raises.
    """
    found = await list_of(tx, authority, rules, wanted)
    asked = queries.QueueQuery(
        reach=reach_of(found, authority),
        where=where_of(found, authority, rules, now),
        sort=found.sort,
        order=found.order,
        after=None,
        limit=most,
        params={"ranks": ranks(rules)},
    )
    (ids,) = await tx.gather(queries.in_order(asked))
    if len(ids) > most:
        raise ExportTooLong(most=most)
    return found, [one.id for one in ids]


async def read(tx: ReadTx, ids: Sequence[int], fields: Mapping[str, CellSource]) -> list[queries.QueueLine]:
    """The lines of some of them, in order, as they stand now."""
    (lines,) = await tx.gather(queries.lines_of(ids, fields), last=True)
    return lines
