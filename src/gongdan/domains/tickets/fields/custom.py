"""Custom fields: what a value must be, and what is missing (spec 02). Pure."""

from collections.abc import Callable, Mapping
from typing import Any

from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.engine.rules import Rules
from gongdan.domains.tickets.errors import UnknownKey
from gongdan.domains.tickets.fields.fitting import CATEGORY, TypeAndCategory, check_fit, check_keys, kind_changed
from gongdan.domains.tickets.fields.forms import States, belongs, unfilled
from gongdan.domains.tickets.fields.kinds import EMPTY, checked_value
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.text import one_line

PLAIN = ("title", "type", "category", "priority")
"""The attributes that a change may name beside custom fields."""

Opening = Callable[[Mapping[str, Any]], States]
"""(what changes) → the form that the ticket would then be opened with."""


def checked_fields(rules: Rules, type_key: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a new ticket of this type, as they are stored.

    Raises:
        Invalid: an unknown field, or a value that its kind does not allow; one fault for each.
    """
    faults: list[FieldFault] = []
    values: dict[str, Any] = {}
    for key, value in given.items():
        field = rules.fields.get(key)
        if field is None or not is_of(rules, key, type_key):
            faults.append(FieldFault(f"fields.{key}", "unknown_field"))
        elif value is not None:
            try:
                values[key] = checked_value(field, value)
            except ValueError as why:
                faults.append(FieldFault(f"fields.{key}", str(why)))
    if faults:
        raise Invalid(faults=tuple(faults))
    return values


def checked_changes(rules: Rules, ticket: Ticket, wanted: Mapping[str, Any], opening: Opening) -> dict[str, Any]:
    """What a change of plain attributes (``title``, ``type``, ``category``, ``priority``) and custom fields
    (``fields.<key>``) comes to, as it is stored; what stays as it is is left out. Fields are those of the type that the
    ticket has afterwards: what it holds of others is emptied, what the new type requires is ``incomplete``. A field
    that was missing and is filled now is no longer ``incomplete``.

    Raises:
        Invalid: an unknown field, or a value that its kind does not allow.
        UnknownKey: a type, category or priority that the policy does not have, or has retired.
        TypeMismatch: the type does not open the category.
    """
    kind = _kind_after(rules, ticket, wanted)
    wanted = {**wanted, "type": kind.type} | ({"category": kind.category} if kind.category != ticket.category else {})
    faults: list[FieldFault] = []
    changed: dict[str, Any] = {}
    for name, given in wanted.items():
        try:
            value = _checked_change(rules, kind.type, name, given)
        except ValueError as why:
            faults.append(FieldFault(name, str(why)))
            continue
        if value != current(ticket, name):
            changed[name] = value
    if faults:
        raise Invalid(faults=tuple(faults))
    priority = changed.get("priority")
    if priority is not None and (priority not in rules.priorities or rules.priorities[priority].retired):
        raise UnknownKey(faults=(FieldFault("priority", "unknown_key", {"value": priority}),))
    return changed | _retyped(rules, ticket, changed, opening)


def _kind_after(rules: Rules, ticket: Ticket, wanted: Mapping[str, Any]) -> TypeAndCategory:
    """The type and the category that a change leaves; a category can be changed, and not emptied."""
    given = {name: wanted.get(name) for name in ("type", CATEGORY)}
    faults = [
        FieldFault(name, "required" if value in EMPTY else "not_a_text")
        for name, value in given.items()
        if name in wanted and (value in EMPTY or not isinstance(value, str))
    ]
    if faults:
        raise Invalid(faults=tuple(faults))
    given = {name: None if value == getattr(ticket, name) else value for name, value in given.items()}
    kept = TypeAndCategory(type=ticket.type, category=ticket.category)
    if given == {"type": None, CATEGORY: None}:
        return kept
    check_keys(rules, type_key=given["type"], category=given[CATEGORY])
    if wanted.get("type") is not None and wanted.get(CATEGORY) is not None:
        check_fit(rules, wanted["type"], wanted[CATEGORY])
    return kind_changed(rules, kept, type_key=given["type"], category=given[CATEGORY])


def _retyped(rules: Rules, ticket: Ticket, changed: Mapping[str, Any], opening: Opening) -> dict[str, Any]:
    """What else changes with ``changed``: fields that the new type does not have, and what is ``incomplete``."""
    type_key, found = changed.get("type", ticket.type), dict[str, Any]()
    if type_key != ticket.type:
        found = {f"fields.{key}": None for key in ticket.fields if not is_of(rules, key, type_key)}
    values = ticket.fields | {key.removeprefix("fields."): value for key, value in changed.items()}
    if type_key == ticket.type:
        missing = [key for key in ticket.incomplete if key != CATEGORY and values.get(key) in EMPTY]
    else:
        missing = unfilled(opening({**changed, **found}), values)
    is_asked = CATEGORY in ticket.incomplete or type_key != ticket.type
    missing += [CATEGORY] if is_asked and changed.get(CATEGORY, ticket.category) is None else []
    return found if missing == list(ticket.incomplete) else found | {"incomplete": missing}


def current(ticket: Ticket, name: str) -> Any:
    """What a change of ``name`` finds, as the log stores it."""
    if name.startswith("fields."):
        return ticket.fields.get(name.removeprefix("fields."))
    value = getattr(ticket, name)
    return list(value) if isinstance(value, tuple) else value


def _checked_change(rules: Rules, type_key: str, name: str, value: Any) -> Any:
    """``value`` as it is stored, of a ticket that has this type then. Raises ValueError with the code of the fault."""
    if name.startswith("fields."):
        key = name.removeprefix("fields.")
        field = rules.fields.get(key)
        if field is None or not is_of(rules, key, type_key):
            raise ValueError("unknown_field")
        return None if value is None else checked_value(field, value)
    if name not in PLAIN:
        raise ValueError("unknown_field")
    if not isinstance(value, str):
        raise ValueError("not_a_text")
    if name == "title":
        value = one_line(value, 200)
    if not value:
        raise ValueError("required")
    return value


def is_of(rules: Rules, key: str, type_key: str) -> bool:
    """Whether tickets of the type have the field, and it is in use."""
    field = rules.fields.get(key)
    return field is not None and not field.retired and belongs(field, type_key)
