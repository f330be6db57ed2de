"""Rows as a file: text that begins to go out at once, or a workbook that goes when it is whole."""

import csv
import io
import tempfile
from collections.abc import AsyncIterator, Iterable, Sequence
from datetime import date, datetime
from typing import IO, Any, Final

import xlsxwriter
from anyio import to_thread

from gongdan.domains.inbox.exporting.cells import ExportColumn, Written
from gongdan.kernel.text import cell

ROWS_OF_TEXT: Final = 1_000_000
ROWS_OF_WORKBOOK: Final = 200_000
"""What fits into a file. A worksheet could take five times as many; programs that open them could not."""

_PIECE: Final = 64 * 1024
Rows = AsyncIterator[Sequence[Sequence[Written]]]


async def as_text(headings: Sequence[str], rows: Rows) -> AsyncIterator[bytes]:
    """The mark at its beginning tells spreadsheets that it is UTF-8."""
    yield "\ufeff".encode() + _lines([[cell(one) for one in headings]])
    async for some in rows:
        yield _lines([[_text(value) for value in row] for row in some])


def _lines(rows: Iterable[Sequence[str | int | float]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def _text(value: Written) -> str | int | float:
    """A number is no formula, whatever its sign."""
    if isinstance(value, str):
        return cell(value)
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else value


async def as_workbook(columns: Sequence[ExportColumn], rows: Rows, *, title: str) -> AsyncIterator[bytes]:
    """A sheet with a row of headings that stays in sight. It is written to disk row by row, and goes out from there."""
    with tempfile.TemporaryFile() as file:
        await _write(file, columns, rows, title)
        file.seek(0)
        while piece := await to_thread.run_sync(file.read, _PIECE):
            yield piece


async def _write(file: IO[bytes], columns: Sequence[ExportColumn], rows: Rows, title: str) -> None:
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(file, options | {"strings_to_numbers": False})
    bold, at = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet(title[:31])
    sheet.set_column(0, max(len(columns) - 1, 0), 18)
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, [one.name for one in columns], bold)
    number = 0
    async for some in rows:
        for row in some:
            number += 1
            for place, value in enumerate(row):
                _put(sheet, number, place, value, at, day)
    await to_thread.run_sync(book.close)


def _put(sheet: Any, number: int, place: int, value: Written, at: Any, day: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, str):
        sheet.write_string(number, place, value[:32_767])
    elif isinstance(value, datetime):
        sheet.write_datetime(number, place, value.replace(tzinfo=None), at)
    elif isinstance(value, date):
        sheet.write_datetime(number, place, value, day)
    else:
        sheet.write_number(number, place, value)
