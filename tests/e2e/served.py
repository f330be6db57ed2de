"""A served installation with two furnished workspaces."""

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, redirect_stdout
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any, Final

import httpx
import msgspec
import psycopg
import pytest

from gongdan import wiring
from gongdan.cli import app
from gongdan.cli.installation import installation
from gongdan.demo import PASSWORD, hasty, make_demo
from gongdan.demo.making import SLUG
from gongdan.domains.accounts.public import NewMember, add_member, create_workspace, links, passwords, system
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.presets import standard
from gongdan.domains.policy.public import publish
from gongdan.infra.db.database import database
from gongdan.kernel.events import Actor
from gongdan.services import Services
from gongdan.settings import load, secret
from tests.servers.dovecot import PASSWORD as MAILBOX_PASSWORD
from tests.servers.dovecot import USER as MAILBOX
from tests.servers.dovecot import Dovecot
from tests.servers.smtp import SmtpPeer
from tests.support.folder import open_folder

STARTS_WITHIN_S: Final = 120
DEMO_TICKETS: Final = 60
COMPANY: Final = "yunfan"
AGENT, AGENT_NAME = "linxiao@yunfan.example", "林晓"
COLLEAGUE, COLLEAGUE_NAME = "helei@yunfan.example", "何磊"
TO_APPROVE: Final = "须复核"
TEAMS: Final = ("service", "tech", "finance", "senior", "engineering", "cross")


