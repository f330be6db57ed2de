"""What people call things, read back: by key, by name in any language, by the path of names. Pure; compiled once for a
release."""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

import msgspec

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.fields import CustomField
from gongdan.domains.tickets.public import Part, kind_of
from gongdan.kernel.errors import FieldFault
from gongdan.kernel.text import Name, normalise

_STEP: Final = re.compile(r"\s*[/／>＞]\s*")

Known = Mapping[str, tuple[str, ...]]
"""Word → the keys of what is called so."""


class KnownWords(msgspec.Struct, frozen=True, kw_only=True):
    types: Known
    categories: Known
    priorities: Known
    statuses: Mapping[str, Known]
    """Type → those of its workflow."""
    all_statuses: Known
    """Where the type is not told: of every workflow in use."""


WORDS: Final[Part[KnownWords]] = Part("words")


def words_of(bundle: PolicyBundle) -> KnownWords:
    flows = {flow.key: calling((one.key, [one.name]) for one in flow.statuses) for flow in bundle.workflows}
    return KnownWords(
        types=calling((one.key, [one.name]) for one in bundle.types if not one.retired),
        categories=calling((key, names) for key, names in _paths(bundle).items()),
        priorities=calling((one.key, [one.name]) for one in bundle.priorities if not one.retired),
        statuses={kind.key: flows[kind.workflow] for kind in bundle.types},
        all_statuses=calling((one.key, [one.name]) for flow in bundle.workflows for one in flow.statuses),
    )


def calling(entries: Iterable[tuple[str, Iterable[Name]]]) -> dict[str, tuple[str, ...]]:
    """A key alone means what has it, whatever else is called so."""
    found: dict[str, tuple[str, ...]] = {}
    keys: list[str] = []
    for key, names in entries:
        keys.append(key)
        for said in {plain(word) for name in names for word in name.values()}:
            if key not in found.get(said, ()):
                found[said] = (*found.get(said, ()), key)
    return found | {plain(key): (key,) for key in keys}


def plain(word: str) -> str:
    """As words are compared; steps of a path are parted alike."""
    return _STEP.sub("/", normalise(word.strip()))


def _paths(bundle: PolicyBundle) -> dict[str, list[Name]]:
    """Category → its own name, and the path of names that leads to it, in each language."""
    known = {one.key: one for one in bundle.categories}
    found: dict[str, list[Name]] = {}
    for one in bundle.categories:
        if one.retired:
            continue
        way, at = [one], one.parent
        while at is not None and at in known and known[at] not in way:
            way.insert(0, known[at])
            at = known[at].parent
        path = {locale: " / ".join(step.name.get(locale, "") for step in way) for locale in one.name}
        found[one.key] = [one.name, path]
    return found


def meant(column: str, known: Known, said: str) -> tuple[str | None, FieldFault | None]:
    """The key that a word means. What is called so more than once is told apart by its key."""
    keys = known.get(plain(said), ())
    if len(keys) == 1:
        return keys[0], None
    if keys:
        return None, FieldFault(column, "imports.ambiguous", {"value": said})
    return None, FieldFault(column, "unknown_key", {"value": said})


_DAY: Final = r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?"
_TIME: Final = r"(\d{1,2})[:时点](\d{1,2})(?:[:分](\d{1,2}))?(?:\.\d+)?[秒分]?"
_PARTS: Final = re.compile(rf"{_DAY}(?:[T ,]*{_TIME})?")
_WITH_ZONE: Final = re.compile(r"(?:[+-]\d{2}:?\d{2}|Z)$", re.IGNORECASE)


def instant(said: str, zone: ZoneInfo) -> datetime | None:
    """An instant as tables write it; without a zone it is of the zone given, without a time at the day's beginning."""
    text = normalise(said.strip()).upper()
    if _WITH_ZONE.search(text) and ":" in text:
        try:
            return datetime.fromisoformat(text).astimezone(UTC)
        except (ValueError, OverflowError):
            return None
    found = _PARTS.fullmatch(text)
    if found is None:
        return None
    try:
        year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
        return datetime(year, month, day, hour, minute, second, tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def field_value(field: CustomField, said: str, zone: ZoneInfo) -> Any:
    """The cell of a custom field as a value, which its kind has still to check."""
    kind = kind_of(field)
    if kind.type == "instant":
        at = instant(said, zone)
        return said if at is None else at.astimezone(zone).isoformat()
    return kind.read(field, said)
