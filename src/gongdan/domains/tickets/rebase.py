"""The version check that rebases (spec 01, write path): a command with an older version is refused only if somebody
since touched what it sets, or, for words that go out, if the author has not seen a public message. Pure."""

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from gongdan.domains.tickets import events as e
from gongdan.domains.tickets.errors import TicketChanged
from gongdan.kernel.events import Event

Touches = Callable[[Event], frozenset[str]]
"""What of an event collides with a command: names of what was touched, or nothing."""

MESSAGES = frozenset({"messages"})

DECODERS: dict[str, msgspec.json.Decoder[Any]] = {
    str(kind.__struct_config__.tag): msgspec.json.Decoder(kind) for kind in e.TicketEvent.__args__
}
"""Event kind → decoder of its body."""


class SinceThen(msgspec.Struct, frozen=True, kw_only=True):
    """An event that the author had not seen."""

    kind: str
    body: bytes | None
    actor_id: int | None
    name: str | None


def check(unseen: Iterable[SinceThen], touches: Touches, *, author_id: int | None, version: int) -> None:
    """Raises TicketChanged when an unseen event collides; otherwise the command is rebased. What one did oneself does
    not collide, but a message: it may be the same words, which would go out twice."""
    fields: set[str] = set()
    names: set[str] = set()
    messages = 0
    for one in unseen:
        if one.body is None:
            continue
        event = DECODERS[one.kind].decode(one.body)
        messages += bool(public_messages(event))
        touched = touches(event)
        if author_id is not None and one.actor_id == author_id:
            touched &= MESSAGES
        if touched:
            fields |= touched
            names |= {one.name} if one.name else set()
    if fields:
        raise TicketChanged(version=version, fields=sorted(fields), by=sorted(names), messages=messages)


def fields(names: Iterable[str]) -> Touches:
    wanted = frozenset(names)
    return lambda event: wanted & event.after.keys() if isinstance(event, e.TicketChanged) else frozenset()


def status(event: Event) -> frozenset[str]:
    return frozenset({"status"}) if isinstance(event, e.TicketMoved) else frozenset()


def assignment(event: Event) -> frozenset[str]:
    match event:
        case e.TicketAssigned():
            return frozenset({"assignee"})
        case e.TicketTeamSet():
            return frozenset({"team"})
    return frozenset()


def public_messages(event: Event) -> frozenset[str]:
    public = isinstance(event, e.MessageAdded) and event.audience == "customer"
    return MESSAGES if public else frozenset()


def either(*all_: Touches) -> Touches:
    """What any of them names."""
    return lambda event: frozenset().union(*(touches(event) for touches in all_))
