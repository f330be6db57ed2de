"""How one decision settles (spec 01, write path 3): chains of rules, their limits, and what is recorded of them."""

from collections.abc import Sequence
from datetime import timedelta
from functools import reduce
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan import wiring
from gongdan.conditions.grammar import Condition
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle import actions as a
from gongdan.domains.bundle.actions import Automation
from gongdan.domains.bundle.fields import CustomField
from gongdan.domains.bundle.times.ladders import AfterLevel
from gongdan.domains.bundle.workflows import StatusLimit
from gongdan.domains.policy.presets import standard
from gongdan.domains.sla.subjects import Escalate
from gongdan.domains.tickets import intents as i
from gongdan.domains.tickets.deciders.reactions import limit_answers
from gongdan.domains.tickets.engine.rules import Rules, WorkspaceFacts
from gongdan.domains.workflow.errors import FieldsMissing
from gongdan.infra.timers.effects import SetTimer
from gongdan.kernel.errors import Refusal
from gongdan.wiring import SUBJECTS
from tests.domains.tickets.life import (
    AGENT,
    ASSIGNEE,
    CUSTOMER,
    OTHER,
    REQUESTER,
    SYSTEM,
    TEAM_LEAD,
    Life,
    kinds,
)  # fmt: skip

NAME = {"zh-CN": "规则", "en": "rule"}
FACTS = WorkspaceFacts(id=1, number_prefix="GD", zone="Asia/Shanghai", locale="zh-CN")


def compiled(bundle: PolicyBundle) -> Rules:
    return wiring.compile_rules(FACTS, 1, bundle)


def automated(*automations: Automation) -> Rules:
    """The shipped policy with these automations instead of its own."""
    level = CustomField(key="level", name=NAME, kind="number")
    return compiled(msgspec.structs.replace(standard([2026]), automations=automations, fields=(level,)))


def automation(key: str, on: str, *actions: a.Action, when: Condition | None = None) -> Automation:
    return Automation(key=key, name=NAME, on=(on,), actions=actions, when=when)


def limited(status: str, *limits: StatusLimit) -> Rules:
    """The shipped policy with these limits on a status."""
    shipped = standard([2026])
    flow = shipped.workflows[0]
    statuses = tuple(msgspec.structs.replace(one, limits=limits) if one.key == status else one for one in flow.statuses)
    return compiled(
        msgspec.structs.replace(
            shipped, workflows=(msgspec.structs.replace(flow, statuses=statuses), *shipped.workflows[1:])
        )
    )


def requiring(*transitions: str) -> Rules:
    """The shipped policy where these transitions require a field."""
    shipped = standard([2026])
    flow = shipped.workflows[0]
    drawn = tuple(
        msgspec.structs.replace(one, requires=("fields.cause",) if one.key in transitions else ())
        for one in flow.transitions
    )
    fields = (CustomField(key="cause", name=NAME, kind="text"),)
    return compiled(
        msgspec.structs.replace(
            shipped, workflows=(msgspec.structs.replace(flow, transitions=drawn), *shipped.workflows[1:]), fields=fields
        )
    )


def fire(life: Life, key: str) -> list[str]:
    return life.do(*limit_answers(life.rules, life.case, key, life.now), by=None, who=SYSTEM)


def refused(life: Life) -> list[tuple[str, str]]:
    return [(one.event.rule, one.event.code) for one in life.log if one.event.kind == "automation.refused"]


