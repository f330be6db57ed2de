"""The fields that conditions may name under a release: what subjects contribute, and the workspace's custom fields
(spec 01, condition language). SQL is over ``t``, the ticket, and the joins that a field asks for.
"""

from collections.abc import Callable, Iterable
from typing import Any, Final

from gongdan.conditions.fields import BY, Field, Registry, Row, Trees, event_fields
from gongdan.conditions.grammar import Condition, fields_of
from gongdan.conditions.stored import from_json
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.fields import CustomField
from gongdan.domains.bundle.section import Section, below
from gongdan.domains.bundle.workflows import ENDED
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.subject import Subjects
from gongdan.domains.tickets.fields.contribution import ReleaseFields
from gongdan.domains.tickets.fields.kinds import kind_of
from gongdan.kernel.text import LOCALES, localised

IS_OPEN: Final = f"t.phase not in ({', '.join(repr(phase) for phase in ENDED)})"
"""As the partial indexes of open tickets say it."""


def vocabulary(subjects: Subjects, bundle: PolicyBundle) -> ReleaseFields:
    """Everything that a release lets conditions name. A draft may hold a key twice: the lints say so."""
    contributed = subjects.fields.values()
    last = {field.key: field for field in reversed(bundle.fields)}
    custom = [_custom(field) for field in reversed(last.values())]
    values = {field.key: _value_of(field) for field in custom}
    return ReleaseFields(contributed, values, [*(one.field(bundle) for one in contributed), *custom])


def triggers(known: ReleaseFields) -> Registry:
    """What automations may name: beside the ticket as an event left it, what the event changed, and who did it."""
    changing = [part for key in known.changing for part in event_fields(known[key])]
    return Registry([*known.fit_for("trigger"), BY, *changing])


def trees(bundle: PolicyBundle) -> Trees:
    return Trees({"category": {category.key: category.parent for category in bundle.categories}})


def named(sections: Iterable[Section], bundle: PolicyBundle) -> frozenset[str]:
    """The fields that the conditions of a release name."""
    conditions = (
        spot.value
        for section in sections
        for where, entry in section.entries(bundle)
        for path in section.conditions
        for spot in below(entry, path, where)
    )
    return frozenset(field for one in conditions if isinstance(one, Condition) for field in fields_of(one))


def _custom(field: CustomField) -> Field:
    """A custom field is filtered through its typed rows; one that is not filterable is known to decisions only."""
    key = f"fields.{field.key}"
    kind = kind_of(field)
    return Field(
        key=key,
        type=kind.type,
        of=kind.of,
        name={locale: localised(field.name, locale) for locale in LOCALES},
        sql=Row(key) if field.filterable else None,
        choices={choice.key: choice.name for choice in field.choices},
    )


def _value_of(field: Field) -> Callable[[Case], Any]:
    key = field.key.removeprefix("fields.")
    return lambda case: from_json(field, case.live.fields.get(key))
