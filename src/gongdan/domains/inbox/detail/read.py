"""Reading one ticket whole, or a page of its timeline, in two round trips. ``compose`` says what of it is shown."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from functools import partial
from typing import Any

import msgspec

from gongdan.domains.accounts.public import Authority, Reader, reach, reader_of, reader_somewhere
from gongdan.domains.approvals.public import people_asked
from gongdan.domains.channels.public import Addressee
from gongdan.domains.files.public import FileRef, MessageFile, Visitor, file_ref, of_messages
from gongdan.domains.inbox.detail import queries
from gongdan.domains.inbox.detail.lines import Line, LineRow, line_of, lines
from gongdan.domains.inbox.detail.stretches import LONGEST, Hearing, Stretch
from gongdan.domains.inbox.detail.timeline import is_known
from gongdan.domains.inbox.shapes import HistoryRow, Organisation, PersonRef
from gongdan.domains.relations.public import LINKS, RelatedTicket
from gongdan.domains.sla.public import PROMISES, PromisesOfTicket
from gongdan.domains.tickets.public import (
    Facet,
    LoadedTicket,
    Rules,
    TicketNotFound,
    case_of,
    is_visible,
    keys,
    load,
    relations,
    undo_lasts,
)
from gongdan.domains.workflow.public import workflow_query
from gongdan.infra.db.tx import Query, ReadTx
from gongdan.kernel.text import Name


class Asking(msgspec.Struct, frozen=True, kw_only=True):
    """Who reads, and by which policy."""

    authority: Authority
    rules: Rules
    key: bytes
    """Signs the addresses of files."""
    now: datetime

    def reader(self, ticket: LoadedTicket) -> Reader:
        return reader_of(self.authority, keys(case_of(ticket).live))

    def narrowed(self, wanted: Stretch) -> Stretch:
        """As far as it is known before the ticket is."""
        return self.known_to(reader_somewhere(self.authority), wanted)

    def known_to(self, reader: Reader, wanted: Stretch) -> Stretch:
        """Whoever reads no internal notes knows of fewer kinds of events, and of what is said to them alone: the rest
        is not even read."""
        if reader.audiences == "all":
            return wanted
        hears = Hearing(tuple(sorted(reader.audiences)), self.authority.person_id)
        return msgspec.structs.replace(wanted, kinds=self.rules.subjects.told_outside, hears=hears)


class LoadedLines(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the timeline, oldest first, and what its entries are told with."""

    lines: list[Line]
    has_older: bool
    has_newer: bool
    people: dict[int, PersonRef]
    teams: dict[str, Name]
    tickets: dict[int, str]
    """Numbers of those that entries name and that the reader may see."""
    files: dict[int, list[FileRef]]


