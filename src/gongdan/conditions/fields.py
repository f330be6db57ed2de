"""What can be asked about a ticket: types, their operators, fields and where SQL finds them (spec 01).

Owning domains declare ``Field`` values; wiring puts them in one ``Registry``. Values that ``evaluate`` reads have these
Python forms, and SQL expressions these database types:

=========  =============================  ==========================================================
type       in Python                      in SQL
=========  =============================  ==========================================================
text       ``str`` as it was written      ``text`` in its normalised form (``kernel.text.normalise``)
number     ``int``, at most 53 bits       ``bigint``
money      ``int``, minor units           ``bigint``
duration   ``int``, seconds               ``bigint``
date       ``date``                       ``date``
instant    aware ``datetime``             ``timestamptz``
bool       ``bool``                       ``boolean``
choice     key, ``str``                   ``text``
tree       key, ``str``                   ``text``
team       key, ``str``                   ``text``
person     id, ``int``                    ``bigint``
set        collection of ``of``           array of ``of``, without nulls
=========  =============================  ==========================================================

Absent are ``None``, a missing key, the empty text and the empty set.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec

from gongdan.kernel.text import Name

Type = Literal[
    "text", "number", "money", "date", "instant", "duration", "bool", "choice", "tree", "person", "team", "set"
]
Op = Literal[
    "is",
    "is_any",
    "is_empty",
    "contains",
    "starts_with",
    "lt",
    "le",
    "gt",
    "ge",
    "between",
    "under",
    "within_last",
    "within_next",
    "has",
    "has_any",
    "has_all",
]
Shape = Literal["nothing", "one", "many", "range", "span"]

_KEYED: tuple[Op, ...] = ("is", "is_any", "is_empty")
_COUNTED: tuple[Op, ...] = ("is", "is_any", "is_empty", "lt", "le", "gt", "ge", "between")

OPERATORS: Mapping[Type, tuple[Op, ...]] = {
    "text": ("is", "is_any", "is_empty", "contains", "starts_with"),
    "number": _COUNTED,
    "money": _COUNTED,
    "duration": _COUNTED,
    "date": (*_COUNTED, "within_last", "within_next"),
    "instant": ("is_empty", "lt", "le", "gt", "ge", "between", "within_last", "within_next"),
    "bool": ("is", "is_empty"),
    "choice": _KEYED,
    "tree": (*_KEYED, "under"),
    "person": _KEYED,
    "team": _KEYED,
    "set": ("has", "has_any", "has_all", "is_empty"),
}
"""The one table of operators. ``lt`` and ``le`` are the specification's < and ≤; ``gt`` and ``ge`` stand beside them
because ``not le`` also holds for an absent value."""

SHAPES: Mapping[Op, Shape] = {
    "is": "one",
    "is_any": "many",
    "is_empty": "nothing",
    "contains": "one",
    "starts_with": "one",
    "lt": "one",
    "le": "one",
    "gt": "one",
    "ge": "one",
    "between": "range",
    "under": "one",
    "within_last": "span",
    "within_next": "span",
    "has": "one",
    "has_any": "many",
    "has_all": "many",
}
"""What the value of an operator looks like: ``range`` is ``[low, high]``, ``span`` is ``{"n": 3, "unit": "day"}``."""


_WORD = re.compile(r"[a-z_]+")


class Column(msgspec.Struct, frozen=True):
    """An expression over the aliases of the owner's query, such as ``t.priority``; null where the value is absent.

    It is spliced in as psycopg reads it: a literal ``%`` is written ``%%``.
    """

    expression: str
    is_total: bool = False
    """No row is without a value."""
    words: tuple[str, ...] = ()
    """All values that there are, for a column whose values this program names. They stand in the statement itself, so
    that the planner can tell whether a partial index holds every row that is asked for."""
    few: str | None = None
    """The column of ``ticket``, with an index of its own, where each value has few tickets. A choice between several
    such values is then read as the ids that they have, not by walking an order until enough are met."""

    def __post_init__(self) -> None:
        if not all(_WORD.fullmatch(word) for word in self.words):
            raise ValueError(f"the words of {self.expression} cannot stand in a statement")


class Array(msgspec.Struct, frozen=True):
    """An expression that gives a set as a PostgreSQL array, null or empty where the set is."""

    expression: str


class Members(msgspec.Struct, frozen=True):
    """The set is the rows of a table that names tickets by ``workspace_id`` and ``ticket_id``; each member has few."""

    table: str
    value: str
    """The column that holds the member."""
    only: str = "true"
    """Which rows of the table, aliased ``m``, belong to the set."""


class Row(msgspec.Struct, frozen=True):
    """The value stands in ``ticket_field``, as ``stored.rows`` puts it: one row, for a set one row per member."""

    field: str
    ticket: str = "t.id"
    """The expression that gives the ticket's id."""


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """Something that conditions may name."""

    key: str
    type: Type
    name: Name
    sql: Column | Array | Members | Row | None
    """None: known only while an event is decided (``event_fields``, custom fields that are not filterable), so
    conditions on it cannot become SQL."""
    needs: frozenset[str] = frozenset()
    """The joins that ``sql`` leans on, as SQL; the query adds those that its condition needs and no others."""
    of: Type | None = None
    """The type of a set's members: text, choice, person or team."""
    tree: str | None = None
    """The tree (of ``Trees``) that a field of type tree points into."""
    choices: Mapping[str, Name] = {}
    """The keys that it can hold, with their names. Empty: not enumerable here."""

    def __post_init__(self) -> None:
        if (self.type == "set") != (self.of is not None) or self.of not in (None, "text", "choice", "person", "team"):
            raise ValueError(f"field {self.key}: a set, and nothing else, says what it is a set of")
        if (self.type == "tree") != (self.tree is not None):
            raise ValueError(f"field {self.key}: a tree field, and no other, names its tree")
        if isinstance(self.sql, Array | Members) != (self.type == "set") and not isinstance(self.sql, Row | None):
            raise ValueError(f"field {self.key}: a set is stored as an array or as rows, anything else is not")

    @property
    def member(self) -> Type:
        """The type of a single value: of the field itself, or of one member of a set."""
        return self.of or self.type


