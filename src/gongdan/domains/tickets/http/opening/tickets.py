"""Opening tickets over HTTP: one, or a batch that answers per row."""

from collections.abc import Sequence
from typing import Any

import msgspec
import structlog
from litestar import Request, Response, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from psycopg import DataError, IntegrityError
from psycopg.errors import DeadlockDetected

from gongdan.domains.accounts.public import Authority, may_somewhere
from gongdan.domains.conversations.public import Attached
from gongdan.domains.customers.public import Handle, mail_handle, only_named, phone_handle
from gongdan.domains.files.public import uploaded
from gongdan.domains.tickets import commands
from gongdan.domains.tickets.commands import NewTicket
from gongdan.domains.tickets.desk.blocks import Numbers
from gongdan.domains.tickets.desk.desk import Begin, Desk, Seat
from gongdan.domains.tickets.desk.rulebook import RuleBook
from gongdan.domains.tickets.errors import RowFailed
from gongdan.domains.tickets.http.requests import OpenTicket, OpenTickets
from gongdan.domains.tickets.http.shapes import BatchOutcome, Outcome, RowOutcome, outcome
from gongdan.infra.http.guard import needs
from gongdan.infra.http.idempotency import Once
from gongdan.infra.http.problems import described
from gongdan.infra.http.reading.body import BadRow, rows_of
from gongdan.kernel import clock
from gongdan.kernel.errors import FieldFault, Forbidden, Invalid, Refusal
from gongdan.kernel.text import clean

log = structlog.get_logger()

Numbered = tuple[int, OpenTicket]
"""A row with its place in the request."""


@post(
    "/tickets",
    status_code=201,
    operation_id="openTicket",
    tags=["tickets"],
    opt=needs("staff", "ticket.create", scope="tickets:write"),
)
async def open_ticket(
    data: JSONBody[OpenTicket],
    authority: NamedDependency[Authority],
    begin: NamedDependency[Begin],
    rules: NamedDependency[RuleBook],
    numbers: NamedDependency[Numbers],
    triage: NamedDependency[commands.Triage],
    once: NamedDependency[Once],
) -> Response[Outcome]:
    """Open a ticket. The answer says its team and clocks; the agent follows in the stream, chosen by the router."""
    _check(authority, data)
    (number,) = await numbers.take(await rules(authority.workspace_id, authority.release), 1, clock.now())
    async with begin() as desk:
        new = await _new(desk, data, number)
        opened = await commands.open_ticket(desk, new, triage, await _seat(desk, [new]))
        answer = outcome(desk, opened.decision, message_id=opened.message_id)
        return once.keep(answer, status=201)


@post(
    "/tickets/batch",
    status_code=200,
    operation_id="openTickets",
    tags=["tickets"],
    opt=needs("staff", "ticket.create", scope="tickets:write") | {"once": "rows"},
)
async def open_tickets(
    data: JSONBody[OpenTickets],
    authority: NamedDependency[Authority],
    begin: NamedDependency[Begin],
    rules: NamedDependency[RuleBook],
    numbers: NamedDependency[Numbers],
    triage: NamedDependency[commands.Triage],
    once: NamedDependency[Once],
    request: Request[Any, Any, Any],
) -> BatchOutcome:
    """Open up to 1,000 tickets, chunk by chunk. Each row is answered by itself; a refused one hinders no other. Under
    the same ``Idempotency-Key`` rows that were opened are answered as before, and the others are tried again."""
    _check(authority)
    book = await rules(authority.workspace_id, authority.release)

    async def open_chunk(chunk: Sequence[Numbered]) -> list[RowOutcome]:
        """One transaction; if the database does not take it, one for each row."""
        try:
            given = await numbers.take(book, len(chunk), clock.now())
            async with begin() as desk:
                answers = await _open_rows(desk, chunk, given, triage, once)
            return [_row(request, n, answer) for (n, _), answer in zip(chunk, answers, strict=True)]
        except (DataError, IntegrityError, DeadlockDetected) as fault:
            if len(chunk) > 1:
                return [row for one in chunk for row in await open_chunk([one])]
            log.error("tickets.row_failed", exc_info=fault)
            return [_row(request, chunk[0][0], RowFailed())]

    listed = list(enumerate(rows_of(data.tickets)))
    made = [_row(request, n, Invalid(faults=one.faults)) for n, one in listed if isinstance(one, BadRow)]
    good = [(n, one) for n, one in listed if not isinstance(one, BadRow)]
    for start in range(0, len(good), commands.CHUNK):
        made += await open_chunk(good[start : start + commands.CHUNK])
    created = sum(row.ticket is not None for row in made)
    in_order = sorted(made, key=lambda row: row.index)
    return BatchOutcome(created=created, refused=len(made) - created, rows=in_order)


