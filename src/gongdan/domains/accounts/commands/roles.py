"""Roles of one's own: made, changed, removed. Those that the product ships are copied, and the copy is changed."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

import msgspec

from gongdan.domains.accounts import writes
from gongdan.domains.accounts.credentials.lookup import by_people_if
from gongdan.domains.accounts.errors import (
    KeyTaken,
    RoleInUse,
    RoleIsShipped,
    RoleNotFound,
    StaleStructure,
)
from gongdan.domains.accounts.events import RoleAdded, RoleChanged, RoleRemoved, key_id
from gongdan.domains.accounts.rights import access
from gongdan.domains.accounts.rights.authority import Authority
from gongdan.domains.accounts.rights.changes import RightsChange, change
from gongdan.domains.accounts.rights.permissions import ACTIONS, FIELD_CLASSES, is_wide
from gongdan.domains.accounts.rights.roles import SHIPPED, Rights, RoleGrant
from gongdan.infra.db.tx import Query, ReadTx, Tx
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Via
from gongdan.kernel.text import Name

SHIPPED_KEYS: Final = frozenset(role.key for role in SHIPPED)
LOOKED_AT: Final = 100
"""Bearers of a role whose rights a preview compares."""


class RoleRow(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    name: Name
    grants: Rights
    version: int
    bearers: int


class BearerChange(msgspec.Struct, frozen=True, kw_only=True):
    person_id: int
    name: str
    change: RightsChange


class RolePreview(msgspec.Struct, frozen=True, kw_only=True):
    """``people``: those for whom something changes, of the first ``looked_at`` of all ``bearers``."""

    bearers: int
    looked_at: int
    people: list[BearerChange]


async def roles(tx: ReadTx) -> list[RoleRow]:
    """All of them, by key."""
    return await tx.rows(RoleRow, _ROLES + " order by r.key")


async def make_role(
    tx: Tx, authority: Authority, key: str, *, name: Name, rights: Rights, via: Via, now: datetime
) -> None:
    """
    Raises:
        Forbidden: the actor may not manage people.
        KeyTaken: there is such a role.
        Invalid, UnknownKeys: a grant says what cannot be.
        RightsAboveOwn: it grants more than the actor holds.
    """
    access.require(authority, "people.manage")
    if key in SHIPPED_KEYS or await _locked(tx, key) is not None:
        raise KeyTaken(key=key)
    await _check(tx, authority, rights)

    body = msgspec.to_builtins(rights)
    tx.insert("role", {"workspace_id": tx.workspace_id, "key": key, "name": name, "grants": body})
    event = RoleAdded(key=key, name=name, rights=body)
    await writes.record(tx, authority, "role", key_id(key), event, via=via, now=now)


async def change_role(
    tx: Tx,
    authority: Authority,
    key: str,
    *,
    name: Name | None,
    rights: Rights | None,
    seen: int | None,
    via: Via,
    now: datetime,
) -> None:
    """What is None stays. It holds from everybody's next request on.

    Raises:
        Forbidden, RoleNotFound, RoleIsShipped, StaleStructure.
        Invalid, UnknownKeys: a grant says what cannot be.
        RightsAboveOwn: it grants, or granted, more than the actor holds.
    """
    before = await _own_role(tx, authority, key, seen)
    after_name, after = name or before.name, rights or before.grants
    if rights is not None:
        await _check(tx, authority, rights)
    if (after_name, after) == (before.name, before.grants):
        return

    body = msgspec.to_builtins(after)
    writes.set_role(tx, key, name=after_name, rights=body)
    is_renamed, is_other = after_name != before.name, after != before.grants
    event = RoleChanged(
        key=key,
        name_before=before.name if is_renamed else None,
        name=after_name if is_renamed else None,
        rights_before=msgspec.to_builtins(before.grants) if is_other else None,
        rights=body if is_other else None,
    )
    await writes.record(tx, authority, "role", key_id(key), event, via=via, now=now)


async def remove_role(tx: Tx, authority: Authority, key: str, *, seen: int | None, via: Via, now: datetime) -> None:
    """
    Raises:
        Forbidden, RoleNotFound, RoleIsShipped, StaleStructure, RightsAboveOwn.
        RoleInUse: members bear it.
    """
    gone = await _own_role(tx, authority, key, seen)
    if gone.bearers:
        raise RoleInUse(count=gone.bearers)

    tx.put("delete from role where workspace_id = %(workspace)s and key = %(key)s", key=key)
    event = RoleRemoved(key=key, name=gone.name, rights=msgspec.to_builtins(gone.grants))
    await writes.record(tx, authority, "role", key_id(key), event, via=via, now=now)


async def preview_role(tx: ReadTx, authority: Authority, key: str, rights: Rights) -> RolePreview:
    """What would change for whom if the role granted ``rights``. Nothing is written.

    Raises:
        Forbidden, RoleNotFound.
        Invalid, UnknownKeys: a grant says what cannot be.
        RightsAboveOwn: it grants more than the actor holds.
    """
    access.require(authority, "people.manage")
    found = await _role(tx, key)
    if found is None:
        raise RoleNotFound(key=key)
    await _check(tx, authority, rights)
    rows = await tx.rows(
        tuple,
        """
        select m.person_id
          from member_role mr
          join member m on m.workspace_id = mr.workspace_id and m.person_id = mr.person_id and m.active
         where mr.workspace_id = %(workspace)s and mr.role = %(key)s
         order by m.person_id
         limit %(most)s
        """,
        key=key,
        most=LOOKED_AT,
    )
    pairs = await by_people_if(tx, [person_id for (person_id,) in rows], {key: rights})
    people = [
        BearerChange(person_id=before.me, name=before.name, change=found_change)
        for before, after in pairs
        if not (found_change := change(before, after)).is_nothing
    ]
    return RolePreview(bearers=found.bearers, looked_at=len(pairs), people=people)


def faults_of(rights: Rights) -> Iterator[FieldFault]:
    """What a role cannot say. Pure."""
    for place, grant in enumerate(rights.grants):
        yield from _faults_of_grant(f"grants[{place}]", grant)
    unknown = sorted(set(rights.classes) - FIELD_CLASSES.keys())
    if unknown:
        yield FieldFault("classes", "accounts.unknown_key", params={"keys": unknown})


def _faults_of_grant(field: str, grant: RoleGrant) -> Iterator[FieldFault]:
    if unknown := sorted(set(grant.actions) - ACTIONS.keys()):
        yield FieldFault(f"{field}.actions", "accounts.unknown_key", params={"keys": unknown})
    wide = [ACTIONS[action] for action in grant.actions if action in ACTIONS and is_wide(action)]
    if wide and grant.scope != "all":
        yield FieldFault(f"{field}.actions", "accounts.grant_is_wide", params={"names": wide})
    if grant.keys and grant.scope not in ("team", "type"):
        yield FieldFault(f"{field}.keys", "accounts.grant_keys")
    if grant.scope == "type" and not grant.keys:
        yield FieldFault(f"{field}.keys", "accounts.grant_types")


async def _check(tx: ReadTx, authority: Authority, rights: Rights) -> None:
    if faults := tuple(faults_of(rights)):
        raise Invalid(faults=faults)
    await access.require_teams(tx, {key for one in rights.grants if one.scope == "team" for key in one.keys})
    access.require_no_more_than_own(authority, [rights])


async def _own_role(tx: Tx, authority: Authority, key: str, seen: int | None) -> RoleRow:
    access.require(authority, "people.manage")
    found = await _locked(tx, key)
    if found is None:
        raise RoleNotFound(key=key)
    if key in SHIPPED_KEYS:
        raise RoleIsShipped(key=key)
    if seen is not None and seen != found.version:
        raise StaleStructure(version=found.version)
    access.require_no_more_than_own(authority, [found.grants])
    return found


async def _role(tx: ReadTx, key: str) -> RoleRow | None:
    return await tx.row(RoleRow, _ROLES + " and r.key = %(key)s", key=key)


async def _locked(tx: Tx, key: str) -> RoleRow | None:
    """The role, held against whoever makes it, changes it or gives it to somebody at the same time."""
    _, _, rows = await tx.gather(
        Query(tuple, "select pg_advisory_xact_lock(%(id)s::bigint)", {"id": key_id(key)}),
        Query(
            tuple,
            "select 1 from role where workspace_id = %(workspace)s and key = %(key)s for update",
            {"key": key},
        ),
        Query(RoleRow, _ROLES + " and r.key = %(key)s", {"key": key}),
    )
    return rows[0] if rows else None


_ROLES: Final = """
select r.key, r.name, r.grants, r.version,
       (select count(*) from member_role mr
         where mr.workspace_id = r.workspace_id and mr.role = r.key) as bearers
  from role r
 where r.workspace_id = %(workspace)s
"""
