"""A ticket as its reader is shown it, from what was loaded. Pure."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

import msgspec

from gongdan.domains.accounts.public import (
    Authority,
    Reader,
    custom_fields,
    knows,
    of_staff,
    personal,
    reader_of,
)
from gongdan.domains.channels.public import Addressee
from gongdan.domains.inbox.detail.allowed import Offered
from gongdan.domains.inbox.detail.clocks import clock_views
from gongdan.domains.inbox.detail.queries import EventRow, Ledger, Profile
from gongdan.domains.inbox.detail.read import LoadedDetail
from gongdan.domains.inbox.detail.timeline import TimelineParts, elsewhere, recipients, timeline, triage_of
from gongdan.domains.inbox.masking import hidden
from gongdan.domains.inbox.shapes import (
    Candidate,
    Customer,
    PersonRef,
    RoutingDecision,
    TicketDetail,
)
from gongdan.domains.sla.public import ClockRow
from gongdan.domains.tickets.events import Follows
from gongdan.domains.tickets.public import Narrator, Rules, Ticket, keys
from gongdan.domains.workflow.public import StepView, steps


class State(msgspec.Struct, frozen=True, kw_only=True):
    """The ticket at an instant: as it is, or as it was."""

    ticket: Ticket
    clocks: Iterable[ClockRow]
    events: list[EventRow]
    """Until then."""
    offered: Offered
    addressee: Addressee | None
    at: datetime


def compose(found: LoadedDetail, state: State, authority: Authority, rules: Rules, locale: str) -> TicketDetail:
    """What this reader sees of the ticket in this state, said in their language. Names and the customer's profile are
    those of now."""
    ticket, people = state.ticket, found.people
    reader = reader_of(authority, keys(found.ticket))
    narrator = Narrator(
        rules=rules,
        workflow=ticket.workflow,
        locale=locale,
        zone=ZoneInfo(authority.zone),
        people={id: person.name for id, person in people.items()},
        teams=found.teams,
    )
    told = _parts(found, narrator)
    watching = [person for person, role in ticket.participants if role == "watcher"]
    entries = timeline(state.events, told, reader, rules)
    named = {person for entry in entries for person in rules.subjects.people_in(entry.kind, partial(dict, entry.data))}
    plain = {name: getattr(ticket, name) for name in _PLAIN}
    return TicketDetail(
        **plain,
        assignee=people.get(ticket.assignee_id or 0),
        requester=people[ticket.requester_id],
        creator=people.get(ticket.creator_id or 0),
        organisation=found.organisation if ticket.organisation_id == found.ticket.organisation_id else None,
        fields=dict(knows(reader, custom_fields(ticket.fields, rules.sensitive)).left),
        masked=sorted(hidden(rules, reader) & ticket.fields.keys()),
        watchers=[people[one] for one in _known(watching, reader, authority)],
        follows=found.follows,
        follows_as=_relation(state.events) if found.follows else None,
        answers_stopped=bool(found.notices) and found.notices[-1].state == "stopped",
        clocks=clock_views(ticket, state.clocks, rules, state.at),
        steps=_steps(ticket, state.events, rules),
        timeline=entries,
        people=[people[person] for person in sorted(named) if person in people],
        customer=_customer(found, reader),
        addressee=recipients(state.addressee.recipient, state.addressee.cc, reader) if state.addressee else None,
        routing=knows(reader, of_staff([_decision(one, people) for one in found.ledger if one.at <= state.at])).value
        or [],
        triage=triage_of(state.events, reader),
        **msgspec.structs.asdict(state.offered),
    )


def _parts(found: LoadedDetail, narrator: Narrator) -> TimelineParts:
    return TimelineParts(
        messages=found.messages,
        files=found.files,
        people=found.people,
        notices={one.key: one.state for one in found.notices},
        narrator=narrator,
        told_elsewhere=elsewhere(found.messages.values(), found.ticket.id),
    )


_PLAIN = (
    "number", "title", "type", "category", "priority", "status", "phase", "team", "channel", "tags", "incomplete",
    "escalation", "escalation_level", "held_at", "close_reason", "rating", "follow_up_at", "confirmation_offered_at",
    "reopened", "created_at", "updated_at", "accepted_at", "first_response_at", "resolved_at", "closed_at", "version",
)  # fmt: skip


def _steps(ticket: Ticket, events: Iterable[EventRow], rules: Rules) -> list[StepView]:
    entered = [
        (status, row.at)
        for row in events
        if row.kind in ("ticket.opened", "ticket.moved") and row.body and (status := _came_to(row.kind, row.body))
    ]
    return steps(rules.workflows[ticket.workflow], entered)


class _Opened(msgspec.Struct, frozen=True):
    follows_as: Follows | None = None


_opened = msgspec.json.Decoder(_Opened)


def _relation(events: Sequence[EventRow]) -> Follows:
    """Why the ticket was linked when it was opened."""
    body = events[0].body if events else None
    return (_opened.decode(body).follows_as if body else None) or "follow_up"


class _CameTo(msgspec.Struct, frozen=True):
    status: str = ""
    """Of an opening."""
    after: str = ""
    """Of a move."""


_came = msgspec.json.Decoder(_CameTo)


def _came_to(kind: str, body: bytes) -> str:
    read = _came.decode(body)
    return read.status if kind == "ticket.opened" else read.after


def _known(watching: list[int], reader: Reader, authority: Authority) -> list[int]:
    """Who watches, for the staff; that they do so themselves, for everybody."""
    others = knows(reader, of_staff(watching)).value
    return [one for one in watching if one == authority.person_id] if others is None else others


def _customer(found: LoadedDetail, reader: Reader) -> Customer:
    profile: Profile = found.profile
    return Customer(
        id=profile.id,
        name=profile.name,
        tier=profile.tier,
        locale=profile.locale,
        mails=knows(reader, personal(profile.mails, [])).left,
        phones=knows(reader, personal(profile.phones, [])).left,
        organisations=list(profile.organisations),
        history=found.history,
    )


def _decision(line: Ledger, people: dict[int, PersonRef]) -> RoutingDecision:
    body = line.body
    names = {one["person_id"]: PersonRef(id=one["person_id"], name=one["name"]) for one in body["candidates"]}
    return RoutingDecision(
        at=line.at,
        step=body["step"],
        way=body["way"],
        rule=body["rule"],
        chosen_team=body["team"],
        chosen=names.get(body["person_id"]) or people.get(body["person_id"] or 0),
        reasons=body["reasons"],
        candidates=[
            Candidate(person=names[one["person_id"]], removed_by=one["removed_by"], load=one["load"])
            for one in body["candidates"]
        ],
    )
