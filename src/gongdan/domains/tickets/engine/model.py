"""The ticket as a value: the fold of its log (spec 01, one log). Each subject folds its own columns."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final, Literal

import msgspec

from gongdan.domains.bundle.workflows import ENDED as ENDED
from gongdan.domains.bundle.workflows import Phase

Shelf = Literal["trash", "spam", "archive"]
"""Where a ticket is kept apart from the others."""
SHELVES: Final[Mapping[Shelf, str]] = {"trash": "trashed_at", "spam": "spam_at", "archive": "archived_at"}
"""Shelf → the column that says since when the ticket is kept there."""

Version = int
"""Sequence number of the ticket's last event."""


class Handlers(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who was responsible, as far as it matters to the customer."""

    last_id: int | None = None
    """Who is responsible, or was last."""
    wrote: bool = False
    """Whether they wrote to the customer."""
    predecessor_wrote: bool = False
    introduced_id: int | None = None
    """Whom the customer was told of last."""
    introduced_at: datetime | None = None


class LastWord(msgspec.Struct, frozen=True, kw_only=True):
    """Who spoke last where the customer hears it; no automatic answer counts."""

    by: Literal["customer", "agent", "ai"]
    person_id: int | None = None
    """Of the staff."""
    at: datetime


class ChildrenRule(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What binds a ticket and its children."""

    closing: Literal["block", "warn", "cascade"] = "block"
    """While children are open: it does not end, people are warned, or its end ends them too."""
    advance: int | None = None
    """How many children must be done for it to go on by itself, 0 for all of them; None: it does not."""
    to: str | None = None
    """The status that it goes on to."""


class Checked(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What somebody said of an item of the close checks."""

    state: Literal["done", "not_applicable", "late"]
    """``late``: a promise was broken, and ``reason`` is the key of the cause."""
    reason: str = ""
    by: int | None = None
    at: datetime


class Snooze(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody put the ticket off for themselves."""

    until: datetime | None = None
    """None: until the customer writes."""
    since: datetime


class Reminder(msgspec.Struct, frozen=True, kw_only=True):
    person_id: int
    at: datetime
    text: str


class WorkTime(msgspec.Struct, frozen=True, kw_only=True):
    """How long somebody worked on the ticket, on a day."""

    person_id: int
    minutes: int
    day: date
    work_kind: str | None = None
    note: str
    at: datetime
    """When they said so last."""


class Ticket(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    number: str
    title: str
    type: str
    category: str | None
    priority: str
    status: str
    phase: Phase
    workflow: str
    requester_id: int
    organisation_id: int | None
    creator_id: int | None
    channel: str
    team: str | None
    assignee_id: int | None
    tags: tuple[str, ...]
    fields: dict[str, Any]
    incomplete: tuple[str, ...]
    participants: tuple[tuple[int, str], ...]
    """(person, role), sorted."""
    escalation: str | None
    """Colour of the highest level fired since the ticket was last resolved; apart from priority."""
    escalation_level: str | None
    close_reason: str | None
    rating: int | None
    follow_up_at: datetime | None
    """Since when a customer who is not content waits to be called back; None when nobody does."""
    confirmation_offered_at: datetime | None
    """When the customer thanked for the solution in words that may be taken for the confirmation."""
    reopened: int
    """How often it came back from resolved or closed."""
    follows: int | None
    created_at: datetime
    updated_at: datetime
    status_at: datetime
    """Since when it stands in its status."""
    assigned_at: datetime | None
    accepted_at: datetime | None
    first_response_at: datetime | None
    routing_since: datetime | None
    """Since when it waits for the router; None when it does not."""
    not_to: tuple[int, ...]
    """Whom the router passes over: since it was last accepted, or given by hand, they had it and did not take it, or it
    was taken from them by hand."""
    limits_reached: dict[str, int] = {}
    """``<status>.<limit>`` → how often it has acted since somebody of the staff last did something."""
    held_at: datetime | None = None
    """Since when a limit has acted as often as it may and people must decide; None when it is not so."""
    checks: dict[str, Checked] = {}
    """Close checks since it was last taken up: ``<list>.<item>`` → what was said of it."""
    snoozes: dict[str, Snooze] = {}
    """Person → how they put it off."""
    reminders: dict[str, Reminder] = {}
    """By id. Each is its author's alone."""
    times: dict[str, WorkTime] = {}
    """By id."""
    worked: int = 0
    """Their sum, in minutes."""
    timing: dict[str, datetime] = {}
    """Person → since when their watch runs on it."""
    customer_waiting_at: datetime | None
    """Time of the earliest customer message that no public human reply has answered."""
    last_word: LastWord | None = None
    resolved_at: datetime | None
    """When it was solved; None of one that was closed for another reason."""
    closed_at: datetime | None
    trashed_at: datetime | None = None
    spam_at: datetime | None = None
    archived_at: datetime | None = None
    handlers: Handlers
    merged_into: int | None = None
    """The ticket that stands for it since they were merged."""
    approval: dict[str, Any] | None = None
    """The last approval that was asked for, as it stands; ``approvals`` reads and folds it."""
    children: ChildrenRule | None = None
    """None: as it is unless somebody says otherwise."""
    version: Version

    @property
    def snoozed_by(self) -> tuple[int, ...]:
        """Who put it off for themselves."""
        return tuple(sorted(map(int, self.snoozes)))

    @property
    def shelves(self) -> frozenset[Shelf]:
        return frozenset(shelf for shelf, column in SHELVES.items() if getattr(self, column) is not None)

    @property
    def shelf(self) -> Shelf | None:
        """Where lists show it; None: among the others."""
        return next((shelf for shelf in SHELVES if shelf in self.shelves), None)

    @property
    def is_away(self) -> bool:
        """Whether it lies still, in the trash or among spam."""
        return self.trashed_at is not None or self.spam_at is not None
