"""Every write of the SLA's own rows."""

from typing import Any

from gongdan.domains.sla.clocks import ClockRow
from gongdan.domains.sla.promises.reactions import DropClock, SetClock
from gongdan.infra.db.tx import Tx


def write_clock(tx: Tx, effect: SetClock) -> None:
    row = effect.row
    shown = {
        "state": row.state,
        "started_at": row.started_at,
        "due_at": row.due_at,
        "met_at": row.met_at,
        "breached_at": row.breached_at,
    }
    tx.keep("ticket_clock", _key(tx, row), {**shown, "body": row})


def drop_clock(tx: Tx, effect: DropClock) -> None:
    tx.keep("ticket_clock", _key(tx, effect.row), None)


def _key(tx: Tx, row: ClockRow) -> dict[str, Any]:
    return {"workspace_id": tx.workspace_id, "ticket_id": row.ticket_id, "metric": row.subject, "cycle": row.cycle}
