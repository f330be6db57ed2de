"""The life of a ticket under 标准客服 (spec 02, presets), decided without a database."""

from datetime import timedelta
from functools import reduce

import pytest

from gongdan.domains.sla.events import TicketEscalated
from gongdan.domains.sla.subjects import Escalate
from gongdan.domains.tickets import errors
from gongdan.domains.tickets import events as e
from gongdan.domains.tickets import intents as i
from gongdan.domains.tickets.deciders.reactions import limit_answers
from gongdan.domains.tickets.desk.writes import SetColumns
from gongdan.domains.workflow.errors import TransitionRefused
from gongdan.infra.timers.effects import CancelTimer, SetTimer
from gongdan.wiring import SUBJECTS
from tests.domains.tickets.life import AGENT, ASSIGNEE, CUSTOMER, OTHER, REQUESTER, SYSTEM, TEAM_LEAD, Life


def at_work() -> Life:
    life = Life()
    life.assign()
    life.accept()
    return life


def fire(life: Life, key: str) -> list[str]:
    """What the worker does when the status limit ``key`` is due."""
    return life.do(*limit_answers(life.rules, life.case, key, life.now), by=None, who=SYSTEM)


def test_an_assignment_takes_a_new_ticket_to_assigned_and_acceptance_to_in_progress() -> None:
    life = Life()
    assert life.ticket.status == "new"
    life.assign()
    assert (life.ticket.status, life.ticket.assignee_id) == ("assigned", AGENT)
    life.accept()
    assert life.ticket.status == "in_progress"


def test_only_the_assignee_accepts() -> None:
    life = Life()
    life.assign()
    with pytest.raises(errors.NotAssignee):
        life.do(i.Accept(by=OTHER), by=OTHER)


def test_resolving_tells_the_customer_at_once() -> None:
    life = at_work()
    assert "ticket.customer_told" in life.resolve()
    assert life.ticket.phase == "resolved"


def test_the_customers_confirmation_closes_as_confirmed() -> None:
    life = at_work()
    life.resolve()
    life.do(i.Happen(occasion="confirmed", reason="confirmed"), by=CUSTOMER, who=REQUESTER)
    assert (life.ticket.phase, life.ticket.close_reason) == ("closed", "confirmed")


def test_confirming_what_was_not_resolved_is_refused() -> None:
    with pytest.raises(errors.NotResolved):
        Life().do(i.Happen(occasion="confirmed"), by=CUSTOMER, who=REQUESTER)


def test_a_resolved_ticket_asks_again_after_24_hours_and_closes_after_48() -> None:
    life = at_work()
    life.resolve()
    assert "ticket.customer_told" in fire(life.later(hours=24), "resolved.confirm_again")
    assert "ticket.moved" in fire(life.later(hours=24), "resolved.close")
    assert (life.ticket.phase, life.ticket.close_reason) == ("closed", "timed_out")


def test_a_close_that_solves_nothing_resolves_nothing() -> None:
    closing = {"duplicate": False, "not_needed": False, "timed_out": False, "solved": True, "confirmed": True}
    for reason, resolves in closing.items():
        life = Life()
        life.do(i.MoveTo(status="closed", reason=reason), by=None, who=SYSTEM)
        assert (life.ticket.resolved_at is not None) == resolves, reason
    life = at_work()
    life.resolve()
    solved_at = life.ticket.resolved_at
    fire(life.later(hours=48), "resolved.close")
    assert life.ticket.resolved_at == solved_at is not None


def test_a_broken_promise_stays_broken_when_its_clock_is_cancelled() -> None:
    life = Life().later(days=30)
    life.tick()
    life.do(i.MoveTo(status="closed", reason="duplicate"), by=None, who=SYSTEM)
    assert {life.clock(metric).state for metric in ("first_response", "resolution")} == {"cancelled"}
    (due,) = (effect for effect in life.effects if isinstance(effect, SetColumns))
    assert due.columns["breached"]


