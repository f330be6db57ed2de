"""Whom of the eligible a team's strategy chooses (spec 04, routing 3). Pure."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

import msgspec

from gongdan.domains.bundle.routing import Dispatch, Strategy, TeamDispatch
from gongdan.domains.routing.choice.eligibility import NOT_THERE, Agent, Step, steps
from gongdan.domains.routing.choice.rules import Placement
from gongdan.domains.routing.model import Considered

_NEVER = datetime.min.replace(tzinfo=UTC)


def dispatch_of(dispatch: Dispatch, team: str | None) -> TeamDispatch:
    """How a team hands out its work; one that the policy does not name: at once, by least load."""
    return next((one for one in dispatch.teams if one.team == team), TeamDispatch(team=team or "none"))


def choose(strategy: Strategy, considered: Sequence[Considered], agents: Mapping[int, Agent]) -> Considered | None:
    """The chosen one, or None: nobody is eligible, or the team claims its work from the pool.

    ``least_load`` takes the fewest open tickets, ``round_robin`` the longest without a new one; ties fall to whoever
    waited longest, then to the lower id, so that a replay decides the same.
    """
    eligible = [one for one in considered if one.removed_by is None]
    if not eligible or strategy == "claim":
        return None

    def waited(one: Considered) -> tuple[datetime, int]:
        return agents[one.person_id].last_assigned_at or _NEVER, one.person_id

    if strategy == "round_robin":
        return min(eligible, key=waited)
    return min(eligible, key=lambda one: (one.load, *waited(one)))


class Pick(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a chain came to."""

    considered: Sequence[Considered]
    """Everybody who was asked, step by step."""
    chosen: Considered | None
    step: Step
    """The step that found somebody, else the last one."""
    missed: tuple[int, ...] = ()
    """Whom the rule names and who are not there."""


def follow(
    asked: Placement,
    dispatch: Dispatch,
    team: str | None,
    agents: Mapping[int, Agent],
    candidates: Callable[[Step], Sequence[Considered]],
) -> Pick:
    """Ask the steps one after another; the first that has somebody eligible gives the ticket to one of them."""
    strategy = dispatch_of(dispatch, team).strategy
    seen: dict[int, Considered] = {}
    missed: tuple[int, ...] = ()
    step: Step = "team"
    for step in steps(asked, dispatch):
        found = candidates(step)
        seen = {one.person_id: one for one in found} | seen
        if step == "named":
            missed = tuple(one.person_id for one in found if one.removed_by in NOT_THERE)
        by = "least_load" if step != "team" and strategy == "claim" else strategy
        if (chosen := choose(by, found, agents)) is not None:
            return Pick(considered=[*seen.values()], chosen=chosen, step=step, missed=missed if step != "named" else ())
    return Pick(considered=[*seen.values()], chosen=None, step=step, missed=missed)
