"""Recorded time as rows, for reports: they follow the tickets' columns, undoing included."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import msgspec

from gongdan.domains.tickets.engine.model import WorkTime
from gongdan.domains.tickets.public import Case, Rules
from gongdan.infra.db.tx import Tx
from gongdan.kernel.events import Logged


class PutTime(msgspec.Struct, frozen=True, kw_only=True):
    """Effect: what an entry of a ticket says; None: it is gone."""

    ticket_id: int
    entry_id: int
    time: WorkTime | None


def project_times(
    rules: Rules, before: Case | None, after: Case, happened: Sequence[Logged[Any]], now: datetime
) -> Iterator[PutTime]:
    """Projector: each entry that says something else than before."""
    had, stands = before.live.times if before else {}, after.live.times
    if had == stands:
        return
    for id in sorted(had.keys() | stands.keys()):
        if had.get(id) != stands.get(id):
            yield PutTime(ticket_id=after.live.id, entry_id=int(id), time=stands.get(id))


def write_time(tx: Tx, effect: PutTime) -> None:
    key = {"workspace_id": tx.workspace_id, "ticket_id": effect.ticket_id, "entry_id": effect.entry_id}
    one = effect.time
    said = (
        {"person_id": one.person_id, "day": one.day, "minutes": one.minutes, "work_kind": one.work_kind}
        if one
        else None
    )
    tx.keep("work_time", key, said)
