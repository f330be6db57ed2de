"""What the worker does, as far as a test wants it: for one office, at the moment of the call."""

from gongdan import wiring
from gongdan.infra.log.relay import drain
from gongdan.infra.log.subscribers import Subscriber
from tests.kit import Office


async def deliver(office: Office, *names: str) -> None:
    """Let the subscribers of these names read all that has happened in the office."""
    known = {one.name: one for one in wiring.subscribers(office.services)}
    await deliver_to(office, *(known[name] for name in names))


async def deliver_to(office: Office, *subscribers: Subscriber) -> None:
    """Let ``subscribers`` read what has happened in the office since it was founded, and they have not read yet.

    What other tests left in the log is passed over: it is nothing to this one, and grows with the run.
    """
    for one in subscribers:
        await pass_over(office, one.name)
    await drain(office.services.db, office.services.log, subscribers)


async def pass_over(office: Office, subscriber: str) -> None:
    """Put the subscriber's cursor before the first event of the office, unless it stands there or further on.

    The events of the office are gathered first: in the order of the log the search would begin with those of others.
    """
    async with office.services.db.write(office.id) as tx:
        tx.put(
            """
            with mine as materialized (select epoch, xid from event where workspace_id = %(workspace)s)
            insert into cursor (subscriber, epoch, xid, id, at)
            select %(name)s, epoch, xid, 0, now()
              from mine
             order by epoch, xid
             limit 1
            on conflict (subscriber) do update
               set epoch = excluded.epoch, xid = excluded.xid, id = excluded.id, at = excluded.at
             where (cursor.epoch, cursor.xid, cursor.id) < (excluded.epoch, excluded.xid, excluded.id)
            """,
            name=subscriber,
        )
