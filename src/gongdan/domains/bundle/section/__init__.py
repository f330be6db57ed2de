"""What a *section* of the bundle is: its shape, which of its keys last, what it names elsewhere, and what can be wrong
with it (spec 11.6). The domain that owns a section declares it as data; wiring lists the declarations.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Literal

import msgspec

from gongdan.domains.bundle import PolicyBundle
from gongdan.kernel.text import Name

Severity = Literal["error", "warning"]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """Where, what (a code of the catalogue ``lint.<code>`` or ``faults.<code>``), and with which values."""

    path: str
    """Where in the bundle, such as ``sla.standard.targets.2``."""
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
    shifts: Mapping[str, tuple[Name, ...]] = {}
    """Calendar → the teams and active members whose shift its hours are."""
    years: tuple[int, ...] = ()
    """Those in which tickets may be due: calendars should cover them."""


Rows = Literal["teams", "roles", "skills", "departments", "people"]
"""The members of ``Surroundings`` that something may be named from."""

Lint = Callable[[PolicyBundle, Surroundings], Iterable[Finding]]


def nothing_wrong(bundle: PolicyBundle, around: Surroundings) -> Iterable[Finding]:
    return ()


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """One member of the bundle. Paths are relative to an entry and go through lists: ``statuses.limits.calendar``."""

    key: str
    shape: type[msgspec.Struct]
    """Of an entry; of the whole section where it is no list of entries."""
    keys: tuple[str, ...] = ()
    """Lists below an entry whose keys last like its own: they are retired, never taken away."""
    told_by: Mapping[str, str] = {}
    """List below an entry whose elements have no key → the member that tells them apart."""
    names: Mapping[str, str] = {}
    """Path → what its value names: another section by its key, or rows (``teams``, ``people`` …). Checked, and what an
    editor offers there."""
    asked_as: str = ""
    """The field of conditions and actions whose value is a key of it."""
    conditions: tuple[str, ...] = ()
    """Paths at which a condition stands."""
    actions: tuple[str, ...] = ()
    """Paths at which a list of actions stands."""
    owned_by: str = ""
    """The member that names the team whose own an entry is; what stands below another inherits it (``parent``). Empty:
    nobody's own."""
    is_needed: bool = False
    """Whether a policy without an entry in force would be useless."""
    lint: Lint = nothing_wrong
    """What else can be wrong with it."""

    @property
    def is_list(self) -> bool:
        return hasattr(self.shape, "key")

    def entries(self, bundle: PolicyBundle) -> Iterator[tuple[str, Any]]:
        """Its entries, each with where it stands; a section that is no list is its own entry."""
        found = getattr(bundle, self.key)
        if not self.is_list:
            yield self.key, found
            return
        for entry in found:
            yield f"{self.key}.{entry.key}", entry


class Spot(msgspec.Struct, frozen=True):
    where: str
    value: Any
    in_force: bool
    """Whether nothing that it stands in is retired."""


def below(entry: Any, path: str, where: str, in_force: bool = True) -> Iterator[Spot]:
    """What stands at ``path`` of an entry; once for each element of the lists on the way."""
    name, _, rest = path.partition(".")
    in_force = in_force and not getattr(entry, "retired", False)
    value, where = getattr(entry, name), f"{where}.{name}"
    if not rest:
        yield Spot(where, value, in_force)
    elif isinstance(value, Sequence):
        for n, one in enumerate(value):
            yield from below(one, rest, f"{where}.{getattr(one, 'key', n)}", in_force)
    elif value is not None:
        yield from below(value, rest, where, in_force)


def unknown(path: str, key: str | None, known: Iterable[str], *, severity: Severity = "error") -> Iterator[Finding]:
    """A finding unless ``key`` is among the ``known``, or names nothing."""
    if key is not None and key not in known:
        yield Finding(path=path, code="unknown_key", severity=severity, params={"key": key})


RECEIVERS: Final = frozenset({
    "assignee", "creator", "dispatcher", "lead", "superior", "department_head", "director", "executives", "requester",
    "rosters",
})  # fmt: skip
"""Receivers that are named by a word (spec 03)."""

_NAMED: Final[Mapping[str, Rows]] = {"role": "roles", "team": "teams", "roster": "teams", "person": "people"}
"""What else names a receiver, before a colon, and the rows that it is one of."""


def unknown_receivers(path: str, names: Sequence[str], around: Surroundings) -> Iterator[Finding]:
    """Findings unless there is at least one receiver, and each is somebody."""
    if not names:
        yield Finding(path=path, code="nobody_named")
    for name in names:
        kind, colon, key = name.partition(":")
        is_known = kind in _NAMED and key in getattr(around, _NAMED[kind]) if colon else kind in RECEIVERS
        if not is_known:
            yield Finding(path=path, code="unknown_receiver", params={"key": name})
