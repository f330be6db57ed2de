"""Zammad: what its API answers, as files: tickets, articles, users, groups, states and priorities, each a list or the
``assets`` of a search; with ``expand=true`` tickets name theirs themselves."""

from collections.abc import Callable, Sequence
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
    "pending reminder": "waiting_internal",
    "pending close": "waiting_customer",
    "closed": "closed",
    "merged": "closed",
    "removed": "closed",
}
_STATES: Final = {"1": "new", "2": "open", "3": "pending reminder", "4": "closed", "5": "merged", "6": "removed"}
"""As an installation begins."""
_PRIORITIES: Final = {"1": "1 low", "2": "2 normal", "3": "3 high"}
_URGENCIES: Final = {"3": 0.0, "2": 0.5, "1": 1.0}
_NOBODY: Final = "1"


class _Found(msgspec.Struct):
    tickets: dict[str, dict[str, Any]] = {}
    articles: dict[str, list[dict[str, Any]]] = {}
    users: dict[str, dict[str, Any]] = {}
    groups: dict[str, str] = {}
    states: dict[str, str] = msgspec.field(default_factory=lambda: dict(_STATES))
    priorities: dict[str, str] = msgspec.field(default_factory=lambda: dict(_PRIORITIES))


def read_zammad(files: Sequence[bytes], zone: str) -> list[ForeignTicket]:
    """
    Raises:
        NoExport: nothing in them is a ticket of Zammad.
    """
    found = _Found()
    for raw in files:
        for document in documents(raw):
            _gather(document, found)
    if not found.tickets:
        raise NoExport("no tickets of Zammad")
    return [_ticket(one, found) for one in found.tickets.values()]


def _gather(document: Any, found: _Found) -> None:
    for one in objects(document):
        _keep(one, found)
    if not isinstance(document, dict):
        return
    assets = document.get("assets")
    if isinstance(assets, dict):
        for kind, held in assets.items():
            for one in held.values() if isinstance(held, dict) else ():
                if isinstance(one, dict):
                    _KINDS.get(kind, _ignored)(one, found)
    else:
        _keep(document, found)


def _keep(one: dict[str, Any], found: _Found) -> None:
    """By what only its kind has."""
    if "ticket_id" in one and "body" in one:
        _article(one, found)
    elif "title" in one and ("state_id" in one or "state" in one):
        found.tickets[text(one, "id")] = one
    elif "login" in one or "firstname" in one:
        found.users[text(one, "id")] = one
    elif "state_type_id" in one:
        found.states[text(one, "id")] = text(one, "name")
    elif "ui_color" in one or "default_create" in one:
        found.priorities[text(one, "id")] = text(one, "name")
    elif "name" in one:
        found.groups[text(one, "id")] = text(one, "name")


def _article(one: dict[str, Any], found: _Found) -> None:
    found.articles.setdefault(text(one, "ticket_id"), []).append(one)


def _ignored(one: dict[str, Any], found: _Found) -> None:
    return None


_KINDS: Final[dict[str, Callable[[dict[str, Any], _Found], None]]] = {
    "Ticket": _keep,
    "TicketArticle": _article,
    "User": lambda one, found: found.users.update({text(one, "id"): one}),
    "Group": lambda one, found: found.groups.update({text(one, "id"): text(one, "name")}),
    "TicketState": lambda one, found: found.states.update({text(one, "id"): text(one, "name")}),
    "TicketPriority": lambda one, found: found.priorities.update({text(one, "id"): text(one, "name")}),
}


def _ticket(one: dict[str, Any], found: _Found) -> ForeignTicket:
    state = (text(one, "state") or found.states.get(text(one, "state_id"), "")).lower()
    priority = text(one, "priority") or found.priorities.get(text(one, "priority_id"), "")
    phase = _PHASES.get(state, "open")
    ended = time(one, "last_close_at", "close_at") or time(one, "updated_at")
    owner = text(one, "owner_id")
    return ForeignTicket(
        id=text(one, "number", "id"),
        title=text(one, "title"),
        requester=_person(found.users.get(text(one, "customer_id")), text(one, "customer")) or ForeignPerson(),
        assignee=_person(found.users.get(owner), text(one, "owner")) if owner != _NOBODY else None,
        group=text(one, "group") or found.groups.get(text(one, "group_id"), ""),
        phase=phase,
        urgency=_URGENCIES.get(priority[:1]),
        tags=[tag for tag in one.get("tags") or () if isinstance(tag, str)],
        created_at=time(one, "created_at"),
        first_response_at=time(one, "first_response_at"),
        resolved_at=ended if phase == "closed" else None,
        closed_at=ended if phase == "closed" else None,
        messages=_messages(found.articles.get(text(one, "id"), ()), found),
    )


def _messages(articles: Sequence[dict[str, Any]], found: _Found) -> list[ForeignMessage]:
    """What the system said by itself is left out."""
    messages = []
    for one in articles:
        at, body, sender = time(one, "created_at"), text(one, "body"), text(one, "sender") or "Agent"
        files = files_of(one)
        if at is None or not (body or files) or sender == "System":
            continue
        is_html = "html" in text(one, "content_type")
        messages.append(
            ForeignMessage(
                at=at,
                author=_person(found.users.get(text(one, "created_by_id")), text(one, "from")),
                is_agent=sender == "Agent",
                internal=one.get("internal") is True,
                text="" if is_html else body,
                html=body if is_html else None,
                files=files,
            )
        )
    return sorted(messages, key=lambda message: message.at)


def _person(user: dict[str, Any] | None, said: str) -> ForeignPerson | None:
    """A user, or what a ticket or an article says of somebody: an address, or a name."""
    if user:
        name = " ".join(filter(None, (text(user, "firstname"), text(user, "lastname"))))
        phone = text(user, "phone", "mobile")
        return ForeignPerson(name=name or text(user, "login"), mail=text(user, "email"), phone=phone)
    if not said or said == "-":
        return None
    name, _, rest = said.rpartition("<")
    mail = rest.rstrip("> ") if "@" in rest else ""
    return ForeignPerson(name=name.strip(' "') or (said if not mail else ""), mail=mail)
