"""Whose a ticket is: its team, its assignee, whether they accepted it, and that it waits for the router (spec 02,
entering a status; spec 04)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, Literal

import msgspec

from gongdan.domains.accounts.public import SHIFTS, Leave
from gongdan.domains.bundle import actions as a
from gongdan.domains.bundle.section import unknown
from gongdan.domains.tickets import errors
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.facet import Facet
from gongdan.domains.tickets.engine.meaning import Happening, Meaning, Phrase, ToldTo, phrase
from gongdan.domains.tickets.engine.model import ENDED, Handlers, Ticket
from gongdan.domains.tickets.engine.rules import Rules
from gongdan.domains.tickets.engine.sight import Values, to_all_but, to_staff
from gongdan.domains.tickets.engine.subject import (
    ActionKind,
    Context,
    EventKind,
    Intent,
    IntentKind,
    Offer,
    Restores,
    Subject,
    plainly,
    unless_closed,
    unless_refused,
)
from gongdan.domains.tickets.fields.contribution import column
from gongdan.domains.tickets.fields.narrator import Narrator
from gongdan.kernel.events import Event

ITS_ASSIGNEE: Final = frozenset({"assignee"})
ITS_TEAM: Final = frozenset({"team"})
"""What an assignment, and a change of team, touch."""

AssignmentWay = Literal["hand", "claim", "router", "rule", "timer"]


_ASSIGNEE: Final = (
    "select t.id as ticket_id, t.assignee_id as person_id, m.active, m.presence,"
    " array(select b.team from team_member b where b.workspace_id = t.workspace_id and b.person_id = t.assignee_id"
    f" order by b.team) as teams, {SHIFTS} as shifts,"
    " (select coalesce(jsonb_agg(jsonb_build_object('from_at', v.from_at, 'until_at', v.until_at)), '[]')"
    " from member_leave v where v.workspace_id = t.workspace_id and v.person_id = t.assignee_id"
    " and v.until_at > now()) as leaves"
    " from ticket t join member m on m.workspace_id = t.workspace_id and m.person_id = t.assignee_id"
    " where t.workspace_id = %(workspace)s and t.id in {ids}"
)


class AssigneeOfTicket(msgspec.Struct, frozen=True):
    ticket_id: int
    person_id: int
    teams: list[str]
    active: bool = True
    presence: str = "available"
    leaves: list[Leave] = []
    shifts: list[str] = []


ASSIGNEE: Final = Facet("assignee", AssigneeOfTicket, _ASSIGNEE)
"""The assignee's teams, and whether they are there."""


class TicketAssigned(Event, frozen=True, kw_only=True, tag="ticket.assigned"):
    before: int | None
    after: int | None
    way: AssignmentWay
    above_capacity: bool = False
    instead_of: tuple[int, ...] = ()
    """Whom the routing rule names and who were not there: they are told."""


class TicketTeamSet(Event, frozen=True, kw_only=True, tag="ticket.team_set"):
    before: str | None
    after: str | None
    rule: str | None = None
    """Routing rule that decided, or None for a person."""


class TicketAccepted(Event, frozen=True, kw_only=True, tag="ticket.accepted"):
    by: int
    promised_at: datetime | None = None
    """The [X] of “预计[X]前给您答复” (spec 03), when one was given."""


class Assign(Intent, frozen=True):
    to: int | None
    way: AssignmentWay
    above_capacity: bool = False
    instead_of: tuple[int, ...] = ()
    leaving: int | None = None
    """Whom it is taken from; nothing happens once it is somebody else's."""


class SetTeam(Intent, frozen=True):
    team: str | None
    rule: str | None = None


class Accept(Intent, frozen=True):
    by: int
    promised_at: datetime | None = None


def _assign(case: Case, intent: Assign, context: Context) -> Sequence[Event]:
    ticket = case.live
    if intent.to == ticket.assignee_id or (intent.leaving or ticket.assignee_id) != ticket.assignee_id:
        return []
    if intent.way in ("claim", "router") and ticket.assignee_id is not None:
        raise errors.AlreadyAssigned(assignee=ticket.assignee_id)
    if ticket.phase in ENDED and intent.to is not None and intent.way != "hand":
        raise errors.TicketEnded(status=ticket.status)
    return [
        TicketAssigned(
            before=ticket.assignee_id,
            after=intent.to,
            way=intent.way,
            above_capacity=intent.above_capacity,
            instead_of=intent.instead_of,
        )
    ]


