"""The supervisor: children are kept, stopped in order, and end with it. Dummies stand for web and worker."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from gongdan.infra.db import postmaster
from gongdan.infra.supervisor import Child, Pace, PortInUse, Supervisor, run
from gongdan.settings import Settings

pytestmark = [pytest.mark.serial, pytest.mark.slow]

QUICK = Pace(first_delay_s=0.05, longest_delay_s=0.2, poll_s=0.02, guard_s=0.05, steady_s=0.3)

OBEDIENT = """
import os, pathlib, signal, sys, time
log = pathlib.Path(sys.argv[1])
def note(word):
    with log.open("a") as file: file.write(f"{sys.argv[2]} {word} {os.getpid()}\\n")
signal.signal(signal.SIGTERM, lambda *_: (note("stopped"), sys.exit()))
note("started")
while True: time.sleep(0.05)
"""

DEAF = OBEDIENT.replace('lambda *_: (note("stopped"), sys.exit())', "signal.SIG_IGN")


def dummy(name: str, log: Path) -> Child:
    return Child(name=name, command=(sys.executable, "-c", OBEDIENT, str(log), name), stop_within_s=5)


def entries(log: Path, word: str) -> list[tuple[str, int]]:
    lines = [line.split() for line in log.read_text().splitlines()] if log.exists() else []
    return [(name, int(pid)) for name, what, pid in lines if what == word]


async def until(is_so: Callable[[], bool], within_s: float = 60) -> None:
    async with asyncio.timeout(within_s):
        while not is_so():
            await asyncio.sleep(0.02)


async def supervise(supervisor: Supervisor, script: Callable[[], object]) -> int:
    """Run the supervisor here, and ``script`` beside it; its end sends the signal to stop."""

    async def play() -> None:
        await script()
        os.kill(os.getpid(), signal.SIGTERM)

    playing = asyncio.create_task(play())
    code = await supervisor.run()
    await playing
    return code


def supervisor(children: Sequence[Child], lines: list[str] | None = None, **options: object) -> Supervisor:
    report = (lines if lines is not None else []).append
    return Supervisor(children, **{"pace": QUICK, "report": report, **options})


async def test_a_killed_child_is_started_again(tmp_path: Path) -> None:
    log = tmp_path / "log"

    async def script() -> None:
        await until(lambda: len(entries(log, "started")) == 1)
        os.kill(entries(log, "started")[0][1], signal.SIGKILL)
        await until(lambda: len(entries(log, "started")) == 2)

    assert await supervise(supervisor([dummy("web", log)]), script) == 0


async def test_children_are_stopped_one_after_another_in_their_order(tmp_path: Path) -> None:
    log = tmp_path / "log"

    async def script() -> None:
        await until(lambda: len(entries(log, "started")) == 2)

    await supervise(supervisor([dummy("web", log), dummy("worker", log)]), script)
    assert [name for name, _ in entries(log, "stopped")] == ["web", "worker"]


async def test_a_child_that_cannot_start_ends_the_service_after_a_few_attempts() -> None:
    lines: list[str] = []
    broken = Child(name="web", command=(sys.executable, "-c", "raise SystemExit(3)"))
    assert await supervisor([broken], lines).run() == 1
    assert "exit code 3" in lines[0]
    assert "giving up" in lines[-1]


async def test_a_child_that_was_ready_once_is_never_given_up(tmp_path: Path) -> None:
    log = tmp_path / "log"

    async def ready() -> bool:
        return True

    command = (sys.executable, "-c", OBEDIENT.replace("while True: time.sleep(0.05)", "time.sleep(0.2)"), str(log), "w")
    child = Child(name="w", command=command, is_ready=ready)

    async def script() -> None:
        await until(lambda: len(entries(log, "started")) == QUICK.attempts + 2)

    assert await supervise(supervisor([child]), script) == 0


async def test_a_child_that_ignores_the_signal_is_killed_when_its_time_is_up(tmp_path: Path) -> None:
    log, lines = tmp_path / "log", list[str]()
    deaf = Child(name="web", command=(sys.executable, "-c", DEAF, str(log), "web"), stop_within_s=0.3)

    async def script() -> None:
        await until(lambda: bool(entries(log, "started")))

    assert await supervise(supervisor([deaf], lines), script) == 0
    assert any("killing it" in line for line in lines)


async def test_readiness_is_told_once_and_only_when_all_are_ready(tmp_path: Path) -> None:
    log, told = tmp_path / "log", list[int]()

    async def script() -> None:
        await until(lambda: bool(told))
        os.kill(entries(log, "started")[0][1], signal.SIGKILL)
        await until(lambda: len(entries(log, "started")) == 3)
        await asyncio.sleep(2 * QUICK.steady_s)

    children = [dummy("web", log), dummy("worker", log)]
    await supervise(supervisor(children, on_ready=lambda: told.append(1)), script)
    assert told == [1]


async def test_the_guard_is_called_beside_the_children(tmp_path: Path) -> None:
    calls: list[int] = []

    async def script() -> None:
        await until(lambda: len(calls) > 3)

    await supervise(supervisor([dummy("web", tmp_path / "log")], guard=lambda: calls.append(1)), script)


def test_children_end_when_the_supervisor_is_killed(tmp_path: Path) -> None:
    (tmp_path / "tied.py").write_text(OBEDIENT)
    program = (
        "import asyncio, sys\n"
        "from gongdan.infra.supervisor import Child, Supervisor, dying_with_us\n"
        f"child = Child(name='web', command=dying_with_us('tied', {str(tmp_path / 'log')!r}, 'web'))\n"
        "asyncio.run(Supervisor([child]).run())\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": str(tmp_path)})
    asyncio.run(until(lambda: bool(entries(tmp_path / "log", "started"))))
    parent.kill()
    parent.wait()
    asyncio.run(until(lambda: bool(entries(tmp_path / "log", "stopped"))))


def test_a_port_in_use_is_told_before_anything_starts(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        settings = Settings(data=tmp_path / "data", port=taken.getsockname()[1])
        with pytest.raises(PortInUse):
            run(settings, ["web"], prepare=lambda urls: None)
    assert not (tmp_path / "data").exists()


SERVE = """
import sys, pathlib
from gongdan.infra import supervisor
from gongdan.settings import Settings
data, log, prepared = map(pathlib.Path, sys.argv[1:])
def child_of(role, settings, urls):
    return supervisor.Child(name=role, command=supervisor.dying_with_us("tied", str(log), role))
