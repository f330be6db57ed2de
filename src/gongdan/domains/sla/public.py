"""What other domains may use of the SLA."""

from gongdan.domains.sla.clocks import ClockRow, catch_up
from gongdan.domains.sla.http import handlers
from gongdan.domains.sla.jobs import foresee, recompute, recomputing
from gongdan.domains.sla.lint import SECTIONS
from gongdan.domains.sla.policy import CompiledSla
from gongdan.domains.sla.promises.past import SLA, replayed
from gongdan.domains.sla.promises.reactions import (
    LADDER_OWNER,
    OWNER,
    PROMISES,
    DropClock,
    PromisesOfTicket,
    SetClock,
    clocks_changed,
    clocks_fall_due,
    due_at_work,
    levels_fall_due,
    project_clocks,
    promised,
)
from gongdan.domains.sla.promises.reading import reading
from gongdan.domains.sla.writes import drop_clock, write_clock

__all__ = [
    "LADDER_OWNER",
    "OWNER",
    "PROMISES",
    "SECTIONS",
    "SLA",
    "ClockRow",
    "CompiledSla",
    "DropClock",
    "PromisesOfTicket",
    "SetClock",
    "catch_up",
    "clocks_changed",
    "clocks_fall_due",
    "drop_clock",
    "due_at_work",
    "foresee",
    "handlers",
    "levels_fall_due",
    "project_clocks",
    "promised",
    "reading",
    "recompute",
    "recomputing",
    "replayed",
    "write_clock",
]
