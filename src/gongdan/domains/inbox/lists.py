"""A page of the queue, for its reader."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

import msgspec
from psycopg.errors import QueryCanceled

from gongdan.conditions.grammar import Condition
from gongdan.conditions.to_sql import Sql, to_sql
from gongdan.domains.accounts.public import Authority, reach
from gongdan.domains.inbox import queries
from gongdan.domains.inbox.masking import readable
from gongdan.domains.inbox.queues import Cursor, cursor_of
from gongdan.domains.inbox.shapes import Page
from gongdan.domains.inbox.views import columns
from gongdan.domains.inbox.views.checking import faults_of_condition
from gongdan.domains.inbox.views.columns import CUSTOM, SORTS, Order, Sort
from gongdan.domains.inbox.views.compiled import COMPILED, bound, in_sql
from gongdan.domains.inbox.views.errors import ListTooSlow, ViewBroken
from gongdan.domains.inbox.views.saved import view_of
from gongdan.domains.inbox.views.view import View
from gongdan.domains.tickets.public import Rules
from gongdan.infra.db.tx import ReadTx
from gongdan.kernel import clock
from gongdan.kernel.errors import FieldFault, Invalid

AT_MOST_S: Final = 2.0
"""A list read ends then, and says so (spec 11.5). Give it to the transaction."""


class ListRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader asks of the queue. Without a view every live ticket in reach is meant, ended ones too."""

    view: str | None = None
    where: str | None = None
    """A condition, as JSON."""
    sort: str | None = None
    order: Order | None = None
    after: str | None = None
    limit: int = 50


class ListOf(msgspec.Struct, frozen=True, kw_only=True):
    """A list for one reader: what it holds, in which order, and the custom fields that it shows."""

    view: View | None
    where: Condition | None
    sort: Sort
    order: Order
    fields: tuple[str, ...]


async def list_of(tx: ReadTx, authority: Authority, rules: Rules, wanted: ListRequest) -> ListOf:
    """What a request means to its reader. Costs a round trip for a view that somebody made.

    Raises:
        ViewNotFound.
        ViewBroken: the view names what they may not read, or what there is no more.
        Invalid: no such order, or a ``where`` that is no condition or names what they may not read.
    """
    view = await view_of(tx, authority, wanted.view) if wanted.view is not None else None
    may_read = readable(rules, authority)
    if view is not None and (faults := broken(view, authority, rules)):
        raise ViewBroken(key=view.key, faults=faults)
    sort = columns.sort(wanted.sort, rules.registry, may_read) if wanted.sort else None
    if wanted.sort and sort is None:
        raise Invalid(faults=(FieldFault("sort", "inbox.gives_no_order", {"key": wanted.sort}),))
    own = columns.sort(view.sort, rules.registry, may_read) if view and sort is None else None
    order = view.order if view and own else None
    found = sort or own or SORTS["updated"]
    shown = [key for key in view.columns if key.startswith(CUSTOM)] if view else []
    return ListOf(
        view=view,
        where=_condition(wanted.where) if wanted.where is not None else None,
        sort=found,
        order=wanted.order or order or found.natural,
        fields=tuple(key for key in shown if columns.column(key, rules.registry, may_read)),
    )


async def read_page(tx: ReadTx, authority: Authority, rules: Rules, wanted: ListRequest, *, now: datetime) -> Page:
    """The tickets that ``wanted`` names, as far as they are in reach. One round trip, and one for a view that somebody
    made.

    Raises:
        ListTooSlow: it takes longer than the transaction may.
        Invalid: a cursor of another order; and as ``list_of``.
    """
    found = await list_of(tx, authority, rules, wanted)
    viewed = (in_sql(found.view, authority, rules, now=now),) if found.view else ()
    filtered = (_filter(found.where, authority, rules, now),) if found.where is not None else ()
    asked = queries.QueueQuery(
        reach=reach(authority),
        where=(*viewed, *filtered),
        sort=found.sort,
        order=found.order,
        after=cursor_of(wanted.after, found.sort, found.order) if wanted.after else None,
        limit=wanted.limit,
        params={"ranks": ranks(rules)},
        fields=found.fields,
    )
    try:
        (lines,) = await tx.gather(queries.page(asked), last=True)
    except QueryCanceled:
        raise ListTooSlow(seconds=int(AT_MOST_S)) from None
    last = lines[wanted.limit - 1] if len(lines) > wanted.limit else None
    after = str(Cursor(sort=found.sort.key, order=found.order, value=last.place, id=last.id)) if last else None
    shown = lines[: wanted.limit]
    return Page(
        rows=[line.row(queries.placed(found.sort, line.place, line.id)) for line in shown],
        after=after,
        sort=found.sort.key,
        order=found.order,
    )


def broken(view: View, authority: Authority, rules: Rules) -> tuple[FieldFault, ...]:
    """Why this reader cannot list a view that somebody made; kept for each version of it. A shipped one names what
    everybody may."""
    if view.is_shipped:
        return ()
    may_read = readable(rules, authority)
    return rules[COMPILED].kept(
        ("broken", view.key, view.version, may_read),
        lambda: tuple(faults_of_condition(view.condition, rules.registry, may_read)),
    )


def ranks(rules: Rules) -> list[str]:
    """The priorities, most urgent first."""
    return sorted(rules.priorities, key=lambda key: rules.priorities[key].rank)


def check_filter(condition: Condition, authority: Authority, rules: Rules) -> None:
    """Raises:
    ConditionInvalid: it is none, or names what they may not read.
    EvaluateOnly: it names what lists cannot be read by.
    """
    _filter(condition, authority, rules, clock.now())


def _condition(where: str) -> Condition:
    try:
        return msgspec.json.decode(where, type=Condition)
    except (msgspec.DecodeError, RecursionError):
        raise Invalid(faults=(FieldFault("where", "inbox.not_a_condition"),)) from None


def _filter(condition: Condition, authority: Authority, rules: Rules, now: datetime) -> Sql:
    return to_sql(
        bound(condition, authority, now),
        rules.registry,
        rules.trees,
        now=now.astimezone(ZoneInfo(authority.zone)),
        workspace=authority.workspace_id,
        readable=readable(rules, authority),
        prefix="w",
    )
