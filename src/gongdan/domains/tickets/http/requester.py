"""Who asks, changed by hand."""

from litestar import post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from gongdan.domains.customers.public import mail_handle
from gongdan.domains.tickets import commands
from gongdan.domains.tickets.desk.desk import Begin
from gongdan.domains.tickets.http.requests import SetRequesterRequest
from gongdan.domains.tickets.http.shapes import Outcome, outcome
from gongdan.infra.http.bodies import PathNumber
from gongdan.infra.http.guard import needs


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
    begin: NamedDependency[Begin],
) -> Outcome:
    """Say who really asks: a known person by ``id``, or whoever has the address ``mail``, who becomes a customer if
    nobody knew them. Replies go there from then on."""
    by_mail = mail_handle(data.mail, data.name, is_name_guessed=True) if data.mail is not None else None
    who = by_mail if data.id is None else data.id if by_mail is None else None
    async with begin() as desk:
        case = await desk.case(number)
        return outcome(desk, await commands.set_requester(desk, case, who))


handlers = [set_requester]
