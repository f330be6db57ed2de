"""The bounds of the condition tree, and what fits where (spec 01, condition language)."""

from datetime import UTC, datetime
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan.conditions import operands
from gongdan.conditions.errors import ConditionInvalid
from gongdan.conditions.fields import OPERATORS, SHAPES, Array, Column, Field, Op, Registry, Type
from gongdan.conditions.grammar import MAX_DEPTH, MAX_LEAVES, Condition, check, fields_of, resolve, walk


def field(key: str, kind: Type, **more: Any) -> Field:
    return Field(key=key, type=kind, name={"zh-CN": key, "en": key}, sql=Column(f"t.{key}"), **more)


REGISTRY = Registry(
    [
        field("title", "text"),
        field("count", "number"),
        field("amount", "money"),
        field("born", "date"),
        field("due", "instant"),
        field("spent", "duration"),
        field("urgent", "bool"),
        field("priority", "choice", choices={"P0": {"zh-CN": "紧急", "en": "urgent"}}),
        field("channel", "choice"),
        field("category", "tree", tree="category"),
        field("assignee", "person"),
        field("team", "team"),
        Field(key="tags", type="set", of="text", name={"zh-CN": "标签", "en": "tags"}, sql=Array("t.tags")),
    ]
)
LEAF = Condition(field="urgent", op="is", value=True)


def nested(depth: int) -> Condition:
    return LEAF if depth == 1 else Condition(not_=nested(depth - 1))


def codes(condition: Condition) -> list[tuple[str, str]]:
    return [(fault.field, fault.code) for fault in check(condition, REGISTRY)]


@pytest.mark.parametrize(
    ("kind", "op", "value"),
    [
        ("title", "is", "退款"),
        ("title", "is_any", ["退款", "refund"]),
        ("title", "contains", "x" * operands.MAX_TEXT),
        ("title", "starts_with", "％"),
        ("title", "is_empty", None),
        ("count", "is", -operands.MAX_NUMBER),
        ("amount", "between", [100, 100]),
        ("spent", "ge", 3600),
        ("born", "is", "1900-01-01"),
        ("born", "within_last", {"n": 2, "unit": "week"}),
        ("due", "lt", "2026-03-01T08:00:00+08:00"),
        ("due", "le", datetime(2026, 3, 1, tzinfo=UTC)),
        ("due", "within_next", {"n": 5_270_400, "unit": "minute"}),
        ("urgent", "is", False),
        ("priority", "is", "P0"),
        ("channel", "is_any", ["mail", "phone"]),
        ("category", "under", "billing"),
        ("assignee", "is", 17),
        ("team", "is", "finance"),
        ("tags", "has", "vip"),
        ("tags", "has_any", ["vip", "VIP"]),
        ("tags", "has_all", ["a", "b"]),
    ],
)
def test_a_value_that_fits_is_accepted(kind: str, op: Op, value: Any) -> None:
    assert codes(Condition(field=kind, op=op, value=value)) == []


@pytest.mark.parametrize(
    ("kind", "op", "value", "code"),
    [
        ("title", "is", "", "value_wrong"),
        ("title", "is", None, "value_wrong"),
        ("title", "is", 5, "value_wrong"),
        ("title", "is", "x" * (operands.MAX_TEXT + 1), "text_too_long"),
        ("title", "contains", "a\x00b", "text_unstorable"),
        ("title", "contains", "\ud83d", "text_unstorable"),
        ("title", "is_empty", True, "value_unwanted"),
        ("title", "is_any", "退款", "list_wanted"),
        ("title", "is_any", [], "list_wanted"),
        ("title", "is_any", ["a"] * (operands.MAX_LIST + 1), "list_too_long"),
        ("title", "is_any", ["a", 5], "value_wrong"),
        ("count", "is", operands.MAX_NUMBER + 1, "number_out_of_range"),
        ("count", "is", 1.5, "value_wrong"),
        ("count", "is", float("nan"), "value_wrong"),
        ("count", "is", True, "value_wrong"),
        ("amount", "between", [2, 1], "range_backwards"),
        ("amount", "between", [1], "range_wanted"),
        ("amount", "between", 1, "range_wanted"),
        ("born", "is", "2026-02-30", "value_wrong"),
        ("born", "is", "1899-12-31", "date_out_of_range"),
        ("born", "is", datetime(2026, 3, 1, tzinfo=UTC), "value_wrong"),
        ("born", "within_last", {"n": 3, "unit": "hour"}, "span_wanted"),
        ("due", "lt", "2026-03-01T08:00:00", "value_wrong"),
        ("due", "lt", "9999-12-31T23:59:59-12:00", "date_out_of_range"),
        ("due", "within_last", {"n": 0, "unit": "day"}, "span_out_of_range"),
        ("due", "within_last", {"n": 1.5, "unit": "day"}, "span_wanted"),
        ("due", "within_last", {"n": 2**70, "unit": "day"}, "span_out_of_range"),
        ("due", "within_last", {"n": 1, "unit": "month"}, "span_wanted"),
        ("due", "within_last", 3, "span_wanted"),
        ("urgent", "is", 1, "value_wrong"),
        ("priority", "is", "P9", "choice_unknown"),
        ("channel", "is", "k" * (operands.MAX_KEY + 1), "text_too_long"),
        ("assignee", "is", 0, "value_wrong"),
        ("assignee", "is", 2**53, "value_wrong"),
        ("assignee", "is", True, "value_wrong"),
    ],
)
def test_a_value_that_does_not_fit_is_named(kind: str, op: Op, value: Any, code: str) -> None:
    assert codes(Condition(field=kind, op=op, value=value)) == [("value", f"condition.{code}")]


