"""Making the demo workspace: once per installation."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import Final, Literal

import msgspec

from gongdan import wiring
from gongdan.demo.lives import DAYS, lives
from gongdan.demo.people import CUSTOMERS, ORGANISATIONS, STAFF
from gongdan.demo.play import Cast, Play
from gongdan.demo.stories import stories
from gongdan.domains.accounts.public import (
    Authority,
    NewMember,
    add_member,
    by_person,
    create_workspace,
    passwords,
    set_presence,
    system,
)
from gongdan.domains.customers.public import mail_handle, make
from gongdan.domains.policy.presets import standard
from gongdan.domains.policy.public import publish
from gongdan.infra.db.tx import Database, Tx
from gongdan.infra.log.append import append  # noqa: F401
from gongdan.kernel import clock
from gongdan.kernel.events import Actor
from gongdan.services import Services, open_services
from gongdan.settings import Settings

SLUG: Final = "demo"
NAME: Final = "青禾智能（演示）"
PASSWORD: Final = "demo-gongdan"  # noqa: S105 (of invented people, printed at every start)
TICKETS: Final = 300
SEED: Final = 20

Progress = Callable[[str], None]


class Made(msgspec.Struct, frozen=True):
    workspace_id: int
    tickets: int
    steps: int
    skipped: int


async def exists(db: Database) -> bool:
    async with db.plain() as connection:
        cursor = await connection.execute("select from workspace where slug = %s", [SLUG])
        return await cursor.fetchone() is not None


async def ensure_demo(settings: Settings, url: str, *, progress: Progress) -> None:
    """Make the demo workspace unless there is one."""
    async with open_services(settings, url, wiring.PARTS) as services:
        if not await exists(services.db):
            progress("making")
            await make_demo(services)


async def make_demo(services: Services, *, tickets: int = TICKETS) -> Made:
    """Make the demo workspace with so many tickets.

    Raises:
        SlugTaken: there is one.
    """
    now = clock.now()
    with clock.played(now - timedelta(days=DAYS + 1)):
        workspace_id = await create_workspace(services.db, SLUG, name=NAME, via="demo", now=clock.now())
        await _publish(services, workspace_id, [now.year, now.year + 1])
        staff = await _staff(services, workspace_id)
        customers = await _customers(services, workspace_id, staff)
    cast = Cast(
        workspace_id=workspace_id,
        staff={one.person_id or 0: one for one in staff},
        customers=customers,
        leads={team: one for one in staff for team in one.led_teams},
    )
    dice = Random(SEED)  # noqa: S311 (nobody gains by guessing)
    played = await Play(services, cast, lives(stories(), tickets, until=now, dice=dice)).run(now)
    await _settle_down(services, staff, now)
    return Made(workspace_id, tickets, played.steps, played.skipped)


async def _publish(services: Services, workspace_id: int, years: list[int]) -> None:
    async with services.db.write(workspace_id) as tx:
        by = Actor(kind="system", via="demo")
        await publish(tx, standard(years), wiring.LINTS, actor=by, note="标准客服", base=None, now=clock.now())


async def _staff(services: Services, workspace_id: int) -> list[Authority]:
    hashed = await passwords.hash_password(PASSWORD)
    by = system(workspace_id, name="demo", release=1)
    ids = []
    for one in STAFF:
        new = NewMember(
            name=one.name,
            mail=one.mail,
            locale=one.locale,
            zone="Asia/Shanghai",
            password_hash=hashed,
            roles=(one.role,),
            teams=one.teams,
        )
        async with services.db.write(workspace_id) as tx:
            ids.append(await add_member(tx, by, new, via="demo", now=clock.now()))
    staff = await _authorities(services, workspace_id, ids)
    for person_id in ids:
        async with services.db.write(workspace_id) as tx:
            await set_presence(tx, by, person_id, "available", via="demo", now=clock.now())
    return staff


async def _customers(services: Services, workspace_id: int, staff: list[Authority]) -> list[Authority]:
    agents = [one.person_id for one in staff if "senior" in one.teams]
    async with services.db.write(workspace_id) as tx:
        organisations = {organisation.key: tx.ids.next() for organisation in ORGANISATIONS}
        for organisation in ORGANISATIONS:
            row = {"id": organisations[organisation.key], "name": organisation.name, "tier": organisation.tier}
            domains = (organisation.domain,)
            tx.insert("organisation", {"workspace_id": workspace_id, **row, "mail_domains": domains})
    ids = []
    for n, one in enumerate(CUSTOMERS):
        async with services.db.write(workspace_id) as tx:
            made = make(
                tx,
                mail_handle(one.mail, one.name),
                locale=one.locale,
                zone="Asia/Shanghai",
                actor=Actor(kind="system", via="demo"),
                command_id=tx.ids.next(),
                release=1,
                now=clock.now(),
            )
            dedicated = agents[n % len(agents)] if one.tier == "vip" else None
            _rank(tx, made.person_id, one.tier, dedicated)
            if one.organisation:
                belongs = {"organisation_id": organisations[one.organisation], "person_id": made.person_id}
                tx.insert("organisation_member", {"workspace_id": workspace_id, **belongs})
            ids.append(made.person_id)
    return await _authorities(services, workspace_id, ids, kind="customer")


def _rank(tx: Tx, person_id: int, tier: str, dedicated_agent_id: int | None) -> None:
    tx.put(
        """
        update customer set tier = %(tier)s, dedicated_agent_id = %(agent)s
         where workspace_id = %(workspace)s and person_id = %(person)s
        """,
        tier=tier,
        agent=dedicated_agent_id,
        person=person_id,
    )


async def _authorities(
    services: Services, workspace_id: int, ids: list[int], *, kind: Literal["staff", "customer"] = "staff"
) -> list[Authority]:
    async with services.db.read(workspace_id) as tx:
        found = [await by_person(tx, person_id, kind) for person_id in ids]
    return [one for one in found if one is not None]


async def _settle_down(services: Services, staff: list[Authority], now: datetime) -> None:
    """Who is there when the visitor comes."""
    by = system(staff[0].workspace_id, name="demo", release=1)
    for one, person in zip(staff, STAFF, strict=True):
        async with services.db.write(by.workspace_id) as tx:
            await set_presence(tx, by, one.person_id or 0, person.presence, via="demo", now=now)
