"""Canned replies over HTTP: the shipped ones, one's own, and those that others share."""

from typing import Annotated, Any

import msgspec
from litestar import delete, get, patch, post
from litestar.di import NamedDependency
from litestar.params import JSONBody, PathParameter
from msgspec import UNSET, Meta, UnsetType

from gongdan.domains.accounts.public import Authority
from gongdan.domains.replies import commands, saved
from gongdan.domains.replies.reply import CannedReply, Shared
from gongdan.domains.replies.shipped import SHIPPED
from gongdan.domains.replies.variables import VARIABLES
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import Answer, Label, Request
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock
from gongdan.kernel.events import Via
from gongdan.kernel.text import Key, Locale, Name

_READS = needs("staff")
_WRITES = needs("staff", scope="tickets:write")

PathReply = Annotated[str, PathParameter(max_length=63)]
"""Key of a canned reply."""
ReplyNames = Annotated[
    dict[Locale, Annotated[Label, Meta(min_length=1, max_length=80)]], Meta(min_length=1, max_length=2)
]
ReplyTexts = Annotated[
    dict[Locale, Annotated[str, Meta(min_length=1, max_length=10_000)]], Meta(min_length=1, max_length=2)
]
"""In one language or in both; ``{name}`` stands for a variable."""
Keyword = Annotated[Label, Meta(max_length=40)]
Teams = Annotated[tuple[Key, ...], Meta(max_length=100)]


class SaveCannedReply(Request, frozen=True, kw_only=True):
    name: ReplyNames
    text: ReplyTexts
    keyword: Keyword = ""
    shared: Shared = "nobody"
    teams: Teams = ()
    """With which it is shared, where it is shared with teams."""


class ChangeCannedReply(Request, frozen=True, kw_only=True):
    """What is left out stays."""

    name: ReplyNames | UnsetType = UNSET
    text: ReplyTexts | UnsetType = UNSET
    keyword: Keyword | UnsetType = UNSET
    shared: Shared | UnsetType = UNSET
    teams: Teams | UnsetType = UNSET


class ReplyOwner(Answer, frozen=True, kw_only=True):
    id: int
    name: str


class CannedReplyInfo(Answer, frozen=True, kw_only=True):
    key: str
    name: Name
    text: Name
    keyword: str
    owner: ReplyOwner | None
    """Null: it is shipped."""
    shared: Shared
    teams: tuple[str, ...]
    can_edit: bool
    version: int


class ReplyVariable(Answer, frozen=True, kw_only=True):
    key: str
    name: Name


class CannedReplies(Answer, frozen=True, kw_only=True):
    replies: list[CannedReplyInfo]
    """One's own first, then those of others, then the shipped ones."""
    variables: list[ReplyVariable]
    """What may stand in them in braces, by key or by name."""


@get("/canned-replies", operation_id="listCannedReplies", tags=["canned replies"], opt=_READS)
async def list_canned_replies(authority: NamedDependency[Authority], db: NamedDependency[Database]) -> CannedReplies:
    """The canned replies that this reader may insert, 500 of people's at most, and the variables."""
    async with db.read(authority.workspace_id) as tx:
        (rows,) = await tx.gather(saved.of_reader(authority), last=True)
    made = [_info(row.reply(), authority, row.owner_name or "") for row in rows]
    shipped = [_info(one, authority, "") for one in SHIPPED.values()]
    known = [ReplyVariable(key=key, name=name) for key, name in VARIABLES.items()]
    return CannedReplies(replies=[*made, *shipped], variables=known)


@post("/canned-replies", status_code=201, operation_id="saveCannedReply", tags=["canned replies"], opt=_WRITES)
async def save_canned_reply(
    data: JSONBody[SaveCannedReply],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
) -> CannedReplyInfo:
    """Save a canned reply. Sharing it with a team takes leading the team, with everybody the right
    ``canned_reply.share``. At most 200 a person."""
    reply = CannedReply(key="", owner=authority.me, **_members(data))
    async with db.write(authority.workspace_id) as tx:
        made = await commands.add(tx, authority, reply, via=via, now=clock.now())
    return _info(made, authority, authority.name)


@patch("/canned-replies/{reply_key:str}", operation_id="changeCannedReply", tags=["canned replies"], opt=_WRITES)
async def change_canned_reply(
    reply_key: PathReply,
    data: JSONBody[ChangeCannedReply],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
    seen: NamedDependency[int | None],
) -> CannedReplyInfo:
    """Change a canned reply. 412 when it was changed since ``If-Match``."""
    async with db.write(authority.workspace_id) as tx:
        reply = await commands.change(tx, authority, reply_key, _members(data), seen=seen, via=via, now=clock.now())
    return _info(reply, authority, authority.name if reply.owner == authority.person_id else "")


@delete(
    "/canned-replies/{reply_key:str}",
    status_code=204,
    operation_id="removeCannedReply",
    tags=["canned replies"],
    opt=_WRITES,
)
async def remove_canned_reply(
    reply_key: PathReply,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
    seen: NamedDependency[int | None],
) -> None:
    """Remove a canned reply, for everybody with whom it was shared too."""
    async with db.write(authority.workspace_id) as tx:
        await commands.remove(tx, authority, reply_key, seen=seen, via=via, now=clock.now())


handlers = [list_canned_replies, save_canned_reply, change_canned_reply, remove_canned_reply]


def _members(data: SaveCannedReply | ChangeCannedReply) -> dict[str, Any]:
    """What a body says, by the members of a canned reply."""
    return {name: value for name, value in msgspec.structs.asdict(data).items() if value is not UNSET}


def _info(reply: CannedReply, authority: Authority, owner: str) -> CannedReplyInfo:
    return CannedReplyInfo(
        key=reply.key,
        name=reply.name,
        text=reply.text,
        keyword=reply.keyword,
        owner=None if reply.owner is None else ReplyOwner(id=reply.owner, name=owner),
        shared=reply.shared,
        teams=reply.teams,
        can_edit=commands.may_change(authority, reply),
        version=reply.version,
    )
