"""Every INSERT and UPDATE of the SLA's own rows."""

from gongdan.domains.sla.reactions import SetClock
from gongdan.infra.db.tx import Tx


def write_clock(tx: Tx, effect: SetClock) -> None:
    row = effect.row
    tx.put(
        """
        insert into ticket_clock
               (workspace_id, ticket_id, metric, cycle, state, started_at, due_at, met_at, breached_at, body)
        values (%(workspace)s, %(ticket)s, %(metric)s, %(cycle)s, %(state)s, %(started_at)s, %(due_at)s, %(met_at)s,
                %(breached_at)s, %(body)s)
        on conflict (workspace_id, ticket_id, metric, cycle) do update
           set state = excluded.state, started_at = excluded.started_at, due_at = excluded.due_at,
               met_at = excluded.met_at, breached_at = excluded.breached_at, body = excluded.body
        """,
        ticket=row.ticket_id,
        metric=row.subject,
        cycle=row.cycle,
        state=row.state,
        started_at=row.started_at,
        due_at=row.due_at,
        met_at=row.met_at,
        breached_at=row.breached_at,
        body=row,
    )
