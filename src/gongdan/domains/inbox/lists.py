"""A page of the queue, for its reader."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from gongdan.conditions.grammar import Condition
from gongdan.conditions.to_sql import Sql, to_sql
from gongdan.domains.accounts.public import Authority, reach
from gongdan.domains.inbox import queries
from gongdan.domains.inbox.masking import readable
from gongdan.domains.inbox.queues import Cursor, cursor_of
from gongdan.domains.inbox.shapes import Page
from gongdan.domains.inbox.views.columns import SORTS, Order, SortKey
from gongdan.domains.inbox.views.compiled import in_sql
from gongdan.domains.inbox.views.shipped import VIEWS, ViewKey
from gongdan.domains.tickets.public import Rules
from gongdan.infra.db.tx import ReadTx
from gongdan.kernel.errors import FieldFault, Invalid


class ListRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader asks of the queue. Without a view every live ticket in reach is meant, ended ones too."""

    view: ViewKey | None = None
    where: str | None = None
    """A condition, as JSON."""
    sort: SortKey | None = None
    order: Order | None = None
    after: str | None = None
    limit: int = 50


async def read_page(tx: ReadTx, authority: Authority, rules: Rules, wanted: ListRequest, *, now: datetime) -> Page:
    """The tickets that ``wanted`` names, as far as they are in reach. One round trip.

    Raises:
        Invalid: a cursor of another order, or a ``where`` that is no condition or names what they may not read.
    """
    view = VIEWS[wanted.view] if wanted.view else None
    sort = wanted.sort or (view.sort if view else "updated")
    order = wanted.order or SORTS[sort].natural
    viewed = (in_sql(view, authority, rules, now=now),) if view else ()
    filtered = (_filter(wanted.where, authority, rules, now),) if wanted.where is not None else ()
    asked = queries.QueueQuery(
        reach=reach(authority),
        where=(*viewed, *filtered),
        sort=sort,
        order=order,
        after=cursor_of(wanted.after, sort, order) if wanted.after else None,
        limit=wanted.limit,
        params={"ranks": ranks(rules)},
    )
    (lines,) = await tx.gather(queries.page(asked), last=True)
    last = lines[wanted.limit - 1] if len(lines) > wanted.limit else None
    after = str(Cursor(sort=sort, order=order, value=last.place, id=last.id)) if last else None
    return Page(rows=[line.row() for line in lines[: wanted.limit]], after=after)


def ranks(rules: Rules) -> list[str]:
    """The priorities, most urgent first."""
    return sorted(rules.priorities, key=lambda key: rules.priorities[key].rank)


def _filter(where: str, authority: Authority, rules: Rules, now: datetime) -> Sql:
    try:
        condition = msgspec.json.decode(where, type=Condition)
    except (msgspec.DecodeError, RecursionError):
        raise Invalid(faults=(FieldFault("where", "inbox.not_a_condition"),)) from None
    return to_sql(
        condition,
        rules.registry,
        rules.trees,
        now=now.astimezone(ZoneInfo(authority.zone)),
        workspace=authority.workspace_id,
        readable=readable(rules, authority),
        prefix="w",
    )
