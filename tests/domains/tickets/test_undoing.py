"""Taking a command back, decided without a database (spec 11.4, undo)."""

import json
from datetime import timedelta
from functools import reduce
from typing import Any

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gongdan.domains.policy.presets import standard
from gongdan.domains.sla.subjects import Escalate
from gongdan.domains.tickets import errors
from gongdan.domains.tickets import intents as i
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.engine.subject import Restores
from gongdan.domains.tickets.engine.undoing import HISTORY, TicketUndone, undone_ids
from gongdan.kernel.errors import Forbidden, Refusal
from gongdan.wiring import SUBJECTS
from tests.domains.tickets.life import (
    AGENT,
    ASSIGNEE,
    CUSTOMER,
    LEAD,
    OTHER,
    REQUESTER,
    SYSTEM,
    TEAM_LEAD,
    Life,
    compiled,
)

RESTORED = (
    "title", "type", "category", "priority", "status", "phase", "workflow", "requester_id", "team", "assignee_id",
    "tags", "fields", "participants", "escalation", "close_reason", "closed_at",
)  # fmt: skip
"""What is identical after do and undo; times since when something stands and how often it happened are not."""


def undo(life: Life, command_id: int | None = None, *, by: int | None = AGENT, who: Any = ASSIGNEE) -> list[str]:
    life.case = life.case.having(HISTORY, tuple(life.log))
    last = life.log[-1].command_id if command_id is None else command_id
    return life.do(i.Undo(command_id=last, asked_at=life.now), by=by, who=who)


def image(ticket: Ticket) -> dict[str, Any]:
    return {name: getattr(ticket, name) for name in RESTORED}


def at_work() -> Life:
    life = Life()
    life.assign()
    life.accept()
    return life


def test_undoing_a_resolve_puts_it_back_to_work_and_tells_nobody() -> None:
    life = at_work()
    before = image(life.ticket)
    life.resolve()
    assert undo(life) == ["ticket.undone"]
    assert image(life.ticket) == before
    assert life.ticket.resolved_at is None


def test_what_followed_from_a_deed_is_undone_with_it_last_first() -> None:
    life = Life()
    before = image(life.ticket)
    life.assign()
    assert life.ticket.status == "assigned"
    undo(life, by=LEAD, who=TEAM_LEAD)
    assert image(life.ticket) == before
    assert life.ticket.routing_since == life.now


def test_what_somebody_changed_since_stays_and_is_listed() -> None:
    life = at_work()
    life.do(i.Change(values={"priority": "P1", "title": "别的"}))
    deed = life.log[-1].command_id
    life.do(i.Change(values={"priority": "P3"}), by=OTHER)
    undo(life, deed)
    assert (life.ticket.priority, life.ticket.title) == ("P3", "无法登录")
    (undone,) = [one.event for one in life.log if isinstance(one.event, TicketUndone)]
    assert undone.skipped == ("priority",)


def test_a_value_that_came_back_by_somebody_else_is_theirs() -> None:
    life = at_work()
    life.do(i.Change(values={"priority": "P1"}))
    deed = life.log[-1].command_id
    life.do(i.Change(values={"priority": "P3"}), by=OTHER)
    life.do(i.Change(values={"priority": "P1"}), by=OTHER)
    with pytest.raises(errors.UndoOvertaken) as refused:
        undo(life, deed)
    assert refused.value.members["fields"] == ["priority"]


def test_of_tags_only_the_own_ones_come_and_go() -> None:
    life = at_work()
    life.do(i.Tag(add=("a", "b")))
    deed = life.log[-1].command_id
    life.do(i.Tag(add=("c.d",), remove=("b",)), by=OTHER)
    undo(life, deed)
    assert life.ticket.tags == ("c.d",)


def test_words_stay_when_the_rest_is_undone() -> None:
    life = at_work()
    life.do(life._message("agent", AGENT), i.MoveTo(status="resolved"))
    undo(life)
    assert life.ticket.phase != "resolved"
    assert life.ticket.first_response_at is not None


def two_workflows() -> Life:
    """Some tickets run on a workflow of their own, in which work in progress is called otherwise."""
    bundle = standard([2026])
    flow = bundle.workflows[0]
    renamed = json.loads(msgspec.json.encode(flow).replace(b'"in_progress"', b'"at_it"'))
    other = msgspec.convert(renamed | {"key": "other"}, type(flow))
    types = tuple(
        msgspec.structs.replace(kind, workflow="other") if kind.key == "account" else kind for kind in bundle.types
    )
    return Life(compiled(msgspec.structs.replace(bundle, types=types, workflows=(*bundle.workflows, other))))