def test_an_automation_asks_what_the_event_changed_and_who_did_it() -> None:
    def asked(key: str, on: str, *leaves: Condition) -> Automation:
        return automation(key, on, a.AddTagsAction(tags=(key,)), when=Condition(all=leaves))

    life = Life(
        automated(
            asked("reopened", "ticket.moved", Condition(field="event.from.phase", op="is", value="resolved")),
            asked("raised", "ticket.changed", Condition(field="event.to.priority", op="is", value="P0")),
            asked("levelled", "ticket.changed", Condition(field="event.from.fields.level", op="is", value=1)),
            asked("kept", "ticket.changed", Condition(field="event.changed.priority", op="is", value=False)),
            asked("by", "ticket.assigned", Condition(field="event.by", op="is", value=AGENT)),
        )
    )
    life.do(i.Change(values={"fields.level": 1}))
    assert life.ticket.tags == ("kept",)
    life.do(i.Change(values={"fields.level": 2, "priority": "P0"}))
    assert life.ticket.tags == ("kept", "levelled", "raised")
    life.do(i.Assign(to=AGENT, way="hand"))
    life.accept()
    life.resolve()
    assert "reopened" not in life.ticket.tags
    life.customer_writes()
    assert {"reopened", "by"} <= set(life.ticket.tags)


def test_two_rules_that_undo_each_other_end() -> None:
    up, down = a.SetFieldAction(field="priority", value="P0"), a.SetFieldAction(field="priority", value="P3")
    life = Life(automated(automation("up", "ticket.changed", up), automation("down", "ticket.changed", down)))
    changes = life.do(i.Change(values={"title": "新"}))
    assert changes.count("ticket.changed") == 3
    assert life.do(i.Change(values={"title": "更新"})).count("ticket.changed") == 3


def test_a_rule_may_want_several_things_at_once() -> None:
    life = Life(automated(automation("again", "ticket.tagged", a.ReassignAction())))
    life.assign()
    life.do(i.Tag(add=("难",)))
    assert "ticket.routing_asked" in kinds(life.log)
    assert (life.ticket.assignee_id, life.ticket.not_to) == (None, (AGENT,))


def test_a_rules_change_of_category_moves_the_team_too() -> None:
    when: Any = {"field": "title", "op": "contains", "value": "发票"}
    condition = msgspec.convert(when, Condition)
    billing = automation(
        "billing", "ticket.opened", a.SetFieldAction(field="category", value="billing"), when=condition
    )
    life = Life(automated(billing), type="inquiry", title="要开发票")
    assert (life.ticket.category, life.ticket.team) == ("billing", "finance")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("phase", "closed"),
        ("assignee_id", 5),
        ("nonsense", "x"),
        ("priority", "P9"),
        ("priority", None),
        ("fields.level", "high"),
        ("fields.nonsense", 1),
    ],
)
def test_a_rule_sets_nothing_that_a_person_could_not_set(field: str, value: Any) -> None:
    life = Life(automated(automation("odd", "ticket.tagged", a.SetFieldAction(field=field, value=value))))
    before = life.ticket
    life.do(i.Tag(add=("x",)))
    assert [rule for rule, _ in refused(life)] == ["automation.odd.0"]
    assert (life.ticket.phase, life.ticket.priority, life.ticket.fields) == (before.phase, before.priority, {})


def test_a_rule_that_fills_a_missing_field_completes_the_ticket() -> None:
    rules = automated(automation("fill", "ticket.tagged", a.SetFieldAction(field="fields.level", value=3)))
    life = Life(rules, incomplete=("level",))
    life.do(i.Tag(add=("x",)))
    assert (life.ticket.fields, life.ticket.incomplete) == ({"level": 3}, ())


def test_a_refused_action_of_a_limit_is_recorded_and_the_others_are_done() -> None:
    limit = StatusLimit(
        key="late", after_s=60, actions=(a.MoveAction(status="resolved"), a.AddTagsAction(tags=("晚",)))
    )
    life = Life(limited("new", limit)).later(minutes=1)
    fire(life, "new.late")
    assert refused(life) == [("limit.new.late", "workflow.transition_refused")]
    assert life.ticket.tags == ("晚",)


FILLED = i.Change(values={"fields.cause": "网络"})


def test_what_a_transition_requires_binds_what_happens_by_itself() -> None:
    """The causing command stands: nobody is refused for what a rule could not do."""
    life = Life(requiring("assign", "customer_replied"))
    assert "ticket.assigned" in life.assign()
    assert (life.ticket.status, refused(life)) == ("new", [("workflow.assigned", "workflow.fields_missing")])
    life = Life(requiring("customer_replied"))
    life.assign()
    life.accept()
    life.resolve()
    assert life.customer_writes() == ["ticket.message_added", "automation.refused"]
    assert life.ticket.phase == "resolved"
    life.do(FILLED)
    assert "ticket.moved" in life.customer_writes()


