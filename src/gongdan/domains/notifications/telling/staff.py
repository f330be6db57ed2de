"""Telling members what concerns them, as the meanings of the subjects say."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from gongdan.domains.accounts.public import system
from gongdan.domains.notifications.telling import queries
from gongdan.domains.notifications.telling.compiled import Meanings, is_by_rule, line_of
from gongdan.domains.notifications.telling.customers import is_news, know_workflows
from gongdan.domains.notifications.telling.phrases import spoken
from gongdan.domains.notifications.telling.receivers import Reached, Staff
from gongdan.domains.notifications.telling.writes import NewNotice, WrittenNotice, write_notices
from gongdan.domains.tickets.intents import NameTold
from gongdan.domains.tickets.public import Case, Desk, Happening, Meaning, RuleIntent, UnitOfWork, states_left
from gongdan.infra.db.tx import Tx
from gongdan.infra.log.subscribers import Subscriber
from gongdan.kernel import clock
from gongdan.kernel.events import Logged

Show = Callable[[int, int, int], None]
"""(workspace, person, notice): shows it on the person's open pages. Neither waits nor fails."""

CHUNK: Final = 50
"""Tickets of one transaction (spec 01, write path)."""

Named = dict[int, list[tuple[Logged[Any], Reached]]]
"""Ticket → its events of which the log says who was told."""


def staff_notices(uow: UnitOfWork, meanings: Meanings, show: Show) -> Subscriber:
    """Who writes notices for members. They commit by themselves, so that a page is told of what it can read, and the
    log in the same transaction says who was told of a promise, an escalation or a reminder."""

    async def tell(_: Tx, batch: Sequence[Logged[Any]]) -> None:
        now = clock.now()
        fresh = [logged for logged in batch if is_news(logged, now) and meanings.concern(logged.event)]
        for streams in _chunks(sorted({(logged.stream, logged.stream_id) for logged in fresh}), CHUNK):
            about = [logged for logged in fresh if (logged.stream, logged.stream_id) in streams]
            authority = system(about[0].workspace_id, name="notices", release=max(logged.release for logged in about))
            async with uow.begin(authority, via="worker") as desk:
                kept = await _tell(uow, desk, about, meanings)
            for one in kept:
                if one.in_app:
                    show(authority.workspace_id, one.person_id, one.id)

    return Subscriber(name="staff-notices", kinds=meanings.events, handle=tell, begins="start")


async def _tell(uow: UnitOfWork, desk: Desk, about: Sequence[Logged[Any]], meanings: Meanings) -> list[WrittenNotice]:
    """The tickets are locked before anything is written, as by every command."""
    found = await desk.cases_by_id(sorted({logged.stream_id for logged in about if logged.stream == "ticket"}))
    await know_workflows(desk.tx, desk.rules, found)
    cases = {case.live.id: case for case in found}
    new, named = await _made(desk, about, cases, meanings)
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


async def _made(
    desk: Desk, about: Sequence[Logged[Any]], cases: Mapping[int, Case], meanings: Meanings
) -> tuple[list[NewNotice], Named]:
    """The notices that these events make. Each says how its ticket stood then, however late it is told."""
    ruled = [(one.stream_id, one.command_id) for one in about if is_by_rule(one)]
    colleagues, teams, departments, actors = await desk.tx.gather(
        queries.colleagues(), queries.teams(), queries.departments(), queries.actors(ruled)
    )
    left = await states_left(desk.tx, desk.rules.subjects, [case.live for case in cases.values()], about)
    staff, commanders = Staff(colleagues, teams, departments), {one.command_id: one.person_id for one in actors}
    new: list[NewNotice] = []
    named: Named = {}
    for logged in about:
        if logged.stream == "ticket" and logged.stream_id not in cases:
            continue
        found = Happening(logged=logged, ticket=left.get(logged.id), rules=desk.rules, name_of=staff.name)
        for meaning, to in meanings.of(found, staff):
            by = logged.actor.person_id or commanders.get(logged.command_id)
            new += _notices(found, meaning, to, by)
            if meaning.names_them and found.ticket is not None:
                named.setdefault(logged.stream_id, []).append((logged, to))
    return new, named


def _notices(found: Happening, meaning: Meaning, to: Reached, by: int | None) -> list[NewNotice]:
    """Nobody is told what they did themselves, or had a rule do; what names its receivers reaches them whoever caused
    it."""
    logged, text = found.logged, spoken(meaning.says(found))
    return [
        NewNotice(
            kind=meaning.key,
            line=line_of(meaning),
            gravity=meaning.gravity,
            ticket_id=found.ticket.id if found.ticket is not None else None,
            person_id=person_id,
            key=str(logged.id),
            seq=logged.seq,
            text=text,
            at=logged.at,
            in_app=True,
        )
        for person_id in to.people
        if person_id != by or meaning.names_them
    ]


def _chunks(streams: Sequence[tuple[str, int]], size: int) -> list[frozenset[tuple[str, int]]]:
    return [frozenset(streams[start : start + size]) for start in range(0, len(streams), size)]
