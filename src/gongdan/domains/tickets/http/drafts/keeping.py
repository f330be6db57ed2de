"""Drafts over HTTP: what its author alone reads, from whichever window they write."""

from datetime import datetime
from typing import Annotated

from litestar import Response, delete, get, put
from litestar.datastructures import ResponseHeader
from litestar.di import NamedDependency
from litestar.params import JSONBody, PathParameter
from msgspec import Meta

from gongdan.domains.accounts.public import Authority
from gongdan.domains.files.public import uploaded
from gongdan.domains.tickets.desk import drafts
from gongdan.domains.tickets.desk.desk import Begin
from gongdan.domains.tickets.http.drafts.shapes import (
    Kind,
    MessageDraftView,
    draft_view,
    held_view,
    kind_of,
    ticket_id_of,
)
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import Answer, PathNumber, Request
from gongdan.infra.http.guard import needs

PathKind = Annotated[str, PathParameter(max_length=16)]
_VERSION = [ResponseHeader("ETag", description="Its version, for `If-Match`.", documentation_only=True)]


class SaveMessageDraft(Request, frozen=True, kw_only=True):
    text: Annotated[str, Meta(max_length=drafts.LONGEST_BACK)] = ""
    """At most 100,000 characters; more only as a reply that was taken back left them, or fewer."""
    html: Annotated[str, Meta(max_length=drafts.LONGEST_HTML_BACK)] | None = None
    """As it was written, where it is more than text. It is kept as it is, and comes back to its author alone."""
    files: Annotated[list[Annotated[str, Meta(max_length=200)]], Meta(max_length=drafts.MOST_FILES_BACK)] = []
    """Uploads; they are kept as long as the draft has them. At most 20; more only as for the text."""


class MessageDraftPlace(Answer, frozen=True, kw_only=True):
    number: str
    """Of the ticket."""
    kind: Kind
    saved_at: datetime


@get("/drafts", operation_id="listMessageDrafts", tags=["messages"], opt=needs("staff"))
async def list_drafts(authority: NamedDependency[Authority], db: NamedDependency[Database]) -> list[MessageDraftPlace]:
    """Where one has drafts, the latest first; nobody has more than 200."""
    async with db.read(authority.workspace_id) as tx:
        (found,) = await tx.gather(drafts.drafted_by(authority.person_id), last=True)
    return [MessageDraftPlace(number=one.number, kind=kind_of(one.kind), saved_at=one.saved_at) for one in found]


@get(
    "/tickets/{number:str}/drafts",
    operation_id="getMessageDrafts",
    tags=["messages"],
    opt=needs("staff", "ticket.read"),
)
async def get_drafts(
    number: PathNumber, begin: NamedDependency[Begin], secret: NamedDependency[bytes]
) -> list[MessageDraftView]:
    """What one has written on a ticket and not sent: a reply, a note, or none. One that was sent and still waits to go
    out is among them, as ``sending``."""
    async with begin() as desk:
        ticket_id = await ticket_id_of(desk, number, "ticket.read")
        me = desk.authority.person_id
        found, held = await desk.tx.gather(drafts.drafts_on(ticket_id, me), drafts.held_on(ticket_id, me))
        return [
            *[await draft_view(desk, one, secret) for one in found],
            *[await held_view(desk, one, secret) for one in held],
        ]


@put(
    "/tickets/{number:str}/drafts/{kind:str}",
    operation_id="saveMessageDraft",
    tags=["messages"],
    opt=needs("staff", "ticket.read", scope="tickets:write"),
    response_headers=_VERSION,
)
async def save_draft(
    number: PathNumber,
    kind: PathKind,
    data: JSONBody[SaveMessageDraft],
    begin: NamedDependency[Begin],
    seen: NamedDependency[int | None],
    secret: NamedDependency[bytes],
) -> Response[MessageDraftView]:
    """Keep what one has begun to write, as ``reply`` or ``note``; whoever may write so may keep it. ``If-Match`` is the
    version that one knew, 0 for none: 412 with the words that are there, when another window wrote or sent it since.
    Without it the last one wins."""
    action = f"ticket.{kind_of(kind)}"
    async with begin() as desk:
        ticket_id, me = await ticket_id_of(desk, number, action), desk.authority.me
        files = await uploaded(desk.tx, desk.authority.bearer, data.files)
        draft = drafts.MessageDraft(
            kind=kind,
            text=data.text,
            html=data.html or None,
            file_ids=[one.id for one in files],
            version=desk.tx.ids.next(),
            saved_at=desk.now,
        )
        kept = await drafts.save(desk.tx, ticket_id, me, draft, seen=seen)
        view = await draft_view(desk, kept, secret)
    return Response(view, headers={"ETag": f'"{view.version}"'})


@delete(
    "/tickets/{number:str}/drafts/{kind:str}",
    status_code=204,
    operation_id="discardMessageDraft",
    tags=["messages"],
    opt=needs("staff", "ticket.read", scope="tickets:write"),
)
async def discard_draft(
    number: PathNumber,
    kind: PathKind,
    begin: NamedDependency[Begin],
    seen: NamedDependency[int | None],
) -> None:
    """Throw a draft away; none is no fault. 412 as when it is kept."""
    async with begin() as desk:
        kind, ticket_id, me = kind_of(kind), await ticket_id_of(desk, number, "ticket.read"), desk.authority.me
        (found,) = await desk.tx.gather(drafts.drafts_on(ticket_id, me))
        before = next((one for one in found if one.kind == kind), None)
        if before is not None:
            drafts.check_seen(before, seen)
            drafts.discard(desk.tx, ticket_id, me, kind)


handlers = [list_drafts, get_drafts, save_draft, discard_draft]
