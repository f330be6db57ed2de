"""The Python environment ``.venv``, exactly as ``uv.lock`` says. uv itself is fetched by pip when it is absent."""

import shutil
import subprocess
import sys
from pathlib import Path

from tools.prepare import stamps, system
from tools.prepare.shell import ROOT, Unprepared, run

VENV = ROOT / ".venv"
UV_HOME = ROOT / ".cache" / "uv"

NO_PIP = """\
uv is needed to install Gongdan's packages, and this Python has neither pip nor venv to fetch it.
Do one of these, then repeat the command:
    Debian, Ubuntu:  apt-get install python3-venv
    Fedora:          dnf install python3-pip
    Alpine:          apk add uv
    anywhere:        see https://docs.astral.sh/uv/getting-started/installation/"""


def for_running() -> None:
    """The packages that Gongdan runs with."""
    _sync("run", "--no-dev")


def for_development() -> None:
    """These and the tools of those who change it."""
    _sync("develop", "--group", "dev")


def add_node() -> None:
    """Node from its wheel, beside whatever is there."""
    _sync("node", "--only-group", "node")


def _sync(profile: str, *selection: str) -> None:
    """Nothing that is there is removed: running and developing share the environment. What is installed is compiled:
    else each process does it again, where the environment lets none of them write."""
    wanted = stamps.digest([ROOT / "uv.lock", ROOT / "pyproject.toml"], profile, "compiled")
    stamp = VENV / f"prepared-{profile}"
    if stamps.is_fresh(stamp, wanted):
        return
    python = [] if (VENV / "pyvenv.cfg").exists() else ["--python", sys.executable]
    command = [*_uv(), "sync", "--frozen", "--inexact", "--compile-bytecode", *selection, *python]
    run(command, what=f"Installing Python packages ({profile})", environment={"VIRTUAL_ENV": str(VENV)})
    stamps.write(stamp, wanted)


def _uv() -> list[str | Path]:
    if (found := shutil.which("uv")) and subprocess.run([found, "--version"], capture_output=True).returncode == 0:
        return [found]
    fetched = UV_HOME / "bin" / "uv"
    if not fetched.exists():
        _fetch_uv()
    return [fetched]


def _fetch_uv() -> None:
    """Into a directory of its own: a system's Python is often closed to pip."""
    if not _has_module("pip") and not _has_module("ensurepip"):
        _install_venv()
    pip: list[str | Path] = [sys.executable, "-m", "pip"]
    if not _has_module("pip"):
        home = UV_HOME.with_name("pip")
        run([sys.executable, "-m", "venv", home], what="Making room for pip")
        pip = [home / "bin" / "python", "-m", "pip"]
    run([*pip, "install", "--quiet", "--target", UV_HOME, "uv"], what="Fetching uv")


def _install_venv() -> None:
    """Debian keeps both out of its Python."""
    try:
        system.install("python3-venv")
    except Unprepared as reason:
        raise Unprepared(NO_PIP) from reason
    if not _has_module("ensurepip"):
        raise Unprepared(NO_PIP)


def _has_module(name: str) -> bool:
    return subprocess.run([sys.executable, "-c", f"import {name}"], capture_output=True).returncode == 0
