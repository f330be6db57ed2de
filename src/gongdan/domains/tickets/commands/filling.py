"""What the forms say of a ticket that is being opened or resolved: what may be filled in, and what is missing. Pure."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import msgspec

from gongdan.conditions.grammar import Condition
from gongdan.domains.bundle.fields import FilledBy, TicketTemplate
from gongdan.domains.tickets.engine.case import Case, Requesting
from gongdan.domains.tickets.engine.rules import Rules, workflow_of
from gongdan.domains.tickets.fields.custom import is_of
from gongdan.domains.tickets.fields.fitting import priority_by_default, types_of
from gongdan.domains.tickets.fields.forms import FieldState, States, refused, unfilled, with_template
from gongdan.domains.tickets.fields.holding import holding
from gongdan.domains.tickets.fields.kinds import checked_value
from gongdan.domains.tickets.subjects.opening import Open, drafted
from gongdan.infra.log.chain import NO_HASH
from gongdan.kernel.errors import FieldFault, Invalid


class Filled(msgspec.Struct, frozen=True, kw_only=True):
    """Who filled in what."""

    by: FilledBy
    given: Mapping[str, Any]
    """The fields that somebody gave; the others are what triage read."""
    chose_type: bool
    may_be_incomplete: bool
    template: TicketTemplate | None = None


def filled_in(rules: Rules, case: Case, opening: Open, filled: Filled, now: datetime) -> Open:
    """The opening as the form lets it be: what triage read of fields that are not on it is left out, required ones that
    are missing are ``incomplete``.

    Raises:
        Invalid: a field that is not on the form or is read-only there, or a required one that is empty; one fault for
            each. Of a customer who chose no type no field is asked, since none was shown.
    """
    holds = _holding(rules, case, opening, now)
    of_type = rules.forms.fields_of[opening.type]
    desk = with_template(rules.forms.opening("agent", opening.type, holds), filled.template, of_type)
    missing = unfilled(desk, opening.fields)
    if filled.by == "portal":
        theirs = [key for key in of_type if key not in rules.sensitive]
        shown = with_template(rules.forms.opening("portal", opening.type, holds), filled.template, theirs)
        faults = _of_portal(shown, filled)
    else:
        faults = [*refused(desk, filled.given)]
        faults += [] if filled.may_be_incomplete else [FieldFault(f"fields.{key}", "required") for key in missing]
    if faults:
        raise Invalid(faults=tuple(faults))
    kept = {key: value for key, value in opening.fields.items() if key in filled.given or _is_shown(desk, key)}
    return msgspec.structs.replace(opening, fields=kept, incomplete=(*missing, *opening.incomplete))


def _of_portal(states: States, filled: Filled) -> list[FieldFault]:
    """Customers are not told which fields there are beside those that they see."""
    faults = [
        msgspec.structs.replace(one, code="unknown_field") if one.code == "field_hidden" else one
        for one in refused(states, filled.given)
    ]
    if filled.chose_type:
        faults += [FieldFault(f"fields.{key}", "required") for key in unfilled(states, filled.given)]
    return faults


def _is_shown(states: States, key: str) -> bool:
    return key in states and states[key].visible


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    """A form as far as it is filled in; what makes no sense yet is as good as empty."""

    type: str | None = None
    category: str | None = None
    priority: str | None = None
    channel: str = "web"
    fields: Mapping[str, Any] = {}
    template: str | None = None


def form_for(rules: Rules, requester: Requesting, typed: Typed, filled_by: FilledBy, now: datetime) -> list[FieldState]:
    """The visible fields of the form, in its order, for what is filled in so far. Nothing until the type is known, or
    follows from the category."""
    opening = _typed_opening(rules, typed)
    if opening is None:
        return []
    holds = _holding(rules, Case(ticket=None, head=NO_HASH, requester=requester), opening, now)
    template = template_of(rules, typed.template, filled_by)
    states = rules.forms.opening(filled_by, opening.type, holds)
    of_type = rules.forms.fields_of[opening.type]
    theirs = [key for key in of_type if filled_by == "agent" or key not in rules.sensitive]
    shown = with_template(states, template, theirs)
    return [one for one in shown.values() if one.visible]


def template_of(rules: Rules, key: str | None, filled_by: FilledBy) -> TicketTemplate | None:
    """The template in use that is offered to them."""
    found = (one for one in rules.bundle.templates if one.key == key and not one.retired)
    return next((one for one in found if filled_by in one.offered_to), None)


def form_at(
    rules: Rules, requester: Requesting, typed: Typed, filled_by: FilledBy, step: str, now: datetime
) -> list[FieldState] | None:
    """The visible fields of a form of any step, of a ticket that is imagined. None: the step has no form."""
    opening = _typed_opening(rules, typed)
    if opening is None:
        return None
    holds = _holding(rules, Case(ticket=None, head=NO_HASH, requester=requester), opening, now)
    states = rules.forms.at(filled_by, step, opening.type, holds)
    return None if states is None else [one for one in states.values() if one.visible]


def _typed_opening(rules: Rules, typed: Typed) -> Open | None:
    type_key = _type_of(rules, typed)
    if type_key is None:
        return None
    category = typed.category if typed.category in rules.categories else None
    priority = typed.priority if typed.priority in rules.priorities else None
    return Open(
        number="",
        title="",
        type=type_key,
        category=category,
        priority=priority or priority_by_default(rules, type_key, category),
        channel=typed.channel,
        by_agent=False,
        creator_id=None,
        fields=_sensible(rules, type_key, typed.fields),
    )


def resolving_form(rules: Rules, case: Case, typed: Mapping[str, Any], now: datetime) -> list[FieldState]:
    """The visible fields that resolving asks for, once ``typed`` is set with it. What is read-only is so as the ticket
    stands."""
    ticket, target = case.live, workflow_of(case, rules).first_in("resolved")
    if target is None:
        return []

    def asked(of: Case) -> States:
        return rules.forms.moving(ticket.type, target.key, target.phase, holding(of, rules, now))

    fields = {key: value for key, value in ticket.fields.items() if key not in typed}
    fields |= _sensible(rules, ticket.type, typed)
    after = msgspec.structs.replace(case, ticket=msgspec.structs.replace(ticket, fields=fields))
    fixed = {key for key, one in asked(case).items() if one.read_only}
    return [msgspec.structs.replace(one, read_only=key in fixed) for key, one in asked(after).items() if one.visible]


def _type_of(rules: Rules, typed: Typed) -> str | None:
    if typed.type is not None:
        return typed.type if typed.type in rules.types and not rules.types[typed.type].retired else None
    if typed.category is None or typed.category not in rules.categories:
        return None
    return next(iter(types_of(rules, typed.category)), None)


def _sensible(rules: Rules, type_key: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in fields.items():
        if value is not None and is_of(rules, key, type_key):
            try:
                found[key] = checked_value(rules.fields[key], value)
            except ValueError:
                continue
    return found


def _holding(rules: Rules, case: Case, opening: Open, now: datetime) -> Callable[[Condition], bool]:
    """Of a form without conditions nothing is drafted."""
    kept: list[Callable[[Condition], bool]] = []

    def holds(condition: Condition) -> bool:
        if not kept:
            kept.append(holding(drafted(case, opening, rules, now), rules, now))
        return kept[0](condition)

    return holds
