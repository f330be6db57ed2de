"""Clocks: ``model`` what a clock is · ``targets`` what a goal allows · ``course`` the life of one clock · ``fold`` a
ticket's facts moving all its clocks · ``ledger`` where a clock's time went."""

from gongdan.domains.sla.clocks.fold import Advanced, Book, Fact, Standing, Turn, advance, catch_up, recompute
from gongdan.domains.sla.clocks.model import Cause, ClockRow, Goal, Happened, Segment
from gongdan.domains.sla.clocks.targets import Aim, Goals

__all__ = [
    "Advanced",
    "Aim",
    "Book",
    "Cause",
    "ClockRow",
    "Fact",
    "Goal",
    "Goals",
    "Happened",
    "Segment",
    "Standing",
    "Turn",
    "advance",
    "catch_up",
    "recompute",
]
