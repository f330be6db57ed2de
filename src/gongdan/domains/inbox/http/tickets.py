"""One ticket over HTTP."""

from datetime import UTC, datetime
from typing import Annotated, Any

from litestar import Request, Response, get, post
from litestar.datastructures import ResponseHeader
from litestar.di import NamedDependency
from litestar.params import JSONBody, QueryParameter

from gongdan.domains.accounts.public import Authority
from gongdan.domains.inbox.detail.compose import compose
from gongdan.domains.inbox.detail.past import as_it_is, as_it_was, case_as_it_is
from gongdan.domains.inbox.detail.read import find
from gongdan.domains.inbox.http.requests import TypedFields
from gongdan.domains.inbox.shapes import TicketDetail
from gongdan.domains.tickets.public import FieldState, RuleBook, TicketNotFound, commands
from gongdan.infra.catalogue import best_locale
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import PathNumber
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock
from gongdan.kernel.errors import FieldFault, Invalid

LONGEST_NUMBER = 64


@get(
    "/tickets/{number:str}",
    operation_id="getTicket",
    tags=["tickets"],
    opt=needs("staff"),
    response_headers=[ResponseHeader("ETag", description="Its version, for `If-Match`.", documentation_only=True)],
)
async def get_ticket(
    number: PathNumber,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    rules: NamedDependency[RuleBook],
    secret: NamedDependency[bytes],
    request: Request[Any, Any, Any],
    as_of: Annotated[datetime | None, QueryParameter()] = None,
) -> Response[TicketDetail]:
    """A ticket whole; with ``as_of`` as it was at that instant. The ``ETag`` is its version, for ``If-Match``."""
    _check_number(number)
    book, now = await rules(authority.workspace_id, authority.release), clock.now()
    at = as_of.replace(tzinfo=as_of.tzinfo or UTC) if as_of else None
    if at is not None and at > now:
        raise Invalid(faults=(FieldFault("as_of", "instant_ahead"),))
    async with db.read(authority.workspace_id) as tx:
        found = await find(tx, authority, book, number, until=at, key=secret, now=now)
    if at is None:
        state = as_it_is(found, authority, book, now)
    else:
        releases = {row.release for row in found.events if row.at <= at}
        past = {release: await rules(authority.workspace_id, release) for release in releases}
        for one in past.values():
            one.workflows.update({hash: book.workflows[hash] for hash in found.ran_on})
        state = as_it_was(found, past, at)
    locale = best_locale(request.headers.get("accept-language", ""))
    detail = compose(found, state, authority, book, locale)
    headers = {"ETag": f'"{detail.version}"', "Cache-Control": "private, no-cache", "Vary": "Accept-Language"}
    return Response(detail, headers=headers)


@post(
    "/tickets/{number:str}/forms/state",
    status_code=200,
    operation_id="resolvingForm",
    tags=["tickets"],
    opt=needs("staff", "ticket.resolve", scope="tickets:write"),
)
async def resolving_form(
    number: PathNumber,
    data: JSONBody[TypedFields],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    rules: NamedDependency[RuleBook],
    secret: NamedDependency[bytes],
) -> list[FieldState]:
    """Which custom fields resolving a ticket shows and requires, for what is filled in so far. Nothing is kept."""
    _check_number(number)
    book, now = await rules(authority.workspace_id, authority.release), clock.now()
    async with db.read(authority.workspace_id) as tx:
        found = await find(tx, authority, book, number, until=None, key=secret, now=now)
    return commands.resolving_form(book, case_as_it_is(found), data.fields, now)


def _check_number(number: str) -> None:
    if len(number) > LONGEST_NUMBER or "\x00" in number:
        raise TicketNotFound(number=number[:LONGEST_NUMBER])


handlers = [get_ticket, resolving_form]
