"""evaluate ≡ to_sql: on every row, a condition holds in Python exactly when its SQL predicate is true."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, get_args
from zoneinfo import ZoneInfo

import msgspec
import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from psycopg.rows import dict_row

from gongdan.conditions import stored
from gongdan.conditions.evaluate import compile_
from gongdan.conditions.fields import OPERATORS, SHAPES, Array, Column, Field, Members, Op, Registry, Row, Trees, Type
from gongdan.conditions.grammar import MAX_DEPTH, Condition
from gongdan.conditions.selected import select, values
from gongdan.conditions.to_sql import to_sql
from gongdan.kernel.text import normalise

WORKSPACE = 7
NOW = datetime(2026, 3, 1, 0, 30, 0, 123456, tzinfo=UTC)
ZONES = (UTC, ZoneInfo("Asia/Shanghai"), timezone(timedelta(hours=-11, minutes=-30)))
KEYS = tuple("abcdefgh")

DATABASE_TYPES: Mapping[Type, str] = {
    "text": "text",
    "number": "bigint",
    "money": "bigint",
    "duration": "bigint",
    "date": "date",
    "instant": "timestamptz",
    "bool": "boolean",
    "choice": "text",
    "tree": "text",
    "team": "text",
    "person": "bigint",
}


def _both(key: str, kind: Type, of: Type | None = None) -> tuple[Field, Field]:
    """The same kind of value once as a column of the ticket and once as rows of ``ticket_field``."""
    tree = "category" if kind == "tree" else None
    name = {"zh-CN": key, "en": key}
    column = Array(f"t.{key}") if kind == "set" else Column(f"t.{key}")
    return (
        Field(key=key, type=kind, name=name, sql=column, of=of, tree=tree),
        Field(key=f"fields.{key}", type=kind, name=name, sql=Row(key), of=of, tree=tree),
    )


def _named(key: str, kind: Type, sql: Column | Members, of: Type | None = None) -> Field:
    return Field(key=key, type=kind, name={"zh-CN": key, "en": key}, sql=sql, of=of)


SETS: tuple[tuple[str, Type], ...] = (("tags", "text"), ("marks", "choice"), ("people", "person"))
PHASES = ("a", "b", "c", "zz")
TOTAL: Mapping[str, Type] = {"phase": "choice", "asker": "person", "total_text": "text", "total_number": "number"}
"""Columns that hold no null. ``phase`` holds some of the keys that conditions name, and one that they do not."""
FEW = ("asker", "maker")
LINKS: Mapping[str, Type] = {"fans": "person", "labels": "choice"}
REGISTRY = Registry(
    [
        *(field for kind in get_args(Type) if kind != "set" for field in _both(kind, kind)),
        *(field for key, of in SETS for field in _both(key, "set", of)),
        _named("phase", "choice", Column("t.phase", is_total=True, words=PHASES)),
        _named("mood", "choice", Column("t.mood", words=PHASES)),
        _named("asker", "person", Column("t.asker", is_total=True, few="asker")),
        _named("maker", "person", Column("t.maker", few="maker")),
        _named("total_text", "text", Column("t.total_text", is_total=True)),
        _named("total_number", "number", Column("t.total_number", is_total=True)),
        _named("fans", "set", Members("link", "int_value", "m.kind = 'fans'"), "person"),
        _named("labels", "set", Members("link", "text_value", "m.kind = 'labels'"), "choice"),
    ]
)

TEXTS = (
    "退款 VIP",
    "ｖｉｐ退款",
    "Ｒｅｆｕｎｄ 100%",
    "refund 100_",
    "re\\fund'\"--%s%(c_0)s",
    "STRASSE",
    "Straße",
    "ﬁle",
    "e\u0301te\u0301",
    "été",
    "İstanbul",
    "ΌΣΟΣ ς",
    "👩‍👩‍👧 👍🏽",
    "𠮷野家 喆",
    "\ufdfa",
    "ﷺ" * 60,
    " ",
    "\u3000",
    "\u0345\u0301",
    "\U0010ffff",
    "한글 한글",
    "①㍿㌔",
    "%",
    "_",
    "\\",
)
EXTREMES = (0, 1, -1, 59, 60, 100, 2**31, -(2**31) - 1, 2**53 - 1, -(2**53) + 1)
SPANS = (
    {"n": 1, "unit": "minute"},
    {"n": 36, "unit": "hour"},
    {"n": 1, "unit": "day"},
    {"n": 2, "unit": "week"},
    {"n": 3660, "unit": "day"},
)
_LENGTHS = [timedelta(minutes=1), timedelta(hours=36), timedelta(days=1), timedelta(weeks=2), timedelta(days=3660)]
_NUDGES = [timedelta(0), timedelta(microseconds=1), timedelta(microseconds=-1)]
INSTANTS = (
    *(NOW + sign * length + nudge for length in [timedelta(0), *_LENGTHS] for sign in (1, -1) for nudge in _NUDGES),
    NOW.astimezone(ZONES[1]),
    datetime(1900, 1, 1, tzinfo=UTC),
    datetime(2999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
)
DATES = (
    *(NOW.date() + timedelta(days=sign * days) for days in (0, 1, 2, 14, 15, 3660, 3661) for sign in (1, -1)),
    date(1900, 1, 1),
    date(2999, 12, 31),
)

_texts = st.one_of(
    st.sampled_from(TEXTS),
    st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), min_size=1, max_size=6),
)
VALUES: Mapping[Type, st.SearchStrategy[Any]] = {
    "text": _texts,
    "number": st.sampled_from(EXTREMES),
    "money": st.sampled_from(EXTREMES),
    "duration": st.sampled_from(EXTREMES),
    "date": st.sampled_from(DATES),
    "instant": st.sampled_from(INSTANTS),
    "bool": st.booleans(),
    "choice": st.sampled_from(KEYS),
    "tree": st.sampled_from(KEYS),
    "team": st.sampled_from(KEYS),
    "person": st.sampled_from((1, 2, 2**53 - 1)),
}
BEYOND: Mapping[Type, st.SearchStrategy[Any]] = {
    "text": st.sampled_from(("", "长" * 700, "x" * 499 + "ﬁ")),
    "date": st.sampled_from((date.min, date.max)),
    "instant": st.sampled_from((datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))),
}
"""Values that a row may hold and no condition may name."""


def _found(field: Field) -> st.SearchStrategy[Any]:
    """What a row may hold, absence included."""
    if field.key in ("phase", "mood"):
        return st.sampled_from(PHASES) if field.key == "phase" else st.none() | st.sampled_from(PHASES)
    if field.key in TOTAL:
        return VALUES[field.type]
    if field.type == "set":
        return st.none() | st.lists(VALUES[field.member], max_size=3).map(tuple)
    kinds = [st.none(), VALUES[field.type], VALUES[field.type], VALUES[field.type]]
    return st.one_of(*kinds, *([BEYOND[field.type]] if field.type in BEYOND else []))


def _wanted(field: Field, op: Op) -> st.SearchStrategy[Any]:
    one = VALUES[field.member]
    if op in ("contains", "starts_with"):
        cut = st.tuples(one, st.integers(0, 3), st.integers(1, 3))
        one = cut.map(lambda drawn: drawn[0][drawn[1] : drawn[1] + drawn[2]] or drawn[0])
    match SHAPES[op]:
        case "nothing":
            return st.none()
        case "one":
            return one
        case "many":
            return st.lists(one, min_size=1, max_size=4)
        case "range":
            return st.tuples(one, one).map(sorted)
        case "span":
            fitting = [span for span in SPANS if field.type == "instant" or span["unit"] in ("day", "week")]
            return st.sampled_from(fitting)


def _leaf(field: Field) -> st.SearchStrategy[Condition]:
    def of(op: Op) -> st.SearchStrategy[Condition]:
        return _wanted(field, op).map(lambda value: Condition(field=field.key, op=op, value=value))

    return st.sampled_from(OPERATORS[field.type]).flatmap(of)


def _choice_of_few() -> st.SearchStrategy[Condition]:
    """What is read as the ids of the tickets that one of several values has."""
    leaves = [(key, op) for key in FEW for op in ("is", "is_any")] + [(key, "has") for key in LINKS]
    one = st.sampled_from(leaves).flatmap(
        lambda drawn: _wanted(REGISTRY[drawn[0]], drawn[1]).map(
            lambda value: Condition(field=drawn[0], op=drawn[1], value=value)
        )
    )
    return st.lists(one, min_size=2, max_size=3).map(lambda parts: Condition(any=tuple(parts)))


def _trees_of_conditions(depth: int) -> st.SearchStrategy[Condition]:
    leaf = st.sampled_from(tuple(REGISTRY.values())).flatmap(_leaf)
    if depth == 1:
        return leaf
    below = st.deferred(lambda: _trees_of_conditions(depth - 1))
    group = st.lists(below, max_size=3).map(tuple)
    return st.one_of(
        leaf,
        leaf,
        _choice_of_few(),
        below.map(lambda part: Condition(not_=part)),
        group.map(lambda parts: Condition(all=parts)),
        group.map(lambda parts: Condition(any=parts)),
    )


ROWS = st.lists(
    st.fixed_dictionaries(
        {key: _found(REGISTRY[key]) for key in TOTAL},
        optional={key: _found(field) for key, field in REGISTRY.items() if key not in TOTAL},
    ),
    min_size=9,
    max_size=9,
)
CONDITIONS = st.lists(_trees_of_conditions(MAX_DEPTH), min_size=9, max_size=9)
TREES = st.lists(st.integers(0, 7), min_size=8, max_size=8).map(
    lambda above: {key: KEYS[above[n]] if above[n] < n else None for n, key in enumerate(KEYS)}
)


@pytest.fixture(scope="module")
def connection(database_url: str) -> Iterator[psycopg.Connection[Any]]:
    columns = [f"{kind} {database_type}" for kind, database_type in DATABASE_TYPES.items()]
    columns += [f"{key} {DATABASE_TYPES[of]}[]" for key, of in SETS]
    with psycopg.connect(database_url, autocommit=True) as connection:
        columns += [f"{key} {DATABASE_TYPES[kind]} not null" for key, kind in TOTAL.items()]
        columns += ["mood text", "maker bigint"]
        connection.execute(f"create temp table ticket (workspace_id bigint, id bigint, {', '.join(columns)})")
        connection.execute(
            "create temp table link (workspace_id bigint, ticket_id bigint, kind text, text_value text, int_value bigint)"
        )
        connection.execute(
            """
            create temp table ticket_field (
              workspace_id bigint, ticket_id bigint, field text, text_value text, int_value bigint, at_value timestamptz
            )
            """
        )
        yield connection


def _column_value(field: Field, value: Any) -> Any:
    """A value as a column of its owner holds it: text in its normalised form."""
    if value is None or field.member != "text":
        return list(value) if isinstance(value, tuple) else value
    return [normalise(member) for member in value] if field.type == "set" else normalise(value)


def _insert(connection: psycopg.Connection[Any], rows: Sequence[Mapping[str, Any]]) -> None:
    columns = [field for field in REGISTRY.values() if isinstance(field.sql, Column | Array)]
    names = ", ".join(["workspace_id", "id", *(field.key for field in columns)])
    tickets = [
        [WORKSPACE, n, *(_column_value(field, row.get(field.key)) for field in columns)] for n, row in enumerate(rows)
    ]
    entries = [
        (WORKSPACE, n, field.sql.field, entry.text_value, entry.int_value, entry.at_value)
        for n, row in enumerate(rows)
        for field in REGISTRY.values()
        if isinstance(field.sql, Row)
        for entry in stored.rows(field, row.get(field.key))
    ]
    links = [
        (WORKSPACE, n, key, *((None, one) if kind == "person" else (one, None)))
        for n, row in enumerate(rows)
        for key, kind in LINKS.items()
        for one in row.get(key) or ()
    ]
    strangers = [(WORKSPACE + 1, *entry[1:]) for entry in entries[:5]]
    with connection.cursor() as cursor:
        cursor.execute("truncate ticket, ticket_field, link")
        cursor.executemany(f"insert into ticket ({names}) values ({', '.join(['%s'] * (len(columns) + 2))})", tickets)
        foreign = [(WORKSPACE + 1, *link[1:]) for link in links[:5]]
        cursor.executemany("insert into link values (%s, %s, %s, %s, %s)", links + foreign)
        cursor.executemany("insert into ticket_field values (%s, %s, %s, %s, %s, %s)", entries + strangers)


def _in_sql(connection: psycopg.Connection[Any], conditions: Sequence[Condition], trees: Trees, now: datetime) -> Any:
    written = [
        to_sql(condition, REGISTRY, trees, now=now, workspace=WORKSPACE, prefix=f"q{number}")
        for number, condition in enumerate(conditions)
    ]
    predicates = ", ".join(f"({sql.text}) is true" for sql in written)
    params = {name: value for sql in written for name, value in sql.params.items()}
    return connection.execute(f"select {predicates} from ticket t order by id", params).fetchall()


@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.large_base_example,
    ],
)
@given(rows=ROWS, conditions=CONDITIONS, parents=TREES, zone=st.sampled_from(ZONES))
def test_python_and_sql_agree_on_every_row(
    connection: psycopg.Connection[Any],
    rows: list[dict[str, Any]],
    conditions: list[Condition],
    parents: dict[str, str | None],
    zone: Any,
) -> None:
    trees = Trees({"category": parents})
    now = NOW.astimezone(zone)
    _insert(connection, rows)

    in_sql = _in_sql(connection, conditions, trees, now)
    as_read = _values(connection)

    for condition, number in zip(conditions, range(len(conditions)), strict=True):
        holds = compile_(condition, REGISTRY, trees)
        for row, read, answers in zip(rows, as_read, in_sql, strict=True):
            assert holds(row, now) == answers[number], (msgspec.json.encode(condition), row)
            assert holds(read, now) == answers[number], (msgspec.json.encode(condition), row, read)


def _values(connection: psycopg.Connection[Any]) -> list[dict[str, Any]]:
    """The values of the rows as the live side reads them."""
    chosen = select(REGISTRY.values())
    cursor = connection.cursor(row_factory=dict_row)
    cursor.execute(f"select {chosen.columns} from ticket t order by id", chosen.params)
    return [values(chosen, row) for row in cursor.fetchall()]


def _each_leaf() -> list[tuple[Field, Op]]:
    return [(field, op) for field in REGISTRY.values() for op in OPERATORS[field.type]]


@pytest.mark.parametrize(("field", "op"), _each_leaf(), ids=lambda part: part.key if isinstance(part, Field) else part)
def test_they_agree_on_each_operator_of_each_field(connection: psycopg.Connection[Any], field: Field, op: Op) -> None:
    @settings(max_examples=3, deadline=None, database=None)
    @given(
        found=st.lists(_found(field), min_size=20, max_size=20),
        wanted=st.lists(_wanted(field, op), min_size=10, max_size=10),
        zone=st.sampled_from(ZONES),
    )
    def agree(found: list[Any], wanted: list[Any], zone: Any) -> None:
        now = NOW.astimezone(zone)
        trees = Trees({"category": {"a": None, "b": "a", "c": "b", "d": "a", "e": None}})
        leaves = [Condition(field=field.key, op=op, value=value) for value in wanted]
        conditions = [*leaves, *(Condition(not_=leaf) for leaf in leaves)]
        whole = {"phase": "a", "asker": 1, "total_text": "x", "total_number": 0}
        rows = [whole | {field.key: value} for value in found]
        _insert(connection, rows)
        in_sql = _in_sql(connection, conditions, trees, now)
        tests: list[Callable[[Any, datetime], bool]] = [compile_(one, REGISTRY, trees) for one in conditions]
        assert [tuple(holds(row, now) for holds in tests) for row in rows] == in_sql

    agree()


def test_a_leaf_leaves_its_column_to_the_index(connection: psycopg.Connection[Any]) -> None:
    connection.execute("create temp table i (team text, due timestamptz)")
    connection.execute("create index i_team on i (team)")
    connection.execute("create index i_due on i (due)")
    name = {"zh-CN": "", "en": ""}
    registry = Registry(
        [
            Field(key="team", type="team", name=name, sql=Column("i.team")),
            Field(key="due", type="instant", name=name, sql=Column("i.due")),
        ]
    )
    leaves = (
        Condition(field="team", op="is", value="a"),
        Condition(field="team", op="is_any", value=["a", "b"]),
        Condition(field="team", op="is_empty"),
        Condition(field="due", op="within_next", value={"n": 1, "unit": "hour"}),
    )
    with connection.transaction():
        connection.execute("set local enable_seqscan = off")
        for leaf in leaves:
            sql = to_sql(leaf, registry, Trees({}), now=NOW, workspace=WORKSPACE)
            plan = connection.execute(f"explain select 1 from i where {sql.text}", sql.params).fetchall()
            assert any("Index Cond" in line for (line,) in plan), (leaf, plan)
