"""Checking a bundle before it is live. Each domain registers its part in wiring; here stand the parts that no other
domain owns: keys, names, references between sections (spec 04, policy releases). Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal

import msgspec

from gongdan.domains.bundle import PolicyBundle
from gongdan.kernel.text import LOCALES

Severity = Literal["error", "warning"]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """Where, what (a code of the catalogue ``lint.<code>``), and with which values."""

    path: str
    code: str
    severity: Severity = "error"
    params: dict[str, Any] = {}


class Surroundings(msgspec.Struct, frozen=True, kw_only=True):
    """What a bundle meets: the rows that it names by key, and the time."""

    teams: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    skills: frozenset[str] = frozenset()
    departments: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    """Ids of the active members."""
    years: tuple[int, ...] = ()
    """Those in which tickets may be due: calendars should cover them."""


Lint = Callable[[PolicyBundle, Surroundings], Iterable[Finding]]

SECTIONS = (
    "types",
    "fields",
    "categories",
    "priorities",
    "workflows",
    "calendars",
    "sla",
    "ladders",
    "routing",
    "automations",
)


def check_keys(bundle: PolicyBundle, around: Surroundings) -> Iterator[Finding]:
    """Keys are unique in their section and every name exists in both languages."""
    for section in SECTIONS:
        entries = getattr(bundle, section)
        for key, count in Counter(entry.key for entry in entries).items():
            if count > 1:
                yield Finding(path=f"{section}.{key}", code="duplicate_key")
        for entry in entries:
            missing = [locale for locale in LOCALES if not entry.name.get(locale)]
            if missing:
                yield Finding(path=f"{section}.{entry.key}.name", code="name_missing", params={"locales": missing})
    for section in ("types", "priorities", "workflows"):
        if not any(not entry.retired for entry in getattr(bundle, section)):
            yield Finding(path=section, code="section_empty")


def check_references(bundle: PolicyBundle, around: Surroundings) -> Iterator[Finding]:
    """What one section says of another exists there; teams exist as rows."""
    workflows = {one.key for one in bundle.workflows}
    categories = {one.key: one.parent for one in bundle.categories}
    circles = _circles(categories)
    priorities = {one.key for one in bundle.priorities}
    for kind in bundle.types:
        path = f"types.{kind.key}"
        yield from _known(f"{path}.workflow", kind.workflow, workflows)
        yield from _known(f"{path}.default_priority", kind.default_priority, priorities)
        yield from _known(f"{path}.default_category", kind.default_category, categories)
        for root in kind.category_roots:
            yield from _known(f"{path}.category_roots", root, categories)
        yield from _known(f"{path}.default_team", kind.default_team, around.teams)
        yield from _known(f"{path}.department", kind.department, around.departments)
    for category in bundle.categories:
        yield from _known(f"categories.{category.key}.parent", category.parent, categories)
        yield from _known(f"categories.{category.key}.team", category.team, around.teams)
        yield from _known(f"categories.{category.key}.department", category.department, around.departments)
        if category.department is None and category.parent is None:
            yield Finding(path=f"categories.{category.key}.department", code="department_missing", severity="warning")
        if category.key in circles:
            yield Finding(path=f"categories.{category.key}.parent", code="tree_circles")


def check_workflows(bundle: PolicyBundle, around: Surroundings) -> Iterator[Finding]:
    """Every status can be reached, has an exit or is closed, and some path closes (spec 02, designer)."""
    for flow in bundle.workflows:
        path, statuses = f"workflows.{flow.key}", {status.key: status for status in flow.statuses}
        yield from _known(f"{path}.initial", flow.initial, statuses)
        yield from _known(f"{path}.reopen.to", flow.reopen.to, statuses)
        leaving: dict[str, set[str]] = {key: set() for key in statuses}
        for transition in flow.transitions:
            for end in (*transition.from_, transition.to):
                yield from _known(f"{path}.transitions.{transition.key}", end, statuses)
            for start in transition.from_:
                leaving.setdefault(start, set()).add(transition.to)
        reached = _reachable(flow.initial, leaving) | _reachable(flow.reopen.to, leaving)
        for key, status in statuses.items():
            if key not in reached:
                yield Finding(path=f"{path}.statuses.{key}", code="status_unreachable", severity="warning")
            if not leaving[key] and status.phase != "closed":
                yield Finding(path=f"{path}.statuses.{key}", code="status_without_exit")
        if not any(statuses[key].phase == "closed" for key in reached if key in statuses):
            yield Finding(path=path, code="nothing_closes")


def _known(path: str, key: str | None, known: Iterable[str]) -> Iterator[Finding]:
    if key is not None and key not in known:
        yield Finding(path=path, code="unknown_key", params={"key": key})


def _circles(parents: dict[str, str | None]) -> set[str]:
    """Keys from which one never comes to an end. Each is looked at once, however deep the chains are."""
    endless: set[str] = set()
    known: set[str] = set()
    for key in parents:
        chain: list[str] = []
        at: str | None = key
        while at is not None and at not in known:
            known.add(at)
            chain.append(at)
            at = parents.get(at)
        if at is not None and (at in endless or at in chain):
            endless.update(chain)
    return endless


def _reachable(start: str, leaving: dict[str, set[str]]) -> set[str]:
    seen, ahead = set(), [start]
    while ahead:
        key = ahead.pop()
        if key not in seen:
            seen.add(key)
            ahead.extend(leaving.get(key, ()))
    return seen
