"""Work on bytes that strangers sent, in a process of its own that may be killed: bounded in time and in memory.

``Confined`` is the side of the caller, ``python -m gongdan.infra.confined MODULE:FUNCTION …`` the other. Jobs and
answers are frames over two pipes, many in one call. The deadline counts the child's own processor time, so that a busy
machine condemns no innocent job; ``PATIENCE`` times as much by the clock is the end of it in any case. The child ends
when the pipe closes, however its parent ended, and by an alarm of its own where it is busy then. It inherits no secret:
its environment is swept.
"""

import atexit
import importlib
import os
import resource
import selectors
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from typing import IO, Literal

import msgspec

_HEAD = 5
"""Bytes before each frame: a sign, and the length of what follows."""
PATIENCE = 6
TRIES = 3
"""Of a job under which the process ended: mostly that was not its doing. The machine had no memory left, and chose this
process, perhaps while it was idle."""
_DONE, _FAILED = 0, 1
_CHUNK = 256 * 1024
_KEPT_ENVIRONMENT = ("PATH", "PYTHONPATH", "LANG", "LC_ALL", "TZ", "SYSTEMROOT", "TMPDIR")


class Failure(msgspec.Struct, frozen=True):
    """A job without an answer."""

    why: Literal["too_slow", "died", "failed"]
    """It was stopped at the deadline; it ended its process (memory, mostly); it raised."""
    detail: str
    """The name of what was raised, no word of the job."""


class Confined:
    """One child process for one function of bytes to bytes, started when it is first needed. Safe among threads: calls
    wait for each other."""

    def __init__(self, target: str, *, deadline_s: float, memory: int) -> None:
        self.target = target
        self.deadline_s = deadline_s
        self.memory = memory
        self._lock = threading.Lock()
        self._child: _Child | None = None
        atexit.register(self.close)

    def run(self, jobs: Sequence[bytes]) -> list[bytes | Failure]:
        """One answer for each job, in their order. A job that fails takes no other with it. One under which the process
        ended is tried in another one, ``TRIES`` times in all."""
        answers: list[bytes | Failure] = []
        deaths = 0
        with self._lock:
            while len(answers) < len(jobs):
                child = self._ready()
                found = child.exchange(jobs[len(answers) :], self.deadline_s)
                if child.is_spent:
                    child.end()
                    self._child = None
                deaths = (deaths if len(found) == 1 else 0) + _has_died(found)
                if 0 < deaths < TRIES:
                    found.pop()
                else:
                    deaths = 0
                answers += found
        return answers

    def close(self) -> None:
        """End the child; the next job starts another."""
        with self._lock:
            if self._child is not None and self._child.owner == os.getpid():
                self._child.end()
            self._child = None

    def _ready(self) -> "_Child":
        # After a fork the pipes belong to the parent.
        if self._child is None or self._child.owner != os.getpid():
            self._child = _Child(self.target, self.deadline_s, self.memory)
        return self._child


