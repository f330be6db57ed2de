"""The views that people made, as rows: who has which, and in what order they stand."""

from typing import Any, Final

import msgspec

from gongdan.conditions.grammar import Condition
from gongdan.conditions.known import NEVER
from gongdan.domains.accounts.public import Authority, may_somewhere
from gongdan.domains.inbox.views.columns import Order
from gongdan.domains.inbox.views.errors import ViewNotFound
from gongdan.domains.inbox.views.shipped import SHELF_VIEWS, VIEWS
from gongdan.domains.inbox.views.view import Density, Layout, Shared, View
from gongdan.infra.db.tx import Query, ReadTx

MOST_SEEN: Final = 500
"""Views of others that one person is shown at most; the oldest come first."""


class SavedView(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``saved_view``, with its owner's name."""

    key: str
    owner_id: int
    owner_name: str | None
    name: str
    condition: dict[str, Any]
    columns: list[str]
    sort: str
    sort_order: Order | None
    group_by: str | None
    colour_by: str | None
    layout: Layout
    density: Density | None
    counted: bool
    shared: Shared
    teams: list[str]
    version: int

    def view(self) -> View:
        return View(
            key=self.key,
            name={"zh-CN": self.name, "en": self.name},
            condition=condition_of(self.condition),
            columns=tuple(self.columns),
            sort=self.sort,
            order=self.sort_order,
            group=self.group_by,
            colours=self.colour_by,
            layout=self.layout,
            density=self.density,
            counted=self.counted,
            owner=self.owner_id,
            shared=self.shared,
            teams=tuple(self.teams),
            version=self.version,
        )


class Arrangement(msgspec.Struct, frozen=True, kw_only=True):
    """How one person wants their views."""

    keys: list[str] = []
    """These come first, in this order."""
    hidden: list[str] = []


_COLUMNS: Final = """
       v.key, v.owner_id, p.name as owner_name, v.name, v.condition, v.columns, v.sort, v.sort_order, v.group_by,
       v.colour_by, v.layout, v.density, v.counted, v.shared, v.teams, v.version
  from saved_view v
  left join person p on p.workspace_id = v.workspace_id and p.id = v.owner_id
 where v.workspace_id = %(workspace)s
"""
_HAS: Final = """
   and (v.owner_id = %(me)s
    or (v.shared <> 'nobody' and (v.shared = 'everybody' or v.teams && %(teams)s::text[])))
"""


def of_reader(authority: Authority) -> Query[SavedView]:
    """Their own, then what is shared with them, each by age. Served by ``saved_view_of_owner`` and
    ``saved_view_shared``."""
    sql = f"select {_COLUMNS} {_HAS} order by v.owner_id <> %(me)s, v.created_at, v.key limit {MOST_SEEN}"
    return Query(SavedView, sql, _reader(authority))


def arrangement(authority: Authority) -> Query[Arrangement]:
    sql = "select keys, hidden from view_arrangement where workspace_id = %(workspace)s and person_id = %(me)s"
    return Query(Arrangement, sql, _reader(authority))


async def saved_view(tx: ReadTx, authority: Authority, key: str) -> SavedView:
    """Raises ViewNotFound: no such view, or not one of theirs."""
    found = await tx.row(SavedView, f"select {_COLUMNS} {_HAS} and v.key = %(key)s", key=key, **_reader(authority))
    if found is None:
        raise ViewNotFound(key=key)
    return found


async def view_of(tx: ReadTx, authority: Authority, key: str) -> View:
    """Any view of a reader; a shipped one costs nothing. Raises ViewNotFound."""
    if (shipped := VIEWS.get(key) or SHELF_VIEWS.get(key)) is None:
        return (await saved_view(tx, authority, key)).view()
    if shipped.needs is not None and not may_somewhere(authority, shipped.needs):
        raise ViewNotFound(key=key)
    return shipped


def arranged(views: list[View], how: Arrangement) -> list[View]:
    """In the order that the person chose; what they did not place stays behind, as it was."""
    places = {key: place for place, key in enumerate(how.keys)}
    return sorted(views, key=lambda view: places.get(view.key, len(places)))


def _reader(authority: Authority) -> dict[str, Any]:
    return {"me": authority.person_id or 0, "teams": sorted(authority.teams)}


def condition_of(stored: dict[str, Any]) -> Condition:
    """What a newer process stored and this one cannot read holds for no ticket."""
    try:
        return msgspec.convert(stored, Condition)
    except msgspec.ValidationError:
        return NEVER
