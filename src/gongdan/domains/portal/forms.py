"""The forms of the portal: which types and fields a customer is offered. Pure."""

from typing import Any

from gongdan.domains.bundle.fields import Choice, TicketTemplate
from gongdan.domains.bundle.types import TicketType
from gongdan.domains.portal.shapes import FormField, FormTemplate, FormType
from gongdan.domains.tickets.public import Rules
from gongdan.kernel.errors import FieldFault, Invalid


def offered(rules: Rules) -> list[FormType]:
    """The types that customers may choose, each with the fields that its form can show."""
    return [_type(rules, kind) for kind in rules.types.values() if _is_offered(kind)]


def templates(rules: Rules) -> list[FormTemplate]:
    """The templates that customers may choose, of types that they may choose."""
    offered_to_them = (one for one in rules.bundle.templates if "portal" in one.offered_to and not one.retired)
    return [_template(rules, one) for one in offered_to_them if _is_offered(rules.types[one.type])]


def _template(rules: Rules, template: TicketTemplate) -> FormTemplate:
    own = set(rules.forms.fields_of[template.type])
    asked = [one for one in template.fields if one.field in own and not rules.fields[one.field].sensitive]
    return FormTemplate(
        key=template.key,
        name=template.name,
        type=template.type,
        title=template.title,
        text=template.text,
        note=template.note,
        values={one.field: one.value for one in asked if one.value is not None},
        fields=[_field(rules, one.field, is_required=one.required) for one in asked],
    )


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
