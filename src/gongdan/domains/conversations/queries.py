"""Which conversations a ticket has, as SQL for whoever reads or answers them."""

import msgspec

from gongdan.infra.db.tx import Query

NOBODY = "null::bigint"


class FoundConversation(msgspec.Struct, frozen=True):
    id: int


def of_ticket(ticket: str) -> str:
    """SQL: the ids of a ticket's conversations; ``ticket`` is its id. Served by the primary key."""
    return f"""
    (select l.conversation_id
       from conversation_ticket l
      where l.workspace_id = %(workspace)s and l.ticket_id = {ticket})
    """


def answered(ticket: str, *, writer: str = NOBODY, requester: str = NOBODY, named: str = NOBODY) -> str:
    """SQL: the conversation of a ticket that a message goes into. The one that is ``named``, which must be of the
    ticket; else the writer's own, else the one with whoever asked; else the one in which the customer wrote last."""
    return f"""
    (select v.id
       from conversation_ticket l
       join conversation v on v.workspace_id = l.workspace_id and v.id = l.conversation_id
      where l.workspace_id = %(workspace)s
        and l.ticket_id = {ticket}
        and ({named} is null or v.id = {named})
      order by v.party_id = {writer} desc nulls last, v.party_id = {requester} desc nulls last,
               v.last_customer_at desc nulls last, v.id desc
      limit 1)
    """


def to_answer(
    ticket_id: int, *, writer: int | None = None, requester: int | None = None, named: int | None = None
) -> Query[FoundConversation]:
    """The conversation that a message on the ticket goes into, by the rule of ``answered``; none where it is not one of
    the ticket's."""
    sql = answered(
        "%(ticket)s", writer="%(writer)s::bigint", requester="%(requester)s::bigint", named="%(named)s::bigint"
    )
    params = {"ticket": ticket_id, "writer": writer, "requester": requester, "named": named}
    return Query(FoundConversation, sql.strip().removeprefix("(").removesuffix(")"), params)
