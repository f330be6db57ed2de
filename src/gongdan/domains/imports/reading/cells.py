"""A row of a file in the shape of its kind. What is wrong with a cell is told as a form tells it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from gongdan.domains.imports.kinds import ImportKind, TableColumn
from gongdan.infra.http.reading.body import Faulty, read
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.text import normalise

ColumnMap = Sequence[str | None]
"""For each column of a file the column of the kind that it is."""

_BETWEEN: Final = re.compile(r"[,，;；、|\n]+")
_YES: Final = frozenset({"是", "yes", "y", "true", "1", "✓", "√"})
_NO: Final = frozenset({"否", "no", "n", "false", "0", "✗", "×"})


def columns_at(mapping: ColumnMap, kind: ImportKind) -> Sequence[TableColumn | None]:
    """The column of the kind that each column of the file is; the same for all of its rows."""
    return [kind.column(key) if key else None for key in mapping]


def row_of(cells: Sequence[str], columns: Sequence[TableColumn | None], kind: ImportKind) -> Any:
    """The row in the kind's shape; what is empty is left out.

    Raises:
        Invalid: with every fault of its cells, named by their columns.
    """
    given: dict[str, Any] = {}
    faults: list[FieldFault] = []
    for column, cell in zip(columns, cells, strict=False):
        if column is None or not (said := cell.strip()):
            continue
        value, fault = _value(column, said)
        if fault is None:
            member, _, below = column.key.partition(".")
            if below:
                given.setdefault(member, {})[below] = value
            else:
                given[column.key] = value
        else:
            faults.append(fault)
    try:
        found = read(given, kind.shape)
    except Faulty as faulty:
        faults += [FieldFault(_column_of(one.field, kind), one.code, one.params) for one in faulty.faults]
    if faults:
        raise Invalid(faults=tuple(faults))
    return found


def _value(column: TableColumn, cell: str) -> tuple[Any, FieldFault | None]:
    if column.choices is not None:
        return _chosen(column, column.choices, cell)
    if column.reads == "list":
        return list(dict.fromkeys(part.strip() for part in _BETWEEN.split(cell) if part.strip())), None
    if column.reads == "bool":
        said = normalise(cell)
        if said in _YES or said in _NO:
            return said in _YES, None
        return None, FieldFault(column.key, "imports.not_yes_or_no")
    return cell, None


def _chosen(column: TableColumn, choices: Mapping[str, tuple[str, ...]], cell: str) -> tuple[Any, FieldFault | None]:
    said = normalise(cell)
    for value, words in choices.items():
        if said in {normalise(one) for one in (value, *words)}:
            return value, None
    return None, FieldFault(column.key, "imports.not_a_choice", {"names": column.choice_names})


def _column_of(field: str, kind: ImportKind) -> str:
    return field if kind.column(field) is not None else re.split(r"[.\[]", field, maxsplit=1)[0]
