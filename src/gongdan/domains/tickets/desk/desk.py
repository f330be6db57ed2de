"""Where a command works: one transaction, one actor, one release of the policy, one instant.

``case`` takes the locks and reads in one round trip, ``settle`` decides (pure), ``apply`` queues; leaving
``UnitOfWork.begin`` sends everything and commits, and only then the doorbell rings.
"""

from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from datetime import datetime
from typing import Any, Final, NamedTuple

import msgspec

from gongdan.domains.accounts.public import Authority, may
from gongdan.domains.conversations.public import RichText
from gongdan.domains.customers.public import Handle, KnownPerson, make
from gongdan.domains.tickets.desk import access, queries
from gongdan.domains.tickets.desk.history import histories, workflows_in
from gongdan.domains.tickets.desk.writes import SetColumns, write_decision
from gongdan.domains.tickets.engine import rebase
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.facet import Facet, Relation
from gongdan.domains.tickets.engine.model import ENDED
from gongdan.domains.tickets.engine.rules import RuleIntent, Rules
from gongdan.domains.tickets.engine.settle import Decision, settle, settle_book
from gongdan.domains.tickets.engine.subject import Intent
from gongdan.domains.tickets.engine.undoing import HISTORY, RELEASES
from gongdan.domains.tickets.errors import RelatedChanged, TicketNotFound, TooManyRelated
from gongdan.domains.workflow.public import workflow_query
from gongdan.infra.db.tx import Database, Query, Tx
from gongdan.kernel import clock
from gongdan.kernel.events import Actor, Via

MOST_TOGETHER: Final = 50
"""Tickets of one decision."""
Writer = Callable[[Tx, Any], None]
Gatherer = Callable[[Tx, Sequence[Any]], None]


Seat = Callable[[int, Case], None]
"""(person, opened ticket): keep a place for it with an agent; raises what ``routing`` refuses."""


class ClockChange(NamedTuple):
    """A promise that a command set or changed."""

    metric: str
    state: str
    due_at: datetime | None


class Toolkit(msgspec.Struct, frozen=True):
    """What wiring gives every desk."""

    writers: Mapping[type[Any], Writer]
    """Effect → the one writer of its domain."""
    gatherers: Mapping[type[Any], Gatherer]
    """Effect → the writer of all such effects of a transaction, for rows that several tickets share."""
    facets: Sequence[Facet[Any]]
    """What is loaded with tickets."""
    confirms: Callable[[str], bool]
    """Whether a customer's words on a solution can be read as thanks, and nothing more."""
    room: Callable[["Desk", Case], Awaitable[bool]]
    """Whether the actor could take the ticket on now: of its team, and with room for it, which is kept."""
    seats: Callable[["Desk", Collection[int]], Awaitable[Seat]]
    """Lock the agents to whom tickets are opened, to keep a place for each."""
    clocks: Callable[[Sequence[Any]], Sequence[ClockChange]]
    """What a decision's effects do to promises, for its answer."""
    written: Callable[[str, frozenset[str]], RichText]
    """HTML that people wrote, with the content ids of its own pictures, fit to be shown; and what it says as text."""
    carries: Callable[[Tx, int, int, datetime], None]
    """(transaction, conversation, message, when): queue what a member said in a conversation that no ticket is the
    place for."""


