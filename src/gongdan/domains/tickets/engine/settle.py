"""The decision of one command (spec 01, write path 3): a queue of intents, each folded; deciders answer events with
further intents until the queue is empty; projectors then turn the final events into effects, once. Pure."""

from collections import deque
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec

from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.rules import RuleIntent, Rules
from gongdan.domains.tickets.engine.sight import Values, to_staff
from gongdan.domains.tickets.engine.subject import Context, EventKind, Intent, IntentKind, Subject
from gongdan.domains.tickets.fields.narrator import Narrator
from gongdan.kernel.errors import Refusal
from gongdan.kernel.events import Actor, Event, Logged
from gongdan.kernel.ids import Ids

MAX_DEPTH = 10


class AutomationRefused(Event, frozen=True, kw_only=True, tag="automation.refused"):
    """A decider's command met a refusal; the causing command stands (spec 01, write path 3)."""

    rule: str
    code: str


class Tick(Intent, frozen=True):
    """Nothing but time: what fell due is recorded."""


def _tick(case: Case, intent: Tick, context: Context) -> Sequence[Event]:
    return []


def _says_refused(values: Values, narrator: Narrator) -> str:
    return narrator.say("events.refused", rule=narrator.rule(values["rule"]), why=narrator.refusal(values["code"]))


CHAIN = Subject(
    key="chain",
    events=(EventKind(event=AutomationRefused, shown=to_staff, says=_says_refused),),
    intents=(IntentKind(intent=Tick, rule=_tick, when_closed=True),),
)


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
    wanted: Iterable[Intent | RuleIntent],
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

    A refusal of what was asked is raised; a refusal of what a rule wanted (a ``RuleIntent``, such as a fired timer
    brings) is recorded (``automation.refused``) and never fails the command. Each rule acts once per chain, chains are
    at most ``MAX_DEPTH`` deep.
    """
    chain = _Chain(case, ticket_id, rules, actor, command_id, now, ids)
    if chain.before is not None:
        chain.watch()
    chain.queue.extend(
        chain.step(one, None, 1) if isinstance(one, RuleIntent) else _Step(one, actor, relations, None, 0)
        for one in wanted
    )
    chain.play()
    for _ in range(MAX_DEPTH):
        if not chain.watch():
            break
        chain.play()

    before, after, events = chain.before, chain.case, chain.events
    effects = [effect for project in rules.projectors for effect in project(rules, before, after, events, chain.now)]
    return Decision(ticket_id=ticket_id, before=before, after=after, events=events, effects=effects)


class _Chain:
    """What one decision has come to so far."""

    def __init__(
        self, case: Case, ticket_id: int, rules: Rules, actor: Actor, command_id: int, now: datetime, ids: Ids
    ) -> None:
        self.before = case if case.ticket is not None else None
        self.case = case
        self.now = max(now, case.ticket.updated_at) if case.ticket else now
        self.events: list[Logged[Any]] = []
        self.queue: deque[_Step] = deque()
        self._ticket_id = ticket_id
        self._rules = rules
        self._via = actor.via
        self._command_id = command_id
        self._ids = ids
        self._roots: dict[int, int] = {}
        self._spoken: set[tuple[str, int]] = set()

    def play(self) -> None:
        """Decide what waits, and what that brings, until nothing waits."""
        while self.queue:
            step = self.queue.popleft()
            context = Context(rules=self._rules, actor=step.actor, relations=step.relations, now=self.now)
            for event in _decided(self.case, step, context):
                self._record(event, step.actor, step.cause, step.depth)

    def watch(self) -> bool:
        """Record what fell due, or what the events so far brought about; returns whether there was anything."""
        known = len(self.events)
        for watcher in self._rules.watchers:
            for event in watcher(self._rules, self.before, self.case, tuple(self.events), self.now):
                self._record(event, Actor(kind="system", via=self._via, rule="clock"), None, 1)
        return len(self.events) > known

    def step(self, answer: RuleIntent, cause: int | None, depth: int) -> _Step:
        """What a rule wants, in its name."""
        return _Step(answer.intent, Actor(kind="system", via=self._via, rule=answer.rule), SYSTEM, cause, depth)

    def _record(self, event: Event, actor: Actor, cause: int | None, depth: int) -> None:
        logged = Logged(
            workspace_id=self._rules.workspace_id,
            stream="ticket",
            stream_id=self._ticket_id,
            seq=(self.case.ticket.version if self.case.ticket else 0) + 1,
            id=self._ids.next(),
            actor=actor,
            command_id=self._command_id,
            cause=cause,
            depth=depth,
            release=self._rules.release,
            at=self.now,
            event=event,
        )
        self.case = self._rules.subjects.after(self.case, logged)
        self.events.append(logged)
        self._roots[logged.id] = self._roots.get(cause, logged.id) if cause is not None else logged.id
        if depth < MAX_DEPTH:
            self._ask_deciders(logged)

    def _ask_deciders(self, logged: Logged[Any]) -> None:
        """A rule may want several things at once; it is the next event of the chain that it answers no more."""
        root = self._roots[logged.id]
        for decider in self._rules.deciders:
            answers = [
                answer
                for answer in decider(self._rules, self.case, logged, self.now)
                if (answer.rule, root) not in self._spoken
            ]
            self._spoken |= {(answer.rule, root) for answer in answers}
            self.queue.extend(self.step(answer, logged.id, logged.depth + 1) for answer in answers)


def _decided(case: Case, step: _Step, context: Context) -> Sequence[Event]:
    try:
        return context.rules.subjects.decide(case, step.intent, context)
    except Refusal as refusal:
        if step.depth == 0:
            raise
        return [AutomationRefused(rule=step.actor.rule or "", code=refusal.code)]
