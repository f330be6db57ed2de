"""A release of the policy, compiled: all that a decision asks of configuration. It makes no query (spec 01).

Tickets does not know who decides or projects: wiring puts the functions of the domains here.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from gongdan.conditions.fields import Registry, Trees
from gongdan.conditions.grammar import Condition
from gongdan.domains.policy.bundle import PolicyBundle
from gongdan.domains.policy.bundle.categories import Category
from gongdan.domains.policy.bundle.fields import CustomField
from gongdan.domains.policy.bundle.ladders import Level
from gongdan.domains.policy.bundle.priorities import Priority
from gongdan.domains.policy.bundle.types import TicketType
from gongdan.domains.tickets.case import Case
from gongdan.domains.tickets.intents import Intent
from gongdan.domains.workflow.definition import CompiledWorkflow
from gongdan.kernel.events import Event, Logged


class Answer(msgspec.Struct, frozen=True):
    """What a decider wants done, and the piece of policy that wants it (shown as “rule X because of rule Y”)."""

    rule: str
    intent: Intent


Decider = Callable[["Rules", Case, Logged[Any], datetime], Iterable[Answer]]
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
    levels: Mapping[tuple[str, str], Level]
    """(ladder, level) → level."""
    current: Mapping[str, CompiledWorkflow]
    """Type → the workflow version that a new ticket of it gets."""
    workflows: dict[str, CompiledWorkflow]
    """By hash. Grows when a ticket with an older version is loaded: versions never change."""
    registry: Registry
    """The fields that conditions may name in this workspace."""
    trees: Trees
    holds: Callable[[Condition, Mapping[str, Any], datetime], bool]
    after: Callable[[str | None, datetime, int], datetime]
    """(calendar or None, start, seconds) → the instant at which so much of its time has passed."""
    promise: Callable[["Rules", Case, str, datetime], datetime | None]
    """(rules, ticket, metric, start) → when the ticket's target of this metric would be reached; None without one."""
    needs: frozenset[str] = frozenset()
    """Names of what its conditions ask for beside the ticket, and what is loaded only then."""
    deciders: tuple[Decider, ...] = ()
    watchers: tuple[Watcher, ...] = ()
    projectors: tuple[Projector, ...] = ()
    beside: Mapping[str, Any] = {}
    """What other domains compiled, by the domain's name."""


def workflow_of(case: Case, rules: Rules) -> CompiledWorkflow:
    """The version that this ticket runs on, whatever was published since."""
    return rules.workflows[case.live.workflow]