class Desk:
    def __init__(
        self,
        tx: Tx,
        authority: Authority,
        rules: Rules,
        toolkit: Toolkit,
        *,
        rules_of: Callable[[int, int], Awaitable[Rules]],
        via: Via,
        action: str = "",
    ) -> None:
        self.tx = tx
        self.authority = authority
        self.rules = rules
        self.via = via
        self.action = action
        self.command_id = tx.ids.next()
        self.silent = False
        self.now = clock.now()
        self._toolkit = toolkit
        self._rules_of = rules_of
        self._gathered: dict[type[Any], list[Any]] = defaultdict(list)
        self._has_applied = False

    @property
    def actor(self) -> Actor:
        return Actor(
            kind=self.authority.kind,
            person_id=self.authority.person_id,
            via=self.via,
            token_id=self.authority.token_id,
        )

    @contextmanager
    def acting(self, authority: Authority) -> Iterator[None]:
        """Inside, decisions are made by the rights of somebody else of this workspace, and told as theirs."""
        mine, self.authority = self.authority, authority
        try:
            yield
        finally:
            self.authority = mine

    async def gather(self, *asked: Query[Any]) -> tuple[list[Any], ...]:
        """Load in one round trip and read the time after it: the locks that it takes are held by then."""
        answers = await self.tx.gather(*asked)
        self.now = clock.now()
        return answers

    async def case(self, number: str, action: str = "") -> Case:
        """Lock and load one ticket for ``action``, or what the route declares; as it stands now, with what this
        transaction did to it.

        Raises:
            TicketNotFound: no such ticket, or not one that this actor may see.
            Forbidden: they may see it and not do this.
        """
        # Not as one of many: with an array for a parameter PostgreSQL would plan each of the queries anew.
        wanted = action or self.action
        assert wanted, "a command says which right it takes"
        where = "t.number = %(number)s"
        found = await self._load(queries.lock_numbers([number]), where, {"number": number}, ())
        if not found:
            raise TicketNotFound(number=number)
        return access.checked(found[0], self.authority, wanted)

    async def cases(self, numbers: Sequence[str], action: str) -> list[Case]:
        """The same for many, in one round trip; they are locked in the order of their ids and given as asked.

        Raises:
            TicketNotFound, Forbidden: of the first that this actor may not see, or may not do this with.
        """
        where = "t.number = any(%(numbers)s)"
        loaded = await self._load(queries.lock_numbers(numbers), where, {"numbers": list(numbers)}, ())
        return self._checked(loaded, numbers, action)

    async def book(self, numbers: Sequence[str], action: str, related: Facet[Relation]) -> list[Case]:
        """Lock and load tickets together with those related to them, for one decision; the asked ones come first. What
        is related is read before the locks are taken, in the order of the ids, and again under them.

        Raises:
            TicketNotFound, Forbidden: as ``cases``. For those that are only related, no right is asked.
            TooManyRelated: more than ``MOST_TOGETHER``; what is larger is long work.
            RelatedChanged: one was related meanwhile that somebody else works on.
        """
        assert related.sql is not None, "relations are stored"
        where, params = "t.number = any(%(numbers)s)", {"numbers": list(numbers)}
        stored = Query(related.row, related.sql.format(ids=_ids(where)), params)
        asked, rows = await self.tx.gather(queries.of_numbers(numbers), stored)
        ids = _few({*(one.id for one in asked), *(one.related_id for one in rows)})
        found = await self._load(queries.lock(ids), _BY_ID, {"ids": ids}, (related,))
        if late := _related(found, numbers, related).difference(ids):
            ids = _few({*ids, *late})
            (taken,) = await self.tx.gather(queries.lock_free(sorted(late)))
            found = await self._load(None, _BY_ID, {"ids": ids}, (related,))
            if not all(one.is_locked for one in taken) or not _related(found, numbers, related).issubset(ids):
                raise RelatedChanged()
        first = self._checked(found, numbers, action)
        return [*first, *(case for case in found if case not in first)]

    async def cases_by_id(self, ids: Sequence[int], *facets: Facet[Any]) -> list[Case]:
        """Lock and load many tickets for automatic work, in id order; those that do not exist are left out."""
        return await self._load(queries.lock(ids), _BY_ID, {"ids": list(ids)}, facets)

    async def peek(self, ids: Sequence[int], *facets: Facet[Any]) -> list[Case]:
        """The same without the locks, for what only looks: whoever writes by it may be late."""
        return await self._load(None, _BY_ID, {"ids": list(ids)}, facets)

    def meet(self, handle: Handle, *, locale: str | None = None) -> KnownPerson:
        """A new customer behind a handle that the transaction locked and found nobody behind."""
        rules = self.rules
        return make(
            self.tx,
            handle,
            locale=locale or rules.locale,
            zone=rules.zone,
            actor=self.actor,
            command_id=self.command_id,
            release=rules.release,
            now=self.now,
        )

    async def unseen(self, case: Case, seen: int | None, wanted: frozenset[str]) -> None:
        """Refuse (412) if something happened after version ``seen`` that touches what is ``wanted``.
        Free unless it is old."""
        ticket = case.live
        if seen is None or seen >= ticket.version:
            return
        (rows,) = await self.tx.gather(queries.since(ticket.id, seen))
        rebase.check(rows, wanted, self.rules.subjects, author_id=self.authority.person_id, version=ticket.version)

    async def with_history(self, cases: Sequence[Case]) -> list[Case]:
        """The cases with their ``HISTORY`` and its ``RELEASES``; what was erased, or is of no subject, has left nothing
        to take back."""
        found = await histories(self.tx, self.rules.subjects, [case.live.id for case in cases])
        named = {one.release for log in found.values() for one in log} - {self.rules.release}
        past = [await self._rules_of(self.rules.workspace_id, release) for release in sorted(named)]
        ran_on = workflows_in(found.values())
        await self._know_workflows(ran_on)
        for one in past:
            one.workflows.update({hash: self.rules.workflows[hash] for hash in ran_on & self.rules.workflows.keys()})
        return [case.having(HISTORY, found[case.live.id]).having(RELEASES, past) for case in cases]

    async def may_take(self, case: Case) -> bool:
        """Whether the actor, a member who does not have the ticket, could take it on now. Locks the actor's load."""
        ticket, me = case.live, self.authority.person_id
        if self.authority.kind != "staff" or me in (None, ticket.assignee_id, ticket.requester_id):
            return False
        return may(self.authority, "ticket.claim", access.keys(ticket)) and await self._toolkit.room(self, case)

    async def seats(self, person_ids: Collection[int]) -> Seat | None:
        """Places with the agents to whom tickets are opened; None for nobody."""
        return await self._toolkit.seats(self, person_ids) if person_ids else None

    def clocks(self, decision: Decision) -> Sequence[ClockChange]:
        """The promises that a decision set or changed."""
        return self._toolkit.clocks(decision.effects)

    def carry(self, conversation_id: int, message_id: int) -> None:
        """Queue what a member said in a conversation, for whichever channel it goes on over."""
        self._toolkit.carries(self.tx, conversation_id, message_id, self.now)

    def written(self, html: str, parts: frozenset[str]) -> RichText:
        """HTML that people wrote, fit to be shown, and as text. It shows no pictures but ``parts``."""
        return self._toolkit.written(html, parts)

    def reads_as_thanks(self, case: Case, text: str) -> bool:
        """Whether a customer's message on an ended ticket is thanks and nothing more: it reopens nothing, and a
        resolved one waits for it as the confirmation."""
        return case.live.phase in ENDED and self._toolkit.confirms(text)

    def settle(
        self, case: Case, *intents: Intent | RuleIntent, ticket_id: int | None = None, actor: Actor | None = None
    ) -> Decision:
        """Decide; see ``engine.settle``. ``ticket_id`` is needed only for a ticket that is being opened."""
        opened = case.ticket
        return settle(
            case,
            intents,
            ticket_id=opened.id if opened else _given(ticket_id),
            rules=self.rules,
            actor=actor or self.actor,
            relations=access.relations(self.authority, opened) if opened else frozenset({"system"}),
            command_id=self.command_id,
            now=self.now,
            ids=self.tx.ids,
            silent=self.silent,
        )

    def apply(self, decision: Decision, *effects: Any) -> Decision:
        """Queue a decision and ``effects`` that stand beside it (a message's text, a file)."""
        write_decision(self.tx, decision, self.rules)
        self._has_applied = True
        for effect in (*decision.effects, *effects):
            kind = type(effect)
            if kind in self._toolkit.gatherers:
                self._gathered[kind].append(effect)
            elif kind is not SetColumns:
                self._toolkit.writers[kind](self.tx, effect)
        return decision

    def finish(self) -> None:
        """Queue what was gathered of all decisions of the transaction."""
        for kind, effects in self._gathered.items():
            self._toolkit.gatherers[kind](self.tx, effects)
        self._gathered.clear()

    def settle_book(self, book: Sequence[Case], *intents: Intent | RuleIntent) -> list[Decision]:
        """Decide over a book; see ``engine.settle``. The intents are for its first ticket unless they are
        ``Elsewhere``."""
        return settle_book(
            {case.live.id: case for case in book},
            intents,
            of=book[0].live.id,
            rules=self.rules,
            actor=self.actor,
            relations={case.live.id: access.relations(self.authority, case.live) for case in book},
            command_id=self.command_id,
            now=self.now,
            ids=self.tx.ids,
        )

    def _checked(self, cases: Iterable[Case], numbers: Sequence[str], action: str) -> list[Case]:
        """Those with these numbers, as asked."""
        found = {case.live.number: case for case in cases}
        for number in numbers:
            if number not in found:
                raise TicketNotFound(number=number)
        return [access.checked(found[number], self.authority, action) for number in numbers]

    async def _load(
        self, lock: Query[Any] | None, where: str, params: dict[str, Any], asked: Iterable[Facet[Any]]
    ) -> list[Case]:
        if self._has_applied:  # what is loaded again is read as this transaction left it
            await self.tx.flush()
        wanted = {*asked, *self.rules.needs}
        facets = [one for one in self._toolkit.facets if one.always or one in wanted]
        queried = [Query(one.row, one.sql.format(ids=_ids(where)), params) for one in facets if one.sql is not None]
        locking = [lock] if lock is not None else []
        rows, *found = (await self.gather(*locking, queries.load(where, params), *queried))[len(locking) :]
        kept: dict[int, dict[Facet[Any], list[Any]]] = defaultdict(lambda: {one: [] for one in facets})
        for facet, things in zip(facets, found, strict=True):
            for thing in things:
                kept[thing.ticket_id][facet].append(thing)
        await self._know_workflows({row.workflow for row in rows})
        return [access.case_of(row, kept[row.id]) for row in rows]

    async def _know_workflows(self, hashes: set[str]) -> None:
        """Tickets keep their workflow's version: one that no current release uses is read once and kept."""
        unknown = hashes - self.rules.workflows.keys()
        if unknown:
            (found,) = await self.tx.gather(workflow_query(unknown))
            self.rules.workflows.update({row.hash: row.compiled() for row in found})


