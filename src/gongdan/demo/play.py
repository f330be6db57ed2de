"""Playing lives: each step is the real command of the person who would give it, at the instant of the step."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

import msgspec

from gongdan import wiring
from gongdan.demo.cast import Cast
from gongdan.demo.lives import Life, Step
from gongdan.domains.accounts.public import Authority
from gongdan.domains.routing.public import assign, route_waiting
from gongdan.domains.tickets.public import Desk, NewTicket, Words, commands
from gongdan.infra.timers.fire import Sweep
from gongdan.kernel import clock
from gongdan.kernel.errors import Refusal
from gongdan.services import Services

SWEPT_EVERY: Final = timedelta(minutes=20)
"""How long played timers may be late; they fire at their due instant all the same."""


class Played(msgspec.Struct):
    """What a play came to."""

    steps: int = 0
    skipped: int = 0
    """Steps that life had overtaken: a timer closed the ticket before its customer answered."""


class Play:
    def __init__(self, services: Services, cast: Cast, lives: Sequence[Life]) -> None:
        self._services = services
        self._cast = cast
        self.lives = lives
        self._numbers: dict[int, str] = {}
        self._sweep = Sweep(services.db, wiring.timers(services))
        self._swept_at = datetime.min.replace(tzinfo=clock.now().tzinfo)

    async def run(self, until: datetime) -> Played:
        """Play every step up to ``until``, in the order of time over all tickets, and the timers between."""
        played = Played()
        steps = sorted((step for life in self.lives for step in life.steps), key=lambda step: step.at)
        for step in steps:
            if step.at > until:
                break
            with clock.played(step.at):
                await self._tick(step.at)
                played.steps += 1
                played.skipped += not await self.step(step)
        with clock.played(until):
            await self._tick(until, at_least=timedelta(0))
        return played

    def number(self, ticket: int) -> str | None:
        """The number of a played ticket, once it is open."""
        return self._numbers.get(ticket)

    async def step(self, step: Step) -> bool:
        """Take one step now; returns False when it is out of place by what happened meanwhile."""
        try:
            if step.act == "open":
                await self._open(step)
            elif step.act == "route":
                await self._route()
            else:
                return await self._act(step)
        except Refusal:
            return False
        return True

    async def _tick(self, now: datetime, *, at_least: timedelta = SWEPT_EVERY) -> None:
        if now - self._swept_at >= at_least:
            while not await self._sweep.once(now):
                pass
            self._swept_at = now

    async def _route(self) -> None:
        await route_waiting(self._services.uow, self._services.rules, self._cast.workspace_id, self._cast.release)

    async def _open(self, step: Step) -> None:
        life, services = self.lives[step.ticket], self._services
        story, customer = life.story, self._cast.customers[life.customer]
        rules = await services.rules(customer.workspace_id, customer.release)
        (number,) = await services.numbers.take(rules, 1, clock.now())
        new = NewTicket(
            number=number,
            requester=customer.person_id or 0,
            channel=life.channel,
            title=story.title,
            text=story.text,
            type=story.type,
            category=story.category,
            priority=story.priority,
            tags=story.tags,
            may_be_incomplete=True,
        )
        async with services.uow.begin(customer, via="demo") as desk:
            await commands.open_ticket(desk, new, wiring.triage)
        self._numbers[step.ticket] = number

    async def _act(self, step: Step) -> bool:
        number = self._numbers[step.ticket]
        customer = self._cast.customers[self.lives[step.ticket].customer]
        if step.act in ("write", "confirm", "rate", "reopen"):
            async with self._services.uow.begin(customer, via="demo") as desk:
                await _by_customer(desk, number, step)
            return True
        agent = await self._agent_of(number)
        if agent is None:
            return False
        async with self._services.uow.begin(agent, via="demo") as desk:
            await _by_staff(desk, number, step, self._cast)
        return True

    async def _agent_of(self, number: str) -> Authority | None:
        """Whose turn it is: the assignee's; while there is none the router is asked again."""
        if (assignee := await self._assignee(number)) is None:
            await self._route()
            assignee = await self._assignee(number)
        return self._cast.staff.get(assignee) if assignee else None

    async def _assignee(self, number: str) -> int | None:
        async with self._services.db.read(self._cast.workspace_id) as tx:
            row = await tx.row(
                tuple,
                "select assignee_id from ticket where workspace_id = %(workspace)s and number = %(number)s",
                number=number,
            )
        assert row is not None
        assignee: int | None = row[0]
        return assignee


async def _by_customer(desk: Desk, number: str, step: Step) -> None:
    match step.act:
        case "write":
            case = await desk.case(number, "ticket.reply")
            await commands.customer_writes(
                desk, case, Words(text=step.text), machine=False, by=desk.authority.person_id or 0
            )
        case "confirm":
            case = await desk.case(number, "ticket.confirm")
            await commands.confirm(desk, case)
        case "rate":
            case = await desk.case(number, "ticket.rate")
            await commands.rate(desk, case, score=step.score, comment=step.text)
        case "reopen":
            case = await desk.case(number, "ticket.reopen")
            await commands.reopen(desk, case, words=Words(text=step.text))


async def _by_staff(desk: Desk, number: str, step: Step, cast: Cast) -> None:
    words = Words(text=step.text)
    match step.act:
        case "accept":
            case = await desk.case(number, "ticket.accept")
            await commands.accept(desk, case, promised_at=None)
        case "reply":
            case = await desk.case(number, "ticket.reply")
            await commands.reply(desk, case, words, seen=None)
        case "note":
            case = await desk.case(number, "ticket.note")
            await commands.note(desk, case, words)
        case "wait":
            case = await desk.case(number, "ticket.move")
            await commands.move(desk, case, to="waiting", reason=None, seen=None)
        case "resolve":
            case = await desk.case(number, "ticket.resolve")
            await commands.resolve(desk, case, words=words, seen=None)
        case "hand_over":
            colleague = cast.colleague(desk.authority)
            if colleague is not None:
                await assign(
                    desk,
                    await desk.case(number, "ticket.assign"),
                    team=msgspec.UNSET,
                    assignee_id=colleague.person_id,
                    above_capacity=False,
                    seen=None,
                )
