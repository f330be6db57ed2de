"""Routing rules and how work is handed to agents (spec 04)."""

from typing import Literal

from gongdan.conditions.grammar import Condition
from gongdan.domains.policy.bundle.named import Named, Shape
from gongdan.kernel.text import Key

Strategy = Literal["claim", "round_robin", "least_load"]


class RoutingRule(Named, frozen=True, kw_only=True):
    """Ordered; the first whose condition matches decides. A rule that names people restricts the router's candidates,
    it does not bypass eligibility."""

    when: Condition
    team: Key | None = None
    roster: Key | None = None
    dedicated: bool = False
    """The customer's own agent."""
    skills: dict[Key, int] = {}
    """Required skill → least level."""


class LoadClass(Shape, frozen=True, kw_only=True):
    """A capacity by class: at most ``limit`` open tickets of these priorities for one agent."""

    key: Key
    priorities: tuple[Key, ...]
    limit: int


class TeamDispatch(Shape, frozen=True, kw_only=True):
    team: Key
    strategy: Strategy = "least_load"
    after_s: int = 0
    """0: at once. Otherwise by hand first, automatic after so many seconds (spec 04, teams)."""


class Dispatch(Shape, frozen=True, kw_only=True):
    classes: tuple[LoadClass, ...] = ()
    teams: tuple[TeamDispatch, ...] = ()
    """A team that is not named here is served by ``least_load``, at once."""
    fallback_team: Key | None = None
    order: Literal["due", "priority"] = "due"