@pytest.mark.parametrize(
    ("transition", "wanted"), [("confirm", i.Happen(occasion="confirmed")), ("decline", i.Reopen())]
)
def test_what_a_transition_requires_binds_confirming_and_reopening(transition: str, wanted: i.Intent) -> None:
    life = Life(requiring(transition))
    life.assign()
    life.accept()
    life.resolve()
    with pytest.raises(FieldsMissing):
        life.do(wanted, by=CUSTOMER, who=REQUESTER)
    life.do(FILLED)
    assert "ticket.moved" in life.do(wanted, by=CUSTOMER, who=REQUESTER)


def test_what_a_limit_does_names_the_limit() -> None:
    limit = StatusLimit(key="late", after_s=60, actions=(a.AddTagsAction(tags=("晚",)),))
    life = Life(limited("new", limit)).later(minutes=1)
    fire(life, "new.late")
    last = life.log[-1]
    assert (last.actor.kind, last.actor.rule, last.depth) == ("system", "limit.new.late", 1)


def test_each_assignee_has_the_whole_time_to_accept() -> None:
    life = Life()
    life.assign()
    life.later(minutes=25).do(i.Assign(to=OTHER, way="hand"), who=TEAM_LEAD)
    timer = next(one for one in life.effects if isinstance(one, SetTimer) and one.key == "assigned.accept")
    assert timer.fire_at == life.now + timedelta(minutes=30)


def test_a_level_that_fires_does_what_it_says() -> None:
    shipped = standard([2026])
    (ladder,) = (one for one in shipped.ladders if one.key == "standard")
    levels = tuple(
        msgspec.structs.replace(one, actions=(a.SetFieldAction(field="priority", value="P0"),))
        if one.key == "L1"
        else one
        for one in ladder.levels
    )
    raised = msgspec.structs.replace(shipped, ladders=(msgspec.structs.replace(ladder, levels=levels),))
    life = Life(compiled(raised))
    life.later(minutes=30).tick()
    assert (life.ticket.escalation_level, life.ticket.priority) == ("L1", "P0")


def test_a_level_that_follows_at_once_fires_at_once() -> None:
    shipped = standard([2026])
    (ladder,) = (one for one in shipped.ladders if one.key == "standard")
    levels = tuple(
        msgspec.structs.replace(one, on=AfterLevel(level="L1", after_s=0)) if one.key == "L4" else one
        for one in ladder.levels
    )
    life = Life(compiled(msgspec.structs.replace(shipped, ladders=(msgspec.structs.replace(ladder, levels=levels),))))
    life.later(minutes=30).tick()
    assert [one.event.level for one in life.log if one.event.kind == "ticket.escalated"] == ["L1", "L4"]


def test_whom_the_router_tried_is_remembered_until_somebody_accepts() -> None:
    life = Life()
    for person in (AGENT, OTHER):
        life.assign(person)
        fire(life.later(minutes=30), "assigned.accept")
    assert life.ticket.not_to == (AGENT, OTHER)
    life.assign(AGENT)
    life.accept()
    assert not life.ticket.not_to


def test_a_hand_that_assigns_forgets_who_was_tried() -> None:
    life = Life()
    life.assign()
    fire(life.later(minutes=30), "assigned.accept")
    life.do(i.Assign(to=AGENT, way="hand"), who=TEAM_LEAD)
    assert life.ticket.not_to == ()


def test_an_ended_ticket_does_not_wait_for_the_router() -> None:
    life = Life()
    life.assign()
    life.accept()
    life.resolve()
    life.do(i.Assign(to=None, way="hand"), who=TEAM_LEAD)
    life.do(i.AskRouting(), by=None, who=SYSTEM)
    assert life.ticket.routing_since is None
    life.customer_writes()
    assert life.ticket.routing_since == life.now


