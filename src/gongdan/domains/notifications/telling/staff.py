"""Telling members what concerns them, as the meanings of the subjects say."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Final

import msgspec

from gongdan.domains.accounts.public import Reached, Staff, staff_rows, system
from gongdan.domains.notifications.choosing.plan import Choices, is_on
from gongdan.domains.notifications.choosing.rows import choices_of
from gongdan.domains.notifications.sending.planned import deliveries, plan_deliveries
from gongdan.domains.notifications.telling import queries
from gongdan.domains.notifications.telling.compiled import Meanings, is_by_rule, line_of
from gongdan.domains.notifications.telling.customers import is_news, know_workflows
from gongdan.domains.notifications.telling.phrases import spoken
from gongdan.domains.notifications.telling.writes import NewNotice, Place, WrittenNotice, write_notices
from gongdan.domains.operations.public import silent
from gongdan.domains.routing.public import away_now
from gongdan.domains.tickets.intents import NameTold
from gongdan.domains.tickets.public import (
    IN_APP,
    Case,
    Desk,
    Happening,
    Meaning,
    RuleIntent,
    UnitOfWork,
    states_left,
)
from gongdan.infra.db.tx import Tx
from gongdan.infra.log.subscribers import Subscriber
from gongdan.kernel import clock
from gongdan.kernel.events import Logged

Show = Callable[[int, int, int], None]
"""(workspace, person, notice): shows it on the person's open pages. Neither waits nor fails."""

CHUNK: Final = 50
"""Tickets of one transaction (spec 01, write path)."""

PORTION: Final = 500
"""Notices of one transaction ⚑: 10,000 in one take seconds, in which the relay stands still."""

Named = dict[int, list[tuple[Logged[Any], Reached]]]
"""Ticket → its events of which the log says who was told."""


class Telling(msgspec.Struct, frozen=True):
    """What all who are told at a time need."""

    uow: UnitOfWork
    meanings: Meanings
    channels: Collection[str]

    async def write(
        self, tx: Tx, new: Sequence[NewNotice], choices: Mapping[int, Choices]
    ) -> tuple[list[WrittenNotice], set[str]]:
        """Write notices and plan how they are brought; returns them, and the keys of the events that they tell."""
        if not new:
            return [], set()
        kept, told = await write_notices(self.uow.db, tx, new)
        plan_deliveries(tx, deliveries(kept, self.meanings, choices, self.channels, clock.now()))
        return kept, told


class Heard(msgspec.Struct, frozen=True, kw_only=True):
    """That an event means something to people."""

    found: Happening
    meaning: Meaning
    to: Reached
    by: int | None
    """Who did it, or had a rule do it."""


def staff_notices(uow: UnitOfWork, meanings: Meanings, channels: Collection[str], show: Show) -> Subscriber:
    """Who writes notices for members. They commit by themselves, so that a page is told of what it can read, and the
    log in the same transaction says who was told of a promise, an escalation or a reminder. Others of an event that
    concerns very many are told in transactions that follow; what was told already is told once if it is delivered
    again between."""
    telling = Telling(uow, meanings, channels)

    async def tell(_: Tx, batch: Sequence[Logged[Any]]) -> None:
        now = clock.now()
        fresh = [logged for logged in batch if is_news(logged, now) and meanings.concern(logged.event)]
        for streams in _chunks(sorted({(logged.stream, logged.stream_id) for logged in fresh}), CHUNK):
            about = [logged for logged in fresh if (logged.stream, logged.stream_id) in streams]
            authority = system(about[0].workspace_id, name="notices", release=max(logged.release for logged in about))
            async with uow.begin(authority, via="worker") as desk:
                kept, later, choices = await _tell(telling, desk, about)
            _show(kept, authority.workspace_id)
            for portion in later:
                async with uow.db.write(authority.workspace_id) as tx:
                    kept, _told = await telling.write(tx, portion, choices)
                _show(kept, authority.workspace_id)

    def _show(kept: Sequence[WrittenNotice], workspace_id: int) -> None:
        for one in kept:
            if one.in_app:
                show(workspace_id, one.person_id, one.id)

    return Subscriber(name="staff-notices", kinds=meanings.events, handle=tell, begins="start")


