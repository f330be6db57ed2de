"""What the database and the machine say of the installation, and of one workspace's mail."""

import asyncio
import sys
from datetime import datetime
from importlib.metadata import version
from typing import Any, Final

from psycopg import AsyncConnection

from gongdan.app.upkeep import checks
from gongdan.app.upkeep.backups import last_backup
from gongdan.app.upkeep.checks import Backlog, Check, Lag
from gongdan.infra.db.migrate import migrations
from gongdan.infra.db.tx import ReadTx
from gongdan.infra.log.position import Position, who_holds_back
from gongdan.infra.log.relay import LOCKS
from gongdan.infra.log.seal import SEALER
from gongdan.services import Services

_COUNTED: Final = 1_000
"""Of what waits for a follower of the log, at most."""


async def installation(services: Services, now: datetime) -> list[Check]:
    """What is the same for all workspaces."""
    async with services.db.plain() as connection:
        found = [
            *await _versions(connection),
            await _workers(connection),
            checks.queue("timers", await _timers(connection, now), now),
            await _held_back(connection),
            await _database(connection),
        ]
    lags = await _lags(services, now)
    settings = services.settings
    return [
        checks.disk(services.disk.state(), services.disk.free()),
        *found,
        *checks.deliveries(lags, now),
        checks.backup(last_backup(settings.data), now),
        checks.address(settings.base_url),
    ]


async def unreadiness(services: Services) -> Check | None:
    """Why this process should get no requests now; None: it may.

    Raises:
        OperationalError, TimeoutError: the database cannot be reached.
    """
    room = await asyncio.to_thread(services.disk.state)
    if room == "full":
        return checks.disk(room, 0)
    async with services.db.plain() as connection:
        found = await _schema(connection)
    return found if found.state == "bad" else None


async def workspace(tx: ReadTx, now: datetime) -> list[Check]:
    """Of the transaction's workspace: its mail, and what was set aside."""
    aside = await tx.row(tuple, _ASIDE)
    came = await tx.row(tuple, _CAME)
    goes = await tx.row(tuple, _GOES, now=now)
    boxes = await tx.row(tuple, _MAILBOXES)
    assert aside and came and goes and boxes, "each of them counts"
    return [
        checks.queue("incoming", Backlog(count=came[0], since=came[1]), now),
        checks.queue("outgoing", Backlog(count=goes[0], since=goes[1]), now),
        checks.mailboxes(boxes[0], boxes[1] or []),
        checks.set_aside(aside[0], aside[1]),
    ]


async def _versions(connection: AsyncConnection[Any]) -> list[Check]:
    row = await _row(connection, "select current_setting('server_version'), pg_postmaster_start_time()")
    python = ".".join(str(one) for one in sys.version_info[:3])
    params = {"version": version("gongdan"), "python": python, "database": str(row[0]).split()[0], "since": row[1]}
    return [Check(key="version", params=params), await _schema(connection)]


async def _schema(connection: AsyncConnection[Any]) -> Check:
    rows = await (await connection.execute("select name from schema_version")).fetchall()
    applied, known = {name for (name,) in rows}, [one.name for one in migrations()]
    return checks.schema([name for name in known if name not in applied], sorted(applied - set(known)))


async def _workers(connection: AsyncConnection[Any]) -> Check:
    """A worker that leads followers of the log holds a lock for each of them."""
    sql = """
        select count(*)
          from pg_locks l
          join pg_database d on d.oid = l.database and d.datname = current_database()
         where l.locktype = 'advisory' and l.classid = %s and l.granted
    """
    return checks.workers((await _row(connection, sql, [LOCKS]))[0])


async def _timers(connection: AsyncConnection[Any], now: datetime) -> Backlog:
    """Served by ``timer_due``."""
    sql = "select count(*), min(fire_at) from timer where quarantined_at is null and fire_at < %s"
    row = await _row(connection, sql, [now - checks.SLOW])
    return Backlog(count=row[0], since=row[1])


async def _held_back(connection: AsyncConnection[Any]) -> Check:
    holders = await who_holds_back(connection)
    longest = max(holders, key=lambda one: (one.open_for is None, one.open_for or checks.SLOW * 0), default=None)
    return checks.held_back((longest.pid, longest.name, longest.open_for) if longest else None)


async def _database(connection: AsyncConnection[Any]) -> Check:
    size = (await _row(connection, "select pg_database_size(current_database())"))[0]
    return Check(key="database", params={"size": checks.size_of(size)})


async def _lags(services: Services, now: datetime) -> list[Lag]:
    async with services.db.plain() as connection:
        cursor = await connection.execute("select subscriber, epoch, xid::text::bigint, id from cursor order by 1")
        cursors = await cursor.fetchall()
    lags = []
    for name, *place in cursors:
        waiting = await services.log.after(Position(*place), 1)
        since = waiting[0].at if waiting else None
        count = 0
        if since is not None and now - since > checks.SLOW:
            count = len(await services.log.after(Position(*place), _COUNTED))
        lags.append(Lag(subscriber=name, since=since, waiting=count, is_relaxed=name == SEALER.name))
    return lags


async def _row(connection: AsyncConnection[Any], sql: Any, params: list[Any] | None = None) -> tuple[Any, ...]:
    row = await (await connection.execute(sql, params)).fetchone()
    assert row is not None, "it counts"
    found: tuple[Any, ...] = row
    return found


_ASIDE: Final = """
select (select count(*) from event_quarantine where workspace_id = %(workspace)s),
       (select count(*) from timer where workspace_id = %(workspace)s and quarantined_at is not null)
"""
_CAME: Final = """
select count(*), min(received_at) from inbound where workspace_id = %(workspace)s and state = 'received'
"""
_GOES: Final = """
select count(*), min(d.next_at) filter (where d.next_at <= %(now)s)
  from delivery d
  join channel_account a on a.workspace_id = d.workspace_id and a.id = d.account_id and a.active
 where d.workspace_id = %(workspace)s and d.state = 'queued'
"""
_MAILBOXES: Final = """
select count(*),
       array_agg(address order by address)
         filter (where state -> 'reads' ->> 'fault' is not null or state -> 'sends' ->> 'fault' is not null)
  from channel_account
 where workspace_id = %(workspace)s and active
"""
