"""What a view is: plain data, the same for those that we ship and those that somebody makes."""

from typing import Final, Literal

import msgspec

from gongdan.conditions.grammar import Condition
from gongdan.domains.inbox.views.columns import Order
from gongdan.domains.tickets.public import Shelf
from gongdan.kernel.text import Name

Layout = Literal["list", "board", "calendar"]
Density = Literal["comfortable", "compact"]
Shared = Literal["nobody", "teams", "everybody"]
FIRST_VERSION: Final = 1


class View(msgspec.Struct, frozen=True, kw_only=True):
    """A list of the tickets that are in reach, were not put away, and meet a condition."""

    key: str
    name: Name
    condition: Condition
    """What it leaves to its reader is bound when they read (``conditions.known``)."""
    columns: tuple[str, ...]
    sort: str
    order: Order | None = None
    """None: the direction that the sort has by nature."""
    group: str | None = None
    """The column by whose values the rows stand together."""
    colours: str | None = None
    """The column that colours the rows."""
    layout: Layout = "list"
    density: Density | None = None
    """How close its rows stand; None: as each reader likes it."""
    counted: bool = True
    """Whether its counter shows how many it holds."""
    owner: int | None = None
    """Whose it is; None: it is shipped."""
    shared: Shared = "everybody"
    """Who has it too."""
    teams: tuple[str, ...] = ()
    """With which teams it is shared."""
    shelf: Shelf | None = None
    """It shows what is kept there; None: what was not put away."""
    needs: str | None = None
    """Whoever may do this somewhere has it; None: everybody."""
    version: int = 0

    @property
    def is_shipped(self) -> bool:
        return self.owner is None
