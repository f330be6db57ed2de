"""``gongdan backup`` and ``gongdan restore``: one file with the database and the files. The secret key is not in it:
who finds a backup finds no passwords of mailboxes; who restores one needs the key of the installation that made it."""

import hashlib
import hmac
import io
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final

import msgspec
import psycopg

from gongdan.cli.output import as_json, tell
from gongdan.infra.db import dump
from gongdan.infra.db.database import database
from gongdan.infra.db.migrate import migrate
from gongdan.kernel import clock
from gongdan.kernel.errors import Refusal
from gongdan.settings import load, secret

MANIFEST: Final = "gongdan-backup.json"
DATABASE: Final = "database.dump"
FILES: Final = "files"


class NotABackup(Refusal):
    """The file does not exist, or is no backup of Gongdan."""

    code = "backup.unreadable"
    status = 500


class SecretDiffers(Refusal):
    """The backup was made with another secret key: what is encrypted in it could not be read."""

    code = "backup.secret_differs"
    status = 409


class NotEmpty(Refusal):
    """The database holds workspaces, and ``--replace`` was not given."""

    code = "backup.not_empty"
    status = 409


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a backup says of itself; the first member of the archive."""

    version: str
    made_at: datetime
    key_mark: str
    """Tells whether a secret key is the one that it was made with, and nothing else of it."""


def backup(file: Path, *, json: bool = False) -> None:
    """Write database and files into one file, while the service runs. Keep the secret key (``secret.key``) elsewhere.

    Parameters
    ----------
    file
        Where to; it appears under its name when it is whole.
    json
        Answer with one JSON document.
    """
    settings = load()
    draft = file.with_name(f".{file.name}.draft")
    made = Manifest(version=version("gongdan"), made_at=clock.now(), key_mark=_key_mark(secret(settings)))
    with database(settings) as server, tempfile.TemporaryDirectory(dir=file.absolute().parent) as scratch:
        dumped = Path(scratch) / DATABASE
        dump.dump(server.start().owner, dumped)
        try:
            _pack(draft, made, dumped, settings.data / FILES)
            draft.rename(file)
        finally:
            draft.unlink(missing_ok=True)
    if json:
        as_json({"file": str(file), "bytes": file.stat().st_size})
    else:
        tell("cli.backup.made", file=file, mib=f"{file.stat().st_size / 2**20:.1f}")


def restore(file: Path, *, replace: bool = False, any_key: bool = False, json: bool = False) -> None:
    """Put a backup in the place of this installation's database and files. The service must not run meanwhile.

    Parameters
    ----------
    file
        What ``backup`` wrote.
    replace
        Do it although there are workspaces: they are lost.
    any_key
        Do it although the secret key is another one: encrypted settings must then be entered again.
    json
        Answer with one JSON document.
    """
    settings = load()
    with _opened(file) as (archive, made):
        if not any_key and made.key_mark != _key_mark(secret(settings)):
            raise SecretDiffers(path=str(settings.secret_file or settings.data / "secret.key"))
        with database(settings) as server, tempfile.TemporaryDirectory() as scratch:
            owner = server.start().owner
            if not replace:
                _require_empty(owner)
            archive.extract(DATABASE, scratch, filter="data")
            dump.restore(owner, Path(scratch) / DATABASE)
            migrate(owner, row_security=settings.row_security)
        for member in archive:
            if member.name.startswith(f"{FILES}/"):
                archive.extract(member, settings.data, filter="data")
    if json:
        as_json({"made_at": made.made_at, "version": made.version})
    else:
        tell("cli.backup.restored", at=f"{made.made_at:%Y-%m-%d %H:%M} UTC")


def _pack(draft: Path, made: Manifest, dumped: Path, files: Path) -> None:
    """Files are added after the database was dumped: each is older than the row that names it, so none is missing."""
    with tarfile.open(draft, "w") as archive:
        body = msgspec.json.encode(made)
        entry = tarfile.TarInfo(MANIFEST)
        entry.size = len(body)
        archive.addfile(entry, io.BytesIO(body))
        archive.add(dumped, DATABASE)
        if files.is_dir():
            archive.add(files, FILES)


@contextmanager
def _opened(file: Path) -> Iterator[tuple[tarfile.TarFile, Manifest]]:
    try:
        archive = tarfile.open(file)  # noqa: SIM115 (closed below)
    except (OSError, tarfile.TarError) as fault:
        raise NotABackup(file=str(file)) from fault
    with archive:
        first = archive.next()
        body = archive.extractfile(first) if first and first.name == MANIFEST else None
        if body is None:
            raise NotABackup(file=str(file))
        yield archive, msgspec.json.decode(body.read(), type=Manifest)


def _require_empty(owner_url: str) -> None:
    with psycopg.connect(owner_url) as connection:
        row = connection.execute("select to_regclass('workspace') is not null").fetchone()
        if row and row[0] and connection.execute("select from workspace limit 1").fetchone() is not None:
            raise NotEmpty


def _key_mark(key: bytes) -> str:
    return hmac.new(key, b"gongdan backup", hashlib.sha256).hexdigest()[:32]
