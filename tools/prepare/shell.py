"""Running other programs: quiet when they succeed, wordy when they fail."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


class Unprepared(Exception):
    """The checkout cannot be made ready; the text says what to do."""


def run(
    command: Sequence[str | Path], *, what: str, cwd: Path = ROOT, environment: Mapping[str, str] | None = None
) -> None:
    """Run a command to its end, saying ``what`` it is for, and show its output only if it fails."""
    sys.stderr.write(f"{what} …\n")
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode != 0:
        output = done.stdout.decode(errors="replace").strip()
        raise Unprepared(f"{output}\n\n{what}: failed with exit code {done.returncode}")
