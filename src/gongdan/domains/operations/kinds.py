"""What an operation is, and what a kind of operations declares."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal

import msgspec

from gongdan.domains.accounts.public import Authority
from gongdan.infra.db.tx import ReadTx, Tx
from gongdan.kernel.errors import RefusalRecord

State = Literal["planned", "waiting", "running", "cancelling", "done", "cancelled", "failed"]
ItemState = Literal["done", "unchanged", "failed"]

MOST_ITEMS = 10_000
"""Of one operation that a person starts."""


class Operation(msgspec.Struct, frozen=True, kw_only=True):
    """``planned``: previewed, and frozen. ``done`` counts what changed, ``unchanged`` what was so already.
    ``started_at``: when its actor asked for it to be done."""

    id: int
    kind: str
    actor_id: int | None
    params: dict[str, Any]
    silent: bool
    """Nobody is told of what it does: no letters to customers, no notices to the staff."""
    state: State
    total: int
    done: int
    failed: int
    unchanged: int
    undoes: int | None
    fault: str | None
    created_at: datetime
    started_at: datetime | None
    ended_at: datetime | None


class Item(msgspec.Struct, frozen=True):
    position: int
    subject: int
    until: int | None = None
    """The next item's subject."""


class Result(msgspec.Struct, frozen=True):
    """What became of an item; ``problem``: what refused it."""

    state: ItemState
    problem: RefusalRecord | None = None


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """Whom it concerns, in the order in which it is done, and what is not found or may not be seen."""

    subjects: Sequence[int]
    unknown: Sequence[str] = ()


class Foreseen(msgspec.Struct, frozen=True, kw_only=True):
    """What it would do to the first of its subjects, as things stand."""

    looked_at: int
    changed: int
    refused: int
    letters: int
    """To customers."""
    problems: Sequence[RefusalRecord] = ()
    """Why they would be refused, in their order."""
    notices: int
    """Events of which somebody of the staff is told, by whatever ways they chose."""


Report = Callable[[Tx, Mapping[int, Result]], Awaitable[None]]
"""Position → result, written in the very transaction that changes the subjects. Last in it: it refuses (``LeaseLost``)
when another worker carries the operation out by now."""

Run = Callable[[Operation, Authority, Sequence[Item], Report], Awaitable[None]]
"""Do it to some items, in one transaction of the kind's own, by the rights that the actor has now."""


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    params: type[Any]
    plan: Callable[[ReadTx, Authority, Any], Awaitable[Plan]] | None
    """None: nobody asks for it; the system begins it (``commands.begin``)."""
    run: Run
    foresee: Callable[[Authority, Any, Sequence[int], bool], Awaitable[Foreseen]] | None = None
    """(actor, params, subjects, silent) → what it would do to the first of them; nothing is written."""
    rest: float = 1.0
    """After a chunk, so much of the time that it took is left to those who wait for an answer."""
    most: int = 50
    """Items of one chunk."""
    undo: Run | None
    """Take back what the operation ``undoes`` did to the items; None: it can't be undone."""
