"""Writing, changing, sharing and removing canned replies. Every change stands in the log of the workspace."""

from datetime import datetime
from typing import Any, Final

import msgspec

from gongdan.domains.accounts.public import Authority, may_somewhere, record
from gongdan.domains.replies import events as e
from gongdan.domains.replies.errors import (
    CannedReplyNotYours,
    CannedSharingRefused,
    StaleCannedReply,
    TooManyCannedReplies,
)
from gongdan.domains.replies.reply import FIRST_VERSION, CannedReply
from gongdan.domains.replies.saved import saved_reply
from gongdan.domains.replies.shipped import SHIPPED
from gongdan.infra.db.tx import Query, Tx
from gongdan.kernel.events import Via

MOST_REPLIES: Final = 200
"""Of one person."""
SHARE: Final = "canned_reply.share"


class _Count(msgspec.Struct, frozen=True):
    count: int


class _LastChange(msgspec.Struct, frozen=True):
    by: str | None


_LOCK: Final = """
select p.name as by
  from canned_reply r
  left join person p on p.workspace_id = r.workspace_id and p.id = r.changed_by
 where r.workspace_id = %(workspace)s and r.key = %(key)s
   for update of r
"""


async def add(tx: Tx, authority: Authority, reply: CannedReply, *, via: Via, now: datetime) -> CannedReply:
    """Save one of one's own; key, owner and version are given here.

    Raises:
        CannedSharingRefused: they may not share it so.
        TooManyCannedReplies: they have as many as one may have.
    """
    reply = _fitting(msgspec.structs.replace(reply, key=f"r{tx.ids.next()}", owner=authority.me, version=FIRST_VERSION))
    _check_sharing(authority, teams=reply.teams, to_everybody=reply.shared == "everybody")
    _, (owned,) = await tx.gather(
        Query(tuple, "select pg_advisory_xact_lock(%(me)s::bigint)", {"me": authority.me}),
        Query(
            _Count,
            "select count(*) as count from canned_reply where workspace_id = %(workspace)s and owner_id = %(me)s",
            {"me": authority.me},
        ),
    )
    if owned.count >= MOST_REPLIES:
        raise TooManyCannedReplies(most=MOST_REPLIES)
    own = {"workspace_id": tx.workspace_id, "created_at": now, "changed_by": authority.me}
    tx.insert("canned_reply", own | _row(reply))
    await record(
        tx,
        authority,
        "workspace",
        tx.workspace_id,
        e.CannedReplyAdded(key=reply.key, reply=_told(reply)),
        via=via,
        now=now,
    )
    return reply


async def change(
    tx: Tx, authority: Authority, key: str, changes: dict[str, Any], *, seen: int | None, via: Via, now: datetime
) -> CannedReply:
    """Change members of one; what stays as it is is not written.

    Raises:
        CannedReplyNotFound, CannedReplyNotYours, CannedSharingRefused.
        StaleCannedReply: it was changed since ``seen``.
    """
    before = await _for_change(tx, authority, key, seen)
    after = _fitting(msgspec.structs.replace(before, **changes))
    if after == before:
        return before
    is_shared_anew = after.shared != before.shared
    added = after.teams if is_shared_anew else tuple(team for team in after.teams if team not in before.teams)
    _check_sharing(authority, teams=added, to_everybody=is_shared_anew and after.shared == "everybody")
    after = msgspec.structs.replace(after, version=before.version + 1)
    row = _row(after) | {"changed_by": authority.me}
    sets = ", ".join(f"{name} = %({name})s" for name in row if name != "key")
    tx.put(f"update canned_reply set {sets} where workspace_id = %(workspace)s and key = %(key)s", **row)
    was, now_is = _told(before), _told(after)
    told = [name for name in was if was[name] != now_is[name]]
    event = e.CannedReplyChanged(
        key=key, before={name: was[name] for name in told}, after={name: now_is[name] for name in told}
    )
    await record(tx, authority, "workspace", tx.workspace_id, event, via=via, now=now)
    return after


async def remove(tx: Tx, authority: Authority, key: str, *, seen: int | None, via: Via, now: datetime) -> None:
    """Raises: CannedReplyNotFound, CannedReplyNotYours, StaleCannedReply."""
    reply = await _for_change(tx, authority, key, seen)
    tx.put("delete from canned_reply where workspace_id = %(workspace)s and key = %(key)s", key=key)
    await record(
        tx, authority, "workspace", tx.workspace_id, e.CannedReplyRemoved(key=key, reply=_told(reply)), via=via, now=now
    )


def may_change(authority: Authority, reply: CannedReply) -> bool:
    """Its owner, and of a shared one whoever may share, or leads all teams that have it: it outlives that its owner
    left."""
    if reply.is_shipped:
        return False
    if reply.owner == authority.person_id:
        return True
    if reply.shared == "teams" and authority.led_teams.issuperset(reply.teams):
        return True
    return reply.shared != "nobody" and may_somewhere(authority, SHARE)


async def _for_change(tx: Tx, authority: Authority, key: str, seen: int | None) -> CannedReply:
    if key in SHIPPED:
        raise CannedReplyNotYours(key=key)
    locked, *_ = await tx.gather(Query(_LastChange, _LOCK, {"key": key}))
    reply = (await saved_reply(tx, authority, key)).reply()
    if not may_change(authority, reply):
        raise CannedReplyNotYours(key=key)
    if seen is not None and seen != reply.version:
        raise StaleCannedReply(version=reply.version, by=locked[0].by)
    return reply


def _fitting(reply: CannedReply) -> CannedReply:
    """Shared with no team it is one's own."""
    if reply.shared == "teams" and reply.teams:
        return reply
    return msgspec.structs.replace(reply, teams=(), shared="nobody" if reply.shared == "teams" else reply.shared)


def _check_sharing(authority: Authority, *, teams: tuple[str, ...], to_everybody: bool) -> None:
    """``teams``: with which it is newly shared."""
    foreign = sorted(set(teams) - authority.led_teams)
    if (to_everybody or foreign) and not may_somewhere(authority, SHARE):
        raise CannedSharingRefused(teams=foreign)


def _row(reply: CannedReply) -> dict[str, Any]:
    return {
        "key": reply.key,
        "owner_id": reply.owner,
        "name": reply.name,
        "text": reply.text,
        "keyword": reply.keyword,
        "shared": reply.shared,
        "teams": reply.teams,
        "version": reply.version,
    }


def _told(reply: CannedReply) -> dict[str, Any]:
    """As the log holds it."""
    found: dict[str, Any] = msgspec.to_builtins(reply)
    return {name: value for name, value in found.items() if name not in ("key", "version")}
