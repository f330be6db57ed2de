"""Tables as files: to be filled in, as text and as a workbook."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

import xlsxwriter

from gongdan.domains.imports.kinds import ImportKind, TableColumn
from gongdan.infra.catalogue import say
from gongdan.kernel.text import Locale, cell, localised

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def as_text(rows: Iterable[Sequence[str]]) -> bytes:
    """The mark at its beginning tells spreadsheets that it is UTF-8."""
    text = io.StringIO()
    csv.writer(text).writerows([map(cell, row) for row in rows])
    return text.getvalue().encode("utf-8-sig")


def template_text(kind: ImportKind, locale: Locale) -> bytes:
    return as_text([[localised(one.name, locale) for one in kind.columns]])


def template_workbook(kind: ImportKind, locale: Locale) -> bytes:
    """A sheet with the headings, all of its cells texts, so that no number loses its zeros; and one that explains."""
    made = io.BytesIO()
    # What looks like a formula or an address is a text.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as book:
        bold, text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
        sheet = book.add_worksheet(localised(kind.name, locale)[:31])
        sheet.set_column(0, len(kind.columns) - 1, 18, text)
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, [localised(one.name, locale) for one in kind.columns], bold)
        explaining = book.add_worksheet(say("imports.template.help", locale))
        explaining.set_column(0, 3, 28)
        heads = ("column", "needed", "example", "note")
        explaining.write_row(0, 0, [say(f"imports.template.{one}", locale) or one for one in heads], bold)
        for at, one in enumerate(kind.columns, 1):
            explaining.write_row(at, 0, _explained(one, locale))
    return made.getvalue()


def _explained(column: TableColumn, locale: Locale) -> list[str]:
    needed = "identifies" if column.identifies and column.needed != "always" else column.needed
    notes = [localised(column.note, locale)] if column.note else []
    if column.choices is not None:
        notes.append(" / ".join(localised(one, locale) for one in column.choice_names))
    if column.reads == "list":
        notes.append(say("imports.template.list", locale) or "")
    return [
        localised(column.name, locale),
        say(f"imports.template.needed.{needed}", locale) or "",
        column.example,
        "; ".join(notes),
    ]
