"""The forms of the portal: which types and fields a customer is offered, and what may come back. Pure."""

from gongdan.domains.bundle.fields import CustomField
from gongdan.domains.bundle.types import TicketType
from gongdan.domains.portal.shapes import FormField, FormType, SendForm
from gongdan.domains.tickets.public import Rules
from gongdan.kernel.errors import FieldFault, Invalid


def offered(rules: Rules) -> list[FormType]:
    """The types that customers may choose, each with its fields."""
    return [
        FormType(key=kind.key, name=kind.name, fields=[_field(field) for field in _fields(rules, kind.key)])
        for kind in rules.types.values()
        if _is_offered(kind)
    ]


def check(rules: Rules, form: SendForm) -> None:
    """Refuse what no form offers, and a form that lacks what it asks for. Without a type triage chooses one; then its
    fields were never shown, so none of them is asked for.

    Raises:
        Invalid: one fault for each.
    """
    kind = rules.types.get(form.type or "")
    if form.type is not None and (kind is None or not _is_offered(kind)):
        raise Invalid(faults=(FieldFault("type", "unknown_key", {"value": form.type}),))
    shown = {field.key: field for field in _fields(rules, form.type)}
    faults = [FieldFault(f"fields.{key}", "unknown_field") for key in form.fields if key not in shown]
    if form.type is not None:
        faults += [
            FieldFault(f"fields.{key}", "required")
            for key, field in shown.items()
            if field.required and form.fields.get(key) in (None, "", [])
        ]
    if faults:
        raise Invalid(faults=tuple(faults))


def _is_offered(kind: TicketType) -> bool:
    return kind.on_portal and not kind.retired


def _fields(rules: Rules, type_key: str | None) -> list[CustomField]:
    """Of a type; of any without one."""
    return [
        field
        for field in rules.fields.values()
        if field.on_portal and not field.retired and (type_key is None or not field.types or type_key in field.types)
    ]


def _field(field: CustomField) -> FormField:
    return FormField(
        key=field.key,
        name=field.name,
        kind=field.kind,
        required=field.required,
        help=field.help,
        choices=[{"key": choice.key, "name": choice.name} for choice in field.choices if not choice.retired],
    )
