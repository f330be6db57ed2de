"""Escalation ladders (升级梯): levels that fire once, their receivers and colours (spec 03)."""

from typing import Literal

from gongdan.conditions.grammar import Condition
from gongdan.domains.bundle.actions import Action, Receiver
from gongdan.domains.bundle.named import Named, Shape
from gongdan.domains.bundle.times.sla import Metric
from gongdan.kernel.text import Key


class OnUnassigned(Shape, frozen=True, kw_only=True, tag="unassigned", tag_field="on"):
    after_s: int


class OnClock(Shape, frozen=True, kw_only=True, tag="clock", tag_field="on"):
    metric: Metric
    percent: int
    phases: tuple[str, ...] = ()
    """Fires only while the ticket stands in one of these; empty: any."""


class AfterLevel(Shape, frozen=True, kw_only=True, tag="level", tag_field="on"):
    level: Key
    after_s: int
    if_idle: bool = True
    """Only if nobody did anything since that level fired."""


class Level(Named, frozen=True, kw_only=True):
    on: OnUnassigned | OnClock | AfterLevel | None
    """None: by hand or by a status limit only."""
    to: tuple[Receiver, ...]
    colour: Literal["yellow", "orange", "red"]
    actions: tuple[Action, ...] = ()


class Ladder(Named, frozen=True, kw_only=True):
    when: Condition | None = None
    levels: tuple[Level, ...]
