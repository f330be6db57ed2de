"""The ledger of routing decisions: what was decided, among whom, and why (spec 04: “why him?”)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

import msgspec

from gongdan.infra.catalogue import say
from gongdan.infra.db.tx import Tx
from gongdan.kernel.text import LOCALES, localised


class Considered(msgspec.Struct, frozen=True, kw_only=True):
    """A candidate, with the filter that removed him (None: he was eligible)."""

    person_id: int
    name: str
    removed_by: str | None
    load: int
    detail: dict[str, Any] = {}


class RecordDecision(msgspec.Struct, frozen=True, kw_only=True):
    """Effect: one line of the ledger."""

    id: int
    ticket_id: int
    at: datetime
    step: Literal["team", "agent"]
    way: str
    """``rule | category | type | fallback | hand | claim | router`` …"""
    rule: str | None
    team: str | None
    person_id: int | None
    reasons: Sequence[dict[str, str]]
    candidates: Sequence[Considered] = ()


def sentence(code: str, **params: Any) -> dict[str, str]:
    """A reason in every language, from the catalogue ``routing.<code>``; a localised name is put in its language."""

    def told(locale: str) -> dict[str, Any]:
        return {key: localised(value, locale) if isinstance(value, dict) else value for key, value in params.items()}

    return {locale: say(f"routing.{code}", locale, told(locale)) or code for locale in LOCALES}


def write_decision(tx: Tx, effect: RecordDecision) -> None:
    tx.insert(
        "routing_decision",
        {
            "workspace_id": tx.workspace_id,
            "ticket_id": effect.ticket_id,
            "id": effect.id,
            "at": effect.at,
            "body": effect,
        },
    )
