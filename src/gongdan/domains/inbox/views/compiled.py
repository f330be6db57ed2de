"""A view for its reader: its condition, and the predicate by which PostgreSQL finds an index."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from datetime import datetime
from typing import Any, Final, TypeVar, cast
from zoneinfo import ZoneInfo

from gongdan.conditions.fields import Field, Trees
from gongdan.conditions.grammar import Condition
from gongdan.conditions.known import Viewer, asks, bind
from gongdan.conditions.to_sql import Sql, to_sql
from gongdan.domains.accounts.public import Authority
from gongdan.domains.inbox.views.view import View
from gongdan.domains.tickets.public import Part, Rules

MOST: Final = 1_000
"""Predicates kept of a release, least recently used first to go."""


T = TypeVar("T")


class CompiledViews:
    """What views became under one release. A page asks for the same few again and again."""

    def __init__(self, registry: Mapping[str, Field], trees: Trees) -> None:
        self._registry = registry
        self._trees = trees
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()

    def sql(self, view: View, authority: Authority, now: datetime, prefix: str) -> Sql:
        """A view that asks for the time is compiled each time."""

        def made() -> Sql:
            return to_sql(
                bound(view.condition, authority, now),
                self._registry,
                self._trees,
                now=now.astimezone(ZoneInfo(authority.zone)),
                workspace=authority.workspace_id,
                prefix=prefix,
            )

        if "now" in asks(view.condition):
            return made()
        return self.kept((view.key, view.version, prefix, authority.person_id, authority.teams), made)

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What was made under this key, made now if it is not there any more."""
        if key in self._kept:
            self._kept.move_to_end(key)
        else:
            self._kept[key] = make()
            if len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return cast(T, self._kept[key])


COMPILED: Final[Part[CompiledViews]] = Part("views")


def bound(condition: Condition, authority: Authority, now: datetime) -> Condition:
    """For its reader."""
    return bind(condition, Viewer(me=authority.person_id, my_teams=tuple(sorted(authority.teams)), now=now))


def in_sql(view: View, authority: Authority, rules: Rules, *, now: datetime, prefix: str = "v") -> Sql:
    """The predicate over ``t``. ``prefix`` keeps the parameters of several views in one query apart."""
    return rules[COMPILED].sql(view, authority, now, prefix)
