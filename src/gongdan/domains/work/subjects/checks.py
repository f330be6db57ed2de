"""Close checks (关闭检查): a list that a type can make binding. It binds the handler's move into resolved and a close
by hand, on every path; never the customer's confirmation, nor a timer (spec 02)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, Literal

from msgspec.structs import replace

from gongdan.domains.bundle.types import CheckItem, Checklist
from gongdan.domains.bundle.workflows import ENDED
from gongdan.domains.sla.public import PROMISES, ClockRow
from gongdan.domains.tickets.engine.model import Checked
from gongdan.domains.tickets.engine.sight import Values, to_staff
from gongdan.domains.tickets.engine.subject import (
    EventKind,
    Guard,
    Intent,
    IntentKind,
    Offer,
    Restores,
    unless_closed,
)
from gongdan.domains.tickets.events import TicketChanged, TicketMoved
from gongdan.domains.tickets.public import Case, Context, Narrator, Rules, Subject, Ticket
from gongdan.domains.work.errors import ChecksOpen
from gongdan.domains.work.solving import is_by_hand
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Event, Logged
from gongdan.kernel.text import localised

CheckState = Literal["open", "done", "not_applicable", "late"]

_TO_CUSTOMERS: Final = frozenset({"first_response", "next_response", "update", "resolution"})
"""The metrics that a customer was promised; the others measure how the desk works."""


class TicketChecked(Event, frozen=True, kw_only=True, tag="ticket.checked"):
    """An item of the close checks was gone through, or opened again."""

    checklist: str
    item: str
    state: CheckState
    """``late``: a promise was broken, and ``reason`` is the key of the cause."""
    before: CheckState
    reason: str = ""
    by: int | None = None


class CheckOff(Intent, frozen=True):
    """Say of an item that a person fills in that it is done, does not apply, or is open again."""

    item: str
    state: Literal["open", "done", "not_applicable"]
    reason: str = ""


class ExplainBreach(Intent, frozen=True):
    """Say why a promise was broken; on a closed ticket too."""

    item: str
    cause: str


def checklist_of(ticket: Ticket, rules: Rules) -> Checklist | None:
    """The list that binds the ticket's type in the release in force."""
    kind = rules.types.get(ticket.type)
    wanted = kind.checklist if kind is not None else None
    return next((one for one in rules.bundle.checklists if one.key == wanted and not one.retired), None)


def items_of(checklist: Checklist | None) -> Iterator[CheckItem]:
    yield from (one for one in (checklist.items if checklist else ()) if not one.retired)


def said_of(ticket: Ticket, checklist: Checklist, item: CheckItem) -> Checked | None:
    return ticket.checks.get(f"{checklist.key}.{item.key}")


def is_broken(clocks: Iterable[ClockRow]) -> bool:
    """Whether anything that the customer was promised came too late."""
    return any(one.breached_at is not None and one.metric in _TO_CUSTOMERS for one in clocks)


def _item(case: Case, context: Context, key: str, filled_by: str) -> tuple[Checklist, CheckItem]:
    checklist = checklist_of(case.live, context.rules)
    item = next((one for one in items_of(checklist) if one.key == key), None)
    if checklist is None or item is None:
        raise Invalid(faults=(FieldFault("item", "unknown_key", {"key": key}),))
    if item.filled_by != filled_by:
        raise Invalid(faults=(FieldFault("item", f"work.filled_by_{item.filled_by}", {"key": key}),))
    return checklist, item


def _check_off(case: Case, intent: CheckOff, context: Context) -> Sequence[Event]:
    checklist, item = _item(case, context, intent.item, "person")
    reason = intent.reason.strip() if intent.state == "not_applicable" else ""
    if intent.state == "not_applicable" and not reason:
        raise Invalid(faults=(FieldFault("reason", "required"),))
    return _said(case, checklist, item, intent.state, reason, context)


