"""The installation that is measured: an embedded PostgreSQL with durable commits, the demo multiplied, web."""

import asyncio
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import psycopg

from benchmarks.multiply import multiply
from gongdan import wiring
from gongdan.demo import make_demo
from gongdan.domains.accounts.commands.credentials import make_token
from gongdan.domains.accounts.public import NewMember, add_member, by_person, system
from gongdan.infra import supervisor
from gongdan.infra.db.migrate import migrate
from gongdan.infra.db.server import EmbeddedServer, Urls
from gongdan.kernel import clock
from gongdan.services import Services, open_services
from gongdan.settings import Settings

ORIGINALS = 300
"""Tickets whose lives go through the real commands; the others are their copies."""


class Stand(msgspec.Struct, frozen=True, kw_only=True):
    settings: Settings
    urls: Urls
    workspace: int
    rows: int
    copies: int
    tokens: tuple[str, ...]
    """Of agents and leads."""
    readers: tuple[str, ...]
    """Of those who see and answer all."""


@contextmanager
def built(data: Path, *, rows: int, web_processes: int) -> Iterator[Stand]:
    """An installation in ``data`` with about ``rows`` tickets; nothing of it runs but the database."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = Settings(data=data, port=port, web_processes=web_processes, log_level="warning")
    with EmbeddedServer(data, report=lambda line: None) as server:
        urls = server.start()
        migrate(urls.owner)
        workspace, tokens, readers = asyncio.run(_demo(settings, urls, tickets=min(rows // 4, ORIGINALS)))
        with psycopg.connect(urls.owner, autocommit=True) as connection:
            copies = multiply(connection, workspace, rows=rows)
            (found,) = connection.execute("select count(*) from ticket").fetchone() or (0,)
        yield Stand(
            settings=settings, urls=urls, workspace=workspace, rows=found, copies=copies, tokens=tokens, readers=readers
        )
    # As root the cluster stands in a directory of the system, which does not go with ``data``.
    shutil.rmtree(server.home, ignore_errors=True)


@contextmanager
def web(stand: Stand) -> Iterator[None]:
    """The web processes, as the supervisor starts them."""
    child = supervisor.child_of("web", stand.settings, stand.urls)
    with subprocess.Popen(child.command, env={**os.environ, **child.environment}) as process:
        try:
            _wait_for(f"{stand.settings.base_url}/readyz")
            yield
        finally:
            process.terminate()


def _wait_for(address: str, seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


async def _demo(settings: Settings, urls: Urls, *, tickets: int) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
    async with open_services(settings, urls.app, wiring.PARTS) as services:
        workspace = (await make_demo(services, tickets=tickets)).workspace_id
        agents = await _tokens(services, workspace, ["agent", "lead"])
        await _add_directors(services, workspace, len(agents))
        return workspace, agents, await _tokens(services, workspace, ["director"])


async def _add_directors(services: Services, workspace: int, many: int) -> None:
    """People who see everything: each person has a rate of their own."""
    for n in range(many):
        new = NewMember(
            name=f"Bench {n}", mail=f"bench-{n}@bench.test", locale="en", zone="UTC", roles=("director",), teams={}
        )
        async with services.db.write(workspace) as tx:
            await add_member(tx, system(workspace, name="bench", release=1), new, via="cli", now=clock.now())


async def _tokens(services: Services, workspace: int, roles: list[str]) -> tuple[str, ...]:
    """A token of each bearer of the roles."""
    async with services.db.read(workspace) as tx:
        found = await tx.rows(
            tuple,
            "select person_id from member_role where workspace_id = %(workspace)s and role = any(%(roles)s)",
            roles=roles,
        )
        members = [await by_person(tx, person_id, "staff") for (person_id,) in found]
    tokens = []
    for member in filter(None, members):
        async with services.db.write(workspace) as tx:
            _, token = await make_token(
                tx, member, name="bench", scopes=["all"], expires_at=None, via="cli", now=clock.now()
            )
            tokens.append(token)
    return tuple(tokens)


def once(stand: Stand, request: bytes) -> Any:
    """The answer to one request.

    Raises:
        RuntimeError: it is no success.
    """
    head, _, body = request.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    method, path, _ = first.split(" ")
    headers = dict(line.split(": ", 1) for line in lines)
    asked = urllib.request.Request(stand.settings.base_url + path, data=body or None, headers=headers, method=method)
    try:
        with urllib.request.urlopen(asked, timeout=30) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as fault:
        raise RuntimeError(f"{first}: {fault.read().decode()}") from None