class _Child:
    def __init__(self, target: str, deadline_s: float, memory: int) -> None:
        self.owner = os.getpid()
        self.is_spent = False
        environment = {name: value for name, value in os.environ.items() if name in _KEPT_ENVIRONMENT}
        command = [sys.executable, "-m", "gongdan.infra.confined", target, str(deadline_s), str(memory)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, bufsize=0
        )
        self._into = _file_number(self._process.stdin)
        self._out_of = _file_number(self._process.stdout)
        os.set_blocking(self._into, False)
        os.set_blocking(self._out_of, False)
        self._received = bytearray()
        # The first job waits for the imports too.
        self._grace_s = 60.0

    def exchange(self, jobs: Sequence[bytes], deadline_s: float) -> list[bytes | Failure]:
        """Answers for the first jobs, up to the one that spends the process."""
        answers: list[bytes | Failure] = []
        with selectors.DefaultSelector() as selector:
            selector.register(self._out_of, selectors.EVENT_READ)
            selector.register(self._into, selectors.EVENT_WRITE)
            waiting, at = memoryview(b""), 0
            until = time.monotonic() + deadline_s * PATIENCE + self._grace_s
            while len(answers) < len(jobs) and not self.is_spent:
                if not waiting and at < len(jobs):
                    waiting, at = memoryview(_frame(_DONE, jobs[at])), at + 1
                elif not waiting and self._into in selector.get_map():
                    selector.unregister(self._into)
                ready = selector.select(max(until - time.monotonic(), 0))
                if not ready and time.monotonic() >= until:
                    answers.append(self._spent("too_slow", "deadline"))
                for key, _ in ready:
                    if key.fd == self._into:
                        waiting = self._write(waiting)
                    elif (found := self._read()) is None:
                        answers.append(self._ended())
                    elif found:
                        answers += found
                        self._grace_s, until = 0.0, time.monotonic() + deadline_s * PATIENCE
        return answers

    def _write(self, waiting: memoryview) -> memoryview:
        try:
            return waiting[os.write(self._into, waiting[:_CHUNK]) :]
        except BlockingIOError:
            return waiting
        except BrokenPipeError:
            return waiting  # the end of the answers tells

    def _read(self) -> list[bytes | Failure] | None:
        """The answers that have come; None at the end of the process."""
        try:
            piece = os.read(self._out_of, _CHUNK)
        except BlockingIOError:
            return []
        if not piece:
            return None
        self._received += piece
        found: list[bytes | Failure] = []
        while len(self._received) >= _HEAD:
            size = _HEAD + int.from_bytes(self._received[1:_HEAD], "big")
            if len(self._received) < size:
                break
            content = bytes(self._received[_HEAD:size])
            is_done = self._received[0] == _DONE
            found.append(content if is_done else Failure("failed", content.decode("ascii", "replace")[:100]))
            del self._received[:size]
        return found

    def _spent(self, why: Literal["too_slow", "died"], detail: str) -> Failure:
        self.is_spent = True
        return Failure(why, detail)

    def _ended(self) -> Failure:
        code = self._process.wait()
        stopped = code in (-signal.SIGPROF, -signal.SIGALRM)
        return self._spent("too_slow", "processor time") if stopped else self._spent("died", f"exit {code}")

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()


def _has_died(answers: Sequence[bytes | Failure]) -> bool:
    last = answers[-1] if answers else None
    return isinstance(last, Failure) and last.why == "died"


def _file_number(pipe: IO[bytes] | None) -> int:
    assert pipe is not None
    return pipe.fileno()


def _frame(sign: int, content: bytes) -> bytes:
    return bytes((sign,)) + len(content).to_bytes(4, "big") + content


def serve(work: Callable[[bytes], bytes], deadline_s: float) -> None:
    """Answer frames until the pipe closes. Nothing else may write to standard output, so it is moved out of the way."""
    out = os.dup(1)
    os.dup2(2, 1)
    while (job := _next_job()) is not None:
        signal.setitimer(signal.ITIMER_PROF, deadline_s)
        signal.setitimer(signal.ITIMER_REAL, deadline_s * (PATIENCE + 1))  # for a parent that is gone
        try:
            answer = _frame(_DONE, work(job))
        except (Exception, MemoryError) as fault:
            answer = _frame(_FAILED, type(fault).__name__.encode())
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        view = memoryview(answer)
        while view:
            view = view[os.write(out, view[:_CHUNK]) :]


def _next_job() -> bytes | None:
    head = _exactly(_HEAD)
    return None if head is None else _exactly(int.from_bytes(head[1:], "big"))


def _exactly(size: int) -> bytes | None:
    pieces = bytearray()
    while len(pieces) < size:
        piece = os.read(0, min(size - len(pieces), _CHUNK))
        if not piece:
            return None
        pieces += piece
    return bytes(pieces)


def _main(target: str, deadline_s: str, memory: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to parent and child; the parent decides
    module, _, function = target.partition(":")
    work = getattr(importlib.import_module(module), function)
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (int(memory), int(memory)))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    serve(work, float(deadline_s))


if __name__ == "__main__":
    _main(*sys.argv[1:4])
