"""Views as questions about one ticket: what the live side asks after each change (spec 11.5). Pure.

The same condition that lists send to PostgreSQL is evaluated on the values of the ticket's row. What it asks of the
reader stands apart from the rest, which is judged once for all readers.
"""

from collections.abc import Hashable, Mapping
from datetime import UTC, datetime, tzinfo
from functools import partial
from typing import Any, Final
from zoneinfo import ZoneInfo

import msgspec

from gongdan.conditions.evaluate import Predicate, Values, compile_, every
from gongdan.conditions.fields import Field, Trees
from gongdan.conditions.grammar import Condition, fields_of, walk
from gongdan.conditions.known import NEVER, Viewer, asks, bind, turns
from gongdan.conditions.stored import stored
from gongdan.domains.accounts.public import Authority, Reach
from gongdan.domains.inbox.lists.queries import placed
from gongdan.domains.inbox.lists.reading import ListOf, ranks
from gongdan.domains.inbox.shapes import RowPlace
from gongdan.domains.inbox.views.columns import Sort
from gongdan.domains.inbox.views.compiled import COMPILED
from gongdan.domains.inbox.views.view import View
from gongdan.domains.realtime.public import LiveLine, OpenedList, Turn, Watch
from gongdan.domains.tickets.public import Rules

_OWN: Final = frozenset({"me", "my_teams"})
_UNRANKED: Final = 1_000


def watch(view: View, authority: Authority, reach: Reach, rules: Rules) -> Watch:
    """A view for its reader."""
    shared = rules[COMPILED].kept(("common", view.key, view.version), partial(_split, view.condition, rules))
    return _watch(view.condition, (view.key, view.version), view, authority, reach, rules, shared)


def opened(found: ListOf, where: str | None, authority: Authority, reach: Reach, rules: Rules) -> OpenedList:
    """A list for its reader. ``where``: its filter as it was written."""
    parts = (*_parts(found.view.condition if found.view else None), *_parts(found.where))
    # What is put away enters no list; whoever took it there reads that list anew.
    condition = NEVER if found.view and found.view.shelf else Condition(all=parts)
    name = (found.view.key, found.view.version) if found.view else ()
    key = (name, where, found.sort.key, found.order, tuple(found.fields))
    made = _watch(condition, key, found.view, authority, reach, rules, _split(condition, rules))
    return OpenedList(
        workspace_id=authority.workspace_id,
        watch=msgspec.structs.replace(made, needs=made.needs | {found.sort.by}),
        fields=found.fields,
        place=partial(_place, found.sort, _ranked(rules), rules.registry[found.sort.by], rules.release),
    )


class _Split(msgspec.Struct, frozen=True):
    common: Predicate
    own: Condition | None
    turns: Turn | None


def _watch(
    condition: Condition,
    name: Hashable,
    view: View | None,
    authority: Authority,
    reach: Reach,
    rules: Rules,
    split: _Split,
) -> Watch:
    asked = asks(condition)
    zone = _zone(condition, authority, rules.registry)
    me = (authority.person_id, tuple(sorted(authority.teams))) if asked & _OWN else None
    return Watch(
        key=(authority.workspace_id, rules.release, name, reach, me, str(zone)),
        view=view.key if view else "",
        source=view,
        release=rules.release,
        reach=reach,
        needs=fields_of(condition),
        common=split.common,
        own=_own(split.own, authority, rules) if split.own is not None else None,
        zone=zone,
        turns=split.turns,
    )


def _split(condition: Condition, rules: Rules) -> _Split:
    """The conjuncts that hold for every reader or for none, and the others."""
    parts = _parts(condition)
    own = [part for part in parts if asks(part) & _OWN or _has_days(part, rules.registry)]
    common = sorted((part for part in parts if part not in own), key=lambda part: "now" in asks(part))
    nobody = Viewer(me=None, my_teams=(), now=datetime(2000, 1, 1, tzinfo=UTC))
    return _Split(
        every([_compiled(part, nobody, rules.registry, rules.trees) for part in common]),
        Condition(all=tuple(own)) if own else None,
        partial(turns, condition) if "now" in asks(condition) else None,
    )


def _own(condition: Condition, authority: Authority, rules: Rules) -> Predicate:
    teams = tuple(sorted(authority.teams))
    reader = Viewer(me=authority.person_id, my_teams=teams, now=datetime(2000, 1, 1, tzinfo=UTC))
    return _compiled(condition, reader, rules.registry, rules.trees)


def _compiled(condition: Condition, reader: Viewer, registry: Mapping[str, Field], trees: Trees) -> Predicate:
    """What names ``now`` itself is bound when it is asked; spans get it as an argument."""
    if "now" not in asks(condition):
        return compile_(bind(condition, reader), registry, trees)

    def holds(values: Values, now: datetime) -> bool:
        return compile_(bind(condition, msgspec.structs.replace(reader, now=now)), registry, trees)(values, now)

    return holds


def _parts(condition: Condition | None) -> tuple[Condition, ...]:
    if condition is None:
        return ()
    return condition.all if condition.all is not None else (condition,)


def _zone(condition: Condition, authority: Authority, registry: Mapping[str, Field]) -> tzinfo | None:
    return ZoneInfo(authority.zone) if _has_days(condition, registry) else None


def _has_days(condition: Condition, registry: Mapping[str, Field]) -> bool:
    """Whether it asks for days from today on, which depend on where its reader is."""
    spans = (registry.get(node.field or "") for node in walk(condition) if node.op in ("within_last", "within_next"))
    return any(field is not None and field.type == "date" for field in spans)


def _ranked(rules: Rules) -> Mapping[str, int]:
    return {key: number for number, key in enumerate(ranks(rules), 1)}


def _place(sort: Sort, ranked: Mapping[str, int], field: Field, release: int, line: LiveLine) -> RowPlace:
    """As the page has it that is read from the database."""
    value: Any = line.values[release][sort.by]
    if sort.cast == "integer":
        value = ranked.get(value, _UNRANKED)
    elif sort.column is not None and value is not None:
        value = stored(field, value)
    return placed(sort, value, line.keys.id)