async def _tell(
    telling: Telling, desk: Desk, about: Sequence[Logged[Any]]
) -> tuple[list[WrittenNotice], list[list[NewNotice]], Mapping[int, Choices]]:
    """What was written, what is left to be written, and the choices that hold for it. The tickets are locked before
    anything is written, as by every command."""
    found = await desk.cases_by_id(sorted({logged.stream_id for logged in about if logged.stream == "ticket"}))
    await know_workflows(desk.tx, desk.rules, found)
    cases = {case.live.id: case for case in found}
    heard = await _heard(desk, about, cases, telling.meanings)
    choices = await choices_of(desk.tx, (person for one in heard for person in one.to.people))
    logged_names = [notice for one in heard if one.meaning.names_them for notice in _notices(one, choices, telling)]
    others = [notice for one in heard if not one.meaning.names_them for notice in _notices(one, choices, telling)]
    now, *later = portions(others, PORTION) or [[]]
    kept, told = await telling.write(desk.tx, [*logged_names, *now], choices)
    for ticket_id, events in _named(heard, logged_names).items():
        answers = [
            RuleIntent("notices", NameTold(of=logged.id, people=to.people, absent=to.absent))
            for logged, to in events
            if str(logged.id) in told
        ]
        if answers:
            desk.apply(desk.settle(cases[ticket_id], *answers))
    return kept, later, choices


async def _heard(
    desk: Desk, about: Sequence[Logged[Any]], cases: Mapping[int, Case], meanings: Meanings
) -> list[Heard]:
    """What these events mean to whom. Each is seen as its ticket stood then, however late it is told."""
    ruled = [(one.stream_id, one.command_id) for one in about if is_by_rule(one)]
    colleagues, teams, departments, actors, hushed = await desk.tx.gather(
        *staff_rows(),
        queries.actors(ruled),
        silent(one.command_id for one in about),
    )
    untold = {one.id for one in hushed}
    left = await states_left(desk.tx, desk.rules.subjects, [case.live for case in cases.values()], about)
    now = clock.now()
    staff = Staff(
        [one.colleague(is_present=away_now(one, desk.rules, now) is None) for one in colleagues], teams, departments
    )
    commanders = {one.command_id: one.person_id for one in actors}
    heard: list[Heard] = []
    for logged in about:
        if logged.command_id in untold or (logged.stream == "ticket" and logged.stream_id not in cases):
            continue
        found = Happening(logged=logged, ticket=left.get(logged.id), rules=desk.rules, name_of=staff.name)
        by = logged.actor.person_id or commanders.get(logged.command_id)
        heard += [Heard(found=found, meaning=meaning, to=to, by=by) for meaning, to in meanings.of(found, staff)]
    return heard


def _notices(heard: Heard, choices: Mapping[int, Choices], telling: Telling) -> list[NewNotice]:
    """Nobody is told what they did themselves, or had a rule do; what names its receivers reaches them whoever caused
    it. Who wants it nowhere is told nothing."""
    found, meaning = heard.found, heard.meaning
    text = spoken(meaning.says(found))
    wanted = {
        person_id: [one for one in telling.channels if is_on(meaning, one, choices[person_id])]
        for person_id in heard.to.people
        if person_id in choices and (person_id != heard.by or meaning.names_them)
    }
    return [
        NewNotice(
            kind=meaning.key,
            line=line_of(meaning, found),
            gravity=meaning.gravity,
            ticket_id=found.ticket.id if found.ticket is not None else None,
            person_id=person_id,
            key=str(found.logged.id),
            seq=found.logged.seq,
            text=text,
            at=found.logged.at,
            in_app=IN_APP in where,
        )
        for person_id, where in wanted.items()
        if where
    ]


def _named(heard: Sequence[Heard], new: Sequence[NewNotice]) -> Named:
    """Of what names its receivers, who was told."""
    told = {(one.key, one.person_id) for one in new}
    named: Named = {}
    for one in heard:
        people = tuple(person for person in one.to.people if (str(one.found.logged.id), person) in told)
        if one.meaning.names_them and one.found.ticket is not None and people:
            absent = tuple(person for person in one.to.absent if person in people)
            named.setdefault(one.found.ticket.id, []).append((one.found.logged, Reached(people, absent)))
    return named


def portions(new: Sequence[NewNotice], size: int) -> list[list[NewNotice]]:
    """In portions of about ``size``. What is one line for a person stays together: it has one order."""
    places: dict[Place, list[NewNotice]] = {}
    for one in new:
        places.setdefault(one.place, []).append(one)
    found: list[list[NewNotice]] = []
    for lines in places.values():
        if not found or len(found[-1]) >= size:
            found.append([])
        found[-1] += lines
    return found


def _chunks(streams: Sequence[tuple[str, int]], size: int) -> list[frozenset[tuple[str, int]]]:
    return [frozenset(streams[start : start + size]) for start in range(0, len(streams), size)]
