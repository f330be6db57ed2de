"""What the portal offers to everybody: its forms, and a receipt for whoever sent one."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any, Final

from litestar import Request, get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody, PathParameter

from gongdan.domains.accounts.public import Authority, home_of, links, nobody
from gongdan.domains.conversations.public import Attached
from gongdan.domains.customers.public import Handle, mail_handle
from gongdan.domains.files.public import uploaded
from gongdan.domains.portal import forms, queries
from gongdan.domains.portal.claims import Claim, keep_claim
from gongdan.domains.portal.shapes import FormSent, PortalInfo, Receipt, SendForm, TypedForm
from gongdan.domains.portal.visiting import customer
from gongdan.domains.tickets.public import (
    Desk,
    FieldState,
    NewTicket,
    Numbers,
    Requesting,
    RuleBook,
    UnitOfWork,
    commands,
)
from gongdan.infra.catalogue import best_locale
from gongdan.infra.db.tx import Database
from gongdan.infra.http.evenly import evenly
from gongdan.infra.http.guard import needs, rated
from gongdan.kernel import clock
from gongdan.kernel.errors import FieldFault, Invalid, NotFound
from gongdan.kernel.text import Locale, clean
from gongdan.settings import Settings

_EVEN_S: Final = 0.25
"""A guest's form is answered after that long, whether its address is known or not."""


@get("/portal/info", operation_id="getPortalInfo", tags=["portal"], opt=needs("guest"))
async def get_portal_info(
    caller: NamedDependency[Authority], db: NamedDependency[Database], rules: NamedDependency[RuleBook]
) -> PortalInfo:
    """The company's name, whether it mails, and the forms that it offers."""
    book = await rules(caller.workspace_id, caller.release)
    async with db.read(caller.workspace_id) as tx:
        (host,), sending = await tx.gather(queries.host(), queries.sending())
    return PortalInfo(
        workspace=host.name,
        locale=host.locale,
        mails=bool(sending),
        types=forms.offered(book),
        templates=forms.templates(book),
    )


@post(
    "/portal/forms",
    status_code=201,
    operation_id="sendForm",
    tags=["portal"],
    opt=needs("guest", scope="all") | rated(burst=30, per_second=1),
)
async def send_form(
    data: JSONBody[SendForm],
    caller: NamedDependency[Authority],
    uow: NamedDependency[UnitOfWork],
    rules: NamedDependency[RuleBook],
    numbers: NamedDependency[Numbers],
    triage: NamedDependency[commands.Triage],
    secret: NamedDependency[bytes],
    settings: NamedDependency[Settings],
    request: Request[Any, Any, Any],
) -> FormSent:
    """Ask for something. A guest gives a mail address, to which the link that opens the ticket is sent; the answer
    holds the link of a receipt, and is the same whether or not the address is known."""
    requester = _requester(caller, data)
    book = await rules(caller.workspace_id, caller.release)
    forms.check_type(book, data.type)
    (number,) = await numbers.take(book, 1, clock.now())
    asking = nobody(caller) if caller.is_guest else caller
    async with evenly(_EVEN_S if caller.is_guest else 0), uow.begin(asking, via="portal") as desk:
        files = await _files(desk, data.files, caller)
        locale = _locale(request)
        opened = await commands.open_ticket(desk, _new(data, number, requester, files, locale), triage)
        mailed = False
        if caller.is_guest:
            ticket = opened.decision.after.live
            claimed = Claim(
                ticket_id=ticket.id, person_id=ticket.requester_id, name=clean(data.name), locale=locale or ""
            )
            keep_claim(desk.tx, claimed, now=desk.now)
            mailed = await _mails(desk)
        link = _link(caller, number, secret, await home_of(desk.tx, settings.base_url), desk.now)
        return FormSent(number=number, link=link, mailed=mailed)


@post(
    "/portal/forms/state",
    status_code=200,
    operation_id="formState",
    tags=["portal"],
    opt=needs("guest", scope="all") | rated(burst=60, per_second=5),
)
async def form_state(
    data: JSONBody[TypedForm], caller: NamedDependency[Authority], rules: NamedDependency[RuleBook]
) -> list[FieldState]:
    """Which fields the form shows and requires, for what is filled in so far. Nothing is kept."""
    book = await rules(caller.workspace_id, caller.release)
    forms.check_type(book, data.type)
    asks = Requesting(person_id=caller.person_id or 0, name="", locale=caller.locale, zone=caller.zone)
    typed = commands.Typed(type=data.type, channel="portal", fields=data.fields, template=data.template)
    return commands.form_for(book, asks, typed, "portal", clock.now())


@get("/portal/receipts/{token:str}", operation_id="getReceipt", tags=["portal"], opt=needs("guest"))
async def get_receipt(
    token: Annotated[str, PathParameter(min_length=10, max_length=1_000)],
    caller: NamedDependency[Authority],
    db: NamedDependency[Database],
    secret: NamedDependency[bytes],
) -> Receipt:
    """What the link in the answer to a guest's form leads to: its number, that it came in, and that the link which
    opens the ticket was mailed. Nothing else is ever told here."""
    link = links.read(secret, token, now=clock.now())
    if link.purpose != "receipt" or link.workspace_id != caller.workspace_id:
        raise NotFound
    async with db.read(caller.workspace_id) as tx:
        (sending,) = await tx.gather(queries.sending())
    return Receipt(number=link.number, status="received", mailed=bool(sending))


def _requester(caller: Authority, data: SendForm) -> Handle | int:
    if not caller.is_guest:
        return customer(caller)
    if data.mail is None:
        raise Invalid(faults=(FieldFault("mail", "required"),))
    return mail_handle(data.mail, clean(data.name))


async def _files(desk: Desk, keys: Sequence[str], caller: Authority) -> tuple[Attached, ...]:
    """The uploads that the form brings."""
    return tuple(Attached(file_id=one.id) for one in await uploaded(desk.tx, caller.bearer, keys))


def _new(
    data: SendForm, number: str, requester: Handle | int, files: tuple[Attached, ...], locale: Locale | None
) -> NewTicket:
    """The address that a guest typed may be anybody's: until the mailed link is used, the words are unverified."""
    return NewTicket(
        number=number,
        requester=requester,
        channel="portal",
        title=clean(data.title),
        text=clean(data.text),
        type=data.type,
        fields=data.fields,
        template=data.template,
        filled_by="portal",
        files=files,
        may_be_incomplete=True,
        unverified=isinstance(requester, Handle),
        locale=locale if isinstance(requester, Handle) else None,
        tell="acknowledgement" if isinstance(requester, Handle) else None,
    )


async def _mails(desk: Desk) -> bool:
    """Whether anything is mailed depends on the workspace alone, never on the address."""
    (sending,) = await desk.tx.gather(queries.sending())
    return bool(sending)


def _link(caller: Authority, number: str, key: bytes, home: str, now: datetime) -> str:
    """Who is signed in to all of their tickets needs no signature; everybody else gets a receipt."""
    if not caller.is_guest:
        return f"{home}/portal/tickets/{number}"
    token = links.receipt_link(key, workspace_id=caller.workspace_id, number=number, now=now)
    return f"{home}/portal/t/{token}"


def _locale(request: Request[Any, Any, Any]) -> Locale | None:
    """The language that the guest's browser asks for, where it says one that we have."""
    asked = request.headers.get("accept-language", "")
    return best_locale(asked) if asked.strip(" *") else None


handlers = [get_portal_info, send_form, form_state, get_receipt]
