"""Running clocks under another release (spec 03, clocks 8): measured anew by long work, which is begun when a release
is published, and by nothing else."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final

import msgspec

from gongdan.domains.accounts.public import Authority, system
from gongdan.domains.operations.public import Item, Kind, Operation, Report, Result, begin
from gongdan.domains.policy.events import ReleasePublished
from gongdan.domains.sla.clocks.model import Subject
from gongdan.domains.sla.promises.reactions import PROMISES, SetClock
from gongdan.domains.sla.subjects import ApplyPolicy
from gongdan.domains.tickets.public import IS_OPEN, Case, Decision, Desk, RuleIntent, Rules, UnitOfWork
from gongdan.infra.db.tx import Database, Query, Tx
from gongdan.infra.log.subscribers import Subscriber
from gongdan.kernel.events import Logged

KEY: Final = "sla.recompute"
TOGETHER: Final = 5
"""Open tickets of one item: as many as may be decided in a chunk of items without holding it up."""
CHUNK: Final = 50
"""Tickets that are looked at together."""


class MeasureClocks(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``release``: what was published. The clocks are measured by the release that is current when it comes to them."""

    release: int


class Moved(msgspec.Struct, frozen=True, kw_only=True):
    """A clock that another release measures otherwise."""

    number: str
    subject: Subject
    cycle: int
    due_before: datetime | None
    due_after: datetime | None
    breaks: bool
    """The new limit is over already."""


def recomputing(db: Database) -> Subscriber:
    """Has the running clocks measured anew whenever a release was published; several at once are measured once."""

    async def handle(tx: Tx, events: Sequence[Logged[Any]]) -> None:
        async with db.read(tx.workspace_id) as reading:
            (rows,) = await reading.gather(_firsts(), last=True)
        if rows:
            release = max(logged.event.number for logged in events)
            begin(tx, KEY, MeasureClocks(release=release), [row.id for row in rows])

    return Subscriber(name="recompute_clocks", kinds=(ReleasePublished,), handle=handle, begins="end")


def recompute(uow: UnitOfWork) -> Kind:
    """The running clocks of open tickets, measured by the current release. Of each ticket whose limits it changes the
    log says so; repeating it changes nothing. An item is the ticket that it names and the open ones after it, up to the
    next item's: what was opened since is of the new release anyway."""

    async def run(operation: Operation, authority: Authority, items: Sequence[Item], report: Report) -> None:
        results: dict[int, Result] = {}
        async with uow.begin(authority, via="worker") as desk:
            (rows,) = await desk.tx.gather(_open_tickets(items[0].subject, items[-1].until))
            cases = await desk.cases_by_id([row.id for row in rows])
            for item in items:
                mine = [one for one in cases if item.subject <= one.live.id < (item.until or one.live.id + 1)]
                changed = [decision for one in mine if any(_moved(decision := _measured(desk, one)))]
                for decision in changed:
                    desk.apply(decision)
                results[item.position] = Result("done" if changed else "unchanged")
            desk.finish()
            await report(desk.tx, results)

    return Kind(key=KEY, params=MeasureClocks, plan=None, run=run, undo=None)


async def foresee(uow: UnitOfWork, workspace_id: int, release: int, draft: Rules) -> list[Moved]:
    """What would move if ``draft`` were published after ``release``. Nothing is written, and no ticket is locked."""
    async with uow.db.read(workspace_id) as tx:
        (rows,) = await tx.gather(_open_tickets(0, None), last=True)
    found: list[Moved] = []
    authority = system(workspace_id, name="policy", release=release)
    for start in range(0, len(rows), CHUNK):
        async with uow.begin(authority, via="worker") as desk:
            desk.rules = draft
            for case in await desk.peek([row.id for row in rows[start : start + CHUNK]]):
                found += _moved(_measured(desk, case))
    return found


def _measured(desk: Desk, case: Case) -> Decision:
    return desk.settle(case, RuleIntent("policy.release", ApplyPolicy()))


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


_OPEN: Final = f"""
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
"""
"""Tickets that are not closed; served by the partial indexes of open and of resolved ones."""


def _firsts() -> Query[_Id]:
    """The first of each ``TOGETHER`` open tickets, by id."""
    numbered = f"select o.id, row_number() over (order by o.id) as n from ({_OPEN}) o"
    return Query(_Id, f"select id from ({numbered}) o where n %% %(together)s = 1 order by id", {"together": TOGETHER})


def _open_tickets(since: int, until: int | None) -> Query[_Id]:
    """Those with an id from ``since`` on, below ``until``."""
    return Query(
        _Id,
        f"select o.id from ({_OPEN}) o where o.id >= %(since)s and o.id < coalesce(%(until)s, o.id + 1) order by o.id",
        {"since": since, "until": until},
    )
