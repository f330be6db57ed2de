"""Stamps: a file that holds the digest of the inputs that a step was last done for."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def digest(files: Iterable[Path], *extra: str) -> str:
    """A digest of names and contents, in a fixed order."""
    total = hashlib.sha256("\0".join(extra).encode())
    for file in sorted(files):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        total.update(f"\0{file}\0{content}".encode())
    return total.hexdigest()


def is_fresh(stamp: Path, wanted: str) -> bool:
    return stamp.is_file() and stamp.read_text("ascii") == wanted


def write(stamp: Path, value: str) -> None:
    """Call it after the step: what was cut short has no stamp and is done again."""
    stamp.write_text(value, "ascii")
