"""Merging tickets over HTTP."""

from typing import Annotated

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta

from gongdan.domains.accounts.public import Authority, may
from gongdan.domains.relations.commands import merging
from gongdan.domains.relations.queries import messages_of
from gongdan.domains.tickets.public import Begin, Outcome, TicketNotFound, case_of, checked, keys, load, outcome
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import Answer, PathNumber, Request
from gongdan.infra.http.guard import needs


class MergeTicket(Request, frozen=True):
    into: Annotated[str, Meta(max_length=64)]
    """Number of the ticket that stands for both."""
    across: bool = False
    """It is known that two customers asked."""


class MergePreview(Answer, frozen=True):
    """What a merge would do. Customers see their own conversation and no other, whatever is merged."""

    customers: list[str]
    """Who asked: the one for both, or two."""
    may_merge: bool
    """Whether this reader may merge these two."""
    messages: int
    """How many messages the ticket that stays would show besides."""
    joining: int
    """How many people would follow it besides."""
    older: str
    """Number of the one that was opened first."""


@get(
    "/tickets/{number:str}/merge/{other:str}",
    operation_id="previewMerge",
    tags=["relations"],
    opt=needs("staff", "ticket.merge"),
)
async def preview_merge(
    number: PathNumber, other: PathNumber, authority: NamedDependency[Authority], db: NamedDependency[Database]
) -> MergePreview:
    """What it would do to merge a ticket into another: whose conversations come together, and who follows both."""
    async with db.read(authority.workspace_id) as tx:
        found = []
        for one in (number, other):
            (rows,) = await tx.gather(load("t.number = %(number)s", {"number": one}))
            if not rows or rows[0].trashed:
                raise TicketNotFound(number=one)
            found.append(checked(case_of(rows[0]), authority, "ticket.read"))
        loser, survivor = found
        (counted,) = await tx.gather(messages_of(loser.live.id))
    is_across = loser.live.requester_id != survivor.live.requester_id
    rights = (merging.MERGE, merging.ACROSS) if is_across else (merging.MERGE,)
    joining = set(merging.joining(loser.live, survivor.live)) - set(survivor.live.participants)
    return MergePreview(
        customers=list(dict.fromkeys([loser.requester.name, survivor.requester.name][: 1 + is_across])),
        may_merge=all(may(authority, right, keys(case.live)) for right in rights for case in found),
        messages=counted[0].count,
        joining=len({person for person, _ in joining}),
        older=min(found, key=lambda case: case.live.id).live.number,
    )


@post(
    "/tickets/{number:str}/merge",
    status_code=200,
    operation_id="mergeTicket",
    tags=["relations"],
    opt=needs("staff", "ticket.merge", scope="tickets:write"),
)
async def merge_ticket(number: PathNumber, data: JSONBody[MergeTicket], begin: NamedDependency[Begin]) -> Outcome:
    """Merge a ticket into another: it is closed as a duplicate, and what its customer says goes to the other from now
    on. Of two customers each reads their own conversation only."""
    async with begin() as desk:
        return outcome(desk, await merging.merge(desk, number, data.into, across=data.across))


@post(
    "/tickets/{number:str}/unmerge",
    status_code=200,
    operation_id="unmergeTicket",
    tags=["relations"],
    opt=needs("staff", "ticket.merge", scope="tickets:write"),
)
async def unmerge_ticket(number: PathNumber, begin: NamedDependency[Begin]) -> Outcome:
    """Part a ticket from the one that it was merged into: both stand as before. For whoever merged them, and leads."""
    async with begin() as desk:
        return outcome(desk, await merging.unmerge(desk, number))


handlers = [preview_merge, merge_ticket, unmerge_ticket]
