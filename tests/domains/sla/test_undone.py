"""Clocks after something was undone: those of the history without it (spec 11.4, undo; spec 03, clocks)."""

from datetime import timedelta
from typing import Any

import msgspec
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gongdan.domains.bundle.times.sla import Target
from gongdan.domains.policy.presets import standard
from gongdan.domains.sla.clocks import Cause, ClockRow, catch_up
from gongdan.domains.sla.events import ClockBreached
from gongdan.domains.sla.promises.reactions import OWNER
from gongdan.domains.sla.public import replayed
from gongdan.domains.tickets import intents as i
from gongdan.domains.tickets.engine.rules import Rules
from gongdan.domains.tickets.engine.undoing import TicketUndone, undoings, what_counts
from gongdan.infra.timers.effects import CancelTimer, SetTimer
from gongdan.kernel.errors import Refusal
from tests.domains.tickets.life import AGENT, LEAD, OTHER, START, TEAM_LEAD, Life, compiled
from tests.domains.tickets.test_undoing import KINDS, image, tried, undo

MIN = timedelta(minutes=1)


def rules() -> Rules:
    """The shipped policy, and a limit on every status and report besides."""
    bundle = standard([2026])
    more = (
        Target(metric="update", amount=90, unit="calendar_minutes"),
        Target(metric="next_response", amount=45, unit="calendar_minutes"),
        Target(metric="stage", status="in_progress", amount=50, unit="calendar_minutes"),
        Target(metric="stage", status="waiting", amount=70, unit="calendar_minutes"),
        Target(metric="stage", team="service", amount=80, unit="calendar_minutes"),
    )
    sla = tuple(msgspec.structs.replace(one, targets=(*one.targets, *more)) for one in bundle.sla)
    return compiled(msgspec.structs.replace(bundle, sla=sla))


RULES = rules()


def at_work() -> Life:
    life = Life(RULES)
    life.later(minutes=1).assign()
    life.later(minutes=1).accept()
    return life


def plain(clocks: Any) -> list[ClockRow]:
    """Clocks without the ids of the events that moved them: two lives number theirs differently."""

    def of(cause: Cause | None) -> Cause | None:
        return None if cause is None else Cause(0, cause.kind)

    rows = []
    for row in clocks:
        segments = tuple(msgspec.structs.replace(one, cause=of(one.cause)) for one in row.segments)
        rows.append(msgspec.structs.replace(row, segments=segments, ended_by=of(row.ended_by)))
    return rows


def from_the_log(life: Life) -> list[ClockRow]:
    _, book = replayed(life.log, life.case.requester, {1: life.rules}, life.now)
    return sorted(book, key=lambda row: (row.metric, row.cycle))


def test_a_reassignment_that_is_undone_began_no_new_time_to_accept() -> None:
    life = Life(RULES)
    life.later(minutes=1).assign()
    before = life.clock("accept")
    life.later(minutes=5).do(i.Assign(to=OTHER, way="hand"), by=LEAD, who=TEAM_LEAD)
    assert life.clock("accept").cycle == before.cycle + 1
    undo(life.later(minutes=2), by=LEAD, who=TEAM_LEAD)
    assert life.clock("accept") == before
    timers = {one.key: one for one in life.effects if isinstance(one, SetTimer | CancelTimer) and one.owner == OWNER}
    gone, back = timers[f"accept.{before.cycle + 1}"], timers[f"accept.{before.cycle}"]
    assert isinstance(gone, CancelTimer)
    assert isinstance(back, SetTimer) and back.fire_at == before.next_at


def test_a_resolve_that_is_undone_neither_met_nor_interrupted_the_resolution() -> None:
    life = at_work()
    before = life.clock("resolution")
    life.later(minutes=3).resolve()
    undo(life.later(minutes=4))
    assert life.clock("resolution") == before


def test_words_sent_with_a_resolve_still_answer_when_it_is_undone() -> None:
    life = at_work()
    life.later(minutes=3).do(life._message("agent", AGENT), i.MoveTo(status="resolved"))
    undo(life.later(minutes=4))
    assert life.clock("first_response").met_at == START + 5 * MIN
    assert (life.clock("update").state, life.clock("resolution").state) == ("running", "running")


def test_a_wait_that_is_undone_was_no_pause() -> None:
    life = at_work()
    before = life.clocks
    life.later(minutes=3).do(i.MoveTo(status="waiting"))
    assert life.clock("resolution").state == "paused"
    undo(life.later(minutes=4))
    assert life.clocks == before


def test_a_priority_that_is_undone_leaves_the_targets_as_before() -> None:
    life = at_work()
    before = life.clocks
    life.later(minutes=3).do(i.Change(values={"priority": "P1"}))
    assert life.clocks != before
    undo(life.later(minutes=1))
    assert life.clocks == before


def test_where_a_part_of_a_deed_was_overtaken_the_targets_are_as_before_all_the_same() -> None:
    life = at_work()
    before = life.clocks
    life.later(minutes=3).do(i.Change(values={"priority": "P1", "title": "别的"}))
    deed = life.log[-1].command_id
    life.later(minutes=1).do(i.Change(values={"title": "再改"}), by=OTHER)
    undo(life.later(minutes=1), deed)
    assert life.clocks == before


