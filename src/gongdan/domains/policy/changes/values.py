"""Values of the policy as a person reads them: names for keys, words for choices, durations in hours and days."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, Literal, Protocol, get_args, get_origin

import msgspec

from gongdan.conditions.grammar import Condition
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.section import Section
from gongdan.domains.policy.changes.compare import WayMark
from gongdan.infra.catalogue import say
from gongdan.kernel.text import Locale, Name, localised, one_line

LONGEST: Final = 60
"""Characters of a text that a sentence repeats."""
LONGEST_RULE: Final = 300
"""Characters of what a condition or an action says."""
MOST: Final = 8
"""Elements of a list that a sentence names."""
_PARTS: Final = (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))

Names = Mapping[str, Mapping[str, Name]]
"""What values may name, by section or kind of rows (``teams``, ``people`` …) → key → name."""


def names_of(sections: Sequence[Section], before: PolicyBundle, after: PolicyBundle, rows: Names) -> Names:
    """Names of all entries, those of ``after`` first, and of the rows."""
    found: dict[str, Mapping[str, Name]] = dict(rows)
    for section in (one for one in sections if one.is_list):
        entries = (*getattr(before, section.key), *getattr(after, section.key))
        found[section.key] = {entry.key: entry.name for entry in entries}
    return found


class Speech(Protocol):
    """How conditions and actions are told. Who knows the fields of tickets and the kinds of actions gives it."""

    def condition(self, condition: Condition, locale: Locale, /) -> str | None:
        """None: it names what there is not."""

    def action(self, action: Any, locale: Locale, /) -> str | None:
        """None: it is none, or none that this version knows."""


class Wording(msgspec.Struct, frozen=True):
    """Tells values in one language."""

    sections: Mapping[str, Section]
    names: Names
    locale: Locale
    speech: Speech

    def quoted(self, text: str) -> str:
        return self.say("changes.quoted", text=one_line(text, LONGEST)) if text else self.say("changes.nothing")

    def say(self, key: str, **params: Any) -> str:
        return say(key, self.locale, params) or key

    def value(self, value: Any, steps: Sequence[WayMark]) -> str | None:
        """The value at the end of ``steps``; None: it takes more than a word, such as a condition."""
        match value:
            case None | "" | ():
                return self.say("changes.nothing")
            case bool():
                return self.say("changes.yes" if value else "changes.no")
            case int() if steps[-1].member.endswith("_s"):
                return self._duration(value)
            case date():
                return value.isoformat()
            case str() | int():
                return self._word(str(value), steps)
            case Condition():
                return self._cut(self.speech.condition(value, self.locale))
            case msgspec.Struct():
                return self._cut(self.action(value))
            case Sequence():
                return self._listed(value, steps)
        return None

    def action(self, action: Any) -> str | None:
        """What an action does; None: it is none."""
        return self.speech.action(action, self.locale)

    def _cut(self, text: str | None) -> str | None:
        return None if text is None else self.say("changes.quoted", text=one_line(text, LONGEST_RULE))

    def listed(self, values: Sequence[Any], steps: Sequence[WayMark]) -> str:
        """Several values, some of them where there are many."""
        told = [self.value(one, steps) or "" for one in values[:MOST]]
        listing = self.say("changes.comma").join(told)
        return self.say("changes.many", some=listing, count=len(values)) if len(values) > MOST else listing

    def _listed(self, values: Sequence[Any], steps: Sequence[WayMark]) -> str | None:
        """Intervals are told as such; elements that cannot be told in a word are not."""
        if all(isinstance(one, tuple) and len(one) == 2 for one in values):
            return self.say("changes.comma").join(f"{first}–{last}" for first, last in values)
        return None if any(isinstance(one, msgspec.Struct) for one in values) else self.listed(values, steps)

    def _duration(self, seconds: int) -> str:
        parts = []
        for unit, size in _PARTS:
            count, seconds = divmod(seconds, size)
            if count:
                parts.append(self.say(f"changes.durations.{unit}", count=count))
        return " ".join(parts) or self.say("changes.durations.second", count=0)

    def _word(self, text: str, steps: Sequence[WayMark]) -> str:
        """What a key names, the word for a choice, a text in quotation marks, a number as it is."""
        last = steps[-1]
        kind = self.sections[steps[0].member].names.get(".".join(step.member for step in steps[1:]), "")
        if name := self.names.get(kind, {}).get(text) or _local(text, steps):
            return self.quoted(localised(name, self.locale) or text)
        if text in choices(last.owner, last.member):
            return self.say(f"changes.choices.{text}")
        word, colon, key = text.partition(":")
        if colon and (name := self.names.get(_ROWS.get(word, ""), {}).get(key)):
            return self.quoted(localised(name, self.locale))
        return say(f"words.receivers.{text}", self.locale) or (text if text.isdecimal() else self.quoted(text))


_ROWS: Final = {"role": "roles", "team": "teams", "roster": "teams", "person": "people"}


def _local(key: str, steps: Sequence[WayMark]) -> Name | None:
    """The name of what stands in the same entry under this key, such as the status that a transition leads to."""
    entry = steps[0].thing
    for field in msgspec.structs.fields(type(entry)) if isinstance(entry, msgspec.Struct) else ():
        for one in getattr(entry, field.name) if isinstance(getattr(entry, field.name), tuple) else ():
            if getattr(one, "key", None) == key and hasattr(one, "name"):
                found: Name = one.name
                return found
    return None


def choices(owner: type[msgspec.Struct], member: str) -> frozenset[str]:
    """The words that a member may have, where they are a closed list."""
    field = next((one for one in msgspec.structs.fields(owner) if one.name == member), None)
    return frozenset(_literals(field.type)) if field else frozenset()


def _literals(kind: Any) -> Iterator[str]:
    if get_origin(kind) is Literal:
        yield from map(str, get_args(kind))
    else:
        for part in get_args(kind):
            yield from _literals(part)
