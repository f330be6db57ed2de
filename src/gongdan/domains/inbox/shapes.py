"""What the read side answers: rows of a queue, a ticket whole, its timeline. snake_case on the wire."""

from datetime import date, datetime
from typing import Any, Literal

from gongdan.domains.approvals.public import ApprovalView
from gongdan.domains.bundle.workflows import Phase
from gongdan.domains.files.public import FileRef
from gongdan.domains.inbox.origins import MessageOrigin
from gongdan.domains.inbox.views.columns import Order
from gongdan.domains.relations.public import Children, LinkView
from gongdan.domains.tickets.events import AuthorKind, CloseReason
from gongdan.domains.tickets.public import FieldState, Shelf
from gongdan.domains.work.public import CheckView, PutOffView, RecordedTime, ReminderView
from gongdan.domains.workflow.public import StepView
from gongdan.infra.http.bodies import Answer


class PersonRef(Answer, frozen=True):
    id: int
    name: str


class Organisation(Answer, frozen=True):
    id: int
    name: str
    tier: str


class ClockView(Answer, frozen=True):
    """One SLA clock as shown: ``due_at`` is null while paused, then ``remaining_s`` says what is left."""

    metric: str
    cycle: int
    state: Literal["not_started", "running", "paused", "met", "cancelled"]
    target: str
    """In words of the policy, such as ``60 calendar_minutes``."""
    started_at: datetime | None
    due_at: datetime | None
    remaining_s: int | None
    elapsed_s: int
    met_at: datetime | None
    breached_at: datetime | None
    warn_at: datetime | None
    """Next warning point."""
    risk_at: datetime | None = None
    """From then on the promise is at risk: its last warning point, or the breach. The chip turns there."""
    paused_by: str | None = None
    """Key of the status that pauses it."""


class RowPlace(Answer, frozen=True):
    """Of a row in the order of its list."""

    by: int | str | None
    """What it is ordered by; instants in microseconds since 1970. Null comes last, whatever the direction."""
    id: int
    """Breaks ties, in the same direction."""


class LastWordView(Answer, frozen=True, kw_only=True):
    """Who spoke last where the customer hears it; no automatic answer counts."""

    by: Literal["customer", "agent", "ai"]
    person_id: int | None
    """Of the staff."""
    at: datetime


class TicketRow(Answer, frozen=True):
    """A line of a queue."""

    number: str
    title: str
    type: str
    category: str | None
    priority: str
    status: str
    phase: Phase
    team: str | None
    assignee: PersonRef | None
    requester: PersonRef
    tier: str
    channel: str
    tags: tuple[str, ...]
    escalation: str | None
    next_due_at: datetime | None
    next_due_metric: str | None
    risk_at: datetime | None
    """From then on one of its promises is at risk: past its last warning point, or broken. Null: none is."""
    breached: bool
    paused: bool
    """All that is promised stands still, by the status."""
    held_at: datetime | None
    """Since when nothing automatic hands it on any more: a person must decide. Null when it is not so."""
    customer_waiting_at: datetime | None
    last_word: LastWordView | None
    created_at: datetime
    updated_at: datetime
    version: int
    fields: dict[str, Any] = {}
    """What its list shows of fields, by the keys of its columns: ``fields.amount``, ``rating``."""
    place: RowPlace | None = None
    """In the order of its list."""


class TicketCount(Answer, frozen=True):
    """How many tickets a list holds."""

    count: int
    """Exact below 1,000, which means so many or more."""


class DueDay(Answer, frozen=True):
    """What falls due on one day."""

    day: date
    count: int
    """Exact below 1,000, which means so many or more."""
    rows: tuple[TicketRow, ...]
    """The first of them, nearest due first."""


class DueCalendar(Answer, frozen=True):
    """The open tickets of a list by the day on which their next running promise is due."""

    zone: str
    """In which the days are told."""
    days: tuple[DueDay, ...]
    """Those that have tickets, in order."""


class Page(Answer, frozen=True):
    rows: list[TicketRow]
    after: str | None
    """Cursor of the next page; null at the end."""
    sort: str
    """The order that it is in."""
    order: Order


class Recipients(Answer, frozen=True):
    """Whom a mail goes to. A reader who may not see personal data is told that there are some, and not which."""

    to: str | None
    cc: list[str]


class Mailed(Answer, frozen=True):
    """How the mailing of a reply stands. ``POST /outbox/{id}/repeat`` sends a failed or uncertain one again."""

    id: int
    state: Literal["queued", "sending", "sent", "uncertain", "failed"]
    fault: str | None
    """What the receiving server or ours said last; null for a reader who may not see personal data."""
    recipients: Recipients


NoticeState = Literal["queued", "sending", "sent", "uncertain", "failed", "stopped"]


class TimelineEntry(Answer, frozen=True):
    """A message or an event of the ticket, in the order of the log. ``kind`` is the event's kind; for messages the text
    stands here too. ``data`` holds the event's values, less what this reader may not see."""

    key: str
    """What it is called in its timeline: ``e<seq>``, or ``m<id>`` of a message that has no seq."""
    place: int
    """Its seq, or that of the event after which it stands."""
    seq: int | None
    """Null for a message that stands in another log; ``kind`` is then ``conversation.message_added``."""
    kind: str
    at: datetime
    actor: Literal["staff", "customer", "system"]
    person: PersonRef | None
    via: str
    rule: str | None
    """The piece of policy that acted, with ``cause``: the seq of the event that it answered. For readers of internal
    notes: how the staff arranged their work is theirs."""
    cause: int | None
    text: str
    """What happened, in the reader's language, beginning with its verb; empty of a message, which shows by itself."""
    why: str | None
    """Which piece of policy acted, because of which other."""
    data: dict[str, Any]
    message: "MessageView | None" = None
    notice: NoticeState | None = None
    """Of ``ticket.customer_told``: how the mailing stands. ``stopped``: not sent, as automatic answers to this address
    have stopped. Null where nothing was mailed, and for readers from outside."""
    folded: int = 0
    """So many events before it are left out: the first ones of a long run. ``GET /tickets/{number}/timeline`` with
    ``filter=events&before=<key>`` gives them."""


