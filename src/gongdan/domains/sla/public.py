"""What other domains may use of the SLA."""

from gongdan.domains.sla.policy import CompiledSla
from gongdan.domains.sla.reactions import (
    CLOCKS,
    LADDER,
    ClockOfTicket,
    LadderOfTicket,
    SetClock,
    clocks_fall_due,
    levels_fall_due,
    project_clocks,
)
from gongdan.domains.sla.writes import write_clock

__all__ = [
    "CLOCKS",
    "LADDER",
    "ClockOfTicket",
    "CompiledSla",
    "LadderOfTicket",
    "SetClock",
    "clocks_fall_due",
    "levels_fall_due",
    "project_clocks",
    "write_clock",
]
