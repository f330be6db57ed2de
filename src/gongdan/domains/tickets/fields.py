"""Custom fields: what a value must be, and what is missing (spec 02). Pure."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from gongdan.domains.policy.bundle.fields import CustomField
from gongdan.domains.tickets.errors import UnknownKey
from gongdan.domains.tickets.model import Ticket
from gongdan.domains.tickets.rules import Rules
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.ids import MAX_ID
from gongdan.kernel.text import one_line

LONGEST = 10_000
PLAIN = ("title", "type", "category", "priority")
"""The attributes that a change may name beside custom fields."""
_PHONE = re.compile(r"\+?[0-9][0-9 ()-]{2,30}")
_MAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,189}")
_URL = re.compile(r"https?://[^\s]{1,2000}")


def checked_fields(rules: Rules, type_key: str, given: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """The fields of a new ticket of this type, and the keys of required ones that are missing.

    Raises:
        Invalid: an unknown field, or a value that its kind does not allow; one fault for each.
    """
    faults: list[FieldFault] = []
    values: dict[str, Any] = {}
    for key, value in given.items():
        field = rules.fields.get(key)
        if field is None or field.retired or not belongs(field, type_key):
            faults.append(FieldFault(f"fields.{key}", "unknown_field"))
        elif value is not None:
            try:
                values[key] = checked_value(field, value)
            except ValueError as why:
                faults.append(FieldFault(f"fields.{key}", str(why)))
    if faults:
        raise Invalid(faults=tuple(faults))
    required = [f.key for f in rules.fields.values() if f.required and not f.retired and belongs(f, type_key)]
    return values, [key for key in required if values.get(key) in (None, "", [])]


def checked_changes(rules: Rules, ticket: Ticket, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """What a change of plain attributes (``title``, ``type``, ``category``, ``priority``) and custom fields
    (``fields.<key>``) comes to, as it is stored; what stays as it is is left out. A field that was missing and is
    filled now is no longer ``incomplete``.

    Raises:
        Invalid: an unknown field, or a value that its kind does not allow.
        UnknownKey: a type, category or priority that the policy does not have, or has retired.
    """
    faults: list[FieldFault] = []
    unknown: list[FieldFault] = []
    changed: dict[str, Any] = {}
    for name, given in wanted.items():
        try:
            value = _checked_change(rules, ticket, name, given)
        except ValueError as why:
            faults.append(FieldFault(name, str(why)))
            continue
        if value == current(ticket, name):
            continue
        known: Mapping[str, Any] = {"type": rules.types, "category": rules.categories, "priority": rules.priorities}
        if name in known and value is not None and (value not in known[name] or known[name][value].retired):
            unknown.append(FieldFault(name, "unknown_key", {"value": value}))
        changed[name] = value
    if faults:
        raise Invalid(faults=tuple(faults))
    if unknown:
        raise UnknownKey(faults=tuple(unknown))
    missing = [key for key in ticket.incomplete if changed.get(f"fields.{key}") in (None, "", [])]
    return changed if len(missing) == len(ticket.incomplete) else changed | {"incomplete": missing}


def current(ticket: Ticket, name: str) -> Any:
    """What a change of ``name`` finds, as the log stores it."""
    if name.startswith("fields."):
        return ticket.fields.get(name.removeprefix("fields."))
    value = getattr(ticket, name)
    return list(value) if isinstance(value, tuple) else value


def _checked_change(rules: Rules, ticket: Ticket, name: str, value: Any) -> Any:
    """``value`` as it is stored. Raises ValueError with the code of the fault."""
    if name.startswith("fields."):
        field = rules.fields.get(name.removeprefix("fields."))
        if field is None or not belongs(field, ticket.type):
            raise ValueError("unknown_field")
        return None if value is None else checked_value(field, value)
    if name not in PLAIN:
        raise ValueError("unknown_field")
    if value is None and name == "category":
        return None
    if not isinstance(value, str):
        raise ValueError("not_a_text")
    if name == "title":
        value = one_line(value, 200)
    if not value:
        raise ValueError("required")
    return value


def belongs(field: CustomField, type_key: str) -> bool:
    return not field.types or type_key in field.types


def checked_value(field: CustomField, value: Any) -> Any:
    """``value`` as the field stores it. Raises ValueError with the code of the fault."""
    match field.kind:
        case "text" | "long_text" | "phone" | "mail" | "url":
            return _text(field, value)
        case "number" | "money":
            if isinstance(value, bool) or not isinstance(value, int) or abs(value) > MAX_ID:
                raise ValueError("not_a_number")
            return value
        case "bool":
            if not isinstance(value, bool):
                raise ValueError("not_a_bool")
            return value
        case "date" | "instant":
            return _moment(field.kind, value)
        case "choice":
            if not isinstance(value, str) or value not in {
                choice.key for choice in field.choices if not choice.retired
            }:
                raise ValueError("unknown_choice")
            return value
        case "set":
            known = {choice.key for choice in field.choices if not choice.retired}
            if not isinstance(value, list) or any(not isinstance(one, str) or one not in known for one in value):
                raise ValueError("unknown_choice")
            return sorted(set(value))


def _text(field: CustomField, value: Any) -> str:
    if not isinstance(value, str) or len(value) > LONGEST:
        raise ValueError("not_a_text")
    text = value if field.kind == "long_text" else one_line(value, LONGEST)
    shape = {"phone": _PHONE, "mail": _MAIL, "url": _URL}.get(field.kind)
    if text and shape and not shape.fullmatch(text):
        raise ValueError(f"not_a_{field.kind}")
    return text


def _moment(kind: str, value: Any) -> str:
    try:
        if kind == "date":
            return date.fromisoformat(value).isoformat()
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError(f"not_a_{kind}") from None
    if moment.tzinfo is None:
        raise ValueError("not_an_instant")
    return moment.isoformat()
