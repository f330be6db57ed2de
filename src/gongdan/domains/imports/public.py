"""What other domains may use of imports."""

from gongdan.domains.imports.commands import CARRY_OUT, TRY, ImportState, bring_in, check, kind_for, own, start
from gongdan.domains.imports.kinds import Doing, ImportKind, ImportKinds, KindsOf, NumberedRow, Outcome, TableColumn
from gongdan.domains.imports.members import MEMBERS
from gongdan.domains.imports.reading.delimited import read_text
from gongdan.domains.imports.reading.tables import NoTable
from gongdan.domains.imports.rows import forget_named
from gongdan.domains.imports.sweeping import OWNER, sweeping
from gongdan.domains.imports.work import work

__all__ = [
    "CARRY_OUT",
    "MEMBERS",
    "OWNER",
    "TRY",
    "Doing",
    "ImportKind",
    "ImportKinds",
    "ImportState",
    "KindsOf",
    "NoTable",
    "NumberedRow",
    "Outcome",
    "TableColumn",
    "bring_in",
    "check",
    "forget_named",
    "kind_for",
    "own",
    "read_text",
    "start",
    "sweeping",
    "work",
]
