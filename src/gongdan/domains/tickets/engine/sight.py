"""What a reader of a ticket may know of an event. Pure."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from gongdan.domains.accounts.public import Audiences, hears


class Sight(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader sees: whose messages, and which fields not."""

    audiences: Audiences
    hidden: frozenset[str]
    """Custom fields by key."""
    personal: bool
    """Whether they may see personal data."""

    @property
    def is_inside(self) -> bool:
        return hears(self.audiences, "internal")


Values = dict[str, Any]
"""An event's members, as they stand in the log."""

Shown = Callable[[Values, Sight], Values | None]
"""What of an event's values this reader may see; None when they may not know of the event at all."""


def to_all(values: Values, sight: Sight) -> Values | None:
    return values


def to_staff(values: Values, sight: Sight) -> Values | None:
    """Only who reads internal notes is shown it."""
    return values if sight.is_inside else None


def to_all_but(*of_staff: str) -> Shown:
    """Everybody is shown it, and these members only who reads internal notes: what the staff wrote for each other."""

    def shown(values: Values, sight: Sight) -> Values | None:
        if sight.is_inside:
            return values
        return {name: value for name, value in values.items() if name not in of_staff}

    return shown


def masked(values: Mapping[str, Any], hidden: frozenset[str]) -> dict[str, Any]:
    """``values`` with null for each name that is ``hidden``; that there is something still shows."""
    return {name: None if name in hidden else value for name, value in values.items()}
