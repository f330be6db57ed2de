"""Macros as rows: who has which."""

from typing import Any, Final

import msgspec

from gongdan.domains.accounts.public import Authority
from gongdan.domains.macros.errors import MacroNotFound
from gongdan.domains.macros.macro import Macro, MacroAction, Sharing
from gongdan.infra.db.tx import Query, ReadTx
from gongdan.kernel.text import Name

MOST_SEEN: Final = 500
"""That one person is shown at most; their own come first, then the oldest."""


class SavedMacro(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``macro``, with its owner's name."""

    key: str
    owner_id: int
    owner_name: str | None
    name: Name
    actions: list[MacroAction]
    shared: Sharing
    teams: list[str]
    version: int

    def macro(self) -> Macro:
        return Macro(
            key=self.key,
            name=self.name,
            actions=tuple(self.actions),
            owner=self.owner_id,
            shared=self.shared,
            teams=tuple(self.teams),
            version=self.version,
        )


_COLUMNS: Final = """
       m.key, m.owner_id, p.name as owner_name, m.name, m.actions, m.shared, m.teams, m.version
  from macro m
  left join person p on p.workspace_id = m.workspace_id and p.id = m.owner_id
 where m.workspace_id = %(workspace)s
"""
_HAS: Final = """
   and (m.owner_id = %(me)s
    or (m.shared <> 'nobody' and (m.shared = 'everybody' or m.teams && %(teams)s::text[])))
"""


def of_reader(authority: Authority) -> Query[SavedMacro]:
    """Their own, then what is shared with them, each by age. Served by ``macro_of_owner`` and ``macro_shared``."""
    sql = f"select {_COLUMNS} {_HAS} order by m.owner_id <> %(me)s, m.created_at, m.key limit {MOST_SEEN}"
    return Query(SavedMacro, sql, _reader(authority))


async def saved_macro(tx: ReadTx, authority: Authority, key: str) -> SavedMacro:
    """Raises MacroNotFound: no such one, or not one of theirs."""
    found = await tx.row(SavedMacro, f"select {_COLUMNS} {_HAS} and m.key = %(key)s", key=key, **_reader(authority))
    if found is None:
        raise MacroNotFound(key=key)
    return found


def _reader(authority: Authority) -> dict[str, Any]:
    return {"me": authority.person_id or 0, "teams": sorted(authority.teams | authority.led_teams)}
