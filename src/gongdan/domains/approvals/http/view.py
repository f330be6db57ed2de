"""An approval as members are shown it: who has decided, and for whom it waits."""

from collections.abc import Callable, Iterable
from datetime import datetime

from gongdan.domains.approvals.model import Approval, Instead, Mode, Round, State, Verdict, approval_of, here
from gongdan.domains.approvals.rules import steps_of
from gongdan.domains.tickets.public import Case, Context, Ticket, workflow_of
from gongdan.infra.http.bodies import Answer
from gongdan.kernel.text import localised


class VoteView(Answer, frozen=True, kw_only=True):
    person_id: int
    name: str
    instead_of: str | None
    """The name of whoever they decide for."""
    verdict: Verdict | None
    """Null: they have not decided."""
    why: str
    at: datetime | None


class ApprovalStepView(Answer, frozen=True, kw_only=True):
    key: str
    name: str
    mode: Mode
    state: str
    """``passed``, ``current`` or ``ahead``; of an approval that is over, ``left`` where it was not come to."""
    instead: Instead | None
    """Who is asked in the place of those whom the step names, as these are nobody."""
    votes: list[VoteView]


class ApprovalView(Answer, frozen=True, kw_only=True):
    transition: str
    """Its name."""
    to: str
    """The status that the ticket moves to when all have agreed."""
    state: State
    is_here: bool
    """Whether it still counts: the ticket has not moved since."""
    asked_by: str
    asked_by_id: int
    asked_at: datetime
    ended_at: datetime | None
    because: str
    """Why it did not pass: a reason, or ``withdrawn | moved | changed | retyped | migrated | nobody`` of a
    cancelled one."""
    why: str
    text: str
    """The public reply that waits for it."""
    steps: list[ApprovalStepView]


def people_asked(ticket: Ticket) -> set[int]:
    """Everybody whom the last approval names: for their names."""
    found = approval_of(ticket)
    if found is None:
        return set()
    votes = [vote for one in found.rounds for vote in one.votes]
    return {found.asked_by, *(one.person_id for one in votes), *(one.instead_of for one in votes if one.instead_of)}


def approval_view(ticket: Ticket, name_of: Callable[[int], str], locale: str) -> ApprovalView | None:
    """The last approval that was asked for; its present stay is where the ticket stands."""
    approval = approval_of(ticket)
    if approval is None:
        return None
    return ApprovalView(
        transition=localised(approval.name, locale),
        to=approval.to,
        state=approval.state,
        is_here=here(ticket) is not None,
        asked_by=name_of(approval.asked_by),
        asked_by_id=approval.asked_by,
        asked_at=approval.asked_at,
        ended_at=approval.ended_at,
        because=approval.because,
        why=approval.why,
        text=approval.text,
        steps=[_step(approval, place, one, name_of, locale) for place, one in enumerate(approval.rounds)],
    )


def _step(approval: Approval, place: int, round: Round, name_of: Callable[[int], str], locale: str) -> ApprovalStepView:
    is_over = approval.state != "waiting"
    states = ("passed", "left" if is_over else "current", "left" if is_over else "ahead")
    return ApprovalStepView(
        key=round.key,
        name=localised(round.name, locale),
        mode=round.mode,
        state=states[0 if place < approval.at else 1 if place == approval.at else 2],
        instead=round.instead,
        votes=[
            VoteView(
                person_id=one.person_id,
                name=name_of(one.person_id),
                instead_of=name_of(one.instead_of) if one.instead_of else None,
                verdict=one.verdict,
                why=one.why,
                at=one.at,
            )
            for one in round.votes
        ],
    )


def moves_that_wait(case: Case, context: Context, statuses: Iterable[str]) -> list[str]:
    """Those of the statuses to which the way leads over an approval, for whoever asks, that has not passed."""
    workflow, now = workflow_of(case, context.rules), here(case.live)
    found = []
    for key in statuses:
        way = next(
            (
                one
                for one in workflow.body.transitions
                if case.live.status in one.from_ and one.to == key and not context.relations.isdisjoint(one.who)
            ),
            None,
        )
        is_agreed = now is not None and way is not None and now.state == "passed" and now.transition == way.key
        if steps_of(case, way, context) and not is_agreed:
            found.append(key)
    return found