def prepare(urls):
    prepared.write_text(urls.app)
sys.exit(supervisor.run(Settings(data=data), ["worker"], prepare=prepare, child_of=child_of))
"""


def test_a_killed_database_comes_back_and_a_signal_stops_everything(open_path: Path) -> None:
    (open_path / "tied.py").write_text(OBEDIENT)
    data, log, prepared = open_path / "data", open_path / "log", open_path / "prepared"
    cluster = data / "postgres" / "cluster"

    def database_pid() -> int | None:
        found = postmaster.recorded(cluster)
        return found.pid if found and found.status == postmaster.READY else None

    serving = subprocess.Popen(
        [sys.executable, "-c", SERVE, str(data), str(log), str(prepared)],
        env={**os.environ, "PYTHONPATH": str(open_path)},
        stderr=subprocess.PIPE,
    )
    try:
        asyncio.run(until(lambda: bool(entries(log, "started")), 30))
        assert prepared.exists()
        first = database_pid()
        assert first is not None
        os.kill(first, signal.SIGKILL)
        asyncio.run(until(lambda: database_pid() not in (None, first), 30))
        serving.send_signal(signal.SIGTERM)
        assert serving.wait(30) == 0
        assert entries(log, "stopped")
        assert postmaster.recorded(cluster) is None
    finally:
        serving.kill()
        _, _ = serving.communicate()
