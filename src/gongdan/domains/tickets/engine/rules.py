"""A release of the policy, compiled: all that a decision asks of configuration. It makes no query (spec 01).

Tickets does not know who decides or projects: wiring puts the functions of the domains here.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar, cast

import msgspec

from gongdan.conditions.evaluate import Values
from gongdan.conditions.fields import Trees
from gongdan.conditions.grammar import Condition
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.categories import Category
from gongdan.domains.bundle.fields import CustomField
from gongdan.domains.bundle.priorities import Priority
from gongdan.domains.bundle.times.ladders import Level
from gongdan.domains.bundle.types import TicketType
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.facet import Facet, Part
from gongdan.domains.tickets.engine.subject import Intent, Subjects
from gongdan.domains.tickets.fields.contribution import ReleaseFields
from gongdan.domains.tickets.fields.forms import Forms
from gongdan.domains.workflow.definition import CompiledWorkflow
from gongdan.kernel.events import Event, Logged

T = TypeVar("T")


class RuleIntent(msgspec.Struct, frozen=True):
    """What a decider wants done, and the piece of policy that wants it (shown as “rule X because of rule Y”)."""

    rule: str
    intent: Intent


Decider = Callable[["Rules", Case, Logged[Any], datetime], Iterable[RuleIntent]]
"""Answers one event of a ticket with further intents."""

Watcher = Callable[["Rules", Case | None, Case, Sequence[Logged[Any]], datetime], Iterable[Event]]
"""Events that time or the command's own events brought about and that are not among them yet, oldest first: (case
before, case now, the command's events so far, now). Asked before a command decides and whenever it has."""

Projector = Callable[["Rules", Case | None, Case, Sequence[Logged[Any]], datetime], Iterable[Any]]
"""Effects of a command's final events, once: (case before, case after, events, now)."""


class WorkspaceFacts(msgspec.Struct, frozen=True):
    """What the rules of a release take from the workspace itself."""

    id: int
    number_prefix: str
    zone: str
    locale: str


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    workspace_id: int
    number_prefix: str
    zone: str
    """Of the workspace."""
    locale: str
    release: int
    bundle: PolicyBundle
    types: Mapping[str, TicketType]
    categories: Mapping[str, Category]
    priorities: Mapping[str, Priority]
    fields: Mapping[str, CustomField]
    sensitive: frozenset[str]
    """Keys of those that are masked for whoever lacks the class."""
    forms: Forms
    """Who fills in which of them, and when."""
    levels: Mapping[tuple[str, str], Level]
    """(ladder, level) → level."""
    current: Mapping[str, CompiledWorkflow]
    """Type → the workflow version that a new ticket of it gets."""
    flows: Mapping[str, CompiledWorkflow]
    """Key of a workflow → its version in this release."""
    workflows: dict[str, CompiledWorkflow]
    """By hash. Grows when a ticket with an older version is loaded: versions never change."""
    subjects: Subjects
    """What can be true of a ticket and happen to it."""
    registry: ReleaseFields
    """The fields that conditions may name in this workspace."""
    trees: Trees
    holds: Callable[[Condition, Values, datetime], bool]
    after: Callable[[str | None, datetime, int], datetime]
    """(calendar or None, start, seconds) → the instant at which so much of its time has passed."""
    promise: Callable[["Rules", Case, str, datetime], datetime | None]
    """(rules, ticket, metric, start) → when the ticket's target of this metric would be reached; None without one."""
    needs: frozenset[Facet[Any]] = frozenset()
    """Facets that its conditions ask for, and that are loaded only then."""
    deciders: tuple[Decider, ...] = ()
    watchers: tuple[Watcher, ...] = ()
    projectors: tuple[Projector, ...] = ()
    parts: Mapping[Part[Any], Any] = {}
    """What other domains compiled. Read it as ``rules[PART]``."""

    def __getitem__(self, part: Part[T]) -> T:
        return cast(T, self.parts[part])


def workflow_of(case: Case, rules: Rules) -> CompiledWorkflow:
    """The version that this ticket runs on, whatever was published since."""
    return rules.workflows[case.live.workflow]
