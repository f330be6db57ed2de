"""What the customer thinks of the service, and the call back that a low rating asks for (spec 02, rating)."""

from collections.abc import Sequence
from typing import Literal

from gongdan.domains.accounts.public import Reader
from gongdan.domains.tickets import errors
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.ending import rating_until
from gongdan.domains.tickets.engine.meaning import Meaning, ToldTo, phrase
from gongdan.domains.tickets.engine.model import ENDED
from gongdan.domains.tickets.engine.sight import Values, to_staff
from gongdan.domains.tickets.engine.subject import (
    Context,
    EventKind,
    Intent,
    IntentKind,
    Lasts,
    Offer,
    Restores,
    Subject,
    plainly,
    unless_refused,
)
from gongdan.domains.tickets.fields.contribution import FieldColumn, column
from gongdan.domains.tickets.fields.narrator import Narrator
from gongdan.kernel.events import Event

FollowUpOutcome = Literal["called_back", "reopened", "alerted", "rated_anew"]


class TicketRated(Event, frozen=True, kw_only=True, tag="ticket.rated"):
    score: int
    """1 to 5 (CSAT)."""
    comment: str = ""
    before: int | None = None


class FollowUpAsked(Event, frozen=True, kw_only=True, tag="ticket.follow_up_asked"):
    """The customer is not content: somebody calls back, reopens it, or tells who must know."""

    reason: Literal["low_rating"]
    score: int


class FollowUpDone(Event, frozen=True, kw_only=True, tag="ticket.follow_up_done"):
    outcome: FollowUpOutcome
    note: str = ""


class Rate(Intent, frozen=True):
    score: int
    comment: str = ""


class AskFollowUp(Intent, frozen=True):
    score: int


class FinishFollowUp(Intent, frozen=True):
    outcome: FollowUpOutcome
    note: str = ""


def _rate(case: Case, intent: Rate, context: Context) -> Sequence[Event]:
    ticket = case.live
    if ticket.phase not in ENDED:
        raise errors.NotResolved(status=ticket.status)
    if "requester" not in context.relations:
        raise errors.RaterRefused()
    if (until := rating_until(case, context.rules)) is not None and context.now > until:
        raise errors.RatingOver(until=until, rated=ticket.rating is not None)
    if intent.score == ticket.rating and not intent.comment:
        return []
    return [TicketRated(score=intent.score, comment=intent.comment, before=ticket.rating)]


def _ask_follow_up(case: Case, intent: AskFollowUp, context: Context) -> Sequence[Event]:
    return [FollowUpAsked(reason="low_rating", score=intent.score)] if case.live.follow_up_at is None else []


def _finish_follow_up(case: Case, intent: FinishFollowUp, context: Context) -> Sequence[Event]:
    if case.live.follow_up_at is None:
        raise errors.NoFollowUp()
    return [FollowUpDone(outcome=intent.outcome, note=intent.note)]


def _shown(values: Values, reader: Reader) -> Values:
    """The comment is a word of the customer's: it is for who reads those."""
    if reader.hears("customer"):
        return values
    return {name: value for name, value in values.items() if name != "comment"}


def _says(values: Values, narrator: Narrator) -> str:
    return narrator.say("events.rated_comment" if values.get("comment") else "events.rated", values)


def _says_done(values: Values, narrator: Narrator) -> str:
    said = narrator.say("events.follow_up_done", values)
    return said + narrator.say("events.noted", values) if values.get("note") else said


SUBJECT = Subject(
    key="rating",
    events=(
        EventKind(
            event=TicketRated,
            fold=lambda ticket, event, at: {"rating": event.score},
            changes=lambda event, ticket: {"rating": (event.before, event.score)},
            reverse=Lasts("word"),
            shown=_shown,
            says=_says,
        ),
        EventKind(
            event=FollowUpAsked,
            fold=lambda ticket, event, at: {"follow_up_at": at},
            shown=to_staff,
            says=plainly("events.follow_up_asked"),
        ),
        EventKind(
            event=FollowUpDone,
            fold=lambda ticket, event, at: {"follow_up_at": None},
            reverse=Restores(columns=("follow_up_at",)),
            shown=to_staff,
            says=_says_done,
        ),
    ),
    intents=(
        IntentKind(intent=Rate, rule=_rate, when_closed=True),
        IntentKind(intent=AskFollowUp, rule=_ask_follow_up, when_closed=True),
        IntentKind(intent=FinishFollowUp, rule=_finish_follow_up, when_closed=True),
    ),
    fields=(
        column(
            "rating", "number", "评分", "rating", sql="t.rating::bigint", changes=True, shown=FieldColumn(sorts=True)
        ),
    ),
    offers=(
        Offer(action="ticket.rate", why_not=unless_refused(lambda case, context: Rate(score=5, comment="…"))),
        Offer(
            action="ticket.follow_up",
            right="ticket.resolve",
            why_not=unless_refused(lambda case, context: FinishFollowUp(outcome="called_back")),
        ),
    ),
    meanings=(
        Meaning(
            key="rated",
            name={"zh-CN": "客户评价了您负责或关注的工单", "en": "A customer rates a ticket that you have or watch"},
            event=TicketRated,
            to=lambda found: ToldTo(people=(found.about.assignee_id or 0, *found.watchers)),
            says=lambda found: phrase("notices.staff.rated", score=str(found.event.score), title=found.about.title),
        ),
        Meaning(
            key="follow_up",
            name={"zh-CN": "客户评分低，需要回访", "en": "A customer is not content and waits for a call"},
            event=FollowUpAsked,
            to=lambda found: ToldTo(names=("assignee", "lead")),
            says=lambda found: phrase("notices.staff.follow_up", score=str(found.event.score), title=found.about.title),
            kept="lead",
        ),
    ),
)
