"""What the portal offers to everybody: its forms."""

from collections.abc import Sequence

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from gongdan.domains.accounts.public import Authority, links
from gongdan.domains.conversations.public import Attached
from gongdan.domains.customers.public import Handle, mail_handle
from gongdan.domains.files.public import own_id, uploaded
from gongdan.domains.notifications.public import portal_link
from gongdan.domains.portal import forms, queries
from gongdan.domains.portal.shapes import PortalInfo, SendForm, Sent
from gongdan.domains.portal.visiting import customer
from gongdan.domains.tickets.public import Desk, NewTicket, Numbers, RuleBook, Ticket, UnitOfWork, commands
from gongdan.infra.db.tx import Database
from gongdan.infra.http.idempotency import Once
from gongdan.kernel import clock
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.text import clean
from gongdan.settings import Settings


@get("/portal/info", operation_id="getPortalInfo", tags=["portal"])
async def get_portal_info(
    caller: NamedDependency[Authority], db: NamedDependency[Database], rules: NamedDependency[RuleBook]
) -> PortalInfo:
    """The company's name, and the forms that it offers."""
    book = await rules(caller.workspace_id, caller.release)
    async with db.read(caller.workspace_id) as tx:
        (host,) = (await tx.gather(queries.host()))[0]
    return PortalInfo(workspace=host.name, locale=host.locale, types=forms.offered(book))


@post("/portal/forms", status_code=201, operation_id="sendForm", tags=["portal"])
async def send_form(
    data: JSONBody[SendForm],
    caller: NamedDependency[Authority],
    uow: NamedDependency[UnitOfWork],
    rules: NamedDependency[RuleBook],
    numbers: NamedDependency[Numbers],
    triage: NamedDependency[commands.Triage],
    secret: NamedDependency[bytes],
    settings: NamedDependency[Settings],
    once: NamedDependency[Once],
) -> Response[Sent]:
    """Ask for something. A guest gives his mail address, and is mailed the link that the answer holds."""
    requester = _requester(caller, data)
    book = await rules(caller.workspace_id, caller.release)
    forms.check(book, data)
    (number,) = await numbers.take(book, 1, clock.now())
    async with uow.begin(caller, via="portal") as desk:
        once.watch(desk.tx, caller.person_id)
        files = await _files(desk, data.files, secret)
        opened = await commands.open_ticket(desk, _new(data, number, requester, files), triage)
        link = await _link(desk, data, opened.decision.after.live, secret, settings.base_url)
        return once.keep(desk.tx, caller.person_id, Sent(number=number, link=link), status=201, now=desk.now)


def _requester(caller: Authority, data: SendForm) -> Handle | int:
    if caller.person_id is not None:
        return customer(caller)
    if data.mail is None:
        raise Invalid(faults=(FieldFault("mail", "required"),))
    return mail_handle(data.mail, clean(data.name))


async def _files(desk: Desk, ids: Sequence[str], secret: bytes) -> tuple[Attached, ...]:
    """The uploads that the form brings: a guest proves by the ids themselves that they are his."""
    person_id = desk.authority.person_id
    own = ids if person_id is not None else [own_id(secret, desk.tx.workspace_id, one) for one in ids]
    return tuple(Attached(file_id=one.id) for one in await uploaded(desk.tx, person_id, own))


def _new(data: SendForm, number: str, requester: Handle | int, files: tuple[Attached, ...]) -> NewTicket:
    return NewTicket(
        number=number,
        requester=requester,
        channel="portal",
        title=clean(data.title),
        text=clean(data.text),
        type=data.type,
        fields=data.fields,
        files=files,
        may_be_incomplete=True,
    )


async def _link(desk: Desk, data: SendForm, ticket: Ticket, key: bytes, base_url: str) -> str:
    """Who is signed in to all of his tickets needs no signature; a session by a guest's link shows another one only."""
    authority = desk.authority
    if authority.person_id is not None and authority.only_ticket is None:
        return f"{base_url}/portal/tickets/{ticket.number}"
    mail = data.mail if authority.person_id is None else await _mail_of(desk, ticket.requester_id)
    if mail is None:
        return f"{base_url}/portal"
    token = links.guest_link(
        key,
        workspace_id=authority.workspace_id,
        person_id=ticket.requester_id,
        mail=mail,
        ticket_id=ticket.id,
        now=desk.now,
    )
    return portal_link(base_url, token, ticket.number)


async def _mail_of(desk: Desk, person_id: int) -> str | None:
    (found,) = await desk.tx.gather(queries.mail_of(person_id))
    return found[0].handle if found else None


handlers = [get_portal_info, send_form]
