"""``gongdan serve`` as a newcomer runs it: in an empty directory, without a database, without a setting."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from gongdan.demo import ADMIN
from gongdan.demo.passwords import PASSWORD
from tests.installed import Installation, installed

pytestmark = [pytest.mark.serial, pytest.mark.slow]

STARTS_WITHIN_S = 90


@pytest.fixture(scope="module")
def installation() -> Iterator[Installation]:
    with installed() as made:
        yield made


@pytest.fixture(scope="module")
def service(installation: Installation) -> Iterator[subprocess.Popen[str]]:
    assert installation.answer("demo", "--tickets", "12")["tickets"] == 12
    with serving(installation) as process:
        yield process


@contextmanager
def serving(installation: Installation) -> Iterator[subprocess.Popen[str]]:
    """A service that answers."""
    said = installation.directory / "said"
    with said.open("w") as written:
        process = subprocess.Popen(
            [sys.executable, "-m", "gongdan.cli", "serve"],
            cwd=installation.directory,
            env=installation.environment,
            stdout=written,
            stderr=written,
            text=True,
        )
    try:
        until(installation.is_ready, STARTS_WITHIN_S, said.read_text)
        yield process
    finally:
        process.terminate()
        process.wait()


def test_it_says_where_to_go_and_who_can_sign_in(service: subprocess.Popen[str], installation: Installation) -> None:
    said = (installation.directory / "said").read_text("utf-8")
    assert f"{installation.url}/" in said
    assert ADMIN in said
    assert PASSWORD in said


def test_the_printed_account_signs_in(service: subprocess.Popen[str], installation: Installation) -> None:
    answer = httpx.post(f"{installation.url}/api/v1/session", json={"mail": ADMIN, "password": PASSWORD})
    assert answer.status_code == 200, answer.text
    assert "set-cookie" in answer.headers


def test_a_token_of_the_command_line_opens_the_api(service: subprocess.Popen[str], installation: Installation) -> None:
    token = installation.answer("token", "create", "--user", ADMIN, "--scope", "all")["token"]
    headers = {"Authorization": f"Bearer {token}"}
    new = {
        "title": "网关离线",
        "text": "指示灯红灯闪。",
        "category": "fault-unusable",
        "requester": {"mail": "li@mail.example"},
    }
    opened = httpx.post(f"{installation.url}/api/v1/tickets", json=new, headers=headers)
    assert opened.status_code == 201, opened.text
    number = opened.json()["number"]

    def assignee() -> Any:
        return httpx.get(f"{installation.url}/api/v1/tickets/{number}", headers=headers).json().get("assignee")

    until(lambda: assignee() is not None, 60, lambda: "the worker's router gave it to nobody")


def test_the_doctor_finds_nothing(service: subprocess.Popen[str], installation: Installation) -> None:
    assert installation.findings() == []


def test_a_signal_stops_every_process(service: subprocess.Popen[str], installation: Installation) -> None:
    """It ends the service of the tests before."""
    family = descendants(service.pid)
    assert len(family) >= 3, "web, its worker process, and the worker"
    service.send_signal(signal.SIGTERM)
    assert service.wait(40) == 0
    until(lambda: not running(family), 30, lambda: str(family))


def test_a_killed_service_leaves_nothing_that_hinders_the_next(installation: Installation) -> None:
    with serving(installation) as process:
        family = [pid for pid in descendants(process.pid) if "postgres" not in command_of(pid)]
        process.kill()
        process.wait()
        until(lambda: not running(family), 40, lambda: str([command_of(pid) for pid in running(family)]))
    with serving(installation):
        assert installation.findings() == []


def until(is_so: Callable[[], bool], within_s: float, why: Callable[[], str]) -> None:
    deadline = time.monotonic() + within_s
    while not is_so():
        assert time.monotonic() < deadline, why()
        time.sleep(0.1)


def descendants(pid: int) -> list[int]:
    """Children and their children, from ``/proc``."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            child = int(status.parent.name)
            found += [child, *descendants(child)]
    return found


def running(pids: Sequence[int]) -> list[int]:
    return [pid for pid in pids if Path(f"/proc/{pid}").exists()]


def command_of(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
