"""Departments: a tree with heads. Who heads one, or belongs to it, reaches the teams of its whole subtree."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

import msgspec

from gongdan.domains.accounts import writes
from gongdan.domains.accounts.errors import (
    DepartmentInUse,
    DepartmentNotFound,
    KeyTaken,
    StaleStructure,
    UnknownKeys,
)
from gongdan.domains.accounts.events import DepartmentAdded, DepartmentChanged, DepartmentRemoved
from gongdan.domains.accounts.rights import access
from gongdan.domains.accounts.rights.authority import Authority
from gongdan.infra.db.tx import Query, ReadTx, Tx
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Via
from gongdan.kernel.text import Name

DEEPEST: Final = 8
"""Levels of the tree."""
SHOWN: Final = 20


class DepartmentRow(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    name: Name
    parent: str | None
    head_id: int | None
    version: int
    teams: list[str]


async def departments(tx: ReadTx) -> list[DepartmentRow]:
    """All of them, by key."""
    return await tx.rows(DepartmentRow, _ALL)


async def make_department(
    tx: Tx,
    authority: Authority,
    key: str,
    *,
    name: Name,
    parent: str | None,
    head_id: int | None = None,
    via: Via,
    now: datetime,
) -> None:
    """Make a department below ``parent``, or at the top.

    Raises:
        Forbidden: the actor may not manage people.
        KeyTaken: there is such a department.
        UnknownKeys: there is no such parent or head.
        Invalid: the tree would be too deep.
        RightsAboveOwn: the head holds more by it than the actor.
    """
    access.require(authority, "people.manage")
    known = await _locked(tx)
    if key in known:
        raise KeyTaken(key=key)
    _check_parent(known, key, parent)
    await _check_head(tx, head_id)
    await access.require_to_widen(tx, authority, (head_id,))

    writes.add_department(tx, key, name=name, parent=parent, head_id=head_id)
    event = DepartmentAdded(key=key, name=name, parent=parent, head_id=head_id)
    await writes.record(tx, authority, "workspace", tx.workspace_id, event, via=via, now=now)


async def change_department(
    tx: Tx, authority: Authority, key: str, wanted: Mapping[str, Any], *, seen: int | None, via: Via, now: datetime
) -> None:
    """``wanted``: of name, parent and head_id what is to change. It holds from everybody's next request on.

    Raises:
        Forbidden, DepartmentNotFound, StaleStructure.
        UnknownKeys: there is no such parent or head.
        Invalid: it would stand below itself, or the tree would be too deep.
        RightsAboveOwn: the actor, the head, or somebody who heads what it moves below or belongs there, may do more
            with what they would reach by it than the actor.
    """
    access.require(authority, "people.manage")
    known = await _locked(tx)
    before = _seen(known, key, seen)
    after = {part: value for part, value in wanted.items() if value != getattr(before, part)}
    if not after:
        return
    if "parent" in after:
        _check_parent(known, key, after["parent"])
    await _check_head(tx, after.get("head_id"))
    if not after.keys().isdisjoint(("parent", "head_id")):
        higher = await reaching(tx, known, before.parent, after.get("parent"))
        await access.require_to_widen(tx, authority, (authority.person_id, after.get("head_id"), *higher))

    writes.set_department(tx, key, msgspec.structs.asdict(before) | after)
    event = DepartmentChanged(key=key, before={part: getattr(before, part) for part in after}, after=after)
    await writes.record(tx, authority, "workspace", tx.workspace_id, event, via=via, now=now)


async def remove_department(
    tx: Tx, authority: Authority, key: str, *, seen: int | None, via: Via, now: datetime
) -> None:
    """
    Raises:
        Forbidden, DepartmentNotFound, StaleStructure.
        DepartmentInUse: teams or departments belong to it.
    """
    access.require(authority, "people.manage")
    known = await _locked(tx)
    gone = _seen(known, key, seen)
    inside = [*gone.teams, *(one.key for one in known.values() if one.parent == key)]
    if inside:
        raise DepartmentInUse(keys=inside[:SHOWN])

    tx.put("delete from department where workspace_id = %(workspace)s and key = %(key)s", key=key)
    event = DepartmentRemoved(key=key, name=gone.name)
    await writes.record(tx, authority, "workspace", tx.workspace_id, event, via=via, now=now)


def depth_below(parents: Mapping[str, str | None], key: str) -> int:
    """How many levels the subtree of ``key`` has, itself among them. Pure; circles end."""
    children = [one for one, parent in parents.items() if parent == key and one != key]
    rest = {one: parent for one, parent in parents.items() if one != key}
    return 1 + max((depth_below(rest, one) for one in children), default=0)


def above(parents: Mapping[str, str | None], key: str | None) -> list[str]:
    """``key`` and what stands above it, nearest first. Pure; circles end."""
    found: list[str] = []
    while key is not None and key not in found:
        found.append(key)
        key = parents.get(key)
    return found


async def reaching(tx: ReadTx, known: Mapping[str, DepartmentRow], before: str | None, after: str | None) -> list[int]:
    """Those who reach what stands below ``after`` and did not reach what stood below ``before``: the heads and the
    members of the departments from there upwards."""
    parents = {one.key: one.parent for one in known.values()}
    fresh = set(above(parents, after)) - set(above(parents, before))
    rows = await tx.rows(
        tuple,
        """
        select distinct tm.person_id
          from team te
          join team_member tm on tm.workspace_id = te.workspace_id and tm.team = te.key
         where te.workspace_id = %(workspace)s and te.department = any(%(departments)s)
        """,
        departments=sorted(fresh),
    )
    heads = [head for key in fresh if (head := known[key].head_id) is not None]
    return [*heads, *(person_id for (person_id,) in rows)]


def _check_parent(known: Mapping[str, DepartmentRow], key: str, parent: str | None) -> None:
    if parent is None:
        return
    if parent not in known:
        raise UnknownKeys(faults=(FieldFault(field="parent", code="accounts.unknown_key", params={"keys": [parent]}),))
    parents = {one.key: one.parent for one in known.values()}
    higher = above(parents, parent)
    if key in higher:
        raise Invalid(faults=(FieldFault("parent", "accounts.department_circle"),))
    if len(higher) + depth_below(parents, key) > DEEPEST:
        raise Invalid(faults=(FieldFault("parent", "accounts.department_depth", params={"most": DEEPEST}),))


async def _check_head(tx: ReadTx, head_id: int | None) -> None:
    await access.require_members(tx, "head_id", () if head_id is None else (head_id,))


def _seen(known: Mapping[str, DepartmentRow], key: str, seen: int | None) -> DepartmentRow:
    if key not in known:
        raise DepartmentNotFound(key=key)
    if seen is not None and seen != known[key].version:
        raise StaleStructure(version=known[key].version)
    return known[key]


async def _locked(tx: Tx) -> dict[str, DepartmentRow]:
    """The whole tree, changed by one at a time: two moves could make a circle together."""
    _, rows = await tx.gather(
        Query(tuple, "select pg_advisory_xact_lock(hashtextextended('departments', %(workspace)s))", {}),
        Query(DepartmentRow, _ALL, {}),
    )
    return {one.key: one for one in rows}


_ALL = """
select d.key, d.name, d.parent, d.head_id, d.version,
       array(select te.key from team te where te.workspace_id = d.workspace_id and te.department = d.key
              order by te.key) as teams
  from department d
 where d.workspace_id = %(workspace)s
 order by d.key
"""
