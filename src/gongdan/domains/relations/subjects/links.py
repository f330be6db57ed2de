"""Links, and what binds a parent and its children, as subjects of tickets."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from gongdan.conditions.fields import Members
from gongdan.domains.bundle.actions import CloseReason
from gongdan.domains.bundle.workflows import ENDED, Phase
from gongdan.domains.relations import errors, events
from gongdan.domains.relations.kinds import MOST_LINKS, NAMES, REVERSE, LinkKind, Why
from gongdan.domains.relations.model import LINKS, DropLink, PutLink, RelatedTicket
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.model import ChildrenRule, Ticket
from gongdan.domains.tickets.engine.rules import Rules, workflow_of
from gongdan.domains.tickets.engine.sight import Values, to_staff
from gongdan.domains.tickets.engine.subject import (
    Context,
    EventKind,
    Guard,
    Intent,
    IntentKind,
    Offer,
    Restores,
    Subject,
)
from gongdan.domains.tickets.errors import TicketClosed
from gongdan.domains.tickets.events import TicketMoved, TicketOpened
from gongdan.domains.tickets.public import DECIDING, Contribution, Narrator, values
from gongdan.domains.tickets.subjects.moves import moved
from gongdan.domains.workflow.definition import check_filled
from gongdan.domains.workflow.errors import TransitionRefused
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Event, Logged


class LinkTo(Intent, frozen=True):
    other_id: int
    kind: LinkKind


class UnlinkFrom(Intent, frozen=True):
    other_id: int


class RuleChildren(Intent, frozen=True):
    rule: ChildrenRule


class MoveAlong(Intent, frozen=True):
    """Go where another ticket's end takes this one: to ``status``, or else to the first one of ``phase``. What the
    workflow requires on the way there binds it too."""

    status: str | None = None
    phase: Phase | None = None
    reason: CloseReason | None = None


def _link(case: Case, intent: LinkTo, context: Context) -> Sequence[Event]:
    known = {one.related_id: one.kind for one in case[LINKS]}
    before = known.get(intent.other_id)
    if before == intent.kind:
        return []
    if intent.kind == "parent_of" and case.live.phase == "closed":
        raise TicketClosed(number=case.live.number)
    if before is None and len(known) >= MOST_LINKS:
        raise errors.LinksFull(most=MOST_LINKS)
    return [events.TicketLinked(other_id=intent.other_id, relation=intent.kind, before=before)]


def _unlink(case: Case, intent: UnlinkFrom, context: Context) -> Sequence[Event]:
    found = next((one for one in case[LINKS] if one.related_id == intent.other_id), None)
    if found is None:
        raise errors.NotLinked()
    if intent.other_id == case.live.merged_into:
        raise errors.MergedTogether()
    return [events.TicketUnlinked(other_id=found.related_id, relation=found.kind)]


def _rule_children(case: Case, intent: RuleChildren, context: Context) -> Sequence[Event]:
    rule, before = intent.rule, case.live.children
    if rule.to is not None and rule.to not in workflow_of(case, context.rules).statuses:
        raise Invalid(faults=(FieldFault("to", "unknown_status"),))
    if (rule.advance is None) != (rule.to is None):
        raise Invalid(faults=(FieldFault("to" if rule.to is None else "advance", "required"),))
    if rule == (before or ChildrenRule()):
        return []
    return [events.ChildrenRuled(before=before, after=rule)]


def _move_along(case: Case, intent: MoveAlong, context: Context) -> Sequence[Event]:
    ticket, workflow = case.live, workflow_of(case, context.rules)
    if intent.status is not None:
        target = workflow.statuses.get(intent.status)
    else:
        target = workflow.first_in(intent.phase or "resolved") or workflow.first_in("closed")
    if target is None or target.key == ticket.status or (ticket.phase in ENDED and target.phase != "closed"):
        return []
    drawn = next(
        (one for one in workflow.body.transitions if ticket.status in one.from_ and one.to == target.key), None
    )
    if drawn is None and intent.status is not None and target.phase in ENDED:
        raise TransitionRefused(current=ticket.status, wanted=target.key, allowed=[])
    if drawn is not None:
        check_filled(drawn, values(case, context.rules.registry))
    return [moved(case, workflow, target.key, drawn.key if drawn else "relation", intent.reason)]


def _let_end(case: Case, event: TicketMoved, context: Context) -> None:
    """A parent ends after its children, unless it takes them along or they do not matter."""
    if event.after_phase in ENDED and closing_of(case.live) == "block":
        waits = sum(one.is_open for one in children(case))
        if waits:
            raise errors.ChildrenOpen(count=waits)


def closing_of(ticket: Ticket) -> str:
    return ticket.children.closing if ticket.children else ChildrenRule().closing


def children(case: Case) -> list[RelatedTicket]:
    return [one for one in case[LINKS] if one.kind == "parent_of"]


def project_links(
    rules: Rules, before: Case | None, after: Case, happened: Sequence[Logged[Any]], now: datetime
) -> Iterator[PutLink | DropLink]:
    """The rows of a ticket's links; of one that is opened because of an earlier one, those of both."""
    for logged in happened:
        event, ticket_id = logged.event, after.live.id
        if isinstance(event, events.TicketLinked):
            yield PutLink(ticket_id=ticket_id, other_id=event.other_id, kind=event.relation, at=logged.at)
        elif isinstance(event, events.TicketUnlinked):
            yield DropLink(ticket_id=ticket_id, other_id=event.other_id)
        elif isinstance(event, TicketOpened) and event.follows is not None:
            kind, why = _OPENED_AS[event.follows_as or "follow_up"]
            for one, other, seen in ((ticket_id, event.follows, kind), (event.follows, ticket_id, REVERSE[kind])):
                yield PutLink(ticket_id=one, other_id=other, kind=seen, why=why, at=logged.at)


