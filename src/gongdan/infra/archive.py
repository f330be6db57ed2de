"""The file of a backup: a tar whose last member holds the SHA-256 of every other, so that damage is seen before use."""

import hashlib
import io
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

import msgspec

from gongdan.kernel.errors import Refusal

CHECKSUMS: Final = "checksums.json"
_CHUNK: Final = 1024 * 1024
_MANIFEST_BYTES: Final = 64 * 1024


class NotABackup(Refusal):
    """The file does not exist, or is no backup of Gongdan."""

    code = "backup.unreadable"
    status = 500


class BackupDamaged(Refusal):
    """The file was a backup; some of it is missing or changed. Member: ``member``, the first part that is not right."""

    code = "backup.damaged"
    status = 500


class ArchiveWriter:
    """Adds members, and their checksums at the end."""

    def __init__(self, archive: tarfile.TarFile) -> None:
        self._archive = archive
        self._sums: dict[str, str] = {}

    def add_bytes(self, name: str, body: bytes) -> None:
        entry = tarfile.TarInfo(name)
        entry.size = len(body)
        self._archive.addfile(entry, io.BytesIO(body))
        self._sums[name] = hashlib.sha256(body).hexdigest()

    def add_file(self, name: str, path: Path) -> None:
        """A file that is gone by now is left out: it was swept away while the backup was made."""
        try:
            file = path.open("rb")
        except FileNotFoundError:
            return
        with file:
            entry = tarfile.TarInfo(name)
            entry.size = os.fstat(file.fileno()).st_size
            reading = _Hashing(file)
            self._archive.addfile(entry, reading)
            self._sums[name] = reading.digest.hexdigest()

    def finish(self) -> None:
        self.add_bytes(CHECKSUMS, msgspec.json.encode(self._sums))


class _Hashing:
    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        chunk = self._file.read(size)
        self.digest.update(chunk)
        return chunk


@contextmanager
def writing(target: Path) -> Iterator[ArchiveWriter]:
    """A new archive that only its owner reads (0600). It appears under its name when it is whole and on the disk."""
    draft = target.with_name(f".{target.name}.draft")
    draft.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            with tarfile.open(fileobj=file, mode="w") as archive:
                writer = ArchiveWriter(archive)
                yield writer
                writer.finish()
            file.flush()
            os.fsync(file.fileno())
        draft.rename(target)
    finally:
        draft.unlink(missing_ok=True)


class ArchiveReader:
    """A verified archive."""

    def __init__(self, archive: tarfile.TarFile, members: dict[str, tarfile.TarInfo]) -> None:
        self._archive = archive
        self._members = members

    def names(self, below: str) -> list[str]:
        return [name for name in self._members if name.startswith(f"{below}/")]

    def bytes(self, name: str) -> bytes:
        with self._open(name) as file:
            return file.read()

    def copy(self, name: str, target: Path) -> None:
        """Write a member to ``target``, which appears when it is whole."""
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = target.with_name(f".{target.name}.draft")
        draft.unlink(missing_ok=True)
        with (
            self._open(name) as file,
            os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out,
        ):
            while chunk := file.read(_CHUNK):
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
        draft.rename(target)

    def _open(self, name: str) -> BinaryIO:
        file = self._archive.extractfile(self._members[name])
        assert file is not None, "only plain files are verified"
        return file  # type: ignore[return-value]  # a reader of bytes


@contextmanager
def verified(path: Path, *, first: str) -> Iterator[ArchiveReader]:
    """Open an archive, and read all of it once: nothing is used before everything is known to be right.

    Raises:
        NotABackup: it does not exist, or does not begin with the member ``first``.
        BackupDamaged: cut off, changed, or with a part too much or too few.
    """
    try:
        archive = tarfile.open(path)  # noqa: SIM115 (closed below)
    except (OSError, tarfile.TarError) as fault:
        raise NotABackup(file=str(path)) from fault
    with archive:
        try:
            begins = archive.next()
        except tarfile.TarError as fault:
            raise NotABackup(file=str(path)) from fault
        if begins is None or begins.name != first or begins.size > _MANIFEST_BYTES:
            raise NotABackup(file=str(path))
        yield ArchiveReader(archive, _members(archive))


def _members(archive: tarfile.TarFile) -> dict[str, tarfile.TarInfo]:
    found: dict[str, tarfile.TarInfo] = {}
    sums: dict[str, str] = {}
    last = ""
    try:
        for member in archive:
            last = member.name
            if not _is_plain(member) or member.name in found:
                raise BackupDamaged(member=last)
            found[last] = member
            sums[last] = _sum(archive, member)
        kept = archive.extractfile(found.pop(CHECKSUMS, tarfile.TarInfo()))
        body = kept.read() if kept else b""
        wanted = msgspec.json.decode(body, type=dict[str, str])
    except (OSError, tarfile.TarError, EOFError, msgspec.DecodeError, KeyError) as fault:
        raise BackupDamaged(member=last or CHECKSUMS) from fault
    sums.pop(CHECKSUMS, None)
    for name in sorted(wanted.keys() | sums.keys()):
        if wanted.get(name) != sums.get(name):
            raise BackupDamaged(member=name)
    return found


def _sum(archive: tarfile.TarFile, member: tarfile.TarInfo) -> str:
    file = archive.extractfile(member)
    digest, size = hashlib.sha256(), 0
    while file and (chunk := file.read(_CHUNK)):
        digest.update(chunk)
        size += len(chunk)
    if size != member.size:
        raise BackupDamaged(member=member.name)
    return digest.hexdigest()


def _is_plain(member: tarfile.TarInfo) -> bool:
    """A file with a name that leads nowhere else."""
    parts = member.name.split("/")
    return member.isreg() and not member.name.startswith("/") and all(part not in ("", ".", "..") for part in parts)
