"""Setting and cancelling timers, as effects of a decision."""

from datetime import datetime
from typing import Any

import msgspec

from gongdan.infra.db.tx import Tx


class SetTimer(msgspec.Struct, frozen=True, kw_only=True):
    """Fire ``owner``'s handler for ``subject`` at ``fire_at``. One timer for each (owner, subject, key): a later one
    replaces it. ``generation`` goes back to the handler, which ignores a firing that it no longer expects."""

    owner: str
    subject: int
    key: str
    generation: int
    fire_at: datetime


class CancelTimer(msgspec.Struct, frozen=True, kw_only=True):
    owner: str
    subject: int
    key: str


def write_timer(tx: Tx, effect: SetTimer) -> None:
    """A timer that is set anew begins anew: with no attempts, held by nobody."""
    fresh = {"attempts": 0, "fault": None, "held_until": None, "quarantined_at": None}
    tx.keep("timer", _key(tx, effect), {"generation": effect.generation, "fire_at": effect.fire_at, **fresh})


def cancel_timer(tx: Tx, effect: CancelTimer) -> None:
    tx.keep("timer", _key(tx, effect), None)


def _key(tx: Tx, effect: SetTimer | CancelTimer) -> dict[str, Any]:
    return {"workspace_id": tx.workspace_id, "owner": effect.owner, "subject": effect.subject, "key": effect.key}
