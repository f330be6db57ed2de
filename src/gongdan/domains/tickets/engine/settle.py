"""The decision of one command (spec 01, write path 3): a queue of intents, each folded; deciders answer events with
further intents until the queue is empty; projectors then turn the final events into effects, once. Pure.

It is about one ticket, or about a *book* of several that were loaded together: then an intent may be for another.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.rules import RuleIntent, Rules
from gongdan.domains.tickets.engine.sight import Values, to_staff
from gongdan.domains.tickets.engine.subject import Context, EventKind, Intent, IntentKind, Subject
from gongdan.domains.tickets.errors import TicketNotFound
from gongdan.domains.tickets.fields.narrator import Narrator
from gongdan.kernel.errors import Refusal
from gongdan.kernel.events import Actor, Event, Logged
from gongdan.kernel.ids import Ids

MAX_DEPTH = 10


class AutomationRefused(Event, frozen=True, kw_only=True, tag="automation.refused"):
    """A decider's command met a refusal; the causing command stands."""

    rule: str
    code: str


class Elsewhere(Intent, frozen=True):
    """What is asked of another ticket of the book, by a command or by a rule."""

    ticket_id: int
    intent: Intent


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


Relations = Mapping[int, frozenset[str]]
"""Ticket → what the actor is to it."""


class _Step(msgspec.Struct, frozen=True):
    ticket_id: int
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
    silent: bool = False,
) -> Decision:
    """Decide ``wanted`` in order, and all that follows from it.

    A refusal of what was asked is raised; a refusal of what a rule wanted (a ``RuleIntent``, such as a fired timer
    brings) is recorded (``automation.refused``) and never fails the command. Each rule acts once per chain, chains are
    at most ``MAX_DEPTH`` deep.
    """
    book, known = {ticket_id: case}, {ticket_id: relations}
    (decision,) = settle_book(
        book,
        wanted,
        of=ticket_id,
        rules=rules,
        actor=actor,
        relations=known,
        command_id=command_id,
        now=now,
        ids=ids,
        silent=silent,
    )
    return decision


def settle_book(
    book: Mapping[int, Case],
    wanted: Iterable[Intent | RuleIntent],
    *,
    of: int,
    rules: Rules,
    actor: Actor,
    relations: Relations,
    command_id: int,
    now: datetime,
    ids: Ids,
    silent: bool = False,
) -> list[Decision]:
    """The same over tickets that were loaded together. What is ``wanted`` is asked of the ticket ``of``, unless it is
    ``Elsewhere``. A decision for ``of`` comes first, then one for each other ticket that anything was asked of.

    Raises:
        TicketNotFound: a command asks something of a ticket that is not in the book; a rule that does is recorded.
    """
    chain = _Chain(book, relations, rules, actor, command_id, now, ids, silent)
    chain.ask(of, wanted)
    return chain.decisions()


class _Page:
    """What a decision has come to so far for one ticket."""

    def __init__(self, ticket_id: int, case: Case, now: datetime) -> None:
        self.ticket_id = ticket_id
        self.before = case if case.ticket is not None else None
        self.case = case
        self.now = max(now, case.ticket.updated_at) if case.ticket else now
        self.events: list[Logged[Any]] = []


