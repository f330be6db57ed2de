"""Spec 03, clocks: exact semantics, rule by rule. Generated histories stand in tests/properties/test_clocks.py."""

from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any

from gongdan.domains.bundle.times.ladders import Ladder, Level, OnClock
from gongdan.domains.bundle.times.sla import Target
from gongdan.domains.sla.clocks import Cause, ClockRow, Fact, Goals, Happened, Standing, Turn, advance, catch_up
from gongdan.domains.sla.clocks.course import elapsed, remaining
from gongdan.domains.sla.clocks.fold import What
from tests.domains.sla.kit import at, compiled, minutes

MIN = timedelta(minutes=1)
START = at("2026-11-20 10:00")
RESPOND, RESOLVE = minutes("first_response", 30, warn_at=(80,)), minutes("resolution", 120, warn_at=(50, 80))


class Story:
    """A ticket's clocks, told fact by fact in minutes since it was opened."""

    def __init__(self, *targets: Target, **policy: Any) -> None:
        self.goals = self.promises(*targets, **policy)
        self.standing = Standing(status="new", phase="new")
        self.rows: tuple[ClockRow, ...] = ()
        self.happened: list[Happened] = []
        self.facts = 0

    @staticmethod
    def promises(*targets: Target, priority: str = "P2", **policy: Any) -> Goals:
        return compiled(*targets, **policy).goals("standard", priority, None)

    def tell(self, minute: float, what: What | None = None, goals: Goals | None = None, **more: Any) -> "Story":
        self.facts += 1
        now, cause = START + minute * MIN, Cause(self.facts, what or "ticket.changed")
        self.goals = goals or self.goals
        reason = more.pop("reason", None)
        if more:
            pauses = {"first_response", "next_response", "update", "accept", "resolution"}
            waits = more.get("phase") in self.goals.pause_phases
            known = {"status": self.standing.status, "phase": self.standing.phase, "team": self.standing.team}
            self.standing = Standing(**known | more, pauses=frozenset(pauses if waits else ()))
        facts = (Fact(what=what, at=now, cause=cause, standing=self.standing, reason=reason),) if what else ()
        step = advance(1, self.rows, Turn(at=now, cause=cause, facts=facts, standing=self.standing, goals=self.goals))
        self.rows = step.book
        self.happened += step.happened
        return self

    def move(self, minute: float, phase: str, reason: str | None = None) -> "Story":
        return self.tell(minute, "moved", status=phase, phase=phase, reason=reason)

    def wait(self, minute: float) -> "Story":
        step = catch_up(self.rows, START + minute * MIN)
        self.rows = step.book
        self.happened += step.happened
        return self

    def clock(self, metric: str, cycle: int = 1) -> ClockRow:
        return next(row for row in self.rows if (row.metric, row.cycle) == (metric, cycle))

    def has(self, metric: str, cycle: int = 1) -> bool:
        return any((row.metric, row.cycle) == (metric, cycle) for row in self.rows)

    def told(self, metric: str) -> list[tuple[str, float]]:
        mine = [one for one in self.happened if one.event.metric == metric]
        return [(type(one.event).__name__, (one.at - START) / MIN) for one in mine]


def minute(at: datetime | None) -> float | None:
    return None if at is None else (at - START) / MIN


def test_a_clock_that_is_overtaken_is_breached_at_its_due_instant_and_may_be_met_late() -> None:
    story = Story(RESPOND, RESOLVE).tell(0, "opened").tell(45, "agent_replied")
    clock = story.clock("first_response")
    assert (clock.state, minute(clock.breached_at), minute(clock.met_at)) == ("met", 30, 45)
    assert story.told("first_response") == [("ClockWarned", 24), ("ClockBreached", 30)]


def test_an_answer_in_the_very_second_of_the_due_instant_is_late_and_one_before_is_not() -> None:
    late = Story(RESPOND).tell(0, "opened").tell(30, "agent_replied")
    early = Story(RESPOND).tell(0, "opened").tell(30 - 1 / 60, "agent_replied")
    assert minute(late.clock("first_response").breached_at) == 30
    assert early.clock("first_response").breached_at is None


