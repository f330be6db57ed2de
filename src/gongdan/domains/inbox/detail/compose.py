"""A ticket as its reader is shown it, from what was loaded. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any
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
from gongdan.domains.approvals.public import approval_view
from gongdan.domains.channels.public import Addressee
from gongdan.domains.inbox.detail.allowed import Offered
from gongdan.domains.inbox.detail.clocks import clock_views
from gongdan.domains.inbox.detail.queries import Landmark, Ledger
from gongdan.domains.inbox.detail.read import LoadedDetail, LoadedLines
from gongdan.domains.inbox.detail.timeline import ToldWith, recipients, timeline
from gongdan.domains.inbox.masking import hidden
from gongdan.domains.inbox.shapes import (
    Candidate,
    Customer,
    PersonRef,
    RoutingDecision,
    TicketDetail,
    TimelineEntry,
)
from gongdan.domains.relations.public import children_shown, links_shown, merged_into
from gongdan.domains.sla.public import ClockRow
from gongdan.domains.tickets.public import (
    LoadedTicket,
    Narrator,
    Rules,
    Ticket,
    keys,
    read_by_triage,
    requester_reopens_until,
)
from gongdan.domains.work.public import checks_of, reminders_of, snooze_of, times_of
from gongdan.domains.workflow.public import StepView, steps
from gongdan.infra.http.bodies import Answer


class State(msgspec.Struct, frozen=True, kw_only=True):
    """The ticket at an instant: as it is, or as it was."""

    ticket: Ticket
    clocks: Iterable[ClockRow]
    offered: Offered
    addressee: Addressee | None
    at: datetime


class TimelinePage(Answer, frozen=True):
    """A part of a timeline, oldest first."""

    entries: list[TimelineEntry]
    older: str | None
    """What to ask for as ``before`` to go on; null: it begins here."""
    newer: str | None
    """What to ask for as ``after`` to go on; null: it ends here."""
    people: list[PersonRef]
    """Whom the values of the events hold by id."""


def compose(found: LoadedDetail, state: State, authority: Authority, rules: Rules, locale: str) -> TicketDetail:
    """What this reader sees of the ticket in this state, said in their language. Names and the customer's profile are
    those of now."""
    ticket, people = state.ticket, found.page.people
    reader = reader_of(authority, keys(found.ticket))
    entries, named = _entries(found.page, ticket.workflow, authority, reader, rules, locale)
    watching = [person for person, role in ticket.participants if role == "watcher"]
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
        is_merged=ticket.merged_into is not None,
        merged_into=merged_into(found.links, authority, ticket),
        links=knows(reader, of_staff(links_shown(found.links, authority))).value or [],
        children=knows(reader, of_staff(children_shown(found.links, ticket))).value,
        answers_stopped=found.around.last_notice == "stopped",
        reopen_until=requester_reopens_until(ticket, rules),
        shelf=ticket.shelf,
        clocks=clock_views(ticket, state.clocks, rules, state.at),
        steps=_steps(ticket, found.landmarks, rules),
        timeline=entries,
        older=_older(found.page),
        people=named,
        customer=_customer(found, reader),
        addressee=recipients(state.addressee.recipient, state.addressee.cc, reader) if state.addressee else None,
        routing=knows(reader, of_staff([_decision(one, people) for one in found.ledger])).value or [],
        triage=_triage(found.landmarks, reader),
        checks=knows(reader, of_staff(checks_of(ticket, state.clocks, rules))).value or [],
        work=knows(reader, of_staff(times_of(ticket, rules, authority.person_id))).value,
        snooze=snooze_of(ticket, authority.person_id),
        reminders=reminders_of(ticket, authority.person_id),
        approval=knows(reader, of_staff(approval_view(ticket, _names(people), locale))).value,
        **msgspec.structs.asdict(state.offered),
    )


def _names(people: Mapping[int, PersonRef]) -> Callable[[int], str]:
    return lambda id: people[id].name if id in people else ""


def compose_page(
    ticket: LoadedTicket, page: LoadedLines, authority: Authority, rules: Rules, locale: str
) -> TimelinePage:
    """What this reader sees of a page of the timeline."""
    reader = reader_of(authority, keys(ticket))
    entries, named = _entries(page, ticket.workflow, authority, reader, rules, locale)
    newer = str(page.lines[-1].key) if page.has_newer and page.lines else None
    return TimelinePage(entries=entries, older=_older(page), newer=newer, people=named)


def _older(page: LoadedLines) -> str | None:
    return str(page.lines[0].key) if page.has_older and page.lines else None


def _entries(
    page: LoadedLines, workflow: str, authority: Authority, reader: Reader, rules: Rules, locale: str
) -> tuple[list[TimelineEntry], list[PersonRef]]:
    """The entries, and whom their values hold by id."""
    people = page.people
    narrator = Narrator(
        rules=rules,
        workflow=workflow,
        locale=locale,
        zone=ZoneInfo(authority.zone),
        people={id: person.name for id, person in people.items()},
        teams=page.teams,
        tickets=page.tickets,
    )
    entries = timeline(page.lines, ToldWith(people=people, files=page.files, locale=locale), narrator, reader, rules)
    named = {person for entry in entries for person in rules.subjects.people_in(entry.kind, partial(dict, entry.data))}
    return entries, [people[person] for person in sorted(named) if person in people]


_PLAIN = (
    "number", "title", "type", "category", "priority", "status", "phase", "team", "channel", "tags", "incomplete",
    "escalation", "escalation_level", "held_at", "close_reason", "rating", "follow_up_at", "confirmation_offered_at",
    "reopened", "created_at", "updated_at", "accepted_at", "first_response_at", "resolved_at", "closed_at", "version",
)  # fmt: skip


def _steps(ticket: Ticket, landmarks: Sequence[Landmark], rules: Rules) -> list[StepView]:
    entered = [(one.status, one.at) for one in landmarks if one.status]
    limit_at = landmarks[-1].limit_at if landmarks else None
    return steps(rules.workflows[ticket.workflow], entered, limit_at=limit_at)


def _triage(landmarks: Sequence[Landmark], reader: Reader) -> dict[str, Any]:
    """What triage read when the ticket was opened, as far as this reader may know it."""
    body = landmarks[0].opening if landmarks else None
    return knows(reader, read_by_triage(msgspec.json.decode(body) if body else {})).value or {}


def _known(watching: list[int], reader: Reader, authority: Authority) -> list[int]:
    """Who watches, for the staff; that they do so themselves, for everybody."""
    others = knows(reader, of_staff(watching)).value
    return [one for one in watching if one == authority.person_id] if others is None else others


def _customer(found: LoadedDetail, reader: Reader) -> Customer:
    profile = found.around
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
