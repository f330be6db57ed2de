"""Yes or no."""

from typing import Any, Final

from gongdan.domains.bundle.fields import CustomField
from gongdan.domains.tickets.fields.kinds.kind import ValueKind

_WORDS: Final = {
    "true": True, "yes": True, "1": True, "是": True, "false": False, "no": False, "0": False, "否": False,
}  # fmt: skip


def _check(field: CustomField, value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("not_a_bool")
    return value


BOOL = ValueKind(
    type="bool",
    check=_check,
    written=lambda value: "true" if value else "false",
    said=lambda value, field, words: words.say("events.yes" if value else "events.no"),
    read=lambda field, cell: _WORDS.get(cell.strip().casefold(), cell),
)
