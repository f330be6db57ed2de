"""Where the embedded server keeps its cluster, its socket and its passwords."""

import hashlib
import os
import secrets
import stat
import subprocess
import tempfile
from pathlib import Path

from gongdan.infra.db import programs
from gongdan.infra.db.programs import Account
from gongdan.kernel.errors import Refusal

ROLES = ("postgres", "gongdan_owner", "gongdan_app", "gongdan_worker")

SOCKET_PATH_LIMIT = 103
"""Bytes of a socket's path: 107 on Linux, 103 on macOS and the BSDs."""


class DirectoryGone(Refusal):
    """The system directory that ``postgres.path`` names does not exist."""

    code = "database.directory_gone"
    status = 500


class DirectoryClosed(Refusal):
    """A database stands where the account that runs it can no longer get to."""

    code = "database.directory_closed"
    status = 500


class DirectoryForeign(Refusal):
    """A directory that must be ours alone is a link, or belongs to another account."""

    code = "database.directory_foreign"
    status = 500


class PasswordsLost(Refusal):
    """A cluster without its file of passwords: it can be opened only after the file is restored."""

    code = "database.passwords_lost"
    status = 500


def home(data_dir: Path, account: Account | None) -> Path:
    """The directory of the server below ``data_dir``, made if need be, mode 0700.

    When ``account`` cannot pass through the parents of ``data_dir``, it is a directory of the system instead, and the
    file ``postgres.path`` says which. That file moves along with the data, and without it a new database is begun.

    Raises:
        DirectoryGone, DirectoryClosed: the database that was begun is gone, or can no longer be reached.
    """
    data_dir.mkdir(parents=True, exist_ok=True)
    usual = data_dir / "postgres"
    pointer = data_dir / "postgres.path"

    if pointer.exists():
        elsewhere = Path(pointer.read_text("utf-8").strip())
        if not elsewhere.is_dir():
            raise DirectoryGone(path=str(elsewhere), pointer=str(pointer))
        return elsewhere
    if can_enter(account, data_dir):
        return private(usual, account)
    if usual.exists():
        raise DirectoryClosed(path=str(usual), account=account and account.name)

    chosen = private(programs.system_directory() / secrets.token_hex(8), account)
    pointer.write_text(f"{chosen}\n", "utf-8")
    return chosen


def socket_directory(home: Path, account: Account | None) -> Path:
    """A directory, mode 0700, for the socket: beside the cluster, else a short one of the system.

    The kernel bounds the length of a socket's path, and libpq takes a comma for the end of a host.
    """
    usual = home / "socket"
    if len(os.fsencode(usual / ".s.PGSQL.65535")) <= SOCKET_PATH_LIMIT and "," not in str(usual):
        return private(usual, account)
    name = "gongdan-" + hashlib.sha256(os.fsencode(home)).hexdigest()[:16]
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if account is None and runtime and len(runtime) < 60 and Path(runtime).is_dir():
        return private(Path(runtime) / name, account)
    return private(Path(tempfile.gettempdir()) / name, account)


def private(directory: Path, account: Account | None) -> Path:
    """Make ``directory`` for its owner alone, or check that it is so: in /tmp anybody could have made it first.

    Raises:
        DirectoryForeign: it is a link, or somebody else's.
    """
    uid = account.uid if account else os.geteuid()
    try:
        directory.mkdir(mode=0o700)
    except FileExistsError:
        found = directory.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid not in (uid, os.geteuid()):
            raise DirectoryForeign(path=str(directory)) from None
    if account:
        os.chown(directory, account.uid, account.gid)
    directory.chmod(0o700)
    return directory


def can_enter(account: Account | None, directory: Path) -> bool:
    """Whether ``account`` can pass through every parent of ``directory`` and itself; asked of the kernel."""
    if account is None:
        return True
    attempt = subprocess.run(
        ["/bin/sh", "-c", 'cd -- "$1"', "sh", str(directory)],
        stderr=subprocess.DEVNULL,
        check=False,
        cwd="/",
        user=account.uid,
        group=account.gid,
        extra_groups=[],
    )
    return attempt.returncode == 0


def passwords(home: Path, *, is_new: bool) -> dict[str, str]:
    """The password of each role, made for a new cluster and kept in ``home/passwords``, mode 0600.

    The file has the form that libpq reads through ``PGPASSFILE``.

    Raises:
        PasswordsLost: the cluster stands and its passwords do not.
    """
    path = home / "passwords"
    if is_new:
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.writelines(f"*:*:*:{role}:{secrets.token_hex(24)}\n" for role in ROLES)
            file.flush()
            os.fsync(file.fileno())
    try:
        lines = path.read_text("ascii").split()
    except FileNotFoundError:
        raise PasswordsLost(path=str(path)) from None
    return {role: word for *_, role, word in (line.split(":") for line in lines)}