def test_who_hands_a_ticket_back_does_not_get_it_right_back() -> None:
    life = at_work()
    life.do(i.Assign(to=None, way="hand"), who=TEAM_LEAD)
    assert life.ticket.not_to == (AGENT,)
    life.assign(OTHER)
    life.do(i.Assign(to=None, way="hand"), who=TEAM_LEAD)
    assert life.ticket.not_to == (AGENT, OTHER)
    life.do(i.Assign(to=AGENT, way="hand"), who=TEAM_LEAD)
    assert life.ticket.not_to == ()


def test_a_customers_message_reopens_a_resolved_ticket() -> None:
    life = at_work()
    life.resolve()
    life.customer_writes()
    assert (life.ticket.status, life.ticket.reopened) == ("in_progress", 1)


def test_a_machines_message_neither_reopens_nor_resumes() -> None:
    life = at_work()
    life.resolve()
    assert life.customer_writes(machine=True) == ["ticket.message_added"]
    assert life.ticket.phase == "resolved"


def test_silence_closes_a_waiting_ticket_after_a_reminder_at_12_hours() -> None:
    life = at_work()
    life.do(i.MoveTo(status="waiting"))
    assert "ticket.customer_told" in fire(life.later(hours=12), "waiting.remind")
    fire(life.later(hours=12), "waiting.close")
    assert life.ticket.close_reason == "timed_out"


def test_any_customer_message_takes_a_waiting_ticket_back_to_work() -> None:
    life = at_work()
    life.do(i.MoveTo(status="waiting"))
    life.customer_writes()
    assert life.ticket.status == "in_progress"


def test_a_ticket_not_accepted_in_30_minutes_goes_to_somebody_else() -> None:
    life = Life()
    life.assign()
    found = fire(life.later(minutes=30), "assigned.accept")
    assert {"ticket.staff_reminded", "ticket.assigned", "ticket.routing_asked"} <= set(found)
    assert (life.ticket.assignee_id, life.ticket.not_to) == (None, (AGENT,))


def test_who_is_told_is_whoever_was_responsible_at_that_moment() -> None:
    life = Life()
    life.assign()
    fire(life.later(minutes=30), "assigned.accept")
    life.assign(OTHER)
    (reminded,) = (one.event for one in life.log if isinstance(one.event, e.StaffReminded))
    assert reminded.to == (f"person:{AGENT}", "lead")


def test_an_escalation_names_the_assignee_and_the_creator_of_its_moment() -> None:
    life = Life(creator_id=OTHER)
    life.do(Escalate(level="L1", ladder="standard"), Escalate(level="L3", ladder="standard"))
    life.assign()
    life.do(Escalate(level="L3", ladder="standard"))
    told = [one.event.to for one in life.log if isinstance(one.event, TicketEscalated)]
    assert told == [
        ("dispatcher", f"person:{OTHER}", "lead"),
        ("lead", "director"),
        (f"person:{AGENT}", "lead", "director"),
    ]


def test_a_limit_of_a_status_that_was_left_means_nothing() -> None:
    life = at_work()
    assert limit_answers(life.rules, life.case, "assigned.accept", life.now) == []


def test_entering_a_status_sets_its_limits_and_leaving_it_cancels_them() -> None:
    life = Life()
    timers = [e for e in life.effects if isinstance(e, SetTimer) and e.owner == "status"]
    assert [(t.key, t.fire_at - life.now) for t in timers] == [("new.assign", timedelta(minutes=15))]
    life.assign()
    assert CancelTimer(owner="status", subject=7, key="new.assign") in life.effects


def test_a_closed_ticket_is_read_only() -> None:
    life = at_work()
    life.resolve()
    life.do(i.Happen(occasion="confirmed", reason="confirmed"), by=CUSTOMER, who=REQUESTER)
    with pytest.raises(errors.TicketClosed):
        life.do(i.Change(values={"title": "x"}))
    with pytest.raises(errors.TicketClosed):
        life.agent_replies()