def _explain(case: Case, intent: ExplainBreach, context: Context) -> Sequence[Event]:
    checklist, item = _item(case, context, intent.item, "promises")
    if not is_broken(clock for one in case[PROMISES] for clock in one.clocks):
        raise Invalid(faults=(FieldFault("cause", "work.nothing_broken"),))
    if intent.cause not in {one.key for one in item.causes if not one.retired}:
        raise Invalid(faults=(FieldFault("cause", "unknown_key", {"key": intent.cause}),))
    return _said(case, checklist, item, "late", intent.cause, context)


def _said(
    case: Case, checklist: Checklist, item: CheckItem, state: CheckState, reason: str, context: Context
) -> Sequence[Event]:
    known = said_of(case.live, checklist, item)
    before: CheckState = known.state if known else "open"
    if (before, known.reason if known else "") == (state, reason):
        return []
    by = context.actor.person_id
    return [TicketChecked(checklist=checklist.key, item=item.key, state=state, before=before, reason=reason, by=by)]


def _folded(ticket: Ticket, event: TicketChecked, at: datetime) -> Mapping[str, Any]:
    key = f"{event.checklist}.{event.item}"
    rest = {one: said for one, said in ticket.checks.items() if one != key}
    if event.state == "open":
        return {"checks": rest}
    said = Checked(state=event.state, reason=event.reason, by=event.by, at=at)
    return {"checks": dict(sorted({**rest, key: said}.items()))}


def _taken_up_again(ticket: Ticket, logged: Logged[Any]) -> Ticket:
    """What is reopened was not solved: each solution is gone through by itself."""
    event = logged.event
    if not ticket.checks or not isinstance(event, TicketMoved):
        return ticket
    if event.before_phase not in ENDED or event.after_phase in ENDED:
        return ticket
    return replace(ticket, checks={})


def open_items(ticket: Ticket, rules: Rules) -> list[CheckItem]:
    """The items that still bind: those of people of which nobody said anything."""
    checklist = checklist_of(ticket, rules)
    if checklist is None:
        return []
    wanted = (one for one in items_of(checklist) if one.filled_by == "person")
    return [one for one in wanted if said_of(ticket, checklist, one) is None]


def _all_gone_through(case: Case, event: TicketMoved, context: Context) -> None:
    if not is_by_hand(event, context):
        return
    if left := open_items(case.live, context.rules):
        raise ChecksOpen(items=[one.name for one in left])


def _gone_through_there_too(case: Case, event: TicketChanged, context: Context) -> None:
    """What was solved as another type does not become one whose checks nobody went through."""
    if context.actor.kind != "staff" or case.live.phase != "resolved" or "type" not in event.after:
        return
    if left := open_items(replace(case.live, type=event.after["type"]), context.rules):
        raise ChecksOpen(items=[one.name for one in left])


def _says(values: Values, narrator: Narrator) -> str:
    lists = narrator.rules.bundle.checklists
    items = (one for each in lists if each.key == values["checklist"] for one in each.items)
    item = next((one for one in items if one.key == values["item"]), None)
    name = localised(item.name, narrator.locale) if item else values["item"]
    reason = values.get("reason") or ""
    if values["state"] == "late" and item is not None:
        reason = next((localised(one.name, narrator.locale) for one in item.causes if one.key == reason), reason)
    return narrator.say(f"events.checked.{values['state']}", item=name, reason=reason)


SUBJECT = Subject(
    key="checks",
    events=(
        EventKind(
            event=TicketChecked,
            fold=_folded,
            touches=lambda event: frozenset({f"checks.{event.item}"}),
            reverse=Restores(columns=("checks",)),
            shown=to_staff,
            says=_says,
            people=lambda values: [values.get("by")],
        ),
    ),
    intents=(
        IntentKind(intent=CheckOff, rule=_check_off),
        IntentKind(intent=ExplainBreach, rule=_explain, when_closed=True),
    ),
    guards=(
        Guard(event=TicketMoved, check=_all_gone_through),
        Guard(event=TicketChanged, check=_gone_through_there_too),
    ),
    offers=(
        Offer(action="ticket.check", right="ticket.resolve", why_not=unless_closed),
        Offer(action="ticket.explain", right="ticket.resolve", why_not=lambda case, context: None),
    ),
    ripple=_taken_up_again,
)
