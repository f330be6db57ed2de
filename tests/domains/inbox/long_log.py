"""Tickets to which much has happened, written straight into the log."""

import msgspec
import psycopg


class LongTicket(msgspec.Struct, frozen=True):
    workspace: int
    ticket: int
    conversation: int
    person: int
    """Who does everything."""


_FILL = (
    """
    insert into message (workspace_id, id, conversation_id, origin_ticket_id, audience, author, author_id, at)
    select %(workspace)s, %(first)s + n, %(conversation)s, %(ticket)s,
           case when n %% (2 * %(each)s) = 0 then 'internal' else 'customer' end, 'agent', %(person)s,
           now() + n * interval '1 millisecond'
      from generate_series(1, %(count)s) n
     where n %% %(each)s = 0
    """,
    """
    insert into message_version (workspace_id, message_id, text, at)
    select workspace_id, id, '第' || (id - %(first)s) || '句', at
      from message
     where workspace_id = %(workspace)s and conversation_id = %(conversation)s and id > %(first)s
    """,
    """
    insert into event (workspace_id, stream, stream_id, seq, id, kind, actor, actor_id, via, command_id, release, at,
                       body_hash, hash, body, epoch)
    select %(workspace)s, 'ticket', %(ticket)s, t.version + n, %(first)s + n,
           case when n %% %(each)s = 0 then 'ticket.message_added' when n %% 3 = 0 then 'ticket.moved'
                else 'ticket.tagged' end,
           'staff', %(person)s, 'web', %(first)s + n, 1, now() + n * interval '1 millisecond', '', '',
           convert_to(case when n %% %(each)s = 0 then
             json_build_object('kind', 'ticket.message_added', 'message_id', %(first)s + n,
                               'conversation_id', %(conversation)s, 'author', 'agent', 'author_id', %(person)s,
                               'audience', case when n %% (2 * %(each)s) = 0 then 'internal' else 'customer' end)
           when n %% 3 = 0 then
             json_build_object('kind', 'ticket.moved', 'before', 'assigned', 'after', 'assigned',
                               'before_phase', 'open', 'after_phase', 'open')
           when n %% 3 = 1 then json_build_object('kind', 'ticket.tagged', 'added', json_build_array('t' || n))
           else json_build_object('kind', 'ticket.tagged', 'removed', json_build_array('t' || n - 1)) end::text, 'UTF8'),
           0
      from ticket t, generate_series(1, %(count)s) n
     where t.workspace_id = %(workspace)s and t.id = %(ticket)s
    """,
    "update ticket set version = version + %(count)s where workspace_id = %(workspace)s and id = %(ticket)s",
)


def lengthen(owner_url: str, ticket: LongTicket, count: int, *, each: int) -> None:
    """``count`` more events; every ``each``-th is a message, by turns public and internal."""
    first = 2**41 + ticket.ticket * 10_000
    given = msgspec.structs.asdict(ticket) | {"first": first, "count": count, "each": each}
    with psycopg.connect(owner_url) as owner:
        for sql in _FILL:
            owner.execute(sql, given)
