"""Reading one ticket whole: ``load`` in two round trips, ``compose`` pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

import msgspec

from gongdan.domains.accounts.public import Authority, reach
from gongdan.domains.channels.public import Addressee
from gongdan.domains.files.public import FileRef, MessageFile, Visitor, file_ref, of_messages
from gongdan.domains.inbox.detail import queries
from gongdan.domains.inbox.detail.timeline import elsewhere, workflows_in
from gongdan.domains.inbox.shapes import HistoryRow, Organisation, PersonRef
from gongdan.domains.sla.public import PROMISES, PromisesOfTicket
from gongdan.domains.tickets.public import (
    Facet,
    LoadedTicket,
    Rules,
    Subjects,
    TicketNotFound,
    case_of,
    is_visible,
    keys,
    load,
)
from gongdan.domains.workflow.public import workflow_query
from gongdan.infra.db.tx import Query, ReadTx
from gongdan.kernel.text import Name


class LoadedDetail(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket as it was loaded: everything, whoever reads it."""

    ticket: LoadedTicket
    events: list[queries.EventRow]
    messages: dict[int, queries.MessageRow]
    promises: list[PromisesOfTicket]
    asked: Mapping[Facet[Any], Sequence[Any]]
    """What the release's conditions ask for beside it."""
    ledger: list[queries.Ledger]
    profile: queries.Profile
    history: list[HistoryRow]
    addressee: Addressee | None
    people: dict[int, PersonRef]
    teams: dict[str, Name]
    files: dict[int, list[FileRef]]
    organisation: Organisation | None
    follows: str | None
    notices: list[queries.NoticeDelivery]
    ran_on: frozenset[str]
    """Versions of workflows that its events name; the rules that it was found with know them."""


async def find(
    tx: ReadTx, authority: Authority, rules: Rules, number: str, *, until: datetime | None, key: bytes, now: datetime
) -> LoadedDetail:
    """Load a ticket, in two round trips. ``until`` chooses the versions of its messages; ``key`` signs its files.

    Raises:
        TicketNotFound: no such ticket, or not one that this reader may see.
    """
    needs = tuple(rules.needs)
    rows, events, messages, promises, ledger, profiles, history, addressees, notices, *asked = await tx.gather(
        load("t.number = %(number)s", {"number": number}),
        queries.events(number),
        queries.messages(number, until),
        queries.facet(PROMISES, number),
        queries.ledger(number),
        queries.profile(number),
        queries.history(number, reach(authority)),
        queries.addressee(number),
        queries.notices(number),
        *(queries.facet(one, number) for one in needs),
    )
    if not rows or not is_visible(authority, keys(case_of(rows[0]).live), trashed=rows[0].trashed):
        raise TicketNotFound(number=number)
    ticket = rows[0]
    ran_on = {ticket.workflow} | workflows_in(events)
    named, files, organisations, followed, flows = await tx.gather(
        *_named_by(ticket, events, messages, rules), workflow_query(ran_on - rules.workflows.keys()), last=True
    )
    rules.workflows.update({flow.hash: flow.compiled() for flow in flows})
    return LoadedDetail(
        ticket=ticket,
        events=events,
        messages={message.id: message for message in messages},
        promises=promises,
        asked=dict(zip(needs, asked, strict=True)),
        ledger=ledger,
        profile=profiles[0],
        history=history,
        addressee=addressees[0] if addressees else None,
        people={one.id: PersonRef(id=one.id, name=one.name) for one in named if one.id is not None},
        teams={one.key: one.names or {} for one in named if one.key is not None},
        files=_refs(files, Visitor(authority.workspace_id, authority.person_id, authority.bearer), key, now),
        organisation=organisations[0] if organisations else None,
        follows=followed[0].number if followed else None,
        notices=notices,
        ran_on=frozenset(ran_on & rules.workflows.keys()),
    )


def _named_by(
    ticket: LoadedTicket, events: Iterable[queries.EventRow], messages: Iterable[queries.MessageRow], rules: Rules
) -> tuple[Query[queries.NameRow], Query[MessageFile], Query[Organisation], Query[Any]]:
    """What was read names people, teams, files, an organisation and an earlier ticket: these."""
    return (
        queries.names(_named(ticket, events, rules.subjects) | _speakers(messages, ticket.id)),
        of_messages([message.id for message in messages if not message.redacted]),
        queries.organisation(ticket.organisation_id),
        queries.followed(ticket.follows),
    )


def _named(ticket: LoadedTicket, events: Iterable[queries.EventRow], subjects: Subjects) -> set[int]:
    """Everybody whose name is shown: of the ticket as it is and as it was, and whoever acted."""
    ids = {ticket.requester_id, ticket.creator_id, ticket.assignee_id, *(person for person, _ in ticket.participants)}
    for row in events:
        ids.add(row.actor_id)
        if row.body:
            ids |= subjects.people_in(row.kind, partial(msgspec.json.decode, row.body))
    return {id for id in ids if id is not None}


def _speakers(messages: Iterable[queries.MessageRow], ticket_id: int) -> set[int]:
    """With whom the conversations are, and who wrote what stands in another log."""
    found = {one.party_id for one in messages}
    return found | {one.author_id for one in elsewhere(messages, ticket_id) if one.author_id is not None}


def _refs(files: Iterable[MessageFile], reader: Visitor, key: bytes, now: datetime) -> dict[int, list[FileRef]]:
    refs: dict[int, list[FileRef]] = defaultdict(list)
    for file in files:
        refs[file.message_id].append(file_ref(file, key=key, reader=reader, now=now))
    return refs
