"""A customer's tickets: reading them, and what they may do. Each change answers the ticket anew."""

from typing import Any, Final

import msgspec
from litestar import Request, get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from gongdan.domains.accounts.public import Authority, sessions
from gongdan.domains.conversations.public import Attached
from gongdan.domains.files.public import uploaded
from gongdan.domains.portal import claims, reading
from gongdan.domains.portal.shapes import OwnWords, PortalRow, PortalTicket, Rating
from gongdan.domains.tickets.public import Case, Desk, NewTicket, Numbers, RuleBook, UnitOfWork, Words, commands
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import PathNumber
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.text import clean

_VIA: Final = "portal"


@get("/portal/tickets", operation_id="listOwnTickets", tags=["portal"], opt=needs("customer"))
async def list_own_tickets(
    authority: NamedDependency[Authority], db: NamedDependency[Database], rules: NamedDependency[RuleBook]
) -> list[PortalRow]:
    """One's own tickets, and those of the organisations that one administers; the latest 100."""
    book = await rules(authority.workspace_id, authority.release)
    async with db.read(authority.workspace_id) as tx:
        return await reading.tickets_of(tx, authority, book)


@get("/portal/tickets/{number:str}", operation_id="getOwnTicket", tags=["portal"], opt=needs("customer"))
async def get_own_ticket(
    number: PathNumber,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    rules: NamedDependency[RuleBook],
    secret: NamedDependency[bytes],
) -> PortalTicket:
    """One of one's tickets: where it stands, who is responsible, what comes next, and what was written."""
    return await _shown(db, authority, rules, number, secret)


@post(
    "/portal/tickets/{number:str}/messages",
    status_code=200,
    operation_id="writeToOwnTicket",
    tags=["portal"],
    opt=needs("customer", "ticket.reply", scope="all"),
)
async def write_to_own_ticket(
    number: PathNumber,
    data: JSONBody[OwnWords],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    uow: NamedDependency[UnitOfWork],
    action: NamedDependency[str],
    rules: NamedDependency[RuleBook],
    secret: NamedDependency[bytes],
) -> PortalTicket:
    """Answer, or add something."""
    me = authority.me
    reading.check_number(number)
    async with uow.begin(authority, via=_VIA, action=action) as desk:
        words = await _words(desk, data)
        if words is None:
            raise Invalid(faults=(FieldFault("text", "required"),))
        case = await desk.case(number)
        await commands.customer_says(desk, case, words, by=me)
    return await _shown(db, authority, rules, number, secret)


@post(
    "/portal/tickets/{number:str}/confirm",
    status_code=200,
    operation_id="confirmOwnTicket",
    tags=["portal"],
    opt=needs("customer", "ticket.confirm", scope="all"),
)
async def confirm_own_ticket(
    number: PathNumber,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    uow: NamedDependency[UnitOfWork],
    action: NamedDependency[str],
    rules: NamedDependency[RuleBook],
    secret: NamedDependency[bytes],
) -> PortalTicket:
    """Confirm that it is solved; the ticket closes."""
    reading.check_number(number)
    async with uow.begin(authority, via=_VIA, action=action) as desk:
        case = await desk.case(number)
        await commands.confirm(desk, case)
    return await _shown(db, authority, rules, number, secret)


