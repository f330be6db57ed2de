"""Whose shift it is now: calendars of the policy, and the members whose shift their hours are."""

import msgspec
from litestar import get
from litestar.di import NamedDependency

from gongdan.domains.accounts.public import SHIFTS, Authority
from gongdan.domains.routing.choice.attendance import on_shift
from gongdan.domains.tickets.public import RuleBook
from gongdan.infra.db.tx import Database, Query
from gongdan.infra.http.bodies import Answer
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock
from gongdan.kernel.text import Key, Name


class ShiftCalendar(Answer, frozen=True, kw_only=True):
    key: Key
    name: Name
    is_open: bool
    """Whether it is the shift's time now."""
    retired: bool
    """Whose shift it is keep it; nobody is given it any more."""
    people: list[int]
    """Active members whose shift its hours are, by themselves or by their teams."""
    teams: list[str]
    """Teams whose shift it is."""
    own: list[int]
    """Active members who were given it by themselves."""


class _Bound(msgspec.Struct, frozen=True):
    person_id: int
    shifts: list[str]


class _Given(msgspec.Struct, frozen=True):
    calendar: str
    team: str | None
    person_id: int | None


@get("/shifts", operation_id="listShifts", tags=["people"], opt=needs("staff", "people.read"))
async def list_shifts(
    authority: NamedDependency[Authority], db: NamedDependency[Database], rules: NamedDependency[RuleBook]
) -> list[ShiftCalendar]:
    """The calendars that a team's or a member's shift may be, or still is, and whose shift it is now. Whoever has none
    is on shift always."""
    compiled, now = await rules(authority.workspace_id, authority.release), clock.now()
    async with db.read(authority.workspace_id) as tx:
        bound, given = await tx.gather(Query(_Bound, _BOUND, {}), Query(_Given, _GIVEN, {}), last=True)
    kept = {one.calendar for one in given}
    return [
        ShiftCalendar(
            key=one.key,
            name=one.name,
            is_open=on_shift((one.key,), compiled, now),
            retired=one.retired,
            people=[row.person_id for row in bound if one.key in row.shifts],
            teams=[row.team for row in given if row.team is not None and row.calendar == one.key],
            own=[row.person_id for row in given if row.person_id is not None and row.calendar == one.key],
        )
        for one in compiled.bundle.calendars
        if not one.retired or one.key in kept
    ]


_BOUND = f"""
select m.person_id, {SHIFTS} as shifts
  from member m
 where m.workspace_id = %(workspace)s and m.active
 order by m.person_id
"""
_GIVEN = """
select calendar, key as team, null::bigint as person_id
  from team
 where workspace_id = %(workspace)s and calendar is not null
 union all
select calendar, null, person_id
  from member
 where workspace_id = %(workspace)s and active and calendar is not null
 order by team, person_id
"""

handlers = [list_shifts]
