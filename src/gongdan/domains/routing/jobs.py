"""When the router runs: at once when something happened that it may act on, and now and then for what time alone
brings (a team's delay is over, a lost ring)."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import structlog

from gongdan.domains.accounts.events import DutyPlanned, DutySet, LeaveCancelled, MemberActivated, PresenceSet, TeamsSet
from gongdan.domains.accounts.public import current_release, set_presence, system
from gongdan.domains.routing import queries
from gongdan.domains.routing.commands.route import RulesOf, route_waiting
from gongdan.domains.routing.commands.standing_in import let_watch, take_back
from gongdan.domains.routing.subjects import RuleMatched
from gongdan.domains.tickets.events import (
    MessageAdded,
    RoutingAsked,
    TicketAccepted,
    TicketAssigned,
    TicketChanged,
    TicketMoved,
    TicketOpened,
    TicketTagged,
    TicketTeamSet,
)
from gongdan.domains.tickets.public import UnitOfWork
from gongdan.infra.db.tx import Database, Tx
from gongdan.infra.log.quarantine import described
from gongdan.infra.log.subscribers import Subscriber
from gongdan.kernel import clock
from gongdan.kernel.events import Logged

PATROL_S: Final = 10.0
PACE_S: Final = 0.05
"""A moment in which tickets gather, so that one decision weighs several."""
CALLS: Final = (
    DutyPlanned,
    DutySet,
    LeaveCancelled,
    MemberActivated,
    PresenceSet,
    RoutingAsked,
    RuleMatched,
    TeamsSet,
    TicketAssigned,
    TicketMoved,
    TicketOpened,
    TicketTeamSet,
)
"""What may bring work to the router, or room to somebody."""

log = structlog.get_logger()


def router(uow: UnitOfWork, rules_of: RulesOf) -> Subscriber:
    """The subscriber that runs the router in commands of its own; of several processes one leads it."""

    async def handle(tx: Tx, events: Sequence[Logged[Any]]) -> None:
        if matched := {logged.stream_id for logged in events if isinstance(logged.event, RuleMatched)}:
            await let_watch(uow, tx.workspace_id, sorted(matched))
        await route(uow, rules_of, tx.workspace_id)

    return Subscriber(name="router", kinds=CALLS, handle=handle, begins="end", pace_s=PACE_S)


async def patrol(uow: UnitOfWork, rules_of: RulesOf) -> None:
    """Run the router for every workspace again and again; beside ``router`` it never assigns twice, as both lock."""
    while True:
        await asyncio.sleep(PATROL_S)
        try:
            async with uow.db.plain() as connection:
                cursor = await connection.execute("select id from workspace where current_release > 0 order by id")
                workspaces = [workspace_id for (workspace_id,) in await cursor.fetchall()]
            for workspace_id in workspaces:
                await route(uow, rules_of, workspace_id)
        except Exception as fault:  # the database is away, or one workspace is broken: the next round looks again
            log.warning("routing.patrol_failed", fault=described(fault))


async def route(uow: UnitOfWork, rules_of: RulesOf, workspace_id: int) -> None:
    """Take back what members left behind who are shut out, and give out what waits."""
    async with uow.db.read(workspace_id) as tx:
        release = await current_release(tx)
    await route_waiting(uow, rules_of, workspace_id, release)
    await take_back(uow, await rules_of(workspace_id, release))


DEEDS: Final = (TicketAccepted, TicketAssigned, TicketMoved, TicketChanged, TicketTagged, MessageAdded)
"""What somebody who works does to tickets."""


def returning(db: Database) -> Subscriber:
    """The subscriber that takes for available whoever works, after they were taken for offline without a word."""

    async def handle(tx: Tx, events: Sequence[Logged[Any]]) -> None:
        deeds: dict[int, datetime] = {}
        for logged in events:
            who = logged.actor
            if who.kind == "staff" and who.person_id is not None and who.via in ("web", "api"):
                deeds[who.person_id] = max(logged.at, deeds.get(who.person_id, logged.at))
        (rows,) = await tx.gather(queries.taken_for_offline(sorted(deeds)))
        back = [row.person_id for row in rows if row.presence_at is None or row.presence_at < deeds[row.person_id]]
        for person_id in back:
            async with db.write(tx.workspace_id) as own:
                by = system(tx.workspace_id, name="presence", release=await current_release(own))
                await set_presence(own, by, person_id, "available", by="auto", via="worker", now=clock.now())

    return Subscriber(name="returning", kinds=DEEDS, handle=handle, begins="end")
