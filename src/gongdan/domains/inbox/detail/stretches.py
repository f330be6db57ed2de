"""What is asked of a timeline: a stretch of it, before, after or around an entry, for somebody who may know so much of
it. Pure."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Final, Literal

import msgspec

from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.ids import MAX_ID

Filter = Literal["all", "messages", "notes", "events"]
Way = Literal["older", "newer"]

PAGE: Final = 50
LONGEST: Final = 200

_KEY: Final = re.compile(r"([em])([1-9][0-9]{0,15})")
PAST_ALL: Final = 2**31 - 1


class EntryPlace(msgspec.Struct, frozen=True, kw_only=True):
    """Of an entry, by its key: ``e<seq>`` of an event, ``m<id>`` of a message that stands in another log."""

    seq: int | None = None
    message_id: int | None = None

    def __str__(self) -> str:
        return f"m{self.message_id}" if self.seq is None else f"e{self.seq}"


def place_of(key: str, name: str) -> EntryPlace:
    """The place that a client names.

    Raises:
        Invalid: it is no key of an entry.
    """
    found = _KEY.fullmatch(key)
    number = int(found[2]) if found else MAX_ID + 1
    if found is None or number > (PAST_ALL if found[1] == "e" else MAX_ID):
        raise Invalid(faults=(FieldFault(name, "inbox.bad_cursor"),))
    return EntryPlace(seq=number) if found[1] == "e" else EntryPlace(message_id=number)


class Hearing(msgspec.Struct, frozen=True):
    """Somebody from outside: what is said to these audiences, with whoever asked and with themselves."""

    audiences: tuple[str, ...]
    person_id: int | None


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of a timeline: so many entries, older or newer than a place; without one, from the end."""

    way: Way = "older"
    edge: EntryPlace | None = None
    including: bool = False
    """The entry at the edge too, even from the midst of a run."""
    limit: int = PAGE
    filter: Filter = "all"
    until: datetime | None = None
    kinds: tuple[str, ...] | None = None
    """Of events, where its reader certainly knows no others."""
    hears: Hearing | None = None
    """What of the messages its reader knows, likewise; None: all. What is said to others ends no run and is counted
    nowhere."""


def stretches_of(
    asked: Mapping[str, str | None], *, limit: int, filter: Filter, until: datetime | None
) -> list[Stretch]:
    """What is read for a page, oldest first. ``asked``: ``before``, ``after`` or ``around`` → the key of an entry.

    Raises:
        Invalid: it is no key, or there is more than one.
    """
    named = [(name, key) for name, key in asked.items() if key is not None]
    if len(named) > 1:
        raise Invalid(faults=tuple(FieldFault(name, "inbox.one_place") for name, _ in named))
    plain = Stretch(limit=limit, filter=filter, until=until)
    if not named:
        return [plain]
    ((name, key),) = named
    edge = place_of(key, name)
    if name != "around":
        return [msgspec.structs.replace(plain, edge=edge, way="older" if name == "before" else "newer")]
    here = msgspec.structs.replace(plain, edge=edge, including=True, limit=max(1, limit - limit // 2))
    beyond = msgspec.structs.replace(plain, edge=edge, way="newer", limit=limit // 2)
    return [here, beyond] if beyond.limit else [here]
