"""The configuration of the embedded server: sized by the machine's memory, durable, and open to ``alter system``."""

import os
from pathlib import Path

MIB = 1024 * 1024

MAX_CONNECTIONS = 100
SMALL_SHARED_MEMORY = 256 * MIB
"""Containers give 64 MiB of /dev/shm, too little for parallel queries and index builds."""

_CGROUP_LIMITS = (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"))


def memory() -> int:
    """Bytes that this machine, or the container that we are in, may use."""
    physical = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return min([physical, *(limit for path in _CGROUP_LIMITS if (limit := _limit(path)))])


def shared_memory() -> int | None:
    """Bytes of /dev/shm, None where the system has none."""
    shm = Path("/dev/shm")  # noqa: S108 (measured, not written to)
    if not shm.is_dir():
        return None
    size = os.statvfs(shm)
    return size.f_blocks * size.f_frsize


def configuration(*, available: int, shm: int | None, fast: bool) -> str:
    """The text of ``gongdan.conf`` for a machine with ``available`` bytes of memory.

    An eighth goes to PostgreSQL's cache, since web and worker processes live beside it. ``fast`` gives up durability
    and is meant for tests that never kill the server.
    """
    shared = _bounded(available // 8, 64 * MIB, 4096 * MIB)
    values = {
        "shared_buffers": _mib(shared),
        "effective_cache_size": _mib(max(available // 2, shared)),
        "work_mem": _mib(_bounded(available // 512, 4 * MIB, 32 * MIB)),
        "maintenance_work_mem": _mib(_bounded(available // 32, 32 * MIB, 512 * MIB)),
        "max_connections": str(MAX_CONNECTIONS),
        "min_wal_size": "128MB",
        "max_wal_size": "2GB",
        "checkpoint_timeout": "15min",
        "wal_compression": "pglz",
        "random_page_cost": "1.1",
        "jit": "off",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "password_encryption": "scram-sha-256",
        "logging_collector": "on",
        "log_directory": "../log",
        "log_filename": "postgresql-%a.log",
        "log_file_mode": "0600",
        "log_rotation_age": "1d",
        "log_rotation_size": "0",
        "log_truncate_on_rotation": "on",
        "log_lock_waits": "on",
        "log_startup_progress_interval": "5s",
        "log_parameter_max_length": "0",
    }
    if shm is not None and shm < SMALL_SHARED_MEMORY:
        values["dynamic_shared_memory_type"] = "mmap"
    if fast:
        values |= {"shared_buffers": "128MB", "fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}

    head = "# Written at every start; change the server with ALTER SYSTEM, which wins over this file.\n"
    return head + "".join(f"{name} = '{value}'\n" for name, value in values.items())


def _bounded(value: int, low: int, high: int) -> int:
    return max(low, min(value, high))


def _mib(size: int) -> str:
    return f"{size // MIB}MB"


def _limit(path: Path) -> int | None:
    try:
        text = path.read_text().strip()
    except OSError:
        return None
    return int(text) if text.isdigit() else None
