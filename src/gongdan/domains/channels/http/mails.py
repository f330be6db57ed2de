"""The visible outbox, and the quarantine of mails that could not be settled."""

from typing import Annotated, Any, Literal

from litestar import Request, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter
from msgspec.structs import replace

from gongdan.domains.accounts.public import Authority, may_somewhere
from gongdan.domains.channels.contract.room import Mailroom
from gongdan.domains.channels.errors import DeliveryNotFound
from gongdan.domains.channels.http.shapes import IncomingMail, incoming
from gongdan.domains.channels.inbound import rows
from gongdan.domains.channels.inbound.intake import settle_one
from gongdan.domains.channels.inbound.original import Original, original
from gongdan.domains.channels.outbound import outbox
from gongdan.domains.channels.outbound.showing import OutboxDetail, OutboxFilter, OutboxItem, detail, items
from gongdan.domains.tickets.public import Desk, TicketNotFound, UnitOfWork
from gongdan.infra.catalogue import said_of_fault
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import PathId
from gongdan.infra.http.guard import needs
from gongdan.infra.http.problems import language_of
from gongdan.kernel import clock
from gongdan.kernel.events import Via
from gongdan.kernel.text import normalise


@get("/outbox", operation_id="listOutbox", tags=["channels"], opt=needs("staff", "outbox.manage"))
async def list_outbox(
    request: Request[Any, Any, Any],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    states: Annotated[list[outbox.State] | None, QueryParameter(max_items=20)] = None,
    kind: FromQuery[Literal["reply", "notice"] | None] = None,
    account_id: Annotated[int | None, QueryParameter(ge=1, le=2**53 - 1)] = None,
    before: Annotated[int | None, QueryParameter(ge=1, le=2**53 - 1)] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=200)] = 200,
) -> list[OutboxItem]:
    """What waits, failed, was stopped or is uncertain, latest first; with ``states`` what is in these. ``before`` is
    the id of the last one of the page before."""
    wanted = OutboxFilter(
        states=states or ["queued", "sending", "uncertain", "failed", "stopped"],
        kind=kind,
        account_id=account_id,
        before=before,
        limit=limit,
    )
    async with db.read(authority.workspace_id) as tx:
        found = await items(tx, wanted)
    return [replace(one, fault=said_of_fault(one.fault, language_of(request))) for one in found]


@get("/outbox/{delivery_id:int}", operation_id="getDelivery", tags=["channels"], opt=needs("staff", "outbox.manage"))
async def get_delivery(
    request: Request[Any, Any, Any],
    delivery_id: PathId,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
) -> OutboxDetail:
    """One of them, with what it says."""
    async with db.read(authority.workspace_id) as tx:
        found = await detail(tx, delivery_id)
    return replace(found, item=replace(found.item, fault=said_of_fault(found.item.fault, language_of(request))))


@post(
    "/outbox/{delivery_id:int}/repeat",
    status_code=204,
    operation_id="repeatDelivery",
    tags=["channels"],
    opt=needs("staff", "outbox.manage", "ticket.reply", scope="admin"),
)
async def repeat_delivery(
    delivery_id: PathId,
    authority: NamedDependency[Authority],
    uow: NamedDependency[UnitOfWork],
    via: NamedDependency[Via],
) -> None:
    """Send a failed, stopped or uncertain mail, under the same Message-ID. Who manages the outbox may, and, of a reply,
    whoever may reply on its ticket."""
    async with uow.begin(authority, via=via) as desk:
        if not may_somewhere(authority, "outbox.manage"):
            await _may_reply(desk, delivery_id)
        await outbox.repeat(desk.tx, delivery_id, authority=authority, via=via, now=desk.now)


async def _may_reply(desk: Desk, delivery_id: int) -> None:
    """
    Raises:
        Forbidden: they may read the ticket of the reply, and not reply.
        DeliveryNotFound: there is none, or none of a reply that they may see.
    """
    found = await outbox.standing(desk.tx, delivery_id)
    try:
        if found.kind != "reply":
            raise DeliveryNotFound(id=delivery_id)
        await desk.case(found.number or "", "ticket.reply")
    except TicketNotFound:
        raise DeliveryNotFound(id=delivery_id) from None


