"""What people ask of imports: bring a table in, say what its columns are, have it tried, have it carried out. Each is
its actor's own; what was brought in on the command line is shown to whoever sees what the system does."""

from collections.abc import Sequence
from typing import Final

import msgspec

from gongdan.domains.accounts.public import Authority, actor, may_somewhere
from gongdan.domains.imports import errors, rows
from gongdan.domains.imports.events import ImportStarted
from gongdan.domains.imports.kinds import ImportKind, ImportKinds, Invites
from gongdan.domains.imports.reading.guessing import guess
from gongdan.domains.imports.reading.tables import Table, TableFault, read_table
from gongdan.domains.imports.rows import ImportRow
from gongdan.domains.imports.sweeping import KEPT_FOR, await_forgetting
from gongdan.domains.operations.public import Operation, fill, lay_out, operation, sees_system, stop_planned
from gongdan.infra.db.tx import Database, ReadTx, Tx
from gongdan.infra.log.append import append
from gongdan.kernel import clock
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Via
from gongdan.kernel.text import one_line

TRY: Final = "imports.check"
CARRY_OUT: Final = "imports.run"
CARRY_OUT_UNDOABLY: Final = "imports.undoable_run"
"""Of kinds that can be taken back."""
_ACTIVE: Final = ("waiting", "running", "cancelling")
_SLICE: Final = 2_000
"""Rows that one transaction writes."""


