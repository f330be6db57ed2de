"""Who manages a member, what their shift is, whether the router may give them work, and what they are skilled in."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from gongdan.domains.accounts import queries, writes
from gongdan.domains.accounts.errors import MemberNotFound, UnknownKeys
from gongdan.domains.accounts.events import DutySet
from gongdan.domains.accounts.rights import access
from gongdan.domains.accounts.rights.authority import Authority
from gongdan.infra.db.tx import ReadTx, Tx
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Via


class Duty(msgspec.Struct, frozen=True, kw_only=True):
    manager_id: int | None
    calendar: str | None
    """Of the policy; None: their teams'."""
    routable: bool
    skills: Mapping[str, queries.HeldSkill]


async def set_duty(
    tx: Tx, authority: Authority, person_id: int, wanted: Mapping[str, Any], *, via: Via, now: datetime
) -> None:
    """``wanted``: of the parts of a ``Duty`` those that are to change.

    Raises:
        Forbidden, MemberNotFound, RightsAboveOwn: see ``access``.
        UnknownKeys: the manager is no active member, or the policy has no such calendar.
        Invalid: they would manage themselves.
    """
    access.require(authority, "people.manage")
    await access.member_for_change(tx, authority, person_id)
    row = next((one for one in await queries.members(tx, person_id) if one.id == person_id), None)
    if row is None:
        raise MemberNotFound(person_id=person_id)
    before = Duty(manager_id=row.manager_id, calendar=row.calendar, routable=row.routable, skills=row.skills)
    changed = {part: value for part, value in wanted.items() if value != getattr(before, part)}
    if not changed:
        return
    if (manager_id := changed.get("manager_id")) is not None:
        if manager_id == person_id:
            raise Invalid(faults=(FieldFault("manager_id", "accounts.own_manager"),))
        await access.require_members(tx, "manager_id", (manager_id,))
    if (calendar := changed.get("calendar")) is not None:
        await require_calendar(tx, calendar)

    after = msgspec.structs.replace(before, **changed)
    writes.set_duty(tx, person_id, **msgspec.structs.asdict(after))
    event = DutySet(before={part: getattr(before, part) for part in changed}, after=changed)
    await writes.record(tx, authority, "person", person_id, event, via=via, now=now)


async def require_calendar(tx: ReadTx, key: str) -> None:
    """Whether a shift may be the hours of this calendar.

    Raises:
        UnknownKeys: the policy in force has no such calendar, or has retired it.
    """
    found = await tx.row(
        tuple,
        """
        select 1
          from workspace w
          join policy_release r on r.workspace_id = w.id and r.number = w.current_release
         cross join lateral jsonb_array_elements(r.bundle -> 'calendars') c
         where w.id = %(workspace)s
           and c ->> 'key' = %(key)s
           and not coalesce((c -> 'retired')::bool, false)
        """,
        key=key,
    )
    if found is None:
        raise UnknownKeys(faults=(FieldFault("calendar", "accounts.unknown_key", {"keys": [key]}),))
