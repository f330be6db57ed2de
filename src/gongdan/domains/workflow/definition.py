"""A workflow, compiled: its statuses by key, its transitions by where they lead, its content hash. Pure (spec 02)."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from gongdan.conditions.grammar import Condition
from gongdan.domains.bundle.workflows import ApprovalStep, Occasion, Phase, Status, StatusLimit, Transition, Workflow
from gongdan.domains.workflow.errors import FieldsMissing, TransitionRefused
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.text import Key

Entry = TypeVar("Entry", ApprovalStep, StatusLimit, Transition)

Holds = Callable[[Condition], bool]
"""Whether a condition holds for the ticket at hand."""

LIKE_PHASES: Mapping[Phase, tuple[Phase, ...]] = {
    "new": (),
    "open": (),
    "waiting_customer": ("waiting_internal", "open"),
    "waiting_internal": ("waiting_customer", "open"),
    "review": ("open",),
    "resolved": ("review", "open"),
    "closed": ("resolved",),
}
"""Phases that stand in for one that a workflow does not have, the likest first."""


class CompiledWorkflow(msgspec.Struct, frozen=True):
    hash: str
    key: str
    body: Workflow
    statuses: Mapping[str, Status]

    def first_in(self, phase: Phase) -> Status | None:
        """The first status of a phase, in the order of the definition."""
        statuses = (one for one in self.body.statuses if not one.retired)
        return next((status for status in statuses if status.phase == phase), None)

    def moves(self, current: str, relations: frozenset[str], holds: Holds) -> list[Transition]:
        """The transitions that somebody who stands in ``relations`` to the ticket may take from ``current``.
        Administrators may take every one that closes (spec 02: who closes)."""
        return [
            transition
            for transition in self.body.transitions
            if current in transition.from_
            and not relations.isdisjoint(self._takers(transition))
            and (transition.when is None or holds(transition.when))
        ]

    def counterpart(self, status: Key, phase: Phase) -> Status:
        """Where a ticket stands in this workflow that stood in ``status`` of another: in the status of that key, else
        in the first of that phase, else of the phases most like it, else at the beginning."""
        if status in self.statuses and not self.statuses[status].retired:
            return self.statuses[status]
        alike = (self.first_in(one) for one in (phase, *LIKE_PHASES[phase]))
        return next((one for one in alike if one is not None), self.statuses[self.body.initial])

    def is_work(self, status: Key) -> bool:
        """Whether somebody works on a ticket in this status: it is open, and acceptance leads there where the workflow
        draws an acceptance."""
        accepted = {one.to for one in self.body.transitions if one.on == "accepted"}
        found = self.statuses.get(status)
        return found is not None and found.phase == "open" and (not accepted or status in accepted)

    def is_closed(self, status: Key) -> bool:
        found = self.statuses.get(status)
        return found is not None and found.phase == "closed"

    def _takers(self, transition: Transition) -> tuple[str, ...]:
        return (*transition.who, "administrator") if self.is_closed(transition.to) else transition.who

    def occasioned(self, current: str, occasion: Occasion, holds: Holds) -> Transition | None:
        """The transition that ``occasion`` takes by itself from ``current``, if any."""
        for transition in self.body.transitions:
            if transition.on != occasion or current not in transition.from_:
                continue
            if transition.when is None or holds(transition.when):
                return transition
        return None

    def take(self, current: str, wanted: str, relations: frozenset[str], holds: Holds) -> Transition:
        """The transition from ``current`` to ``wanted``.

        Raises:
            Invalid: the workflow has no such status.
            TransitionRefused: none leads there for this actor, or its condition does not hold.
        """
        allowed = self.moves(current, relations, holds)
        found = next((t for t in allowed if t.to == wanted), None)
        if found is None:
            if wanted not in self.statuses:
                raise Invalid(faults=(FieldFault("to", "unknown_status"),))
            keys = sorted({t.to for t in allowed})
            names = [self.statuses[key].name for key in keys]
            raise TransitionRefused(current=current, wanted=wanted, allowed=keys, allowed_names=names)
        return found


def check_filled(transition: Transition, values: Mapping[str, Any], *, empty: Sequence[str] = ()) -> None:
    """What a transition requires binds everyone, on every path (spec 02). ``empty``: what else is asked for there, and
    missing.

    Raises:
        FieldsMissing: fields that it requires are empty.
    """
    missing = [field for field in transition.requires if values.get(field) in (None, "", (), [])]
    missing += [field for field in empty if field not in missing]
    if missing:
        faults = tuple(FieldFault(field, "required") for field in missing)
        raise FieldsMissing(faults=faults, fields=missing, wanted=transition.to)


def content_hash(written: Any) -> str:
    """Of a definition as it is stored; equal definitions have equal hashes, whatever release holds them."""
    return hashlib.sha256(msgspec.json.encode(written, order="sorted")).hexdigest()[:32]


def compile_workflow(body: Workflow, hash: str | None = None) -> CompiledWorkflow:
    """Compile a definition. Retired transitions, limits and steps of approval are left out; retired statuses keep their
    names. ``hash``: that of the stored one, where this process may know less than what is written there."""
    digest = hash or content_hash(msgspec.to_builtins(body))
    statuses = tuple(replace(one, limits=_in_force(one.limits)) for one in body.statuses)
    drawn = tuple(replace(one, approval=_in_force(one.approval)) for one in _in_force(body.transitions))
    body = replace(body, statuses=statuses, transitions=drawn)
    return CompiledWorkflow(digest, body.key, body, {status.key: status for status in body.statuses})


def _in_force(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(one for one in entries if not one.retired)
