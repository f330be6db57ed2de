"""What is wrong with the parts of a policy that speak of tickets, before it is published: conditions, and actions of
statuses, limits, ladders and automations (spec 04, policy releases). Pure."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, get_args

from gongdan.conditions.grammar import Condition, check
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle import actions as a
from gongdan.domains.bundle.automations import Automation
from gongdan.domains.bundle.routing import RoutingRule
from gongdan.domains.bundle.times.ladders import Ladder
from gongdan.domains.bundle.times.sla import Metric, SlaPolicy
from gongdan.domains.policy.public import Finding, Surroundings
from gongdan.domains.tickets.fields import vocabulary
from gongdan.domains.tickets.fields.custom import PLAIN
from gongdan.kernel.text import blank


def lint(kinds: Collection[str], bundle: PolicyBundle, around: Surroundings) -> Iterator[Finding]:
    """Conditions name fields, operators and values that there are; actions name what they act on. ``kinds``: the events
    that an automation may answer."""
    registry, triggers = vocabulary.registry(bundle), vocabulary.triggers(bundle)
    for path, condition in _conditions(bundle):
        known = triggers if path.startswith("automations.") else registry
        for fault in check(condition, known, at=path):
            yield Finding(path=fault.field, code=fault.code, params=fault.params)
    for automation in bundle.automations:
        for kind in automation.on:
            yield from _known(f"automations.{automation.key}.on", kind, kinds)
    calendars = {one.key for one in bundle.calendars}
    for flow in bundle.workflows:
        for transition in flow.transitions:
            for field in transition.requires:
                yield from _known(f"workflows.{flow.key}.transitions.{transition.key}.requires", field, registry)
        for status in flow.statuses:
            for limit in status.limits:
                path = f"workflows.{flow.key}.statuses.{status.key}.limits.{limit.key}.calendar"
                yield from _known(path, limit.calendar, calendars)
    yield from _people(bundle, around)
    for path, action, statuses in actions_of(bundle):
        yield from _action(path, action, statuses, bundle, around)


def _conditions(bundle: PolicyBundle) -> Iterator[tuple[str, Condition]]:
    for flow in bundle.workflows:
        for transition in flow.transitions:
            if transition.when is not None:
                yield f"workflows.{flow.key}.transitions.{transition.key}.when", transition.when
    sections: dict[str, Sequence[SlaPolicy | Ladder | RoutingRule | Automation]] = {
        "sla": bundle.sla,
        "ladders": bundle.ladders,
        "routing": bundle.routing,
        "automations": bundle.automations,
    }
    for section, entries in sections.items():
        for entry in entries:
            if entry.when is not None and not entry.retired:
                yield f"{section}.{entry.key}.when", entry.when


def actions_of(bundle: PolicyBundle) -> Iterator[tuple[str, a.Action, set[str]]]:
    """Every action, with where it stands and the statuses that it could move a ticket to."""
    anywhere: set[str] = set()
    for flow in bundle.workflows:
        statuses = {status.key for status in flow.statuses}
        anywhere |= statuses
        for status in flow.statuses:
            path = f"workflows.{flow.key}.statuses.{status.key}"
            yield from _listed(f"{path}.on_enter", status.on_enter, statuses)
            for limit in status.limits:
                yield from _listed(f"{path}.limits.{limit.key}.actions", limit.actions, statuses)
    for ladder in bundle.ladders:
        for level in () if ladder.retired else ladder.levels:
            yield from _listed(f"ladders.{ladder.key}.levels.{level.key}.actions", level.actions, anywhere)
    for automation in bundle.automations:
        if not automation.retired:
            yield from _listed(f"automations.{automation.key}.actions", automation.actions, anywhere)


def _listed(path: str, actions: Sequence[a.Action], statuses: set[str]) -> Iterator[tuple[str, a.Action, set[str]]]:
    return ((f"{path}.{n}", action, statuses) for n, action in enumerate(actions))


def _action(
    path: str, action: a.Action, statuses: set[str], bundle: PolicyBundle, around: Surroundings
) -> Iterator[Finding]:
    match action:
        case a.SetTeam(team=team):
            yield from _known(f"{path}.team", team, around.teams)
        case a.MoveTo(status=status):
            yield from _known(f"{path}.status", status, statuses)
        case a.Escalate(level=level):
            yield from _known(f"{path}.level", level, {one.key for ladder in bundle.ladders for one in ladder.levels})
        case a.SetField(field=field, value=value):
            yield from _known(f"{path}.field", field, {*PLAIN, *(f"fields.{one.key}" for one in bundle.fields)})
            yield from _set_value(f"{path}.value", field, value, bundle)
        case a.AddTags(tags=tags):
            if not tags or any(blank(tag) or len(tag) > MAX_TAG for tag in tags):
                yield Finding(path=f"{path}.tags", code="tags_unfit", params={"most": MAX_TAG})


def _set_value(path: str, field: str, value: Any, bundle: PolicyBundle) -> Iterator[Finding]:
    """A key that an action sets is one of those there are, and not retired."""
    sections: dict[str, Sequence[Any]] = {
        "priority": bundle.priorities,
        "type": bundle.types,
        "category": bundle.categories,
    }
    sections |= {f"fields.{one.key}": one.choices for one in bundle.fields if one.kind in ("choice", "set")}
    if field in sections:
        known = {one.key for one in sections[field] if not one.retired}
        for key in value if isinstance(value, list) else [value]:
            if key is not None and (not isinstance(key, str) or key not in known):
                yield Finding(path=path, code="unknown_key", params={"key": str(key)})


def _people(bundle: PolicyBundle, around: Surroundings) -> Iterator[Finding]:
    """Who may move, answers for a status or reopens is named by a word or a role that there is; metrics too."""
    for flow in bundle.workflows:
        path = f"workflows.{flow.key}"
        named = [(f"{path}.reopen.who", flow.reopen.who)]
        named += [(f"{path}.transitions.{one.key}.who", one.who) for one in flow.transitions]
        for status in flow.statuses:
            answerable = (status.responsible, *([status.also_responsible] if status.also_responsible else []))
            named.append((f"{path}.statuses.{status.key}.responsible", answerable))
            for metric in status.pauses or ():
                yield from _known(f"{path}.statuses.{status.key}.pauses", metric, get_args(Metric))
        for where, who in named:
            for one in who:
                kind, colon, key = one.partition(":")
                if (kind, bool(colon)) != ("role", True) and one not in WHO:
                    yield Finding(path=where, code="unknown_receiver", params={"key": one})
                elif colon:
                    yield from _known(where, key, around.roles)


WHO = frozenset({"requester", "creator", "assignee", "team", "lead", "staff", "system", "administrator"})
MAX_TAG = 50


def _known(path: str, key: str | None, known: Collection[str]) -> Iterator[Finding]:
    if key is not None and key not in known:
        yield Finding(path=path, code="unknown_key", params={"key": key})
