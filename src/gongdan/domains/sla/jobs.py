"""Running clocks under another release (spec 03, clocks 8): measured anew in chunks, with a report of what moved."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import msgspec
import structlog

from gongdan.domains.accounts.public import current_release, system
from gongdan.domains.policy.events import ReleasePublished
from gongdan.domains.sla.clocks.model import Subject
from gongdan.domains.sla.promises.reactions import PROMISES, SetClock
from gongdan.domains.sla.subjects import ApplyPolicy
from gongdan.domains.tickets.public import IS_OPEN, Decision, RuleIntent, Rules, UnitOfWork
from gongdan.infra.db.tx import Query, Tx
from gongdan.infra.log.subscribers import Subscriber
from gongdan.kernel.events import Logged

CHUNK = 100
"""Tickets of one transaction (spec 01, write path)."""

log = structlog.get_logger()


class Moved(msgspec.Struct, frozen=True, kw_only=True):
    """A clock that another release measures otherwise."""

    number: str
    subject: Subject
    cycle: int
    due_before: datetime | None
    due_after: datetime | None
    breaks: bool
    """The new limit is over already."""


def recomputing(uow: UnitOfWork) -> Subscriber:
    """The subscriber that measures the running clocks anew whenever a release was published."""

    async def handle(tx: Tx, events: Sequence[Logged[Any]]) -> None:
        moved = await recompute(uow, tx.workspace_id)
        broken = sum(one.breaks for one in moved)
        log.info("sla.recomputed", workspace_id=tx.workspace_id, clocks=len(moved), broken=broken)

    return Subscriber(name="recompute_clocks", kinds=(ReleasePublished,), handle=handle, begins="end")


async def recompute(uow: UnitOfWork, workspace_id: int) -> list[Moved]:
    """Measure the running clocks of all open tickets by the current release. Of each ticket whose limits it changes the
    log says so; repeating it changes nothing."""
    async with uow.db.read(workspace_id) as tx:
        release = await current_release(tx)
    return await _measure(uow, workspace_id, release, None)


async def foresee(uow: UnitOfWork, workspace_id: int, release: int, draft: Rules) -> list[Moved]:
    """What ``recompute`` would answer if ``draft`` were published after ``release``; nothing is written."""
    return await _measure(uow, workspace_id, release, draft)


async def _measure(uow: UnitOfWork, workspace_id: int, release: int, draft: Rules | None) -> list[Moved]:
    async with uow.db.read(workspace_id) as tx:
        (rows,) = await tx.gather(_open_tickets(), last=True)
    found: list[Moved] = []
    authority = system(workspace_id, name="policy", release=release)
    for start in range(0, len(rows), CHUNK):
        async with uow.begin(authority, via="worker") as desk:
            desk.rules = draft or desk.rules
            for case in await desk.cases_by_id([row.id for row in rows[start : start + CHUNK]]):
                decision = desk.settle(case, RuleIntent("policy.release", ApplyPolicy()))
                moved = list(_moved(decision))
                found += moved
                if moved and draft is None:
                    desk.apply(decision)
    return found


def _moved(decision: Decision) -> Iterator[Moved]:
    assert decision.before is not None, "releases are applied to tickets that there are"
    old = {(clock.subject, clock.cycle): clock for one in decision.before[PROMISES] for clock in one.clocks}
    for effect in decision.effects:
        if not isinstance(effect, SetClock):
            continue
        row, was = effect.row, old.get((effect.row.subject, effect.row.cycle))
        if was is not None and was.goal != row.goal:
            yield Moved(
                number=decision.after.live.number,
                subject=row.subject,
                cycle=row.cycle,
                due_before=was.due_at,
                due_after=row.due_at,
                breaks=row.breached_at is not None and was.breached_at is None,
            )


class _Id(msgspec.Struct, frozen=True):
    id: int


def _open_tickets() -> Query[_Id]:
    """Tickets that are not closed; served by the partial indexes of open and of resolved ones."""
    return Query(
        _Id,
        f"""
        select t.id
          from ticket t
         where t.workspace_id = %(workspace)s
           and {IS_OPEN}
           and t.archived_at is null and t.spam_at is null and t.trashed_at is null
         union all
        select id
          from ticket
         where workspace_id = %(workspace)s
           and phase = 'resolved'
           and archived_at is null and spam_at is null and trashed_at is null
        """,
        {},
    )
