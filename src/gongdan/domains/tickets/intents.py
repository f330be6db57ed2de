"""What can be asked of a ticket, by a person, a rule or a timer: plain data, decided in ``decide``."""

from datetime import datetime
from typing import Any, Literal

import msgspec

from gongdan.domains.policy.bundle.workflows import Occasion
from gongdan.domains.tickets import events as e


class Intent(msgspec.Struct, frozen=True, kw_only=True):
    pass


class Open(Intent, frozen=True):
    number: str
    title: str
    type: str
    category: str | None
    priority: str
    channel: str
    by_agent: bool
    creator_id: int | None
    team: str | None = None
    fields: dict[str, Any] = {}
    tags: tuple[str, ...] = ()
    incomplete: tuple[str, ...] = ()
    triage: dict[str, Any] = {}
    follows: int | None = None
    follows_as: Literal["follow_up", "named", "repetition"] | None = None


class AddMessage(Intent, frozen=True):
    """The text itself is an effect beside the log; this is the fact that it was written."""

    message: e.MessageAdded


class Assign(Intent, frozen=True):
    to: int | None
    way: e.AssignmentWay
    above_capacity: bool = False
    instead_of: tuple[int, ...] = ()
    leaving: int | None = None
    """Whom it is taken from; nothing happens once it is somebody else's."""


class SetTeam(Intent, frozen=True):
    team: str | None
    rule: str | None = None


class Accept(Intent, frozen=True):
    by: int
    promised_at: datetime | None = None


class Change(Intent, frozen=True):
    """Plain attributes, and custom fields as ``fields.<key>``; equal values are no change."""

    values: dict[str, Any]


class SetRequester(Intent, frozen=True):
    """The requester is whom the case was loaded, or given, with."""


class Tag(Intent, frozen=True):
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


class Participate(Intent, frozen=True):
    add: tuple[tuple[int, str], ...] = ()
    remove: tuple[tuple[int, str], ...] = ()


class MoveTo(Intent, frozen=True):
    status: str
    reason: e.CloseReason | None = None


class Happen(Intent, frozen=True):
    """Something happened that may take a transition by itself; nothing happens where none is drawn."""

    occasion: Occasion
    reason: e.CloseReason | None = None


class Reopen(Intent, frozen=True):
    pass


class Rate(Intent, frozen=True):
    score: int
    comment: str = ""


class ConfirmFor(Intent, frozen=True):
    """The customer's confirmation, as a member heard it."""

    person_id: int
    channel: e.ConfirmedBy
    call: str = ""
    note: str = ""


class AskFollowUp(Intent, frozen=True):
    score: int


class FinishFollowUp(Intent, frozen=True):
    outcome: e.FollowUpOutcome
    note: str = ""


class Tell(Intent, frozen=True):
    template: str


class Remind(Intent, frozen=True):
    to: tuple[str, ...]
    """Receivers by name (spec 03); assignee and creator become persons when it is decided."""
    text: dict[str, str]


class NameTold(Intent, frozen=True):
    """Keep who was told of an event, as who tells them found it."""

    of: int
    people: tuple[int, ...]
    absent: tuple[int, ...] = ()


class Escalate(Intent, frozen=True):
    level: str
    ladder: str
    reason: str | None = None
    progress: str | None = None
    help_needed: str | None = None


class AskRouting(Intent, frozen=True):
    not_to: tuple[int, ...] = ()


class MatchRule(Intent, frozen=True):
    """A routing rule that names people matches now."""

    rule: str
    to: tuple[str, ...] = ()


class ReachLimit(Intent, frozen=True):
    """A status' time limit ran out; it is counted."""

    limit: str


class Hold(Intent, frozen=True):
    """A limit has acted as often as it may: people decide from here on."""

    limit: str


class ApplyPolicy(Intent, frozen=True):
    """Measure the clocks by the release in force; the log says from when on it holds for the ticket."""


class ReportUndelivered(Intent, frozen=True):
    failed: e.DeliveryFailed


class ProveWriter(Intent, frozen=True):
    message_ids: tuple[int, ...]


class Tick(Intent, frozen=True):
    """Nothing but time: what fell due is recorded."""
