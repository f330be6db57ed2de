"""How many tickets stand in each view: exact to 999, all in one round trip (spec 01, live)."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

import msgspec

from gongdan.conditions.to_sql import Sql
from gongdan.domains.accounts.public import Authority, Branch, branches, reach
from gongdan.domains.inbox.queries import matching, params_of
from gongdan.domains.inbox.views.compiled import in_sql
from gongdan.domains.inbox.views.shipped import VIEWS
from gongdan.domains.inbox.views.view import View
from gongdan.domains.tickets.public import Rules
from gongdan.infra.db.tx import Query, ReadTx

MOST = 1_000
"""Counting ends here: so many, or more."""


class _Count(msgspec.Struct, frozen=True):
    view: int
    count: int


async def view_counts(
    tx: ReadTx, authority: Authority, rules: Rules, *, views: Collection[View] = tuple(VIEWS.values()), now: datetime
) -> Mapping[str, int]:
    """View → how many of its tickets are in reach; ``MOST`` means so many or more."""
    found = branches(reach(authority))
    keys = [view.key for view in views]
    if not found or not keys:
        return dict.fromkeys(keys, 0)
    compiled = [in_sql(view, authority, rules, now=now, prefix=f"v{n}") for n, view in enumerate(views)]
    sql = " union all ".join(
        f"select {n} as view, (select count(*) from ({_some(found, within)}) x) as count"
        for n, within in enumerate(compiled)
    )
    params: dict[str, Any] = params_of(found)
    for within in compiled:
        params |= within.params
    (rows,) = await tx.gather(Query(_Count, sql, params), last=True)
    return {keys[row.view]: row.count for row in rows}


def _some(found: tuple[Branch, ...], within: Sql) -> str:
    """Ids of up to ``MOST`` different tickets: if no branch has so many, the merged ones are all there are."""
    parts = [f"(select t.id {matching(branch, within)} limit {MOST})" for branch in found]
    return parts[0] if len(parts) == 1 else f"select id from ({' union '.join(parts)}) u limit {MOST}"
