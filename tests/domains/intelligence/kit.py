"""The lexicon of the shipped preset, and real texts where they are at hand."""

import gzip
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.intelligence.lexicon import Lexicon, compile_lexicon
from gongdan.domains.policy import presets

HERE = Path(__file__).parent


class Example(msgspec.Struct, frozen=True):
    title: str
    text: str
    category: str | None = None
    priority: str | None = None


@cache
def bundle() -> PolicyBundle:
    return presets.standard((2026,))


@cache
def lexicon() -> Lexicon:
    return compile_lexicon(bundle())


@cache
def examples() -> tuple[Example, ...]:
    lines = (HERE / "examples.jsonl").read_bytes().splitlines()
    return tuple(msgspec.json.decode(line, type=Example) for line in lines)


def real(path: str, limit: int) -> Iterator[dict[str, Any]]:
    """Rows of a real data file; the test is skipped where the data is not."""
    file = Path(os.environ.get("GONGDAN_TEST_DATA", HERE.parents[2] / "../shared/data")) / path
    if not file.exists():
        pytest.skip(f"GONGDAN_TEST_DATA has no {path}: set it to measure triage on real texts")
    with gzip.open(file) as lines:
        for _, line in zip(range(limit), lines, strict=False):
            yield msgspec.json.decode(line)
