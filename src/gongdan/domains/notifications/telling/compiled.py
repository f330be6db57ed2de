"""The meanings of all subjects, compiled once: which events concern whom, and what each notice may do."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

from gongdan.domains.accounts.public import Reached, Staff
from gongdan.domains.tickets.public import Happening, Meaning, Subjects, Ticket, ToldTo
from gongdan.kernel.events import Event, Logged
from gongdan.kernel.text import LOCALES


class Meanings:
    """
    Raises:
        ValueError: two meanings of one key differ in what a person chooses by, or one lacks its name in a language.
    """

    def __init__(self, subjects: Subjects) -> None:
        self.by_key: Final[dict[str, Meaning]] = {}
        self._by_event: dict[type[Event], list[Meaning]] = defaultdict(list)
        for one in subjects.meanings:
            known = self.by_key.setdefault(one.key, one)
            if (known.name, known.kept, known.channels, known.urgent) != (one.name, one.kept, one.channels, one.urgent):
                raise ValueError(f"the meaning {one.key} is declared in two ways")
            if missing := set(LOCALES) - one.name.keys():
                raise ValueError(f"the meaning {one.key} has no name in {', '.join(sorted(missing))}")
            self._by_event[one.event].append(one)
        self.events: Final = tuple(self._by_event)
        """What subscribers of members' notices are told of."""

    def concern(self, event: Any) -> bool:
        """Whether members may have to be told."""
        return any(one.concerns(event) for one in self._by_event.get(type(event), ()))

    def of(self, found: Happening, staff: Staff) -> Iterator[tuple[Meaning, Reached]]:
        """What an event means, and whom it reaches."""
        for one in self._by_event.get(type(found.event), ()):
            if one.concerns(found.event):
                reached = told(staff, one.to(found), found.ticket)
                if reached.people:
                    yield one, reached


def told(staff: Staff, to: ToldTo, ticket: Ticket | None) -> Reached:
    """Those whom names mean, and just these people besides, as far as they are active members."""
    reached = staff.reached(to.names, ticket) if to.names else Reached(())
    return Reached(tuple(staff.active((*reached.people, *to.people))), reached.absent)


def line_of(meaning: Meaning, found: Happening) -> str:
    """What is no ticket's is told by itself, but for what says by what it is told apart."""
    line = meaning.line or meaning.key
    if found.ticket is not None:
        return line
    return f"{line}:{meaning.apart(found) if meaning.apart is not None else found.logged.id}"


def is_by_rule(logged: Logged[Any]) -> bool:
    """Nobody did it by hand: a rule may have, which the command of a person set off."""
    return logged.actor.person_id is None and logged.stream == "ticket"
