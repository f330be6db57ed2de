"""A ticket's life on a shipped workflow, told in words: what somebody does, hours that pass, what comes of it."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import cache
from typing import Any

import msgspec

from gongdan.domains.policy.presets import standard
from gongdan.domains.tickets import intents as i
from gongdan.domains.tickets.deciders.reactions import LIMITS, limit_answers
from gongdan.domains.tickets.engine.rules import Rules
from gongdan.domains.tickets.engine.settle import Decision
from gongdan.domains.tickets.events import CustomerTold, StaffReminded
from gongdan.infra.timers.effects import CancelTimer, SetTimer
from gongdan.kernel.errors import Refusal
from tests.domains.tickets.life import ASSIGNEE, CUSTOMER, LEAD, REQUESTER, SYSTEM, TEAM_LEAD, Life, compiled

TYPES = {
    "support": ("technical", {"workflow": "support"}),
    "handler": ("order", {"workflow": "handler", "who_closes": "handler"}),
    "review": ("requirement", {}),
    "internal": ("internal", {}),
    "standard": ("technical", {}),
}
"""Workflow → a type that has it, and how that type is changed for it."""


@cache
def rules_of(flow: str) -> Rules:
    bundle, (key, changes) = standard([2026]), TYPES[flow]
    types = tuple(msgspec.structs.replace(one, **changes) if one.key == key else one for one in bundle.types)
    return compiled(msgspec.structs.replace(bundle, types=types))


class Told(Life):
    """Keeps the timers of limits, and what was said of the last step."""

    def __init__(self, flow: str) -> None:
        self.timers: dict[str, Any] = {}
        self.said: list[str] = []
        super().__init__(rules_of(flow), type=TYPES[flow][0], category=None, creator_id=CUSTOMER)

    def step(self, words: str) -> None:
        """Do what the words say; ``not `` before them: it is refused."""
        self.said = []
        if words.startswith("not "):
            try:
                self._do(words.removeprefix("not "))
            except Refusal:
                return
            raise AssertionError(f"{words}: it was not refused, it stands at {self.ticket.status}")
        self._do(words)

    def _do(self, words: str) -> None:
        verb, _, what = words.partition(" ")
        if verb == "after":
            self._pass(timedelta(hours=float(what.removesuffix("h"))))
        else:
            _DEEDS[verb](self, what)

    def _pass(self, span: timedelta) -> None:
        """Fire what falls due on the way, in its order."""
        end = self.now + span
        while due := sorted((at, key) for key, at in self.timers.items() if at <= end):
            self.now, key = max(due[0][0], self.now), due[0][1]
            del self.timers[key]
            self.do(*limit_answers(self.rules, self.case, key, self.now), by=None, who=SYSTEM)
        self.now = end

    def _keep(self, decision: Decision) -> None:
        super()._keep(decision)
        for effect in decision.effects:
            if isinstance(effect, SetTimer) and effect.owner == LIMITS:
                self.timers[effect.key] = effect.fire_at
            if isinstance(effect, CancelTimer) and effect.owner == LIMITS:
                self.timers.pop(effect.key, None)
        for logged in decision.events:
            if isinstance(logged.event, CustomerTold):
                self.said.append(f"letter {logged.event.template}")
            if isinstance(logged.event, StaffReminded):
                self.said.append("remind " + " ".join(logged.event.to))


Deed = Callable[[Told, str], Any]


def _closes(life: Told, by: int, who: frozenset[str], reason: Any) -> None:
    life.do(i.MoveTo(status="closed", reason=reason), by=by, who=who)


_DEEDS: dict[str, Deed] = {
    "assign": lambda life, _: life.assign(),
    "accept": lambda life, _: life.accept(),
    "unassign": lambda life, _: life.do(i.Assign(to=None, way="hand"), by=LEAD, who=TEAM_LEAD),
    "reply": lambda life, _: life.agent_replies(),
    "lead-reply": lambda life, _: life.agent_replies(LEAD),
    "ask": lambda life, _: life.customer_writes(),
    "decline": lambda life, _: life.do(i.Happen(occasion="declined"), by=CUSTOMER, who=REQUESTER),
    "confirm": lambda life, _: life.do(i.Happen(occasion="confirmed", reason="confirmed"), by=CUSTOMER, who=REQUESTER),
    "withdraw": lambda life, _: _closes(life, CUSTOMER, REQUESTER, "not_needed"),
    "move": lambda life, to: life.do(i.MoveTo(status=to)),
    "lead": lambda life, to: life.do(i.MoveTo(status=to), by=LEAD, who=TEAM_LEAD),
    "close": lambda life, _: life.do(i.MoveTo(status="closed", reason="solved"), who=ASSIGNEE),
    "lead-close": lambda life, reason: _closes(life, LEAD, TEAM_LEAD, reason or "solved"),
    "reopen": lambda life, _: life.do(i.Reopen(), by=CUSTOMER, who=REQUESTER),
}


def run(flow: str, steps: Sequence[str]) -> Told:
    life = Told(flow)
    for one in steps:
        life.step(one)
    return life
