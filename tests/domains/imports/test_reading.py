"""From the bytes of a file to the values of a row: headings, cells, whatever the bytes."""

import csv
import io

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gongdan.domains.customers.public import CUSTOMERS
from gongdan.domains.imports.public import MEMBERS
from gongdan.domains.imports.reading import tables
from gongdan.domains.imports.reading.cells import columns_at, row_of
from gongdan.domains.imports.reading.guessing import guess
from gongdan.kernel.errors import Invalid
from gongdan.kernel.text import seen

DECODER = msgspec.msgpack.Decoder(tables.Table | tables.TableFault)


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        (["姓名", "电话", "邮箱"], ["name", "phone", "mail"]),
        (["客户邮箱", "客户 姓名", "手机号码"], ["mail", "name", "phone"]),
        (["E-mail", "Full Name", "MOBILE"], ["mail", "name", "phone"]),
        (["邮箱（必填）", "Organization"], ["mail", "organisation"]),
        (["Dedicatd agent", "Tagss"], ["dedicated_agent", "tags"]),
        (["邮箱", "邮箱"], ["mail", None]),
        (["", "?", "随便"], [None, None, None]),
        (["备注", "客户等级", "已核实", "语言"], ["notes", "tier", "vouched", "locale"]),
    ],
)
def test_a_column_is_known_by_its_heading(headings: list[str], columns: list[str | None]) -> None:
    assert guess(headings, CUSTOMERS.columns) == columns


def test_every_column_is_known_by_its_own_names_and_its_struct_has_it() -> None:
    for kind in (CUSTOMERS, MEMBERS):
        for locale in ("zh-CN", "en"):
            assert guess([one.name[locale] for one in kind.columns], kind.columns) == [one.key for one in kind.columns]
        assert {one.key for one in kind.columns} == {field.name for field in msgspec.structs.fields(kind.shape)}


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        ("tags", "a，b、 c;a", ["a", "b", "c"]),
        ("vouched", "是", True),
        ("vouched", "No", False),
        ("tier", "长期合作", "partner"),
        ("tier", "vip", "vip"),
        ("locale", "English", "en"),
        ("notes", " 多行\n文字 ", "多行\n文字"),
    ],
)
def test_a_cell_is_read_as_people_write_it(column: str, cell: str, value: object) -> None:
    assert getattr(row_of([cell], columns_at([column], CUSTOMERS), CUSTOMERS), column) == value


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("mail", "nobody", "not_a_mail"),
        ("vouched", "也许", "imports.not_yes_or_no"),
        ("tier", "金牌", "imports.not_a_choice"),
        ("name", "x" * 101, "too_long"),
        ("notes", "x" * 20_001, "too_long"),
        ("tags", ",".join(f"t{n}" for n in range(51)), "too_many"),
    ],
)
def test_a_cell_that_is_wrong_is_named_by_its_column(column: str, cell: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        row_of([cell], columns_at([column], CUSTOMERS), CUSTOMERS)
    assert [(one.field, one.code) for one in refused.value.faults] == [(column, code)]


def test_an_empty_cell_says_nothing() -> None:
    columns = columns_at(["mail", "phone", "name"], CUSTOMERS)
    assert row_of(["", " ", "王芳"], columns, CUSTOMERS) == CUSTOMERS.shape(name="王芳")


CELLS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)


@example([["", "|", "|"]], "utf-8")
@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.lists(CELLS, min_size=2, max_size=5), min_size=1, max_size=8),
    st.sampled_from(["utf-8-sig", "utf-16", "utf-8"]),
)
def test_what_is_written_is_read(rows: list[list[str]], encoding: str) -> None:
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows([["姓名", "邮箱"], *rows])
    found = DECODER.decode(tables.answer(text.getvalue().encode(encoding)))
    wanted = [[seen(cell).strip() for cell in row] for row in rows]
    wanted = [row[: max((n for n, cell in enumerate(row, 1) if cell), default=0)] for row in wanted]
    wanted = [[cell[1:] if cell[:2] in ("'=", "'+", "'-", "'@") else cell for cell in row] for row in wanted if row]
    if not wanted:
        assert found == tables.TableFault("imports.no_rows")
    else:
        assert isinstance(found, tables.Table)
        assert [row.cells for row in found.rows] == wanted


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=400), st.binary(max_size=400).map(lambda raw: b"PK\x03\x04" + raw)))
def test_whatever_the_bytes_there_is_an_answer(raw: bytes) -> None:
    assert isinstance(DECODER.decode(tables.answer(raw)), tables.Table | tables.TableFault)


def test_what_nobody_sees_does_not_come_along() -> None:
    raw = "姓名,邮箱,备注\n\u202e王芳,\u202da@b.test\u202c,\u2068重要\u2069\n".encode()
    table = DECODER.decode(tables.answer(raw))
    assert isinstance(table, tables.Table)
    assert [row.cells for row in table.rows] == [["王芳", "a@b.test", "重要"]]
    row = row_of(table.rows[0].cells, columns_at(["name", "mail", "notes"], CUSTOMERS), CUSTOMERS)
    assert (row.name, row.mail, row.notes) == ("王芳", "a@b.test", "重要")
