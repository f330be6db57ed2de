"""A ticket as it is, and as it was at any instant, from its log (spec 02, as it was). Pure."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from gongdan.domains.accounts.public import Authority
from gongdan.domains.inbox.detail.allowed import NOTHING, offered
from gongdan.domains.inbox.detail.compose import State
from gongdan.domains.inbox.detail.queries import EventRow
from gongdan.domains.inbox.detail.read import LoadedDetail
from gongdan.domains.relations.public import LINKS
from gongdan.domains.sla.public import PROMISES, catch_up, replayed
from gongdan.domains.tickets.public import HISTORY, Case, Rules, Subjects, case_of
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Actor, Logged


def as_it_is(found: LoadedDetail, authority: Authority, rules: Rules, now: datetime) -> State:
    """The ticket now, its clocks brought up to ``now``, and what the reader may do with it."""
    case = case_as_it_is(found)
    if any(row.actor_id == authority.person_id for row in found.events):  # else there is nothing that they could undo
        case = case.having(HISTORY, logged(found.events, found, rules.subjects))
    return State(
        ticket=case.live,
        clocks=catch_up(tuple(clock for one in found.promises for clock in one.clocks), now).book,
        offered=offered(case, authority, rules, now),
        addressee=found.addressee,
        at=now,
    )


def case_as_it_is(found: LoadedDetail) -> Case:
    return case_of(found.ticket, {**found.asked, PROMISES: found.promises, LINKS: found.links})


def as_it_was(found: LoadedDetail, rules: Mapping[int, Rules], at: datetime) -> State:
    """The state at ``at`` of a ticket that was found whole. ``rules`` holds every release that the events until then
    name. Nobody changes the past, so nothing is allowed in it.

    Raises:
        Invalid: the ticket was not open yet, or what opened it was erased.
    """
    until = [row for row in found.events if row.at <= at]
    if not until or until[0].body is None:
        raise Invalid(faults=(FieldFault("as_of", "inbox.before_opening", {"opened_at": found.ticket.created_at}),))
    ticket, clocks = replayed(logged(until, found, _subjects(rules)), case_of(found.ticket).requester, rules, at)
    assert ticket is not None, "its first event opens it"
    return State(ticket=ticket, clocks=clocks, offered=NOTHING, addressee=None, at=at)


def _subjects(rules: Mapping[int, Rules]) -> Subjects:
    """They are the same in every release."""
    return next(iter(rules.values())).subjects


def logged(rows: Iterable[EventRow], found: LoadedDetail, subjects: Subjects) -> list[Logged[Any]]:
    """Stored events as they were appended; those whose body was erased, or that no subject knows, are passed over."""
    return [
        Logged(
            workspace_id=0,
            stream="ticket",
            stream_id=found.ticket.id,
            seq=row.seq,
            id=row.id,
            actor=Actor(kind=row.actor, person_id=row.actor_id, via=row.via, rule=row.rule),
            command_id=row.command_id,
            cause=row.cause,
            depth=row.depth,
            release=row.release,
            at=row.at,
            event=event,
        )
        for row in rows
        if row.body is not None and (event := subjects.decode(row.kind, row.body)) is not None
    ]