class MessageView(Answer, frozen=True):
    id: int
    conversation_id: int
    channel: str
    party: PersonRef | None
    """With whom its conversation is."""
    audience: str
    author: AuthorKind
    text: str
    html: str | None
    """Sanitised. A remote image has its address in ``data-blocked-src``: moved to ``src`` it is shown, and its sender
    learns that it was read, so a client does that when the reader asks for it. An image ``cid:…`` is the one of
    ``files`` with that ``content_id``."""
    quoted: str | None
    files: list[FileRef]
    delivery: Mailed | None = None
    """Null where it was not mailed."""
    redacted: bool = False
    is_elsewhere: bool = False
    """It stands in the log of another ticket, as what was said on a merged one does: there it can be erased."""
    unverified: bool = False
    """Nobody proved that the one under whose name it stands wrote it: it gives no rights, and is shown marked."""
    origin: MessageOrigin | None = None
    """Null where there is nothing to say of it. Addresses in it are for readers of personal data."""
    version: int = 1
    """More than 1: its author put it otherwise. ``GET /tickets/{number}/notes/{message_id}/versions`` tells how."""


class Customer(Answer, frozen=True):
    id: int
    name: str
    tier: str
    locale: str
    mails: list[str]
    phones: list[str]
    organisations: list[Organisation]
    history: list["HistoryRow"]
    """Their latest other tickets, at most 10, that this reader may see."""


class HistoryRow(Answer, frozen=True):
    number: str
    title: str
    status: str
    phase: Phase
    updated_at: datetime


class Candidate(Answer, frozen=True):
    person: PersonRef
    removed_by: str | None
    """The filter that removed them (``absent``, ``full``, ``skill`` …), or null when they were eligible."""
    load: int
    detail: dict[str, Any] = {}


class RoutingDecision(Answer, frozen=True):
    """One line of the ledger behind “why them?”."""

    at: datetime
    step: Literal["team", "agent"]
    way: str
    rule: str | None
    chosen_team: str | None
    chosen: PersonRef | None
    reasons: list[dict[str, str]]
    """Sentences, each {zh-CN, en}."""
    candidates: list[Candidate]


class TicketDetail(Answer, frozen=True):
    number: str
    title: str
    type: str
    category: str | None
    priority: str
    status: str
    phase: Phase
    team: str | None
    assignee: PersonRef | None
    requester: PersonRef
    creator: PersonRef | None
    organisation: Organisation | None
    channel: str
    tags: tuple[str, ...]
    fields: dict[str, Any]
    masked: list[str]
    """Custom fields whose value this reader may not see."""
    incomplete: tuple[str, ...]
    watchers: list[PersonRef]
    escalation: str | None
    escalation_level: str | None
    held_at: datetime | None
    """Since when nothing automatic hands it on any more: a person must decide. Null when it is not so."""
    shelf: Shelf | None
    """Where it is kept apart, if it was put away."""
    close_reason: str | None
    rating: int | None
    follow_up_at: datetime | None
    """Since when a customer who is not content waits to be called back."""
    confirmation_offered_at: datetime | None
    """When the customer thanked in words that may be taken for the confirmation."""
    reopened: int
    links: list[LinkView]
    """The tickets that it belongs together with, of those that this reader may see; as they are now."""
    is_merged: bool
    """Another ticket stands for it, among ``links`` if this reader may see it."""
    merged_into: str | None
    """Its number, for who may see it."""
    children: Children | None
    """How far its children are, those included that this reader may not see. Null: it has none."""
    answers_stopped: bool
    """The customer is probably a machine that answers: notices are not sent any more. Replies are."""
    created_at: datetime
    updated_at: datetime
    accepted_at: datetime | None
    first_response_at: datetime | None
    resolved_at: datetime | None
    closed_at: datetime | None
    reopen_until: datetime | None
    """Until when the requester may reopen it; it may be past. Null: it is not closed, or that is for others to do."""
    version: int
    clocks: list[ClockView]
    steps: list[StepView]
    timeline: list[TimelineEntry]
    """Its newest entries, at most 50."""
    older: str | None
    """Where earlier ones are read on: ``before`` of ``GET /tickets/{number}/timeline``. Null: these are all."""
    people: list[PersonRef]
    """Whom the values of the timeline's events hold by id: customers too, whom the directory does not know."""
    customer: Customer
    addressee: Recipients | None
    """Whom a public reply is mailed to; null where it is not: no address, no mailbox that sends, or the past."""
    routing: list[RoutingDecision]
    """The latest 20 lines of the ledger, oldest first."""
    triage: dict[str, Any]
    allowed: dict[str, Literal[True] | str]
    """Action → true, or the code of the refusal that this reader would meet now. Empty in the past."""
    close_reasons: list[CloseReason]
    """Those for which this reader may close it by hand."""
    moves: list[str]
    """Keys of the statuses that this reader may move it to."""
    to_approve: list[str]  # of ``moves``: those that others must approve first
    approval: ApprovalView | None
    form: list[FieldState]
    """The custom fields that are filled in where the ticket stands, in the order of the form."""
    resolving: list[FieldState]
    """What resolving asks for beside."""
    work: RecordedTime | None
    """Null for readers from outside."""
    snooze: PutOffView | None
    """Null: the reader did not put it off."""
    reminders: list[ReminderView]
    """The reader's own, the next one first."""
    checks: list[CheckView]