def test_what_fell_due_meanwhile_is_broken_as_it_would_have_been_and_dated_then() -> None:
    life = at_work()
    due = life.clock("resolution").due_at
    life.later(minutes=3).do(i.MoveTo(status="waiting"))
    life.later(days=1).tick()
    assert life.clock("resolution").breached_at is None
    undo(life.later(days=1), waiting(life), by=LEAD, who=TEAM_LEAD)
    assert life.clock("resolution").breached_at == due
    told = [one.event for one in life.log if isinstance(one.event, ClockBreached) and one.event.metric == "resolution"]
    assert [one.due_at for one in told] == [due]


def waiting(life: Life) -> int:
    """The command that moved it there last."""
    return next(one.command_id for one in reversed(life.log) if getattr(one.event, "after", "") == "waiting")


def test_a_breach_under_a_priority_that_is_undone_counts_no_more_and_is_not_told_again() -> None:
    life = at_work()
    life.later(minutes=3).do(i.Change(values={"priority": "P0"}), by=LEAD, who=TEAM_LEAD)
    deed = life.log[-1].command_id
    life.later(minutes=20).tick()
    assert life.clock("first_response").breached_at is not None
    undo(life.later(minutes=1), deed, by=LEAD, who=TEAM_LEAD)
    assert life.clock("first_response").breached_at is None
    told = [one.event for one in life.log if isinstance(one.event, ClockBreached)]
    undo(life, by=LEAD, who=TEAM_LEAD)
    assert life.clock("first_response").breached_at is not None
    assert [one.event for one in life.log if isinstance(one.event, ClockBreached)] == told


def test_undoing_an_undoing_brings_the_clocks_of_the_deed_back() -> None:
    life = at_work()
    life.later(minutes=3).do(i.MoveTo(status="waiting"))
    with_it = life.clocks
    undo(life.later(minutes=1))
    undo(life.later(minutes=1))
    assert life.clocks == with_it


def test_a_ticket_whose_assignment_is_undone_waits_for_somebody_since_it_was_opened() -> None:
    life = Life(RULES)
    since = life._ladder.unassigned_at
    life.later(minutes=3).do(i.Assign(to=OTHER, way="hand"), by=LEAD, who=TEAM_LEAD)
    assert since is not None and life._ladder.unassigned_at is None
    undo(life.later(minutes=1), by=LEAD, who=TEAM_LEAD)
    assert life._ladder.unassigned_at == since


def test_of_promises_that_are_over_a_breach_is_dated_and_not_told() -> None:
    """However many there were since: there is nothing that anybody could do about them."""
    life = at_work()
    life.do(i.Change(values={"priority": "P3"}), by=LEAD, who=TEAM_LEAD)
    deed = life.log[-1].command_id
    life.later(minutes=90).agent_replies()
    life.later(minutes=1)
    undo(life, deed, by=LEAD, who=TEAM_LEAD)
    answered = life.clock("first_response")
    assert answered.state == "met" and answered.breached_at == START + 60 * MIN
    told = [one.event.metric for one in life.log if isinstance(one.event, ClockBreached)]
    assert "first_response" not in told


STEPS = {**KINDS, "customer": None, "reply": None, "tick": None}


def step(life: Life, name: str) -> int | None:
    """Do it; the command, or None when it was refused or changed nothing."""
    known = len(life.log)
    if name in KINDS:
        return tried(life, name)
    try:
        {"customer": life.customer_writes, "reply": life.agent_replies, "tick": life.tick}[name]()
    except Refusal:
        return None
    return life.log[-1].command_id if len(life.log) > known else None


NAMES = st.sampled_from(sorted(STEPS))
GAPS = st.sampled_from([0.5, 1, 7, 31, 64, 240])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(GAPS, NAMES), max_size=6), st.sampled_from(sorted(KINDS)), GAPS, GAPS)
def test_after_do_and_undo_the_clocks_are_those_of_a_life_without_it(
    history: list[tuple[float, str]], deed: str, before: float, after: float
) -> None:
    one, other = Life(RULES), Life(RULES)
    for life in (one, other):
        for gap, name in history:
            step(life.later(minutes=gap), name)
    command = tried(one.later(minutes=before), deed)
    assume(command is not None)
    try:
        undo(one.later(minutes=after), command, by=LEAD, who=TEAM_LEAD)
    except Refusal:
        assume(False)
    other.later(minutes=before + after).tick()
    assume(image(one.ticket) == image(other.ticket))  # else a level of the ladder acted meanwhile, in one of the lives
    assert plain(one.clocks) == plain(catch_up(tuple(other.clocks), one.now).book)
    assert one.clocks == from_the_log(one)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(GAPS, NAMES, st.integers(0, 6)), min_size=2, max_size=10))
def test_live_clocks_equal_the_recomputation_of_the_log_whatever_was_undone(
    history: list[tuple[float, str, int]],
) -> None:
    """Several deeds, undone in any order, their undoing too; also where part of one was overtaken."""
    life, done = Life(RULES), list[int]()
    for gap, name, back in history:
        command = step(life.later(minutes=gap), name)
        done += [command] if command is not None else []
        if back < len(done):
            try:
                undo(life, done[-1 - back], by=LEAD, who=TEAM_LEAD)
                done.append(life.log[-1].command_id)
            except Refusal:
                continue
        assert catch_up(tuple(life.clocks), life.now).book == tuple(from_the_log(life))
    assert not any(isinstance(one.event, TicketUndone) for one in what_counts(life.log, undoings(life.log)))
