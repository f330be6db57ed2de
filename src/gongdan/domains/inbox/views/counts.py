"""How many tickets stand in each view: exact to 999, all in one round trip (spec 01, live)."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, TypeVar

import msgspec

from gongdan.domains.accounts.public import Authority, branches, reach
from gongdan.domains.inbox.lists.cursors import LISTED
from gongdan.domains.inbox.lists.queries import params_of, some
from gongdan.domains.inbox.views.compiled import in_sql
from gongdan.domains.inbox.views.shipped import VIEWS
from gongdan.domains.inbox.views.view import View
from gongdan.domains.tickets.public import Rules
from gongdan.infra.db.tx import Query, ReadTx

MOST = 1_000
"""Counting ends here: so many, or more."""
COUNTED: Final = 30
"""Views of one person that are counted; the others are only listed."""


T = TypeVar("T")


class _Count(msgspec.Struct, frozen=True):
    view: int
    count: int


class _Members(msgspec.Struct, frozen=True):
    view: int
    ids: list[int]


async def view_counts(
    tx: ReadTx, authority: Authority, rules: Rules, *, views: Collection[View] = tuple(VIEWS.values()), now: datetime
) -> Mapping[str, int]:
    """View → how many of its tickets are in reach; ``MOST`` means so many or more."""
    named = tuple(views)
    asked = _asked(_Count, "select count(*) from ({some}) x", authority, rules, named, now)
    rows = (await tx.gather(asked, last=True))[0] if asked else []
    return dict.fromkeys((view.key for view in named), 0) | {named[row.view].key: row.count for row in rows}


async def view_members(
    tx: ReadTx, authority: Authority, rules: Rules, *, views: Sequence[View], now: datetime
) -> Sequence[Collection[int]]:
    """The ids of the tickets in reach of each view, at most ``MOST`` of them, in the order of ``views``."""
    asked = _asked(_Members, "array({some})", authority, rules, views, now)
    rows = (await tx.gather(asked, last=True))[0] if asked else []
    found = {row.view: row.ids for row in rows}
    return [found.get(number, ()) for number in range(len(views))]


def _asked(
    into: type[T], each: str, authority: Authority, rules: Rules, views: Sequence[View], now: datetime
) -> Query[T] | None:
    """None where there is nothing to ask."""
    found = branches(reach(authority))
    if not found or not views:
        return None
    compiled = [in_sql(view, authority, rules, now=now, prefix=f"v{n}") for n, view in enumerate(views)]
    name = "count" if into is _Count else "ids"
    sql = " union all ".join(
        f"select {n} as view, ({each.format(some=some(found, MOST, LISTED, within))}) as {name}"
        for n, within in enumerate(compiled)
    )
    params: dict[str, Any] = params_of(found)
    for within in compiled:
        params |= within.params
    return Query(into, sql, params)
