"""Every INSERT and UPDATE of routing's own rows."""

from collections.abc import Sequence
from typing import Any

import msgspec

from gongdan.domains.routing.model import AddLoad, Reason, RecordDecision
from gongdan.infra.catalogue import say
from gongdan.infra.db.tx import Tx
from gongdan.kernel.text import LOCALES, localised


def write_loads(tx: Tx, effects: Sequence[AddLoad]) -> None:
    """Queue what a transaction changes of the agents' loads, in one statement and in one order: two batches that load
    the same agents wait for each other and never in a circle."""
    sums: dict[tuple[int, str], AddLoad] = {}
    for one in effects:
        key = (one.person_id, one.priority)
        sums[key] = _added(sums[key], one) if key in sums else one
    changed = [sums[key] for key in sorted(sums)]
    tx.put(
        """
        insert into agent_load (workspace_id, person_id, priority, used, assigned_at)
        select %(workspace)s, a.person_id, a.priority, a.delta, a.assigned_at
          from unnest(%(people)s::bigint[], %(priorities)s::text[], %(deltas)s::int[], %(times)s::timestamptz[])
               a (person_id, priority, delta, assigned_at)
         order by a.person_id, a.priority
        on conflict (workspace_id, person_id, priority) do update
           set used = agent_load.used + excluded.used,
               assigned_at = greatest(agent_load.assigned_at, excluded.assigned_at)
        """,
        people=[one.person_id for one in changed],
        priorities=[one.priority for one in changed],
        deltas=[one.delta for one in changed],
        times=[one.assigned_at for one in changed],
    )


def _added(one: AddLoad, other: AddLoad) -> AddLoad:
    times = [at for at in (one.assigned_at, other.assigned_at) if at is not None]
    return msgspec.structs.replace(one, delta=one.delta + other.delta, assigned_at=max(times, default=None))


def mark_unrouted(tx: Tx, ticket_ids: Sequence[int]) -> None:
    """Say of tickets, whose locks are held, that nobody could take them: they are looked at again when somebody may."""
    tx.put(
        """
        update ticket
           set unrouted_since = routing_since
         where workspace_id = %(workspace)s
           and id = any(%(ids)s)
           and unrouted_since is distinct from routing_since
        """,
        ids=list(ticket_ids),
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