@pytest.mark.parametrize("op", get_args(Op))
@pytest.mark.parametrize("kind", REGISTRY)
def test_only_the_operators_of_the_table_fit_a_type(kind: str, op: Op) -> None:
    refused = ("op", "condition.op_unfit") in codes(Condition(field=kind, op=op))
    assert refused == (op not in OPERATORS[REGISTRY[kind].type])


def test_every_type_and_every_operator_stands_in_the_tables() -> None:
    assert set(OPERATORS) == set(get_args(Type))
    assert set(SHAPES) == set(get_args(Op)) == {op for ops in OPERATORS.values() for op in ops}


@pytest.mark.parametrize(
    "node",
    [
        Condition(),
        Condition(all=(LEAF,), any=(LEAF,)),
        Condition(not_=LEAF, field="urgent", op="is", value=True),
        Condition(op="is", value=True),
        Condition(all=(LEAF,), op="is"),
        Condition(all=(), value=1),
    ],
)
def test_a_node_has_exactly_one_form(node: Condition) -> None:
    assert codes(Condition(all=(LEAF, node))) == [("all[1]", "condition.form")]


def test_a_tree_is_at_most_six_deep() -> None:
    assert codes(nested(MAX_DEPTH)) == []
    assert codes(nested(MAX_DEPTH + 1)) == [("not.not.not.not.not.not", "condition.too_deep")]
    assert len(codes(nested(500))) == 1


@pytest.mark.parametrize("leaf", [LEAF, Condition(any=())], ids=["leaf", "empty group"])
def test_a_tree_has_at_most_a_hundred_leaves(leaf: Condition) -> None:
    assert codes(Condition(any=(leaf,) * MAX_LEAVES)) == []
    for many in (MAX_LEAVES + 1, 5_000):
        assert [code for _, code in codes(Condition(any=(leaf,) * many))] == ["condition.too_many"]


def test_an_unknown_field_is_named_with_its_place_in_the_request() -> None:
    condition = Condition(all=(LEAF, Condition(not_=Condition(field="secret", op="is", value=1))))
    [fault] = check(condition, REGISTRY, at="automations.3.when")
    assert (fault.field, fault.code) == ("automations.3.when.all[1].not.field", "condition.field_unknown")


def test_a_field_that_one_may_not_read_is_unknown() -> None:
    condition = Condition(all=(LEAF, Condition(field="amount", op="ge", value=1)))
    [hidden] = check(condition, REGISTRY, {"urgent"})
    [unknown] = check(condition, Registry([REGISTRY["urgent"]]))
    assert hidden == unknown
    assert check(condition, REGISTRY, {"urgent", "amount"}) == []


def test_every_fault_is_told_in_one_answer() -> None:
    condition = Condition(
        any=(
            Condition(field="nothing", op="is"),
            Condition(field="count", op="under"),
            Condition(field="title", op="is"),
        )
    )
    with pytest.raises(ConditionInvalid) as refusal:
        resolve(condition, REGISTRY)
    assert [fault.field for fault in refusal.value.faults] == ["any[0].field", "any[1].op", "any[2].value"]


def test_a_tree_can_be_walked_and_asked_for_its_fields() -> None:
    tree = Condition(all=(LEAF, Condition(not_=Condition(any=(Condition(field="tags", op="is_empty"),)))))
    assert fields_of(tree) == {"urgent", "tags"}
    assert [node.field for node in walk(tree)] == [None, "urgent", None, None, "tags"]


def test_the_wire_form_is_the_one_of_the_specification() -> None:
    wire = b'{"all":[{"not":{"field":"urgent","op":"is","value":true}},{"any":[]}]}'
    condition = Condition(all=(Condition(not_=LEAF), Condition(any=())))
    assert msgspec.json.decode(wire, type=Condition) == condition
    assert msgspec.json.encode(condition) == wire


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.sampled_from(["n", "unit", "x"]), below, max_size=3),
    max_leaves=5,
)


@given(st.sampled_from(list(REGISTRY)), st.sampled_from([*get_args(Op), "drop table"]), JSON)
def test_no_json_value_can_do_worse_than_a_fault(key: str, op: str, value: Any) -> None:
    for fault in check(Condition(field=key, op=op, value=value), REGISTRY):
        assert fault.code.startswith("condition.")