class WorkOnRows(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Of an operation of imports."""

    import_id: int
    invites: bool = False
    """Members whom it brings in are sent a link to choose a password."""


class ImportState(msgspec.Struct, frozen=True, kw_only=True):
    """An import and what operations did with it."""

    row: ImportRow
    check: Operation | None
    run: Operation | None

    @property
    def is_busy(self) -> bool:
        return any(one is not None and one.state in _ACTIVE for one in (self.check, self.run))

    @property
    def is_checked(self) -> bool:
        return self.check is not None and self.check.state == "done"


def kinds_for(kinds: ImportKinds, authority: Authority) -> list[ImportKind]:
    """What this member may bring in."""
    return [kind for kind in kinds.values() if may_somewhere(authority, kind.action)]


def kind_for(kinds: ImportKinds, authority: Authority, key: str) -> ImportKind:
    """Raises ImportKindNotFound: there is none, or they may not bring it in."""
    kind = kinds.get(key)
    if kind is None or not may_somewhere(authority, kind.action):
        raise errors.ImportKindNotFound(kind=key)
    return kind


async def bring_in(db: Database, authority: Authority, kind: ImportKind, file: str, raw: bytes) -> int:
    """Keep the table of a file, and guess what its columns are; returns its id. Nothing is done with it.

    Raises:
        FileUnreadable: it holds no table, or more than may be brought in at once.
    """
    table = await read_table(raw)
    if isinstance(table, TableFault):
        raise errors.FileUnreadable(faults=(table.fault,))
    return await _keep(db, authority, kind, one_line(file, 200), table)


async def _keep(db: Database, authority: Authority, kind: ImportKind, file: str, table: Table) -> int:
    """Many rows take several transactions; one that was left halfway is seen by nobody and goes with its rows."""
    now = clock.now()
    async with db.write(authority.workspace_id) as tx:
        id = tx.ids.next()
        mapping = guess(table.headings, kind.columns)
        rows.add(tx, id, kind=kind.key, actor_id=authority.person_id, file=file, table=table, mapping=mapping, now=now)
        await_forgetting(tx, id, now + KEPT_FOR)
        rows.add_rows(tx, id, table.rows[:_SLICE])
        if len(table.rows) <= _SLICE:
            rows.complete(tx, id)
            return id
    for begin in range(_SLICE, len(table.rows), _SLICE):
        async with db.write(authority.workspace_id) as tx:
            rows.add_rows(tx, id, table.rows[begin : begin + _SLICE])
    async with db.write(authority.workspace_id) as tx:
        rows.complete(tx, id)
    return id


async def own(
    tx: ReadTx, authority: Authority, kinds: ImportKinds, id: int, *, for_change: bool = False
) -> tuple[ImportState, ImportKind]:
    """
    Raises:
        ImportNotFound: there is none, or it is somebody else's.
        ImportOfOther: it is somebody else's, and they may look at it.
        ImportKindNotFound: its actor may not bring these in any more.
    """
    row, kind = await _seen(tx, authority, kinds, id, for_change=for_change)
    if row.actor_id not in (authority.person_id, None):
        raise errors.ImportOfOther(name=row.actor_name)
    return await state_of(tx, row), kind


async def shown(tx: ReadTx, authority: Authority, kinds: ImportKinds, id: int) -> ImportState:
    """One's own, or, for whoever looks after the workspace, a colleague's.

    Raises:
        ImportNotFound, ImportKindNotFound.
    """
    row, _ = await _seen(tx, authority, kinds, id)
    return await state_of(tx, row)


async def _seen(
    tx: ReadTx, authority: Authority, kinds: ImportKinds, id: int, *, for_change: bool = False
) -> tuple[ImportRow, ImportKind]:
    row = await rows.one(tx, id, for_change=for_change)
    if row is None or not (row.actor_id == authority.person_id or sees_system(authority)):
        raise errors.ImportNotFound(id=id)
    return row, kind_for(kinds, authority, row.kind)


async def state_of(tx: ReadTx, row: ImportRow) -> ImportState:
    check = await operation(tx, row.check_id) if row.check_id is not None else None
    run = await operation(tx, row.run_id) if row.run_id is not None else None
    return ImportState(row=row, check=check, run=run)


async def map_columns(
    tx: Tx, authority: Authority, kinds: ImportKinds, id: int, columns: Sequence[str | None], *, seen: int | None
) -> None:
    """Say what each column of the file is; None: it is left out. It has to be checked anew.

    Raises:
        ImportIsBusy, RowsForgotten.
        StaleImport: it was changed since ``seen``.
        Invalid: not one for each column, an unknown one, or one twice.
    """
    state, kind = await own(tx, authority, kinds, id, for_change=True)
    _changeable(state)
    if seen is not None and seen != state.row.version:
        raise errors.StaleImport(version=state.row.version)
    faults = _faults_of(columns, state.row, kind)
    if faults:
        raise Invalid(faults=tuple(faults))
    if list(columns) != state.row.columns:
        if state.row.check_id is not None:
            await stop_planned(tx, state.row.check_id)
        rows.set_mapping(tx, id, columns)


def _faults_of(columns: Sequence[str | None], row: ImportRow, kind: ImportKind) -> list[FieldFault]:
    if len(columns) != len(row.headings):
        return [FieldFault("columns", "wrong_count", {"wanted": len(row.headings)})]
    faults: list[FieldFault] = []
    for at, key in enumerate(columns):
        if key is not None and kind.column(key) is None:
            faults.append(FieldFault(f"columns[{at}]", "unknown_key", {"value": key}))
        elif key is not None and key in columns[:at]:
            faults.append(FieldFault(f"columns[{at}]", "imports.twice", {"value": key}))
    return faults


def _changeable(state: ImportState) -> None:
    if state.row.forgotten_at is not None:
        raise errors.RowsForgotten()
    if state.is_busy:
        raise errors.ImportIsBusy()


async def check(db: Database, authority: Authority, kinds: ImportKinds, id: int) -> None:
    """Have all rows tried: each is carried out by its command and taken back.

    Raises:
        ImportIsBusy, RowsForgotten.
        Invalid: no column tells what a row is about.
    """
    async with db.write(authority.workspace_id) as tx:
        state, kind = await own(tx, authority, kinds, id, for_change=True)
        _changeable(state)
        identifying = [one for one in kind.columns if one.identifies]
        if not any(one.key in state.row.mapping for one in identifying):
            raise Invalid(
                faults=(FieldFault("columns", "imports.nothing_identifies", {"names": [c.name for c in identifying]}),)
            )
        if state.row.check_id is not None:
            await stop_planned(tx, state.row.check_id)
        operation_id = lay_out(tx, authority, TRY, WorkOnRows(import_id=id))
        rows.forget_keys(tx, id)
        rows.set_check(tx, id, operation_id)
        numbers = await rows.numbers(tx, id)
    if not await fill(db, authority.workspace_id, operation_id, numbers):
        raise errors.ImportIsBusy()


async def start(
    db: Database, authority: Authority, kinds: ImportKinds, id: int, *, invites: Invites | None, via: Via
) -> None:
    """Have all rows carried out. What was done already is found unchanged, so one that was cancelled or killed goes on.
    With ``invites`` those whom it brings in are invited, each once in their life.

    Raises:
        ImportIsBusy, RowsForgotten.
        NobodyToInvite: whom it brings in does not sign in. NoLetters: no mailbox sends.
        NotChecked: its rows were not tried, or the meaning of its columns was changed since.
    """
    now = clock.now()
    async with db.write(authority.workspace_id) as tx:
        state, kind = await own(tx, authority, kinds, id, for_change=True)
        _changeable(state)
        if not state.is_checked:
            raise errors.NotChecked()
        if invites is not None:
            await _may_invite(tx, kind, invites)
        if state.row.run_id is not None:
            await stop_planned(tx, state.row.run_id)
        params = WorkOnRows(import_id=id, invites=invites is not None)
        operation_id = lay_out(tx, authority, CARRY_OUT_UNDOABLY if kind.undo else CARRY_OUT, params)
        rows.set_run(tx, id, operation_id)
        numbers = await rows.numbers(tx, id)
        row = state.row
        event = ImportStarted(
            import_id=id,
            import_kind=row.kind,
            file=row.file,
            rows=row.rows,
            operation_id=operation_id,
            invites=params.invites,
        )
        await append(
            tx,
            "workspace",
            tx.workspace_id,
            [event],
            actor=actor(authority, via),
            command_id=tx.ids.next(),
            release=authority.release,
            now=now,
        )
    if not await fill(db, authority.workspace_id, operation_id, numbers):
        raise errors.ImportIsBusy()


async def _may_invite(tx: Tx, kind: ImportKind, invites: Invites) -> None:
    if not kind.may_invite:
        raise errors.NobodyToInvite(kind=kind.key)
    if not await invites.is_possible(tx):
        raise errors.NoLetters()
