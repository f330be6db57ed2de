"""What a view is: plain data, the same for those that we ship and those that somebody makes."""

from typing import Literal

import msgspec

from gongdan.conditions.grammar import Condition
from gongdan.domains.inbox.views.columns import ColumnKey, SortKey
from gongdan.kernel.text import Name

Layout = Literal["list", "board", "calendar"]


class View(msgspec.Struct, frozen=True, kw_only=True):
    """A list of the tickets that are in reach, are neither spam nor trash nor archived, and meet a condition."""

    key: str
    name: Name
    condition: Condition
    """What it leaves to its reader is bound when they read (``conditions.known``)."""
    sort: SortKey
    columns: tuple[ColumnKey, ...]
    layout: Layout = "list"
    group: ColumnKey | None = None
    """The column by whose values the rows stand together."""
    colours: ColumnKey | None = None
    """The column that colours the rows."""
    owner: int | None = None
    """Whose it is; None: the workspace's."""
    shared_with: tuple[str, ...] | None = None
    """The teams that have it too; None: everybody."""
