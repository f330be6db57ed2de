"""One change of many tickets: a kind of operation (spec 11.4). It runs the commands of single requests, by the rights
that its actor has when it comes to a ticket. The operation's id is the command's, so that the log knows what it did."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Annotated, Any, Final, Protocol

import msgspec
from msgspec import UNSET, Meta, UnsetType

from gongdan.domains.accounts.public import Authority, may
from gongdan.domains.operations.public import Foreseen, Item, Kind, Operation, Plan, Report, Result
from gongdan.domains.tickets.commands.edit import set_fields, set_tags
from gongdan.domains.tickets.commands.progress import move
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


class ChangeTickets(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What is left out stays. One of them at a time, so that undoing it is one thing, too."""

    numbers: Annotated[list[Annotated[str, Meta(max_length=64)]], Meta(min_length=1, max_length=10_000)]
    values: Annotated[dict[Annotated[str, Meta(max_length=80)], Any], Meta(max_length=100)] = {}
    """``priority``, ``category``, ``type``, ``fields.<key>``."""
    add_tags: Annotated[list[Tag], Meta(max_length=50)] = []
    remove_tags: Annotated[list[Tag], Meta(max_length=50)] = []
    team: Key | UnsetType | None = UNSET
    assignee_id: Id | UnsetType | None = UNSET
    move_to: Annotated[str, Meta(max_length=63)] | None = None
    reason: ByHand | None = None


async def _plan(tx: ReadTx, authority: Authority, params: ChangeTickets) -> Plan:
    gives_away = params.team is not UNSET or params.assignee_id is not UNSET
    tags = params.add_tags or params.remove_tags
    if sum(map(bool, (params.values, params.move_to, gives_away, tags))) != 1:
        raise Invalid(faults=(FieldFault("params", "operations.one_change"),))
    if params.reason is not None and params.move_to is None:
        raise Invalid(faults=(FieldFault("params.reason", "operations.one_change"),))
    (rows,) = await tx.gather(load("t.number = any(%(numbers)s)", {"numbers": params.numbers}))
    seen = {row.number: row.id for row in rows if may(authority, "ticket.read", keys(case_of(row).live))}
    wanted = list(dict.fromkeys(params.numbers))
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


async def _change(desk: Desk, case: Case, params: ChangeTickets, give: Give) -> Decision:
    """The one command that the parameters ask for, by the right that it takes."""
    if params.values:
        return await set_fields(desk, checked(case, desk.authority, "ticket.edit"), params.values, seen=None)
    if params.move_to is not None:
        case = checked(case, desk.authority, "ticket.move")
        return await move(desk, case, to=params.move_to, reason=params.reason, seen=None)
    if params.team is not UNSET or params.assignee_id is not UNSET:
        case = checked(case, desk.authority, "ticket.assign")
        return await give(desk, case, team=params.team, assignee_id=params.assignee_id, above_capacity=False, seen=None)
    case = checked(case, desk.authority, "ticket.tag")
    return await set_tags(desk, case, add=tuple(params.add_tags), remove=tuple(params.remove_tags))


LOOKED_AT: Final = 20
"""Tickets that a preview tries."""


class _TakenBack(Exception):
    """Ends a transaction that was a trial."""


def _foreseeing(uow: UnitOfWork, give: Give) -> Callable[..., Awaitable[Foreseen]]:
    """The first tickets are changed in a transaction that is taken back, one on what the other left: the room that an
    agent has is taken once. They are locked as by the change itself, for about as long as a chunk of it."""

    async def foresee(authority: Authority, params: ChangeTickets, subjects: Sequence[int], silent: bool) -> Foreseen:
        tried: list[Decision | None] = []
        try:
            async with uow.begin(authority, via="worker") as desk:
                desk.silent, rules = silent, desk.rules
                first = subjects[:LOOKED_AT]
                found = {case.live.id: case for case in await desk.cases_by_id(first)}
                for case in (found[id] for id in first if id in found):
                    tried.append(await _tried(desk, case, params, give))
                    desk.finish()
                    await desk.tx.flush()
                raise _TakenBack
        except _TakenBack:
            return _foreseen(tried, rules, silent)

    return foresee


async def _tried(desk: Desk, case: Case, params: ChangeTickets, give: Give) -> Decision | None:
    """None: it is refused."""
    try:
        return await _change(desk, case, params, give)
    except Refusal:
        return None


def _foreseen(tried: Sequence[Decision | None], rules: Rules, silent: bool) -> Foreseen:
    decisions = [one for one in tried if one is not None]
    events = [(logged, one.after.live) for one in decisions for logged in one.events]
    return Foreseen(
        looked_at=len(tried),
        changed=sum(bool(one.events) for one in decisions),
        refused=len(tried) - len(decisions),
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
    (case,) = await desk.with_history([checked(case, desk.authority, "ticket.read")])
    asked_at = operation.started_at or desk.now  # not when it was planned: a plan can be kept for as long as one likes
    return await undo_command(desk, case, operation.undoes or 0, asked_at=asked_at)


def kind(uow: UnitOfWork, give: Give) -> Kind:
    async def do(desk: Desk, case: Case, operation: Operation) -> Decision:
        return await _change(desk, case, msgspec.convert(operation.params, ChangeTickets), give)

    return Kind(
        key=KEY,
        params=ChangeTickets,
        plan=_plan,
        foresee=_foreseeing(uow, give),
        run=_running(uow, do),
        undo=_running(uow, _take_back),
    )
