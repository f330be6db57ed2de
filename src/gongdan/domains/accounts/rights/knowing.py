"""What a reader may know of a thing: one judgement for pages, streams, files and whatever goes out (spec 11.8). Pure.

A thing carries its own declaration of who may know it; nobody else compares audiences or field classes.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final, Generic, Literal, TypeVar

import msgspec

from gongdan.domains.accounts.rights.authority import Authority, Keys, may, may_somewhere

T = TypeVar("T")

Audiences = frozenset[str] | Literal["all"]
"""``customer``, ``internal``, ``vendor:<person>``; or all there are."""

SENSITIVE: Final = "sensitive"
PERSONAL: Final = "personal"


class Reader(msgspec.Struct, frozen=True):
    """Somebody who reads an object, as far as it matters to what they may know of it."""

    audiences: Audiences
    """Whose messages they read."""
    classes: frozenset[str]
    """Field classes that they may read."""
    parties: frozenset[int] = frozenset()
    """Those in whose conversations they read along, unless they are inside."""

    def hears(self, audience: str) -> bool:
        """Whether what is said to ``audience`` is said to them."""
        return self.audiences == "all" or audience in self.audiences

    def follows(self, party_id: int) -> bool:
        """Whether they read the conversation with this person. Where several were talked with, somebody from outside
        reads what was exchanged with whoever asked, and with themselves."""
        return self.is_inside or party_id in self.parties

    @property
    def is_inside(self) -> bool:
        """Whether they read what the staff write for each other."""
        return self.hears("internal")


Shown = Callable[[T, Reader], T | None]
"""What of a thing this reader may know; None when not even that there is one."""


class Thing(msgspec.Struct, Generic[T], frozen=True):
    """Something that may be known, and to whom."""

    value: T
    shown: Shown[T]


class Knowledge(msgspec.Struct, Generic[T], frozen=True):
    how: Literal["whole", "masked", "nothing"]
    value: T | None
    """What they may know; None of ``nothing``."""

    @property
    def left(self) -> T:
        """What they may know of a thing of which something is always left."""
        assert self.value is not None
        return self.value


def knows(reader: Reader, thing: Thing[T]) -> Knowledge[T]:
    """What ``reader`` may know of ``thing``."""
    whole = thing.value
    found = thing.shown(whole, reader)
    if found is None:
        return Knowledge("nothing", None)
    return Knowledge("whole" if found is whole or found == whole else "masked", found)


def reader_of(authority: Authority, keys: Keys) -> Reader:
    """Whoever acts, as a reader of the object with these keys.

    A customer reads what was exchanged with the customer. Of the staff, who may read notes reads everything; an outside
    vendor what was addressed to them.
    """
    if authority.only_ticket is not None and not keys.is_ticket(authority.only_ticket):
        return Reader(frozenset(), authority.classes)
    found = _reader(authority, lambda action: may(authority, action, keys))
    if found.is_inside:
        return found
    parties = frozenset(one for one in (*keys.owners("customer"), authority.person_id) if one is not None)
    return Reader(found.audiences, found.classes, parties)


def reader_somewhere(authority: Authority) -> Reader:
    """What they could read at most, on whatever object: for lists of what may be asked at all."""
    return _reader(authority, lambda action: may_somewhere(authority, action))


def said(
    value: T, audience: str, *, party_id: int | None = None, is_redacted: bool = False, left: T | None = None
) -> Thing[T]:
    """A message or what hangs on it, for whoever its audience is and follows the conversation with ``party_id``.
    ``left``: what is known of it once redacted."""
    # A function of its own for each message would cost more than what it decides.
    return Thing(value, partial(_said, audience, party_id, is_redacted, left))


def _said(audience: str, party_id: int | None, is_redacted: bool, left: T | None, whole: T, reader: Reader) -> T | None:
    if not reader.hears(audience) or not (party_id is None or reader.follows(party_id)):
        return None
    return left if is_redacted else whole


def of_staff(value: T) -> Thing[T]:
    """What the staff wrote or reckoned for each other."""
    return Thing(value, to_staff)


def to_staff(value: T, reader: Reader) -> T | None:
    """Only who reads internal notes is shown it."""
    return value if reader.is_inside else None


def personal(value: T, masked: T | None) -> Thing[T]:
    """Personal data, such as addresses; ``masked`` is left of it for whoever may not read the class."""
    return Thing(value, lambda whole, reader: whole if PERSONAL in reader.classes else masked)


def custom_fields(values: Mapping[str, Any], sensitive: frozenset[str]) -> Thing[Mapping[str, Any]]:
    """Values by key, null for the ``sensitive`` ones unless they may read those; that there is one still shows."""

    def shown(whole: Mapping[str, Any], reader: Reader) -> Mapping[str, Any]:
        if SENSITIVE in reader.classes or sensitive.isdisjoint(whole):
            return whole
        return {key: None if key in sensitive else value for key, value in whole.items()}

    return Thing(values, shown)


def _reader(authority: Authority, allows: Callable[[str], bool]) -> Reader:
    if authority.kind == "customer":
        return Reader(frozenset({"customer"}), authority.classes)
    if allows("note.read"):
        return Reader("all", authority.classes)
    heard = {f"vendor:{authority.person_id}"} | ({"customer"} if allows("message.read") else set())
    return Reader(frozenset(heard), authority.classes)
