"""One ticket over HTTP."""

from datetime import UTC, datetime
from typing import Annotated, Any

from litestar import Request, Response, get
from litestar.datastructures import ResponseHeader
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from gongdan.domains.accounts.public import Authority
from gongdan.domains.inbox.detail.compose import compose
from gongdan.domains.inbox.detail.past import as_it_is, as_it_was
from gongdan.domains.inbox.detail.read import find
from gongdan.domains.inbox.shapes import TicketDetail
from gongdan.domains.tickets.public import RuleBook, TicketNotFound
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
    if len(number) > LONGEST_NUMBER or "\x00" in number:
        raise TicketNotFound(number=number[:LONGEST_NUMBER])
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


handlers = [get_ticket]
