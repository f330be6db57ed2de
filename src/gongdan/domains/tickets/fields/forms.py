"""Who fills in which custom fields, and when: the forms of a release, compiled (spec 11.5). Pure.

Everybody meets the same forms: the desk, the API, operations over many tickets, imports and rules that of ``agent``,
customers on the portal that of ``portal``.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import msgspec

from gongdan.conditions.grammar import Condition
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.fields import CustomField, FilledBy, FormEntry, TicketTemplate, Whether
from gongdan.domains.bundle.workflows import ENDED
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.fields.kinds import EMPTY
from gongdan.kernel.errors import FieldFault

Holds = Callable[[Condition], bool]

STEPS: Final = ("open", "work", "resolve")
"""Those that every workflow has; others are statuses, by their keys."""


class FieldState(msgspec.Struct, frozen=True, kw_only=True):
    """What a form says of a field now."""

    key: str
    visible: bool
    required: bool
    read_only: bool


States = Mapping[str, FieldState]
"""By key, in the order of the form. A field that is in none is not on the form."""


class Forms:
    def __init__(self, bundle: PolicyBundle) -> None:
        in_use = [field for field in bundle.fields if not field.retired]
        self.fields_of: Final[Mapping[str, tuple[str, ...]]] = {
            kind.key: tuple(field.key for field in in_use if belongs(field, kind.key)) for kind in bundle.types
        }
        """Type → its fields in use."""
        self._plain: Final = {kind: {key: _offered(key) for key in keys} for kind, keys in self.fields_of.items()}
        self._forms: Final = dict(_placed(bundle))

    def form(self, filled_by: FilledBy, step: str, type_key: str) -> tuple[FormEntry, ...] | None:
        """What stands on the form of this very step; None without one."""
        return self._forms.get((filled_by, step, type_key))

    def at(self, filled_by: FilledBy, step: str, type_key: str, holds: Holds) -> States | None:
        """What the form of this very step says; None without one."""
        entries = self.form(filled_by, step, type_key)
        return None if entries is None else _states(entries, holds)

    def opening(self, filled_by: FilledBy, type_key: str, holds: Holds) -> States:
        """Without a form, agents are offered every field of the type, customers none."""
        entries = self.form(filled_by, "open", type_key)
        if entries is None:
            return self._plain[type_key] if filled_by == "agent" else {}
        return _states(entries, holds)

    def working(self, filled_by: FilledBy, ticket: Ticket, holds: Holds) -> States:
        """While the ticket stands where it stands. Of the form that it was opened with only what is visible still
        counts: that was to be filled in then."""
        for step in (ticket.status, *(["resolve"] if ticket.phase in ENDED else []), "work"):
            if (entries := self.form(filled_by, step, ticket.type)) is not None:
                return _states(entries, holds)
        return {
            key: _offered(key, visible=one.visible) for key, one in self.opening(filled_by, ticket.type, holds).items()
        }

    def moving(self, type_key: str, status: str, phase: str, holds: Holds) -> States:
        """What a move to a status asks for: of its own form, else of that for resolving."""
        own = self.form("agent", status, type_key)
        if own is None and phase == "resolved":
            own = self.form("agent", "resolve", type_key)
        return _states(own, holds) if own is not None else {}

    def is_settable(self, ticket: Ticket, key: str, holds: Holds) -> bool:
        """Whether a field may be filled in now: on the form of this step, or ahead of time on that of a later one."""
        here = self.working("agent", ticket, holds).get(key)
        if here is not None and here.visible:
            return True
        later = (entries for (by, step, kind), entries in self._forms.items() if _is_later(by, step, kind, ticket))
        return any(one.field == key and _is(one.visible, holds) for entries in later for one in entries)


def with_template(states: States, template: TicketTemplate | None, of_type: Iterable[str]) -> States:
    """The form with what a template asks for: those of its fields that the type has (``of_type``)."""
    if template is None:
        return states
    own, found = set(of_type), dict(states)
    for one in template.fields:
        if one.field in own:
            kept = found.get(one.field)
            is_needed = one.required or (kept is not None and kept.required)
            found[one.field] = FieldState(key=one.field, visible=True, required=is_needed, read_only=False)
    return found


def _offered(key: str, *, visible: bool = True) -> FieldState:
    return FieldState(key=key, visible=visible, required=False, read_only=False)


def belongs(field: CustomField, type_key: str) -> bool:
    return not field.types or type_key in field.types


def required_of(states: States) -> list[str]:
    return [key for key, one in states.items() if one.required]


def unfilled(states: States, values: Mapping[str, Any]) -> list[str]:
    """Required fields that are empty."""
    return [key for key in required_of(states) if values.get(key) in EMPTY]


def refused(states: States, given: Iterable[str]) -> Iterator[FieldFault]:
    """Faults of fields that the form does not let fill in."""
    for key in given:
        state = states.get(key)
        if state is None or not state.visible:
            yield FieldFault(f"fields.{key}", "field_hidden")
        elif state.read_only:
            yield FieldFault(f"fields.{key}", "field_read_only")


def _placed(bundle: PolicyBundle) -> Iterator[tuple[tuple[FilledBy, str, str], tuple[FormEntry, ...]]]:
    """(filled by, step, type) → entries. A form that names the type goes before one that names none."""
    fields = {field.key: field for field in bundle.fields if not field.retired}
    for form in sorted(bundle.forms, key=lambda one: bool(one.types)):
        for kind in () if form.retired else form.types or [one.key for one in bundle.types]:
            on_it = tuple(one for one in form.fields if one.field in fields and belongs(fields[one.field], kind))
            yield (form.filled_by, form.step, kind), on_it


def _states(entries: Sequence[FormEntry], holds: Holds) -> States:
    found: dict[str, FieldState] = {}
    for one in entries:
        visible = _is(one.visible, holds)
        required = visible and _is(one.required, holds)
        found[one.field] = FieldState(
            key=one.field, visible=visible, required=required, read_only=_is(one.read_only, holds)
        )
    return found


def _is(whether: Whether, holds: Holds) -> bool:
    return holds(whether) if isinstance(whether, Condition) else whether == "always"


def _is_later(filled_by: FilledBy, step: str, kind: str, ticket: Ticket) -> bool:
    return filled_by == "agent" and kind == ticket.type and step not in ("open", "work", ticket.status)
