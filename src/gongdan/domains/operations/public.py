"""What other domains may use of operations."""

from gongdan.domains.operations.commands import Kinds
from gongdan.domains.operations.kinds import Item, Kind, Operation, Plan, Report, Result, Run
from gongdan.domains.operations.runner import Work, run, step

__all__ = ["Item", "Kind", "Kinds", "Operation", "Plan", "Report", "Result", "Run", "Work", "run", "step"]
