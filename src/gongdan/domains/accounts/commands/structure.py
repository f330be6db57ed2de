"""Making teams and departments."""

from datetime import datetime

from gongdan.domains.accounts import queries, writes
from gongdan.domains.accounts.errors import KeyTaken, UnknownKeys
from gongdan.domains.accounts.events import DepartmentAdded, TeamAdded, key_id
from gongdan.domains.accounts.rights import access
from gongdan.domains.accounts.rights.authority import Authority
from gongdan.infra.db.tx import Tx
from gongdan.kernel.errors import FieldFault
from gongdan.kernel.events import Via
from gongdan.kernel.text import Name


async def make_team(
    tx: Tx,
    authority: Authority,
    key: str,
    *,
    name: Name,
    department: str | None,
    is_roster: bool = False,
    via: Via,
    now: datetime,
) -> None:
    """Make a team. Its key is what policy names it by, and is never reused.

    Raises:
        Forbidden: the actor may not manage people.
        KeyTaken: there is such a team.
        UnknownKeys: there is no such department.
    """
    access.require(authority, "people.manage")
    if any(team.key == key for team in await queries.teams(tx)):
        raise KeyTaken(key=key)
    if department is not None:
        await _require_department(tx, "department", department)

    writes.add_team(tx, key, name=name, department=department, is_roster=is_roster)
    event = TeamAdded(key=key, name=name, department=department, is_roster=is_roster)
    await writes.record(tx, authority, "team", key_id(key), event, via=via, now=now)


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
        UnknownKeys: there is no such parent.
    """
    access.require(authority, "people.manage")
    if key in await queries.departments(tx):
        raise KeyTaken(key=key)
    if parent is not None:
        await _require_department(tx, "parent", parent)

    writes.add_department(tx, key, name=name, parent=parent, head_id=head_id)
    event = DepartmentAdded(key=key, name=name, parent=parent)
    await writes.record(tx, authority, "workspace", tx.workspace_id, event, via=via, now=now)


async def _require_department(tx: Tx, field: str, key: str) -> None:
    if key not in await queries.departments(tx):
        raise UnknownKeys(faults=(FieldFault(field=field, code="accounts.unknown_key", params={"keys": [key]}),))
