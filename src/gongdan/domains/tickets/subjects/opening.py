"""That there is a ticket: the event that its log begins with."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

import msgspec

from gongdan.domains.accounts.public import Reader, Thing, knows, of_staff, personal
from gongdan.domains.bundle.workflows import Phase
from gongdan.domains.tickets.engine.case import Case, Requesting
from gongdan.domains.tickets.engine.model import Handlers, Ticket
from gongdan.domains.tickets.engine.rules import Rules
from gongdan.domains.tickets.engine.sight import Values
from gongdan.domains.tickets.engine.subject import Context, EventKind, Intent, IntentKind, Subject, plainly
from gongdan.domains.tickets.fields import opening
from gongdan.domains.tickets.fields.contribution import column
from gongdan.domains.tickets.fields.opening import OPENING
from gongdan.kernel.events import Actor, Event, Logged

Follows = Literal["follow_up", "named", "repetition"]
"""Why a ticket is linked to an earlier one: it follows the closed one up, its writer named the other without a right to
join it, or it probably says the same again."""


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
    account_team: str | None = None
    """What the mailbox that it came to feeds: where it starts, unless a routing rule says where."""
    by_agent: bool = False
    fields: dict[str, Any] = {}
    tags: tuple[str, ...] = ()
    incomplete: tuple[str, ...] = ()
    """Required fields that the channel could not fill (spec 02)."""
    triage: dict[str, Any] = {}
    """What triage read and the words that caused it: suggestion → {value, confidence, words}."""
    follows: int | None = None
    """The earlier ticket that this one is linked to."""
    follows_as: Follows | None = None
    """None, where it was opened before this was told: a follow-up."""


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
    account_team: str | None = None
    fields: dict[str, Any] = {}
    tags: tuple[str, ...] = ()
    incomplete: tuple[str, ...] = ()
    triage: dict[str, Any] = {}
    follows: int | None = None
    follows_as: Follows | None = None


def _open(case: Case, intent: Open, context: Context) -> Sequence[Event]:
    return [_event(case, intent, context.rules)]


def _event(case: Case, intent: Open, rules: Rules) -> TicketOpened:
    workflow = rules.current[intent.type]
    status = workflow.statuses[workflow.body.initial]
    return TicketOpened(
        **{name: getattr(intent, name) for name in _GIVEN},
        status=status.key,
        phase=status.phase,
        workflow=workflow.hash,
        requester_id=case.requester.person_id,
        organisation_id=case.requester.organisation_id,
    )


def drafted(case: Case, intent: Open, rules: Rules, now: datetime) -> Case:
    """The case as it would be opened, for conditions that ask before it is."""
    logged = Logged[Any](
        workspace_id=rules.workspace_id,
        stream="ticket",
        stream_id=0,
        seq=0,
        id=0,
        actor=Actor(kind="system", via="worker"),
        command_id=0,
        cause=None,
        depth=0,
        release=rules.release,
        at=now,
        event=_event(case, intent, rules),
    )
    return msgspec.structs.replace(case, ticket=_opened(logged))


def imagined(rules: Rules, now: datetime, *, type: str, category: str | None, priority: str) -> Case:
    """A ticket that nobody opened, of nobody in particular: for whoever asks what would become of one."""
    requester = Requesting(person_id=0, name="", locale=rules.locale, zone=rules.zone)
    intent = Open(
        number="",
        title="",
        type=type,
        category=category,
        priority=priority,
        channel="portal",
        by_agent=False,
        creator_id=None,
    )
    return drafted(Case(ticket=None, head=b"", requester=requester), intent, rules, now)


_GIVEN = (
    "number", "title", "type", "category", "priority", "channel", "by_agent", "creator_id", "team", "account_team",
    "fields", "tags", "incomplete", "triage", "follows", "follows_as",
)  # fmt: skip


def _opened(logged: Logged[Any]) -> Ticket:
    event = logged.event
    return Ticket(
        id=logged.stream_id,
        **{name: getattr(event, name) for name in _KEPT},
        assignee_id=None,
        participants=((event.requester_id, "requester"),),
        escalation=None,
        escalation_level=None,
        close_reason=None,
        rating=None,
        follow_up_at=None,
        confirmation_offered_at=None,
        reopened=0,
        created_at=logged.at,
        updated_at=logged.at,
        status_at=logged.at,
        assigned_at=None,
        accepted_at=None,
        first_response_at=None,
        routing_since=logged.at,
        not_to=(),
        customer_waiting_at=None,
        resolved_at=None,
        closed_at=None,
        handlers=Handlers(),
        version=logged.seq,
    )


_KEPT = (
    "number", "title", "type", "category", "priority", "status", "phase", "workflow", "requester_id",
    "organisation_id", "creator_id", "channel", "team", "tags", "fields", "incomplete", "follows",
)  # fmt: skip


def _shown(values: Values, reader: Reader) -> Values:
    """What triage read is told apart (``read_by_triage``)."""
    return {name: value for name, value in values.items() if name != "triage"}


def read_by_triage(opened: Values) -> Thing[Values]:
    """What triage read when the ticket was opened: for the staff, and names and numbers that it found only for whoever
    may see personal data."""
    found: Values = opened.get("triage", {})
    return Thing(found, _triage_shown)


def _triage_shown(found: Values, reader: Reader) -> Values | None:
    without = {name: value for name, value in found.items() if name != "entities"}
    return knows(reader, of_staff(knows(reader, personal(found, without)).left)).value


SUBJECT = Subject(
    key="opening",
    events=(EventKind(event=TicketOpened, opens=_opened, shown=_shown, says=plainly("events.opened")),),
    intents=(IntentKind(intent=Open, rule=_open),),
    facets=(OPENING,),
    fields=(
        column("channel", "choice", "渠道", "channel", total=True),
        column(
            "creator", "person", "创建者", "creator", sql="t.creator_id", value="ticket.creator_id", few="creator_id"
        ),
        column("created_at", "instant", "创建时间", "created", total=True),
        column("updated_at", "instant", "更新时间", "updated", total=True),
        *opening.FIELDS,
    ),
)
