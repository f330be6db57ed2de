"""Reading for a customer: one ticket in two round trips, their list in two at most."""

from collections import defaultdict
from datetime import datetime

import msgspec

from gongdan.domains.accounts.public import Authority, reach
from gongdan.domains.files.public import FileRef, Visitor, file_ref, of_messages
from gongdan.domains.portal import queries, showing
from gongdan.domains.portal.shapes import PortalRow, PortalTicket
from gongdan.domains.tickets.public import Case, Rules, TicketNotFound, case_of, checked, commands, load
from gongdan.domains.workflow.public import workflow_query
from gongdan.infra.db.tx import ReadTx

LONGEST_NUMBER = 64


async def ticket_of(
    tx: ReadTx, authority: Authority, rules: Rules, number: str, *, key: bytes, now: datetime
) -> PortalTicket:
    """A ticket as this customer sees it; ``key`` signs the addresses of its files.

    Raises:
        TicketNotFound: no such ticket, or not one of theirs.
    """
    check_number(number)
    needs = tuple(rules.needs)
    rows, messages, handlers, passages, promised, standing, *asked = await tx.gather(
        load("t.number = %(number)s", {"number": number}),
        queries.messages(number, authority.person_id),
        queries.handlers(number),
        queries.passages(number),
        queries.promised(number),
        queries.stands_for(number),
        *(queries.facet(one, number) for one in needs),
    )
    if not rows or rows[0].trashed:
        raise TicketNotFound(number=number)
    case = checked(case_of(rows[0], dict(zip(needs, asked, strict=True))), authority, "ticket.read")
    files, flows, unproved = await tx.gather(
        of_messages([message.id for message in messages if not message.redacted]),
        workflow_query({case.live.workflow} - rules.workflows.keys()),
        commands.unverified(case.live.id),
    )
    rules.workflows.update({flow.hash: flow.compiled() for flow in flows})
    reader = Visitor(authority.workspace_id, authority.person_id, authority.bearer)
    refs: dict[int, list[FileRef]] = defaultdict(list)
    for file in files:
        refs[file.message_id].append(file_ref(file, key=key, reader=reader, now=now))
    found = showing.LoadedForCustomer(
        case=case,
        messages=messages,
        files=refs,
        handlers=handlers[0],
        passages=[*passages, _stands(case)],
        promised=promised[0],
        stands_for_it=next(iter(standing), None),
        asks_who=bool(unproved) and authority.only_ticket is not None and authority.person_id == case.live.requester_id,
    )
    return showing.ticket(found, authority, rules, now)


def _stands(case: Case) -> queries.Passage:
    """Where it stands, whatever led there: a move, a map of workflows, an undoing."""
    body = msgspec.json.encode({"after": case.live.status})
    return queries.Passage(kind="ticket.moved", at=case.live.status_at, body=body)


async def tickets_of(tx: ReadTx, authority: Authority, rules: Rules) -> list[PortalRow]:
    """The tickets that they asked for, and those of the organisations that they administer, latest change first."""
    (rows,) = await tx.gather(queries.rows(reach(authority)))
    if unknown := {row.workflow for row in rows} - rules.workflows.keys():
        (flows,) = await tx.gather(workflow_query(unknown))
        rules.workflows.update({flow.hash: flow.compiled() for flow in flows})
    return [showing.row(row, rules) for row in rows]


def check_number(number: str) -> None:
    """
    Raises:
        TicketNotFound: no ticket can have this number.
    """
    if len(number) > LONGEST_NUMBER or "\x00" in number:
        raise TicketNotFound(number=number[:LONGEST_NUMBER])