def test_a_pause_moves_the_due_instant_and_shows_what_remains() -> None:
    story = Story(RESOLVE).tell(0, "opened").move(20, "waiting_customer")
    clock = story.clock("resolution")
    (aim,) = story.goals.aims.values()
    assert (clock.state, clock.due_at, clock.next_at) == ("paused", None, None)
    assert remaining(clock, aim, START + 90 * MIN) == 100 * 60
    assert minute(story.move(60, "open").clock("resolution").due_at) == 160


def test_a_clock_is_not_breached_while_it_is_paused() -> None:
    story = Story(RESOLVE).tell(0, "opened").move(20, "waiting_customer").wait(10_000)
    assert story.told("resolution") == []


def test_a_pause_never_unbreaches() -> None:
    story = Story(RESOLVE).tell(0, "opened").move(130, "waiting_customer").move(200, "open").wait(300)
    assert minute(story.clock("resolution").breached_at) == 120
    assert minute(story.clock("resolution").due_at) == 120
    assert [name for name, _ in story.told("resolution")].count("ClockBreached") == 1


def test_a_priority_change_keeps_elapsed_and_swaps_the_target() -> None:
    urgent = Story.promises(minutes("resolution", 60))
    story = Story(RESOLVE).tell(0, "opened").move(10, "waiting_customer").move(30, "open").tell(40, goals=urgent)
    assert minute(story.clock("resolution").due_at) == 80


def test_a_target_that_is_already_over_is_breached_at_the_change_and_by_it() -> None:
    urgent = Story.promises(minutes("resolution", 30))
    story = Story(RESOLVE).tell(0, "opened").tell(45, goals=urgent)
    clock = story.clock("resolution")
    assert (minute(clock.breached_at), clock.breach_cause, minute(clock.due_at)) == (45, "retarget", 30)
    assert story.told("resolution") == [("ClockBreached", 45)]


def test_a_target_that_the_elapsed_time_just_equals_is_over() -> None:
    story = Story(RESOLVE).tell(0, "opened").tell(45, goals=Story.promises(minutes("resolution", 45)))
    assert story.clock("resolution").breach_cause == "retarget"


def test_a_target_counts_from_now_where_the_policy_says_so() -> None:
    urgent = Story.promises(minutes("resolution", 30), on_retarget="from_now")
    story = Story(RESOLVE).tell(0, "opened").tell(45, goals=urgent)
    assert minute(story.clock("resolution").due_at) == 75
    assert story.clock("resolution").breached_at is None


def test_a_longer_target_leaves_the_breach_and_says_nothing_again() -> None:
    story = Story(minutes("resolution", 30)).tell(0, "opened").tell(45, goals=Story.promises(RESOLVE)).wait(400)
    assert minute(story.clock("resolution").breached_at) == 30
    assert story.told("resolution") == [("ClockBreached", 30)]


def test_warning_points_are_announced_again_when_a_new_target_puts_them_ahead() -> None:
    story = (
        Story(RESOLVE).tell(0, "opened").tell(70, goals=Story.promises(minutes("resolution", 200, warn_at=(50, 80))))
    )
    story.wait(170)
    assert story.told("resolution") == [("ClockWarned", 60), ("ClockWarned", 100), ("ClockWarned", 160)]


def test_a_warning_can_stand_some_minutes_before_due() -> None:
    story = Story(minutes("resolution", 120, warn_before_s=(15 * 60,))).tell(0, "opened").wait(110)
    assert story.told("resolution") == [("ClockWarned", 105)]
    assert story.happened[0].event.before_s == 15 * 60


def test_minutes_before_due_of_a_day_target_are_working_minutes() -> None:
    target = Target(metric="resolution", amount=1, unit="working_days", calendar="office", warn_before_s=(7200,))
    story = Story(target).tell(30, "opened")
    assert story.clock("resolution").due_at == at("2026-11-23 10:30")
    assert story.clock("resolution").ahead[0].at == at("2026-11-20 17:30")


