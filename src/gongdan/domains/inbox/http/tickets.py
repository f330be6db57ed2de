"""One ticket over HTTP."""

from datetime import UTC, datetime
from typing import Annotated, Any

from litestar import Request, Response, get, post
from litestar.datastructures import ResponseHeader
from litestar.di import NamedDependency
from litestar.params import FromQuery, JSONBody, QueryParameter

from gongdan.domains.accounts.public import Authority
from gongdan.domains.inbox.detail.compose import TimelinePage, compose, compose_page
from gongdan.domains.inbox.detail.past import as_it_is, as_it_was, case_as_it_is
from gongdan.domains.inbox.detail.read import Asking, find, find_page
from gongdan.domains.inbox.detail.stretches import LONGEST, PAGE, Filter, stretches_of
from gongdan.domains.inbox.directory.readers import TicketReaders, readers_of
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
    at = _instant(as_of, now)
    asking = Asking(authority=authority, rules=book, key=secret, now=now)
    async with db.read(authority.workspace_id) as tx:
        found = await find(tx, asking, number, until=at, is_whole=at is not None)
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
    return Response(detail, headers=_headers(detail.version))


@get(
    "/tickets/{number:str}/timeline",
    operation_id="listTimeline",
    tags=["tickets"],
    opt=needs("staff"),
    response_headers=[ResponseHeader("ETag", description="The ticket's version.", documentation_only=True)],
)
async def list_timeline(
    number: PathNumber,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    rules: NamedDependency[RuleBook],
    secret: NamedDependency[bytes],
    request: Request[Any, Any, Any],
    filter: FromQuery[Filter] = "all",
    before: Annotated[str | None, QueryParameter(max_length=17)] = None,
    after: Annotated[str | None, QueryParameter(max_length=17)] = None,
    around: Annotated[str | None, QueryParameter(max_length=17)] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=LONGEST)] = PAGE,
    as_of: Annotated[datetime | None, QueryParameter()] = None,
) -> Response[TimelinePage]:
    """A page of a ticket's timeline, oldest first: the newest entries, those ``before`` or ``after`` one, or those
    ``around`` it; each takes the ``key`` of an entry. ``filter`` leaves ``messages`` (what was said to the customer
    or to vendors), ``notes`` or ``events``. Unless it is asked for events, a long run of them is given as its last
    ten."""
    _check_number(number)
    book, now = await rules(authority.workspace_id, authority.release), clock.now()
    asked = {"before": before, "after": after, "around": around}
    stretches = stretches_of(asked, limit=limit, filter=filter, until=_instant(as_of, now))
    asking = Asking(authority=authority, rules=book, key=secret, now=now)
    async with db.read(authority.workspace_id) as tx:
        ticket, page = await find_page(tx, asking, number, stretches)
    locale = best_locale(request.headers.get("accept-language", ""))
    return Response(compose_page(ticket, page, authority, book, locale), headers=_headers(ticket.version))


def _headers(version: int) -> dict[str, str]:
    return {"ETag": f'"{version}"', "Cache-Control": "private, no-cache", "Vary": "Accept-Language"}


def _instant(as_of: datetime | None, now: datetime) -> datetime | None:
    at = as_of.replace(tzinfo=as_of.tzinfo or UTC) if as_of else None
    if at is not None and at > now:
        raise Invalid(faults=(FieldFault("as_of", "instant_ahead"),))
    return at


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
    asking = Asking(authority=authority, rules=book, key=secret, now=now)
    async with db.read(authority.workspace_id) as tx:
        found = await find(tx, asking, number)
    return commands.resolving_form(book, case_as_it_is(found), data.fields, now)


def _check_number(number: str) -> None:
    if len(number) > LONGEST_NUMBER or "\x00" in number:
        raise TicketNotFound(number=number[:LONGEST_NUMBER])


@get(
    "/tickets/{number:str}/readers",
    operation_id="listTicketReaders",
    tags=["tickets"],
    opt=needs("staff", "people.read"),
)
async def list_ticket_readers(
    number: PathNumber, authority: NamedDependency[Authority], db: NamedDependency[Database]
) -> TicketReaders:
    """Who can see this ticket and why: of the members at most 500, and the customers whom it concerns. ``grounds`` are
    the scopes of their roles that it lies in."""
    _check_number(number)
    async with db.read(authority.workspace_id) as tx:
        return await readers_of(tx, authority, number)


handlers = [get_ticket, list_ticket_readers, list_timeline, resolving_form]
