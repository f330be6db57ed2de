"""Every INSERT and UPDATE of routing's own rows."""

from typing import Any

import msgspec

from gongdan.domains.routing.model import AddLoad, Reason, RecordDecision
from gongdan.infra.catalogue import say
from gongdan.infra.db.tx import Tx
from gongdan.kernel.text import LOCALES, localised


def write_load(tx: Tx, effect: AddLoad) -> None:
    tx.put(
        """
        insert into agent_load (workspace_id, person_id, priority, used, assigned_at)
        values (%(workspace)s, %(person)s, %(priority)s, %(delta)s, %(assigned_at)s)
        on conflict (workspace_id, person_id, priority) do update
           set used = agent_load.used + excluded.used,
               assigned_at = greatest(agent_load.assigned_at, excluded.assigned_at)
        """,
        person=effect.person_id,
        priority=effect.priority,
        delta=effect.delta,
        assigned_at=effect.assigned_at,
    )


def write_decision(tx: Tx, effect: RecordDecision) -> None:
    """Store a line of the ledger, its reasons told in every language."""
    body = msgspec.to_builtins(effect) | {"reasons": [told(reason) for reason in effect.reasons]}
    tx.insert(
        "routing_decision",
        {
            "workspace_id": tx.workspace_id,
            "ticket_id": effect.ticket_id,
            "id": effect.id,
            "at": effect.at,
            "body": body,
        },
    )


def told(reason: Reason) -> dict[str, str]:
    """A reason as a sentence in every language; a localised value is put in the sentence's language."""

    def filled(locale: str) -> dict[str, Any]:
        return {
            name: localised(value, locale) if isinstance(value, dict) else value
            for name, value in reason.params.items()
        }

    return {locale: say(f"routing.{reason.code}", locale, filled(locale)) or reason.code for locale in LOCALES}
