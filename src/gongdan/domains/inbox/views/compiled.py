"""A view for its reader: its condition, and the predicate by which PostgreSQL finds an index."""

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from datetime import datetime
from typing import Final
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


class CompiledViews:
    """What views became under one release. A page asks for the same few again and again."""

    def __init__(self, registry: Mapping[str, Field], trees: Trees) -> None:
        self._registry = registry
        self._trees = trees
        self._kept: OrderedDict[Hashable, Sql] = OrderedDict()

    def sql(self, view: View, authority: Authority, now: datetime, prefix: str) -> Sql:
        """A view that asks for the time is compiled each time."""
        key = (view.key, view.version, prefix, authority.person_id, authority.teams)
        if found := self._kept.get(key):
            self._kept.move_to_end(key)
            return found
        made = to_sql(
            condition_of(view, authority, now),
            self._registry,
            self._trees,
            now=now.astimezone(ZoneInfo(authority.zone)),
            workspace=authority.workspace_id,
            prefix=prefix,
        )
        if "now" not in asks(view.condition):
            self._kept[key] = made
            if len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return made


COMPILED: Final[Part[CompiledViews]] = Part("views")


def condition_of(view: View, authority: Authority, now: datetime) -> Condition:
    return bind(view.condition, Viewer(me=authority.person_id, my_teams=tuple(sorted(authority.teams)), now=now))


def in_sql(view: View, authority: Authority, rules: Rules, *, now: datetime, prefix: str = "v") -> Sql:
    """The predicate over ``t``. ``prefix`` keeps the parameters of several views in one query apart."""
    return rules[COMPILED].sql(view, authority, now, prefix)