def _set_team(case: Case, intent: SetTeam, context: Context) -> Sequence[Event]:
    if intent.team == case.live.team:
        return []
    return [TicketTeamSet(before=case.live.team, after=intent.team, rule=intent.rule)]


def _accept(case: Case, intent: Accept, context: Context) -> Sequence[Event]:
    ticket = case.live
    if ticket.assignee_id != intent.by:
        raise errors.NotAssignee(assignee=ticket.assignee_id)
    if ticket.accepted_at is not None:
        return []
    return [TicketAccepted(by=intent.by, promised_at=intent.promised_at)]


def _assigned(ticket: Ticket, event: TicketAssigned, at: datetime) -> Mapping[str, Any]:
    has_one = event.after is not None
    return {
        "assignee_id": event.after,
        "assigned_at": at if has_one else None,
        "accepted_at": None,
        "routing_since": None if has_one or ticket.phase in ENDED or ticket.held_at else at,
        "not_to": _passed_over(ticket, event),
        "handlers": _handed(ticket.handlers, event.after),
    }


def _handed(handlers: Handlers, to: int | None) -> Handlers:
    if to is None or to == handlers.last_id:
        return handlers
    return msgspec.structs.replace(handlers, last_id=to, wrote=False, predecessor_wrote=handlers.wrote)


def _passed_over(ticket: Ticket, event: TicketAssigned) -> tuple[int, ...]:
    """By hand it is given to somebody, whoever had it before; or taken from them, and they do not get it right back."""
    if event.way not in ("hand", "claim"):
        return ticket.not_to
    if event.after is not None or event.before is None:
        return ()
    return tuple(sorted({*ticket.not_to, event.before}))


def _given(found: Happening) -> Phrase:
    if found.by is None:
        return phrase("notices.staff.routed", title=found.about.title)
    return phrase("notices.staff.assigned", by=found.by, title=found.about.title)


def _missed(found: Happening) -> Phrase:
    return phrase("notices.staff.missed", taker=found.name_of(found.event.after) or "", title=found.about.title)


MEANINGS: Final = (
    Meaning(
        key="assigned",
        name={"zh-CN": "工单分配给您", "en": "A ticket is assigned to you"},
        event=TicketAssigned,
        concerns=lambda event: event.after is not None,
        to=lambda found: ToldTo(people=(found.event.after,)),
        says=_given,
    ),
    Meaning(
        key="missed",
        name={"zh-CN": "您不在时，本应由您处理的工单交给了他人", "en": "A ticket meant for you went to a colleague"},
        event=TicketAssigned,
        concerns=lambda event: event.after is not None and bool(event.instead_of),
        to=lambda found: ToldTo(people=found.event.instead_of),
        says=_missed,
    ),
)


def _says(values: Values, narrator: Narrator) -> str:
    before, after = values["before"], values["after"]
    people = {"before": narrator.person(before), "after": narrator.person(after)}
    if after is None:
        return narrator.say("events.unassigned", people)
    if values["way"] == "claim":
        return narrator.say("events.claimed")
    said = narrator.say("events.assigned" if before is None else "events.reassigned", people)
    return said + narrator.say("events.above_capacity") if values.get("above_capacity") else said


def _says_team(values: Values, narrator: Narrator) -> str:
    if values["after"] is None:
        return narrator.say("events.team_cleared")
    return narrator.say("events.team_set", team=narrator.team(values["after"]))


def _says_accepted(values: Values, narrator: Narrator) -> str:
    promised_at = values.get("promised_at")
    if promised_at is None:
        return narrator.say("events.accepted")
    return narrator.say("events.accepted_promised", at=narrator.instant(promised_at))