_OPENED_AS: Mapping[str, tuple[LinkKind, Why | None]] = {
    "follow_up": ("follows", None),
    "named": ("relates", "named"),
    "repetition": ("duplicates", "repetition"),
}


def _says_linked(values: Values, narrator: Narrator) -> str:
    return narrator.say("events.linked", kind=values["relation"], ticket=narrator.ticket(values["other_id"]))


def _says_unlinked(values: Values, narrator: Narrator) -> str:
    return narrator.say("events.unlinked", kind=values["relation"], ticket=narrator.ticket(values["other_id"]))


def _says_ruled(values: Values, narrator: Narrator) -> str:
    rule = values["after"] or {}
    closing = narrator.say("events.children_ruled", closing=rule.get("closing", "block"))
    needed = rule.get("advance")
    if needed is None:
        return closing
    key = "events.children_advance_all" if needed == 0 else "events.children_advance"
    return closing + narrator.say(key, n=needed, status=narrator.status(rule["to"]))


SUBJECT = Subject(
    key="links",
    events=(
        EventKind(
            event=events.TicketLinked,
            shown=to_staff,
            says=_says_linked,
            tickets=lambda values: (values.get("other_id"),),
        ),
        EventKind(
            event=events.TicketUnlinked,
            shown=to_staff,
            says=_says_unlinked,
            tickets=lambda values: (values.get("other_id"),),
        ),
        EventKind(
            event=events.ChildrenRuled,
            fold=lambda ticket, event, at: {"children": event.after},
            touches=lambda event: frozenset({"children"}),
            reverse=Restores(columns=("children",)),
            shown=to_staff,
            says=_says_ruled,
        ),
    ),
    intents=(
        IntentKind(intent=LinkTo, rule=_link, when_closed=True),
        IntentKind(intent=UnlinkFrom, rule=_unlink, when_closed=True),
        IntentKind(intent=RuleChildren, rule=_rule_children),
        IntentKind(intent=MoveAlong, rule=_move_along),
    ),
    guards=(Guard(event=TicketMoved, check=_let_end),),
    offers=(Offer(action="ticket.link", why_not=lambda case, context: None),),
    facets=(LINKS,),
    fields=(
        Contribution(
            key="links",
            type="set",
            of="choice",
            name={"zh-CN": "工单关系", "en": "links"},
            value=lambda case: sorted({one.kind for one in case[LINKS]}),
            sql=Members("ticket_link", "kind"),
            choices_of=lambda bundle: {str(kind): name for kind, name in NAMES.items()},
            needs=frozenset({LINKS}),
        ),
        Contribution(
            key="children_open",
            type="number",
            name={"zh-CN": "未完成的子工单数", "en": "open children"},
            value=lambda case: sum(one.is_open for one in children(case)),
            uses=DECIDING,
            needs=frozenset({LINKS}),
        ),
        Contribution(
            key="parent_phase",
            type="choice",
            name={"zh-CN": "父工单所处阶段", "en": "phase of the parent"},
            value=lambda case: next((one.phase for one in case[LINKS] if one.kind == "child_of"), None),
            uses=DECIDING,
            needs=frozenset({LINKS}),
        ),
    ),
)
"""How a ticket belongs together with others, and what that binds it to."""