# --- any life ------------------------------------------------------------------------------------------------------

ROLES = st.sampled_from([REQUESTER, ASSIGNEE, TEAM_LEAD, SYSTEM, frozenset({"staff"})])
STATUSES = ["new", "assigned", "in_progress", "waiting", "resolved", "closed", "nowhere"]
INTENTS = st.one_of(
    st.builds(
        i.Assign,
        to=st.sampled_from([None, AGENT, OTHER]),
        way=st.sampled_from(["hand", "claim", "router", "timer"]),
    ),
    st.builds(i.SetTeam, team=st.sampled_from([None, "tech", "service"])),
    st.builds(i.Accept, by=st.sampled_from([AGENT, OTHER])),
    st.builds(
        i.Change,
        values=st.dictionaries(
            st.sampled_from(["title", "type", "category", "priority", "fields.level", "phase"]),
            st.sampled_from(["technical", "billing", "P0", "P3", "", None, 3]),
            max_size=2,
        ),
    ),
    st.builds(i.Tag, add=st.just(("a",)), remove=st.sampled_from([(), ("a",)])),
    st.builds(i.Participate, add=st.just(((OTHER, "watcher"),))),
    st.builds(i.MoveTo, status=st.sampled_from(STATUSES)),
    st.builds(i.Happen, occasion=st.sampled_from(["confirmed", "declined", "customer_wrote", "accepted"])),
    st.builds(i.Reopen),
    st.builds(i.Rate, score=st.integers(1, 5)),
    st.builds(i.Remind, to=st.just(("lead",)), text=st.just(NAME)),
    st.builds(Escalate, level=st.just("L1"), ladder=st.just("standard")),
    st.builds(i.AskRouting, not_to=st.sampled_from([(), (AGENT,)])),
    st.builds(i.Tick),
)
STEPS = st.lists(
    st.tuples(st.lists(INTENTS, min_size=1, max_size=3), ROLES, st.integers(-60, 30 * 3600)), min_size=1, max_size=12
)
CLOSED_TAKES = {
    "ticket.moved",
    "ticket.rated",
    "ticket.follow_up_asked",
    "ticket.follow_up_done",
    "ticket.staff_reminded",
    "ticket.participants_changed",
    "ticket.customer_told",
}
RULED = automated(
    automation("up", "ticket.changed", a.SetFieldAction(field="priority", value="P0")),
    automation("back", "ticket.changed", a.SetFieldAction(field="priority", value="P3")),
    automation("again", "ticket.escalated", a.ReassignAction(), a.RouteAction()),
    automation("close", "ticket.tagged", a.MoveAction(status="closed", reason="duplicate")),
    automation(
        "late", "ticket.moved", a.AddTagsAction(tags=("moved",)), a.SetFieldAction(field="fields.level", value="high")
    ),
)


@given(STEPS)
def test_whatever_is_asked_is_decided_or_refused_and_the_log_makes_the_ticket(steps: Sequence[Any]) -> None:
    life = Life(RULED)
    for wanted, who, seconds in steps:
        life.now += timedelta(seconds=seconds)
        was_closed, known = life.ticket.phase == "closed", len(life.log)
        try:
            life.do(*wanted, by=CUSTOMER if who == REQUESTER else None if who == SYSTEM else AGENT, who=who)
        except Refusal:
            continue
        happened = kinds(life.log[known:])
        if was_closed and life.ticket.phase == "closed" and "ticket.moved" not in happened:
            assert set(happened) <= CLOSED_TAKES | {"automation.refused"}
    assert reduce(SUBJECTS.fold, life.log, None) == life.ticket
    assert [one.seq for one in life.log] == list(range(1, len(life.log) + 1))
    assert [one.at for one in life.log] == sorted(one.at for one in life.log)
    assert max(one.depth for one in life.log) <= 10
    if life.ticket.assignee_id is not None or life.ticket.phase in ("resolved", "closed"):
        assert life.ticket.routing_since is None
