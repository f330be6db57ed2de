"""How effects of work are kept."""

from gongdan.domains.work.subjects.snoozing import PutSnoozed
from gongdan.domains.work.subjects.times import PutRunning
from gongdan.infra.db.tx import Tx


def write_snoozed(tx: Tx, effect: PutSnoozed) -> None:
    key = {"workspace_id": tx.workspace_id, "person_id": effect.person_id, "ticket_id": effect.ticket_id}
    tx.keep("snoozed", key, {"since": effect.since} if effect.since else None)


def write_running(tx: Tx, effect: PutRunning) -> None:
    key = {"workspace_id": tx.workspace_id, "person_id": effect.person_id}
    since = effect.since
    tx.keep("running_watch", key, {"ticket_id": effect.ticket_id, "since": since} if since else None)
