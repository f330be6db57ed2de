"""The fields that conditions may name under a release: what subjects contribute, and the workspace's custom fields
(spec 01, condition language). SQL is over ``t``, the ticket, and the joins that a field asks for.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Final
from zoneinfo import ZoneInfo

import msgspec

from gongdan.conditions.errors import ConditionInvalid
from gongdan.conditions.explain import explain
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
from gongdan.infra.catalogue import fill, say
from gongdan.kernel.text import LOCALES, Locale, Name, localised

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
    nodes = {"category": {category.key: category.parent for category in bundle.categories}}
    steps = {f"fields.{one.key}": {choice.key: choice.parent for choice in one.choices} for one in bundle.fields}
    return Trees(nodes | steps)


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
        tree=key if kind.type == "tree" else None,
        name={locale: localised(field.name, locale) for locale in LOCALES},
        sql=Row(key) if field.filterable else None,
        choices={choice.key: choice.name for choice in field.choices},
    )


def _value_of(field: Field) -> Callable[[Case], Any]:
    key = field.key.removeprefix("fields.")
    return lambda case: from_json(field, case.live.fields.get(key))


class RuleSpeech:
    """What the conditions and actions of two bundles say. ``names``: section or kind of rows → key → name. What only
    one of them knows is told as that one knows it, the later first."""

    def __init__(
        self,
        subjects: Subjects,
        before: PolicyBundle,
        after: PolicyBundle,
        names: Mapping[str, Mapping[str, Name]],
    ) -> None:
        self._subjects, self._bundles, self._names = subjects, (after, before), names

    def condition(self, condition: Condition, locale: Locale, /) -> str | None:
        """None: neither of the bundles has all that it names."""
        for known in self._known:
            try:
                return explain(condition, known, locale=locale, zone=self._zone, labels=self._labels)
            except ConditionInvalid:
                continue
        return None

    def action(self, action: Any, locale: Locale, /) -> str | None:
        """None: it is no action, or none of a kind that there is."""
        kind = self._subjects.actions.get(type(action))
        if kind is None:
            return None
        members = msgspec.structs.asdict(action)
        said = {name: self._said(name, value, members, locale) for name, value in members.items()}
        return fill(kind.sentence[locale], locale, said)

    def _said(self, name: str, value: Any, members: Mapping[str, Any], locale: Locale) -> str:
        """A member of an action; several with commas, as the sentence goes on."""
        if isinstance(value, Mapping):
            return localised(dict(value), locale)
        if isinstance(value, list | tuple):
            comma = say("changes.comma", locale) or ", "
            return comma.join(self._said(name, one, members, locale) for one in value)
        if isinstance(value, bool):
            return say("changes.yes" if value else "changes.no", locale) or str(value)
        field = next((known[key] for known in self._known if (key := str(members.get("field"))) in known), None)
        found: Name | None = None
        if name == "field" and field is not None:
            found = field.name
        elif name == "value" and field is not None:
            found = field.choices.get(value) or self._labels.get((field.member, value))
        elif name in self._places:
            found = self._places[name].get(str(value))
        elif name == "to":
            return self._receiver(str(value), locale)
        return str(value if value is not None else "") if found is None else localised(found, locale)

    def _receiver(self, word: str, locale: Locale) -> str:
        kind, colon, key = word.partition(":")
        rows = {"role": "roles", "team": "teams", "roster": "teams", "person": "people"}.get(kind, "")
        if colon and (name := self._names.get(rows, {}).get(key)):
            return localised(name, locale)
        return say(f"words.receivers.{word}", locale) or word

    @cached_property
    def _known(self) -> list[Mapping[str, Field]]:
        whole = [vocabulary(self._subjects, bundle) for bundle in self._bundles]
        return [{**one, **triggers(one)} for one in whole]

    @cached_property
    def _labels(self) -> dict[tuple[Any, Any], Name]:
        kinds = (("team", "teams"), ("tree", "categories"))
        found: dict[tuple[Any, Any], Name] = {
            (type_, key): name for type_, kind in kinds for key, name in self._names.get(kind, {}).items()
        }
        return found | {("person", int(key)): name for key, name in self._names.get("people", {}).items()}

    @cached_property
    def _places(self) -> Mapping[str, Mapping[str, Name]]:
        """Member of an action → what it may name."""
        return {
            "team": self._names.get("teams", {}),
            "status": dict(_below(self._bundles, "workflows", "statuses")),
            "level": dict(_below(self._bundles, "ladders", "levels")),
        }

    @property
    def _zone(self) -> ZoneInfo:
        """Of the first calendar, as the policy has it."""
        zones = (calendar.zone for bundle in self._bundles for calendar in bundle.calendars)
        return ZoneInfo(next(zones, "UTC"))


def _below(bundles: Iterable[PolicyBundle], section: str, member: str) -> Iterator[tuple[str, Name]]:
    """Keys and names of what stands below the entries of a section; the first bundle's come last, and count."""
    for bundle in reversed([*bundles]):
        for entry in getattr(bundle, section):
            yield from ((one.key, one.name) for one in getattr(entry, member))
