"""What an event changed, as the conditions of automations see it: ``event.changed.…``, ``event.from.…``, ``event.to.…``
and ``event.by`` (spec 01, condition language: event fields are for triggers). Pure."""

from typing import Any, Final

from gongdan.conditions.fields import Registry
from gongdan.conditions.stored import from_json
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.engine.subject import Subjects
from gongdan.kernel.events import Logged

CHANGING: Final = (
    "title", "type", "category", "priority", "status", "phase", "team", "assignee", "requester", "tags", "rating",
)  # fmt: skip
"""Fields that events change, beside the custom ones: those that an automation may ask before and after values of."""


def event_values(logged: Logged[Any], ticket: Ticket, registry: Registry, subjects: Subjects) -> dict[str, Any]:
    """What the event says of itself; ``ticket`` is as it left it. What did not change has no before and after."""
    found: dict[str, Any] = {f"event.changed.{key}": False for key in (*CHANGING, *_custom(registry))}
    found["event.by"] = logged.actor.person_id
    for key, (before, after) in subjects.changes(logged.event, ticket).items():
        if f"event.changed.{key}" in found and before != after:
            found[f"event.changed.{key}"] = True
            found[f"event.from.{key}"] = _typed(registry, key, before)
            found[f"event.to.{key}"] = _typed(registry, key, after)
    return found


def _custom(registry: Registry) -> list[str]:
    return [key for key in registry if key.startswith("fields.")]


def _typed(registry: Registry, key: str, value: Any) -> Any:
    return from_json(registry[key], value) if key.startswith("fields.") else value
