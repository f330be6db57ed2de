"""The active members of a workspace, as they are read to say who is meant by a receiver's name."""

import msgspec

from gongdan.domains.accounts.presence.absence import Leave
from gongdan.domains.accounts.presence.rosters import ON_DUTY, SHIFTS
from gongdan.domains.accounts.presence.staff import Colleague, Department, Staff, TeamOfStaff
from gongdan.infra.db.tx import Query, ReadTx
from gongdan.kernel import clock


class ColleagueRow(msgspec.Struct, frozen=True, kw_only=True):
    """An active member, with what says whether they are at work."""

    id: int
    name: str
    manager_id: int | None
    active: bool
    presence: str
    leaves: list[Leave]
    shifts: list[str]
    roles: list[str]
    teams: list[str]
    led_teams: list[str]

    def colleague(self, *, is_present: bool) -> Colleague:
        return Colleague(
            id=self.id,
            name=self.name,
            manager_id=self.manager_id,
            roles=frozenset(self.roles),
            teams=frozenset(self.teams),
            led_teams=frozenset(self.led_teams),
            is_present=is_present,
        )


def staff_rows() -> tuple[Query[ColleagueRow], Query[TeamOfStaff], Query[Department]]:
    """What ``Staff`` is made of."""
    return _colleagues(), _teams(), _departments()


async def staff_of(tx: ReadTx) -> Staff:
    """Everybody, as if they were at work."""
    colleagues, teams, departments = await tx.gather(*staff_rows())
    return Staff([one.colleague(is_present=True) for one in colleagues], teams, departments)


def _colleagues() -> Query[ColleagueRow]:
    """All active members: hundreds, read once a batch."""
    return Query(
        ColleagueRow,
        f"""
        select m.person_id as id, p.name, m.manager_id, m.active, m.presence, {SHIFTS} as shifts,
               (select coalesce(jsonb_agg(jsonb_build_object('from_at', v.from_at, 'until_at', v.until_at)), '[]')
                  from member_leave v
                 where v.workspace_id = m.workspace_id and v.person_id = m.person_id
                   and v.until_at > %(now)s) as leaves,
               array(select r.role from member_role r
                      where r.workspace_id = m.workspace_id and r.person_id = m.person_id) as roles,
               array(select tm.team from team_member tm
                      where tm.workspace_id = m.workspace_id and tm.person_id = m.person_id
                        and {ON_DUTY}) as teams,
               array(select g.team from team_member g
                      where g.workspace_id = m.workspace_id and g.person_id = m.person_id and g.is_lead) as led_teams
          from member m
          join person p on p.workspace_id = m.workspace_id and p.id = m.person_id
         where m.workspace_id = %(workspace)s
           and m.active
         order by m.person_id
        """,
        {"now": clock.now()},
    )


def _teams() -> Query[TeamOfStaff]:
    return Query(
        TeamOfStaff, "select key, department, is_roster from team where workspace_id = %(workspace)s order by key", {}
    )


def _departments() -> Query[Department]:
    return Query(Department, "select key, parent, head_id from department where workspace_id = %(workspace)s", {})
