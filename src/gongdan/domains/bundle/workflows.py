"""Workflows (流程): statuses, transitions, limits (spec 02, workflow). Content-addressed once compiled."""

from typing import Final, Literal, get_args

import msgspec

from gongdan.conditions.grammar import Condition
from gongdan.domains.bundle.actions import Action, Receiver
from gongdan.domains.bundle.named import Named, Shape
from gongdan.kernel.text import Key, Name

Phase = Literal["new", "open", "waiting_customer", "waiting_internal", "review", "resolved", "closed"]
PHASES: Final[tuple[Phase, ...]] = get_args(Phase)
ENDED: Final[tuple[Phase, ...]] = ("resolved", "closed")
"""Phases in which nothing is left to do."""
Who = str
"""``requester | creator | assignee | team | lead | staff | system`` or ``role:<key>``."""

Occasion = Literal[
    "assigned", "handed_over", "unassigned", "accepted", "customer_wrote", "agent_replied", "confirmed", "declined"
]
"""Something that happens to the ticket and takes a transition by itself. ``assigned``: nobody had it, or somebody took
it over; ``handed_over``: it was given from one person to another; ``agent_replied``: whoever handles it did."""


class StatusLimit(Shape, frozen=True, kw_only=True):
    """A timer that starts when the status is entered and dies when it is left."""

    key: Key
    after_s: int
    calendar: Key | None = None
    """None: calendar time, 24×7."""
    within: Literal["first_response", "resolution", "accept"] | None = None
    """Sooner where the ticket's target of this metric, counted from the same instant, is shorter than ``after_s``."""
    actions: tuple[Action, ...]
    retired: bool = False


class Status(Named, frozen=True, kw_only=True):
    phase: Phase
    colour: str = "grey"
    goal: Name = {}
    responsible: Who = "assignee"
    also_responsible: Who | None = None
    """Who answers for it beside them, such as the lead."""
    pauses: tuple[str, ...] | None = None
    """Metrics that stand still here; None: the SLA policy's rule by phase."""
    limits: tuple[StatusLimit, ...] = ()
    on_enter: tuple[Action, ...] = ()


class ApprovalStep(Named, frozen=True, kw_only=True):
    """One round of an approval (审批) before a transition; the next begins when it has agreed."""

    mode: Literal["all", "any"] = "all"
    """``all``: everybody whom it asks must agree (会签); ``any``: one of them is enough (或签)."""
    by: tuple[Receiver, ...]
    """Who is asked. Where they are nobody, the leads are, else who may manage."""
    when: Condition | None = None
    """The step is left out where it does not hold, when the approval is asked for. Where it holds when the ticket is to
    move, and was left out, the approval is asked for anew. None: it always counts."""
    cc: tuple[Receiver, ...] = ()
    """Who is told what came of it, and decides nothing (抄送)."""


class Transition(Named, frozen=True, kw_only=True):
    from_: tuple[Key, ...] = msgspec.field(name="from")
    to: Key
    who: tuple[Who, ...]
    on: Occasion | None = None
    when: Condition | None = None
    requires: tuple[str, ...] = ()
    """Fields that must be filled, for everyone and on every path."""
    approval: tuple[ApprovalStep, ...] = ()
    """Who must agree before it is taken, on every path."""


class Reopening(Shape, frozen=True, kw_only=True):
    """From a closed status, within the window; afterwards a linked follow-up is opened instead."""

    to: Key
    window_s: int
    who: tuple[Who, ...] = ("requester", "lead")


class Workflow(Named, frozen=True, kw_only=True):
    statuses: tuple[Status, ...]
    transitions: tuple[Transition, ...]
    initial: Key
    reopen: Reopening
