"""Leaves of members: said by themselves, by a lead of a team of theirs, or by whoever manages people."""

from datetime import datetime, timedelta
from typing import Final

import msgspec

from gongdan.domains.accounts import writes
from gongdan.domains.accounts.errors import MemberNotFound
from gongdan.domains.accounts.events import LeaveCancelled, LeaveSet
from gongdan.domains.accounts.rights.authority import Authority, may_somewhere
from gongdan.infra.db.tx import ReadTx, Tx
from gongdan.kernel.errors import FieldFault, Forbidden, Invalid
from gongdan.kernel.events import Via

LONGEST: Final = timedelta(days=366)


class LeaveRow(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    person_id: int
    from_at: datetime
    until_at: datetime
    substitute_id: int | None


class _MemberOf(msgspec.Struct, frozen=True):
    person_id: int
    teams: list[str]


async def leaves_of(tx: ReadTx, person_id: int, now: datetime) -> list[LeaveRow]:
    """Those that are not over."""
    return await tx.rows(
        LeaveRow,
        """
        select id, person_id, from_at, until_at, substitute_id
          from member_leave
         where workspace_id = %(workspace)s and person_id = %(person)s and until_at > %(now)s
         order by from_at, id
        """,
        person=person_id,
        now=now,
    )


async def set_leave(
    tx: Tx,
    authority: Authority,
    person_id: int,
    *,
    from_at: datetime,
    until_at: datetime,
    substitute_id: int | None,
    via: Via,
    now: datetime,
) -> LeaveRow:
    """Say that a member is away; what they have to work on goes to the substitute or back into the queues.

    Raises:
        MemberNotFound, Forbidden.
        Invalid: it is over already, ends before it begins, is too long, or the substitute is none.
    """
    await require_to_know(tx, authority, person_id)
    faults = []
    if until_at <= max(from_at, now) or until_at - from_at > LONGEST:
        faults.append(FieldFault("until_at", "accounts.leave_span"))
    if substitute_id is not None and (substitute_id == person_id or await _member(tx, substitute_id) is None):
        faults.append(FieldFault("substitute_id", "accounts.no_substitute"))
    if faults:
        raise Invalid(faults=tuple(faults))
    row = LeaveRow(
        id=tx.ids.next(), person_id=person_id, from_at=from_at, until_at=until_at, substitute_id=substitute_id
    )
    tx.insert("member_leave", {"workspace_id": tx.workspace_id, **msgspec.structs.asdict(row)})
    event = LeaveSet(leave_id=row.id, from_at=from_at, until_at=until_at, substitute_id=substitute_id)
    await writes.record(tx, authority, "person", person_id, event, via=via, now=now)
    return row


async def cancel_leave(tx: Tx, authority: Authority, person_id: int, leave_id: int, *, via: Via, now: datetime) -> None:
    """Take a leave back, or end it early. Repeating it changes nothing."""
    await require_to_know(tx, authority, person_id)
    if all(one.id != leave_id for one in await leaves_of(tx, person_id, now)):
        return
    tx.put("delete from member_leave where workspace_id = %(workspace)s and id = %(id)s", id=leave_id)
    await writes.record(tx, authority, "person", person_id, LeaveCancelled(leave_id=leave_id), via=via, now=now)


async def require_to_know(tx: ReadTx, authority: Authority, person_id: int) -> None:
    """Raises:
    MemberNotFound, Forbidden: neither themselves, nor a lead of theirs, nor a manager of people.
    """
    member = await _member(tx, person_id)
    if member is None or authority.kind == "customer":
        raise MemberNotFound(person_id=person_id)
    leads = not authority.led_teams.isdisjoint(member.teams)
    if authority.person_id != person_id and not leads and not may_somewhere(authority, "people.manage"):
        raise Forbidden(action="people.manage")


async def _member(tx: ReadTx, person_id: int) -> _MemberOf | None:
    return await tx.row(
        _MemberOf,
        """
        select m.person_id,
               array(select tm.team from team_member tm
                      where tm.workspace_id = m.workspace_id and tm.person_id = m.person_id) as teams
          from member m
         where m.workspace_id = %(workspace)s and m.person_id = %(person)s and m.active
        """,
        person=person_id,
    )
