"""Proof that live rows are the fold of their streams (spec 01, one log)."""

from typing import Final

import msgspec

from gongdan.domains.conversations import queries
from gongdan.domains.conversations.model import Conversation, fold
from gongdan.infra.db.tx import Query, ReadTx
from gongdan.infra.log.position import Log
from gongdan.kernel.events import Unreadable

_FIELDS: Final = tuple(
    field.name for field in msgspec.structs.fields(Conversation) if field.name not in ("last_customer_at", "party_id")
)
"""When the customer last wrote is told by tickets' logs too; a merge of persons changes whom it is with."""


class _Latest(msgspec.Struct, frozen=True):
    id: int


class DifferingConversation(msgspec.Struct, frozen=True, kw_only=True):
    """A conversation whose row says something else than its events."""

    id: int
    columns: tuple[str, ...]


async def flaws_of_conversations(tx: ReadTx, log: Log, most: int) -> list[DifferingConversation]:
    """Compare the ``most`` latest conversations that were begun by themselves with the fold of their streams. One with
    an event that cannot be read any more is left out."""
    (latest,) = await tx.gather(
        Query(
            _Latest,
            """
            select id
              from conversation
             where workspace_id = %(workspace)s and origin_ticket_id is null
             order by id desc
             limit %(most)s
            """,
            {"most": most},
        )
    )
    found = []
    for one in latest:
        events = await log.stream(tx, "conversation", one.id)
        ((row,),) = await tx.gather(queries.load(one.id))
        if any(isinstance(logged.event, Unreadable) for logged in events):
            continue
        made: Conversation | None = None
        for logged in events:
            made = fold(made, logged)
        columns = tuple(name for name in _FIELDS if made is None or getattr(made, name) != getattr(row, name))
        if columns:
            found.append(DifferingConversation(id=one.id, columns=columns))
    return found
