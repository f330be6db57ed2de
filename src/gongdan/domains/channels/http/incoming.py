"""Requests that bring messages, for channels to which others come."""

from typing import Any, Final

from litestar import Request, post
from litestar.di import NamedDependency

from gongdan.domains.accounts.public import Authority
from gongdan.domains.channels.accounts import rows
from gongdan.domains.channels.contract.room import Mailroom
from gongdan.domains.channels.errors import AccountNotFound, NotAddressed
from gongdan.domains.channels.http.shapes import Taken
from gongdan.domains.channels.inbound.intake import receive
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import PathId, RawBody
from gongdan.infra.http.guard import needs, rated
from gongdan.kernel import clock

_LARGEST: Final = 20 * 1024**2


@post(
    "/channels/{account_id:int}/in",
    status_code=200,
    operation_id="takeMessage",
    tags=["channels"],
    request_max_body_size=_LARGEST,
    operation_class=RawBody,
    opt=needs("guest", scope="all") | {"once": "stream"} | rated(burst=600, per_second=50),
)
async def take_message(
    account_id: PathId,
    request: Request[Any, Any, Any],
    caller: NamedDependency[Authority],
    db: NamedDependency[Database],
    mailroom: NamedDependency[Mailroom],
) -> Taken:
    """Take what another system brings, signed by the secret of the account (Standard Webhooks: ``webhook-id``,
    ``webhook-timestamp``, ``webhook-signature``). It is stored before it is answered, and settled soon after; the same
    ``webhook-id`` is taken once."""
    body = await request.body()
    try:
        async with db.read(caller.workspace_id) as tx:
            account = await rows.account(tx, account_id)
    except AccountNotFound:
        raise NotAddressed(id=account_id) from None
    kind = mailroom.channels.get(account.kind)
    if kind is None or kind.verify is None or not account.active:
        raise NotAddressed(id=account_id)
    arrival = kind.verify(account, mailroom.secret, request.headers, body, clock.now())
    stored = await receive(mailroom, caller.workspace_id, [arrival], account_id=account_id, kind=kind.key)
    return Taken(is_new=bool(stored))


handlers = [take_message]