class LoadedDetail(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket as it was loaded: everything, whoever reads it."""

    ticket: LoadedTicket
    page: LoadedLines
    """The newest entries."""
    events: list[queries.EventRow]
    """The whole log, where it was asked for or the reader may take back something of it; else none."""
    landmarks: list[queries.Landmark]
    promises: list[PromisesOfTicket]
    asked: Mapping[Facet[Any], Sequence[Any]]
    """What the release's conditions ask for beside it."""
    ledger: list[queries.Ledger]
    around: queries.Around
    history: list[HistoryRow]
    addressee: Addressee | None
    organisation: Organisation | None
    links: list[RelatedTicket]
    """All, whoever may see what they lead to."""
    ran_on: frozenset[str]
    """Versions of workflows that its events name; the rules that it was found with know them."""


async def find(
    tx: ReadTx, asking: Asking, number: str, *, until: datetime | None = None, is_whole: bool = False
) -> LoadedDetail:
    """Load a ticket with its newest entries, in two round trips. ``until`` chooses the entries and the versions of
    messages; ``is_whole`` loads its whole log, which ``as_it_was`` folds.

    Raises:
        TicketNotFound: no such ticket, or not one that this reader may see.
    """
    rules, needs, wanted = asking.rules, tuple(asking.rules.needs), asking.narrowed(Stretch(until=until))
    of_number = _of_number(number, asking, wanted, is_whole)
    found = await tx.gather(*of_number, *(queries.facet(one, number) for one in needs))
    rows, first, landmarks, log, promises, ledger, beside, history, addressees, links, *asked = found
    ticket = _visible(rows, asking.authority, number)
    shown, has_older = await _fill(tx, asking, ticket, wanted, first)
    landmarks = landmarks if until is not None else _where_it_stands(ticket, landmarks)
    ran_on = {ticket.workflow, *_migrated_to(log)} | {one.workflow for one in landmarks if one.workflow}
    *page, organisations, events, flows = await tx.gather(
        *_named_by([*shown, *(Line(event=row) for row in log)], _of_ticket(ticket, ledger), asking),
        *_beside(
            ticket, ran_on - rules.workflows.keys(), asks_log=not is_whole and _may_undo(ticket, beside[0], asking)
        ),
        last=True,
    )
    rules.workflows.update({flow.hash: flow.compiled() for flow in flows})
    return LoadedDetail(
        ticket=ticket,
        page=_page(shown, page, asking, has_older=has_older, has_newer=False),
        events=log or events,
        landmarks=landmarks,
        promises=promises,
        asked=dict(zip(needs, asked, strict=True)),
        ledger=ledger,
        around=beside[0],
        history=history,
        addressee=next(iter(addressees), None),
        organisation=next(iter(organisations), None),
        links=links,
        ran_on=frozenset(ran_on & rules.workflows.keys()),
    )


def _where_it_stands(ticket: LoadedTicket, landmarks: list[queries.Landmark]) -> list[queries.Landmark]:
    """With where it stands now, if no move led there: a map took it there, or an undoing took it back."""
    came_to = [one.status for one in landmarks if one.status]
    if not came_to or came_to[-1] == ticket.status:
        return landmarks
    here = {"at": ticket.status_at, "status": ticket.status, "workflow": None, "opening": None}
    return [*landmarks, msgspec.structs.replace(landmarks[-1], **here)]


def _migrated_to(log: Iterable[queries.EventRow]) -> set[str]:
    """Versions of workflows that a map took it to, by its whole log."""
    bodies = (one.body for one in log if one.kind == "ticket.migrated" and one.body is not None)
    return {msgspec.json.decode(body)["workflow"] for body in bodies}


def _of_number(number: str, asking: Asking, wanted: Stretch, is_whole: bool) -> tuple[Query[Any], ...]:
    """What a ticket's number alone leads to."""
    return (
        load("t.number = %(number)s", {"number": number}),
        lines(number, wanted),
        queries.landmarks(number, wanted.until),
        queries.events(number, asks=is_whole),
        queries.facet(PROMISES, number),
        queries.ledger(number, wanted.until),
        queries.around(number, asking.authority.person_id),
        queries.history(number, reach(asking.authority)),
        queries.addressee(number),
        queries.facet(LINKS, number),
    )


def _beside(ticket: LoadedTicket, unknown: AbstractSet[str], *, asks_log: bool) -> tuple[Query[Any], ...]:
    """What the ticket itself names. Whoever did something to it lately may be able to take it back: the log says."""
    return (
        queries.organisation(ticket.organisation_id),
        queries.events(ticket.number, asks=asks_log),
        workflow_query(unknown),
    )


def _may_undo(ticket: LoadedTicket, around: queries.Around, asking: Asking) -> bool:
    """Whether the reader did something that may still be taken back: else its log, however long, is not read."""
    lasts = undo_lasts(relations(asking.authority, case_of(ticket).live))
    return around.acted_at is not None and asking.now - around.acted_at <= lasts


async def find_page(
    tx: ReadTx, asking: Asking, number: str, stretches: Sequence[Stretch]
) -> tuple[LoadedTicket, LoadedLines]:
    """Stretches of a ticket's timeline that follow each other, the oldest first.

    Raises:
        TicketNotFound: no such ticket, or not one that this reader may see.
    """
    wanted = [asking.narrowed(one) for one in stretches]
    rows, *found = await tx.gather(
        load("t.number = %(number)s", {"number": number}), *(lines(number, one) for one in wanted)
    )
    ticket = _visible(rows, asking.authority, number)
    filled = [await _fill(tx, asking, ticket, one, first) for one, first in zip(wanted, found, strict=True)]
    shown = [line for part, _ in filled for line in part]
    more = {one.way: has_more for one, (_, has_more) in zip(wanted, filled, strict=True)}
    page = await tx.gather(*_named_by(shown, set(), asking), last=True)
    # Towards the edge of a single stretch there is what its reader has already.
    is_from_end = len(wanted) == 1 and wanted[0].edge is None
    has_older, has_newer = more.get("older", bool(shown)), more.get("newer", bool(shown) and not is_from_end)
    return ticket, _page(shown, page, asking, has_older=has_older, has_newer=has_newer)


def _visible(rows: Sequence[LoadedTicket], authority: Authority, number: str) -> LoadedTicket:
    if not rows or not is_visible(authority, keys(case_of(rows[0]).live), trashed=rows[0].trashed):
        raise TicketNotFound(number=number)
    return rows[0]


async def _fill(
    tx: ReadTx, asking: Asking, ticket: LoadedTicket, wanted: Stretch, first: Sequence[LineRow]
) -> tuple[list[Line], bool]:
    """A stretch as full as its reader's knowledge allows, and whether there is more. Who reads internal notes knows of
    every entry; for anybody else it may take further round trips."""
    reader, asked, rows = asking.reader(ticket), wanted, first
    if (here := asking.known_to(reader, wanted)) != wanted:  # they may know more of other tickets
        asked = wanted = here
        (rows,) = await tx.gather(lines(ticket.number, wanted))
    found: list[Line] = []
    while True:
        read = [line_of(row) for row in rows]
        part, has_more = _cut(read, asked), len(read) > asked.limit
        known = part if reader.is_inside else _known(part, reader, asking.rules)
        found = known + found if wanted.way == "older" else found + known
        if len(found) >= wanted.limit or not has_more:
            return _cut(found, wanted), has_more or len(found) > wanted.limit
        edge = part[0] if wanted.way == "older" else part[-1]
        asked = msgspec.structs.replace(wanted, edge=edge.key, including=False, limit=LONGEST)
        (rows,) = await tx.gather(lines(ticket.number, asked))


def _cut(found: list[Line], wanted: Stretch) -> list[Line]:
    """Those nearest to where the stretch begins."""
    return found[-wanted.limit :] if wanted.way == "older" else found[: wanted.limit]


def _known(part: Iterable[Line], reader: Reader, rules: Rules) -> list[Line]:
    """Without what this reader may not know of; what was left out before such an entry is left out before the next."""
    known: list[Line] = []
    folded = 0
    for line in part:
        folded += line.folded
        if is_known(line, reader, rules):
            known.append(msgspec.structs.replace(line, folded=folded))
            folded = 0
    return known


def _page(
    shown: list[Line], page: Sequence[Sequence[Any]], asking: Asking, *, has_older: bool, has_newer: bool
) -> LoadedLines:
    named, files = page
    visitor = Visitor(asking.authority.workspace_id, asking.authority.person_id, asking.authority.bearer)
    return LoadedLines(
        lines=shown,
        has_older=has_older,
        has_newer=has_newer,
        people={one.id: PersonRef(id=one.id, name=one.name) for one in named if one.id and not one.is_ticket},
        teams={one.key: one.names or {} for one in named if one.key is not None},
        tickets={one.id: one.name for one in named if one.id and one.is_ticket},
        files=_refs(files, visitor, asking.key, asking.now),
    )


def _named_by(
    shown: Sequence[Line], beside: set[int], asking: Asking
) -> tuple[Query[queries.NameRow], Query[MessageFile]]:
    """What was read names people, teams, tickets and files: these."""
    said = [line.message for line in shown if line.message is not None]
    named, tickets = _named(shown, asking.rules), _tickets_named(shown, asking.rules)
    return (
        queries.names(beside | named, tickets, reach(asking.authority)),
        of_messages([message.id for message in said if not message.redacted]),
    )


def _of_ticket(ticket: LoadedTicket, ledger: Iterable[queries.Ledger]) -> set[int]:
    """Of the ticket as it is, and whom it was routed to."""
    ids = {one.body["person_id"] for one in ledger}
    ids |= {ticket.requester_id, ticket.creator_id, ticket.assignee_id, *(person for person, _ in ticket.participants)}
    ids |= people_asked(ticket)
    return {id for id in ids if id is not None}


def _named(shown: Iterable[Line], rules: Rules) -> set[int]:
    """Whoever acted, whom events hold, with whom the conversations are, and who wrote what stands in another log."""
    ids: set[int | None] = set()
    for line in shown:
        if row := line.event:
            ids.add(row.actor_id)
            if row.body:
                ids |= rules.subjects.people_in(row.kind, partial(msgspec.json.decode, row.body))
        if line.message is not None:
            ids |= {line.message.party_id} | ({line.message.author_id} if line.event is None else set())
    return {id for id in ids if id is not None}


def _tickets_named(shown: Iterable[Line], rules: Rules) -> set[int]:
    """Other tickets that events hold."""
    rows = [line.event for line in shown if line.event is not None and line.event.body]
    found = (rules.subjects.tickets_in(row.kind, partial(msgspec.json.decode, row.body)) for row in rows)
    return set().union(*found)


def _refs(files: Iterable[MessageFile], reader: Visitor, key: bytes, now: datetime) -> dict[int, list[FileRef]]:
    refs: dict[int, list[FileRef]] = defaultdict(list)
    for file in files:
        refs[file.message_id].append(file_ref(file, key=key, reader=reader, now=now))
    return refs
