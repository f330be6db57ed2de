"""One change of many tickets: a kind of operation (spec 11.4). It runs the commands of single requests, by the rights
that its actor has when it comes to a ticket. The operation's id is the command's, so that the log knows what it did."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Annotated, Any, Final, Literal, Protocol

import msgspec
from msgspec import UNSET, Meta, UnsetType

from gongdan.domains.accounts.public import Authority, may
from gongdan.domains.operations.public import Foreseen, Item, Kind, Operation, Plan, Report, Result, TooManyItems
from gongdan.domains.tickets.commands.edit import set_fields, set_tags, set_watching
from gongdan.domains.tickets.commands.progress import move, put_away, take_out
from gongdan.domains.tickets.commands.undo import undo_command
from gongdan.domains.tickets.desk.access import case_of, checked, keys
from gongdan.domains.tickets.desk.desk import Desk, UnitOfWork
from gongdan.domains.tickets.desk.queries import load
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.meaning import Happening
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.engine.rules import Rules
from gongdan.domains.tickets.engine.settle import Decision
from gongdan.domains.tickets.errors import TicketNotFound
from gongdan.domains.tickets.events import ByHand
from gongdan.infra.db.tx import ReadTx
from gongdan.infra.http.bodies import Id, Tag
from gongdan.kernel.errors import FieldFault, Invalid, Refusal, RefusalRecord
from gongdan.kernel.events import Logged
from gongdan.kernel.text import Key

KEY = "tickets.change"


MOST_LISTED: Final = 5_000
"""Tickets of a list that one operation changes."""


class Listed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """All that a list holds when it is planned, by ``view`` and ``where`` as ``GET /tickets`` takes them."""

    view: Annotated[str, Meta(max_length=63)] | None = None
    where: Annotated[str, Meta(max_length=20_000)] | None = None


class TicketChange(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One change of a ticket as an operation and a macro ask for it; what is left out stays."""

    values: Annotated[dict[Annotated[str, Meta(max_length=80)], Any], Meta(max_length=100)] = {}
    """``priority``, ``category``, ``type``, ``fields.<key>``."""
    add_tags: Annotated[list[Tag], Meta(max_length=50)] = []
    remove_tags: Annotated[list[Tag], Meta(max_length=50)] = []
    team: Key | UnsetType | None = UNSET
    assignee_id: Id | UnsetType | None = UNSET
    move_to: Annotated[str, Meta(max_length=63)] | None = None
    reason: ByHand | None = None
    watching: bool | None = None
    """Whether its actor watches them."""
    put_away: Literal["trash", "spam"] | None = None
    take_out: Literal["trash", "spam"] | None = None

    @property
    def gives(self) -> bool:
        """Whether it hands the ticket to a team or a person."""
        return self.team is not UNSET or self.assignee_id is not UNSET

    @property
    def changes(self) -> int:
        """How many changes it asks for; one is right."""
        tags, shelves = self.add_tags or self.remove_tags, (self.put_away, self.take_out)
        asked = (self.values, self.move_to, self.gives, tags, self.watching is not None, *shelves)
        return sum(map(bool, asked))


