"""What is wrong with workflows before they are published (spec 02, designer). Pure."""

from collections.abc import Iterator
from typing import Final, get_args

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.actions import MoveAction
from gongdan.domains.bundle.section import Finding, Section, Surroundings, unknown, unknown_receivers
from gongdan.domains.bundle.times.sla import Metric
from gongdan.domains.bundle.workflows import Status, Workflow

WHO: Final = frozenset({"requester", "creator", "assignee", "team", "lead", "staff", "system", "administrator"})


def lint(bundle: PolicyBundle, around: Surroundings) -> Iterator[Finding]:
    """Each flow leads somewhere, and names people and metrics that there are."""
    for flow in bundle.workflows:
        yield from _ways(flow)
        yield from _edges(flow)
        yield from _ends(flow)
        yield from _by_itself(flow)
        yield from _people(flow, around)
        yield from _approvals(flow, around)
        for status in flow.statuses:
            for metric in status.pauses or ():
                path = f"workflows.{flow.key}.statuses.{status.key}.pauses"
                yield from unknown(path, metric, get_args(Metric))


def _ways(flow: Workflow) -> Iterator[Finding]:
    """Every status can be reached, leads on or is closed, and from each there is a way to close. What is retired is
    gone."""
    path, statuses = f"workflows.{flow.key}", _standing(flow)
    leaving = _leaving(flow)
    reached = _reachable(flow.initial, leaving) | _reachable(flow.reopen.to, leaving)
    closed = {key for key, one in statuses.items() if one.phase == "closed"}
    if closed.isdisjoint(reached):
        yield Finding(path=path, code="nothing_closes")
    for key in statuses:
        where = f"{path}.statuses.{key}"
        if key not in reached:
            yield Finding(path=where, code="status_unreachable", severity="warning")
        if key not in closed and not leaving[key]:
            yield Finding(path=where, code="status_without_exit")
        elif key in reached and closed & reached and closed.isdisjoint(_reachable(key, leaving)):
            yield Finding(path=where, code="status_never_closes", severity="warning")


def _edges(flow: Workflow) -> Iterator[Finding]:
    """What leads somewhere leads from and to statuses in force, and somebody or something takes it."""
    path = f"workflows.{flow.key}"
    yield from _end(f"{path}.initial", flow.initial, flow)
    yield from _end(f"{path}.reopen.to", flow.reopen.to, flow)
    for transition in flow.transitions:
        if transition.retired:
            continue
        where = f"{path}.transitions.{transition.key}"
        for end in (*transition.from_, transition.to):
            yield from _end(where, end, flow)
        if not transition.from_:
            yield Finding(path=where, code="transition_from_nowhere")
        if transition.to in transition.from_:
            yield Finding(path=where, code="transition_to_itself", severity="warning", params={"key": transition.to})
        if not transition.who and transition.on is None:
            yield Finding(path=where, code="transition_by_nobody")


def _end(path: str, key: str, flow: Workflow) -> Iterator[Finding]:
    if any(one.key == key and one.retired for one in flow.statuses):
        yield Finding(path=path, code="status_retired", params={"key": key})
    else:
        yield from unknown(path, key, [one.key for one in flow.statuses])


def _by_itself(flow: Workflow) -> Iterator[Finding]:
    """A limit does something, and where it moves the ticket a transition is drawn that the system may take."""
    for key, status in _standing(flow).items():
        for limit in (one for one in status.limits if not one.retired):
            where = f"workflows.{flow.key}.statuses.{key}.limits.{limit.key}"
            if not limit.actions:
                yield Finding(path=where, code="limit_without_action")
            for n, action in enumerate(limit.actions):
                if isinstance(action, MoveAction) and not _leads(flow, key, action.status):
                    yield Finding(
                        path=f"{where}.actions.{n}",
                        code="limit_leads_nowhere",
                        severity="warning",
                        params={"key": action.status},
                    )


def _leads(flow: Workflow, start: str, end: str) -> bool:
    return any(
        start in one.from_ and one.to == end and "system" in one.who for one in flow.transitions if not one.retired
    )


def _ends(flow: Workflow) -> Iterator[Finding]:
    """A ticket neither begins closed nor is closed again by being reopened."""
    path, statuses = f"workflows.{flow.key}", _standing(flow)
    for where, key, code in (
        ("initial", flow.initial, "begins_closed"),
        ("reopen.to", flow.reopen.to, "reopens_closed"),
    ):
        if key in statuses and statuses[key].phase == "closed":
            yield Finding(path=f"{path}.{where}", code=code)


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


def _standing(flow: Workflow) -> dict[str, Status]:
    return {one.key: one for one in flow.statuses if not one.retired}


def _leaving(flow: Workflow) -> dict[str, set[str]]:
    """Where transitions lead from each status."""
    leaving: dict[str, set[str]] = {key: set() for key in _standing(flow)}
    for transition in flow.transitions:
        if not transition.retired:
            for start in transition.from_:
                leaving.setdefault(start, set()).add(transition.to)
    return leaving


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