@post(
    "/portal/tickets/{number:str}/reopen",
    status_code=200,
    operation_id="reopenOwnTicket",
    tags=["portal"],
    opt=needs("customer", "ticket.reopen", scope="all"),
)
async def reopen_own_ticket(
    number: PathNumber,
    data: JSONBody[OwnWords],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    uow: NamedDependency[UnitOfWork],
    action: NamedDependency[str],
    rules: NamedDependency[RuleBook],
    numbers: NamedDependency[Numbers],
    triage: NamedDependency[commands.Triage],
    secret: NamedDependency[bytes],
) -> PortalTicket:
    """It is not solved: take it up again, with what is still wrong, which becomes a message. When the window of a
    closed ticket is over, a new one that follows it is opened and answered instead."""
    reading.check_number(number)
    book = await rules(authority.workspace_id, authority.release)
    await numbers.have(book, 1, clock.now())
    async with uow.begin(authority, via=_VIA, action=action) as desk:
        case, words = await desk.case(number), await _words(desk, data)
        if words is None:
            raise Invalid(faults=(FieldFault("text", "required"),))

        async def follow_up() -> NewTicket:
            (fresh,) = await numbers.take(book, 1, desk.now)
            return _following(case, fresh, words)

        answer = await commands.take_up(desk, case, words, by=authority.me, follow_up=follow_up, triage=triage)
    shown = authority
    if isinstance(answer, commands.FollowedUp):
        opened = answer.opened.decision
        number = opened.after.live.number
        if authority.only_ticket is not None:  # a guest's link shows the old one; what they have just made they may see
            shown = msgspec.structs.replace(authority, only_ticket=opened.ticket_id)
    return await _shown(db, shown, rules, number, secret)


@post(
    "/portal/tickets/{number:str}/rating",
    status_code=200,
    operation_id="rateOwnTicket",
    tags=["portal"],
    opt=needs("customer", "ticket.rate", scope="all"),
)
async def rate_own_ticket(
    number: PathNumber,
    data: JSONBody[Rating],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    uow: NamedDependency[UnitOfWork],
    action: NamedDependency[str],
    rules: NamedDependency[RuleBook],
    secret: NamedDependency[bytes],
) -> PortalTicket:
    """Rate the service, 1 to 5; a later rating replaces the earlier one. Until ``rating_until``."""
    reading.check_number(number)
    async with uow.begin(authority, via=_VIA, action=action) as desk:
        case = await desk.case(number)
        await commands.rate(desk, case, score=data.score, comment=clean(data.comment))
    return await _shown(db, authority, rules, number, secret)


@post(
    "/portal/tickets/{number:str}/words",
    status_code=200,
    operation_id="ownWords",
    tags=["portal"],
    opt=needs("customer", scope="all"),
)
async def own_words(
    number: PathNumber,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    rules: NamedDependency[RuleBook],
    uow: NamedDependency[UnitOfWork],
    secret: NamedDependency[bytes],
    request: Request[Any, Any, Any],
) -> PortalTicket:
    """“Yes, this was me”: whoever came by the link that was mailed for the ticket says that its words are theirs. For
    others, and again, it changes nothing."""
    reading.check_number(number)
    async with uow.begin(authority, via=_VIA) as desk:
        await claims.prove(desk, number, sessions.cookie_secret(request))
    return await _shown(db, authority, rules, number, secret)


async def _shown(db: Database, authority: Authority, rules: RuleBook, number: str, key: bytes) -> PortalTicket:
    book = await rules(authority.workspace_id, authority.release)
    async with db.read(authority.workspace_id) as tx:
        return await reading.ticket_of(tx, authority, book, number, key=key, now=clock.now())


async def _words(desk: Desk, data: OwnWords) -> Words | None:
    text = clean(data.text)
    if not text.strip() and not data.files:
        return None
    found = await uploaded(desk.tx, desk.authority.bearer, data.files)
    return Words(text=text, files=tuple(Attached(file_id=one.id) for one in found))


def _following(case: Case, number: str, words: Words) -> NewTicket:
    """A ticket of the same kind and requester, with what is still wrong as its text. Its link is mailed: who came by
    the link to the old one has none to this."""
    closed = case.live
    return NewTicket(
        number=number,
        requester=case.requester.person_id,
        channel="portal",
        title=closed.title,
        text=words.text or closed.title,
        type=closed.type,
        category=closed.category,
        files=tuple(words.files),
        follows=closed.id,
        may_be_incomplete=True,
        tell="acknowledgement",
    )


handlers = [
    list_own_tickets,
    get_own_ticket,
    write_to_own_ticket,
    confirm_own_ticket,
    reopen_own_ticket,
    rate_own_ticket,
    own_words,
]
