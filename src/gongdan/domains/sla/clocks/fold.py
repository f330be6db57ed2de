"""A ticket's clocks as the fold of its facts (spec 03, clocks: exact semantics).

What starts and ends a clock:

- ``first_response``: the opening, or for a ticket that an agent opened the customer's next message, until the first
  public reply of a human. It never starts again.
- ``next_response``: a customer's message that no other clock awaits the answer of, until the next such reply; or until
  all that waits for one is another ticket's to answer.
- ``update``: a reply until the next reply.
- ``accept``: each assignment until it is accepted; a new assignment cancels the open one.
- ``stage``: entering a status or team until leaving it.
- ``resolution``: the opening until resolved, or closed as solved or confirmed.

What makes it stand still: the status (policy or workflow). Apart from that, in a resolved ticket nobody is asked to
accept, to report or to hand over, so those clocks rest too, and one that starts in a closed ticket waits for it to
reopen. A status's own stage runs for as long as the status lasts.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Literal

import msgspec

from gongdan.domains.bundle.times.sla import Metric
from gongdan.domains.bundle.workflows import ENDED, Phase
from gongdan.domains.sla.clocks import course
from gongdan.domains.sla.clocks.model import Cause, ClockRow, Happened, Subject
from gongdan.domains.sla.clocks.targets import Goals
from gongdan.domains.tickets.events import SOLVED, CloseReason

What = Literal[
    "opened", "opened_by_agent", "customer_wrote", "customer_withdrew", "agent_replied", "assigned", "unassigned",
    "accepted", "moved", "team_set", "merged",
]  # fmt: skip

Book = tuple[ClockRow, ...]
"""A ticket's clocks. To go on, only the live ones and the last cycle of each metric are needed."""

_REST_WHEN_RESOLVED: frozenset[Metric] = frozenset({"accept", "update", "stage"})


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Where the ticket stands, as far as clocks care."""

    status: str
    phase: Phase
    team: str | None = None
    pauses: frozenset[str] = frozenset()
    """Metrics that stand still in this status."""


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened to the ticket, and where it left it."""

    what: What
    at: datetime
    cause: Cause
    standing: Standing
    reason: CloseReason | None = None


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """One command: its facts in order, then where the ticket stands and what is promised to it.

    What a command meets it meets before it re-targets: a reply that also raises the priority is judged by the promise
    that stood when it was written.
    """

    at: datetime
    cause: Cause
    facts: tuple[Fact, ...]
    standing: Standing
    goals: Goals


class Advanced(msgspec.Struct, frozen=True):
    book: Book
    happened: tuple[Happened, ...]
    """Warnings and breaches, each dated at its due instant."""


def advance(ticket_id: int, book: Book, turn: Turn) -> Advanced:
    """The clocks after one more command."""
    hand = _Hand(ticket_id, book, turn.goals)
    for fact in turn.facts:
        hand.catch_up(fact.at)
        _leave_stages(hand, fact)
        _RULES[fact.what](hand, fact)
        hand.stand(fact.standing, fact.at, fact.cause)
    hand.catch_up(turn.at)
    hand.stand(turn.standing, turn.at, turn.cause)
    hand.retarget(turn.at)
    return Advanced(tuple(hand.rows.values()), tuple(hand.happened))


def recompute(ticket_id: int, turns: Iterable[Turn], now: datetime) -> Advanced:
    """The clocks of a whole history at ``now``: what the live ones must equal."""
    book: Book = ()
    happened: list[Happened] = []
    for turn in turns:
        step = advance(ticket_id, book, turn)
        book = step.book
        happened += step.happened
    last = catch_up(book, now)
    return Advanced(last.book, (*happened, *last.happened))


def catch_up(book: Book, now: datetime) -> Advanced:
    """The clocks at ``now``, when nothing but time has passed."""
    rows: list[ClockRow] = []
    happened: list[Happened] = []
    for row in book:
        passed, found = course.pass_points(row, now)
        rows.append(passed)
        happened += found
    happened.sort(key=lambda one: one.at)
    return Advanced(tuple(rows), tuple(happened))


