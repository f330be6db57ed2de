"""The close checks of a ticket over HTTP."""

from typing import Annotated, Literal

from litestar import post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta

from gongdan.domains.tickets.public import Begin, Outcome, outcome
from gongdan.domains.work.commands.checking import check
from gongdan.domains.work.subjects.checks import CheckOff, ExplainBreach
from gongdan.infra.http.bodies import PathNumber, Request
from gongdan.infra.http.guard import needs
from gongdan.kernel.text import Key


class CheckedItem(Request, frozen=True, kw_only=True):
    item: Key
    state: Literal["open", "done", "not_applicable", "late"]
    """``late``: of the item that the system fills in, when something promised was broken."""
    reason: Annotated[str, Meta(max_length=500)] = ""
    """Why it does not apply; for ``late`` the key of the cause."""


class CheckItems(Request, frozen=True, kw_only=True):
    items: Annotated[list[CheckedItem], Meta(min_length=1, max_length=50)]


@post(
    "/tickets/{number:str}/checks",
    status_code=200,
    operation_id="checkTicket",
    tags=["progress"],
    opt=needs("staff", "ticket.resolve", scope="tickets:write"),
)
async def check_ticket(
    number: PathNumber,
    data: JSONBody[CheckItems],
    begin: NamedDependency[Begin],
    seen: NamedDependency[int | None],
) -> Outcome:
    """Go through the close checks that the ticket's type makes binding: an item is done, does not apply, or is open."""
    async with begin() as desk:
        case = await desk.case(number)
        return outcome(desk, await check(desk, case, [_intent(one) for one in data.items], seen=seen))


def _intent(one: CheckedItem) -> CheckOff | ExplainBreach:
    if one.state == "late":
        return ExplainBreach(item=one.item, cause=one.reason)
    return CheckOff(item=one.item, state=one.state, reason=one.reason)


handlers = [check_ticket]
