"""What other domains may use of the SLA."""

from gongdan.domains.sla.policy import CompiledSla
from gongdan.domains.sla.reactions import CLOCKS, LADDER, ClockOfTicket, SetClock

__all__ = ["CLOCKS", "LADDER", "ClockOfTicket", "CompiledSla", "SetClock"]
