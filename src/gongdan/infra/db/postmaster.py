"""What a cluster's ``postmaster.pid`` says, and whether the process that it names is truly this cluster's server."""

import subprocess
from pathlib import Path

import msgspec

_PROC = Path("/proc")
READY = "ready"


class Postmaster(msgspec.Struct, frozen=True):
    """The server that recorded itself; ``status`` is empty until the socket is there."""

    pid: int
    port: int
    sockets: str
    status: str


def recorded(cluster: Path) -> Postmaster | None:
    """The server that runs on ``cluster`` or last ran there and was killed; None after an orderly stop."""
    try:
        lines = (cluster / "postmaster.pid").read_text().splitlines()
    except FileNotFoundError:
        return None
    lines += [""] * (8 - len(lines))
    return Postmaster(int(lines[0] or 0), int(lines[3] or 0), lines[4], lines[7].strip())


def is_alive(cluster: Path, pid: int) -> bool:
    """Whether ``pid`` is a process of this very cluster: numbers are used again, so its directory is asked."""
    if _knows_directories():
        try:
            return (_PROC / str(pid) / "cwd").readlink() == cluster.resolve()
        except OSError:
            return False
    listed = subprocess.run(["/bin/ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return str(cluster) in listed.stdout


def has_processes(cluster: Path) -> bool:
    """Whether any process of the cluster lives, with or without its server (where the system can tell)."""
    if not _knows_directories():
        return False
    return any(is_alive(cluster, int(entry.name)) for entry in _PROC.iterdir() if entry.name.isdigit())


def clear_stale(cluster: Path) -> None:
    """Remove a ``postmaster.pid`` whose number now belongs to a stranger; call it when no process of ours is left.

    PostgreSQL clears its stale file itself, except when the number is that of another process of the same account,
    which is usual after a container was restarted.
    """
    if _knows_directories() and not has_processes(cluster):
        (cluster / "postmaster.pid").unlink(missing_ok=True)


def _knows_directories() -> bool:
    return (_PROC / "self" / "cwd").exists()
