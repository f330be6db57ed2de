"""What follows from where a ticket stands and from who acts on it, on every path (spec 02, decided after first use).
A decider. Pure.

A ticket that comes to a new status is nobody's, and is routed. The assignee's own move to work, and the assignee's
public reply, accept it. A ticket that a person or a rule gives to another team leaves an assignee who is not of it.
A low rating asks for a follow-up, and a better one later takes that back.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Final

from gongdan.domains.tickets import events as e
from gongdan.domains.tickets import intents as i
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.model import ENDED
from gongdan.domains.tickets.engine.rules import RuleIntent, Rules, workflow_of
from gongdan.domains.tickets.subjects.assignment import ASSIGNEE
from gongdan.kernel.events import Logged


def follow_up(rules: Rules, case: Case, logged: Logged[Any], now: datetime) -> Iterable[RuleIntent]:
    """The decider: what the event entails."""
    match logged.event:
        case e.TicketMoved(after_phase="new"):
            yield from _begins_anew(case)
        case e.TicketMigrated(before_phase=before, after_phase="new") if before != "new":
            yield from _begins_anew(case)
        case e.TicketMoved(after=after) if workflow_of(case, rules).is_work(after):
            yield from _accepts(case, logged.actor.person_id)
        case e.MessageAdded(audience="customer", author="agent", machine=False, opens=False, author_id=author):
            yield from _accepts(case, author)
        case e.TicketTeamSet(after=str(team), rule=None):
            yield from _changes_hands(case, team, logged)
        case e.TicketRated(score=score):
            yield from _is_rated(rules, case, score)


def _begins_anew(case: Case) -> Iterator[RuleIntent]:
    """A new status has no assignee, and the router looks for one: not for whoever it was taken from."""
    ticket = case.live
    if ticket.assignee_id is not None:
        yield RuleIntent("status.new", i.Assign(to=None, way="rule"))
        yield RuleIntent("status.new", i.AskRouting(not_to=(ticket.assignee_id,)))
    elif ticket.routing_since is None:
        yield RuleIntent("status.new", i.AskRouting())


def _accepts(case: Case, person_id: int | None) -> Iterator[RuleIntent]:
    ticket = case.live
    is_theirs = person_id is not None and person_id == ticket.assignee_id
    if person_id is not None and is_theirs and ticket.accepted_at is None and ticket.phase not in ENDED:
        yield RuleIntent("assignee.acted", i.Accept(by=person_id))


def _changes_hands(case: Case, team: str, logged: Logged[Any]) -> Iterator[RuleIntent]:
    """Whoever gave it away, and whoever had it, keep sight of it."""
    ticket = case.live
    giver = logged.actor.person_id if logged.actor.kind == "staff" else None
    leaving = next(
        (one.person_id for one in case[ASSIGNEE] if one.person_id == ticket.assignee_id and team not in one.teams),
        None,
    )
    there = {person_id for person_id, _ in ticket.participants}
    keep = {one for one in (giver, leaving) if one is not None} - there
    if keep:
        yield RuleIntent("team.handed_over", i.Participate(add=tuple((one, "mentioned") for one in sorted(keep))))
    if leaving is not None:
        yield RuleIntent("team.handed_over", i.Assign(to=None, way="rule", leaving=leaving))


LOW_RATING: Final = {
    "zh-CN": "客户评价 {score} 分，请回访：了解原因，必要时重新打开或上报。",
    "en": "The customer rated it {score} of 5. Call back, find out why, and reopen it or tell who must know.",
}


def _is_rated(rules: Rules, case: Case, score: int) -> Iterator[RuleIntent]:
    if score <= rules.bundle.rating.low:
        text = {locale: said.format(score=score) for locale, said in LOW_RATING.items()}
        yield RuleIntent("rating.low", i.AskFollowUp(score=score))
        yield RuleIntent("rating.low", i.Remind(to=("assignee", "lead"), text=text))
    elif case.live.follow_up_at is not None:
        yield RuleIntent("rating.better", i.FinishFollowUp(outcome="rated_anew"))
