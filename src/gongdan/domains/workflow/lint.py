"""What is wrong with workflows before they are published (spec 02, designer). Pure."""

from collections.abc import Iterator
from typing import Final, get_args

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.section import Finding, Section, Surroundings, unknown, unknown_receivers
from gongdan.domains.bundle.times.sla import Metric
from gongdan.domains.bundle.workflows import Workflow

WHO: Final = frozenset({"requester", "creator", "assignee", "team", "lead", "staff", "system", "administrator"})


def lint(bundle: PolicyBundle, around: Surroundings) -> Iterator[Finding]:
    """Each flow leads somewhere, and names people and metrics that there are."""
    for flow in bundle.workflows:
        yield from _ways(flow)
        yield from _people(flow, around)
        yield from _approvals(flow, around)
        for status in flow.statuses:
            for metric in status.pauses or ():
                path = f"workflows.{flow.key}.statuses.{status.key}.pauses"
                yield from unknown(path, metric, get_args(Metric))


def _ways(flow: Workflow) -> Iterator[Finding]:
    """Every status can be reached, has an exit or is closed, and some path closes. What is retired is gone."""
    path, statuses = f"workflows.{flow.key}", {one.key: one for one in flow.statuses if not one.retired}
    yield from unknown(f"{path}.initial", flow.initial, statuses)
    yield from unknown(f"{path}.reopen.to", flow.reopen.to, statuses)
    leaving: dict[str, set[str]] = {key: set() for key in statuses}
    for transition in flow.transitions:
        if transition.retired:
            continue
        for end in (*transition.from_, transition.to):
            yield from unknown(f"{path}.transitions.{transition.key}", end, statuses)
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


def _people(flow: Workflow, around: Surroundings) -> Iterator[Finding]:
    """Who may move, answers for a status or reopens is named by a word or a role that there is."""
    path = f"workflows.{flow.key}"
    named = [(f"{path}.reopen.who", flow.reopen.who)]
    named += [(f"{path}.transitions.{one.key}.who", one.who) for one in flow.transitions]
    for status in flow.statuses:
        answerable = (status.responsible, *([status.also_responsible] if status.also_responsible else []))
        named.append((f"{path}.statuses.{status.key}.responsible", answerable))
    for where, who in named:
        for one in who:
            kind, colon, key = one.partition(":")
            if (kind, bool(colon)) != ("role", True) and one not in WHO:
                yield Finding(path=where, code="unknown_receiver", params={"key": one})
            elif colon:
                yield from unknown(where, key, around.roles)


def _approvals(flow: Workflow, around: Surroundings) -> Iterator[Finding]:
    """Each step asks somebody of the staff, and a transition that goes by itself waits for nobody."""
    for transition in flow.transitions:
        path = f"workflows.{flow.key}.transitions.{transition.key}"
        steps = [one for one in transition.approval if not one.retired]
        if steps and transition.on is not None and not transition.retired:
            yield Finding(path=f"{path}.approval", code="approval_by_itself", severity="warning")
        for step in steps:
            where = f"{path}.approval.{step.key}"
            yield from unknown_receivers(f"{where}.by", step.by, around)
            if step.cc:
                yield from unknown_receivers(f"{where}.cc", step.cc, around)
            for name in (*step.by, *step.cc):
                if name == "requester":
                    yield Finding(path=where, code="approver_outside", params={"key": name})


def _reachable(start: str, leaving: dict[str, set[str]]) -> set[str]:
    seen, ahead = set(), [start]
    while ahead:
        key = ahead.pop()
        if key not in seen:
            seen.add(key)
            ahead.extend(leaving.get(key, ()))
    return seen


WORKFLOWS = Section(
    key="workflows",
    shape=Workflow,
    keys=("statuses", "statuses.limits", "transitions", "transitions.approval"),
    names={"statuses.limits.calendar": "calendars"},
    conditions=("transitions.when", "transitions.approval.when"),
    actions=("statuses.on_enter", "statuses.limits.actions"),
    is_needed=True,
    lint=lint,
)
