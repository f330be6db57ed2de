"""``gongdan backup`` and ``gongdan restore``: one file with the database and the files. The secret key is not in it:
who finds a backup finds no passwords of mailboxes; who restores one needs the key of the installation that made it."""

import hashlib
import hmac
import tempfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final

import msgspec
import psycopg

from gongdan.app.upkeep.backups import note_backup
from gongdan.cli.output import InJson, as_json, tell
from gongdan.infra import archive
from gongdan.infra.db import dump
from gongdan.infra.db.database import database
from gongdan.infra.db.migrate import migrate
from gongdan.kernel import clock
from gongdan.kernel.errors import Refusal
from gongdan.settings import load, secret

MANIFEST: Final = "gongdan-backup.json"
DATABASE: Final = "database.dump"
FILES: Final = "files"


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


def backup(file: Path, *, json: InJson = False) -> None:
    """Write database and files into one file, while the service runs. Only its owner may read it. Keep the secret key
    (``secret.key``) elsewhere.

    Parameters
    ----------
    file
        Where to; it appears under its name when it is whole.
    """
    settings = load()
    made = Manifest(version=version("gongdan"), made_at=clock.now(), key_mark=_key_mark(secret(settings)))
    with database(settings) as server, tempfile.TemporaryDirectory(dir=file.absolute().parent) as scratch:
        dumped = Path(scratch) / DATABASE
        dump.dump(server.start().owner, dumped)
        with archive.writing(file) as packing:
            packing.add_bytes(MANIFEST, msgspec.json.encode(made))
            packing.add_file(DATABASE, dumped)
            # Files come after the dump: each is older than the row that names it, so none is missing.
            for kept in _kept(settings.data / FILES):
                packing.add_file(f"{FILES}/{kept}", settings.data / FILES / kept)
    note_backup(settings.data, made.made_at)
    if json:
        as_json({"file": str(file), "bytes": file.stat().st_size})
    else:
        tell("cli.backup.made", file=file, mib=f"{file.stat().st_size / 2**20:.1f}")


def restore(file: Path, *, replace: bool = False, any_key: bool = False, json: InJson = False) -> None:
    """Put a backup in the place of this installation's database and files. The service must not run meanwhile.

    The whole backup is verified before anything is touched. A restore that fails leaves everything as it was.

    Parameters
    ----------
    file
        What ``backup`` wrote.
    replace
        Do it although there are workspaces: they are lost.
    any_key
        Do it although the secret key is another one: encrypted settings must then be entered again.
    """
    settings = load()
    with archive.verified(file, first=MANIFEST) as packed:
        made = _manifest(packed)
        if not any_key and made.key_mark != _key_mark(secret(settings)):
            raise SecretDiffers(path=str(settings.secret_file or settings.data / "secret.key"))
        with database(settings) as server, tempfile.TemporaryDirectory(dir=settings.data) as scratch:
            urls = server.start()
            if not replace:
                _require_empty(urls.owner)
            packed.copy(DATABASE, Path(scratch) / DATABASE)
            # Names of files tell their contents, so those of the backup can stand beside what is there.
            files = packed.names(FILES)
            for name in files:
                packed.copy(name, settings.data / name)
            dump.restore(
                server, Path(scratch) / DATABASE, finish=lambda url: _migrate(url, row_security=settings.row_security)
            )
        _forget(settings.data / FILES, files)
    if json:
        as_json({"made_at": made.made_at, "version": made.version})
    else:
        tell("cli.backup.restored", at=f"{made.made_at:%Y-%m-%d %H:%M} UTC")


def _manifest(packed: archive.ArchiveReader) -> Manifest:
    try:
        return msgspec.json.decode(packed.bytes(MANIFEST), type=Manifest)
    except msgspec.DecodeError as fault:
        raise archive.BackupDamaged(member=MANIFEST) from fault


def _migrate(owner_url: str, *, row_security: bool) -> None:
    migrate(owner_url, row_security=row_security)


def _kept(files: Path) -> Iterator[str]:
    """The files below ``files``, without what is only being written."""
    for path in sorted(files.rglob("*")) if files.is_dir() else ():
        name = path.relative_to(files).as_posix()
        if path.is_file() and not name.startswith("drafts/"):
            yield name


def _forget(files: Path, wanted: Sequence[str]) -> None:
    """Drop the files that the restored database does not know. The backup has replaced them: nobody names them."""
    known = set(wanted)
    for name in list(_kept(files)):
        if f"{FILES}/{name}" not in known:
            (files / name).unlink(missing_ok=True)


def _require_empty(owner_url: str) -> None:
    with psycopg.connect(owner_url) as connection:
        row = connection.execute("select to_regclass('workspace') is not null").fetchone()
        if row and row[0] and connection.execute("select from workspace limit 1").fetchone() is not None:
            raise NotEmpty


def _key_mark(key: bytes) -> str:
    return hmac.new(key, b"gongdan backup", hashlib.sha256).hexdigest()[:32]
