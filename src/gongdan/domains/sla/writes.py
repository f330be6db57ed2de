"""Every INSERT and UPDATE of the SLA's own rows."""

from gongdan.domains.sla.promises.reactions import SetClock
from gongdan.infra.db.tx import Tx


def write_clock(tx: Tx, effect: SetClock) -> None:
    row = effect.row
    key = {"workspace_id": tx.workspace_id, "ticket_id": row.ticket_id, "metric": row.subject, "cycle": row.cycle}
    shown = {
        "state": row.state,
        "started_at": row.started_at,
        "due_at": row.due_at,
        "met_at": row.met_at,
        "breached_at": row.breached_at,
    }
    tx.keep("ticket_clock", key, {**shown, "body": row})
