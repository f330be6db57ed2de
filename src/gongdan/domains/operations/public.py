"""What other domains may use of operations."""

from gongdan.domains.operations.commands import Kinds, begin, fill, lay_out, sees_system, stop_planned
from gongdan.domains.operations.errors import TooManyItems
from gongdan.domains.operations.kinds import MOST_ITEMS, Foreseen, Item, Kind, Operation, Plan, Report, Result
from gongdan.domains.operations.rows import FailedItem, drop_plans, operation, problems, silent, under_way
from gongdan.domains.operations.runner import Work, run, step
from gongdan.domains.operations.sweeping import OWNER, sweeping

__all__ = [
    "MOST_ITEMS",
    "OWNER",
    "FailedItem",
    "Foreseen",
    "Item",
    "Kind",
    "Kinds",
    "Operation",
    "Plan",
    "Report",
    "Result",
    "TooManyItems",
    "Work",
    "begin",
    "drop_plans",
    "fill",
    "lay_out",
    "operation",
    "problems",
    "run",
    "sees_system",
    "silent",
    "step",
    "stop_planned",
    "sweeping",
    "under_way",
]