class ChangeTickets(TicketChange, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One of them at a time, so that undoing it is one thing, too. Either ``numbers`` say which tickets, or ``listed``
    does."""

    numbers: Annotated[list[Annotated[str, Meta(max_length=64)]], Meta(max_length=10_000)] = []
    listed: Listed | None = None


class Find(Protocol):
    """The tickets of a list that are in its reader's reach, or so many of them."""

    async def __call__(
        self, tx: ReadTx, authority: Authority, /, *, view: str | None, where: str | None, most: int
    ) -> Sequence[int]: ...


def _planning(find: Find) -> Callable[[ReadTx, Authority, ChangeTickets], Awaitable[Plan]]:
    async def plan(tx: ReadTx, authority: Authority, params: ChangeTickets) -> Plan:
        _check(params)
        if params.listed is None:
            return await _named(tx, authority, params.numbers)
        found = await find(tx, authority, view=params.listed.view, where=params.listed.where, most=MOST_LISTED + 1)
        if len(found) > MOST_LISTED:
            raise TooManyItems(most=MOST_LISTED)
        return Plan(subjects=found)

    return plan


def _check(params: ChangeTickets) -> None:
    if bool(params.numbers) == (params.listed is not None):
        raise Invalid(faults=(FieldFault("params.numbers", "operations.which_tickets"),))
    if params.changes != 1:
        raise Invalid(faults=(FieldFault("params", "operations.one_change"),))
    if params.reason is not None and params.move_to is None:
        raise Invalid(faults=(FieldFault("params.reason", "operations.one_change"),))


async def _named(tx: ReadTx, authority: Authority, numbers: Sequence[str]) -> Plan:
    (rows,) = await tx.gather(load("t.number = any(%(numbers)s)", {"numbers": list(numbers)}))
    seen = {row.number: row.id for row in rows if may(authority, "ticket.read", keys(case_of(row).live))}
    wanted = list(dict.fromkeys(numbers))
    return Plan(
        subjects=[seen[number] for number in wanted if number in seen],
        unknown=[number for number in wanted if number not in seen],
    )


class Give(Protocol):
    """Give a ticket to a team or a person, as ``routing`` allows."""

    async def __call__(
        self,
        desk: Desk,
        case: Case,
        /,
        *,
        team: str | UnsetType | None,
        assignee_id: int | UnsetType | None,
        above_capacity: bool,
        seen: int | None,
    ) -> Decision: ...


async def change_ticket(desk: Desk, case: Case, params: TicketChange, give: Give) -> Decision:
    """The one command that the parameters ask for, by the right that it takes."""
    if params.values:
        return await set_fields(desk, checked(case, desk.authority, "ticket.edit"), params.values, seen=None)
    if params.move_to is not None:
        case = checked(case, desk.authority, "ticket.move")
        return await move(desk, case, to=params.move_to, reason=params.reason, seen=None)
    if params.gives:
        case = checked(case, desk.authority, "ticket.assign")
        return await give(desk, case, team=params.team, assignee_id=params.assignee_id, above_capacity=False, seen=None)
    if params.watching is not None:
        case = checked(case, desk.authority, "ticket.watch")
        return await set_watching(desk, case, person_id=None, watching=params.watching)
    if shelf := params.put_away or params.take_out:
        case = checked(case, desk.authority, f"ticket.{shelf}")
        return await (put_away if params.put_away else take_out)(desk, case, shelf=shelf)
    case = checked(case, desk.authority, "ticket.tag")
    return await set_tags(desk, case, add=tuple(params.add_tags), remove=tuple(params.remove_tags))


LOOKED_AT: Final = 50
"""Tickets that a preview tries."""


class _TakenBack(Exception):
    """Ends a transaction that was a trial."""


Change = Callable[[Desk, Case, Any], Awaitable[Decision]]
"""What an operation's parameters ask for, done to one ticket by the right that it takes."""


def _foreseeing(uow: UnitOfWork, change: Change) -> Callable[..., Awaitable[Foreseen]]:
    """The first tickets are changed in a transaction that is taken back, one on what the other left: the room that an
    agent has is taken once. They are locked as by the change itself, for about as long as a chunk of it."""

    async def foresee(authority: Authority, params: Any, subjects: Sequence[int], silent: bool) -> Foreseen:
        tried: list[Decision | RefusalRecord] = []
        try:
            async with uow.begin(authority, via="worker") as desk:
                desk.silent, rules = silent, desk.rules
                first = subjects[:LOOKED_AT]
                found = {case.live.id: case for case in await desk.cases_by_id(first)}
                for case in (found[id] for id in first if id in found):
                    tried.append(await _tried(desk, case, params, change))
                    desk.finish()
                    await desk.tx.flush()
                raise _TakenBack
        except _TakenBack:
            return foreseen(tried, rules, silent)

    return foresee


async def _tried(desk: Desk, case: Case, params: Any, change: Change) -> Decision | RefusalRecord:
    try:
        return await change(desk, case, params)
    except Refusal as refusal:
        return RefusalRecord.of(refusal, number=case.live.number)


def foreseen(tried: Sequence[Decision | RefusalRecord], rules: Rules, silent: bool) -> Foreseen:
    """What trials came to: what would change and be refused, and who would be told."""
    decisions = [one for one in tried if not isinstance(one, RefusalRecord)]
    problems = [one for one in tried if isinstance(one, RefusalRecord)]
    events = [(logged, one.after.live) for one in decisions for logged in one.events]
    return Foreseen(
        looked_at=len(tried),
        changed=sum(bool(one.events) for one in decisions),
        refused=len(problems),
        problems=problems,
        letters=sum(type(logged.event) in rules.subjects.letters for logged, _ in events),
        notices=0 if silent else sum(_tells(logged, ticket, rules) for logged, ticket in events),
    )


def _tells(logged: Logged[Any], ticket: Ticket, rules: Rules) -> bool:
    """Whether anybody but its actor is told of the event."""
    found = Happening(logged=logged, ticket=ticket, rules=rules, name_of=lambda person_id: None)
    means = [one for one in rules.subjects.meanings if one.event is type(logged.event) and one.concerns(logged.event)]
    told = [one.to(found) for one in means]
    return any(one.names or {*one.people} - {0, None, logged.actor.person_id} for one in told)


Act = Callable[[Desk, Case, Operation], Awaitable[Decision]]


def _running(uow: UnitOfWork, act: Act) -> Callable[..., Awaitable[None]]:
    """Each ticket is decided by itself; a refused one is a problem of its own."""

    async def run(operation: Operation, authority: Authority, items: Sequence[Item], report: Report) -> None:
        results: dict[int, Result] = {}
        async with uow.begin(authority, via="worker") as desk:
            desk.command_id, desk.silent = operation.id, operation.silent
            cases: Mapping[int, Case] = {
                case.live.id: case for case in await desk.cases_by_id([i.subject for i in items])
            }
            for item in items:
                case = cases.get(item.subject)
                results[item.position] = await _done(desk, case, operation, act)
                desk.finish()
                await desk.tx.flush()  # the next ticket is decided on the loads that this one left
            await report(desk.tx, results)

    return run


async def _done(desk: Desk, case: Case | None, operation: Operation, act: Act) -> Result:
    if case is None:
        return Result("failed", RefusalRecord.of(TicketNotFound()))
    try:
        decision = await act(desk, case, operation)
    except Refusal as refusal:
        return Result("failed", RefusalRecord.of(refusal, number=case.live.number))
    return Result("done" if decision.events else "unchanged")


async def _take_back(desk: Desk, case: Case, operation: Operation) -> Decision:
    """What the operation ``undoes`` did to the ticket."""
    (case,) = await desk.with_history([checked(case, desk.authority, "ticket.read")])
    asked_at = operation.started_at or desk.now  # not when it was planned: a plan can be kept for as long as one likes
    return await undo_command(desk, case, operation.undoes or 0, asked_at=asked_at)


def kind(uow: UnitOfWork, give: Give, find: Find) -> Kind:
    async def change(desk: Desk, case: Case, params: ChangeTickets) -> Decision:
        return await change_ticket(desk, case, params, give)

    return tickets_kind(uow, KEY, ChangeTickets, _planning(find), change)


def tickets_kind(
    uow: UnitOfWork, key: str, params: type[Any], plan: Callable[[ReadTx, Authority, Any], Awaitable[Plan]], do: Change
) -> Kind:
    """A kind of operation that does one thing to each of many tickets, and can be undone."""

    async def act(desk: Desk, case: Case, operation: Operation) -> Decision:
        return await do(desk, case, msgspec.convert(operation.params, params))

    return Kind(
        key=key,
        params=params,
        plan=plan,
        foresee=_foreseeing(uow, do),
        run=_running(uow, act),
        undo=_running(uow, _take_back),
    )