def test_reopening_resumes_the_resolution_with_the_resolved_gap_as_a_pause() -> None:
    story = Story(RESOLVE).tell(0, "opened").move(50, "resolved").move(500, "open")
    clock = story.clock("resolution")
    assert (clock.state, clock.met_at, minute(clock.due_at)) == ("running", None, 570)
    assert [(s.kind, minute(s.start), minute(s.end)) for s in clock.segments] == [
        ("running", 0, 50), ("paused", 50, 500), ("running", 500, None),
    ]  # fmt: skip
    assert clock.segments[1].cause.id == 2


def test_reopening_opens_a_new_cycle_where_the_policy_says_so() -> None:
    story = Story(RESOLVE, on_reopen="new_cycle").tell(0, "opened").move(50, "resolved").move(500, "open")
    assert story.clock("resolution", 1).state == "met"
    assert minute(story.clock("resolution", 2).due_at) == 620


def test_the_first_response_never_starts_again() -> None:
    story = Story(RESPOND, RESOLVE).tell(0, "opened").move(10, "closed", "timed_out").move(20, "open")
    assert story.clock("first_response").state == "cancelled"
    story.tell(30, "customer_wrote")
    assert not story.has("first_response", 2)


def test_a_merged_tickets_clocks_are_cancelled_neither_met_nor_breached() -> None:
    story = Story(RESPOND, RESOLVE).tell(0, "opened").tell(40, "agent_replied").tell(50, "merged")
    for clock in story.rows:
        assert (clock.state, clock.met_at, clock.breached_at, clock.next_at) == ("cancelled", None, None, None)


def test_resolution_is_met_on_closing_as_solved_and_cancelled_by_the_other_reasons() -> None:
    for reason, state in (
        ("solved", "met"), ("confirmed", "met"), ("timed_out", "cancelled"), ("not_needed", "cancelled"),
        ("duplicate", "cancelled"),
    ):  # fmt: skip
        story = Story(RESOLVE).tell(0, "opened").move(10, "closed", reason)
        assert story.clock("resolution").state == state, reason


def test_a_resolution_met_before_stays_met_whatever_the_reason_of_closing() -> None:
    story = Story(RESOLVE).tell(0, "opened").move(10, "resolved").move(100, "closed", "timed_out")
    assert (story.clock("resolution").state, minute(story.clock("resolution").met_at)) == ("met", 10)


def test_closing_cancels_the_other_clocks_and_breaches_stay() -> None:
    story = Story(RESPOND, RESOLVE).tell(0, "opened").move(40, "closed", "solved")
    clock = story.clock("first_response")
    assert (clock.state, minute(clock.breached_at)) == ("cancelled", 30)


def test_a_ticket_opened_by_an_agent_owes_its_first_response_to_the_next_customer_message() -> None:
    story = Story(RESPOND).tell(0, "opened_by_agent").tell(5, "agent_replied")
    assert story.clock("first_response").state == "not_started"
    assert minute(story.tell(60, "customer_wrote").clock("first_response").due_at) == 90


def test_the_next_response_counts_from_the_earliest_unanswered_message() -> None:
    story = Story(RESPOND, minutes("next_response", 20)).tell(0, "opened").tell(5, "customer_wrote")
    assert not story.has("next_response")
    story.tell(10, "agent_replied").tell(40, "customer_wrote").tell(50, "customer_wrote")
    assert minute(story.clock("next_response").due_at) == 60
    story.tell(55, "agent_replied").tell(70, "customer_wrote")
    assert story.clock("next_response").state == "met"
    assert minute(story.clock("next_response", 2).due_at) == 90


def test_the_update_clock_runs_from_reply_to_reply_and_rests_when_resolved() -> None:
    story = Story(RESPOND, minutes("update", 1440)).tell(0, "opened").tell(10, "agent_replied")
    assert minute(story.clock("update").due_at) == 1450
    story.tell(1000, "agent_replied")
    assert (story.clock("update").state, minute(story.clock("update", 2).due_at)) == ("met", 2440)
    assert story.move(1100, "resolved").clock("update", 2).state == "paused"


def test_each_assignment_is_accepted_anew() -> None:
    story = Story(RESPOND, minutes("accept", 30)).tell(0, "opened").tell(5, "assigned")
    story.tell(10, "assigned").tell(20, "accepted")
    assert story.clock("accept").state == "cancelled"
    assert (story.clock("accept", 2).state, minute(story.clock("accept", 2).started_at)) == ("met", 10)


