"""Making, changing, sharing, removing and arranging views. Every change stands in the log of the workspace."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import msgspec

from gongdan.domains.accounts.public import Authority, may_somewhere, record, system
from gongdan.domains.inbox.masking import readable
from gongdan.domains.inbox.views import events as e
from gongdan.domains.inbox.views import saved
from gongdan.domains.inbox.views.checking import faults
from gongdan.domains.inbox.views.errors import SharingRefused, StaleView, TooManyViews, ViewInvalid, ViewNotYours
from gongdan.domains.inbox.views.saved import Arrangement
from gongdan.domains.inbox.views.shipped import SHELF_VIEWS, VIEWS
from gongdan.domains.inbox.views.view import FIRST_VERSION, View
from gongdan.domains.policy.events import ReleasePublished
from gongdan.domains.policy.public import remapped_condition
from gongdan.domains.tickets.public import Rules, gone_categories
from gongdan.infra.db.tx import Database, Query, Tx
from gongdan.infra.log.subscribers import Subscriber
from gongdan.kernel.events import Logged, Via

MOST_VIEWS: Final = 100
"""Of one person."""
SHARE: Final = "view.share"


class _Owned(msgspec.Struct, frozen=True):
    count: int


async def add(tx: Tx, authority: Authority, rules: Rules, view: View, *, via: Via, now: datetime) -> View:
    """Save a view of one's own; key, owner and version are given here.

    Raises:
        ViewInvalid: it names what they may not read, what no list can be read by, or what there is not.
        SharingRefused: they may not share it so.
        TooManyViews: they have as many as one may have.
    """
    view = msgspec.structs.replace(view, key=f"v{tx.ids.next()}", owner=authority.me, version=FIRST_VERSION)
    _check(authority, rules, view, teams=view.teams)
    _, (owned,) = await tx.gather(
        Query(tuple, "select pg_advisory_xact_lock(%(me)s::bigint)", {"me": authority.me}),
        Query(
            _Owned,
            "select count(*) as count from saved_view where workspace_id = %(workspace)s and owner_id = %(me)s",
            {"me": authority.me},
        ),
    )
    if owned.count >= MOST_VIEWS:
        raise TooManyViews(most=MOST_VIEWS)
    tx.insert(
        "saved_view", {"workspace_id": tx.workspace_id, "created_at": now, "changed_by": authority.me, **_row(view)}
    )
    await record(
        tx, authority, "workspace", tx.workspace_id, e.ViewAdded(key=view.key, view=_told(view)), via=via, now=now
    )
    return view


async def change(
    tx: Tx,
    authority: Authority,
    rules: Rules,
    key: str,
    changes: dict[str, Any],
    *,
    seen: int | None,
    via: Via,
    now: datetime,
) -> View:
    """Change members of a view; what stays as it is is not written.

    Raises:
        ViewNotFound, ViewNotYours, ViewInvalid, SharingRefused.
        StaleView: it was changed since ``seen``.
    """
    before = await _for_change(tx, authority, key, seen)
    after = msgspec.structs.replace(before, **changes)
    if after == before:
        return before
    if after.shared != "teams":
        after = msgspec.structs.replace(after, teams=())
    is_shared_anew = after.shared != before.shared and after.shared != "nobody"
    added = after.teams if is_shared_anew else tuple(team for team in after.teams if team not in before.teams)
    _check(authority, rules, after, teams=added, to_everybody=is_shared_anew and after.shared == "everybody")
    after = msgspec.structs.replace(after, version=before.version + 1)
    row = _row(after) | {"changed_by": authority.me}
    sets = ", ".join(f"{name} = %({name})s" for name in row if name != "key")
    tx.put(f"update saved_view set {sets} where workspace_id = %(workspace)s and key = %(key)s", **row)
    was, now_is = _told(before), _told(after)
    told = {name for name in was if was[name] != now_is[name]}
    event = e.ViewChanged(key=key, before={n: was[n] for n in was if n in told}, after={n: now_is[n] for n in told})
    await record(tx, authority, "workspace", tx.workspace_id, event, via=via, now=now)
    return after


async def remove(tx: Tx, authority: Authority, key: str, *, seen: int | None, via: Via, now: datetime) -> None:
    """Raises: ViewNotFound, ViewNotYours, StaleView."""
    view = await _for_change(tx, authority, key, seen)
    tx.put("delete from saved_view where workspace_id = %(workspace)s and key = %(key)s", key=key)
    await record(
        tx, authority, "workspace", tx.workspace_id, e.ViewRemoved(key=key, view=_told(view)), via=via, now=now
    )


async def arrange(tx: Tx, authority: Authority, wanted: Arrangement, *, via: Via, now: datetime) -> Arrangement:
    """Set the order of one's views and which are hidden. Keys that are no views of theirs are kept: a view that comes
    back stands where it stood."""
    (rows,) = await tx.gather(saved.arrangement(authority))
    before = rows[0] if rows else Arrangement()
    after = Arrangement(keys=list(dict.fromkeys(wanted.keys)), hidden=sorted(set(wanted.hidden)))
    if after == before:
        return after
    key = {"workspace_id": tx.workspace_id, "person_id": authority.me}
    tx.keep("view_arrangement", key, msgspec.structs.asdict(after))
    event = e.ViewsArranged(
        person_id=authority.me, before=msgspec.structs.asdict(before), after=msgspec.structs.asdict(after)
    )
    await record(tx, authority, "workspace", tx.workspace_id, event, via=via, now=now)
    return after


def may_change(authority: Authority, view: View) -> bool:
    """Its owner, and of a shared one whoever may share: a view outlives that its owner left."""
    if view.is_shipped:
        return False
    return view.owner == authority.person_id or (view.shared != "nobody" and may_somewhere(authority, SHARE))


async def _for_change(tx: Tx, authority: Authority, key: str, seen: int | None) -> View:
    if key in VIEWS or key in SHELF_VIEWS:
        raise ViewNotYours(key=key)
    (locked,) = await tx.gather(Query(_LastChange, _LOCK, {"key": key}))
    view = (await saved.saved_view(tx, authority, key)).view()
    if not may_change(authority, view):
        raise ViewNotYours(key=key)
    if seen is not None and seen != view.version:
        raise StaleView(version=view.version, by=locked[0].by)
    return view


def repointing(db: Database) -> Subscriber:
    """Saved views that ask for a category name the one that took its place, once a release says so; their logs tell it.
    Repeated, it finds nothing to change."""

    async def handle(tx: Tx, events: Sequence[Logged[Any]]) -> None:
        async with db.read(tx.workspace_id) as reading:
            gone = await gone_categories(reading, events)
        if not gone:
            return
        instead = {key: one.into for key, one in gone.items()}
        (rows,) = await tx.gather(Query(_Asking, _NAMING, {"keys": [f'"{key}"' for key in instead]}))
        last = events[-1]
        by = system(tx.workspace_id, name="policy", release=last.event.number)
        told: list[e.ViewChanged] = []
        for row in rows:
            before = saved.condition_of(row.condition)
            after = remapped_condition(before, _CATEGORY, instead)
            if after != before:
                tx.put(_REPOINT, key=row.key, condition=after)
                changed = {"condition": row.condition}, {"condition": msgspec.to_builtins(after)}
                told.append(e.ViewChanged(key=row.key, before=changed[0], after=changed[1]))
        if told:
            await record(tx, by, "workspace", tx.workspace_id, *told, via="worker", now=last.at)

    return Subscriber(name="repoint_views", kinds=(ReleasePublished,), handle=handle, begins="end")


class _Asking(msgspec.Struct, frozen=True):
    key: str
    condition: dict[str, Any]


_CATEGORY: Final = "category"
_NAMING: Final = """
select key, condition
  from saved_view
 where workspace_id = %(workspace)s
   and exists (select from unnest(%(keys)s::text[]) named where position(named in condition::text) > 0)
 order by key
   for update
