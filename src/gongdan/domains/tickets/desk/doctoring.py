"""Proof that live rows are the fold of the log (spec 01, one log)."""

import msgspec

from gongdan.domains.tickets.desk import queries
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.engine.subject import Subjects
from gongdan.infra.db.tx import ReadTx
from gongdan.infra.log.position import Log
from gongdan.kernel.events import Unreadable

_FIELDS = tuple(field.name for field in msgspec.structs.fields(Ticket))


class Differing(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket whose row says something else than its events."""

    number: str
    columns: tuple[str, ...]


async def flaws_of_fold(tx: ReadTx, log: Log, subjects: Subjects, most: int) -> list[Differing]:
    """Compare the rows of the ``most`` tickets that changed last with the fold of their events. A ticket with an event
    that cannot be read any more is left out: what was erased cannot be proven."""
    latest = "select l.id from ticket l where l.workspace_id = %(workspace)s order by l.updated_at desc limit %(most)s"
    (rows,) = await tx.gather(queries.load(f"t.id in ({latest})", {"most": most}))
    found = []
    for row in rows:
        made: Ticket | None = None
        events = await log.stream(tx, "ticket", row.id)
        if any(isinstance(logged.event, Unreadable) for logged in events):
            continue
        for logged in events:
            made = subjects.fold(made, logged)
        columns = tuple(name for name in _FIELDS if made is None or getattr(made, name) != getattr(row, name))
        if columns:
            found.append(Differing(number=row.number, columns=columns))
    return found
