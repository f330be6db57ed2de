"""Recording how long one works on a ticket."""

from datetime import date
from zoneinfo import ZoneInfo

import msgspec

from gongdan.domains.accounts.public import may
from gongdan.domains.tickets.public import Case, Decision, Desk, RelatedChanged, is_visible, keys, lock_free
from gongdan.domains.work.errors import WatchRuns
from gongdan.domains.work.subjects.times import RecordTime, RemoveTime, StartTime, StopTime
from gongdan.infra.db.tx import Query


class _Running(msgspec.Struct, frozen=True):
    ticket_id: int
    number: str


class ToldTime(msgspec.Struct, frozen=True, kw_only=True):
    """How long somebody says that they worked."""

    minutes: int
    day: date | None
    """None: today, where they live."""
    work_kind: str | None
    note: str


def today_of(desk: Desk) -> date:
    return desk.now.astimezone(ZoneInfo(desk.authority.zone)).date()


async def start(desk: Desk, case: Case) -> Decision:
    """Start one's watch on the ticket; nothing where it runs there. One on a ticket that is beyond their reach by now
    is stopped, and recorded.

    Raises:
        WatchRuns: it runs on another ticket.
        RelatedChanged: it is to be stopped on one on which somebody else works at this moment.
        TicketClosed: there is nothing to work on.
    """
    me = desk.authority.me
    _, running = await desk.tx.gather(
        Query(tuple, "select pg_advisory_xact_lock(%(me)s::bigint)", {"me": me}),
        Query(
            _Running,
            """
            select w.ticket_id, t.number
              from running_watch w
              join ticket t on t.workspace_id = w.workspace_id and t.id = w.ticket_id
             where w.workspace_id = %(workspace)s and w.person_id = %(me)s
            """,
            {"me": me},
        ),
    )
    starting = desk.settle(case, StartTime())
    if running and running[0].ticket_id != case.live.id:
        await _stop_out_of_reach(desk, running[0])
    return desk.apply(starting)


async def _stop_out_of_reach(desk: Desk, running: _Running) -> None:
    """Stop one's watch on a ticket that they may no longer see or record time on: nothing there is theirs to do, and
    the watch would bind them until it is forgotten. It is not named.

    Raises: WatchRuns, RelatedChanged.
    """
    (lock,) = await desk.tx.gather(lock_free([running.ticket_id]))
    (left,) = await desk.peek([running.ticket_id])
    if _is_within_reach(desk, left):
        raise WatchRuns(other=running.number)
    if not lock[0].is_locked:
        raise RelatedChanged()
    stopping = StopTime(person_id=desk.authority.me, entry_id=desk.tx.ids.next(), today=today_of(desk))
    desk.apply(desk.settle(left, stopping))


def _is_within_reach(desk: Desk, case: Case) -> bool:
    """Whether they find the ticket and may record time there."""
    found = keys(case.live)
    is_trashed = case.live.trashed_at is not None
    return is_visible(desk.authority, found, trashed=is_trashed) and may(desk.authority, "ticket.note", found)


async def stop(desk: Desk, case: Case) -> Decision:
    """Stop one's watch and record what it showed, in minutes that were begun; nothing where it does not run here."""
    stopping = StopTime(person_id=desk.authority.me, entry_id=desk.tx.ids.next(), today=today_of(desk))
    return desk.apply(desk.settle(case, stopping))


async def record(desk: Desk, case: Case, *, entry_id: int | None, told: ToldTime) -> Decision:
    """Say by hand how long one worked, on a closed ticket too; with ``entry_id`` say it anew of an entry of one's own.

    Raises:
        TimeNotFound: no such entry of theirs.
        Invalid: no length of a day's work, or a day that is ahead or long ago, or an unknown kind of work.
        TooManyTimes: the ticket has as many as it may have.
    """
    today = today_of(desk)
    wanted = RecordTime(
        entry_id=desk.tx.ids.next() if entry_id is None else entry_id,
        minutes=told.minutes,
        day=told.day or today,
        work_kind=told.work_kind,
        note=told.note,
        today=today,
        is_new=entry_id is None,
    )
    return desk.apply(desk.settle(case, wanted))


async def remove(desk: Desk, case: Case, entry_id: int) -> Decision:
    """Take back an entry of one's own. Raises TimeNotFound."""
    return desk.apply(desk.settle(case, RemoveTime(entry_id)))