def test_a_stage_clock_runs_while_the_ticket_stands_in_its_status_or_team() -> None:
    story = Story(minutes("stage", 15, team="tech"), minutes("stage", 60, status="review"))
    story.tell(0, "opened").tell(10, "team_set", team="tech").move(20, "review").tell(30, "team_set", team="desk")
    team, status = story.clock("stage", 1), story.clock("stage", 2)
    assert (team.subject, team.state, minute(team.breached_at)) == ("team:tech", "met", 25)
    assert (status.subject, status.state, minute(status.due_at)) == ("status:review", "running", 80)


def test_a_clock_without_a_goal_keeps_the_time_for_the_policy_that_comes() -> None:
    story = Story(minutes("resolution", 60, priorities=("P0",))).tell(0, "opened")
    assert story.clock("resolution").due_at is None
    story.tell(20, goals=Story.promises(minutes("resolution", 60, priorities=("P0",)), priority="P0"))
    assert minute(story.clock("resolution").due_at) == 60


def test_three_working_days_pause_and_go_on_to_the_second() -> None:
    target = Target(metric="resolution", amount=3, unit="working_days", calendar="office")
    story = Story(target).tell(7 * 60, "opened")
    assert story.clock("resolution").due_at == at("2026-11-25 17:00")
    story.move(7 * 60 + 30, "waiting_customer")
    (aim,) = story.goals.aims.values()
    assert elapsed(story.clock("resolution"), aim, at("2026-11-24 10:00")) == Fraction(1, 18)
    story.tell((at("2026-11-23 09:30") - START) / MIN, "moved", status="open", phase="open")
    assert story.clock("resolution").due_at == at("2026-11-25 18:00")


def test_solved_the_same_day_is_due_at_closing_time() -> None:
    target = Target(metric="resolution", amount=0, unit="end_of_working_day", calendar="office")
    assert Story(target).tell(0, "opened").clock("resolution").due_at == at("2026-11-20 18:00")
    assert Story(target).tell(8 * 60, "opened").clock("resolution").due_at == at("2026-11-23 18:00")
    midnight = Target(metric="resolution", amount=1, unit="end_of_day", calendar="office")
    assert Story(midnight).tell(0, "opened").clock("resolution").due_at == at("2026-11-22 00:00")


def risk(story: Story, metric: str) -> float | None:
    return minute(story.clock(metric).risk_at)


def test_a_promise_is_at_risk_from_its_last_warning_point_on_while_it_runs_and_is_unmet() -> None:
    story = Story(RESPOND, RESOLVE).tell(0, "opened")
    assert (risk(story, "first_response"), risk(story, "resolution")) == (24, 96)
    story.move(10, "waiting_customer")
    assert (risk(story, "first_response"), risk(story, "resolution")) == (None, None)
    story.move(40, "open").tell(45, "agent_replied")
    assert (risk(story, "first_response"), risk(story, "resolution")) == (None, 126)


def test_what_is_broken_stays_at_risk_while_it_stands_still_and_until_it_is_met() -> None:
    story = Story(RESPOND, RESOLVE).tell(0, "opened").move(40, "waiting_customer")
    assert risk(story, "first_response") == 30
    assert risk(story.move(50, "open"), "first_response") == 24
    assert risk(story.tell(60, "agent_replied"), "first_response") is None


def test_without_warning_points_a_promise_is_at_risk_once_it_is_broken() -> None:
    assert risk(Story(minutes("resolution", 120)).tell(0, "opened"), "resolution") == 120


def test_a_point_of_the_ladder_is_no_warning_of_the_target() -> None:
    levels = (Level(key="L", name={}, on=OnClock(metric="resolution", percent=90), to=("lead",), colour="red"),)
    release = compiled(minutes("resolution", 100, warn_at=(50,)), ladders=(Ladder(key="up", name={}, levels=levels),))
    story = Story(RESOLVE).tell(0, "opened", goals=release.goals("standard", "P2", "up"))
    assert (risk(story, "resolution"), story.clock("resolution").goal.points) == (50, (50, 90))
