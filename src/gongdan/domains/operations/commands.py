"""What people ask of operations: preview, start, cancel, undo. Each is its actor's own; what the system does by itself
is shown to whoever looks after the workspace or its policy."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from gongdan.domains.accounts.public import Authority, may_somewhere
from gongdan.domains.operations import errors, rows
from gongdan.domains.operations.kinds import MOST_ITEMS, Foreseen, Kind, Operation, Plan
from gongdan.domains.operations.sweeping import await_start
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
    now = clock.now()
    id = rows.add(
        tx,
        kind=kind,
        actor_id=authority.person_id,
        params=params,
        subjects=plan.subjects,
        undoes=undoes,
        silent=silent,
        now=now,
    )
    await_start(tx, id, now=now)
    await tx.flush()
    return await own(tx, authority, id)


def begin(
    tx: Tx,
    kind: str,
    params: msgspec.Struct,
    subjects: Sequence[int],
    *,
    actor_id: int | None = None,
    silent: bool = False,
) -> int:
    """Queue what the system, or somebody by another command, wants done: workers do it as soon as nothing else of the
    workspace is under way."""
    return rows.add(
        tx,
        kind=kind,
        actor_id=actor_id,
        params=msgspec.to_builtins(params),
        subjects=subjects,
        silent=silent,
        now=clock.now(),
        state="waiting",
    )


SLICE = 10_000
"""Items that one transaction writes."""


def lay_out(tx: Tx, authority: Authority, kind: str, params: msgspec.Struct) -> int:
    """Queue an operation of somebody's, without items yet: ``fill`` gives it those, in transactions of their own, and
    has it done. Left alone, it is cancelled in a day."""
    kept, now = msgspec.to_builtins(params), clock.now()
    id = rows.add(tx, kind=kind, actor_id=authority.person_id, params=kept, subjects=(), now=now)
    await_start(tx, id, now=now)
    return id


async def fill(db: Database, workspace_id: int, id: int, subjects: Sequence[int]) -> bool:
    """Have what was laid out done to all of these; False: somebody stopped it meanwhile."""
    for first in range(0, len(subjects), SLICE):
        async with db.write(workspace_id) as tx:
            rows.put_items(tx, id, first, subjects[first : first + SLICE])
    async with db.write(workspace_id) as tx:
        return await rows.turn(tx, id, before=["planned"], after="waiting", now=clock.now())


async def stop_planned(tx: Tx, id: int) -> None:
    """What was laid out and never began is not done any more."""
    await rows.turn(tx, id, before=["planned"], after="cancelled", now=clock.now())


async def own(tx: ReadTx, authority: Authority, id: int) -> Operation:
    """Raises OperationNotFound."""
    found = await rows.operation(tx, id)
    if found is None or found.actor_id != authority.person_id:
        raise errors.OperationNotFound(id=id)
    return found


def sees_system(authority: Authority) -> bool:
    """Whether they are shown what the system does by itself: it follows from what they publish and set."""
    return any(may_somewhere(authority, action) for action in ("policy.publish", "workspace.manage"))


async def shown(tx: ReadTx, authority: Authority, id: int) -> Operation:
    """One of one's own, or of the system. Raises OperationNotFound."""
    found = await rows.operation(tx, id)
    if found is not None and found.actor_id is None and sees_system(authority):
        return found
    return await own(tx, authority, id)


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
