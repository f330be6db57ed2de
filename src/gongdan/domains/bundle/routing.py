"""Routing rules and how work is handed to agents (spec 04)."""

from typing import Literal

from gongdan.conditions.grammar import Condition
from gongdan.domains.bundle.named import Named, Shape
from gongdan.kernel.text import Key

Strategy = Literal["claim", "round_robin", "least_load"]


Occasion = Literal["opened", "changed"]


class RoutingRule(Named, frozen=True, kw_only=True):
    """Ordered; the first whose condition matches decides. A rule that names people (person, roster, the customer's own
    agent) says who comes first and does not bypass eligibility: without them the team's lead follows, then its agents,
    then the cross-department group."""

    when: Condition
    team: Key | None = None
    roster: Key | None = None
    dedicated: bool = False
    """The customer's own agent."""
    person: int | None = None
    on: tuple[Occasion, ...] = ("opened",)
    """``changed``: also when a change of a ticket makes this rule the one that matches. Then the people whom it names
    are told and watch; who works on the ticket keeps it."""
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
    cross_team: Key | None = None
    """Who takes what a rule meant for people of whom nobody is there, nor anybody of the team."""
    calendar: Key | None = None
    """Whose hours say when somebody who is away is back; None: the first calendar of the policy."""
    fallback_type: Key | None = None
    """Of a message that says nothing of its subject; None: the first type of the fallback team."""
    order: Literal["due", "priority"] = "due"
