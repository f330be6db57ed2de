"""The decision of one command (spec 01, write path 3): a queue of intents, each folded; deciders answer events with
further intents until the queue is empty; projectors then turn the final events into effects, once. Pure."""

from collections import deque
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec

from gongdan.domains.tickets import events as e
from gongdan.domains.tickets.case import Case
from gongdan.domains.tickets.decide import Context, decide
from gongdan.domains.tickets.intents import Intent
from gongdan.domains.tickets.rules import Rules
from gongdan.kernel.errors import Refusal
from gongdan.kernel.events import Actor, Event, Logged
from gongdan.kernel.ids import Ids

MAX_DEPTH = 10


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    ticket_id: int
    before: Case | None
    """None when the command opened the ticket."""
    after: Case
    events: Sequence[Logged[Any]]
    effects: Sequence[Any]


class _Step(msgspec.Struct, frozen=True):
    intent: Intent
    actor: Actor
    relations: frozenset[str]
    cause: int | None
    depth: int


SYSTEM = frozenset({"system"})


def settle(
    case: Case,
    wanted: Iterable[Intent],
    *,
    ticket_id: int,
    rules: Rules,
    actor: Actor,
    relations: frozenset[str],
    command_id: int,
    now: datetime,
    ids: Ids,
) -> Decision:
    """Decide ``wanted`` in order, and all that follows from it.

    A refusal of what was asked is raised; a refusal of what a rule wanted is recorded (``automation.refused``) and
    never fails the command. Each rule acts once per chain, chains are at most ``MAX_DEPTH`` deep.
    """
    before = case if case.ticket is not None else None
    now = max(now, before.live.updated_at) if before else now
    events: list[Logged[Any]] = []
    spoken: set[tuple[str, int]] = set()
    queue = deque(_Step(intent, actor, relations, None, 0) for intent in wanted)

    def record(event: Event, by: Actor, cause: int | None, depth: int) -> None:
        nonlocal case
        logged = Logged(
            workspace_id=rules.workspace_id,
            stream="ticket",
            stream_id=ticket_id,
            seq=(case.ticket.version if case.ticket else 0) + 1,
            id=ids.next(),
            actor=by,
            command_id=command_id,
            cause=cause,
            depth=depth,
            release=rules.release,
            at=now,
            event=event,
        )
        case = case.after(logged)
        events.append(logged)
        if depth < MAX_DEPTH:
            for decider in rules.deciders:
                for answer in decider(rules, case, logged, now):
                    if (key := (answer.rule, _root(events, logged))) not in spoken:
                        spoken.add(key)
                        by_rule = Actor(kind="system", via=actor.via, rule=answer.rule)
                        queue.append(_Step(answer.intent, by_rule, SYSTEM, logged.id, depth + 1))

    def watch() -> None:
        for watcher in rules.watchers:
            for event in watcher(rules, before, case, tuple(events), now):
                record(event, Actor(kind="system", via=actor.via, rule="clock"), None, 1)

    if before is not None:
        watch()
    while queue:
        step = queue.popleft()
        context = Context(rules=rules, actor=step.actor, relations=step.relations, now=now)
        for event in _decided(case, step, context):
            record(event, step.actor, step.cause, step.depth)
        if not queue:
            watch()

    effects = [effect for projector in rules.projectors for effect in projector(rules, before, case, events, now)]
    return Decision(ticket_id=ticket_id, before=before, after=case, events=events, effects=effects)


def _decided(case: Case, step: _Step, context: Context) -> Sequence[Event]:
    try:
        return decide(case, step.intent, context)
    except Refusal as refusal:
        if step.depth == 0:
            raise
        return [e.AutomationRefused(rule=step.actor.rule or "", code=refusal.code)]


def _root(events: Sequence[Logged[Any]], logged: Logged[Any]) -> int:
    """The event that began the chain to which ``logged`` belongs."""
    by_id = {one.id: one for one in events}
    while logged.cause is not None and logged.cause in by_id:
        logged = by_id[logged.cause]
    return logged.id
