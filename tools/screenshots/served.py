"""A demo that is always the same: its past is played up to one instant, and served at that instant."""

import asyncio
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import msgspec

from gongdan import wiring
from gongdan.demo import hasty, make_demo
from gongdan.domains.accounts.public import sessions
from gongdan.infra.db.database import database
from gongdan.infra.db.migrate import migrate
from gongdan.kernel import clock
from gongdan.services import open_services
from gongdan.settings import Settings, load
from tools.screenshots.standing import STANDS

STARTS_WITHIN_S: Final = 120


class Served(msgspec.Struct, frozen=True):
    url: str
    cookies: dict[str, str]
    """Of a member who is signed in, by mail address."""


@contextmanager
def serving() -> Iterator[Served]:
    folder = Path(tempfile.mkdtemp(prefix="gongdan-pictures-"))
    folder.chmod(0o755)  # as root PostgreSQL runs under an account of its own, which must pass
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    own = {"GONGDAN_DATA": str(folder / "data"), "GONGDAN_PORT": str(port), "GONGDAN_PUBLIC_URL": url}
    os.environ |= own
    try:
        with database(load()) as server:
            urls = server.start()
            migrate(urls.owner, row_security=False)
            cookies = asyncio.run(_furnish(load(), urls.app))
            os.environ["GONGDAN_DATABASE_URL"] = urls.app
            with _web(port):
                _wait(url)
                yield Served(url, cookies)
    finally:
        for name in (*own, "GONGDAN_DATABASE_URL"):
            os.environ.pop(name, None)
        shutil.rmtree(folder, ignore_errors=True)


async def _furnish(settings: Settings, url: str) -> dict[str, str]:
    """The demo, and everybody of it signed in: now, for the database's own clock does not stand, and at that instant
    their sessions would be over."""
    async with open_services(settings, hasty(url), wiring.PARTS) as services:
        with clock.played(STANDS):
            made = await make_demo(services)
        async with services.db.write(made.workspace_id) as tx:
            members = await tx.rows(
                tuple, "select mail, person_id from member where workspace_id = %(workspace)s and mail is not null"
            )
            return {
                mail: sessions.begin(tx, id, kind="staff", agent="", address="127.0.0.1", now=datetime.now(UTC))
                for mail, id in members
            }


@contextmanager
def _web(port: int) -> Iterator[None]:
    command = [sys.executable, "-m", "granian", "--interface", "asgi", "--port", str(port), "--no-ws", "--factory"]
    process = subprocess.Popen([*command, "tools.screenshots.standing:create"], stdout=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=60)


def _wait(url: str) -> None:
    ends = time.monotonic() + STARTS_WITHIN_S
    while time.monotonic() < ends:
        try:
            with urllib.request.urlopen(f"{url}/portal"):
                return
        except OSError:
            time.sleep(0.3)
    raise RuntimeError("the demo did not start")
