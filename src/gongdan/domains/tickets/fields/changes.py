"""What an event changed, as the conditions of automations see it: ``event.changed.…``, ``event.from.…``, ``event.to.…``
and ``event.by`` (spec 01, condition language: event fields are for triggers). Pure."""

from typing import Any

from gongdan.conditions.stored import from_json
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.engine.subject import Subjects
from gongdan.domains.tickets.fields.contribution import ReleaseFields
from gongdan.kernel.events import Logged


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
