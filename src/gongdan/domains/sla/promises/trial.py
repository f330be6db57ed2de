"""When a ticket that is opened at an instant would be due, if nothing ever rests: a trial of the policy. Pure."""

from collections.abc import Iterator
from datetime import datetime

import msgspec

from gongdan.domains.bundle.times.sla import Metric
from gongdan.domains.sla.calendar import floor
from gongdan.domains.sla.clocks import Aim, Goal
from gongdan.domains.sla.promises.past import SLA
from gongdan.domains.tickets.public import Case, Rules, values
from gongdan.kernel.text import Key


class Trial(msgspec.Struct, frozen=True, kw_only=True):
    metric: Metric
    goal: Goal
    due_at: datetime | None
    """None: the hours that count never open again."""
    warns_at: tuple[datetime, ...]
    is_provisional: bool


def policy_for(rules: Rules, case: Case, at: datetime) -> Key | None:
    """The SLA policy of a ticket that is opened at an instant."""
    seen = values(case, rules.registry)
    return rules[SLA].match(lambda condition: rules.holds(condition, seen, at))


def tried(rules: Rules, case: Case, at: datetime) -> Iterator[Trial]:
    """What begins with the ticket: the first response, the solution, and what its first status may take."""
    ticket, start = case.live, floor(at)
    goals = rules[SLA].goals(policy_for(rules, case, at), ticket.priority, None)
    begins: dict[str, Metric] = {
        "first_response": "first_response",
        "resolution": "resolution",
        f"status:{ticket.status}": "stage",
    }
    for subject, metric in begins.items():
        if aim := goals.aims.get(subject):
            yield _tried(metric, aim, start)


def _tried(metric: Metric, aim: Aim, start: datetime) -> Trial:
    allowance = aim.allowance(start)
    due_at = None if allowance is None else aim.after(start, allowance)
    if allowance is None or due_at is None:
        return Trial(metric=metric, goal=aim.goal, due_at=None, warns_at=(), is_provisional=False)
    thresholds = [(point, aim.threshold(point, allowance)) for point in aim.goal.warnings]
    warnings = (
        max(aim.before(due_at, -point), start) if threshold is None else aim.after(start, threshold)
        for point, threshold in thresholds
    )
    return Trial(
        metric=metric,
        goal=aim.goal,
        due_at=due_at,
        warns_at=tuple(sorted({at for at in warnings if at is not None})),
        is_provisional=aim.is_provisional(due_at),
    )
