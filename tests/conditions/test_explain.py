"""Conditions in words, and traces of why they held."""

import json
import re
from datetime import UTC, datetime
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import gongdan
from gongdan.conditions import operands
from gongdan.conditions import words as said
from gongdan.conditions.explain import Trace, explain, trace
from gongdan.conditions.fields import SHAPES, Array, Column, Field, Registry, Trees, Type
from gongdan.conditions.grammar import Condition

NOW = datetime(2026, 3, 1, 17, tzinfo=UTC)
SHANGHAI = ZoneInfo("Asia/Shanghai")


def field(key: str, kind: Type, zh: str, en: str, **more: Any) -> Field:
    sql = Array(f"t.{key}") if kind == "set" else Column(f"t.{key}")
    return Field(key=key, type=kind, name={"zh-CN": zh, "en": en}, sql=sql, **more)


REGISTRY = Registry(
    [
        field("priority", "choice", "优先级", "Priority", choices={"P0": {"zh-CN": "紧急", "en": "Urgent"}}),
        field("title", "text", "标题", "Title"),
        field("tags", "set", "标签", "Tags", of="text"),
        field("amount", "money", "金额", "Amount"),
        field("spent", "duration", "用时", "Time spent"),
        field("due", "instant", "截止时间", "Due"),
        field("born", "date", "生日", "Birthday"),
        field("urgent", "bool", "加急", "Rushed"),
        field("category", "tree", "分类", "Category", tree="category"),
        field("assignee", "person", "负责人", "Assignee"),
        field("count", "number", "SLA 次数", "Count"),
    ]
)
LABELS: said.Labels = {
    ("person", 17): {"zh-CN": "李雷", "en": "Li Lei"},
    ("tree", "billing"): {"zh-CN": "计费问题", "en": "Billing"},
}


def in_words(condition: Condition) -> tuple[str, str]:
    zh, en = (explain(condition, REGISTRY, locale=to, zone=SHANGHAI, labels=LABELS) for to in ("zh-CN", "en"))
    return zh, en


@pytest.mark.parametrize(
    ("key", "op", "value", "zh", "en"),
    [
        ("priority", "is", "P0", "优先级是“紧急”", "Priority is “Urgent”"),
        ("title", "is_any", ["Ａ", "b"], "标题是“a”、“b”之一", "Title is one of “a”, “b”"),
        ("title", "contains", "{field}", "标题包含“{field}”", "Title contains “{field}”"),
        ("tags", "has_all", ["a", "b"], "标签同时含有“a”、“b”", "Tags include all of “a”, “b”"),
        ("amount", "ge", -120005, "金额不小于 -1200.05", "Amount is at least -1200.05"),
        ("amount", "between", [0, 99], "金额在 0.00 到 0.99 之间", "Amount is between 0.00 and 0.99"),
        (
            "spent",
            "gt",
            90061,
            "用时大于 1 天 1 小时 1 分钟 1 秒",
            "Time spent is more than 1 day 1 hour 1 minute 1 second",
        ),
        ("spent", "is", 0, "用时是 0 秒", "Time spent is 0 seconds"),
        (
            "due",
            "lt",
            "2026-03-01T17:00:00Z",
            "截止时间早于 2026-03-02 01:00",
            "Due is before 2026-03-02 01:00",
        ),
        ("due", "within_next", {"n": 2, "unit": "hour"}, "截止时间在未来 2 小时内", "Due is within the next 2 hours"),
        ("born", "le", "2000-01-01", "生日不晚于 2000-01-01", "Birthday is not after 2000-01-01"),
        ("urgent", "is", True, "加急为“是”", "Rushed is “yes”"),
        ("category", "under", "billing", "分类属于“计费问题”", "Category is “Billing” or below it"),
        ("assignee", "is_any", [17, 18], "负责人是“李雷”、“18”之一", "Assignee is one of “Li Lei”, “18”"),
        ("count", "is", 3, "SLA 次数是 3", "Count is 3"),
    ],
)
def test_a_leaf_explains_itself(key: str, op: str, value: Any, zh: str, en: str) -> None:
    assert in_words(Condition(field=key, op=op, value=value)) == (zh, en)


def test_a_tree_reads_as_a_sentence() -> None:
    urgent = Condition(field="priority", op="is", value="P0")
    rich = Condition(field="amount", op="gt", value=100)
    empty = Condition(field="title", op="is_empty")
    tree = Condition(all=(urgent, Condition(any=(Condition(not_=empty), rich)), Condition(not_=Condition(not_=rich))))
    assert in_words(tree) == (
        "优先级是“紧急”，且（标题不为空，或金额大于 1.00），且并非（并非（金额大于 1.00））",
        "Priority is “Urgent” and (Title is not empty or Amount is more than 1.00)"
        " and not (not (Amount is more than 1.00))",
    )
    assert in_words(Condition(not_=Condition(any=(urgent, Condition(all=()))))) == (
        "并非（优先级是“紧急”，或总是成立）",
        "not (Priority is “Urgent” or always)",
    )
    assert in_words(Condition(any=())) == ("从不成立", "never")


def test_a_trace_shows_every_leaf_with_what_it_met() -> None:
    tree = Condition(
        any=(
            Condition(field="priority", op="is", value="P0"),
            Condition(not_=Condition(field="amount", op="ge", value=100)),
        )
    )
    values = {"priority": "P0", "amount": 5}
    found = trace(tree, REGISTRY, Trees({}), values=values, now=NOW, zone=SHANGHAI, labels=LABELS)
    assert found == Trace(
        form="any",
        holds=True,
        parts=(
            Trace(
                form="leaf",
                holds=True,
                field="priority",
                says={"zh-CN": "优先级是“紧急”", "en": "Priority is “Urgent”"},
                found="P0",
            ),
            Trace(
                form="not",
                holds=True,
                parts=(
                    Trace(
                        form="leaf",
                        holds=False,
                        field="amount",
                        says={"zh-CN": "金额不小于 1.00", "en": "Amount is at least 1.00"},
                        found=5,
                    ),
                ),
            ),
        ),
    )


def test_every_operator_has_a_phrase() -> None:
    assert set(said.PHRASES) == set(SHAPES)


def test_every_refusal_and_fault_has_texts_in_both_languages() -> None:
    catalogue = json.loads((resources.files(gongdan) / "locales" / "conditions.json").read_text("utf-8"))
    sources = resources.files(operands.__package__ or "")
    text = "".join((sources / name).read_text("utf-8") for name in ("grammar.py", "operands.py"))
    faults = {f"faults.{code}" for code in re.findall(r'"(condition\.[a-z_]+)"', text)}
    refusals = {
        f"errors.{code}.{part}"
        for code in ("condition.invalid", "condition.evaluate_only")
        for part in ("title", "remedy")
    }
    told = {key for key in catalogue["en"] if not key.startswith("words.")}
    assert set(catalogue["zh-CN"]) == set(catalogue["en"])
    assert told == faults | refusals
