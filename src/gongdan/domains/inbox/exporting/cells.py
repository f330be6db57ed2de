"""What the cells of a list say, in words of its reader. Pure."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

import msgspec

from gongdan.domains.inbox.lists.queries import QueueLine
from gongdan.domains.inbox.views.columns import COLUMNS, FIELDS, CellSource, ListColumn, column
from gongdan.domains.tickets.public import Narrator, ReleaseFields
from gongdan.kernel.text import localised

Written = str | int | float | date | datetime | None
"""What a cell holds. Instants are in the zone of whoever reads them."""

DEFAULT: Final = (
    "number", "title", "type", "category", "priority", "status", "team", "assignee", "requester", "due", "created",
)  # fmt: skip
"""Of a list without a view of its own."""


class ExportColumn(msgspec.Struct, frozen=True):
    key: str
    name: str
    cell: Callable[[QueueLine], Written]
    reading: CellSource | None = None
    """Where its value stands, if not every row has it."""


def columns_of(
    keys: Sequence[str], known: ReleaseFields, readable: frozenset[str], narrator: Narrator
) -> list[ExportColumn]:
    """The columns of these keys, the number first; those that the reader may not read are left out."""
    found = [column(key, known, readable) for key in dict.fromkeys(("number", *keys))]
    return [_exported(one, narrator) for one in found if one is not None]


def _exported(one: ListColumn, narrator: Narrator) -> ExportColumn:
    name = localised(one.name, narrator.locale)
    if one.value == FIELDS:
        return ExportColumn(one.key, name, _field(one, narrator), one.reading)
    value = _VALUES.get(one.key)
    if value is None:
        return ExportColumn(one.key, name, _instant(one.value, narrator.zone))
    return ExportColumn(one.key, name, lambda line: value(line, narrator))


def _instant(member: str, zone: ZoneInfo) -> Callable[[QueueLine], Written]:
    def cell(line: QueueLine) -> Written:
        at: datetime | None = getattr(line, member)
        return at.astimezone(zone) if at is not None else None

    return cell


def _field(one: ListColumn, narrator: Narrator) -> Callable[[QueueLine], Written]:
    """A number stays one; whatever else there is is said as the timeline says it."""

    def cell(line: QueueLine) -> Written:
        value = line.fields.get(one.key)
        if value is None or value == "" or value == []:
            return None
        if one.cell == "instant":
            return datetime.fromisoformat(value).astimezone(narrator.zone)
        if one.cell == "number" and not isinstance(value, bool):
            return value if isinstance(value, int | float) else str(value)
        return narrator.value(one.key, value)

    return cell


def _status(line: QueueLine, narrator: Narrator) -> str:
    flow = narrator.rules.current.get(line.type)
    found = flow.statuses.get(line.status) if flow else None
    return localised(found.name, narrator.locale) if found else narrator.status(line.status)


def _category(line: QueueLine, narrator: Narrator) -> str:
    """With what it stands below."""
    names: list[str] = []
    key, all = line.category, narrator.rules.categories
    while key is not None and len(names) < len(all):
        names.append(narrator.named(all, key))
        key = all[key].parent if key in all else None
    return " / ".join(reversed(names))


def _last_word(line: QueueLine, narrator: Narrator) -> str:
    said: Mapping[str, Any] = line.last_word or {}
    if not said:
        return ""
    who = line.requester_name if said["by"] == "customer" else narrator.person(said.get("person_id"))
    return f"{who} {narrator.instant(said['at'])}"


_VALUES: Final[Mapping[str, Callable[[QueueLine, Narrator], str | None]]] = {
    "number": lambda line, _: line.number,
    "title": lambda line, _: line.title,
    "type": lambda line, narrator: narrator.named(narrator.rules.types, line.type),
    "category": _category,
    "priority": lambda line, narrator: narrator.named(narrator.rules.priorities, line.priority),
    "status": _status,
    "team": lambda line, narrator: narrator.team(line.team) if line.team else None,
    "assignee": lambda line, _: line.assignee_name,
    "requester": lambda line, _: line.requester_name,
    "tier": lambda line, narrator: narrator.say(f"words.tiers.{line.tier}"),
    "channel": lambda line, narrator: narrator.say(f"words.channels.{line.channel}"),
    "tags": lambda line, narrator: narrator.list(line.tags),
    "last_word": _last_word,
}
"""Every shipped column that is no instant."""

assert set(_VALUES) <= set(COLUMNS)