SUBJECT = Subject(
    key="assignment",
    events=(
        EventKind(
            event=TicketAssigned,
            fold=_assigned,
            changes=lambda event, ticket: {"assignee": (event.before, event.after)},
            touches=lambda event: ITS_ASSIGNEE,
            reverse=Restores(
                columns=("assignee_id",), along=("accepted_at", "not_to", "handlers", "held_at", "limits_reached")
            ),
            shown=to_all_but("instead_of"),
            says=_says,
            people=lambda values: (values["before"], values["after"]),
        ),
        EventKind(
            event=TicketTeamSet,
            fold=lambda ticket, event, at: {"team": event.after},
            changes=lambda event, ticket: {"team": (event.before, event.after)},
            touches=lambda event: ITS_TEAM,
            reverse=Restores(columns=("team",), along=("held_at", "limits_reached")),
            says=_says_team,
        ),
        EventKind(
            event=TicketAccepted,
            fold=lambda ticket, event, at: {"accepted_at": at, "not_to": ()},
            reverse=Restores(
                columns=("accepted_at",),
                bound={"accepted_at": ("assignee_id",)},
                along=("not_to", "held_at", "limits_reached"),
            ),
            says=_says_accepted,
        ),
    ),
    intents=(
        IntentKind(intent=Assign, rule=_assign),
        IntentKind(intent=SetTeam, rule=_set_team),
        IntentKind(intent=Accept, rule=_accept),
    ),
    actions=(
        ActionKind(
            action=a.SetTeamAction,
            intents=lambda action, case, rules, now: [SetTeam(team=action.team)],
            sentence={"zh-CN": "交给组“{team}”", "en": "Give it to the team “{team}”"},
            lint=lambda action, spot: unknown(f"{spot.path}.team", action.team, spot.around.teams),
        ),
    ),
    offers=(
        Offer(action="ticket.assign", why_not=unless_closed),
        Offer(action="ticket.claim", why_not=unless_refused(lambda case, context: Assign(to=context.me, way="claim"))),
        Offer(action="ticket.accept", why_not=unless_refused(lambda case, context: Accept(by=context.me))),
    ),
    facets=(ASSIGNEE,),
    fields=(
        column("team", "team", "组", "team", changes=True),
        column(
            "assignee",
            "person",
            "负责人",
            "assignee",
            sql="t.assignee_id",
            value="ticket.assignee_id",
            few="assignee_id",
            changes=True,
        ),
        column("assigned_at", "instant", "分配时间", "assigned"),
        column("accepted_at", "instant", "接受时间", "accepted"),
    ),
    meanings=MEANINGS,
)


class RoutingAsked(Event, frozen=True, kw_only=True, tag="ticket.routing_asked"):
    """The ticket waits for the router (again); ``not_to`` were tried and did not take it."""

    not_to: tuple[int, ...] = ()


class AskRouting(Intent, frozen=True):
    not_to: tuple[int, ...] = ()


def _ask(case: Case, intent: AskRouting, context: Context) -> Sequence[Event]:
    ticket = case.live
    if ticket.assignee_id is not None or ticket.phase in ENDED or ticket.held_at is not None:
        return []
    return [RoutingAsked(not_to=intent.not_to)]


def _asked(ticket: Ticket, event: RoutingAsked, at: datetime) -> Mapping[str, Any]:
    passed_over = tuple(sorted({*ticket.not_to, *event.not_to}))
    return {"routing_since": ticket.routing_since or at, "not_to": passed_over}


def _reassign(action: a.ReassignAction, case: Case, rules: Rules, now: datetime) -> Iterator[Intent]:
    """It is taken from whoever has it, and somebody else is looked for."""
    had = case.live.assignee_id
    if had is not None:
        yield Assign(to=None, way="timer")
        yield AskRouting(not_to=(had,))


WAITING = Subject(
    key="waiting",
    events=(EventKind(event=RoutingAsked, fold=_asked, shown=to_staff, says=plainly("events.routing_asked")),),
    intents=(IntentKind(intent=AskRouting, rule=_ask),),
    actions=(
        ActionKind(
            action=a.RouteAction,
            intents=lambda action, case, rules, now: [AskRouting()],
            sentence={"zh-CN": "再次尝试分配", "en": "Try to assign it again"},
        ),
        ActionKind(
            action=a.ReassignAction,
            intents=_reassign,
            sentence={"zh-CN": "从负责人处收回，另派他人", "en": "Take it from its assignee and find another"},
        ),
    ),
)
