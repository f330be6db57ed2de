"""What an event means for people: who is told of it, in which words, how grave it is (spec 11.7).

A subject declares its meanings beside its events. Notifications compile the list: they resolve who is meant, ask each
of them how they want to be told, and write. A meaning of an event that is no ticket's, such as a mailbox that fails, is
declared in the same way.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, Literal

import msgspec

from gongdan.domains.bundle.actions import Receiver
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.kernel.events import Event, Logged
from gongdan.kernel.text import Name

if TYPE_CHECKING:
    from gongdan.domains.tickets.engine.rules import Rules

IN_APP: Final = "in_app"
MAIL: Final = "mail"


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """An event, and how things stood when the command that made it was done; what came later is not seen."""

    logged: Logged[Any]
    ticket: Ticket | None
    """None where the event is no ticket's."""
    rules: "Rules"
    name_of: Callable[[int | None], str | None]
    """The name of a member."""

    @property
    def event(self) -> Any:
        return self.logged.event

    @property
    def about(self) -> Ticket:
        assert self.ticket is not None, f"{self.logged.event.kind} is no ticket's"
        return self.ticket

    @property
    def by(self) -> str | None:
        """The name of the member who did it; None of a rule, a timer or a customer."""
        return self.name_of(self.logged.actor.person_id)

    @property
    def watchers(self) -> tuple[int, ...]:
        return tuple(person for person, role in self.about.participants if role == "watcher")


class Phrase(msgspec.Struct, frozen=True):
    """A text of the catalogue, by its key, and what fills its places: said in every language."""

    key: str
    parts: Mapping[str, "Name | str | Phrase"]


class ToldTo(msgspec.Struct, frozen=True, kw_only=True):
    """Who is meant."""

    names: tuple[Receiver, ...] = ()
    """Receivers by name (spec 03): where one is away, the next of the chain hears of it too."""
    people: tuple[int, ...] = ()
    """Just these, as far as they are members: what concerns them alone is passed on to nobody."""


WhyKept = Literal["escalation", "lead", "duty"]
"""Why nobody switches a notice off alone: an ``escalation``, what is told a ``lead``, the ``duty`` of a role."""


class Meaning(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that an event can mean for members. Several events may have the same meaning, by its key."""

    key: str
    name: Name
    """For the page where people choose how they are told."""
    event: type[Event]
    concerns: Callable[[Any], bool] = lambda event: True
    """Whether such an event has this meaning, as far as the event alone tells."""
    to: Callable[[Happening], ToldTo]
    says: Callable[[Happening], Phrase]
    """What happened, and what is to be done next; the list in which it stands adds the ticket's number."""
    names_them: bool = False
    """It reaches those whom it names, also who caused it, and the log says who was told (``StaffTold``)."""
    line: str | None = None
    """Meanings of one line are told as one for a ticket, the gravest of them; by itself each is its own."""
    apart: Callable[[Happening], str] | None = None
    """Of what is no ticket's: whom or what it is about, by an id. What is not read yet of the same is one line;
    None: each event is told by itself."""
    gravity: int = 0
    urgent: bool = False
    """It does not wait for the end of quiet hours, nor for a digest."""
    kept: WhyKept | None = None
    """Why a member can't switch off alone what the workspace has switched on; None: they can."""
    asks: tuple[str, ...] = ()
    """What its reader may want to do at once. Each is a link to the ticket that says so (``?ask=``): the page asks, and
    never acts by itself."""
    channels: frozenset[str] = frozenset({IN_APP})
    """Where it is told, unless the workspace or the member says otherwise."""


class CustomerLetter(msgspec.Struct, frozen=True, kw_only=True):
    """What an event means for the requester: a template that is filled and sent to them."""

    event: type[Event]
    template: Callable[[Any], str]


def phrase(key: str, **parts: "Name | str | Phrase") -> Phrase:
    return Phrase(key, parts)
