"""What can happen to a ticket. Declarations only; each event holds before and after, so that fold, as-of and undo need
no policy (spec 01, one log). Message text is never here: it lives in ``message_version``."""

from datetime import datetime
from typing import Any, Final, Literal

from gongdan.domains.policy.bundle.workflows import Phase
from gongdan.kernel.events import Event

Audience = str
"""``customer | internal | vendor:<id>``: who may read a message (spec 01, people, conversations, messages)."""

AuthorKind = Literal["customer", "agent", "automatic", "ai"]
CloseReason = Literal["solved", "confirmed", "timed_out", "not_needed", "duplicate"]
BY_HAND: Final[tuple[CloseReason, ...]] = ("solved", "confirmed", "not_needed", "duplicate")
FREELY: Final[tuple[CloseReason, ...]] = ("not_needed", "duplicate")
"""For want of a need: a lead may close so whatever the type says."""
ConfirmedBy = Literal["phone", "chat", "mail", "in_person"]
FollowUpOutcome = Literal["called_back", "reopened", "alerted", "rated_anew"]
AssignmentWay = Literal["hand", "claim", "router", "rule", "timer"]


class TicketOpened(Event, frozen=True, kw_only=True, tag="ticket.opened"):
    number: str
    title: str
    type: str
    category: str | None
    priority: str
    status: str
    phase: Phase
    workflow: str
    """Hash of the workflow version (content-addressed)."""
    requester_id: int
    organisation_id: int | None = None
    creator_id: int | None = None
    """The member who opened it; None when a customer or a channel did."""
    channel: str
    team: str | None = None
    """Where whoever opened it wanted it; None: routing decides."""
    by_agent: bool = False
    fields: dict[str, Any] = {}
    tags: tuple[str, ...] = ()
    incomplete: tuple[str, ...] = ()
    """Required fields that the channel could not fill (spec 02)."""
    triage: dict[str, Any] = {}
    """What triage read and the words that caused it: suggestion → {value, confidence, words}."""
    follows: int | None = None
    """The earlier ticket that this one is linked to."""
    follows_as: Literal["follow_up", "named", "repetition"] | None = None
    """Why: it follows the closed one up, its writer named the other without a right to join it, or it probably says the
    same again. None, where it was opened before this was told: a follow-up."""


class MessageAdded(Event, frozen=True, kw_only=True, tag="ticket.message_added"):
    message_id: int
    conversation_id: int
    audience: Audience
    author: AuthorKind
    author_id: int | None = None
    machine: bool = False
    """Sent by a machine (auto-reply, bounce): it never reopens, resumes or answers anything (spec 05, loops)."""
    unverified: bool = False
    """The words stand under a name or an address that nobody proved to be the writer's (spec 05)."""
    mentions: tuple[int, ...] = ()
    opens: bool = False
    """The description: the message that the ticket was opened with."""
    confirms: bool = False
    """A customer's word on an ended ticket that reads as thanks: it reopens nothing. While the ticket is resolved it is
    offered as the confirmation."""


class TicketAssigned(Event, frozen=True, kw_only=True, tag="ticket.assigned"):
    before: int | None
    after: int | None
    way: AssignmentWay
    above_capacity: bool = False
    instead_of: tuple[int, ...] = ()
    """Whom the routing rule names and who were not there: they are told."""


class TicketTeamSet(Event, frozen=True, kw_only=True, tag="ticket.team_set"):
    before: str | None
    after: str | None
    rule: str | None = None
    """Routing rule that decided, or None for a person."""


class TicketAccepted(Event, frozen=True, kw_only=True, tag="ticket.accepted"):
    by: int
    promised_at: datetime | None = None
    """The [X] of "预计[X]前给您答复" (spec 03), when one was given."""


class TicketChanged(Event, frozen=True, kw_only=True, tag="ticket.changed"):
    """Plain attributes: title, type, category, priority, requester_id, incomplete, and ``fields.<key>``."""

    before: dict[str, Any]
    after: dict[str, Any]
    workflow: str | None = None
    """Of a change of type: hash of the workflow version that it runs on from then."""


class TicketTagged(Event, frozen=True, kw_only=True, tag="ticket.tagged"):
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class ParticipantsChanged(Event, frozen=True, kw_only=True, tag="ticket.participants_changed"):
    """Pairs of person and role (``requester | cc | watcher | mentioned | vendor``)."""

    added: tuple[tuple[int, str], ...] = ()
    removed: tuple[tuple[int, str], ...] = ()


class TicketMoved(Event, frozen=True, kw_only=True, tag="ticket.moved"):
    before: str
    after: str
    before_phase: Phase
    after_phase: Phase
    transition: str | None = None
    reason: CloseReason | None = None
    """Of a close."""


class TicketRated(Event, frozen=True, kw_only=True, tag="ticket.rated"):
    score: int
    """1 to 5 (CSAT)."""
    comment: str = ""
    before: int | None = None


class TicketConfirmedFor(Event, frozen=True, kw_only=True, tag="ticket.confirmed_for"):
    """A member recorded that the customer confirmed the solution elsewhere; the close follows."""

    person_id: int
    """Who said so."""
    channel: ConfirmedBy
    call: str = ""
    """What it can be found by: number or time of the call, link to the chat."""
    note: str = ""


