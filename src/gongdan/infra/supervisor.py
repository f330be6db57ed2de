"""The process that starts the others and keeps them: PostgreSQL (embedded), web, worker (spec 01, processes).

Children run in sessions of their own and are tied to us: Ctrl-C reaches only the supervisor, which stops them in
order, and when it is killed they end by themselves. The embedded database outlives it and is adopted by the next start.
"""

import asyncio
import contextlib
import os
import signal
import socket
import sys
import time
from asyncio.subprocess import Process
from collections.abc import Awaitable, Callable, Sequence
from typing import Literal, NoReturn

import msgspec

from gongdan.infra.db.database import database
from gongdan.infra.db.server import Report, Urls, to_stderr
from gongdan.kernel.errors import Refusal
from gongdan.settings import Settings

Role = Literal["web", "worker"]

WEB_KILL_S = 20
"""Seconds that Granian leaves to open requests; live streams end at the signal, well before."""
STOP_WITHIN_S = WEB_KILL_S + 10.0
CONCURRENT_PER_WEB_PROCESS = 8192
"""A live stream holds a place for as long as it lasts, so this bounds the people who watch."""

_ANY = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 (looked up, not bound)


class PortInUse(Refusal):
    """Something else listens on the address that we are to serve."""

    code = "server.port_in_use"
    status = 500


class Child(msgspec.Struct, frozen=True, kw_only=True):
    """A process to keep running. It counts as ready when ``is_ready`` says so, or after ``Pace.steady_s``."""

    name: str
    command: tuple[str, ...]
    environment: dict[str, str] = {}
    is_ready: Callable[[], Awaitable[bool]] | None = None
    stop_within_s: float = STOP_WITHIN_S


class Pace(msgspec.Struct, frozen=True, kw_only=True):
    """How patient the supervisor is, in seconds."""

    first_delay_s: float = 0.5
    longest_delay_s: float = 30.0
    poll_s: float = 0.2
    guard_s: float = 1.0
    steady_s: float = 3.0
    healthy_s: float = 60.0
    """A child that ran so long begins again with the first delay."""
    attempts: int = 3
    """Deaths of a child that was never ready, after which the fault is taken to be a lasting one."""


class Supervisor:
    """Keeps ``children``; ``guard`` is called again and again beside them and revives what they lean on."""

    def __init__(
        self,
        children: Sequence[Child],
        *,
        guard: Callable[[], None] = lambda: None,
        on_ready: Callable[[], None] = lambda: None,
        pace: Pace = Pace(),  # noqa: B008 (frozen)
        report: Report = to_stderr,
    ) -> None:
        self._children = children
        self._guard = guard
        self._on_ready = on_ready
        self._pace = pace
        self._report = report
        self._processes: dict[str, Process] = {}
        self._ready: set[str] = set()
        self._failed = False

    async def run(self) -> int:
        """Run until SIGTERM or SIGINT (0), or until a child proves unable to start (1). A second signal kills."""
        self._stopping = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._on_signal)

        guarding = asyncio.create_task(self._keep_guard())
        keeping = [asyncio.create_task(self._keep(child)) for child in self._children]
        await self._stopping.wait()

        for child in self._children:
            await self._stop(child)
        await asyncio.gather(*keeping)
        guarding.cancel()
        return 1 if self._failed else 0

    def _on_signal(self) -> None:
        if self._stopping.is_set():
            self._kill_all()
        self._report("stopping")
        self._stopping.set()

    def _kill_all(self) -> NoReturn:
        for process in self._processes.values():
            with contextlib.suppress(ProcessLookupError):
                process.kill()
        os._exit(1)

    async def _keep(self, child: Child) -> None:
        """Start ``child`` again whenever it ends, a little later each time that it ends soon."""
        delay, failures = self._pace.first_delay_s, 0
        while not self._stopping.is_set():
            began = time.monotonic()
            process = self._processes[child.name] = await self._start(child)
            if self._stopping.is_set():  # while it was being started
                await self._stop(child)
            watching = asyncio.create_task(self._watch(child))
            code = await process.wait()
            watching.cancel()
            if self._stopping.is_set():
                return

            if time.monotonic() - began >= self._pace.healthy_s:
                delay = self._pace.first_delay_s
            failures = 0 if child.name in self._ready else failures + 1
            if failures == self._pace.attempts:
                self._report(f"{child.name} ended {failures} times before it was ready; giving up")
                self._failed = True
                self._stopping.set()
                return
            self._report(f"{child.name} ended ({_ending(code)}); starting it again in {delay:g} s")
            await self._pause(delay)
            delay = min(delay * 2, self._pace.longest_delay_s)

    async def _start(self, child: Child) -> Process:
        return await asyncio.create_subprocess_exec(
            *child.command,
            stdin=asyncio.subprocess.DEVNULL,
            env={**os.environ, **child.environment},
            start_new_session=True,
        )

    async def _watch(self, child: Child) -> None:
        """Note when a child becomes ready, and say so once when all are."""
        if child.is_ready is None:
            await asyncio.sleep(self._pace.steady_s)
        else:
            while not await child.is_ready():  # noqa: ASYNC110 (another process sets no event of ours)
                await asyncio.sleep(self._pace.poll_s)
        was_complete = len(self._ready) == len(self._children)
        self._ready.add(child.name)
        if len(self._ready) == len(self._children) and not was_complete:
            self._on_ready()

    async def _stop(self, child: Child) -> None:
        process = self._processes.get(child.name)
        if process is None or process.returncode is not None:
            return
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        try:
            await asyncio.wait_for(process.wait(), child.stop_within_s)
        except TimeoutError:
            self._report(f"{child.name} did not stop within {child.stop_within_s:g} s; killing it")
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()

    async def _keep_guard(self) -> None:
        while not self._stopping.is_set():
            try:
                await asyncio.to_thread(self._guard)
            except Refusal as refusal:
                self._report(f"{refusal.code}: {refusal.members}")
            await self._pause(self._pace.guard_s)

    async def _pause(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)


