"""Tables as Excel workbooks: the first sheet that holds anything. What a formula last gave is its value; nothing is
computed and nothing is fetched."""

import io
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any, Final

import python_calamine

from gongdan.domains.imports.reading.tables import NoTable, Table, TableReading
from gongdan.kernel.text import cell_text

MOST_UNPACKED: Final = 400 * 1024 * 1024
MOST_PARTS: Final = 2_000
MOST_SHEETS: Final = 20
"""That are looked at."""


def is_workbook(raw: bytes) -> bool:
    return raw.startswith(b"PK\x03\x04")


def is_old_workbook(raw: bytes) -> bool:
    return raw.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def read_workbook(raw: bytes) -> Table:
    """
    Raises:
        NoTable: it is none, it holds no rows, or bounds.
    """
    _weigh(raw)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(raw))
        for name in book.sheet_names[:MOST_SHEETS]:
            gathered = TableReading()
            for number, cells in enumerate(_rows(book, name), 1):
                gathered.take(number, [shown(cell) for cell in cells])
            if gathered.headings is not None:
                return gathered.table("xlsx", name[:100])
    except python_calamine.CalamineError:
        raise NoTable("imports.broken_file") from None
    raise NoTable("imports.no_rows")


def _rows(book: Any, name: str) -> Any:
    """Of a sheet from its first row on, so that they are counted as the program counts them."""
    return book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def _weigh(raw: bytes) -> None:
    """What it says of its own size; the budget of the process holds what it keeps to itself."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            listed = parts.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, UnicodeDecodeError):
        raise NoTable("imports.broken_file") from None
    if len(listed) > MOST_PARTS or sum(one.file_size for one in listed) > MOST_UNPACKED:
        raise NoTable("imports.too_much")


def shown(value: Any) -> str:
    """A cell as somebody reads it. Numbers of people are numbers to Excel: a whole one has no point."""
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime():
            at_midnight = (value.hour, value.minute, value.second) == (0, 0, 0)
            return value.date().isoformat() if at_midnight else value.isoformat(sep=" ", timespec="seconds")
        case date() | time():
            return value.isoformat()
        case timedelta():
            return str(value)
        case _:
            return cell_text(str(value))
