"""What the endpoints of the inbox take, bounded."""

from typing import Annotated

from litestar.params import PathParameter
from msgspec import UNSET, Meta, UnsetType

from gongdan.conditions.grammar import Condition
from gongdan.domains.inbox.views.columns import Order
from gongdan.domains.inbox.views.view import Density, Layout, Shared
from gongdan.infra.http.bodies import Fields, Label, Request
from gongdan.kernel.text import Key

PathView = Annotated[str, PathParameter(max_length=63)]
"""Key of a view."""
ColumnName = Annotated[str, Meta(min_length=1, max_length=80)]
"""Of a list: of ``COLUMNS``, of a field that a subject shows, or ``fields.<key>``."""
Columns = Annotated[tuple[ColumnName, ...], Meta(min_length=1, max_length=30)]
ViewKeys = Annotated[tuple[Annotated[str, Meta(max_length=63)], ...], Meta(max_length=700)]


class SaveView(Request, frozen=True, kw_only=True):
    name: Annotated[Label, Meta(min_length=1, max_length=60)]
    condition: Condition
    """What it leaves to its reader stands as ``{"known": "me"}``, ``my_teams`` or ``now``."""
    columns: Columns
    sort: ColumnName = "updated"
    order: Order | None = None
    """Null: the direction that the sort has by nature."""
    group: ColumnName | None = None
    colours: ColumnName | None = None
    layout: Layout = "list"
    density: Density | None = None
    """How close rows stand. Null: as each reader likes it."""
    counted: bool = True
    """Whether its counter shows how many it holds."""
    shared: Shared = "nobody"
    teams: Annotated[tuple[Key, ...], Meta(max_length=100)] = ()
    """With which it is shared, where it is shared with teams."""


class ChangeView(Request, frozen=True, kw_only=True):
    name: Annotated[Label, Meta(min_length=1, max_length=60)] | UnsetType = UNSET
    condition: Condition | UnsetType = UNSET
    columns: Columns | UnsetType = UNSET
    sort: ColumnName | UnsetType = UNSET
    order: Order | UnsetType | None = UNSET
    group: ColumnName | UnsetType | None = UNSET
    colours: ColumnName | UnsetType | None = UNSET
    layout: Layout | UnsetType = UNSET
    density: Density | UnsetType | None = UNSET
    counted: bool | UnsetType = UNSET
    shared: Shared | UnsetType = UNSET
    teams: Annotated[tuple[Key, ...], Meta(max_length=100)] | UnsetType = UNSET


class ArrangeViews(Request, frozen=True, kw_only=True):
    order: ViewKeys = ()
    """Keys of views; these come first, in this order."""
    hidden: ViewKeys = ()


class TypedFields(Request, frozen=True, kw_only=True):
    """Custom fields as far as they are filled in; null where one was emptied."""

    fields: Fields = {}
