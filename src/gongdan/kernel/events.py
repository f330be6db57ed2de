"""The envelope of the one log (spec 01): what every event says of itself, whatever its stream."""

from datetime import datetime
from typing import Generic, Literal, TypeVar

import msgspec

Stream = Literal["ticket", "conversation", "person", "team", "role", "customer", "organisation", "release", "workspace"]
Via = Literal["web", "api", "portal", "mail", "import", "worker", "cli", "demo"]


class Event(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind"):
    """A fact in a stream, in the past tense. Subclasses set ``tag="stream.what_happened"`` and hold before and after
    values. Shapes only gain optional fields; a new meaning is a new kind."""

    @property
    def kind(self) -> str:
        return str(self.__struct_config__.tag)


class Unreadable(Event, frozen=True, kw_only=True, tag="log.unreadable"):
    """Stands in the place of an event without a readable body. It is never written."""

    of: str
    """Its kind."""
    why: Literal["erased", "unknown", "malformed"]
    """``unknown``: a newer version of Gongdan wrote it."""


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """On whose authority something happens.

    ``person_id`` is None for the system itself (timers, rules, router). ``rule`` names the piece of policy that acts.
    """

    kind: Literal["staff", "customer", "system"]
    person_id: int | None = None
    via: Via
    rule: str | None = None
    on_behalf_of: int | None = None
    token_id: int | None = None


E = TypeVar("E", bound=Event)


class Logged(msgspec.Struct, Generic[E], frozen=True, kw_only=True):
    """An event with its envelope, as it stands in the log."""

    workspace_id: int
    stream: Stream
    stream_id: int
    seq: int
    id: int
    actor: Actor
    command_id: int
    cause: int | None
    """Id of the event that this one answers, for automatic work."""
    depth: int
    release: int
    at: datetime
    event: E
    schema: int = 1
    position: tuple[int, int, int] | None = None
    """(epoch, xid, id) once committed: the order of delivery."""
    appended_at: datetime | None = None
    """When it came into the log; later than ``at`` where something was found only after it had fallen due."""