def test_a_type_comes_back_with_its_workflow() -> None:
    life = two_workflows()
    life.assign()
    life.accept()
    before = image(life.ticket)
    assert before["status"] == "in_progress"
    life.do(i.Change(values={"type": "account"}))
    assert life.ticket.status == "assigned"
    undo(life)
    assert image(life.ticket) == before


def test_a_type_does_not_come_back_once_the_ticket_moved_on_in_its_workflow() -> None:
    life = two_workflows()
    life.assign()
    life.accept()
    life.do(i.Change(values={"type": "account"}))
    deed = life.log[-1].command_id
    life.do(i.MoveTo(status="at_it"))
    with pytest.raises(errors.UndoOvertaken):
        undo(life, deed)
    assert life.ticket.type == "account"


def test_everybody_takes_back_their_own_for_ten_minutes_and_leads_anything_for_thirty_days() -> None:
    life = at_work()
    life.do(i.Change(values={"priority": "P1"}))
    deed = life.log[-1].command_id
    with pytest.raises(Forbidden):
        undo(life, deed, by=OTHER)
    life.later(minutes=11)
    with pytest.raises(errors.UndoOver):
        undo(life, deed)
    life.later(days=31)
    with pytest.raises(errors.UndoOver):
        undo(life, deed, by=LEAD, who=TEAM_LEAD)
    life.now -= timedelta(days=2)
    undo(life, deed, by=LEAD, who=TEAM_LEAD)
    assert life.ticket.priority == "P2"


def test_a_deed_is_undone_once_and_the_undoing_can_be_undone() -> None:
    life = at_work()
    life.do(i.Change(values={"priority": "P1"}))
    deed = life.log[-1].command_id
    undo(life)
    with pytest.raises(errors.NothingToUndo):
        undo(life, deed)
    undo(life)
    assert life.ticket.priority == "P1"
    assert deed not in undone_ids(life.log)
    undo(life, deed)
    assert life.ticket.priority == "P2"


def test_a_deed_that_came_back_and_was_undone_again_counts_as_undone() -> None:
    life = at_work()
    life.do(i.Change(values={"priority": "P1"}))
    deed = life.log[-1].command_id
    for priority in ("P2", "P1", "P2", "P1", "P2"):
        undo(life)
        assert life.ticket.priority == priority
        assert (deed_id(life, deed) in undone_ids(life.log)) == (priority == "P2")
    with pytest.raises(errors.NothingToUndo):
        undo(life, deed)


def deed_id(life: Life, command_id: int) -> int:
    return next(one.id for one in life.log if one.command_id == command_id)


def test_an_opening_is_not_taken_back_and_neither_is_what_it_decided() -> None:
    life = Life()
    opening = life.log[0].command_id
    with pytest.raises(errors.NothingToUndo):
        undo(life, opening, by=LEAD, who=TEAM_LEAD)


def test_words_alone_cannot_be_undone() -> None:
    life = at_work()
    life.agent_replies()
    with pytest.raises(errors.NothingToUndo):
        undo(life)


def test_a_closed_ticket_takes_the_undoing_of_its_close() -> None:
    life = at_work()
    life.do(i.MoveTo(status="closed", reason="not_needed"), by=LEAD, who=TEAM_LEAD)
    assert life.ticket.phase == "closed"
    undo(life, by=LEAD, who=TEAM_LEAD)
    assert (life.ticket.phase, life.ticket.closed_at, life.ticket.close_reason) == ("open", None, None)


def test_the_resolution_clock_runs_on_when_a_resolve_is_undone() -> None:
    life = at_work()
    life.resolve()
    assert life.clock("resolution").state == "met"
    undo(life.later(minutes=3))
    assert life.clock("resolution").state == "running"


def test_columns_that_come_back_are_columns_of_a_ticket() -> None:
    assert SUBJECTS.restored <= set(Ticket.__struct_fields__)


