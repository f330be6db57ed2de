"""What each operator means. That SQL means the same is a property (``tests/properties/test_conditions.py``)."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_args
from zoneinfo import ZoneInfo

import pytest

from gongdan.conditions.errors import ConditionInvalid, EvaluateOnly
from gongdan.conditions.evaluate import compile_, evaluate
from gongdan.conditions.fields import BY, OPERATORS, SHAPES, Column, Field, Op, Registry, Row, Trees, Type, event_fields
from gongdan.conditions.grammar import Condition
from gongdan.conditions.to_sql import to_sql

NOW = datetime(2026, 3, 1, 17, tzinfo=UTC)
TREES = Trees({"tree": {"fault": None, "login": "fault", "billing": None}})


def field(kind: Type, of: Type | None = None) -> Field:
    tree = "tree" if kind == "tree" else None
    return Field(key=kind, type=kind, name={"zh-CN": kind, "en": kind}, sql=Row(kind), of=of, tree=tree)


REGISTRY = Registry([field(kind, "text" if kind == "set" else None) for kind in get_args(Type)])
DAY = timedelta(days=1)
TICK = timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("kind", "op", "value", "hits", "misses"),
    [
        ("text", "is", "ＶＩＰ", ["vip", "VIP", "ｖｉｐ"], ["vip ", "v", None]),
        ("text", "is_any", ["Straße", "x"], ["STRASSE", "X"], ["strase"]),
        ("text", "is_empty", None, [None, ""], [" ", "x"]),
        ("text", "contains", "100%", ["满１００％"], ["1000"]),
        ("text", "contains", "_", ["a_b"], ["ab"]),
        ("text", "starts_with", "re", ["Refund"], ["more"]),
        ("number", "is", 0, [0], [None, 1]),
        ("number", "lt", 5, [4, -(2**53)], [5, None]),
        ("number", "le", 5, [5], [6, None]),
        ("money", "gt", 5, [6], [5, None]),
        ("money", "ge", 5, [5], [4, None]),
        ("duration", "between", [1, 3], [1, 2, 3], [0, 4, None]),
        ("bool", "is", False, [False], [True, None]),
        ("bool", "is_empty", None, [None], [False]),
        ("choice", "is", "vip", ["vip"], ["VIP", None]),
        ("choice", "is_any", ["a", "b"], ["a"], ["c", None]),
        ("tree", "under", "fault", ["fault", "login"], ["billing", None]),
        ("tree", "is", "fault", ["fault"], ["login"]),
        ("person", "is_any", [1, 2], [2], [3, None]),
        ("team", "is_empty", None, [None], ["finance"]),
        ("set", "has", "vip", [("VIP", "x")], [("x",), (), None]),
        ("set", "has_any", ["a", "b"], [("B",), {"a"}], [("c",), None]),
        ("set", "has_all", ["a", "A", "b"], [("B", "a", "c")], [("a",), None]),
        ("set", "is_empty", None, [(), None], [("a",)]),
        ("instant", "within_last", {"n": 1, "unit": "day"}, [NOW, NOW - DAY], [NOW - DAY - TICK, NOW + TICK, None]),
        ("instant", "within_next", {"n": 24, "unit": "hour"}, [NOW, NOW + DAY], [NOW + DAY + TICK, NOW - TICK, None]),
        ("instant", "lt", "2026-03-02T01:00:00+08:00", [NOW - TICK], [NOW]),
        ("date", "within_last", {"n": 1, "unit": "day"}, [date(2026, 3, 1), date(2026, 2, 28)], [date(2026, 2, 27)]),
        ("date", "within_next", {"n": 1, "unit": "week"}, [date(2026, 3, 1), date(2026, 3, 8)], [date(2026, 3, 9)]),
    ],
)
def test_an_operator_means(kind: str, op: Op, value: Any, hits: list[Any], misses: list[Any]) -> None:
    holds = compile_(Condition(field=kind, op=op, value=value), REGISTRY, TREES)
    assert [found for found in hits if not holds({kind: found}, NOW)] == []
    assert [found for found in misses if holds({kind: found}, NOW)] == []


_COUNTED: tuple[Type, ...] = ("number", "money", "duration", "person")
_VALUES: Mapping[Type, Any] = {
    **dict.fromkeys(_COUNTED, 1),
    "date": "2026-03-01",
    "instant": "2026-03-01T00:00:00Z",
    "bool": True,
}


@pytest.mark.parametrize("kind", get_args(Type))
def test_an_absent_value_satisfies_only_is_empty_and_not(kind: Type) -> None:
    one = _VALUES.get(kind, "x")
    by_shape = {"nothing": None, "one": one, "many": [one], "range": [one, one], "span": {"n": 1, "unit": "day"}}
    for op in OPERATORS[kind]:
        leaf = Condition(field=kind, op=op, value=by_shape[SHAPES[op]])
        empty: list[dict[str, Any]] = [{}, {kind: None}]
        for values in empty:
            assert evaluate(leaf, REGISTRY, TREES, values, NOW) == (op == "is_empty")
            assert evaluate(Condition(not_=leaf), REGISTRY, TREES, values, NOW) == (op != "is_empty")


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        (Condition(all=()), True),
        (Condition(any=()), False),
        (Condition(not_=Condition(any=())), True),
        (Condition(all=(Condition(all=()), Condition(any=()))), False),
        (Condition(any=(Condition(any=()), Condition(all=()))), True),
    ],
)
def test_groups_combine_their_parts(condition: Condition, holds: bool) -> None:
    assert evaluate(condition, REGISTRY, TREES, {}, NOW) is holds


def test_the_zone_of_now_decides_which_day_is_today() -> None:
    """At 17:00 UTC it is already the second of March in Shanghai."""
    holds = compile_(Condition(field="date", op="within_next", value={"n": 1, "unit": "day"}), REGISTRY, TREES)
    third = {"date": date(2026, 3, 3)}
    assert not holds(third, NOW)
    assert holds(third, NOW.astimezone(ZoneInfo("Asia/Shanghai")))


def test_an_event_can_be_asked_about_its_change() -> None:
    registry = Registry([*event_fields(REGISTRY["choice"]), BY])
    raised = Condition(
        all=(
            Condition(field="event.changed.choice", op="is", value=True),
            Condition(field="event.from.choice", op="is", value="P2"),
            Condition(field="event.to.choice", op="is_any", value=["P0", "P1"]),
            Condition(field="event.by", op="is", value=17),
        )
    )
    change = {"event.changed.choice": True, "event.from.choice": "P2", "event.to.choice": "P0", "event.by": 17}
    assert evaluate(raised, registry, TREES, change, NOW)
    assert not evaluate(raised, registry, TREES, change | {"event.by": None}, NOW)


def test_what_is_not_checked_does_not_run() -> None:
    wrong = Condition(field="number", op="is", value="1")
    with pytest.raises(ConditionInvalid):
        compile_(wrong, REGISTRY, TREES)
    with pytest.raises(ConditionInvalid):
        to_sql(wrong, REGISTRY, TREES, now=NOW, workspace=1)


def test_rows_cannot_be_found_by_an_event() -> None:
    with pytest.raises(EvaluateOnly) as refusal:
        to_sql(Condition(field="event.by", op="is", value=1), Registry([BY]), TREES, now=NOW, workspace=1)
    assert refusal.value.members == {"field": "event.by"}


def test_rows_cannot_be_found_by_what_one_may_not_read() -> None:
    leaf = Condition(field="money", op="ge", value=1)
    with pytest.raises(ConditionInvalid):
        to_sql(leaf, REGISTRY, TREES, now=NOW, workspace=1, readable={"text"})
    assert to_sql(leaf, REGISTRY, TREES, now=NOW, workspace=1, readable={"money"}).params


def test_sql_holds_nothing_that_a_user_wrote() -> None:
    hostile = "'; drop table ticket; -- %s %(c_0)s"
    leaves = (
        Condition(field="text", op="contains", value=hostile),
        Condition(field="choice", op="is_any", value=[hostile]),
        Condition(field="tree", op="under", value=hostile),
        Condition(field="set", op="has", value=hostile),
    )
    sql = to_sql(Condition(any=leaves), REGISTRY, TREES, now=NOW, workspace=1)
    assert "drop" not in sql.text
    assert str(sql.params).count("drop table ticket") == 4


def test_a_predicate_names_the_joins_that_it_needs_and_no_others() -> None:
    name = {"zh-CN": "", "en": ""}
    tier = Field(key="tier", type="choice", name=name, sql=Column("c.tier"), needs=frozenset({"customer"}))
    load = Field(key="load", type="number", name=name, sql=Column("l.used"), needs=frozenset({"assignee", "load"}))
    registry = Registry([tier, load, REGISTRY["text"]])
    some = Condition(
        all=(Condition(field="tier", op="is", value="vip"), Condition(not_=Condition(field="text", op="is_empty")))
    )
    assert to_sql(some, registry, TREES, now=NOW, workspace=1).needs == {"customer"}


def test_predicates_of_one_query_do_not_share_parameters() -> None:
    leaf = Condition(field="text", op="is", value="x")
    first, second = (to_sql(leaf, REGISTRY, TREES, now=NOW, workspace=1, prefix=prefix) for prefix in ("view", "reach"))
    assert not first.params.keys() & second.params.keys()
    with pytest.raises(ValueError, match="no name of parameters"):
        to_sql(leaf, REGISTRY, TREES, now=NOW, workspace=1, prefix="a)s; --")
