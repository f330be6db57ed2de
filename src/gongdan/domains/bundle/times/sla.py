"""SLA policies (时效策略, spec 03): ordered, first match wins, the one without a condition is the fallback."""

from typing import Literal

from gongdan.conditions.grammar import Condition
from gongdan.domains.bundle.named import Named, Shape
from gongdan.domains.bundle.workflows import Phase
from gongdan.kernel.text import Key

Metric = Literal["first_response", "next_response", "update", "accept", "stage", "resolution"]
Unit = Literal["calendar_minutes", "working_minutes", "working_days", "end_of_working_day", "end_of_day"]


class Target(Shape, frozen=True, kw_only=True):
    metric: Metric
    priorities: tuple[Key, ...] = ()
    """Empty: every priority. The first target that fits wins."""
    amount: int
    unit: Unit
    calendar: Key | None = None
    """Whose hours count, for working units; whose midnight counts, for ``end_of_day``. None: calendar time, 24×7."""
    warn_at: tuple[int, ...] = ()
    """Warning points in per cent of the target, 1 to 99."""
    warn_before_s: tuple[int, ...] = ()
    """Warning points in seconds before due, measured like the target itself (working seconds for working units)."""
    status: Key | None = None
    team: Key | None = None
    """For ``stage``: the status or the team whose time is limited."""


class SlaPolicy(Named, frozen=True, kw_only=True):
    when: Condition | None = None
    targets: tuple[Target, ...]
    pause_phases: tuple[Phase, ...] = ("waiting_customer",)
    on_retarget: Literal["from_start", "from_now"] = "from_start"
    on_reopen: Literal["resume", "new_cycle"] = "resume"
