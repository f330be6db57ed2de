"""``gongdan serve`` as a newcomer runs it: in an empty directory, without a database, without a setting."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
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
    said = (installation.directory / "said").open("w+")
    serving = subprocess.Popen(
        [sys.executable, "-m", "gongdan.cli", "serve"],
        cwd=installation.directory,
        env=installation.environment,
        stdout=said,
        stderr=said,
        text=True,
    )
    try:
        until(installation.is_ready, STARTS_WITHIN_S, lambda: (installation.directory / "said").read_text())
        yield serving
    finally:
        serving.kill()
        serving.wait()


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
    new = {"title": "网关离线", "text": "指示灯红灯闪。", "type": "technical", "requester": {"mail": "li@mail.example"}}
    opened = httpx.post(f"{installation.url}/api/v1/tickets", json=new, headers=headers)
    assert opened.status_code == 201, opened.text
    number = opened.json()["number"]

    def assignee() -> Any:
        return httpx.get(f"{installation.url}/api/v1/tickets/{number}", headers=headers).json().get("assignee")

    until(lambda: assignee() is not None, 15, lambda: "the worker's router gave it to nobody")


def test_the_doctor_finds_nothing(service: subprocess.Popen[str], installation: Installation) -> None:
    assert installation.answer("doctor") == {"findings": []}


def test_a_signal_stops_every_process(service: subprocess.Popen[str], installation: Installation) -> None:
    """The last test of the module: it ends the service."""
    family = descendants(service.pid)
    assert len(family) >= 3, "web, its worker process, and the worker"
    service.send_signal(signal.SIGTERM)
    assert service.wait(40) == 0
    until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in family), 5, lambda: str(family))
    assert not (installation.directory / ".gongdan" / "postgres" / "cluster" / "postmaster.pid").exists()


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
