"""What the endpoints of imports take and answer."""

from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from gongdan.domains.imports.commands import WorkOnRows
from gongdan.domains.imports.kinds import ImportKind
from gongdan.domains.imports.reading.tables import MOST_COLUMNS
from gongdan.domains.operations.public import Operation
from gongdan.infra.http.bodies import Answer, Request
from gongdan.kernel.text import Name

ColumnKey = Annotated[str, Meta(max_length=80)]
"""Of a column of a kind; one of a custom field is ``fields.<key>``."""


class ImportColumn(Answer, frozen=True, kw_only=True):
    key: str
    name: Name
    needed: Literal["always", "when_new", "never"]
    identifies: bool
    """What is there is found by it; a row has to fill in one such column."""
    example: str
    note: Name | None
    choices: list[Name] | None
    """Null: anything of its kind."""


class ImportKindDetail(Answer, frozen=True, kw_only=True):
    key: str
    name: Name
    columns: list[ImportColumn]
    is_sensitive: bool
    """Starting it takes a password that was shown lately."""
    may_invite: bool
    """Whom it brings in can be invited as it starts."""
    may_undo: bool
    """What it made can be taken back, by undoing the operation of its run."""


class ImportWork(Answer, frozen=True, kw_only=True):
    """How far an operation is with the rows; it is cancelled like any other, by ``operation_id``."""

    operation_id: int
    state: Literal["planned", "waiting", "running", "cancelling", "done", "cancelled", "failed"]
    total: int
    added: int
    changed: int
    unchanged: int
    refused: int
    invited: int | None
    """Letters of invitation that it queued; null: nobody was to be invited."""


class FileColumn(Answer, frozen=True, kw_only=True):
    heading: str
    column: str | None
    """Which column of the kind it is; null: it is left out."""


class RowInFile(Answer, frozen=True, kw_only=True):
    row: int
    """As the program counts that wrote the file; the headings mostly stand in row 1."""
    cells: list[str]


class ImportDetail(Answer, frozen=True, kw_only=True):
    id: int
    kind: str
    file: str
    form: str
    detail: str
    """Of a text its encoding and what parts its cells, of a workbook the name of the sheet."""
    rows: int
    columns: list[FileColumn]
    first: list[RowInFile]
    """The first rows; in a list none."""
    check: ImportWork | None
    """The trial under the present meaning of the columns."""
    run: ImportWork | None
    actor_id: int | None
    """Null: it was brought in on the command line."""
    actor_name: str | None
    created_at: datetime
    forgotten_at: datetime | None
    """Its rows are kept for 30 days, and not any more since then."""
    version: int


class ImportList(Answer, frozen=True, kw_only=True):
    items: list[ImportDetail]
    before: int | None
    """For the next page; null: this is the last."""


class MapColumns(Request, frozen=True, kw_only=True):
    columns: Annotated[list[ColumnKey | None], Meta(max_length=MOST_COLUMNS)]
    """For each column of the file which of the kind's it is; null: it is left out."""


class StartImport(Request, frozen=True, kw_only=True):
    invite: bool = False
    """Of members: send each who has no password, and was never sent one, a link to choose one."""


class RowProblem(Answer, frozen=True, kw_only=True):
    row: int
    """As the program counts that wrote the file."""
    position: int
    cells: list[str]
    problem: dict[str, Any]
    """As a single request would be answered; the ``field`` of a fault is the column."""


def kind_detail(kind: ImportKind) -> ImportKindDetail:
    return ImportKindDetail(
        key=kind.key,
        name=kind.name,
        is_sensitive=kind.is_sensitive,
        may_invite=kind.may_invite,
        may_undo=kind.undo is not None,
        columns=[
            ImportColumn(
                key=one.key,
                name=one.name,
                needed=one.needed,
                identifies=one.identifies,
                example=one.example,
                note=one.note,
                choices=None if one.choices is None else one.choice_names,
            )
            for one in kind.columns
        ],
    )


def work(operation: Operation | None, added: int, invited: int = 0) -> ImportWork | None:
    if operation is None:
        return None
    invites = msgspec.convert(operation.params, WorkOnRows).invites
    return ImportWork(
        operation_id=operation.id,
        state=operation.state,
        total=operation.total,
        added=added,
        changed=max(operation.done - added, 0),
        unchanged=operation.unchanged,
        refused=operation.failed,
        invited=invited if invites else None,
    )
