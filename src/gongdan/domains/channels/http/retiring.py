"""Retiring accounts of channels, over HTTP."""

import msgspec
from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from gongdan.domains.accounts.public import Authority
from gongdan.domains.channels.accounts.retiring import remains, retire
from gongdan.domains.channels.http.shapes import ChannelAccountRemains, RetireChannelAccount
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import PathId
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock
from gongdan.kernel.events import Via


@get(
    "/channel-accounts/{account_id:int}/remains",
    operation_id="getRemains",
    tags=["channels"],
    opt=needs("staff", "workspace.manage"),
)
async def get_remains(
    account_id: PathId, authority: NamedDependency[Authority], db: NamedDependency[Database]
) -> ChannelAccountRemains:
    """What an account still has that goes to another when it is retired."""
    async with db.read(authority.workspace_id) as tx:
        return ChannelAccountRemains(**msgspec.structs.asdict(await remains(tx, account_id)))


@post(
    "/channel-accounts/{account_id:int}/retirement",
    status_code=204,
    operation_id="retireChannelAccount",
    tags=["channels"],
    opt=needs("staff", "workspace.manage", scope="admin"),
)
async def retire_channel_account(
    account_id: PathId,
    data: JSONBody[RetireChannelAccount],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
    seen: NamedDependency[int | None],
) -> None:
    """End an account for good: nothing is taken in or sent by it any more, its secrets are thrown away, and its address
    is free for another. What waits to be sent, and replies in its conversations, go out by the successor. 412 when it
    was changed since ``If-Match``."""
    async with db.write(authority.workspace_id) as tx:
        await retire(tx, authority, account_id, data.successor_id, seen=seen, via=via, now=clock.now())


handlers = [get_remains, retire_channel_account]
