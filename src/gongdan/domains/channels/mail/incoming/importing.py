"""Mails from files, as if they had come by a mailbox: the same intake, but nobody is told (``gongdan import mail``)."""

import asyncio
import mailbox
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import msgspec

from gongdan.domains.channels.contract.kinds import Arrival
from gongdan.domains.channels.contract.room import Mailroom
from gongdan.domains.channels.errors import MailCut, NothingToImport
from gongdan.domains.channels.inbound import rows
from gongdan.domains.channels.inbound.intake import BATCH, receive, settle_all, source_of
from gongdan.domains.channels.mail.email.parse import MAX_RAW

_MAILS = frozenset({".eml", ".mbox", ".mbx", ".mail"})
_LOOKED_AT = 4_096
_LOOKS_LIKE_MAIL = re.compile(
    rb"\A(?:From .*\n)?(?:[!-9;-~]+:.*\n(?:[ \t].*\n)*)*?(?:from|to|subject|date|received|return-path|message-id):",
    re.I,
)


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """What became of an import; ``read`` is always the sum of the others."""

    read: int
    created: int
    threaded: int
    ignored: int
    quarantined: int
    duplicates: int


async def import_mail(room: Mailroom, workspace_id: int, paths: Sequence[Path]) -> Counts:
    """Take in all mails of files, folders, maildirs and mboxes. Repeating it makes nothing twice.

    Raises:
        NothingToImport: a path does not exist; then nothing is taken in.
    """
    for path in paths:
        if not path.exists():
            raise NothingToImport(path=str(path))

    ids: list[int] = []
    read = 0
    mails = (raw for path in paths for raw in _mails(path))
    while chunk := await asyncio.to_thread(lambda: list(islice(mails, BATCH))):
        read += len(chunk)
        ids += await _receive(room, workspace_id, chunk)
        await settle_all(room, workspace_id)

    async with room.db.read(workspace_id) as tx:
        (found,) = await tx.gather(rows.counts(ids))
    by_state = {one.state: one.count for one in found}
    return Counts(
        read=read,
        created=by_state.get("created", 0),
        threaded=by_state.get("threaded", 0),
        ignored=by_state.get("ignored", 0),
        quarantined=by_state.get("quarantined", 0),
        duplicates=by_state.get("duplicate", 0) + read - len(ids),
    )


async def _receive(room: Mailroom, workspace_id: int, raws: Sequence[bytes]) -> list[int]:
    arrivals = {
        (source := source_of(raw)): Arrival(source, raw, MailCut.code if len(raw) > MAX_RAW else None) for raw in raws
    }
    return list((await receive(room, workspace_id, list(arrivals.values()), account_id=None)).values())


def _mails(path: Path) -> Iterator[bytes]:
    """The mails below ``path``, in the order of their names."""
    files = sorted(one for one in path.rglob("*") if one.is_file() and _is_mail(one)) if path.is_dir() else [path]
    for file in files:
        yield from _of_file(file)


def _is_mail(path: Path) -> bool:
    """Whether a file of a folder is one: by its suffix, or because it begins with headers of mails. A file that is
    named itself is one in any case."""
    if path.suffix.lower() in _MAILS:
        return True
    with path.open("rb") as file:
        return bool(_LOOKS_LIKE_MAIL.match(file.read(_LOOKED_AT).replace(b"\r\n", b"\n")))


def _of_file(path: Path) -> Iterator[bytes]:
    """One mail, or those of an mbox: a file that begins with an envelope line and is not named as a single mail."""
    with path.open("rb") as file:
        begins = file.read(5)
    if begins != b"From " or path.suffix.lower() == ".eml":
        yield path.read_bytes()
        return
    box = mailbox.mbox(path, create=False)
    try:
        for key in box.keys():  # noqa: SIM118 (a mailbox iterates over parsed messages, not keys)
            yield box.get_bytes(key)
    finally:
        box.close()
