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
MOST: Final = 100
"""Of one member that are not over: the router reads them all."""


class LeaveRow(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    person_id: int
    from_at: datetime
    until_at: datetime
    substitute_id: int | None


class _MemberOf(msgspec.Struct, frozen=True):
    person_id: int
    teams: list[str]


MOST_PAST: Final = 50


async def past_leaves(tx: ReadTx, person_id: int, before: datetime) -> list[LeaveRow]:
    """Those that were over before an instant, the last first: a page of them."""
    return await tx.rows(
        LeaveRow,
        """
        select id, person_id, from_at, until_at, substitute_id
          from member_leave
         where workspace_id = %(workspace)s and person_id = %(person)s and until_at < %(before)s
         order by until_at desc, id
         limit %(most)s
        """,
        person=person_id,
        before=before,
        most=MOST_PAST,
    )


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
        Invalid: it is over already, ends before it begins, is too long, lies over another of theirs, they have as many
            as one may have, or the substitute is none, or away as well.
    """
    await require_to_know(tx, authority, person_id)
    row = LeaveRow(
        id=tx.ids.next(), person_id=person_id, from_at=from_at, until_at=until_at, substitute_id=substitute_id
    )
    if faults := await _faults(tx, row, now):
        raise Invalid(faults=tuple(faults))
    tx.insert("member_leave", {"workspace_id": tx.workspace_id, **msgspec.structs.asdict(row)})
    event = LeaveSet(leave_id=row.id, from_at=from_at, until_at=until_at, substitute_id=substitute_id)
    await writes.record(tx, authority, "person", person_id, event, via=via, now=now)
    return row


async def _faults(tx: Tx, wanted: LeaveRow, now: datetime) -> list[FieldFault]:
    """Who stands in is there meanwhile; so two cannot stand in for each other. The rows of both are locked: what two
    say at once is looked at one after the other."""
    people = [one for one in (wanted.person_id, wanted.substitute_id) if one is not None]
    faults = []
    if wanted.until_at <= max(wanted.from_at, now) or wanted.until_at - wanted.from_at > LONGEST:
        faults.append(FieldFault("until_at", "accounts.leave_span"))
    await tx.rows(tuple, _LOCKED, people=people)
    away = {one.person_id for one in await tx.rows(LeaveRow, _DURING, people=people, **_span(wanted))}
    if wanted.person_id in away:
        faults.append(FieldFault("from_at", "accounts.leave_twice"))
    elif len(await leaves_of(tx, wanted.person_id, now)) >= MOST:
        faults.append(FieldFault("from_at", "accounts.leave_many", {"most": MOST}))
    if (substitute := wanted.substitute_id) is None:
        return faults
    if substitute == wanted.person_id or await _member(tx, substitute) is None:
        faults.append(FieldFault("substitute_id", "accounts.no_substitute"))
    elif substitute in away:
        faults.append(FieldFault("substitute_id", "accounts.substitute_away"))
    return faults


_LOCKED: Final = """
    select 1 from member
     where workspace_id = %(workspace)s and person_id = any(%(people)s)
     order by person_id
       for no key update
"""
_DURING: Final = """
    select id, person_id, from_at, until_at, substitute_id
      from member_leave
     where workspace_id = %(workspace)s and person_id = any(%(people)s)
       and from_at < %(until_at)s and until_at > %(from_at)s
"""


def _span(row: LeaveRow) -> dict[str, datetime]:
    return {"from_at": row.from_at, "until_at": row.until_at}


async def pass_on_standing_in(
    tx: Tx, authority: Authority, person_id: int, to: int, *, via: Via, now: datetime
) -> None:
    """The leaves that are not over and for which ``person_id`` stands in get ``to`` instead. Where it is the leave of
    ``to``, or they are away meanwhile, it stays as it is; who is active no more stands in for nobody.

    Raises:
        Forbidden: the actor manages no people.
    """
    if not may_somewhere(authority, "people.manage"):
        raise Forbidden(action="people.manage")
    await tx.rows(tuple, _LOCKED, people=[person_id, to])
    for row in await tx.rows(LeaveRow, _STANDS_IN, person=person_id, now=now):
        away = await tx.rows(LeaveRow, _DURING, people=[to], **_span(row))
        if row.person_id == to or away:
            continue
        values = msgspec.structs.asdict(msgspec.structs.replace(row, substitute_id=to))
        tx.keep("member_leave", {"workspace_id": tx.workspace_id, "id": row.id}, values)
        event = LeaveSet(leave_id=row.id, from_at=row.from_at, until_at=row.until_at, substitute_id=to)
        await writes.record(tx, authority, "person", row.person_id, event, via=via, now=now)


_STANDS_IN: Final = """
    select id, person_id, from_at, until_at, substitute_id
      from member_leave
     where workspace_id = %(workspace)s and substitute_id = %(person)s and until_at > %(now)s
     order by from_at, id
"""


async def cancel_leave(tx: Tx, authority: Authority, person_id: int, leave_id: int, *, via: Via, now: datetime) -> None:
    """Take a leave back, or end it early: then what was of it stays known. Repeating it changes nothing."""
    await require_to_know(tx, authority, person_id)
    found = next((one for one in await leaves_of(tx, person_id, now) if one.id == leave_id), None)
    if found is None:
        return
    at = {"workspace_id": tx.workspace_id, "id": leave_id}
    began = found.from_at < now
    tx.keep("member_leave", at, msgspec.structs.asdict(found) | {"until_at": now} if began else None)
    event = LeaveCancelled(leave_id=leave_id, until_at=now if began else None)
    await writes.record(tx, authority, "person", person_id, event, via=via, now=now)


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
