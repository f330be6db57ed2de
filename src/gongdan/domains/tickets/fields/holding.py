"""Whether a condition of a release holds: each is compiled once. And what an event changed, as the conditions of
automations see it: ``event.changed.…``, ``event.from.…``, ``event.to.…`` and ``event.by`` (spec 01). Pure."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from gongdan.conditions.errors import ConditionInvalid
from gongdan.conditions.evaluate import Predicate, Values, compile_
from gongdan.conditions.fields import Field, Trees
from gongdan.conditions.grammar import Condition, fields_of
from gongdan.conditions.stored import from_json
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.engine.rules import Rules
from gongdan.domains.tickets.engine.subject import Subjects
from gongdan.domains.tickets.fields.contribution import ReleaseFields, at_instant, values
from gongdan.kernel.events import Logged


class Holding:
    """The conditions of a release on values, as ``Rules.holds`` asks them. Days are those of the workspace's zone."""

    def __init__(self, known: ReleaseFields, nameable: Mapping[str, Field], trees: Trees, zone: str) -> None:
        self._nameable: Final = nameable
        self._trees: Final = trees
        self._zone: Final = ZoneInfo(zone)
        self._moments: Final = known.moments
        self._kept: dict[int, tuple[Condition, Predicate]] = {}

    def __call__(self, condition: Condition, values: Values, now: datetime) -> bool:
        """Kept with the condition itself, so that its identity stays its own."""
        found = self._kept.get(id(condition))
        if found is None:
            found = self._kept[id(condition)] = (condition, self._compiled(condition))
        return found[1](values, now)

    def _compiled(self, condition: Condition) -> Predicate:
        """What a release published was checked; a condition that this process cannot read is of a newer one: never."""
        try:
            holds = compile_(condition, self._nameable, self._trees)
        except ConditionInvalid:
            return lambda values, now: False
        named = fields_of(condition)
        if not self._moments.keys().isdisjoint(named):
            return self._dated(holds, lambda values, now: at_instant(self._moments, values, now))
        if any(self._nameable[key].type == "date" for key in named):
            return self._dated(holds, lambda values, now: values)
        return holds

    def _dated(self, holds: Predicate, seen: Callable[[Values, datetime], Values]) -> Predicate:
        def holds_there(values: Values, now: datetime) -> bool:
            there = now.astimezone(self._zone)
            return holds(seen(values, there), there)

        return holds_there


def holding(case: Case, rules: Rules, now: datetime) -> Callable[[Condition], bool]:
    """Whether conditions hold for a case."""
    return lambda condition: rules.holds(condition, values(case, rules.registry), now)


def event_values(logged: Logged[Any], ticket: Ticket, known: ReleaseFields, subjects: Subjects) -> dict[str, Any]:
    """What the event says of itself; ``ticket`` is as it left it. What did not change has no before and after."""
    found: dict[str, Any] = {f"event.changed.{key}": False for key in known.changing}
    found["event.by"] = logged.actor.person_id
    for key, (before, after) in subjects.changes(logged.event, ticket).items():
        if f"event.changed.{key}" in found and before != after:
            found[f"event.changed.{key}"] = True
            found[f"event.from.{key}"] = _typed(known, key, before)
            found[f"event.to.{key}"] = _typed(known, key, after)
    return found


def _typed(known: ReleaseFields, key: str, value: Any) -> Any:
    return from_json(known[key], value) if key.startswith("fields.") else value
