"""The machine's own packages, through apt where it has one and lets us: as root, or by a sudo that asks nothing."""

import os
import shutil
import subprocess

from tools.prepare.shell import Unprepared, run


def install(*packages: str) -> None:
    """Install system packages.

    Raises:
        Unprepared: there is no apt-get, we may not use it, or it fails.
    """
    apt = _apt()
    if not apt:
        raise Unprepared(f"{' and '.join(packages)} cannot be installed from here: no apt-get, or no right to use it.")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    run([*apt, "update"], what="Updating the list of system packages", environment=quiet)
    command = [*apt, "install", "-y", "--no-install-recommends", *packages]
    run(command, what=f"Installing {' and '.join(packages)}", environment=quiet)


def _apt() -> list[str]:
    if shutil.which("apt-get") is None:
        return []
    if os.geteuid() == 0:
        return ["apt-get"]
    asks_nothing = shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0
    return ["sudo", "-n", "apt-get"] if asks_nothing else []
