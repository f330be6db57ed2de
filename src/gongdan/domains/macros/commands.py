"""Writing, changing, sharing and removing macros. Every change stands in the log of the workspace."""

from datetime import datetime
from typing import Any, Final

import msgspec
from psycopg.types.json import Jsonb

from gongdan.domains.accounts.public import Authority, may_somewhere, record
from gongdan.domains.macros import events as e
from gongdan.domains.macros.errors import MacroNotYours, MacroSharingRefused, StaleMacro, TooManyMacros
from gongdan.domains.macros.macro import FIRST_VERSION, Macro, faults_of
from gongdan.domains.macros.saved import saved_macro
from gongdan.infra.db.tx import Query, Tx
from gongdan.kernel.errors import Invalid
from gongdan.kernel.events import Via

MOST_MACROS: Final = 200
"""Of one person."""
SHARE: Final = "macro.share"


class _Count(msgspec.Struct, frozen=True):
    count: int


class _LastChange(msgspec.Struct, frozen=True):
    by: str | None


_LOCK: Final = """
select p.name as by
  from macro m
  left join person p on p.workspace_id = m.workspace_id and p.id = m.changed_by
 where m.workspace_id = %(workspace)s and m.key = %(key)s
   for update of m
"""


async def add(tx: Tx, authority: Authority, macro: Macro, *, via: Via, now: datetime) -> Macro:
    """Save one of one's own; key, owner and version are given here.

    Raises:
        Invalid: an action that is not one thing.
        MacroSharingRefused: they may not share it so.
        TooManyMacros: they have as many as one may have.
    """
    macro = _fitting(msgspec.structs.replace(macro, key=f"m{tx.ids.next()}", owner=authority.me, version=FIRST_VERSION))
    _check_sharing(authority, teams=macro.teams, to_everybody=macro.shared == "everybody")
    _, (owned,) = await tx.gather(
        Query(tuple, "select pg_advisory_xact_lock(%(me)s::bigint)", {"me": authority.me}),
        Query(
            _Count,
            "select count(*) as count from macro where workspace_id = %(workspace)s and owner_id = %(me)s",
            {"me": authority.me},
        ),
    )
    if owned.count >= MOST_MACROS:
        raise TooManyMacros(most=MOST_MACROS)
    own = {"workspace_id": tx.workspace_id, "created_at": now, "changed_by": authority.me}
    tx.insert("macro", own | _row(macro))
    await record(
        tx,
        authority,
        "workspace",
        tx.workspace_id,
        e.MacroAdded(key=macro.key, macro=_told(macro)),
        via=via,
        now=now,
    )
    return macro


async def change(
    tx: Tx, authority: Authority, key: str, changes: dict[str, Any], *, seen: int | None, via: Via, now: datetime
) -> Macro:
    """Change members of one; what stays as it is is not written.

    Raises:
        MacroNotFound, MacroNotYours, MacroSharingRefused, Invalid.
        StaleMacro: it was changed since ``seen``.
    """
    before = await _for_change(tx, authority, key, seen)
    after = _fitting(msgspec.structs.replace(before, **changes))
    if after == before:
        return before
    is_shared_anew = after.shared != before.shared
    added = after.teams if is_shared_anew else tuple(team for team in after.teams if team not in before.teams)
    _check_sharing(authority, teams=added, to_everybody=is_shared_anew and after.shared == "everybody")
    after = msgspec.structs.replace(after, version=before.version + 1)
    row = _row(after) | {"actions": Jsonb(_plain(after)), "changed_by": authority.me}
    sets = ", ".join(f"{name} = %({name})s" for name in row if name != "key")
    tx.put(f"update macro set {sets} where workspace_id = %(workspace)s and key = %(key)s", **row)
    was, now_is = _told(before), _told(after)
    told = [name for name in was if was[name] != now_is[name]]
    event = e.MacroEdited(
        key=key, before={name: was[name] for name in told}, after={name: now_is[name] for name in told}
    )
    await record(tx, authority, "workspace", tx.workspace_id, event, via=via, now=now)
    return after


async def remove(tx: Tx, authority: Authority, key: str, *, seen: int | None, via: Via, now: datetime) -> None:
    """Raises: MacroNotFound, MacroNotYours, StaleMacro."""
    macro = await _for_change(tx, authority, key, seen)
    tx.put("delete from macro where workspace_id = %(workspace)s and key = %(key)s", key=key)
    await record(
        tx, authority, "workspace", tx.workspace_id, e.MacroRemoved(key=key, macro=_told(macro)), via=via, now=now
    )


def may_change(authority: Authority, macro: Macro) -> bool:
    """Its owner, and of a shared one whoever may share, or leads all teams that have it: it outlives that its owner
    left."""
    if macro.owner == authority.person_id:
        return True
    if macro.shared == "teams" and authority.led_teams.issuperset(macro.teams):
        return True
    return macro.shared != "nobody" and may_somewhere(authority, SHARE)


async def _for_change(tx: Tx, authority: Authority, key: str, seen: int | None) -> Macro:
    locked, *_ = await tx.gather(Query(_LastChange, _LOCK, {"key": key}))
    macro = (await saved_macro(tx, authority, key)).macro()
    if not may_change(authority, macro):
        raise MacroNotYours(key=key)
    if seen is not None and seen != macro.version:
        raise StaleMacro(version=macro.version, by=locked[0].by)
    return macro


def _fitting(macro: Macro) -> Macro:
    """Shared with no team it is one's own.

    Raises:
        Invalid: an action that is not one thing, or says nothing.
    """
    if faults := faults_of(macro.actions):
        raise Invalid(faults=tuple(faults))
    if macro.shared == "teams" and macro.teams:
        return macro
    return msgspec.structs.replace(macro, teams=(), shared="nobody" if macro.shared == "teams" else macro.shared)


def _check_sharing(authority: Authority, *, teams: tuple[str, ...], to_everybody: bool) -> None:
    """``teams``: with which it is newly shared."""
    foreign = sorted(set(teams) - authority.led_teams)
    if (to_everybody or foreign) and not may_somewhere(authority, SHARE):
        raise MacroSharingRefused(teams=foreign)


def _row(macro: Macro) -> dict[str, Any]:
    return {
        "key": macro.key,
        "owner_id": macro.owner,
        "name": macro.name,
        "actions": _plain(macro),
        "shared": macro.shared,
        "teams": macro.teams,
        "version": macro.version,
    }


def _plain(macro: Macro) -> list[dict[str, Any]]:
    """Its actions as they are kept."""
    found: list[dict[str, Any]] = msgspec.to_builtins(list(macro.actions))
    return found


def _told(macro: Macro) -> dict[str, Any]:
    """As the log holds it."""
    found: dict[str, Any] = msgspec.to_builtins(macro)
    return {name: value for name, value in found.items() if name not in ("key", "version")}
