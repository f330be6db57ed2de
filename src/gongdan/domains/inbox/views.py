"""How many tickets stand in each view: exact to 999, all in one round trip (spec 01, live)."""

from collections.abc import Collection
from datetime import datetime

import msgspec

from gongdan.domains.accounts.public import Authority, Branch, branches, reach
from gongdan.domains.inbox.queries import matching, params_of
from gongdan.domains.inbox.queues import VIEWS, ViewKey, viewer
from gongdan.infra.db.tx import Query, ReadTx

MOST = 1_000
"""Counting ends here: so many, or more."""


class _Count(msgspec.Struct, frozen=True):
    view: ViewKey
    count: int


async def view_counts(
    tx: ReadTx, authority: Authority, *, views: Collection[ViewKey] = tuple(VIEWS), now: datetime
) -> dict[ViewKey, int]:
    """View → how many of its tickets are in reach; ``MOST`` means so many or more."""
    found = branches(reach(authority))
    if not found:
        return dict.fromkeys(views, 0)
    sql = " union all ".join(
        f"select '{key}' as view, (select count(*) from ({_some(found, VIEWS[key].sql)}) x) as count" for key in views
    )
    (rows,) = await tx.gather(Query(_Count, sql, {**params_of(found), **viewer(authority, now)}), last=True)
    return {row.view: row.count for row in rows}


def _some(found: tuple[Branch, ...], within: str) -> str:
    """Ids of up to ``MOST`` different tickets: if no branch has so many, the merged ones are all there are."""
    parts = [f"(select t.id {matching(branch, within)} limit {MOST})" for branch in found]
    return parts[0] if len(parts) == 1 else f"select id from ({' union '.join(parts)}) u limit {MOST}"
