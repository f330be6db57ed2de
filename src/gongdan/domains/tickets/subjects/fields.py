"""What a ticket is about: its plain attributes, its custom fields, and who asks."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle import actions as a
from gongdan.domains.bundle.section import Finding, unknown
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.engine.sight import Values
from gongdan.domains.tickets.engine.subject import (
    ActionKind,
    ActionSpot,
    Context,
    EventKind,
    Intent,
    IntentKind,
    Offer,
    Restores,
    Subject,
    unless_closed,
)
from gongdan.domains.tickets.fields import requester
from gongdan.domains.tickets.fields.contribution import column
from gongdan.domains.tickets.fields.custom import PLAIN, checked_changes, current
from gongdan.domains.tickets.fields.forms import States
from gongdan.domains.tickets.fields.holding import holding
from gongdan.domains.tickets.fields.kinds import EMPTY, checked_value, kind_of
from gongdan.domains.tickets.fields.narrator import Narrator
from gongdan.domains.tickets.subjects.moves import moved
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Event
from gongdan.kernel.text import Name


class TicketChanged(Event, frozen=True, kw_only=True, tag="ticket.changed"):
    """Plain attributes: title, type, category, priority, requester_id, incomplete, and ``fields.<key>``."""

    before: dict[str, Any]
    after: dict[str, Any]
    workflow: str | None = None
    """Of a change of type: hash of the workflow version that it runs on from then."""
    is_merge: bool = False
    """Of a requester: they turned out to be one person with whoever asked before. Nobody else asks for it."""


class Change(Intent, frozen=True):
    """Plain attributes, and custom fields as ``fields.<key>``; equal values are no change."""

    values: dict[str, Any]


class SetRequester(Intent, frozen=True):
    """The requester is whom the case was loaded, or given, with."""


class FollowCustomer(Intent, frozen=True):
    """Whoever asked turned out to be the person whom the case was given: the same as ``SetRequester``, and an ended
    ticket follows too."""


def _change(case: Case, intent: Change, context: Context) -> Sequence[Event]:
    """A change of type takes the ticket into the new type's workflow, at the status that corresponds."""
    ticket = case.live
    changed = checked_changes(
        context.rules, ticket, intent.values, lambda changed: _form_of(_with(case, changed, context), context)
    )
    if not changed:
        return []
    _check_form(case, intent, changed, context)
    before = {name: current(ticket, name) for name in changed}
    if "type" not in changed:
        return [TicketChanged(before=before, after=changed)]
    workflow = context.rules.current[changed["type"]]
    events: list[Event] = [TicketChanged(before=before, after=changed, workflow=workflow.hash)]
    there = workflow.counterpart(ticket.status, ticket.phase)
    if (there.key, there.phase) != (ticket.status, ticket.phase):
        events.append(moved(case, workflow, there.key, "retype", None))
    return events


def _with(case: Case, changed: Mapping[str, Any], context: Context) -> Case:
    """The case as a change leaves it."""
    event = TicketChanged(before={}, after=dict(changed))
    after = msgspec.structs.replace(case.live, **_changed(case.live, event, context.now))
    return msgspec.structs.replace(case, ticket=after)


def _form_of(case: Case, context: Context) -> States:
    """The form that such a ticket is opened with by agents."""
    return context.rules.forms.opening("agent", case.live.type, holding(case, context.rules, context.now))


def _check_form(case: Case, intent: Change, changed: Mapping[str, Any], context: Context) -> None:
    """What is read-only is so as the ticket stands, what is on the form and required as the change leaves it: an empty
    field may stay so for now, and a filled one is not emptied. Fields that a change of type takes away are not asked.

    Raises:
        Invalid: one fault for each field that cannot be filled in, or that must not be emptied.
    """
    given = [name.removeprefix("fields.") for name in intent.values if name.startswith("fields.") and name in changed]
    if not given:
        return
    forms, after = context.rules.forms, _with(case, changed, context)
    holds, then = holding(case, context.rules, context.now), holding(after, context.rules, context.now)
    here, there = forms.working("agent", case.live, holds), forms.working("agent", after.live, then)
    faults: list[FieldFault] = []
    for key in given:
        if not forms.is_settable(after.live, key, then):
            faults.append(FieldFault(f"fields.{key}", "field_hidden"))
        elif key in here and here[key].read_only:
            faults.append(FieldFault(f"fields.{key}", "field_read_only"))
        elif key in there and there[key].required and after.live.fields.get(key) in EMPTY:
            faults.append(FieldFault(f"fields.{key}", "required"))
    if faults:
        raise Invalid(faults=tuple(faults))


def _set_requester(case: Case, intent: SetRequester | FollowCustomer, context: Context) -> Sequence[Event]:
    ticket, asks = case.live, case.requester
    before = {"requester_id": ticket.requester_id, "organisation_id": ticket.organisation_id}
    after = {"requester_id": asks.person_id, "organisation_id": asks.organisation_id}
    changed = {name for name in after if before[name] != after[name]}
    if not changed:
        return []
    return [
        TicketChanged(
            before={key: before[key] for key in changed},
            after={key: after[key] for key in changed},
            is_merge=isinstance(intent, FollowCustomer),
        )
    ]