_BY_ID: Final = "t.id = any(%(ids)s)"


def _ids(where: str) -> str:
    """The ids of tickets, as a part of SQL."""
    return "(select t.id from ticket t where t.workspace_id = %(workspace)s and " + where + ")"


def _few(ids: Iterable[int]) -> list[int]:
    """In their order, as far as one transaction takes them together."""
    found = sorted(ids)
    if len(found) > MOST_TOGETHER:
        raise TooManyRelated(most=MOST_TOGETHER)
    return found


def _related(cases: Iterable[Case], numbers: Sequence[str], facet: Facet[Relation]) -> set[int]:
    """The tickets that these name, as they stand under the locks."""
    return {one.related_id for case in cases if case.live.number in numbers for one in case[facet]}


def _given(ticket_id: int | None) -> int:
    assert ticket_id is not None, "an opening names the new ticket's id"
    return ticket_id


Begin = Callable[[], AbstractAsyncContextManager[Desk]]
"""Opens the desk of a request: for whoever asks, by the right that its route declares."""


class UnitOfWork:
    """Opens desks. One ``begin`` is one transaction; nobody else commits."""

    def __init__(
        self,
        db: Database,
        toolkit: Toolkit,
        rules_of: Callable[[int, int], Awaitable[Rules]],
        ring: Callable[[], None],
    ) -> None:
        self.db = db
        self._toolkit = toolkit
        self._rules_of = rules_of
        self._ring = ring

    def on(self, db: Database) -> "UnitOfWork":
        """The same, with what stands in for the database."""
        return self if db is self.db else UnitOfWork(db, self._toolkit, self._rules_of, self._ring)

    @asynccontextmanager
    async def begin(self, authority: Authority, *, via: Via, action: str = "") -> AsyncIterator[Desk]:
        """``action``: what cases are loaded for unless a command says otherwise."""
        await self._rules_of(authority.workspace_id, authority.release)  # read before a transaction waits for them
        async with (
            self.db.write(authority.workspace_id) as tx,
            self.within(tx, authority, via=via, action=action) as desk,
        ):
            yield desk
        if tx.wrote_events:
            self._ring()

    @asynccontextmanager
    async def within(self, tx: Tx, authority: Authority, *, via: Via, action: str = "") -> AsyncIterator[Desk]:
        """A desk in a transaction that somebody else opened, and who ends it."""
        rules = await self._rules_of(authority.workspace_id, authority.release)
        desk = Desk(tx, authority, rules, self._toolkit, rules_of=self._rules_of, via=via, action=action)
        yield desk
        desk.finish()
