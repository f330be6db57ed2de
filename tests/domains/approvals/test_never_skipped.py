"""Whatever is done in whatever order, on whatever path: no move happens that others must approve and did not."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from gongdan.domains.accounts.presence.staff import Colleague, Staff
from gongdan.domains.approvals import events, rules
from gongdan.domains.approvals.model import Vote, approval_of
from gongdan.domains.approvals.panel import Panel
from gongdan.domains.tickets import intents as i
from gongdan.domains.tickets.engine.rules import RuleIntent, Rules
from gongdan.domains.tickets.events import TicketChanged, TicketMoved
from gongdan.kernel.errors import Refusal
from tests.domains.approvals.kit import asking, step
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

DIRECTOR = 41
PEOPLE = (AGENT, OTHER, LEAD, DIRECTOR)
WHO = {AGENT: ASSIGNEE, OTHER: frozenset({"staff", "team"}), LEAD: TEAM_LEAD, DIRECTOR: frozenset({"staff"})}
NOBODY: frozenset[str] = frozenset()
PANEL = Panel(
    staff=Staff(
        [
            Colleague(id=one, name=str(one), manager_id=None, roles=NOBODY, teams=NOBODY, led_teams=NOBODY)
            for one in PEOPLE
        ],
        (),
        (),
    )
)


@cache
def policy() -> Rules:
    first = step("first", by=[f"person:{LEAD}", f"person:{AGENT}"])
    return compiled(asking(first, step("second", by=[f"person:{DIRECTOR}", f"person:{OTHER}"], mode="any")))


Deed = Callable[[Life], Any]


def by(person: int, *wanted: Any) -> Deed:
    return lambda life: life.do(*wanted, by=person, who=WHO[person])


def ask(person: int) -> Deed:
    return by(person, rules.AskApproval(to="resolved", panel=PANEL))


def withdraw(life: Life) -> Any:
    found = approval_of(life.ticket)
    return life.do(rules.Cancel(because="withdrawn", of=found)) if found else None


def add(person: int, who: int, when: Any) -> Deed:
    return by(person, rules.AddApprover(vote=Vote(person_id=who), when=when, name={"zh-CN": "加签"}))


def rule(intent: Any) -> Deed:
    return lambda life: life.do(RuleIntent("automation.x.0", intent), by=None, who=SYSTEM)


people = st.sampled_from(PEOPLE)
deeds = st.one_of(
    people.map(ask),
    st.tuples(people, st.sampled_from(["approved", "approved", "approved", "declined"])).map(
        lambda one: by(one[0], rules.Decide(verdict=one[1], why="…"))
    ),
    st.tuples(people, people).map(lambda one: by(one[0], rules.Forward(to=one[1]))),
    st.tuples(people, people, st.sampled_from(["before", "after"])).map(lambda one: add(*one)),
    people.map(lambda one: by(one, rules.SendBack(to=AGENT, why="…"))),
    people.map(lambda one: by(one, rules.ReplaceApprover(person_id=DIRECTOR, panel=PANEL))),
    st.just(withdraw),
    st.tuples(people, st.sampled_from(["resolved", "waiting", "in_progress", "closed"])).map(
        lambda one: by(one[0], i.MoveTo(status=one[1]))
    ),
    st.sampled_from(["resolved", "waiting", "in_progress"]).map(lambda to: rule(i.MoveTo(status=to))),
    st.integers(0, 3).map(lambda n: by(AGENT, i.Change(values={"fields.refund_sum": n}))),
    st.just(lambda life: life.customer_writes()),
    st.just(lambda life: life.do(i.Happen(occasion="confirmed"), by=CUSTOMER, who=REQUESTER)),
    st.just(lambda life: life.later(hours=30).tick()),
    people.map(lambda one: by(one, i.Reopen())),
)


def agreed_before(log: Sequence[Any]) -> bool:
    """An account of its own of whether a move to resolved may end this log: since the last thing that voids, one asked,
    and others than they agreed: two votes at least, one for each step."""
    asker, agreed = None, set[int]()
    for event in log:
        match event:
            case events.ApprovalRequested(asked_by=who):
                asker, agreed = who, set()
            case events.ApprovalDecided(person_id=who, verdict="approved"):
                agreed.add(who)
            case events.ApprovalDecided() | events.ApprovalCancelled() | events.ApprovalSentBack() | TicketMoved():
                asker, agreed = None, set()
            case TicketChanged(after=after) if any(name.startswith("fields.") for name in after):
                asker, agreed = None, set()
    return asker is not None and asker not in agreed and len(agreed) >= 1


@settings(max_examples=150, deadline=None)
@given(st.lists(deeds, min_size=4, max_size=25))
def test_no_order_of_deeds_goes_around_an_approval(wanted: list[Deed]) -> None:
    life = Life(policy())
    life.assign()
    life.accept()
    for deed in wanted:
        try:
            deed(life.later(minutes=1))
        except Refusal:
            continue
    log = [one.event for one in life.log]
    for place, event in enumerate(log):
        if isinstance(event, TicketMoved) and event.after == "resolved":
            assert agreed_before(log[:place]), event


def test_when_all_have_agreed_the_move_is_open_once() -> None:
    life = Life(policy())
    life.assign()
    life.accept()
    ask(AGENT)(life)
    for person in (LEAD, DIRECTOR):
        by(person, rules.Decide(verdict="approved"))(life.later(minutes=1))
    assert life.resolve()[0] == "ticket.moved"
    life.do(i.Reopen())
    try:
        life.resolve()
    except Refusal as refusal:
        assert refusal.code == "approvals.needed"
    else:
        raise AssertionError("an approval holds for one stay in a status")
