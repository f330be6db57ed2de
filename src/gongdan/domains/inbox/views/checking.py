"""What a view may name: what its reader may read, and what lists can be read by (spec 11.5). Pure."""

from collections.abc import Container, Iterator, Mapping
from datetime import UTC, datetime
from typing import Final

import msgspec

from gongdan.conditions.fields import Field
from gongdan.conditions.grammar import Condition, check, walk
from gongdan.conditions.known import Viewer, bind
from gongdan.domains.inbox.views.columns import column, fitting, sort
from gongdan.domains.inbox.views.view import View
from gongdan.domains.tickets.public import ReleaseFields
from gongdan.kernel.errors import FieldFault

_SOMEBODY: Final = Viewer(me=1, my_teams=("x",), now=datetime(2000, 1, 1, tzinfo=UTC))
"""A condition that leaves something to its reader is checked for one who has all of it."""
LONGEST: Final = 20_000
"""Bytes of a condition."""
GROUPING: Final = frozenset({"text", "key", "priority", "status", "person", "choice", "bool"})
"""The cells by which rows can stand together, and be coloured."""


def faults_of_condition(
    condition: Condition, registry: Mapping[str, Field], readable: Container[str]
) -> list[FieldFault]:
    """What keeps a condition from being a view for whoever may read these fields."""
    found = check(bind(condition, _SOMEBODY), registry, readable, at="condition")
    if found:
        return found
    names = dict.fromkeys(node.field for node in walk(condition) if node.field is not None)
    return [
        FieldFault("condition", "inbox.not_listed", {"key": key, "name": registry[key].name})
        for key in names
        if not is_listed(registry[key])
    ]


def faults(view: View, known: ReleaseFields, readable: Container[str]) -> list[FieldFault]:
    """What is wrong with a view that somebody wants to save."""
    if len(msgspec.json.encode(view.condition)) > LONGEST:
        return [FieldFault("condition", "inbox.condition_too_long", {"most": LONGEST})]
    return [*faults_of_condition(view.condition, known, readable), *_of_columns(view, known, readable)]


def is_listed(field: Field) -> bool:
    """Whether lists can be read by it."""
    return field.sql is not None


def _of_columns(view: View, known: ReleaseFields, readable: Container[str]) -> Iterator[FieldFault]:
    for number, key in enumerate(view.columns):
        if column(key, known, readable) is None:
            yield FieldFault(f"columns[{number}]", "inbox.no_such_column", {"key": key, "fits": fitting(known)})
    if sort(view.sort, known, readable) is None:
        yield FieldFault("sort", "inbox.gives_no_order", {"key": view.sort})
    for name, wanted in (("group", view.group), ("colours", view.colours)):
        found = column(wanted, known, readable) if wanted else None
        if wanted and (found is None or found.cell not in GROUPING):
            yield FieldFault(name, "inbox.does_not_group", {"key": wanted})