class FollowUpAsked(Event, frozen=True, kw_only=True, tag="ticket.follow_up_asked"):
    """The customer is not content: somebody calls back, reopens it, or tells who must know (spec 02, rating)."""

    reason: Literal["low_rating"]
    score: int


class FollowUpDone(Event, frozen=True, kw_only=True, tag="ticket.follow_up_done"):
    outcome: FollowUpOutcome
    note: str = ""


class ClockWarned(Event, frozen=True, kw_only=True, tag="ticket.clock_warned"):
    """Bears the due instant, not the time at which a sweep found it (spec 03, clocks 7)."""

    metric: str
    cycle: int
    percent: int
    due_at: datetime
    before_s: int | None = None
    """Of a warning point in seconds before due; ``percent`` is 0 then."""
    last: bool = False
    """Whether it is the target's last warning point: from here on the promise is at risk."""
    only_ladder: bool = False
    """The ladder acts at this point; the target itself does not warn there."""


class ClockBreached(Event, frozen=True, kw_only=True, tag="ticket.clock_breached"):
    metric: str
    cycle: int
    due_at: datetime
    cause: str | None = None
    """``retarget`` when a change of priority or policy moved the limit behind the elapsed time (clocks 4)."""


class TicketEscalated(Event, frozen=True, kw_only=True, tag="ticket.escalated"):
    level: str
    ladder: str
    colour: str
    to: tuple[str, ...] = ()
    """Receivers by name (spec 03); assignee and creator as the persons that they were."""
    reason: str | None = None
    progress: str | None = None
    help_needed: str | None = None


class StaffReminded(Event, frozen=True, kw_only=True, tag="ticket.staff_reminded"):
    to: tuple[str, ...]
    """Receivers by name (spec 03); assignee and creator as the persons that they were."""
    text: dict[str, str]


class StaffTold(Event, frozen=True, kw_only=True, tag="ticket.staff_told"):
    """Who was told of the event ``of``: a clock's warning or breach, an escalation, a reminder. It follows within
    moments."""

    of: int
    """Id of that event."""
    people: tuple[int, ...]
    """Everybody who was told, each once."""
    absent: tuple[int, ...] = ()
    """Those of them who were away: they were told, and passed over to the next of the chain."""


class CustomerTold(Event, frozen=True, kw_only=True, tag="ticket.customer_told"):
    """A notice to the requester is due; the notifications domain sends it, once."""

    template: str


class RoutingAsked(Event, frozen=True, kw_only=True, tag="ticket.routing_asked"):
    """The ticket waits for the router (again); ``not_to`` were tried and did not take it."""

    not_to: tuple[int, ...] = ()


class RuleMatched(Event, frozen=True, kw_only=True, tag="ticket.rule_matched"):
    """A routing rule that names people came to match, on opening or by a change: those people watch from now on."""

    rule: str
    to: tuple[str, ...] = ()
    """Receivers by name who are told of it (spec 03); of an opening, what automations say is enough."""


class LimitReached(Event, frozen=True, kw_only=True, tag="ticket.limit_reached"):
    """The time limit of a status ran out, and what the status says for that case follows."""

    limit: str
    """``<status>.<limit>``."""
    times: int
    """How often it has acted on this ticket since somebody of the staff last did something, this time included."""


class TicketHeld(Event, frozen=True, kw_only=True, tag="ticket.held"):
    """A limit ran out once more than its action may run: nothing automatic hands the ticket on any more, until somebody
    of the staff assigns, claims or accepts it, or changes its priority or team."""

    limit: str
    times: int
    """How often its action had run."""


class PolicyApplied(Event, frozen=True, kw_only=True, tag="ticket.policy_applied"):
    """A release that was published meanwhile, the one that the event names, changed the ticket's running limits."""


class WriterProved(Event, frozen=True, kw_only=True, tag="ticket.writer_proved"):
    """The requester followed a link that was mailed to them: these messages, unverified so far, are theirs."""

    message_ids: tuple[int, ...]


class DeliveryFailed(Event, frozen=True, kw_only=True, tag="ticket.delivery_failed"):
    """The mail of a public reply was refused for good, or came back. What the server said stands with the delivery."""

    message_id: int
    delivery_id: int
    author_id: int | None = None
    """Who wrote the reply."""
    bounced: bool = False
    """It was taken at first, and came back."""


class AutomationRefused(Event, frozen=True, kw_only=True, tag="automation.refused"):
    """A decider's command met a refusal; the causing command stands (spec 01, write path 3)."""

    rule: str
    code: str


TicketEvent = (
    TicketOpened
    | MessageAdded
    | TicketAssigned
    | TicketTeamSet
    | TicketAccepted
    | TicketChanged
    | TicketTagged
    | ParticipantsChanged
    | TicketMoved
    | TicketRated
    | TicketConfirmedFor
    | FollowUpAsked
    | FollowUpDone
    | ClockWarned
    | ClockBreached
    | TicketEscalated
    | StaffReminded
    | StaffTold
    | CustomerTold
    | RoutingAsked
    | RuleMatched
    | LimitReached
    | TicketHeld
    | PolicyApplied
    | DeliveryFailed
    | WriterProved
    | AutomationRefused
)
