"""What people ask of operations: preview, start, cancel, undo. Each is its actor's own."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from gongdan.domains.accounts.public import Authority
from gongdan.domains.operations import errors, rows
from gongdan.domains.operations.kinds import MOST_ITEMS, Foreseen, Kind, Operation, Plan
from gongdan.infra.db.tx import Database, ReadTx, Tx
from gongdan.infra.http.reading.faults import faults_of, kind_of
from gongdan.kernel import clock
from gongdan.kernel.errors import FieldFault, Invalid

Kinds = Mapping[str, Kind]


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    operation: Operation
    plan: Plan
    foreseen: Foreseen | None
    """None: its kind cannot tell."""


async def preview(
    db: Database, authority: Authority, kinds: Kinds, key: str, given: Any, *, silent: bool = False
) -> Preview:
    """Plan an operation, freeze its targets, and foresee what it will do. Nothing is done before it is started.

    Raises:
        Invalid: no such kind, or its parameters are not as they should be.
        TooManyItems: it would concern more than one operation may.
    """
    kind = kinds.get(key)
    if kind is None or kind.plan is None:
        raise Invalid(faults=(FieldFault("kind", "unknown_key", {"value": key}),))
    try:
        params = msgspec.convert(given, kind.params)
    except msgspec.ValidationError as fault:
        shape: Any = kind.params
        raise Invalid(faults=tuple(faults_of(given, kind_of(shape), "params"))) from fault
    async with db.read(authority.workspace_id) as tx:
        plan = await kind.plan(tx, authority, params)
    if len(plan.subjects) > MOST_ITEMS:
        raise errors.TooManyItems(most=MOST_ITEMS)
    foreseen = await kind.foresee(authority, params, plan.subjects, silent) if kind.foresee is not None else None
    async with db.write(authority.workspace_id) as writing:
        added = await _added(writing, authority, key, msgspec.to_builtins(params), plan, undoes=None, silent=silent)
    return Preview(operation=added, plan=plan, foreseen=foreseen)


async def _added(
    tx: Tx, authority: Authority, kind: str, params: Any, plan: Plan, *, undoes: int | None, silent: bool
) -> Operation:
    id = rows.add(
        tx,
        kind=kind,
        actor_id=authority.person_id,
        params=params,
        subjects=plan.subjects,
        undoes=undoes,
        silent=silent,
        now=clock.now(),
    )
    await tx.flush()
    return await own(tx, authority, id)


def begin(tx: Tx, kind: str, params: msgspec.Struct, subjects: Sequence[int]) -> int:
    """Queue what the system wants done: workers do it as soon as nothing else of the workspace is under way."""
    kept = msgspec.to_builtins(params)
    return rows.add(tx, kind=kind, actor_id=None, params=kept, subjects=subjects, now=clock.now(), state="waiting")


async def own(tx: ReadTx, authority: Authority, id: int) -> Operation:
    """Raises OperationNotFound."""
    found = await rows.operation(tx, id)
    if found is None or found.actor_id != authority.person_id:
        raise errors.OperationNotFound(id=id)
    return found


async def start(tx: Tx, authority: Authority, id: int) -> Operation:
    """Let workers carry it out. Starting what was started changes nothing.

    Raises:
        OperationOver: it ended.
    """
    found = await own(tx, authority, id)
    if found.state in ("waiting", "running"):
        return found
    if not await rows.turn(tx, id, before=["planned"], after="waiting", now=clock.now()):
        raise errors.OperationOver(state=found.state)
    return await own(tx, authority, id)


async def cancel(tx: Tx, authority: Authority, id: int) -> Operation:
    """Stop after the chunk that is under way; what is done stays done, and can be undone.

    Raises:
        OperationOver: it ended.
    """
    found = await own(tx, authority, id)
    if found.state in ("cancelling", "cancelled"):
        return found
    stopped = await rows.turn(tx, id, before=["planned", "waiting"], after="cancelled", now=clock.now())
    if not stopped and not await rows.turn(tx, id, before=["running"], after="cancelling", now=clock.now()):
        raise errors.OperationOver(state=found.state)
    return await own(tx, authority, id)


async def undo(tx: Tx, authority: Authority, kinds: Kinds, id: int) -> Operation:
    """Plan the operation that takes this one back, last item first; it is started like any other.

    Raises:
        OperationOver: it has not ended.
        NotUndoable: its kind can't be undone, or it undid another: start that again.
    """
    found = await own(tx, authority, id)
    if found.state not in ("done", "cancelled", "failed"):
        raise errors.OperationOver(state=found.state)
    kind = kinds.get(found.kind)
    if kind is None or kind.undo is None or found.undoes is not None:
        raise errors.NotUndoable(id=id)
    plan = Plan(subjects=await rows.subjects_done(tx, id))
    return await _added(tx, authority, found.kind, found.params, plan, undoes=id, silent=found.silent)