def test_every_kind_of_event_says_what_undoing_it_does() -> None:
    kinds = {key for key, kind in SUBJECTS.events.items() if isinstance(kind.reverse, Restores)}
    assert kinds == {
        "ticket.accepted", "ticket.assigned", "ticket.changed", "ticket.checked", "ticket.children_ruled", "ticket.escalated", "ticket.follow_up_done",
        "ticket.held", "ticket.merged", "ticket.migrated", "ticket.moved", "ticket.participants_changed", "ticket.put_away", "ticket.snoozed", "ticket.tagged",
        "ticket.taken_out", "ticket.team_set", "ticket.time_recorded", "ticket.time_removed", "ticket.undone", "ticket.woken",
    }  # fmt: skip


KINDS: dict[str, i.Intent] = {
    "priority": i.Change(values={"priority": "P1"}),
    "lower": i.Change(values={"priority": "P4"}),
    "title": i.Change(values={"title": "另一个标题"}),
    "tag": i.Tag(add=("vip", "a.b")),
    "untag": i.Tag(remove=("vip",)),
    "watch": i.Participate(add=((OTHER, "watcher"), (LEAD, "mentioned"))),
    "unwatch": i.Participate(remove=((OTHER, "watcher"),)),
    "team": i.SetTeam(team="service"),
    "other team": i.SetTeam(team="technical"),
    "give": i.Assign(to=OTHER, way="hand"),
    "take": i.Assign(to=AGENT, way="claim"),
    "drop": i.Assign(to=None, way="hand"),
    "accept": i.Accept(by=AGENT),
    "wait": i.MoveTo(status="waiting"),
    "work": i.MoveTo(status="in_progress"),
    "resolve": i.MoveTo(status="resolved"),
    "close": i.MoveTo(status="closed", reason="duplicate"),
    "reopen": i.Reopen(),
    "escalate": Escalate(level="L1", ladder="standard"),
    "hold": i.Hold(limit="assigned.accept"),
    "done": i.FinishFollowUp(outcome="called_back"),
}


def tried(life: Life, name: str) -> int | None:
    """Do it as a lead; the command, or None when it was refused or changed nothing."""
    known = len(life.log)
    try:
        intent = KINDS[name]
        if isinstance(intent, Escalate):
            ladder = life.rules.bundle.ladders[-1]
            intent = msgspec.structs.replace(intent, ladder=ladder.key, level=ladder.levels[0].key)
        if name == "accept":
            intent = i.Accept(by=life.ticket.assignee_id or 0)
        life.do(intent, by=LEAD, who=TEAM_LEAD | {"administrator", "assignee"})
    except Refusal:
        return None
    return life.log[-1].command_id if len(life.log) > known else None


@settings(max_examples=300)
@given(st.lists(st.sampled_from(sorted(KINDS)), max_size=6), st.sampled_from(sorted(KINDS)), st.integers(0, 5))
def test_do_and_undo_leave_the_ticket_as_it_was(history: list[str], deed: str, minutes: int) -> None:
    life = Life()
    life.assign()
    for name in history:
        tried(life.later(minutes=1), name)
    before = image(life.ticket)
    command = tried(life.later(minutes=1), deed)
    if command is None:
        return
    life.later(minutes=minutes)
    try:
        undo(life, command, by=LEAD, who=TEAM_LEAD)
    except errors.NothingToUndo:
        assert image(life.ticket) == before, "what changes nothing has nothing to undo"
        return
    assert image(life.ticket) == before
    assert reduce(SUBJECTS.fold, life.log, None) == life.ticket


@settings(max_examples=150)
@example(["give", "hold", "accept"])
@given(st.lists(st.sampled_from(sorted(KINDS)), min_size=1, max_size=7))
def test_whole_histories_are_undone_backwards(history: list[str]) -> None:
    life = Life()
    before = image(life.ticket)
    commands = [done for name in history if (done := tried(life.later(minutes=1), name)) is not None]
    for command in reversed(commands):
        try:
            undo(life, command, by=LEAD, who=TEAM_LEAD)
        except errors.NothingToUndo:
            continue
    assert image(life.ticket) == before


def test_a_customers_deed_is_not_the_agents_own() -> None:
    life = at_work()
    life.resolve()
    life.do(i.Happen(occasion="confirmed", reason="confirmed"), by=CUSTOMER, who=REQUESTER)
    with pytest.raises(Forbidden):
        undo(life)
    undo(life, by=None, who=SYSTEM)
    assert life.ticket.phase == "resolved"
