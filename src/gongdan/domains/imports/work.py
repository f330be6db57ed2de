"""What operations do with the rows of an import: try them, and carry them out. Both run the kind's command; a trial is
taken back as a whole before what came of it is written down."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import msgspec

from gongdan.domains.accounts.public import Authority
from gongdan.domains.imports import errors, rows
from gongdan.domains.imports.commands import CARRY_OUT, CARRY_OUT_UNDOABLY, TRY, WorkOnRows
from gongdan.domains.imports.kinds import (
    Doing,
    ImportKind,
    ImportKinds,
    Invites,
    KindsOf,
    NumberedRow,
    Outcome,
    TableColumn,
)
from gongdan.domains.imports.reading.cells import columns_at, row_of
from gongdan.domains.operations.public import Item, Kind, Operation, Report, Result
from gongdan.infra.db.parts import part
from gongdan.infra.db.tx import Database, Tx
from gongdan.kernel import clock
from gongdan.kernel.errors import Refusal, RefusalRecord
from gongdan.kernel.events import Via

_REST: Final = 0.1
"""Somebody sits before an import and waits: it goes on sooner than other long work."""
_MOST: Final = 100
"""Rows of one chunk: what a chunk costs by itself is spread over them."""
Read = Mapping[int, Any | Refusal]
"""Row → what it says in the shape of its kind, or why it says nothing."""


class _TakenBack(Exception):
    """Ends a transaction that was a trial."""


class Chunk(msgspec.Struct, frozen=True, kw_only=True):
    """Some rows of an import, as they are read."""

    import_id: int
    kind: ImportKind
    read: Read
    firsts: Mapping[int, int]
    """Row → the earlier one that is about the same."""


class _Letters:
    """Invitations of one chunk, counted."""

    def __init__(self, invites: Invites) -> None:
        self._invites = invites
        self.queued = 0

    async def is_possible(self, tx: Tx) -> bool:
        return await self._invites.is_possible(tx)

    async def __call__(self, tx: Tx, authority: Authority, people: Sequence[int], *, via: Via, now: datetime) -> int:
        queued = await self._invites(tx, authority, people, via=via, now=now)
        self.queued += queued
        return queued


def work(db: Database, kinds: KindsOf, invites: Invites) -> tuple[Kind, ...]:
    """The kinds of operations of imports."""
    return trying(db, kinds), *carrying_out(db, kinds, invites)


def trying(db: Database, kinds: KindsOf) -> Kind:
    """The trial: each chunk is carried out, taken back as a whole, and what would have come of it is written down."""

    async def run(operation: Operation, authority: Authority, items: Sequence[Item], report: Report) -> None:
        known = await kinds(authority)
        async with db.write(authority.workspace_id) as tx:
            chunk = await _chunk(tx, operation, items, known)
        tried: dict[int, Outcome | Refusal] = {}
        try:
            async with db.write(authority.workspace_id) as tx:
                tried = await _carried_out(tx, chunk, items, Doing(**_doing(authority, chunk), is_trial=True))
                raise _TakenBack
        except _TakenBack:
            async with db.write(authority.workspace_id) as tx:
                await _tell(tx, chunk.import_id, tried, report, is_trial=True)

    return Kind(key=TRY, params=WorkOnRows, plan=None, run=run, rest=_REST, most=_MOST, undo=None)


def carrying_out(db: Database, kinds: KindsOf, invites: Invites) -> tuple[Kind, Kind]:
    """The run: what the trial did, and it stays; of some kinds until somebody takes it back."""

    async def run(operation: Operation, authority: Authority, items: Sequence[Item], report: Report) -> None:
        known = await kinds(authority)
        async with db.write(authority.workspace_id) as tx:
            chunk = await _chunk(tx, operation, items, known)
            asked = msgspec.convert(operation.params, WorkOnRows).invites
            letters = _Letters(invites)
            doing = Doing(**_doing(authority, chunk), invites=letters if asked else None)
            done = await _carried_out(tx, chunk, items, doing)
            rows.count_invited(tx, chunk.import_id, letters.queued)
            await _tell(tx, chunk.import_id, done, report, is_trial=False)

    async def undo(operation: Operation, authority: Authority, items: Sequence[Item], report: Report) -> None:
        known = await kinds(authority)
        async with db.write(authority.workspace_id) as tx:
            found = await rows.one(tx, msgspec.convert(operation.params, WorkOnRows).import_id)
            assert found is not None, "imports are not removed"
            back = known[found.kind].undo
            assert back is not None, "only what can be undone is run so"
            doing = Doing(authority=authority, now=clock.now(), import_id=found.id)
            done = await back(tx, doing, [one.subject for one in items])
            results = {
                item.position: _result(_with_row(one, item.subject)) for item, one in zip(items, done, strict=True)
            }
            await report(tx, results)

    return (
        Kind(key=CARRY_OUT, params=WorkOnRows, plan=None, run=run, rest=_REST, most=_MOST, undo=None),
        Kind(key=CARRY_OUT_UNDOABLY, params=WorkOnRows, plan=None, run=run, rest=_REST, most=_MOST, undo=undo),
    )


async def _chunk(tx: Tx, operation: Operation, items: Sequence[Item], kinds: ImportKinds) -> Chunk:
    import_id = msgspec.convert(operation.params, WorkOnRows).import_id
    found = await rows.one(tx, import_id)
    assert found is not None, "imports are not removed"
    kind = kinds[found.kind]
    cells = await rows.some(tx, import_id, [item.subject for item in items])
    columns = columns_at(found.columns, kind)
    read = {item.subject: _read(cells.get(item.subject), columns, kind) for item in items}
    keys = {number: kind.identity(row) for number, row in read.items() if not isinstance(row, Refusal)}
    claimed: dict[str, int] = {}
    for number, own in sorted(keys.items()):
        for key in own:
            claimed.setdefault(key, number)
    holders = await rows.claim(tx, import_id, claimed)
    firsts = {number: min((holders[key] for key in own), default=number) for number, own in keys.items()}
    return Chunk(
        import_id=import_id,
        kind=kind,
        read=read,
        firsts={number: first for number, first in firsts.items() if first < number},
    )


def _read(cells: Sequence[str] | None, columns: Sequence[TableColumn | None], kind: ImportKind) -> Any | Refusal:
    if cells is None:
        return errors.RowsForgotten()
    try:
        row = row_of(cells, columns, kind)
        if not kind.identity(row):
            raise errors.Unidentified(names=[one.name for one in kind.columns if one.identifies])
    except Refusal as refusal:
        return refusal
    return row


def _doing(authority: Authority, chunk: Chunk) -> dict[str, Any]:
    return {"authority": authority, "now": clock.now(), "import_id": chunk.import_id}


async def _carried_out(tx: Tx, chunk: Chunk, items: Sequence[Item], doing: Doing) -> dict[int, Outcome | Refusal]:
    """Position → what became of the row. One that is refused leaves nothing, and no other goes with it."""
    found: dict[int, Outcome | Refusal] = {}
    fit: list[Item] = []
    for item in items:
        row = chunk.read[item.subject]
        if (first := chunk.firsts.get(item.subject)) is not None:
            row = errors.RowRepeated(row=first)
        if isinstance(row, Refusal):
            found[item.position] = row
        else:
            fit.append(item)
    done = await _applied(tx, doing, chunk.kind, [NumberedRow(one.subject, chunk.read[one.subject]) for one in fit])
    found |= {item.position: one for item, one in zip(fit, done, strict=True)}
    return {item.position: _with_row(found[item.position], item.subject) for item in items}


async def _applied(tx: Tx, doing: Doing, kind: ImportKind, fit: Sequence[NumberedRow]) -> Sequence[Outcome | Refusal]:
    if kind.apply_many is not None:
        return await kind.apply_many(tx, doing, fit) if fit else ()
    return [await _one(tx, doing, kind, one.row) for one in fit]


async def _one(tx: Tx, doing: Doing, kind: ImportKind, row: Any) -> Outcome | Refusal:
    try:
        async with part(tx):
            tx.wrote_events = False
            assert kind.apply is not None, "a kind says how its rows are carried out"
            how = await kind.apply(tx, doing, row)
            return "added" if how == "added" else "changed" if tx.wrote_events else "unchanged"
    except Refusal as refusal:
        return refusal


def _with_row(one: Outcome | Refusal, number: int) -> Outcome | Refusal:
    """A refusal says in which row of the file; what repeats says which other row, too."""
    if isinstance(one, Refusal):
        one.members = {"number": number, **one.members}
    return one


Reported = Callable[[Tx, Mapping[int, Result]], Awaitable[None]]


async def _tell(
    tx: Tx, import_id: int, done: Mapping[int, Outcome | Refusal], report: Reported, *, is_trial: bool
) -> None:
    rows.count_added(tx, import_id, sum(one == "added" for one in done.values()), is_trial=is_trial)
    await report(tx, {position: _result(one) for position, one in done.items()})


def _result(one: Outcome | Refusal) -> Result:
    if isinstance(one, Refusal):
        return Result("failed", RefusalRecord.of(one))
    return Result("unchanged" if one == "unchanged" else "done")
