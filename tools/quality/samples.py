"""The real data, which is no part of the repository."""

import gzip
import json
import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

Case = dict[str, Any]


class Samples(NamedTuple):
    folder: Path

    @classmethod
    def found(cls) -> "Samples | None":
        folder = Path(os.environ.get("GONGDAN_TEST_DATA") or Path(__file__).parents[3] / "shared" / "data")
        return cls(folder) if folder.is_dir() else None

    def cases(self, name: str) -> list[Case]:
        """The cases of a mail folder; none where it is absent."""
        path = self.folder / name / "cases.jsonl"
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.is_file() else []

    def raw(self, name: str, case: Case) -> bytes:
        return (self.folder / name / str(case["file"])).read_bytes()

    def rows(self, path: str, limit: int) -> Iterator[Case]:
        file = self.folder / path
        if not file.is_file():
            return
        with gzip.open(file) as lines:
            for _, line in zip(range(limit), lines, strict=False):
                yield json.loads(line)


class Share(NamedTuple):
    held: int
    known: int

    def __str__(self) -> str:
        return f"{self.held} of {self.known} ({self.held / self.known:.1%})" if self.known else "no cases"


def table(head: tuple[str, ...], rows: list[tuple[object, ...]]) -> list[str]:
    return [
        "| " + " | ".join(head) + " |",
        "|" + "---|" * len(head),
        *("| " + " | ".join(str(cell) for cell in row) + " |" for row in rows),
        "",
    ]


def flat(text: str) -> str:
    """As texts are compared: one form, single blanks."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def dense(text: str) -> str:
    return re.sub(r"[\s\x00]+", "", text)
