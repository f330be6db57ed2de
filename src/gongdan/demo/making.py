"""Making the demo workspace: once per installation."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Final

import msgspec
from psycopg.conninfo import make_conninfo

from gongdan import wiring
from gongdan.demo.cast import cast_of
from gongdan.demo.lives import DAYS, lives
from gongdan.demo.passwords import keep_password, password_of
from gongdan.demo.people import CUSTOMERS, ORGANISATIONS, STAFF
from gongdan.demo.play import Play
from gongdan.demo.stories import stories
from gongdan.domains.accounts.public import (
    NewMember,
    add_member,
    create_workspace,
    passwords,
    set_presence,
    system,
)
from gongdan.domains.customers.public import mail_handle, make
from gongdan.domains.policy.presets import standard
from gongdan.domains.policy.public import publish
from gongdan.infra.db.tx import Database, Tx
from gongdan.kernel import clock
from gongdan.kernel.events import Actor
from gongdan.services import Services, open_services
from gongdan.settings import Settings

SLUG: Final = "demo"
NAME: Final = "青禾智能（演示）"
TICKETS: Final = 240
SEED: Final = 20

Progress = Callable[[str], None]


class Made(msgspec.Struct, frozen=True):
    workspace_id: int
    tickets: int
    steps: int
    skipped: int
    """Steps that life had overtaken."""


async def workspace_of_demo(db: Database) -> int | None:
    """The demo workspace's id, if there is one."""
    async with db.plain() as connection:
        cursor = await connection.execute("select id from workspace where slug = %s", [SLUG])
        row = await cursor.fetchone()
    return row[0] if row else None


def hasty(url: str) -> str:
    """The address of a connection whose commits do not wait for the disk: a demo lost in a crash is made again."""
    return make_conninfo(url, options="-c synchronous_commit=off")


async def ensure_demo(settings: Settings, url: str, *, progress: Progress) -> None:
    """Make the demo workspace, or see that an earlier one has the password that fits these settings."""
    async with open_services(settings, hasty(url), wiring.PARTS) as services:
        workspace_id = await workspace_of_demo(services.db)
        if workspace_id is None:
            progress("making")
            await make_demo(services)
        else:
            await keep_password(services.db, settings, workspace_id)


async def make_demo(services: Services, *, tickets: int = TICKETS) -> Made:
    """Make the demo workspace with so many tickets.

    Raises:
        SlugTaken: there is one.
    """
    now = clock.now()
    with clock.played(now - timedelta(days=DAYS + 1)):
        workspace_id = await create_workspace(services.db, SLUG, name=NAME, via="demo", now=clock.now())
        await _publish(services, workspace_id, [now.year, now.year + 1])
        staff = await _add_staff(services, workspace_id)
        await _add_customers(services, workspace_id, dedicated=_of_team(staff, "senior"))
    cast = await cast_of(services.db, workspace_id)
    dice = Random(SEED)  # noqa: S311 (nobody gains by guessing)
    played = await Play(services, cast, lives(stories(), tickets, until=now, dice=dice)).run(now)
    await _be_there(services, workspace_id, staff, [one.presence for one in STAFF], now)
    return Made(workspace_id, tickets, played.steps, played.skipped)


async def _publish(services: Services, workspace_id: int, years: list[int]) -> None:
    async with services.db.write(workspace_id) as tx:
        by = Actor(kind="system", via="demo")
        await publish(tx, standard(years), wiring.SECTIONS, actor=by, note="标准客服", base=None, now=clock.now())


async def _add_staff(services: Services, workspace_id: int) -> list[int]:
    """The ids of ``STAFF``; everybody is there while the past is played."""
    hashed = await passwords.hash_password(password_of(services.settings))
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
    await _be_there(services, workspace_id, ids, ["available"] * len(ids), clock.now())
    return ids


def _of_team(staff: Sequence[int], team: str) -> list[int]:
    return [person_id for person_id, one in zip(staff, STAFF, strict=True) if team in one.teams]


async def _add_customers(services: Services, workspace_id: int, *, dedicated: Sequence[int]) -> None:
    """Organisations and customers; those of the highest tier have one of ``dedicated`` for themselves."""
    async with services.db.write(workspace_id) as tx:
        organisations = {one.key: tx.ids.next() for one in ORGANISATIONS}
        for one in ORGANISATIONS:
            row = {"id": organisations[one.key], "name": one.name, "tier": one.tier, "mail_domains": (one.domain,)}
            tx.insert("organisation", {"workspace_id": workspace_id, **row})
    for n, customer in enumerate(CUSTOMERS):
        async with services.db.write(workspace_id) as tx:
            made = make(
                tx,
                mail_handle(customer.mail, customer.name),
                locale=customer.locale,
                zone="Asia/Shanghai",
                actor=Actor(kind="system", via="demo"),
                command_id=tx.ids.next(),
                release=1,
                now=clock.now(),
            )
            agent = dedicated[n % len(dedicated)] if customer.tier == "vip" else None
            _rank(tx, made.person_id, customer.tier, agent)
            if customer.organisation:
                belongs = {"organisation_id": organisations[customer.organisation], "person_id": made.person_id}
                tx.insert("organisation_member", {"workspace_id": workspace_id, **belongs})


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


async def _be_there(
    services: Services, workspace_id: int, staff: Sequence[int], presences: Sequence[str], now: datetime
) -> None:
    """They stay, whoever looks: nobody sits before their pages, so nobody knows when they were last seen."""
    by = system(workspace_id, name="demo", release=1)
    for person_id, presence in zip(staff, presences, strict=True):
        async with services.db.write(workspace_id) as tx:
            await set_presence(tx, by, person_id, presence, via="demo", now=now)
            tx.put(
                "update member set presence_at = null where workspace_id = %(workspace)s and person_id = %(person)s",
                person=person_id,
            )
