"""Which mails belong to which ticket: statements on ``mail_id``."""

from collections.abc import Sequence

import msgspec
from psycopg.types.json import Jsonb

from gongdan.domains.channels.outbound.outbox import Due
from gongdan.infra.db.tx import Tx


class Remembered(msgspec.Struct, frozen=True, kw_only=True):
    """A mail as part of a thread: its own id names the message and its writer."""

    mail_id: str
    ancestors: tuple[str, ...]
    party: tuple[str, ...]
    ticket_id: int
    message_id: int | None


def remember(tx: Tx, mails: Sequence[Remembered]) -> None:
    """Queue the ids of the threads of mails, so that whoever answers any of them finds the ticket (peers: Z#5716).
    Ancestors that we sent are known already."""
    if not mails:
        return
    tx.put(
        """
        insert into mail_id (workspace_id, mail_id, ticket_id, message_id, own, party)
        select %(workspace)s, d.mail_id, d.ticket_id, d.message_id, false, d.party
          from jsonb_populate_recordset(null::mail_id, %(rows)s) d
        on conflict (workspace_id, mail_id, ticket_id) do update set message_id = excluded.message_id,
               party = excluded.party
         where mail_id.message_id is null
        """,
        rows=Jsonb(list(mails)),
    )
    named = [(name, one.ticket_id) for one in mails for name in one.ancestors]
    if named:
        tx.put(
            """
            insert into mail_id (workspace_id, mail_id, ticket_id, own)
            select %(workspace)s, name, ticket_id, false
              from unnest(%(names)s::text[], %(tickets)s::bigint[]) given (name, ticket_id)
             where not exists (
                     select from mail_id m where m.workspace_id = %(workspace)s and m.mail_id = name and m.own
                   )
            on conflict (workspace_id, mail_id, ticket_id) do nothing
            """,
            names=tuple(name for name, _ in named),
            tickets=tuple(ticket_id for _, ticket_id in named),
        )


def sent(tx: Tx, due: Due, mail_id: str) -> None:
    """Queue that answers to a mail of ours belong to its ticket."""
    if due.ticket_id is None:
        return
    tx.put(
        """
        insert into mail_id (workspace_id, mail_id, ticket_id, message_id, own, party)
        values (%(workspace)s, %(mail_id)s, %(ticket)s, %(message)s, true, %(party)s)
        on conflict (workspace_id, mail_id, ticket_id) do nothing
        """,
        mail_id=mail_id,
        ticket=due.ticket_id,
        message=due.message_id,
        party=(due.recipient, *due.payload.get("cc", ())),
    )