async def _open_rows(
    desk: Desk, chunk: Sequence[Numbered], given: Sequence[str], triage: commands.Triage, once: Once
) -> list[Outcome | Refusal]:
    """Open rows of a request; those that were opened before are answered as then."""
    answers: dict[int, Outcome | Refusal] = {
        n: msgspec.json.decode(body, type=Outcome)
        for n, body in (await once.rows_answered(desk.tx, [n for n, _ in chunk])).items()
    }
    fresh: dict[int, NewTicket] = {}
    for (n, one), number in zip(chunk, given, strict=True):
        if n not in answers:
            try:
                _check(desk.authority, one)
                fresh[n] = await _new(desk, one, number)
            except Refusal as refused:
                answers[n] = _placed(refused, n)
    wanted = list(fresh.values())
    opened = await commands.open_tickets(desk, wanted, triage, await _seat(desk, wanted))
    for n, done in zip(fresh, opened, strict=True):
        if isinstance(done, Refusal):
            answers[n] = _placed(done, n)
            continue
        answers[n] = answer = outcome(desk, done.decision, message_id=done.message_id)
        once.keep_row(desk.tx, n, answer, status=201)
    return [answers[n] for n, _ in chunk]


def _placed(refused: Refusal, row: int) -> Refusal:
    """A row's refusal, whose faults say in which row of the request they are."""
    refused.faults = tuple(msgspec.structs.replace(one, field=f"tickets[{row}].{one.field}") for one in refused.faults)
    return refused


async def _seat(desk: Desk, wanted: Sequence[NewTicket]) -> Seat | None:
    named = {one.assignee_id for one in wanted if one.assignee_id is not None}
    return await desk.seats(named)


def _row(request: Request[Any, Any, Any], index: int, answer: Outcome | Refusal) -> RowOutcome:
    if isinstance(answer, Refusal):
        return RowOutcome(index=index, ticket=None, problem=described(request, answer))
    return RowOutcome(index=index, ticket=answer, problem=None)


def _check(authority: Authority, *wanted: OpenTicket) -> None:
    """Who opens for others, or says who shall have it, needs more than the right to ask."""
    for_others = any(one.requester is not None for one in wanted)
    if for_others and not may_somewhere(authority, "ticket.create_for_others"):
        raise Forbidden(action="ticket.create_for_others")
    if any(one.assignee_id or one.team for one in wanted) and not may_somewhere(authority, "ticket.assign"):
        raise Forbidden(action="ticket.assign")


async def _new(desk: Desk, data: OpenTicket, number: str) -> NewTicket:
    for_other = data.requester is not None
    found = await uploaded(desk.tx, desk.authority.bearer, data.files)
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
        template=data.template,
        tags=tuple(data.tags),
        files=tuple(Attached(file_id=one.id) for one in found),
    )


def _requester(desk: Desk, data: OpenTicket) -> Handle | int:
    """Whoever has neither an address nor a number is made by the name alone."""
    asked = data.requester
    if asked is None:
        return desk.authority.person_id or 0
    if asked.id is not None:
        return asked.id
    if asked.mail is not None:
        return mail_handle(asked.mail, asked.name)
    if asked.phone is not None:
        return phone_handle(asked.phone, asked.name)
    if not asked.name.strip():
        raise Invalid(faults=(FieldFault("requester", "required"),))
    return only_named(asked.name)


handlers = [open_ticket, open_tickets]
