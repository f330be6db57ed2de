"""Telling the staff, in the app: reminders, warnings and breaches of promises, escalations, assignments, mentions, what
customers wrote, and, to who watches, where a ticket stands."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from gongdan.domains.accounts.public import system
from gongdan.domains.notifications import queries
from gongdan.domains.notifications.customers import is_news, know_workflows
from gongdan.domains.notifications.meanings import KINDS, NAMED, Meaning, concerns_staff, meanings
from gongdan.domains.notifications.receivers import Reached, Staff
from gongdan.domains.notifications.writes import NewNotice, WrittenNotice, write_notices
from gongdan.domains.tickets.events import TicketMoved
from gongdan.domains.tickets.intents import NameTold
from gongdan.domains.tickets.public import Case, Desk, RuleIntent, UnitOfWork
from gongdan.infra.db.tx import Tx
from gongdan.infra.log.subscribers import Subscriber
from gongdan.kernel import clock
from gongdan.kernel.events import Logged

Show = Callable[[int, int, int], None]
"""(workspace, person, notice): shows it on the person's open pages. Neither waits nor fails."""

CHUNK: Final = 50
"""Tickets of one transaction (spec 01, write path)."""

Told = dict[int, list[tuple[Logged[Any], Reached]]]
"""Ticket → its events of which the log says who was told."""


def staff_notices(uow: UnitOfWork, show: Show) -> Subscriber:
    """Who writes notices for members. They commit by themselves, so that a page is told of what it can read, and the
    log in the same transaction says who was told of a promise, an escalation or a reminder."""

    async def tell(_: Tx, batch: Sequence[Logged[Any]]) -> None:
        now = clock.now()
        fresh = [logged for logged in batch if is_news(logged, now) and concerns_staff(logged.event)]
        for ids in _chunks(sorted({logged.stream_id for logged in fresh}), CHUNK):
            about = [logged for logged in fresh if logged.stream_id in ids]
            authority = system(about[0].workspace_id, name="notices", release=max(logged.release for logged in about))
            async with uow.begin(authority, via="worker") as desk:
                kept = await _tell(uow, desk, about)
            for one in kept:
                show(authority.workspace_id, one.person_id, one.id)

    return Subscriber(name="staff-notices", kinds=KINDS, handle=tell, begins="start")


async def _tell(uow: UnitOfWork, desk: Desk, about: Sequence[Logged[Any]]) -> list[WrittenNotice]:
    """The tickets are locked before anything is written, as by every command."""
    found = await desk.cases_by_id(sorted({logged.stream_id for logged in about}))
    await know_workflows(desk.tx, desk.rules, found)
    cases = {case.live.id: case for case in found}
    new, named = await _made(desk, about, cases)
    kept, told = await write_notices(uow.db, desk.tx, new) if new else ([], set[str]())
    for ticket_id, events in named.items():
        answers = [
            RuleIntent("notices", NameTold(of=logged.id, people=to.people, absent=to.absent))
            for logged, to in events
            if str(logged.id) in told
        ]
        if answers:
            desk.apply(desk.settle(cases[ticket_id], *answers))
    return kept


async def _made(desk: Desk, about: Sequence[Logged[Any]], cases: Mapping[int, Case]) -> tuple[list[NewNotice], Told]:
    """The notices that these events make."""
    moved = [(one.stream_id, one.command_id) for one in about if isinstance(one.event, TicketMoved)]
    colleagues, teams, departments, actors = await desk.tx.gather(
        queries.colleagues(), queries.teams(), queries.departments(), queries.actors(moved)
    )
    staff, movers = Staff(colleagues, teams, departments), {one.command_id: one.person_id for one in actors}
    new: list[NewNotice] = []
    named: Told = {}
    for logged in about:
        if logged.stream_id not in cases:
            continue
        for meaning in meanings(logged, cases[logged.stream_id].live, staff, desk.rules):
            new += _notices(logged, meaning, movers.get(logged.command_id))
            if meaning.kind in NAMED and meaning.to.people:
                named.setdefault(logged.stream_id, []).append((logged, meaning.to))
    return new, named


def _notices(logged: Logged[Any], meaning: Meaning, mover: int | None) -> list[NewNotice]:
    """Nobody is told what they did themselves, or had a rule do; what names its receivers reaches them whoever caused
    it."""
    by = logged.actor.person_id or (mover if isinstance(logged.event, TicketMoved) else None)
    return [
        NewNotice(
            kind=meaning.kind,
            ticket_id=logged.stream_id,
            person_id=person_id,
            key=str(logged.id),
            seq=logged.seq,
            text=meaning.text,
            at=logged.at,
        )
        for person_id in meaning.to.people
        if person_id != by or meaning.kind in NAMED
    ]


def _chunks(ids: Sequence[int], size: int) -> list[frozenset[int]]:
    return [frozenset(ids[start : start + size]) for start in range(0, len(ids), size)]