"""
"""Few views stand in a workspace: all are read."""
_REPOINT: Final = """
update saved_view
   set condition = %(condition)s, version = version + 1
 where workspace_id = %(workspace)s and key = %(key)s
"""


class _LastChange(msgspec.Struct, frozen=True):
    by: str | None


_LOCK: Final = """
select p.name as by
  from saved_view v
  left join person p on p.workspace_id = v.workspace_id and p.id = v.changed_by
 where v.workspace_id = %(workspace)s and v.key = %(key)s
   for update of v
"""


def _check(
    authority: Authority, rules: Rules, view: View, *, teams: tuple[str, ...], to_everybody: bool | None = None
) -> None:
    """``teams``: with which it is newly shared."""
    found = faults(view, rules.registry, readable(rules, authority))
    if found:
        raise ViewInvalid(faults=tuple(found))
    to_all = view.shared == "everybody" if to_everybody is None else to_everybody
    foreign = sorted(set(teams) - authority.led_teams) if view.shared == "teams" else []
    if (to_all or foreign) and not may_somewhere(authority, SHARE):
        raise SharingRefused(teams=foreign)


def _row(view: View) -> dict[str, Any]:
    return {
        "key": view.key,
        "owner_id": view.owner,
        "name": view.name["en"],
        "condition": view.condition,
        "columns": view.columns,
        "sort": view.sort,
        "sort_order": view.order,
        "group_by": view.group,
        "colour_by": view.colours,
        "layout": view.layout,
        "density": view.density,
        "counted": view.counted,
        "shared": view.shared,
        "teams": view.teams,
        "version": view.version,
    }


def _told(view: View) -> dict[str, Any]:
    """As the log holds it."""
    found: dict[str, Any] = msgspec.to_builtins(view)
    return {name: value for name, value in found.items() if name not in ("key", "version")}
