"""The web app: its packages, and its files built into ``src/gongdan/static``."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.prepare import node, stamps
from tools.prepare.shell import ROOT, run

WEB = ROOT / "web"
STATIC = ROOT / "src" / "gongdan" / "static"
NOT_SOURCES = {"node_modules", "dist", "coverage"}


def install() -> None:
    """``npm ci``, when the lock file is not the one that the packages were installed for."""
    wanted = stamps.digest([WEB / "package-lock.json"])
    stamp = WEB / "node_modules" / ".prepared"
    if stamps.is_fresh(stamp, wanted):
        return
    _npm("ci", "--no-audit", "--no-fund", "--loglevel=error", what="Installing web packages")
    stamps.write(stamp, wanted)


def build() -> None:
    """``npm run build``, when a source has changed since the last one."""
    wanted = stamps.digest(_sources())
    stamp = STATIC / ".prepared"
    if stamps.is_fresh(stamp, wanted):
        return
    install()
    _npm("run", "build", what="Building the web app")
    stamps.write(stamp, wanted)


def script(name: str) -> None:
    """Run a script of ``web/package.json`` in the foreground, in place of this process."""
    command, variables = node.npm()
    sys.stderr.flush()
    os.chdir(WEB)
    arguments = [str(part) for part in [*command, "run", "--silent", "--if-present", name]]
    os.execvpe(arguments[0], arguments, {**os.environ, **variables})


def _npm(*arguments: str, what: str) -> None:
    command, variables = node.npm()
    run([*command, *arguments], what=what, cwd=WEB, environment={**variables, "CI": "1", "NO_COLOR": "1"})


def _sources() -> Iterator[Path]:
    for directory, folders, files in os.walk(WEB):
        folders[:] = [name for name in folders if name not in NOT_SOURCES]
        yield from (Path(directory, name) for name in files)


if __name__ == "__main__":
    script(sys.argv[1])