def test_the_requester_reopens_a_closed_ticket_within_seven_days_and_not_after() -> None:
    life = at_work()
    life.resolve()
    life.do(i.Happen(occasion="confirmed", reason="confirmed"), by=CUSTOMER, who=REQUESTER)
    late = life.later(days=7, seconds=1)
    with pytest.raises(errors.TicketClosed):
        late.do(i.Reopen(), by=CUSTOMER, who=REQUESTER)
    late.now -= timedelta(seconds=1)
    late.do(i.Reopen(), by=CUSTOMER, who=REQUESTER)
    assert (life.ticket.status, life.ticket.close_reason) == ("in_progress", None)


def test_an_agent_does_not_reopen_a_closed_ticket_but_a_lead_does() -> None:
    life = at_work()
    life.resolve()
    life.do(i.Happen(occasion="confirmed", reason="confirmed"), by=CUSTOMER, who=REQUESTER)
    with pytest.raises(errors.TicketClosed):
        life.do(i.Reopen())
    life.do(i.Reopen(), who=TEAM_LEAD)
    assert life.ticket.phase == "open"


def test_a_move_that_the_workflow_does_not_draw_is_refused_and_names_those_it_does() -> None:
    life = Life()
    with pytest.raises(TransitionRefused) as refused:
        life.do(i.MoveTo(status="resolved"))
    assert refused.value.members["current"] == "new"


def test_rating_needs_a_resolved_ticket_and_a_later_rating_replaces_the_earlier() -> None:
    life = at_work()
    with pytest.raises(errors.NotResolved):
        life.do(i.Rate(score=5), by=CUSTOMER, who=REQUESTER)
    life.resolve()
    life.do(i.Rate(score=2), by=CUSTOMER, who=REQUESTER)
    life.do(i.Rate(score=5), by=CUSTOMER, who=REQUESTER)
    assert life.ticket.rating == 5


def test_the_description_is_no_answer_and_the_first_reply_is() -> None:
    life = at_work()
    assert life.ticket.first_response_at is None
    assert life.clock("first_response").state == "running"
    life.later(minutes=5).agent_replies()
    assert life.ticket.first_response_at == life.now
    assert life.clock("first_response").state == "met"


def test_a_breach_is_recorded_by_whoever_touches_the_ticket_first_and_bears_the_due_instant() -> None:
    life = at_work()
    due = life.clock("first_response").due_at
    life.later(hours=3).agent_replies()
    breach = next(one for one in life.log if one.event.kind == "ticket.clock_breached")
    reply = next(one for one in life.log if one.event.kind == "ticket.message_added" and one.at == life.now)
    assert breach.event.due_at == due
    assert breach.seq < reply.seq


def test_a_breach_of_resolution_escalates_once() -> None:
    life = at_work()
    life.later(hours=30).tick()
    life.later(minutes=1).tick()
    levels = [one.event.level for one in life.log if one.event.kind == "ticket.escalated"]
    assert levels.count("L3") == 1
    assert life.ticket.escalation == "red"


def test_a_rules_refused_wish_is_recorded_and_hinders_nothing() -> None:
    life = Life()
    fire(life.later(minutes=15), "new.assign")
    assert life.ticket.status == "new"


def test_folding_the_log_gives_the_ticket() -> None:
    life = at_work()
    life.later(minutes=3).agent_replies()
    life.do(i.Tag(add=("b", "a")), i.Change(values={"title": "新标题", "priority": "P1"}))
    life.do(i.Participate(add=((OTHER, "watcher"),)))
    life.resolve()
    life.customer_writes()
    assert reduce(SUBJECTS.fold, life.log, None) == life.ticket
    assert [one.seq for one in life.log] == list(range(1, len(life.log) + 1))


def test_every_automatic_event_names_its_rule_and_its_cause() -> None:
    life = at_work()
    life.resolve()
    ids = {one.id for one in life.log}
    automatic = [one for one in life.log if one.depth > 0]
    assert automatic
    assert all(one.actor.kind == "system" and one.actor.rule for one in automatic)
    assert all(one.cause in ids for one in automatic if one.cause is not None)


@pytest.mark.parametrize("who", [ASSIGNEE, REQUESTER])
def test_equal_values_are_no_change(who: frozenset[str]) -> None:
    life = at_work()
    assert life.do(i.Change(values={"title": life.ticket.title}), who=who) == []
