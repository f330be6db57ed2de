"""A ticket's life without a database: the shipped policy, decided step by step on plain values."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, Literal

import msgspec

from gongdan import wiring
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.presets import standard
from gongdan.domains.sla.public import PROMISES, DropClock, PromisesOfTicket, SetClock
from gongdan.domains.tickets import intents as i
from gongdan.domains.tickets.desk.writes import SetColumns
from gongdan.domains.tickets.engine.case import Case, Requesting
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.engine.rules import RuleIntent, Rules, WorkspaceFacts
from gongdan.domains.tickets.engine.settle import Decision, settle
from gongdan.domains.tickets.events import MessageAdded
from gongdan.infra.log.chain import NO_HASH
from gongdan.kernel.events import Actor, Logged
from gongdan.kernel.ids import Ids

START = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # a Monday, 10:00 in Shanghai
CUSTOMER, AGENT, OTHER, LEAD = 11, 21, 22, 31

REQUESTER = frozenset({"requester"})
ASSIGNEE = frozenset({"staff", "assignee", "team"})
TEAM_LEAD = frozenset({"staff", "team", "lead"})
SYSTEM = frozenset({"system"})


@cache
def shipped() -> Rules:
    return compiled(standard([2026]))


def compiled(bundle: PolicyBundle) -> Rules:
    facts = WorkspaceFacts(id=1, number_prefix="GD", zone="Asia/Shanghai", locale="zh-CN")
    return wiring.compile_rules(facts, 1, bundle)


class Life:
    """One ticket. Each step settles one command at ``now`` and keeps what wiring's writers would have stored."""

    def __init__(self, rules: Rules | None = None, **opening: Any) -> None:
        self.rules = rules or shipped()
        self.now = START
        self.log: list[Logged[Any]] = []
        self.effects: list[Any] = []
        self._ids = Ids()
        self._ids.add_block(5)
        self._clocks: dict[tuple[str, int], Any] = {}
        self._ladder: Any = None
        requester = Requesting(person_id=CUSTOMER, name="王芳", locale="zh-CN", zone="Asia/Shanghai")
        self.case = Case(ticket=None, head=NO_HASH, requester=requester)
        fields: dict[str, Any] = {
            "number": "GD-1",
            "title": "无法登录",
            "type": "technical",
            "category": None,
            "priority": "P2",
        }
        fields |= {"channel": "portal", "by_agent": False, "creator_id": None}
        self.do(i.Open(**fields | opening), self._message("customer", CUSTOMER, opens=True), by=CUSTOMER, who=SYSTEM)

    @property
    def ticket(self) -> Ticket:
        return self.case.live

    def later(self, **span: float) -> "Life":
        self.now += timedelta(**span)
        return self

    def do(self, *wanted: i.Intent | RuleIntent, by: int | None = AGENT, who: frozenset[str] = ASSIGNEE) -> list[str]:
        """Settle one command; returns the kinds of its events."""
        kind: Literal["system", "customer", "staff"] = (
            "system" if by is None else "customer" if by == CUSTOMER else "staff"
        )
        decision = settle(
            self.case,
            wanted,
            ticket_id=7,
            rules=self.rules,
            actor=Actor(kind=kind, person_id=by, via="web"),
            relations=who,
            command_id=len(self.log),
            now=self.now,
            ids=self._ids,
        )
        self._keep(decision)
        return [one.event.kind for one in decision.events]

    def tick(self) -> list[str]:
        return self.do(i.Tick(), by=None, who=SYSTEM)

    def assign(self, to: int = AGENT) -> list[str]:
        return self.do(i.Assign(to=to, way="router"), by=None, who=SYSTEM)

    def accept(self) -> list[str]:
        return self.do(i.Accept(by=self.ticket.assignee_id or 0), by=self.ticket.assignee_id)

    def customer_writes(self, *, machine: bool = False) -> list[str]:
        return self.do(self._message("customer", CUSTOMER, machine=machine), by=CUSTOMER, who=REQUESTER)

    def agent_replies(self, by: int = AGENT) -> list[str]:
        return self.do(self._message("agent", by), by=by)

    def resolve(self) -> list[str]:
        return self.do(i.MoveTo(status="resolved"))

    def clock(self, metric: str) -> Any:
        return max((clock for clock in self._clocks.values() if clock.metric == metric), key=lambda row: row.cycle)

    @property
    def clocks(self) -> list[Any]:
        return sorted(self._clocks.values(), key=lambda row: (row.metric, row.cycle))

    def _message(self, author: Any, author_id: int, *, machine: bool = False, opens: bool = False) -> i.AddMessage:
        message = MessageAdded(
            message_id=self._ids.next(),
            conversation_id=1,
            audience="customer",
            author=author,
            author_id=author_id,
            machine=machine,
            opens=opens,
        )
        return i.AddMessage(message=message)

    def _keep(self, decision: Decision) -> None:
        self.log.extend(decision.events)
        self.effects = list(decision.effects)
        for effect in decision.effects:
            if isinstance(effect, SetClock):
                row = effect.row
                self._clocks[row.subject, row.cycle] = row
            if isinstance(effect, DropClock):
                del self._clocks[effect.row.subject, effect.row.cycle]
            if isinstance(effect, SetColumns) and "ladder" in effect.columns:
                self._ladder = effect.columns["ladder"]
        promises = PromisesOfTicket(ticket_id=7, clocks=tuple(self._clocks.values()), ladder=self._ladder)
        self.case = msgspec.structs.replace(decision.after, facets={PROMISES: [promises]})


def kinds(log: Sequence[Logged[Any]]) -> list[str]:
    return [one.event.kind for one in log]