class Registry(Mapping[str, Field]):
    """The fields of a workspace by key. A key that comes twice is a bug and raises ``ValueError``."""

    def __init__(self, fields: Iterable[Field]) -> None:
        self._fields: dict[str, Field] = {}
        for field in fields:
            if field.key in self._fields:
                raise ValueError(f"field {field.key} is declared twice")
            self._fields[field.key] = field

    def __getitem__(self, key: str) -> Field:
        return self._fields[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)


class Trees:
    """The trees that ``under`` looks into, each given as key → parent (None at the top)."""

    def __init__(self, parents: Mapping[str, Mapping[str, str | None]]) -> None:
        self._below: dict[tuple[str, str], set[str]] = {}
        for tree, nodes in parents.items():
            for key in nodes:
                self._hang(tree, key, nodes)

    def _hang(self, tree: str, key: str, nodes: Mapping[str, str | None]) -> None:
        """Put ``key`` below each of its ancestors; a cycle, which lint refuses, is walked once."""
        above: str | None = key
        while above is not None and key not in (below := self._below.setdefault((tree, above), set())):
            below.add(key)
            above = nodes.get(above)

    def under(self, tree: str, key: str) -> frozenset[str]:
        """``key`` and everything below it; a key that the tree does not know stands alone."""
        return frozenset({key, *self._below.get((tree, key), ())})


_EVENT_FIELDS: Mapping[str, Name] = {
    "changed": {"zh-CN": "{field}有变化", "en": "{field} changed"},
    "from": {"zh-CN": "{field}的原值", "en": "{field} before"},
    "to": {"zh-CN": "{field}的新值", "en": "{field} after"},
}

BY = Field(key="event.by", type="person", name={"zh-CN": "操作人", "en": "changed by"}, sql=None)


def asked_of(key: str) -> str:
    """The key of the field that a field of events is about; of any other, its own."""
    about = (key.removeprefix(f"event.{one}.") for one in _EVENT_FIELDS if key.startswith(f"event.{one}."))
    return next(about, key)


def event_fields(field: Field) -> tuple[Field, Field, Field]:
    """What triggers may ask about a change of ``field``: ``event.changed.<key>``, ``event.from.<key>`` and
    ``event.to.<key>``. Who did it is ``BY``."""
    changed, before, after = (
        {locale: text.format(field=field.name[locale]) for locale, text in names.items()}
        for names in _EVENT_FIELDS.values()
    )
    apart = msgspec.structs.replace(field, sql=None, needs=frozenset())
    return (
        Field(key=f"event.changed.{field.key}", type="bool", name=changed, sql=None),
        msgspec.structs.replace(apart, key=f"event.from.{field.key}", name=before),
        msgspec.structs.replace(apart, key=f"event.to.{field.key}", name=after),
    )
