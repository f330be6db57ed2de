"""Zendesk: the JSON export (one ticket in a line, its comments within) and pages of the incremental exports, with users
and groups beside them or in files of their own."""

from collections.abc import Sequence
from typing import Any, Final

import msgspec

from gongdan.domains.bundle.workflows import Phase
from gongdan.domains.transfer.foreign.shapes import (
    ForeignMessage,
    ForeignPerson,
    ForeignTicket,
    NoExport,
    documents,
    files_of,
    objects,
    text,
    time,
)

_PHASES: Final[dict[str, Phase]] = {
    "new": "new",
    "open": "open",
    "pending": "waiting_customer",
    "hold": "waiting_internal",
    "solved": "resolved",
    "closed": "closed",
}
_URGENCIES: Final = {"urgent": 0.0, "high": 1 / 3, "normal": 2 / 3, "low": 1.0}
_RATINGS: Final = {"good": 5, "bad": 1}


class _Found(msgspec.Struct):
    tickets: dict[str, dict[str, Any]] = {}
    users: dict[str, dict[str, Any]] = {}
    groups: dict[str, str] = {}
    comments: dict[str, list[dict[str, Any]]] = {}


def read_zendesk(files: Sequence[bytes], zone: str) -> list[ForeignTicket]:
    """
    Raises:
        NoExport: nothing in them is a ticket of Zendesk.
    """
    found = _Found()
    for raw in files:
        for document in documents(raw):
            _gather(document, found)
    if not found.tickets:
        raise NoExport("no tickets of Zendesk")
    return [_ticket(one, found) for one in found.tickets.values() if one.get("status") != "deleted"]


def _gather(document: Any, found: _Found) -> None:
    if isinstance(document, list):
        for one in objects(document):
            _gather(one, found)
    if not isinstance(document, dict):
        return
    for name in ("tickets", "users", "groups", "comments"):
        for one in objects(document.get(name)) if name != "comments" or "id" not in document else ():
            _gather(one, found)
    if "requester_id" in document or ("subject" in document and "status" in document):
        found.tickets[text(document, "id")] = document
    elif "ticket_id" in document and "author_id" in document:
        found.comments.setdefault(text(document, "ticket_id"), []).append(document)
    elif "email" in document and "role" in document:
        found.users[text(document, "id")] = document
    elif "name" in document and "id" in document and "tickets" not in document:
        found.groups[text(document, "id")] = text(document, "name")


def _ticket(one: dict[str, Any], found: _Found) -> ForeignTicket:
    phase = _PHASES.get(text(one, "status").lower(), "open")
    requester = _person(one, "requester", found) or ForeignPerson()
    ended = time(_object(one, "metric_set"), "solved_at") or time(one, "solved_at", "updated_at")
    said = [*objects(one.get("comments")), *found.comments.get(text(one, "id"), ())]
    return ForeignTicket(
        id=text(one, "id"),
        title=text(one, "subject", "raw_subject", "description"),
        requester=requester,
        assignee=_person(one, "assignee", found),
        group=text(_object(one, "group"), "name") or found.groups.get(text(one, "group_id"), ""),
        phase=phase,
        urgency=_URGENCIES.get(text(one, "priority").lower()),
        tags=[tag for tag in one.get("tags") or () if isinstance(tag, str)],
        created_at=time(one, "created_at"),
        resolved_at=ended if phase in ("resolved", "closed") else None,
        closed_at=time(one, "updated_at") if phase == "closed" else None,
        rating=_RATINGS.get(text(_object(one, "satisfaction_rating"), "score")),
        messages=_messages(one, said, requester, found),
    )


def _messages(
    one: dict[str, Any], said: Sequence[dict[str, Any]], requester: ForeignPerson, found: _Found
) -> list[ForeignMessage]:
    """The comments in their order; of a ticket that came without them, what it began with."""
    at = time(one, "created_at")
    if not said and text(one, "description") and at is not None:
        return [ForeignMessage(at=at, author=requester, is_agent=False, internal=False, text=text(one, "description"))]
    messages = []
    for comment in said:
        when, words = time(comment, "created_at"), text(comment, "plain_body", "body")
        html = text(comment, "html_body") or None
        files = files_of(comment)
        if when is not None and (words or html or files):
            author = _person(comment, "author", found)
            is_theirs = text(comment, "author_id") == text(one, "requester_id") or author == requester
            messages.append(
                ForeignMessage(
                    at=when,
                    author=author,
                    is_agent=not is_theirs,
                    internal=comment.get("public") is False,
                    text=words,
                    html=html,
                    files=files,
                )
            )
    return sorted(messages, key=lambda message: message.at)


def _person(one: dict[str, Any], role: str, found: _Found) -> ForeignPerson | None:
    """Told within the ticket, or by id."""
    user = _object(one, role) or found.users.get(text(one, f"{role}_id"), {})
    if not user:
        return None
    return ForeignPerson(
        name=text(user, "name"),
        mail=text(user, "email"),
        phone=text(user, "phone"),
        is_agent=text(user, "role") in ("agent", "admin"),
    )


def _object(one: dict[str, Any], name: str) -> dict[str, Any]:
    value = one.get(name)
    return value if isinstance(value, dict) else {}
