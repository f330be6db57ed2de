"""What other domains may use of operations."""

from gongdan.domains.operations.commands import Kinds, begin
from gongdan.domains.operations.kinds import Foreseen, Item, Kind, Operation, Plan, Report, Result
from gongdan.domains.operations.rows import silent
from gongdan.domains.operations.runner import Work, run, step

__all__ = [
    "Foreseen",
    "Item",
    "Kind",
    "Kinds",
    "Operation",
    "Plan",
    "Report",
    "Result",
    "Work",
    "begin",
    "run",
    "silent",
    "step",
]
