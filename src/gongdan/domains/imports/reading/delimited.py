"""Tables as text: in the encodings that spreadsheets write, with whatever parts their cells."""

import codecs
import csv
import io
from collections import Counter
from typing import Final

from gongdan.domains.imports.reading.tables import NoTable, Table, TableReading
from gongdan.kernel.text import cell_text

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DELIMITERS: Final = (",", ";", "\t", "|")
_TRIED: Final = 20
"""Rows by which the delimiter is told."""
_LONGEST: Final = 1_000_000


def read_text(raw: bytes) -> Table:
    """
    Raises:
        NoTable: no text in any of the encodings, a quotation mark that never ends, or bounds.
    """
    text, encoding = decoded(raw)
    text, delimiter = _announced(text)
    delimiter = delimiter or told(text)
    csv.field_size_limit(_LONGEST)
    gathered = TableReading()
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    number = 0
    try:
        for cells in lines:
            number += 1
            gathered.take(number, [cell_text(cell) for cell in cells])
    except csv.Error:
        raise NoTable("imports.bad_quotes", row=number + 1) from None
    return gathered.table("csv", f"{encoding} {_NAMES[delimiter]}")


_NAMES: Final = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}


def decoded(raw: bytes) -> tuple[str, str]:
    """The text and the name of its encoding.

    Raises:
        NoTable: it is none of those that spreadsheets write.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _in(raw[len(mark) :], encoding), encoding
    if b"\0" in raw[:4_000]:
        even, odd = raw[:4_000:2].count(0), raw[1:4_000:2].count(0)
        encoding = "utf-16-le" if odd > even else "utf-16-be"
        return _in(raw, encoding), encoding
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise NoTable("imports.unknown_encoding")


def _in(raw: bytes, encoding: str) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        raise NoTable("imports.unknown_encoding") from None
    if "\0" in text:
        raise NoTable("imports.unknown_encoding")
    return text


def _announced(text: str) -> tuple[str, str | None]:
    """Some programs begin with ``sep=;``; the row counts as none."""
    first, end, rest = text.partition("\n")
    said = first.strip().lower()
    if said.startswith("sep=") and len(said) == 5 and said[4] in _DELIMITERS:
        return end + rest, said[4]
    if first.rstrip("\r\n").lower() == "sep=\t":
        return end + rest, "\t"
    return text, None


def told(text: str) -> str:
    """What parts the cells: it parts the headings, and by it the first rows have most cells, and the same number of
    them."""

    def fits(delimiter: str) -> tuple[bool, int, int]:
        widths: list[int] = []
        try:
            for cells in csv.reader(io.StringIO(text[:100_000], newline=""), delimiter=delimiter):
                if any(cells):
                    widths.append(len(cells))
                if len(widths) == _TRIED:
                    break
        except csv.Error:
            pass
        parted = Counter(width for width in widths if width > 1)
        if not parted:
            return (False, 0, 0)
        width, rows = parted.most_common(1)[0]
        return (widths[0] > 1, rows, width)

    return max(_DELIMITERS, key=fits)
