"""Opening tickets over HTTP: one, or a batch that answers per row."""

from collections.abc import Sequence
from typing import Any

from litestar import Request, Response, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from gongdan.domains.accounts.public import Authority, may_somewhere
from gongdan.domains.conversations.public import Attached
from gongdan.domains.customers.public import Handle, mail_handle, phone_handle
from gongdan.domains.files.public import uploaded
from gongdan.domains.inbox.http.deps import outcome
from gongdan.domains.inbox.http.requests import OpenTicket, OpenTickets
from gongdan.domains.inbox.shapes import BatchOutcome, Outcome, RowOutcome
from gongdan.domains.tickets.public import Desk, NewTicket, Numbers, RuleBook, UnitOfWork, commands
from gongdan.infra.http.idempotency import Once
from gongdan.infra.http.problems import described
from gongdan.kernel import clock
from gongdan.kernel.errors import Forbidden, Refusal
from gongdan.kernel.events import Via
from gongdan.kernel.text import clean


@post("/tickets", status_code=201, operation_id="openTicket", tags=["tickets"])
async def open_ticket(
    data: JSONBody[OpenTicket],
    authority: NamedDependency[Authority],
    uow: NamedDependency[UnitOfWork],
    rules: NamedDependency[RuleBook],
    numbers: NamedDependency[Numbers],
    triage: NamedDependency[commands.Triage],
    via: NamedDependency[Via],
    once: NamedDependency[Once],
) -> Response[Outcome]:
    """Open a ticket. The answer says its team and clocks; the agent follows in the stream, chosen by the router."""
    _check(authority, [data])
    (number,) = await numbers.take(await rules(authority.workspace_id, authority.release), 1, clock.now())
    async with uow.begin(authority, via=via) as desk:
        if replayed := await once.answered(desk.tx, authority.person_id):
            return replayed
        opened = await commands.open_ticket(desk, await _new(desk, data, number), triage)
        answer = outcome(opened.decision, message_id=opened.message_id)
        return once.keep(desk.tx, authority.person_id, answer, status=201, now=desk.now)


@post("/tickets/batch", status_code=200, operation_id="openTickets", tags=["tickets"])
async def open_tickets(
    data: JSONBody[OpenTickets],
    authority: NamedDependency[Authority],
    uow: NamedDependency[UnitOfWork],
    rules: NamedDependency[RuleBook],
    numbers: NamedDependency[Numbers],
    triage: NamedDependency[commands.Triage],
    via: NamedDependency[Via],
    request: Request[Any, Any, Any],
) -> BatchOutcome:
    """Open up to 1,000 tickets, in chunks of 100. Each row is answered by itself; a refused one hinders no other."""
    _check(authority, data.tickets)
    book = await rules(authority.workspace_id, authority.release)
    rows: list[RowOutcome] = []
    for start in range(0, len(data.tickets), commands.CHUNK):
        chunk = data.tickets[start : start + commands.CHUNK]
        given = await numbers.take(book, len(chunk), clock.now())
        async with uow.begin(authority, via=via) as desk:
            wanted = [await _new(desk, one, number) for one, number in zip(chunk, given, strict=True)]
            answers = await commands.open_tickets(desk, wanted, triage)
        rows += [_row(request, start + n, answer) for n, answer in enumerate(answers)]
    created = sum(row.ticket is not None for row in rows)
    return BatchOutcome(created=created, refused=len(rows) - created, rows=rows)


def _row(request: Request[Any, Any, Any], index: int, answer: commands.Opened | Refusal) -> RowOutcome:
    if isinstance(answer, Refusal):
        return RowOutcome(index=index, ticket=None, problem=described(request, answer))
    return RowOutcome(index=index, ticket=outcome(answer.decision, message_id=answer.message_id), problem=None)


def _check(authority: NamedDependency[Authority], wanted: Sequence[OpenTicket]) -> None:
    """Who opens for others, or says who shall have it, needs more than the right to ask."""
    if not may_somewhere(authority, "ticket.create"):
        raise Forbidden(action="ticket.create")
    for_others = any(one.requester is not None for one in wanted)
    if for_others and not may_somewhere(authority, "ticket.create_for_others"):
        raise Forbidden(action="ticket.create_for_others")
    if any(one.assignee_id or one.team for one in wanted) and not may_somewhere(authority, "ticket.assign"):
        raise Forbidden(action="ticket.assign")


async def _new(desk: Desk, data: OpenTicket, number: str) -> NewTicket:
    for_other = data.requester is not None
    found = await uploaded(desk.tx, desk.authority.person_id, data.files)
    return NewTicket(
        number=number,
        requester=_requester(desk, data),
        channel="api" if desk.via == "api" else "web",
        by_agent=for_other and desk.authority.kind == "staff" and desk.via == "web",
        title=clean(data.title),
        text=data.text,
        type=data.type,
        category=data.category,
        priority=data.priority,
        team=data.team,
        assignee_id=data.assignee_id,
        fields=data.fields,
        tags=tuple(data.tags),
        files=tuple(Attached(file_id=one.id) for one in found),
    )


def _requester(desk: Desk, data: OpenTicket) -> Handle | int:
    asked = data.requester
    if asked is None or (asked.id is None and asked.mail is None and asked.phone is None):
        return desk.authority.person_id or 0
    if asked.id is not None:
        return asked.id
    if asked.mail is not None:
        return mail_handle(asked.mail, asked.name)
    return phone_handle(asked.phone or "", asked.name)


handlers = [open_ticket, open_tickets]
