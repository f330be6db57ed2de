"""A process that may be killed: slow, greedy and crashing jobs take nothing with them."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from gongdan.infra.confined import TRIES, Confined, Failure
from tests.architecture.sources import ROOT

TARGET = "tests.infra.confined_jobs:work"


@pytest.fixture
def confined(monkeypatch: pytest.MonkeyPatch) -> Iterator[Confined]:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("GONGDAN_SECRET_KEY", "not for strangers")
    made = Confined(TARGET, deadline_s=0.3, memory=2 * 1024**3)
    yield made
    made.close()


def test_answers_come_in_the_order_of_their_jobs(confined: Confined) -> None:
    jobs = [b"echo:%d" % number for number in range(500)]
    assert confined.run(jobs) == [job[::-1] for job in jobs]
    assert confined.run([]) == []


def test_large_jobs_and_answers_pass(confined: Confined) -> None:
    jobs = [b"echo:" + bytes(5_000_000), b"echo:" + bytes(3)] * 2
    assert confined.run(jobs) == [job[::-1] for job in jobs]


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (b"spin", "too_slow"),
        (b"sleep", "too_slow"),
        (b"eat", "failed"),
        (b"raise", "failed"),
        (b"crash", "died"),
        (b"exit", "died"),
    ],
)
def test_a_bad_job_takes_no_other_with_it(confined: Confined, bad: bytes, why: str) -> None:
    first, second, third, fourth = confined.run([b"echo:1", bad, b"echo:2", bad])
    assert (first, third) == (b"1:ohce", b"2:ohce")
    for failed in (second, fourth):
        assert isinstance(failed, Failure)
        assert failed.why == why
        assert "word" not in failed.detail
    assert confined.run([b"echo:3"]) == [b"3:ohce"]


@pytest.mark.parametrize(("deaths", "survives"), [(1, True), (TRIES - 1, True), (TRIES, False)])
def test_a_job_whose_process_is_killed_is_tried_again_but_not_for_ever(
    confined: Confined, tmp_path: Path, deaths: int, survives: bool
) -> None:
    """The machine was out of memory, and took the process that had done nothing."""
    counter = tmp_path / "deaths"
    counter.write_text(str(deaths))
    before, mortal, after = confined.run([b"echo:1", b"mortal:" + bytes(counter), b"echo:2"])
    assert (before, after) == (b"1:ohce", b"2:ohce")
    assert (mortal == b"survived") is survives
    assert survives or isinstance(mortal, Failure)


def test_a_process_that_was_killed_while_it_was_idle_costs_no_job(confined: Confined) -> None:
    (pid,) = confined.run([b"pid"])
    assert isinstance(pid, bytes)
    os.kill(int(pid), signal.SIGKILL)
    assert confined.run([b"echo:1", b"echo:2"]) == [b"1:ohce", b"2:ohce"]


def test_the_process_is_kept_between_calls(confined: Confined) -> None:
    assert confined.run([b"pid"]) == confined.run([b"pid"])


def test_what_a_job_prints_is_no_answer_and_no_secret_is_there(confined: Confined) -> None:
    said, environment = confined.run([b"print", b"env"])
    assert said == b"quiet"
    assert isinstance(environment, bytes) and b"GONGDAN" not in environment


def test_the_process_ends_with_a_parent_that_is_killed() -> None:
    code = (
        f"from gongdan.infra.confined import Confined; import os, signal; c = Confined({TARGET!r}, deadline_s=5, memory=2**31);"
        "print(c.run([b'pid'])[0].decode(), flush=True); os.kill(os.getpid(), signal.SIGKILL)"
    )
    parent = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True
    )
    child = int(parent.stdout)
    until = time.monotonic() + 20
    while time.monotonic() < until and is_running(child):
        time.sleep(0.05)
    assert not is_running(child)


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True).stdout
    return not status.strip().startswith("Z") and bool(status.strip())
