"""The kinds of custom fields: one form for each value, the way through a table and back, and one place that knows them."""

import ast
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gongdan
from gongdan.conditions.fields import OPERATORS, Field
from gongdan.conditions.stored import column_of, from_json, stored
from gongdan.domains.bundle.fields import Choice, CustomField, FieldKind
from gongdan.domains.tickets.fields.kinds import KINDS
from gongdan.kernel.ids import MAX_ID

NAME = {"zh-CN": "字段", "en": "field"}
CHOICES = (
    Choice(key="red", name={"zh-CN": "红", "en": "Red"}),
    Choice(key="green", name={"zh-CN": "绿", "en": "Green"}),
    Choice(key="twin", name={"zh-CN": "红", "en": "Twin"}),
    Choice(key="old", name={"zh-CN": "旧", "en": "Old"}, retired=True),
)
PLACES = (
    *CHOICES,
    Choice(key="shanghai", name={"zh-CN": "上海", "en": "Shanghai"}),
    Choice(key="pudong", name={"zh-CN": "浦东", "en": "Pudong"}, parent="shanghai"),
    Choice(key="nanhui", name={"zh-CN": "南汇", "en": "Nanhui"}, parent="shanghai", retired=True),
    Choice(key="lost", name={"zh-CN": "迷失", "en": "Lost"}, parent="old"),
    Choice(key="round", name={"zh-CN": "圈", "en": "Round"}, parent="circle"),
    Choice(key="circle", name={"zh-CN": "环", "en": "Circle"}, parent="round"),
)


def field(kind: FieldKind) -> CustomField:
    choices = PLACES if kind == "cascade" else CHOICES
    return CustomField(key="x", name=NAME, kind=kind, choices=choices, pattern=r"SN-\d{4}")


VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": st.text(max_size=50),
    "long_text": st.text(max_size=50),
    "number": st.integers(-MAX_ID, MAX_ID),
    "money": st.integers(-MAX_ID, MAX_ID),
    "date": st.dates(min_value=date(1900, 1, 1)).map(str).filter(lambda day: day < "2200"),
    "instant": st.datetimes(
        min_value=datetime(1901, 1, 1),
        max_value=datetime(2198, 1, 1),
        timezones=st.just(UTC),
    ).map(lambda at: at.isoformat()),
    "choice": st.sampled_from(["red", "green", "twin"]),
    "set": st.lists(st.sampled_from(["red", "green", "twin"]), min_size=1),
    "bool": st.booleans(),
    "phone": st.sampled_from(["+86 138-0013-8000", "010 6552 9988", "(021) 5555"[1:]]),
    "mail": st.sampled_from(["li@plant.test", "王@例.test"]),
    "url": st.sampled_from(["https://plant.test/a?b=c", "http://x.test"]),
    "pattern": st.from_regex(r"SN-[0-9]{4}", fullmatch=True).filter(str.isascii),
    "cascade": st.sampled_from(["green", "pudong"]),
    "order": st.sampled_from(["2026-0001", "A.7/3", "X"]),
}


def test_every_kind_has_its_place() -> None:
    assert set(KINDS) == set(get_args(FieldKind)) == set(VALUES)
    assert all(kind.type in OPERATORS for kind in KINDS.values())


@pytest.mark.parametrize("kind", get_args(FieldKind))
def test_a_value_has_one_form_and_comes_back_from_a_table(kind: FieldKind) -> None:
    known, of = KINDS[kind], field(kind)

    @given(VALUES[kind])
    def holds(given_value: Any) -> None:
        value = known.check(of, given_value)
        assert known.check(of, value) == value
        assert known.check(of, known.read(of, known.written(value))) == value
        tree = "fields.x" if known.type == "tree" else None
        seen = Field(key="fields.x", type=known.type, of=known.of, tree=tree, name=NAME, sql=None)
        for one in value if known.of else [from_json(seen, value)]:
            assert column_of(seen) and stored(seen, one) is not None

    holds()


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        ("number", " 1,200 ", 1200),
        ("number", "-7", -7),
        ("number", "+-7", "not_a_number"),
        ("number", "1.5", "not_a_number"),
        ("number", "9" * 400, "not_a_number"),
        ("money", "12.5", 1250),
        ("money", "￥1,200", 120_000),
        ("money", "12.505", "not_a_number"),
        ("money", "Infinity", "not_a_number"),
        ("money", "1e400", "not_a_number"),
        ("money", "", "not_a_number"),
        ("date", "2026年3月1日", "2026-03-01"),
        ("date", "2026/3/1", "2026-03-01"),
        ("date", "2026.3.1", "2026-03-01"),
        ("date", "2026-02-30", "not_a_date"),
        ("date", "1700-01-01", "field_date_far"),
        ("instant", "2026-03-01T10:00", "not_an_instant"),
        ("instant", "yesterday", "not_an_instant"),
        ("choice", "Green", "green"),
        ("choice", "绿", "green"),
        ("choice", "红", "unknown_choice"),
        ("choice", "旧", "unknown_choice"),
        ("set", "red、Green", ["green", "red"]),
        ("set", "red,,red；", ["red"]),
        ("set", "red,blue", "unknown_choice"),
        ("pattern", " SN-0001 ", "SN-0001"),
        ("pattern", "SN-1", "not_as_pattern"),
        ("pattern", "xSN-0001", "not_as_pattern"),
        ("cascade", "上海 / 浦东", "pudong"),
        ("cascade", "Shanghai>Pudong", "pudong"),
        ("cascade", "浦东", "unknown_choice"),
        ("cascade", "上海", "choice_not_last"),
        ("cascade", "上海/南汇", "unknown_choice"),
        ("cascade", "lost", "unknown_choice"),
        ("cascade", "round", "choice_not_last"),
        ("cascade", "nowhere", "unknown_choice"),
        ("order", "订单 7", "not_an_order"),
        ("order", "x" * 65, "not_an_order"),
        ("bool", "是", True),
        ("bool", "NO", False),
        ("bool", "perhaps", "not_a_bool"),
    ],
)
def test_a_cell_of_a_table_is_read_as_people_write_it(kind: FieldKind, cell: str, value: Any) -> None:
    known, of = KINDS[kind], field(kind)
    try:
        found = known.check(of, known.read(of, cell))
    except ValueError as why:
        found = str(why)
    assert found == value


@pytest.mark.parametrize("kind", get_args(FieldKind))
@pytest.mark.parametrize("value", [{}, [1], 1.5, {"a": 1}, [["red"]], float("nan"), True, 10**400, "x" * 20_000])
def test_what_is_no_value_is_refused_with_a_code(kind: FieldKind, value: Any) -> None:
    if kind == "bool" and value is True:
        return
    with pytest.raises(ValueError, match=r"^[a-z_]+$"):
        KINDS[kind].check(field(kind), value)


def test_no_other_place_asks_which_kind_a_field_is() -> None:
    root = Path(gongdan.__file__).parent
    telling = set(get_args(FieldKind)) - {"mail", "phone", "date"}  # words of other things too
    asking = [
        f"{path.relative_to(root)}:{node.lineno}"
        for path in root.rglob("*.py")
        if "fields/kinds" not in path.as_posix()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Compare) and isinstance(node.left, ast.Attribute) and node.left.attr == "kind"
        for word in ast.walk(node)
        if isinstance(word, ast.Constant) and word.value in telling
    ]
    assert asking == []
