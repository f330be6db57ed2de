"""The forms of the portal: which types and fields a customer is offered. Pure."""

from typing import Any

from gongdan.domains.bundle.fields import Choice
from gongdan.domains.bundle.types import TicketType
from gongdan.domains.portal.shapes import FormField, FormType
from gongdan.domains.tickets.public import Rules
from gongdan.kernel.errors import FieldFault, Invalid


def offered(rules: Rules) -> list[FormType]:
    """The types that customers may choose, each with the fields that its form can show."""
    return [_type(rules, kind) for kind in rules.types.values() if _is_offered(kind)]


def check_type(rules: Rules, type_key: str | None) -> None:
    """Refuse a type that no form offers. Without one triage chooses it.

    Raises:
        Invalid.
    """
    kind = rules.types.get(type_key or "")
    if type_key is not None and (kind is None or not _is_offered(kind)):
        raise Invalid(faults=(FieldFault("type", "unknown_key", {"value": type_key}),))


def _is_offered(kind: TicketType) -> bool:
    return kind.on_portal and not kind.retired


def _type(rules: Rules, kind: TicketType) -> FormType:
    """``asks``: whether what is on the form depends on what is filled in."""
    entries = rules.forms.form("portal", "open", kind.key) or ()
    whether = [each for one in entries for each in (one.visible, one.required, one.read_only)]
    can_show = [one for one in entries if one.visible != "never"]
    return FormType(
        key=kind.key,
        name=kind.name,
        fields=[_field(rules, one.field, is_required=one.required == "always") for one in can_show],
        asks=any(not isinstance(each, str) for each in whether),
    )


def _field(rules: Rules, key: str, *, is_required: bool) -> FormField:
    field = rules.fields[key]
    return FormField(
        key=field.key,
        name=field.name,
        kind=field.kind,
        required=is_required,
        help=field.help,
        choices=[_choice(choice) for choice in field.choices if not choice.retired],
    )


def _choice(choice: Choice) -> dict[str, Any]:
    """``parent``: of a cascade, what it stands below."""
    return {"key": choice.key, "name": choice.name} | ({"parent": choice.parent} if choice.parent else {})
