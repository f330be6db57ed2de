"""What services tell in JSON: a mail came back, its receiver complained (Amazon SES by way of SNS), or only reacted to
it with a picture (Gmail)."""

import json
from typing import Any, Literal

import msgspec

MAX_RECIPIENTS = 100
REACTION = "text/vnd.google.email-reaction+json"
_LONGEST_REACTION = 20
_MAX_READ = 400_000


class FailedThere(msgspec.Struct, frozen=True, kw_only=True):
    address: str
    status: str
    diagnostic: str


class ServiceNote(msgspec.Struct, frozen=True, kw_only=True):
    kind: Literal["bounce", "complaint"]
    is_permanent: bool
    recipients: tuple[FailedThere, ...]
    original_ids: tuple[str, ...]


def told_as_json(text: str) -> ServiceNote | None:
    """What a notification says; None where ``text`` is none. A footer may follow the JSON, and the notification may lie
    as a string within SNS's own envelope."""
    given = _object(text)
    if given is not None and isinstance(inner := given.get("Message"), str):
        given = _object(inner)
    if given is None:
        return None
    kind = str(given.get("notificationType") or given.get("eventType") or "").lower()
    if kind not in ("bounce", "complaint"):
        return None
    about = _dict(given.get(kind))
    listed = about.get("bouncedRecipients" if kind == "bounce" else "complainedRecipients")
    return ServiceNote(
        kind="bounce" if kind == "bounce" else "complaint",
        is_permanent=about.get("bounceType") == "Permanent",
        recipients=tuple(_recipient(_dict(one)) for one in _list(listed)[:MAX_RECIPIENTS]),
        original_ids=_ids(_dict(given.get("mail"))),
    )


def reaction_in(payload: bytes) -> str:
    """The picture of a reaction; empty where it is none."""
    said = (_object(payload[:_MAX_READ].decode("utf-8", "replace")) or {}).get("emoji")
    is_picture = isinstance(said, str) and len(said) <= _LONGEST_REACTION and not any(map(str.isalnum, said))
    return str(said).strip() if is_picture else ""


def _object(text: str) -> dict[str, Any] | None:
    start = text[:_MAX_READ].lstrip("\ufeff \t\r\n")
    if not start.startswith("{"):
        return None
    try:
        found, _ = json.JSONDecoder(strict=False).raw_decode(start)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _recipient(given: dict[str, Any]) -> FailedThere:
    address = str(given.get("emailAddress") or "").strip()
    if address.endswith(">"):
        address = address.rpartition("<")[2].rstrip(">")
    return FailedThere(
        address=address.lower()[:320],
        status=str(given.get("status") or "")[:20],
        diagnostic=str(given.get("diagnosticCode") or "")[:1_000],
    )


def _ids(mail: dict[str, Any]) -> tuple[str, ...]:
    """Message-IDs of the mail: as it was given, and as the service sent it."""
    common = _dict(mail.get("commonHeaders")).get("messageId")
    listed = [one.get("value") for one in map(_dict, _list(mail.get("headers"))) if _is_id(one)]
    named = [str(name).strip().strip("<>")[:500] for name in (common, *listed) if isinstance(name, str)]
    return tuple(dict.fromkeys(name for name in named if name))[:5]


def _is_id(header: dict[str, Any]) -> bool:
    return str(header.get("name") or "").lower() == "message-id"


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
