"""The canned replies that people wrote, as rows: who has which."""

from typing import Any, Final

import msgspec

from gongdan.domains.accounts.public import Authority
from gongdan.domains.replies.errors import CannedReplyNotFound
from gongdan.domains.replies.reply import CannedReply, Shared
from gongdan.infra.db.tx import Query, ReadTx
from gongdan.kernel.text import Name

MOST_SEEN: Final = 500
"""That one person is shown at most; their own come first, then the oldest."""


class SavedReply(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``canned_reply``, with its owner's name."""

    key: str
    owner_id: int
    owner_name: str | None
    name: Name
    text: Name
    keyword: str
    shared: Shared
    teams: list[str]
    version: int

    def reply(self) -> CannedReply:
        return CannedReply(
            key=self.key,
            name=self.name,
            text=self.text,
            keyword=self.keyword,
            owner=self.owner_id,
            shared=self.shared,
            teams=tuple(self.teams),
            version=self.version,
        )


_COLUMNS: Final = """
       r.key, r.owner_id, p.name as owner_name, r.name, r.text, r.keyword, r.shared, r.teams, r.version
  from canned_reply r
  left join person p on p.workspace_id = r.workspace_id and p.id = r.owner_id
 where r.workspace_id = %(workspace)s
"""
_HAS: Final = """
   and (r.owner_id = %(me)s
    or (r.shared <> 'nobody' and (r.shared = 'everybody' or r.teams && %(teams)s::text[])))
"""


def of_reader(authority: Authority) -> Query[SavedReply]:
    """Their own, then what is shared with them, each by age. Served by ``canned_reply_of_owner`` and
    ``canned_reply_shared``."""
    sql = f"select {_COLUMNS} {_HAS} order by r.owner_id <> %(me)s, r.created_at, r.key limit {MOST_SEEN}"
    return Query(SavedReply, sql, _reader(authority))


async def saved_reply(tx: ReadTx, authority: Authority, key: str) -> SavedReply:
    """Raises CannedReplyNotFound: no such one, or not one of theirs."""
    found = await tx.row(SavedReply, f"select {_COLUMNS} {_HAS} and r.key = %(key)s", key=key, **_reader(authority))
    if found is None:
        raise CannedReplyNotFound(key=key)
    return found


def _reader(authority: Authority) -> dict[str, Any]:
    return {"me": authority.person_id or 0, "teams": sorted(authority.teams | authority.led_teams)}
