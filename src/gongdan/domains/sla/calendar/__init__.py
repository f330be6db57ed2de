"""Working time: ``hours`` what a date's hours are and why · ``compiled`` arithmetic over them."""

from gongdan.domains.sla.calendar.compiled import ALWAYS, CompiledCalendar, floor

__all__ = ["ALWAYS", "CompiledCalendar", "floor"]
