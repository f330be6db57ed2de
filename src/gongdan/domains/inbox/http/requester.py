"""Who asks, changed by hand."""

from litestar import post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from gongdan.domains.accounts.public import Authority
from gongdan.domains.customers.public import mail_handle
from gongdan.domains.inbox.http.deps import outcome
from gongdan.domains.inbox.http.requests import SetRequesterRequest
from gongdan.domains.inbox.shapes import Outcome
from gongdan.domains.tickets.public import UnitOfWork, commands
from gongdan.infra.http.bodies import PathNumber
from gongdan.infra.http.guard import needs
from gongdan.kernel.events import Via


@post(
    "/tickets/{number:str}/requester",
    status_code=200,
    operation_id="setRequester",
    tags=["tickets"],
    opt=needs("staff", "ticket.edit", scope="tickets:write"),
)
async def set_requester(
    number: PathNumber,
    data: JSONBody[SetRequesterRequest],
    authority: NamedDependency[Authority],
    uow: NamedDependency[UnitOfWork],
    via: NamedDependency[Via],
) -> Outcome:
    """Say who really asks: a known person by ``id``, or whoever has the address ``mail``, who becomes a customer if
    nobody knew them. Replies go there from then on."""
    by_mail = mail_handle(data.mail, data.name, is_name_guessed=True) if data.mail is not None else None
    who = by_mail if data.id is None else data.id if by_mail is None else None
    async with uow.begin(authority, via=via) as desk:
        case = await desk.case(number, "ticket.edit")
        return outcome(await commands.set_requester(desk, case, who))


handlers = [set_requester]
