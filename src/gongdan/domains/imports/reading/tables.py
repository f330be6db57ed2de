"""A table from the bytes of a file. Strangers made them: they are read in a process of their own, under a budget."""

import asyncio
from typing import Any, Final, Literal

import msgspec

from gongdan.infra.confined import Confined, Failure
from gongdan.kernel.errors import FieldFault
from gongdan.kernel.text import clean, seen

MOST_BYTES: Final = 20 * 1024 * 1024
MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 200
MOST_SIGNS: Final = 100_000_000
"""Of all cells together: a workbook may say one long text a million times."""
LONGEST_CELL: Final = 20_000
"""What is longer is cut to one more than this, and then too long for any column."""
DEADLINE_S: Final = 60.0
MEMORY: Final = 1536 * 1024 * 1024


class TableRow(msgspec.Struct, frozen=True, array_like=True):
    number: int
    """As a spreadsheet counts: the headings mostly stand in row 1."""
    cells: list[str]


class Table(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    form: Literal["csv", "xlsx"]
    detail: str
    """Of a text its encoding and what parts its cells; of a workbook the name of the sheet."""
    headings: list[str]
    rows: list[TableRow]


class TableFault(msgspec.Struct, frozen=True, tag=True):
    code: str
    params: dict[str, Any] = {}

    @property
    def fault(self) -> FieldFault:
        return FieldFault("body", self.code, self.params)


class NoTable(Exception):
    """The bytes hold no table, for this reason."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code)
        self.fault = TableFault(code, params)


class TableReading:
    """Rows as they are read, within the bounds; the first that holds anything are the headings."""

    def __init__(self) -> None:
        self.headings: list[str] | None = None
        self.rows: list[TableRow] = []
        self._signs = 0

    def take(self, number: int, cells: list[str]) -> None:
        """
        Raises:
            NoTable: there are too many.
        """
        held = [seen(clean(one)[: LONGEST_CELL + 1]).strip() for one in cells]
        while held and not held[-1]:
            held.pop()
        if not held:
            return
        if len(held) > MOST_COLUMNS:
            raise NoTable("imports.too_many_columns", most=MOST_COLUMNS)
        self._signs += sum(map(len, held))
        if self._signs > MOST_SIGNS:
            raise NoTable("imports.too_much")
        if self.headings is None:
            self.headings = held
            return
        if len(self.rows) == MOST_ROWS:
            raise NoTable("imports.too_many_rows", most=MOST_ROWS)
        self.rows.append(TableRow(number, held))

    def table(self, form: Literal["csv", "xlsx"], detail: str) -> Table:
        """
        Raises:
            NoTable: there are no rows.
        """
        if self.headings is None or not self.rows:
            raise NoTable("imports.no_rows")
        width = max(len(self.headings), *(len(row.cells) for row in self.rows))
        headings = self.headings + [""] * (width - len(self.headings))
        return Table(form=form, detail=detail, headings=headings, rows=self.rows)


def answer(raw: bytes) -> bytes:
    """The table in ``raw``, as the confined process is called."""
    from gongdan.domains.imports.reading.delimited import read_text
    from gongdan.domains.imports.reading.workbooks import is_old_workbook, is_workbook, read_workbook

    found: Table | TableFault
    try:
        if is_old_workbook(raw):
            raise NoTable("imports.old_workbook")
        found = read_workbook(raw) if is_workbook(raw) else read_text(raw)
    except NoTable as none:
        found = none.fault
    return msgspec.msgpack.encode(found)


async def read_table(raw: bytes) -> Table | TableFault:
    """The table in a file; never raises for what it holds."""
    (found,) = await asyncio.to_thread(_READER.run, [raw])
    if isinstance(found, Failure):
        slow = found.why != "failed" or found.detail == "MemoryError"
        return TableFault("imports.too_much" if slow else "imports.broken_file")
    return _DECODER.decode(found)


_DECODER: Final[msgspec.msgpack.Decoder[Table | TableFault]] = msgspec.msgpack.Decoder(Table | TableFault)
_READER: Final = Confined(f"{__name__}:{answer.__name__}", deadline_s=DEADLINE_S, memory=MEMORY)
"""One for this process, whichever workspace's files it reads."""
