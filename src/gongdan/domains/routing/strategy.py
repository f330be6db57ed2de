"""Whom of the eligible a team's strategy chooses (spec 04, routing 3). Pure."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from gongdan.domains.policy.bundle.routing import Dispatch, Strategy, TeamDispatch
from gongdan.domains.routing.eligibility import Agent
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
