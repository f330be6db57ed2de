"""A status' limits end: an action runs at most twice, then people decide (spec 02, limits end)."""

from datetime import datetime, timedelta
from functools import reduce

import msgspec
import pytest

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.actions import MoveAction
from gongdan.domains.bundle.workflows import StatusLimit
from gongdan.domains.policy.presets import standard
from gongdan.domains.tickets import intents as i
from gongdan.domains.tickets.deciders.reactions import LIMITS, limit_answers
from gongdan.infra.timers.effects import CancelTimer, SetTimer
from gongdan.wiring import SUBJECTS
from tests.domains.tickets.life import AGENT, LEAD, START, SYSTEM, TEAM_LEAD, Life, compiled

STAFF = (21, 22, 23)


class Night:
    """A ticket among agents of whom the router finds somebody whenever it waits, and who do nothing."""

    def __init__(self, bundle: PolicyBundle | None = None, **opening: str) -> None:
        self.life = Life(compiled(bundle) if bundle else None, **opening)
        self.timers: dict[str, datetime] = {}
        self._keep()

    def pass_by(self, hours: float) -> None:
        end = self.life.now + timedelta(hours=hours)
        while True:
            self._route()
            due = min(self.timers.items(), key=lambda one: one[1], default=None)
            if due is None or due[1] > end:
                break
            del self.timers[due[0]]
            self.life.now = max(self.life.now, due[1])
            wanted = limit_answers(self.life.rules, self.life.case, due[0], self.life.now)
            self.life.do(*(wanted or [i.Tick()]), by=None, who=SYSTEM)
            self._keep()
        self.life.now = end

    def _route(self) -> None:
        ticket = self.life.ticket
        if ticket.routing_since is not None and ticket.assignee_id is None:
            self.life.assign(next((one for one in STAFF if one not in ticket.not_to), STAFF[0]))
            self._keep()

    def _keep(self) -> None:
        for effect in self.life.effects:
            if isinstance(effect, SetTimer) and effect.owner == LIMITS:
                self.timers[effect.key] = effect.fire_at
            if isinstance(effect, CancelTimer) and effect.owner == LIMITS:
                self.timers.pop(effect.key, None)

    def count(self, kind: str) -> int:
        return [one.event.kind for one in self.life.log].count(kind)


def test_a_night_in_which_nobody_accepts_ends_after_two_hand_overs() -> None:
    night = Night()
    night.pass_by(72)
    ticket = night.life.ticket
    assert ticket.held_at is not None
    assert ticket.routing_since is None
    assert night.count("ticket.held") == 1
    assert night.count("ticket.limit_reached") == 2
    assigned = [one.event.after for one in night.life.log if one.event.kind == "ticket.assigned"]
    assert assigned == [21, None, 22, None, 23]
    assert night.count("ticket.customer_told") <= 4
    assert len(night.life.log) < 40
    before = len(night.life.log)
    night.pass_by(24 * 30)
    assert len(night.life.log) == before
    assert reduce(SUBJECTS.fold, night.life.log, None) == ticket


def test_what_a_customer_writes_is_no_deed() -> None:
    night = Night()
    night.pass_by(10)
    held_at = night.life.ticket.held_at
    assert held_at is not None
    for _ in range(5):
        night.life.customer_writes()
        night._keep()
        night.pass_by(10)
    assert night.life.ticket.held_at == held_at
    assert night.count("ticket.held") == 1


@pytest.mark.parametrize(
    "deed",
    [
        i.Assign(to=STAFF[0], way="hand"),
        i.Assign(to=None, way="hand"),
        i.Change(values={"priority": "P1"}),
        i.SetTeam(team="finance"),
    ],
    ids=["given to a person", "given back to the queue", "priority", "team"],
)
def test_a_person_lets_it_go_by_deciding_whose_it_is_or_how_urgent(deed: i.Intent) -> None:
    night = Night()
    night.pass_by(10)
    night.life.do(deed, by=LEAD, who=TEAM_LEAD)
    night._keep()
    ticket = night.life.ticket
    assert ticket.held_at is None
    assert ticket.limits_reached == {}
    assert (ticket.routing_since is None) == (ticket.assignee_id is not None)
    night.pass_by(100)
    assert night.count("ticket.held") == 2
    assert night.count("ticket.limit_reached") == 4


def test_accepting_a_held_ticket_lets_it_go() -> None:
    night = Night()
    night.pass_by(10)
    night.life.accept()
    assert night.life.ticket.held_at is None


@pytest.mark.parametrize(
    "word",
    [i.Remind(to=("lead",), text={"zh-CN": "看", "en": "look"}), i.Tag(add=("x",)), i.Change(values={"title": "新"})],
)
def test_other_deeds_do_not_let_it_go(word: i.Intent) -> None:
    night = Night()
    night.pass_by(10)
    night.life.do(word, by=AGENT)
    assert night.life.ticket.held_at is not None


def test_a_rule_cannot_let_it_go() -> None:
    night = Night()
    night.pass_by(10)
    night.life.do(i.Change(values={"priority": "P1"}), by=None, who=SYSTEM)
    night.life.do(i.AskRouting(), by=None, who=SYSTEM)
    assert night.life.ticket.held_at is not None
    assert night.life.ticket.routing_since is None


def test_two_statuses_that_send_a_ticket_to_and_fro_end_too() -> None:
    """The count survives leaving and entering the status."""
    shipped = standard([2026])
    (flow,) = (one for one in shipped.workflows if one.key == "standard")
    to_and_fro = {"in_progress": "waiting", "waiting": "in_progress"}
    statuses = tuple(
        msgspec.structs.replace(one, limits=(StatusLimit(key="on", after_s=60, actions=(MoveAction(status=target),)),))
        if (target := to_and_fro.get(one.key))
        else msgspec.structs.replace(one, limits=())
        for one in flow.statuses
    )
    transitions = tuple(
        msgspec.structs.replace(one, who=(*one.who, "system")) if one.to in to_and_fro.values() else one
        for one in flow.transitions
    )
    looping = msgspec.structs.replace(flow, statuses=statuses, transitions=transitions)
    others = tuple(looping if one.key == flow.key else one for one in shipped.workflows)
    night = Night(msgspec.structs.replace(shipped, workflows=others))
    night._route()
    night.life.accept()
    night._keep()
    night.pass_by(48)
    assert night.count("ticket.held") == 1
    assert night.count("ticket.moved") < 10
    assert night.life.ticket.held_at is not None


def test_a_reminder_comes_in_every_round_that_somebody_works_on() -> None:
    """Rounds with the customer are no loop: whoever answers begins a new one."""
    night = Night()
    night._route()
    night.life.accept()
    for _ in range(4):
        night.life.agent_replies()
        night.life.do(i.MoveTo(status="waiting"))
        night._keep()
        night.pass_by(13)
        night.life.customer_writes()
        night._keep()
    reminded = [one.event.template for one in night.life.log if one.event.kind == "ticket.customer_told"]
    assert reminded.count("waiting_reminder") == 4
    assert night.life.ticket.held_at is None


def test_an_ended_ticket_is_held_no_more() -> None:
    night = Night()
    night.pass_by(10)
    night.life.do(i.MoveTo(status="closed", reason="not_needed"), by=LEAD, who=TEAM_LEAD | {"administrator"})
    assert night.life.ticket.held_at is None
    assert night.life.now > START
