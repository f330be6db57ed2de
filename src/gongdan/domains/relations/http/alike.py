"""Tickets that may say the same: asked for before one is opened, and where one is to be linked or merged."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any, Final

from litestar import get
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from gongdan.domains.accounts.public import Authority, predicate, reach
from gongdan.domains.bundle.workflows import Phase
from gongdan.domains.customers.public import mail_handle, phone_handle
from gongdan.domains.relations.kinds import ALIKE, likeness
from gongdan.domains.tickets.public import TicketNotFound, case_of, checked, load
from gongdan.infra.db.tx import Database, Query
from gongdan.infra.http.bodies import Answer, PathNumber
from gongdan.infra.http.guard import needs
from gongdan.kernel.errors import Invalid

LOOKED_AT: Final = 50
"""The requester's latest tickets whose titles are compared."""
MOST_SHOWN: Final = 5


class AlikeTicket(Answer, frozen=True):
    number: str
    title: str
    type: str
    status: str
    phase: Phase
    updated_at: datetime


@get("/tickets/alike", operation_id="listAlikeTickets", tags=["relations"], opt=needs("staff", "ticket.create"))
async def list_alike_tickets(
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    title: Annotated[str, QueryParameter(min_length=1, max_length=200)],
    requester_id: Annotated[int | None, QueryParameter(ge=1, le=2**53 - 1)] = None,
    mail: Annotated[str | None, QueryParameter(max_length=254)] = None,
    phone: Annotated[str | None, QueryParameter(max_length=32)] = None,
) -> list[AlikeTicket]:
    """Open tickets of the same requester under a title like this one, the likest first, at most 5, of those in reach.
    Nobody is named: none."""
    handles = [handle for kind, typed in (("mail", mail), ("phone", phone)) if (handle := _handle(kind, typed))]
    async with db.read(authority.workspace_id) as tx:
        (found,) = await tx.gather(_of_requester(authority, requester_id, handles, is_open=True), last=True)
    return alike(title, found)


@get("/tickets/{number:str}/alike", operation_id="listAlike", tags=["relations"], opt=needs("staff", "ticket.link"))
async def list_alike(
    number: PathNumber, authority: NamedDependency[Authority], db: NamedDependency[Database]
) -> list[AlikeTicket]:
    """Other tickets of its requester that may say the same, ended ones too, of those in reach."""
    async with db.read(authority.workspace_id) as tx:
        (rows,) = await tx.gather(load("t.number = %(number)s", {"number": number}))
        if not rows or rows[0].trashed:
            raise TicketNotFound(number=number)
        ticket = checked(case_of(rows[0]), authority, "ticket.read").live
        (found,) = await tx.gather(_of_requester(authority, ticket.requester_id, [], is_open=False), last=True)
    return alike(ticket.title, (one for one in found if one.number != number))


def alike(title: str, found: Iterable[AlikeTicket]) -> list[AlikeTicket]:
    """Those under a title like this one; of equally alike ones the order stays."""
    weighed = [(likeness(title, one.title), one) for one in found]
    weighed.sort(key=lambda pair: -pair[0])
    return [one for weight, one in weighed if weight >= ALIKE][:MOST_SHOWN]


def _handle(kind: str, typed: str | None) -> str | None:
    """As it would be stored; None: it is none yet."""
    if not typed:
        return None
    try:
        return (mail_handle if kind == "mail" else phone_handle)(typed, "").handle
    except Invalid:
        return None


def _of_requester(
    authority: Authority, person_id: int | None, handles: list[str], *, is_open: bool
) -> Query[AlikeTicket]:
    """Their latest tickets; served by ``ticket_by_requester`` and the key of identities."""
    within = predicate(reach(authority))
    params: dict[str, Any] = {"person": person_id, "handles": handles, **within.params}
    only = "and t.phase not in ('resolved', 'closed')" if is_open else ""
    return Query(
        AlikeTicket,
        f"""
        select t.number, t.title, t.type, t.status, t.phase, t.updated_at
          from ticket t
         where t.workspace_id = %(workspace)s
           and (t.requester_id = %(person)s::bigint
                or t.requester_id in (select i.person_id from identity i
                                       where i.workspace_id = %(workspace)s and i.handle = any(%(handles)s)))
           and t.trashed_at is null and t.spam_at is null
           {only}
           and {within.sql}
         order by t.updated_at desc, t.id desc
         limit {LOOKED_AT}
        """,
        params,
        asks=person_id is not None or bool(handles),
    )


handlers = [list_alike_tickets, list_alike]