def _changed(ticket: Ticket, event: TicketChanged, at: datetime) -> Mapping[str, Any]:
    plain = {k: v for k, v in event.after.items() if not k.startswith("fields.")}
    if "incomplete" in plain:
        plain["incomplete"] = tuple(plain["incomplete"])
    custom = {k.removeprefix("fields."): v for k, v in event.after.items() if k.startswith("fields.")}
    if custom:
        merged = ticket.fields | custom
        plain["fields"] = {k: v for k, v in merged.items() if v is not None}
    if "requester_id" in plain:
        others = {p for p in ticket.participants if p[1] != "requester"}
        plain["participants"] = tuple(sorted(others | {(plain["requester_id"], "requester")}))
    return plain if event.workflow is None else plain | {"workflow": event.workflow}


def _changes(event: TicketChanged, ticket: Ticket) -> Mapping[str, tuple[Any, Any]]:
    names = {key: key.removesuffix("_id") for key in event.after}
    return {name: (event.before.get(key), event.after[key]) for key, name in names.items()}


def _unfit(action: a.SetFieldAction, spot: ActionSpot) -> Iterable[Finding]:
    """The field exists, and what it is set to is a value of it: of a list, one that there is and that is not
    retired."""
    bundle, field = spot.bundle, action.field
    yield from unknown(f"{spot.path}.field", field, {*PLAIN, *(f"fields.{one.key}" for one in bundle.fields)})
    lists: dict[str, Sequence[Any]] = {
        "priority": bundle.priorities,
        "type": bundle.types,
        "category": bundle.categories,
    }
    custom = {f"fields.{one.key}": one for one in bundle.fields}
    lists |= {key: one.choices for key, one in custom.items() if kind_of(one).has_choices}
    if field in lists:
        known = {one.key for one in lists[field] if not one.retired}
        for key in action.value if isinstance(action.value, list) else [action.value]:
            if key is not None and (not isinstance(key, str) or key not in known):
                yield Finding(path=f"{spot.path}.value", code="unknown_key", params={"key": str(key)})
    elif field in custom and action.value is not None:
        try:
            checked_value(custom[field], action.value)
        except ValueError as why:
            yield Finding(path=f"{spot.path}.value", code=str(why))


def _names(section: str) -> Callable[[PolicyBundle], Mapping[str, Name]]:
    return lambda bundle: {one.key: one.name for one in getattr(bundle, section)}


_REVERSE = Restores(
    columns=("title", "type", "category", "priority", "requester_id", "organisation_id", "fields"),
    bound={
        "type": ("category", "workflow", "status"),
        "category": ("type",),
        "workflow": ("type", "category", "status"),
        "requester_id": ("organisation_id",),
        "organisation_id": ("requester_id",),
        "participants": ("requester_id", "organisation_id"),
    },
    along=("workflow", "incomplete", "participants", "held_at", "limits_reached"),
)
"""A type comes back with its workflow, and only while the ticket stands where the change of type took it."""


def _says(values: Values, narrator: Narrator) -> str:
    before = values["before"]
    return narrator.list(_says_of(name, before.get(name), after, narrator) for name, after in values["after"].items())


def _says_of(name: str, before: Any, after: Any, narrator: Narrator) -> str:
    field = narrator.field(name)
    if before is None and after is None:
        return narrator.say("events.changed_unseen", field=field)
    said = {"field": field, "before": narrator.value(name, before), "after": narrator.value(name, after)}
    return narrator.say("events.set" if before is None else "events.changed", said)


SUBJECT = Subject(
    key="fields",
    events=(
        EventKind(
            event=TicketChanged,
            fold=_changed,
            changes=_changes,
            touches=lambda event: frozenset(event.after),
            reverse=_REVERSE,
            says=_says,
            people=lambda values: (values[when].get("requester_id") for when in ("before", "after")),
        ),
    ),
    intents=(
        IntentKind(intent=Change, rule=_change),
        IntentKind(intent=SetRequester, rule=_set_requester),
        IntentKind(intent=FollowCustomer, rule=_set_requester, when_closed=True, when_away=True),
    ),
    actions=(
        ActionKind(
            action=a.SetFieldAction,
            intents=lambda action, case, rules, now: [Change(values={action.field: action.value})],
            sentence={"zh-CN": "将“{field}”设为 {value}", "en": "Set “{field}” to {value}"},
            lint=_unfit,
        ),
    ),
    offers=(Offer(action="ticket.edit", why_not=unless_closed),),
    fields=(
        column("title", "text", "标题", "title", sql="t.title_normal", total=True, changes=True),
        column("type", "choice", "工单类型", "type", total=True, choices_of=_names("types"), changes=True),
        column("category", "tree", "问题分类", "category", tree="category", changes=True),
        column("priority", "choice", "优先级", "priority", total=True, choices_of=_names("priorities"), changes=True),
        *requester.FIELDS,
    ),
)