class Served(msgspec.Struct, frozen=True):
    folder: Path
    port: int

    @property
    def company(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def demo(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GONGDAN_")}
        ours = {
            "DATA": str(self.folder / "data"), "PORT": str(self.port), "PUBLIC_URL": self.company,
            "INTERNAL_HOSTS": "127.0.0.1",
        }  # fmt: skip
        return kept | {f"GONGDAN_{name}": value for name, value in ours.items()}

    def command(self, *arguments: str, given: str = "") -> str:
        """What ``gongdan ARGUMENTS…`` prints; ``given`` is its standard input. It runs here, in a thread beside the loop
        of the browser's driver: a process of its own takes seconds to begin."""
        with self.settled(), ThreadPoolExecutor(1) as aside:
            return aside.submit(_command, arguments, given).result()

    def let_pass(self, number: str, *, days: int) -> None:
        """Let a closed ticket have been closed ``days`` earlier: no journey has the time to wait."""
        self.change(
            f"update ticket set closed_at = closed_at - {days} * interval '1 day' where id = {{ticket}}", number
        )

    def change(self, statement: str, number: str = "", *, mail: str = "") -> None:
        """Bring about in the company what takes long to come about. ``{ticket}`` stands for the ticket with this
        number, ``{person}`` for who has this address."""
        there = "workspace_id = (select id from workspace where slug = %(slug)s)"
        ticket = f"(select id from ticket where {there} and number = %(number)s)"
        person = f"(select person_id from identity where {there} and kind = 'mail' and handle = %(mail)s)"
        given = {"slug": COMPANY, "number": number, "mail": mail}
        with self.settled(), database(load()) as server, psycopg.connect(server.start().owner) as connection:
            done = connection.execute(statement.format(ticket=ticket, person=person), given)
            assert done.rowcount, statement

    def mailed_link(self, number: str) -> str:
        """Path and query of the link that a guest of the company is mailed, without waiting for the mail."""
        with self.settled(), database(load()) as server, psycopg.connect(server.start().owner) as connection:
            row = connection.execute(
                """
                select t.workspace_id, t.id, t.requester_id, i.handle
                  from ticket t
                  join identity i on i.workspace_id = t.workspace_id and i.person_id = t.requester_id and i.kind = 'mail'
                  join workspace w on w.id = t.workspace_id
                 where t.number = %s and w.slug = %s
                """,
                [number, COMPANY],
            ).fetchone()
            key = secret(load())
        assert row, number
        workspace_id, ticket_id, person_id, mail = row
        token = links.ticket_link(
            key, workspace_id=workspace_id, person_id=person_id, mail=mail, ticket_id=ticket_id, now=datetime.now(UTC)
        )
        return f"/portal/t/{token}?number={number}"

    @contextmanager
    def settled(self) -> Iterator[None]:
        """This process has the settings of the installation, until the block ends."""
        with pytest.MonkeyPatch.context() as patch:
            for name, value in self.environment.items():
                patch.setenv(name, value)
            yield

    def connect_mailbox(self, imap: Dovecot, smtp: SmtpPeer) -> None:
        """Give the company the mailbox of the test's mail servers, as an operator does."""
        smtp.password = MAILBOX_PASSWORD
        servers = ("--imap", f"imap://127.0.0.1:{imap.port}", "--smtp", f"smtp://127.0.0.1:{smtp.port}")
        named = ("--name", "云帆客服", "--workspace", COMPANY)
        self.command("mailbox", "add", MAILBOX, *named, *servers, given=MAILBOX_PASSWORD + "\n")


def _command(arguments: tuple[str, ...], given: str) -> str:
    said = StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(said):
        patch.setattr(sys, "stdin", StringIO(given))
        code = app(list(arguments), exit_on_error=False, result_action="return_value")
    assert not code, (arguments, said.getvalue())
    return said.getvalue()


@contextmanager
def serving() -> Iterator[Served]:
    """Furnish and serve an installation in a temporary folder, until the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    with open_folder() as folder:
        served = Served(folder, port)
        with served.settled():
            asyncio.run(_furnish())
        with (folder / "said").open("w") as said:
            process = subprocess.Popen(
                [sys.executable, "-m", "gongdan.cli", "serve"],
                env=served.environment, cwd=folder, stdout=said, stderr=said,
            )  # fmt: skip
            try:
                _wait(served, process)
                yield served
            finally:
                process.terminate()
                process.wait(timeout=60)


def _wait(served: Served, process: subprocess.Popen[bytes]) -> None:
    ends = time.monotonic() + STARTS_WITHIN_S
    while time.monotonic() < ends and process.poll() is None:
        try:
            if httpx.get(f"{served.company}/readyz").status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    raise RuntimeError(f"the service did not start:\n{(served.folder / 'said').read_text()}")


async def _furnish() -> None:
    async with installation(migrated=True, reach=hasty) as services:
        await make_demo(services, tickets=DEMO_TICKETS)
        await _found_company(services)
        async with services.db.plain() as connection:
            for slug, host in ((SLUG, "localhost"), (COMPANY, "127.0.0.1")):
                await connection.execute(
                    "update workspace set settings = settings || jsonb_build_object('host', %s::text) where slug = %s",
                    [host, slug],
                )
            # Journeys say themselves when replies are to wait.
            await connection.execute("update member set undo_send_s = 0")


async def _found_company(services: Services) -> None:
    """Two agents in all teams, whom the router passes over until they say that they are there. What bears a certain tag
    is resolved only when the colleague agrees."""
    now = datetime.now(UTC)
    company = await create_workspace(services.db, COMPANY, name="云帆软件", via="cli", now=now)
    async with services.db.write(company) as tx:
        by = Actor(kind="system", via="cli")
        await publish(tx, standard([now.year, now.year + 1]), wiring.SECTIONS, actor=by, note="", base=None, now=now)
    hashed = await passwords.hash_password(PASSWORD)
    for mail, name in ((AGENT, AGENT_NAME), (COLLEAGUE, COLLEAGUE_NAME)):
        new = NewMember(
            name=name, mail=mail, locale="zh-CN", zone="Asia/Shanghai", password_hash=hashed,
            roles=("agent",), teams=dict.fromkeys(TEAMS, False),
        )  # fmt: skip
        async with services.db.write(company) as tx:
            added = await add_member(tx, system(company, name="cli", release=1), new, via="cli", now=now)
    async with services.db.write(company) as tx:
        await publish(tx, _agreed(added), wiring.SECTIONS, actor=by, note="", base=1, now=now)


def _agreed(colleague: int) -> PolicyBundle:
    now = datetime.now(UTC)
    bundle: Any = msgspec.to_builtins(standard([now.year, now.year + 1]))
    step = {
        "key": "colleague",
        "name": {"zh-CN": "同事复核", "en": "A colleague agrees"},
        "by": [f"person:{colleague}"],
    }
    step["when"] = {"field": "tags", "op": "has", "value": TO_APPROVE}
    for one in (one for flow in bundle["workflows"] for one in flow["transitions"] if one["to"] == "resolved"):
        one["approval"] = [step]
    return msgspec.convert(bundle, PolicyBundle)