class _Chain:
    """What one decision has come to so far."""

    def __init__(
        self,
        book: Mapping[int, Case],
        relations: Relations,
        rules: Rules,
        actor: Actor,
        command_id: int,
        now: datetime,
        ids: Ids,
        silent: bool,
    ) -> None:
        self._book = book
        self._pages: dict[int, _Page] = {}
        """Of the tickets that anything was asked of."""
        self._queue: deque[_Step] = deque()
        self._relations = relations
        self._rules = rules
        self._actor = actor
        self._command_id = command_id
        self._now = now
        self._ids = ids
        self._silent = silent
        self._roots: dict[int, int] = {}
        self._spoken: set[tuple[str, int, int]] = set()

    def ask(self, ticket_id: int, wanted: Iterable[Intent | RuleIntent]) -> None:
        """Decide what is wanted, and what follows, until nothing follows any more."""
        self._page(ticket_id)
        for one in wanted:
            if isinstance(one, RuleIntent):
                self._queue.append(self._step(ticket_id, one, None, 1))
            else:
                self._queue.append(_Step(ticket_id, one, self._actor, self._relations[ticket_id], None, 0))
        self._play()
        for _ in range(MAX_DEPTH):
            watched = [self._watch(page) for page in list(self._pages.values())]
            if not any(watched):
                break
            self._play()

    def decisions(self) -> list[Decision]:
        return [self._decision(page) for page in self._pages.values()]

    def _decision(self, page: _Page) -> Decision:
        rules, before, after, events = self._rules, page.before, page.case, page.events
        effects = [effect for project in rules.projectors for effect in project(rules, before, after, events, page.now)]
        return Decision(ticket_id=page.ticket_id, before=before, after=after, events=events, effects=effects)

    def _page(self, ticket_id: int) -> _Page:
        """Where a ticket stands. What fell due before anything is asked of it is recorded first.

        Raises:
            TicketNotFound: it is not in the book.
        """
        if ticket_id in self._pages:
            return self._pages[ticket_id]
        if ticket_id not in self._book:
            raise TicketNotFound()
        page = self._pages[ticket_id] = _Page(ticket_id, self._book[ticket_id], self._now)
        if page.before is not None:
            self._watch(page)
        return page

    def _play(self) -> None:
        """Decide what waits, and what that brings, until nothing waits."""
        while self._queue:
            step = self._queue.popleft()
            page = self._pages[step.ticket_id]
            try:
                if isinstance(step.intent, Elsewhere):
                    self._turn_to(step, step.intent)
                    continue
                context = Context(
                    rules=self._rules, actor=step.actor, relations=step.relations, now=page.now, silent=self._silent
                )
                events = self._rules.subjects.decide(page.case, step.intent, context)
            except Refusal as refusal:
                if step.depth == 0:
                    raise
                events = [AutomationRefused(rule=step.actor.rule or "", code=refusal.code)]
            for event in events:
                self._record(page, event, step.actor, step.cause, step.depth)

    def _turn_to(self, step: _Step, wanted: Elsewhere) -> None:
        """Put what is wanted of another ticket first in the queue."""
        page = self._page(wanted.ticket_id)
        relations = step.relations if step.depth else self._relations[page.ticket_id]
        self._queue.appendleft(
            msgspec.structs.replace(step, ticket_id=page.ticket_id, intent=wanted.intent, relations=relations)
        )

    def _watch(self, page: _Page) -> bool:
        """Record what fell due, or what the events so far brought about; returns whether there was anything."""
        known = len(page.events)
        for watcher in self._rules.watchers:
            for event in watcher(self._rules, page.before, page.case, tuple(page.events), page.now):
                self._record(page, event, Actor(kind="system", via=self._actor.via, rule="clock"), None, 1)
        return len(page.events) > known

    def _step(self, ticket_id: int, answer: RuleIntent, cause: int | None, depth: int) -> _Step:
        """What a rule wants, in its name."""
        actor = Actor(kind="system", via=self._actor.via, rule=answer.rule)
        return _Step(ticket_id, answer.intent, actor, SYSTEM, cause, depth)

    def _record(self, page: _Page, event: Event, actor: Actor, cause: int | None, depth: int) -> None:
        logged = Logged(
            workspace_id=self._rules.workspace_id,
            stream="ticket",
            stream_id=page.ticket_id,
            seq=(page.case.ticket.version if page.case.ticket else 0) + 1,
            id=self._ids.next(),
            actor=actor,
            command_id=self._command_id,
            cause=cause,
            depth=depth,
            release=self._rules.release,
            at=page.now,
            event=event,
        )
        page.case = self._rules.subjects.after(page.case, logged)
        page.events.append(logged)
        self._roots[logged.id] = self._roots.get(cause, logged.id) if cause is not None else logged.id
        if depth < MAX_DEPTH and not page.case.live.is_away:
            self._ask_deciders(page, logged)

    def _ask_deciders(self, page: _Page, logged: Logged[Any]) -> None:
        """A rule may want several things at once; it is the next event of the chain that it answers no more."""
        root = self._roots[logged.id]
        for decider in self._rules.deciders:
            answers = [
                answer
                for answer in decider(self._rules, page.case, logged, page.now)
                if (answer.rule, root, page.ticket_id) not in self._spoken
            ]
            self._spoken |= {(answer.rule, root, page.ticket_id) for answer in answers}
            self._queue.extend(self._step(page.ticket_id, answer, logged.id, logged.depth + 1) for answer in answers)
