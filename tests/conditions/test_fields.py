"""Declarations of fields, trees, and how values are stored."""

from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest

from gongdan.conditions import stored
from gongdan.conditions.fields import Array, Column, Field, Registry, Row, Trees, Type, event_fields

NAME = {"zh-CN": "优先级", "en": "priority"}
PRIORITY = Field(key="priority", type="choice", name=NAME, sql=Column("t.priority"), choices={"P0": NAME})


@pytest.mark.parametrize(
    "wrong",
    [
        {"type": "set", "sql": Array("t.tags")},
        {"type": "set", "sql": Column("t.tags"), "of": "text"},
        {"type": "set", "sql": Array("t.dates"), "of": "date"},
        {"type": "text", "sql": Array("t.title")},
        {"type": "text", "sql": Column("t.title"), "of": "text"},
        {"type": "tree", "sql": Column("t.category")},
        {"type": "choice", "sql": Column("t.category"), "tree": "category"},
    ],
)
def test_a_field_that_contradicts_itself_cannot_be_declared(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="field f"):
        Field(key="f", name=NAME, **wrong)


def test_two_fields_cannot_share_a_key() -> None:
    with pytest.raises(ValueError, match="priority is declared twice"):
        Registry([PRIORITY, PRIORITY])


def test_under_means_the_key_itself_and_all_below_it() -> None:
    trees = Trees({"category": {"fault": None, "login": "fault", "sso": "login", "billing": None}})
    assert trees.under("category", "fault") == {"fault", "login", "sso"}
    assert trees.under("category", "sso") == {"sso"}


def test_a_key_outside_of_the_tree_stands_alone() -> None:
    trees = Trees({"category": {"login": "gone"}})
    assert trees.under("category", "unknown") == {"unknown"}
    assert trees.under("category", "gone") == {"gone", "login"}
    assert trees.under("department", "login") == {"login"}


def test_a_cycle_does_not_hang_a_tree() -> None:
    trees = Trees({"category": {"a": "b", "b": "a", "c": "c"}})
    assert trees.under("category", "a") == {"a", "b"}
    assert trees.under("category", "c") == {"c"}


def test_event_fields_keep_type_and_choices_and_have_no_sql() -> None:
    changed, before, after = event_fields(PRIORITY)
    assert [field.key for field in (changed, before, after)] == [
        "event.changed.priority",
        "event.from.priority",
        "event.to.priority",
    ]
    assert (changed.type, before.type, after.choices) == ("bool", "choice", PRIORITY.choices)
    assert (changed.sql, before.sql, after.sql) == (None, None, None)
    assert after.name == {"zh-CN": "优先级的新值", "en": "priority after"}


def custom(kind: Type, of: Type | None = None) -> Field:
    return Field(key="fields.f", type=kind, of=of, name=NAME, sql=Row("f"), tree="t" if kind == "tree" else None)


@pytest.mark.parametrize(
    ("field", "json", "rows"),
    [
        (custom("text"), "ＶＩＰ 退款", [{"text_value": "vip 退款"}]),
        (custom("text"), "", []),
        (custom("text"), None, []),
        (custom("text"), "ﬁ" * 400, [{"text_value": "fi" * 250}]),
        (custom("number"), 0, [{"int_value": 0}]),
        (custom("bool"), False, [{"int_value": 0}]),
        (custom("choice"), "ＶＩＰ", [{"text_value": "ＶＩＰ"}]),
        (custom("date"), "2026-03-01", [{"at_value": datetime(2026, 3, 1, tzinfo=UTC)}]),
        (custom("instant"), "2026-03-01T08:00:00+08:00", [{"at_value": datetime(2026, 3, 1, tzinfo=UTC)}]),
        (custom("set", "text"), ["VIP"], [{"text_value": "vip"}]),
        (custom("set", "person"), [5], [{"int_value": 5}]),
        (custom("set", "choice"), [], []),
    ],
)
def test_a_custom_value_stands_in_typed_rows(field: Field, json: Any, rows: list[dict[str, Any]]) -> None:
    value = stored.from_json(field, json)
    found = [msgspec.structs.asdict(row) for row in stored.rows(field, value)]
    assert [{key: cell for key, cell in row.items() if cell is not None} for row in found] == rows


def test_members_that_compare_equal_share_a_row() -> None:
    assert len(stored.rows(custom("set", "text"), ("VIP", "vip", "ＶＩＰ"))) == 1


def test_a_custom_date_is_read_as_a_date() -> None:
    assert stored.from_json(custom("date"), "2026-03-01") == date(2026, 3, 1)