class _Hand:
    """The book while a turn is played."""

    def __init__(self, ticket_id: int, book: Book, goals: Goals) -> None:
        self.ticket_id = ticket_id
        self.goals = goals
        self.rows = {(row.metric, row.cycle): row for row in book}
        self.happened: list[Happened] = []

    def last(self, metric: Metric) -> ClockRow | None:
        found = [row for row in self.rows.values() if row.metric == metric]
        return max(found, key=lambda row: row.cycle) if found else None

    def live(self, metric: Metric | None = None) -> Iterator[ClockRow]:
        return iter([row for row in self.rows.values() if row.is_live and (metric is None or row.metric == metric)])

    def put(self, row: ClockRow) -> None:
        self.rows[row.metric, row.cycle] = row

    def catch_up(self, at: datetime) -> None:
        step = catch_up(tuple(row for row in self.rows.values() if row.next_at and row.next_at <= at), at)
        for row in step.book:
            self.put(row)
        self.happened += step.happened

    def fresh(self, metric: Metric, subject: Subject) -> ClockRow:
        before = self.last(metric)
        return ClockRow(
            ticket_id=self.ticket_id,
            metric=metric,
            cycle=before.cycle + 1 if before else 1,
            subject=subject,
            state="not_started",
            policy=self.goals.policy,
        )

    def start(self, row: ClockRow, fact: Fact) -> None:
        aim = self.goals.aims.get(row.subject)
        self.put(course.start(row, aim, paused=_rests(row, fact.standing), at=fact.at, cause=fact.cause))

    def begin(self, metric: Metric, fact: Fact, subject: Subject | None = None) -> None:
        if metric in self.goals.tracked:
            self.start(self.fresh(metric, subject or metric), fact)

    def end(self, row: ClockRow, state: Literal["met", "cancelled"], fact: Fact) -> None:
        self.put(course.end(row, state, at=fact.at, cause=fact.cause))

    def end_all(self, metric: Metric | None, state: Literal["met", "cancelled"], fact: Fact) -> None:
        for row in self.live(metric):
            self.end(row, state, fact)

    def stand(self, standing: Standing, at: datetime, cause: Cause) -> None:
        """Let every live clock stand still or run as the status says."""
        for row in self.live():
            paused = _rests(row, standing)
            if paused != (row.state == "paused"):
                self.put(course.switch(row, self.goals.aims.get(row.subject), paused=paused, at=at, cause=cause))

    def retarget(self, at: datetime) -> None:
        """Give every clock that is not over the goal now in force."""
        goals = self.goals
        for row in list(self.rows.values()):
            if row.is_live or row.state == "not_started":
                aim, from_now = goals.aims.get(row.subject), goals.on_retarget == "from_now"
                retargeted, happened = course.retarget(row, aim, policy=goals.policy, from_now=from_now, at=at)
                self.put(retargeted)
                self.happened += happened


def _opened(hand: _Hand, fact: Fact) -> None:
    hand.begin("first_response", fact)
    hand.begin("resolution", fact)
    _enter_stages(hand, fact)


def _opened_by_agent(hand: _Hand, fact: Fact) -> None:
    if "first_response" in hand.goals.tracked:
        hand.put(hand.fresh("first_response", "first_response"))
    hand.begin("resolution", fact)
    _enter_stages(hand, fact)


def _customer_wrote(hand: _Hand, fact: Fact) -> None:
    first = hand.last("first_response")
    if first and first.state == "not_started":
        hand.start(first, fact)
    elif not any(hand.live("first_response")) and not any(hand.live("next_response")):
        hand.begin("next_response", fact)


def _customer_withdrew(hand: _Hand, fact: Fact) -> None:
    hand.end_all("next_response", "cancelled", fact)


def _agent_replied(hand: _Hand, fact: Fact) -> None:
    for metric in ("first_response", "next_response", "update"):
        hand.end_all(metric, "met", fact)
    hand.begin("update", fact)


def _assigned(hand: _Hand, fact: Fact) -> None:
    hand.end_all("accept", "cancelled", fact)
    hand.begin("accept", fact)


def _unassigned(hand: _Hand, fact: Fact) -> None:
    hand.end_all("accept", "cancelled", fact)


def _accepted(hand: _Hand, fact: Fact) -> None:
    hand.end_all("accept", "met", fact)


def _moved(hand: _Hand, fact: Fact) -> None:
    phase = fact.standing.phase
    if phase == "resolved" or (phase == "closed" and fact.reason in SOLVED):
        hand.end_all("resolution", "met", fact)
    if phase == "closed":
        hand.end_all(None, "cancelled", fact)
    if phase not in ENDED:
        _reopen(hand, fact)
    _enter_stages(hand, fact)


def _reopen(hand: _Hand, fact: Fact) -> None:
    row = hand.last("resolution")
    if row is None or row.is_live:
        return
    if hand.goals.on_reopen == "new_cycle":
        hand.begin("resolution", fact)
        return
    paused, aim = _rests(row, fact.standing), hand.goals.aims.get(row.subject)
    hand.put(course.resume(row, aim, paused=paused, at=fact.at, cause=fact.cause))


def _merged(hand: _Hand, fact: Fact) -> None:
    for row in list(hand.rows.values()):
        hand.put(course.void(row, at=fact.at, cause=fact.cause))


def _stages_of(standing: Standing) -> set[Subject]:
    return {f"status:{standing.status}"} | ({f"team:{standing.team}"} if standing.team else set())


def _leave_stages(hand: _Hand, fact: Fact) -> None:
    here = _stages_of(fact.standing)
    for row in hand.live("stage"):
        if row.subject not in here:
            hand.end(row, "met", fact)


def _enter_stages(hand: _Hand, fact: Fact) -> None:
    if fact.standing.phase == "closed":
        return
    running = {row.subject for row in hand.live("stage")}
    for subject in sorted(_stages_of(fact.standing) & hand.goals.stages - running):
        hand.begin("stage", fact, subject)


def _rests(row: ClockRow, standing: Standing) -> bool:
    if row.subject.startswith("status:"):
        return False
    if standing.phase == "closed" or row.metric in standing.pauses:
        return True
    return standing.phase == "resolved" and row.metric in _REST_WHEN_RESOLVED


_RULES: dict[What, Callable[[_Hand, Fact], None]] = {
    "opened": _opened,
    "opened_by_agent": _opened_by_agent,
    "customer_wrote": _customer_wrote,
    "customer_withdrew": _customer_withdrew,
    "agent_replied": _agent_replied,
    "assigned": _assigned,
    "unassigned": _unassigned,
    "accepted": _accepted,
    "moved": _moved,
    "team_set": _enter_stages,
    "merged": _merged,
}
