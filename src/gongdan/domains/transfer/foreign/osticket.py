"""osTicket: the CSV that a queue gives out, with the columns that it offers, named in English. It holds no messages."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from gongdan.domains.bundle.workflows import ENDED, Phase
from gongdan.domains.imports.public import NoTable, read_text
from gongdan.domains.transfer.foreign.shapes import MOST_BYTES, ForeignPerson, ForeignTicket, NoExport
from gongdan.domains.transfer.tables.words import instant

_PHASES: Final[dict[str, Phase]] = {
    "open": "open",
    "resolved": "resolved",
    "closed": "closed",
    "archived": "closed",
    "deleted": "closed",
}
_URGENCIES: Final = {"emergency": 0.0, "high": 1 / 3, "normal": 2 / 3, "low": 1.0}
_NUMBER: Final = "ticket number"


def read_osticket(files: Sequence[bytes], zone: str) -> list[ForeignTicket]:
    """
    Raises:
        NoExport: a file is no table, or has no column of ticket numbers.
    """
    found: list[ForeignTicket] = []
    for raw in files:
        if len(raw) > MOST_BYTES:
            raise NoExport(f"more than {MOST_BYTES // 2**20} MB")
        try:
            table = read_text(raw)
        except NoTable as none:
            raise NoExport("no table") from none
        headings = [one.strip().lower() for one in table.headings]
        if _NUMBER not in headings:
            raise NoExport("no column “Ticket Number”")
        found += [_ticket(dict(zip(headings, row.cells, strict=False)), ZoneInfo(zone)) for row in table.rows]
    return found


def _ticket(row: dict[str, str], zone: ZoneInfo) -> ForeignTicket:
    phase = _PHASES.get(row.get("current status", "").lower(), "open")
    ended = _at(row, "closed date", zone) or _at(row, "last updated", zone)
    agent = row.get("agent assigned", "")
    return ForeignTicket(
        id=row.get(_NUMBER, ""),
        title=row.get("subject", ""),
        requester=ForeignPerson(name=row.get("from", ""), mail=row.get("from email", "")),
        assignee=ForeignPerson(name=agent, is_agent=True) if agent else None,
        group=row.get("department", ""),
        phase=phase,
        urgency=_URGENCIES.get(row.get("priority", "").lower()),
        created_at=_at(row, "date created", zone),
        resolved_at=ended if phase in ENDED else None,
        closed_at=ended if phase == "closed" else None,
    )


def _at(row: dict[str, str], name: str, zone: ZoneInfo) -> datetime | None:
    return instant(row.get(name, ""), zone)
