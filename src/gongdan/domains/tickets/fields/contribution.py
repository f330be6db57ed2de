"""Condition fields as their owners declare them (spec 11.5), and the vocabulary that they make together: triggers,
views, matching of promises, routing and permissions all know the same fields.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from operator import attrgetter
from typing import Any, Final, Literal, cast, get_args

import msgspec

from gongdan.conditions.evaluate import Values
from gongdan.conditions.fields import Array, Column, Field, Members, Registry, Row, Type
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.facet import Facet
from gongdan.kernel.text import Name

Use = Literal["decide", "list", "trigger"]
"""Where a field may be named: in what decides how a ticket goes, in lists, in automations."""

EVERYWHERE: Final[frozenset[Use]] = frozenset(get_args(Use))
DECIDING: Final[frozenset[Use]] = frozenset({"decide", "trigger"})
"""No index serves it, so no list filters by it."""

Of = Callable[[Case], Any]


_ORDERED: Final[frozenset[Type]] = frozenset({"number", "money", "duration", "instant"})
"""The types whose values give an order that says something."""


class FieldColumn(msgspec.Struct, frozen=True, kw_only=True):
    """How lists show a field in a column of its own. The column is called as the field is."""

    reads: str | None = None
    """The value of a cell, over ``t`` alone. None: as conditions find it."""
    sorts: bool = False
    """Whether it gives an order. No index serves that: what view and reach leave is sorted."""


class Contribution(msgspec.Struct, frozen=True, kw_only=True):
    """A field that conditions may name."""

    key: str
    type: Type
    name: Name
    value: Of | None = None
    """The value of a case, in the forms that ``conditions.fields`` lists."""
    at: Callable[[datetime], Any] | None = None
    """Instead: the value of the instant of deciding, given in the zone of the workspace."""
    sql: Column | Array | Members | Row | None = None
    """Where lists find it: over ``t``, the ticket, and what ``joins`` adds."""
    joins: frozenset[str] = frozenset()
    of: Type | None = None
    tree: str | None = None
    choices_of: Callable[[PolicyBundle], Mapping[str, Name]] | None = None
    uses: frozenset[Use] = EVERYWHERE
    changes: bool = False
    """Whether events change it, so that automations may ask for before and after."""
    needs: frozenset[Facet[Any]] = frozenset()
    """Facets that the value is read from. One that is not always loaded is where the policy names the field."""
    shown: FieldColumn | None = None
    """Its column in lists; None: it has none."""

    def __post_init__(self) -> None:
        if (self.value is None) == (self.at is None):
            raise ValueError(f"field {self.key}: its value is of the case or of the instant")
        if ("list" in self.uses) != (self.sql is not None):
            raise ValueError(f"field {self.key}: lists find it by its SQL, and nothing else does")
        if self.shown is not None:
            self._check(self.shown)

    def _check(self, shown: FieldColumn) -> None:
        is_read = isinstance(self.sql, Column | Array) and self.type != "text" and not self.joins
        if shown.reads is None and not is_read:
            raise ValueError(f"field {self.key}: its column says what it reads")
        if shown.sorts and not (isinstance(self.sql, Column) and self.type in _ORDERED and not self.joins):
            raise ValueError(f"field {self.key}: its column gives no order")

    def field(self, bundle: PolicyBundle) -> Field:
        return Field(
            key=self.key,
            type=self.type,
            name=self.name,
            sql=self.sql,
            needs=self.joins,
            of=self.of,
            tree=self.tree,
            choices=self.choices_of(bundle) if self.choices_of else {},
        )


def column(
    key: str,
    type_: Type,
    zh: str,
    en: str,
    *,
    sql: str | None = None,
    value: str | None = None,
    total: bool = False,
    few: str | None = None,
    words: tuple[str, ...] = (),
    choices_of: Callable[[PolicyBundle], Mapping[str, Name]] | None = None,
    tree: str | None = None,
    changes: bool = False,
    shown: FieldColumn | None = None,
) -> Contribution:
    """A field that is a column of the ticket. ``value``: the attribute of the case, where it is not ``ticket.<key>``.
    ``total``: every ticket has a value, so that the column holds no null."""
    return Contribution(
        key=key,
        type=type_,
        name={"zh-CN": zh, "en": en},
        value=attrgetter(value or f"ticket.{key}"),
        sql=Column(sql or f"t.{key}", is_total=total, few=few, words=words),
        choices_of=choices_of,
        tree=tree,
        changes=changes,
        shown=shown,
    )


class ReleaseFields(Registry):
    """The fields of a release: those that subjects contribute, and the workspace's custom ones."""

    def __init__(self, contributed: Iterable[Contribution], custom: Mapping[str, Of], fields: Iterable[Field]) -> None:
        """``fields`` are of both; ``custom`` gives the value of each custom one."""
        super().__init__(fields)
        known = tuple(contributed)
        self.changing: Final = (*(one.key for one in known if one.changes), *custom)
        self.moments: Final = {one.key: one.at for one in known if one.at is not None}
        self.shown: Final = {one.key: one.shown for one in known if one.shown is not None}
        self._uses = {one.key: one.uses for one in known}
        self._needs = {one.key: one.needs for one in known if one.needs}
        self._values = {one.key: one.value for one in known if one.value is not None} | dict(custom)

    def fit_for(self, use: Use) -> list[Field]:
        """The fields that may be named there. Custom ones may be everywhere, as far as they are filterable."""
        return [field for key, field in self.items() if use in self._uses.get(key, EVERYWHERE)]

    def needs(self, named: Iterable[str]) -> frozenset[Facet[Any]]:
        """The facets that are not always loaded and that these fields are read from."""
        return frozenset(one for key in named for one in self._needs.get(key, ()) if not one.always)

    def see(self, case: Case) -> "TicketValues":
        return TicketValues(case, self._values)


class TicketValues(dict[str, Any]):
    """A ticket as conditions see it: key → value, computed when it is first asked for."""

    __slots__ = ("_case", "_of")

    def __init__(self, case: Case, of: Mapping[str, Of], given: Mapping[str, Any] = {}) -> None:
        super().__init__(given)
        self._case, self._of = case, of

    get = dict.__getitem__  # type: ignore[assignment]  # takes no default
    """Conditions ask by it, dozens of times: it is the dictionary's own look-up, which computes what is missing."""

    def __missing__(self, key: str) -> Any:
        of = self._of.get(key)
        found = self[key] = None if of is None else of(self._case)
        return found

    def beside(self, given: Mapping[str, Any]) -> "TicketValues":
        """The same, with these values besides."""
        return TicketValues(self._case, self._of, {**self, **given})


def values(case: Case, vocabulary: ReleaseFields) -> TicketValues:
    """The ticket as conditions see it (spec 01, condition language). Kept for the case; it looks at a copy, so that the
    case can be forgotten by itself."""
    if (kept := case.derived.get(values)) is not None:
        return cast(TicketValues, kept)
    found = case.derived[values] = vocabulary.see(msgspec.structs.replace(case))
    return found


def at_instant(moments: Mapping[str, Callable[[datetime], Any]], seen: Values, now: datetime) -> Values:
    """``seen`` with the values of the instant ``now``."""
    return _AtInstant(moments, seen, now)


class _AtInstant:
    def __init__(self, moments: Mapping[str, Callable[[datetime], Any]], seen: Values, now: datetime) -> None:
        self._moments, self._seen, self._now = moments, seen, now

    def get(self, key: str, /) -> Any:
        of = self._moments.get(key)
        return self._seen.get(key) if of is None else of(self._now)
