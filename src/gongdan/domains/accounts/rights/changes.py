"""What another definition of a role changes for somebody who bears it. Pure."""

from collections.abc import Iterable
from typing import Final

import msgspec

from gongdan.domains.accounts.rights.authority import Authority, Grant, Scope
from gongdan.domains.accounts.rights.permissions import ACTIONS, FIELD_CLASSES

_ORDER: Final[tuple[Scope, ...]] = ("all", "department", "team", "type", "organisation", "participating", "own")


class PlaceOfRight(msgspec.Struct, frozen=True, order=True):
    """Where an action may be done; ``keys``: the teams or types that it is narrowed to."""

    scope: Scope
    keys: tuple[str, ...] = ()


class ActionChange(msgspec.Struct, frozen=True, kw_only=True):
    action: str
    before: list[PlaceOfRight]
    after: list[PlaceOfRight]


class RightsChange(msgspec.Struct, frozen=True, kw_only=True):
    actions: list[ActionChange]
    opened: list[str]
    """Field classes that they could not read before."""
    closed: list[str]

    @property
    def is_nothing(self) -> bool:
        return not (self.actions or self.opened or self.closed)


def places(grants: Iterable[Grant], action: str) -> list[PlaceOfRight]:
    """Where ``action`` may be done, widest first. What is allowed everywhere is said once."""
    found = {PlaceOfRight(grant.scope, tuple(sorted(grant.keys))) for grant in grants if action in grant.actions}
    if PlaceOfRight("all") in found:
        return [PlaceOfRight("all")]
    return sorted(found, key=lambda one: (_ORDER.index(one.scope), one.keys))


def change(before: Authority, after: Authority) -> RightsChange:
    """What ``after`` may do and read that ``before`` may not, and the other way round."""
    actions = []
    for action in ACTIONS:
        old, new = places(before.grants, action), places(after.grants, action)
        if old != new:
            actions.append(ActionChange(action=action, before=old, after=new))
    return RightsChange(
        actions=actions,
        opened=[name for name in FIELD_CLASSES if name in after.classes - before.classes],
        closed=[name for name in FIELD_CLASSES if name in before.classes - after.classes],
    )
