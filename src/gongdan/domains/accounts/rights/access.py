"""The doors to people: who may manage whom."""

from collections.abc import Iterable

import msgspec

from gongdan.domains.accounts.errors import MemberNotFound, RightsAboveOwn, UnknownKeys
from gongdan.domains.accounts.rights.authority import Authority, may_somewhere
from gongdan.domains.accounts.rights.permissions import ACTIONS
from gongdan.domains.accounts.rights.roles import CUSTOMER_ROLES, Rights
from gongdan.infra.db.tx import Query, ReadTx, Tx
from gongdan.kernel.errors import FieldFault, Forbidden


class MemberRow(msgspec.Struct, frozen=True, kw_only=True):
    person_id: int
    name: str
    mail: str
    active: bool
    presence: str
    locale: str
    zone: str
    undo_send_s: int
    roles: dict[str, Rights]
    teams: dict[str, bool]
    """Team → whether they lead it."""


class _RoleRights(msgspec.Struct, frozen=True):
    key: str
    grants: Rights


def require(authority: Authority, action: str) -> None:
    """Raises:
    Forbidden: they may do ``action`` nowhere.
    """
    if not may_somewhere(authority, action):
        raise Forbidden(action=action)


def require_no_more_than_own(authority: Authority, rights: Iterable[Rights]) -> None:
    """Nobody deals in rights that they do not hold themselves, everywhere.

    Raises:
        RightsAboveOwn: names the actions and field classes that they lack.
    """
    held = frozenset().union(*(grant.actions for grant in authority.grants if grant.scope == "all"))
    wanted = list(rights)
    lacking = {action for one in wanted for grant in one.grants for action in grant.actions} - held
    lacking |= {name for one in wanted for name in one.classes} - authority.classes
    if lacking:
        keys = sorted(lacking)
        raise RightsAboveOwn(lacking=keys, lacking_names=[ACTIONS.get(key, key) for key in keys])


async def require_to_widen(tx: ReadTx, authority: Authority, people: Iterable[int | None]) -> None:
    """Teams and departments say what some rights reach: nobody widens that, for themselves either, in what they may
    not do everywhere.

    Raises:
        RightsAboveOwn: names what one of these people may do by a team or a department, and the actor not everywhere.
    """
    rows = await tx.rows(_RoleRights, _BORNE, people=[one for one in people if one is not None])
    placed = (tuple(one for one in row.grants.grants if one.scope in _PLACED and not one.keys) for row in rows)
    require_no_more_than_own(authority, [Rights(grants=grants) for grants in placed])


async def member_for_change(tx: Tx, authority: Authority, person_id: int) -> MemberRow:
    """The member, locked until the end of the transaction, if this actor may change them: themselves, or anybody
    who holds no more than they do by ``people.manage``.

    Raises:
        MemberNotFound: no such member, or they may not manage people.
        RightsAboveOwn: the member holds more than they do.
    """
    if tx.wrote_events:  # a second change in one transaction starts from what the first one wrote
        await tx.flush()
    _, rows = await tx.gather(
        Query(tuple, "select pg_advisory_xact_lock(%(person)s)", {"person": person_id}),
        Query(MemberRow, _MEMBER, {"person": person_id}),
    )
    is_other = authority.person_id != person_id
    if not rows or (is_other and not may_somewhere(authority, "people.manage")):
        raise MemberNotFound(person_id=person_id)
    member = rows[0]
    if is_other:
        require_no_more_than_own(authority, member.roles.values())
    return member


async def roles_to_give(tx: Tx, keys: Iterable[str]) -> dict[str, Rights]:
    """The rights of these roles.

    Raises:
        UnknownKeys: some are none of this workspace, or are those of customers.
    """
    wanted = sorted(set(keys))
    rows = await tx.rows(
        _RoleRights,
        "select key, grants from role where workspace_id = %(workspace)s and key = any(%(keys)s) for share",
        keys=wanted,
    )
    found = {row.key: row.grants for row in rows if row.key not in CUSTOMER_ROLES}
    _refuse_unknown("roles", wanted, found)
    return found


async def require_teams(tx: ReadTx, keys: Iterable[str]) -> None:
    """Raises:
    UnknownKeys: some are no teams of this workspace.
    """
    wanted = sorted(set(keys))
    rows = await tx.rows(
        tuple, "select key from team where workspace_id = %(workspace)s and key = any(%(keys)s)", keys=wanted
    )
    _refuse_unknown("teams", wanted, [row[0] for row in rows])


async def require_members(tx: ReadTx, field: str, people: Iterable[int]) -> None:
    """Raises:
    UnknownKeys: some are no active members of this workspace.
    """
    wanted = sorted(set(people))
    if not wanted:
        return
    rows = await tx.rows(
        tuple,
        "select person_id from member where workspace_id = %(workspace)s and person_id = any(%(people)s) and active",
        people=wanted,
    )
    _refuse_unknown(field, map(str, wanted), [str(row[0]) for row in rows])


def _refuse_unknown(field: str, wanted: Iterable[str], found: Iterable[str]) -> None:
    unknown = sorted(set(wanted) - set(found))
    if unknown:
        raise UnknownKeys(faults=(FieldFault(field=field, code="accounts.unknown_key", params={"keys": unknown}),))


_PLACED = ("team", "led", "department")
_BORNE = """
select distinct r.key, r.grants
  from member_role mr
  join role r on r.workspace_id = mr.workspace_id and r.key = mr.role
 where mr.workspace_id = %(workspace)s
   and mr.person_id = any(%(people)s)
"""
_MEMBER = """
select m.person_id, p.name, m.mail, m.active, m.presence, p.locale, p.zone, m.undo_send_s,
       (
         select coalesce(jsonb_object_agg(r.key, r.grants), '{}')
           from member_role mr
           join role r on r.workspace_id = mr.workspace_id and r.key = mr.role
          where mr.workspace_id = m.workspace_id and mr.person_id = m.person_id
       ) as roles,
       (
         select coalesce(jsonb_object_agg(tm.team, tm.is_lead), '{}')
           from team_member tm
          where tm.workspace_id = m.workspace_id and tm.person_id = m.person_id
       ) as teams
  from member m
  join person p on p.workspace_id = m.workspace_id and p.id = m.person_id
 where m.workspace_id = %(workspace)s
   and m.person_id = %(person)s
"""