@get("/incoming", operation_id="listMails", tags=["channels"], opt=needs("staff", "quarantine.manage"))
async def list_mails(
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    states: Annotated[list[rows.State] | None, QueryParameter(max_items=20)] = None,
    before: Annotated[int | None, QueryParameter(ge=1, le=2**53 - 1)] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=200)] = 200,
) -> list[IncomingMail]:
    """Mails that came in, latest first; ``before`` is the id of the last one of the page before. With
    ``states`` what became so; else those that made neither a ticket nor a message."""
    async with db.read(authority.workspace_id) as tx:
        came = await rows.came(tx, states or ["quarantined", "ignored"], before=before, limit=limit)
    return [incoming(one) for one in came]


@get("/quarantine", operation_id="listQuarantinedMails", tags=["channels"], opt=needs("staff", "quarantine.manage"))
async def list_quarantined_mails(
    authority: NamedDependency[Authority], db: NamedDependency[Database]
) -> list[IncomingMail]:
    """Mails that came in and could not be settled, oldest first."""
    async with db.read(authority.workspace_id) as tx:
        found = await rows.quarantined(tx)
    return [incoming(one) for one in found]


@post(
    "/quarantine/{mail_id:int}/release",
    status_code=200,
    operation_id="releaseMail",
    tags=["channels"],
    opt=needs("staff", "quarantine.manage", scope="admin"),
)
async def release_mail(
    mail_id: PathId,
    authority: NamedDependency[Authority],
    uow: NamedDependency[UnitOfWork],
    mailroom: NamedDependency[Mailroom],
    via: NamedDependency[Via],
    ticket: Annotated[str | None, QueryParameter(min_length=1, max_length=64)] = None,
    sender: Annotated[str | None, QueryParameter(max_length=254, pattern=r"^[^@\s]{1,64}@[^@\s]{1,189}$")] = None,
) -> IncomingMail:
    """Let a mail that was held or passed over be settled again, and say what became of it. A person has looked at it,
    so no guess and no budget stops it; what cannot be settled comes back with its reason. They may name the ticket that
    it belongs to, and the address of who wrote it."""
    async with uow.begin(authority, via=via) as desk:
        into = (await desk.case(ticket, "ticket.note")).live.id if ticket is not None else None
        said = rows.ReleasedAs(into=into, written_by=normalise(sender) if sender is not None else None)
        await rows.release(desk.tx, mail_id, said, authority=authority, via=via, now=desk.now)
    return incoming(await settle_one(mailroom, authority.workspace_id, mail_id))


@post(
    "/quarantine/{mail_id:int}/discard",
    status_code=200,
    operation_id="discardMail",
    tags=["channels"],
    opt=needs("staff", "quarantine.manage", scope="admin"),
)
async def discard_mail(
    mail_id: PathId, authority: NamedDependency[Authority], db: NamedDependency[Database], via: NamedDependency[Via]
) -> IncomingMail:
    """Have a mail that was held make nothing. It stays among those that were passed over, and can be let go later."""
    async with db.write(authority.workspace_id) as tx:
        await rows.discard(tx, mail_id, authority=authority, via=via, now=clock.now())
        await tx.flush()
        return incoming(await rows.became(tx, mail_id))


@get(
    "/incoming/{mail_id:int}/original",
    operation_id="getOriginalMail",
    tags=["channels"],
    opt=needs("staff", "quarantine.manage"),
)
async def get_original_mail(
    mail_id: PathId,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    mailroom: NamedDependency[Mailroom],
) -> Original:
    """What came, as text: read as far as it can be, and its source."""
    async with db.read(authority.workspace_id) as tx:
        return await original(mailroom, tx, mail_id)


handlers = [
    list_outbox,
    get_delivery,
    repeat_delivery,
    list_mails,
    list_quarantined_mails,
    release_mail,
    discard_mail,
    get_original_mail,
]
