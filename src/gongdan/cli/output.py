"""What commands print: texts of the catalogue in the language of the terminal, and JSON for machines."""

import os
import sys
from typing import Annotated, Any

import msgspec
from cyclopts import Parameter

from gongdan.infra.catalogue import say
from gongdan.kernel.errors import Refusal
from gongdan.kernel.text import LOCALES, Locale

InJson = Annotated[bool, Parameter(help="Answer with one JSON document.")]
"""``--json``, of commands that answer machines too."""


def locales() -> tuple[Locale, ...]:
    """The language that the environment names (``LC_ALL``, ``LC_MESSAGES``, ``LANG``), else all."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if (value := os.environ.get(name, "")) and value not in ("C", "POSIX", "C.UTF-8"):
            return ("zh-CN",) if value.startswith("zh") else ("en",)
    return LOCALES


def line(text: str = "") -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def tell(key: str, **params: Any) -> None:
    """Print a text of the catalogue."""
    for locale in locales():
        line(say(key, locale, params) or key)


def as_json(value: Any) -> None:
    """Print one JSON document."""
    line(msgspec.json.encode(value).decode())


def refuse(refusal: Refusal) -> int:
    """Print code, title, remedy and faults of a refusal to stderr; returns the exit code."""
    lines = [f"gongdan: {refusal.code}"]
    for locale in locales():
        for part in ("title", "remedy"):
            lines += filter(None, [say(f"errors.{refusal.code}.{part}", locale, refusal.members)])
        for fault in refusal.faults:
            lines.append(f"  {fault.field}: {say(f'faults.{fault.code}', locale, fault.params) or fault.code}")
    sys.stderr.write("\n".join(lines) + "\n")
    return 1
