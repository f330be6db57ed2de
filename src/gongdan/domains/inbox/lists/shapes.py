"""What is answered of views."""

from gongdan.conditions.grammar import Condition
from gongdan.domains.inbox.shapes import PersonRef
from gongdan.domains.inbox.views.columns import Cell, Order
from gongdan.domains.inbox.views.view import Density, Layout, Shared
from gongdan.domains.tickets.public import Shelf
from gongdan.infra.http.bodies import Answer


class ColumnInfo(Answer, frozen=True):
    key: str
    name: dict[str, str]
    cell: Cell
    """How its values are shown."""
    value: str
    """The member of a row that it shows. ``fields``: it stands there, under the column's key."""
    sort: str | None
    """The order that it gives, if it gives one."""


class ViewInfo(Answer, frozen=True):
    key: str
    name: dict[str, str]
    count: int | None
    """Exact to 999; 1000 means more. Null: it is not counted, as the view has no counter, is hidden or broken, comes
    after the first 30, or cannot be counted in time."""
    condition: Condition | None
    """What it holds: a beginning for a ``where`` or a view of one's own. Null: it is broken."""
    sort: str
    """The order in which it is read unless another is asked for."""
    order: Order
    group: str | None
    """The column by whose values the rows stand together."""
    colours: str | None
    layout: Layout
    density: Density | None
    """How close its rows stand. Null: as each reader likes it."""
    counted: bool
    """Whether it has a counter."""
    shelf: Shelf | None
    """It shows what is kept there. Null: what was not put away."""
    columns: tuple[ColumnInfo, ...]
    is_timed: bool
    """What it holds changes by time alone too, which no event tells."""
    owner: PersonRef | None
    """Null: it is shipped."""
    shared: Shared
    teams: tuple[str, ...]
    """With which it is shared."""
    can_edit: bool
    """Whether this reader may change and remove it."""
    is_hidden: bool
    """This reader does not want to see it among their views."""
    is_broken: bool
    """It names what this reader may not read, or what the policy no longer has: it can be seen and not be listed."""
    version: int
    """For ``If-Match``."""