def child_of(role: Role, settings: Settings, urls: Urls) -> Child:
    """The process that plays ``role``. It gets no address of the owner: only ``prepare`` migrates."""
    environment = {
        "GONGDAN_DATA": str(settings.data),
        "GONGDAN_DATABASE_URL": urls.app,
        "GONGDAN_DATABASE_WORKER_URL": urls.worker if role == "worker" else "",
        "GONGDAN_DATABASE_OWNER_URL": "",
    }
    if role == "worker":
        return Child(name=role, command=dying_with_us("gongdan.worker"), environment=environment)
    granian = {
        "--interface": "asgi",
        "--host": settings.host,
        "--port": settings.port,
        "--workers": settings.web_processes,
        "--workers-kill-timeout": WEB_KILL_S,
        "--backpressure": CONCURRENT_PER_WEB_PROCESS,
        "--log-level": settings.log_level,
    }
    options = [str(part) for pair in granian.items() for part in pair]
    command = dying_with_us(
        "granian", *options, "--respawn-failed-workers", "--no-ws", "--factory", "gongdan.app:create"
    )

    async def answers() -> bool:
        return await answers_http(settings.host, settings.port)

    return Child(name=role, command=command, environment=environment, is_ready=answers)


def run(
    settings: Settings,
    roles: Sequence[Role],
    *,
    prepare: Callable[[Urls], None],
    child_of: Callable[[Role, Settings, Urls], Child] = child_of,
) -> int:
    """Serve in the foreground until a signal; returns the exit code.

    ``prepare`` runs once the database answers and before any child starts: it migrates and makes what is missing.

    Raises:
        PortInUse: before anything is started.
        Refusal: the database cannot be started; see ``EmbeddedServer.start``.
    """
    if "web" in roles:
        _check_port(settings.host, settings.port)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))

    with database(settings) as server:
        urls = server.start()
        prepare(urls)
        supervisor = Supervisor(
            [child_of(role, settings, urls) for role in roles],
            guard=server.revive,
            on_ready=lambda: to_stderr(f"ready: {settings.base_url}" if "web" in roles else "ready"),
        )
        return asyncio.run(supervisor.run())


def dying_with_us(module: str, *arguments: str) -> tuple[str, ...]:
    """The command that runs a module which ends when we do."""
    return (sys.executable, "-m", "gongdan.infra.die_with_parent", module, *arguments)


async def answers_http(host: str, port: int) -> bool:
    """Whether a web server answers there at all: Granian listens before its processes can serve."""
    try:
        async with asyncio.timeout(5):
            reader, writer = await asyncio.open_connection(_ANY.get(host, host), port)
            try:
                writer.write(b"GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                return (await reader.read(5)).startswith(b"HTTP/")
            finally:
                writer.close()
    except OSError:  # also the time-out
        return False


def _check_port(host: str, port: int) -> None:
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise PortInUse(host=host, port=port, reason=error.strerror) from error


def _ending(code: int) -> str:
    return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
