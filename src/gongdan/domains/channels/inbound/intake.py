"""The one intake of mail: ``receive`` stores what came and commits, ``settle`` turns it into tickets and messages.

A mail is settled once: its outcome commits with what it made. What fails alone is quarantined with its fault, visibly,
and hinders no other; what a person lets go again is settled again.
"""

import asyncio
import hashlib
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec
import psycopg
import structlog

from gongdan.domains.accounts.public import current_release, system
from gongdan.domains.channels.inbound import rows
from gongdan.domains.channels.inbound.settling import Batch, settle_alone
from gongdan.domains.channels.mail.email.reading import ReadFault, ReadMail, read_mails
from gongdan.domains.channels.mail.incoming import letters
from gongdan.domains.channels.mail.incoming.letters import Letter, MailSurroundings, WaitingMail
from gongdan.domains.channels.mail.incoming.writers import Own
from gongdan.domains.channels.mailroom import Mailroom
from gongdan.domains.files.public import KeptFile, keep
from gongdan.infra.storage import ContentMissing
from gongdan.kernel import clock
from gongdan.kernel.errors import Refusal

BATCH: Final = 50
"""Mails of one transaction at most."""

log = structlog.get_logger()


class Arrival(msgspec.Struct, frozen=True):
    """A mail as it came. ``source`` names the copy: ``<account>:<uidvalidity>:<uid>``, or ``sha256:…`` for a file."""

    source: str
    raw: bytes
    held_for: str | None = None
    """The mail did not come whole, and a person decides what becomes of it: it is larger than what is taken
    (``channels.mail_cut``), or its server did not hand it over (``mail.message_withheld``)."""


async def receive(
    room: Mailroom, workspace_id: int, arrivals: Sequence[Arrival], *, account_id: int | None
) -> dict[str, int]:
    """Store mails as they came; when this returns they are safe. Returns source → id of those that were new."""
    stored = await asyncio.gather(*(room.storage.put(workspace_id, one.raw) for one in arrivals))
    given = [
        {"source": one.source, "raw": kept.hash, "body_hash": letters.body_hash(one.raw), "cut": await _cut(one)}
        for one, kept in zip(arrivals, stored, strict=True)
    ]
    async with room.db.write(workspace_id) as tx:
        return await rows.insert(tx, given, account_id=account_id, now=clock.now())


async def _cut(arrival: Arrival) -> rows.MailOutcome | None:
    if arrival.held_for is None:
        return None
    if not arrival.raw:
        return rows.MailOutcome(reason=arrival.held_for)
    (read,) = await read_mails([arrival.raw])
    if isinstance(read, ReadFault):
        return rows.MailOutcome(reason=arrival.held_for, faults=(read.code,))
    mail = read.mail
    return rows.MailOutcome(
        subject=mail.subject, sender=mail.sender.address, reason=arrival.held_for, faults=mail.faults
    )


def source_of(raw: bytes) -> str:
    """The source of a mail that comes as bytes alone: the same bytes are the same mail."""
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"


async def settle_all(room: Mailroom, workspace_id: int) -> None:
    """Settle until nothing waits."""
    while await settle(room, workspace_id):
        pass


_PATIENCE: Final = 20
"""Batches of others that may come before one mail that somebody waits for."""


async def settle_one(room: Mailroom, workspace_id: int, inbound_id: int) -> rows.Came:
    """Settle until that mail is settled, here or by another process, and say what became of it.

    Raises:
        MailNotFound.
    """
    for _ in range(_PATIENCE):
        async with room.db.read(workspace_id) as tx:
            found = await rows.became(tx, inbound_id)
        if found.state != "received":
            break
        await settle(room, workspace_id)
    return found


async def settle(room: Mailroom, workspace_id: int) -> bool:
    """Settle one batch of the oldest waiting mails; False when none waits.

    Mails of the same people or the same thread come one after another: what the first one makes, the second one finds.
    """
    async with room.db.read(workspace_id) as tx:
        found, mailboxes = await tx.gather(rows.waiting(BATCH), rows.mailboxes())
        release = await current_release(tx)
    if not found:
        return False

    rules = await room.rules_of(workspace_id, release)
    via = found[0].via
    batch = Batch(room=room, authority=system(workspace_id, name="mail", release=release), rules=rules, via=via)
    around = MailSurroundings(
        own=Own(frozenset(one.address for one in mailboxes)),
        relays={one.id: one.relay for one in mailboxes if one.relay},
    )
    for wave in _waves(await _read(batch, [row for row in found if row.via == via], around)):
        await _settle_wave(batch, wave)
    return True


async def _settle_wave(batch: Batch, wave: Sequence[Letter]) -> None:
    try:
        await _settle(batch, wave)
    except psycopg.OperationalError:
        raise
    except Exception as fault:
        log.warning("mail.batch_failed", workspace=batch.authority.workspace_id, fault=_reason(fault))
        for letter in wave:
            await _settle_alone(batch, letter)


async def _settle(batch: Batch, chosen: Sequence[Letter]) -> None:
    kept = await asyncio.gather(*(_keep_files(batch, letter) for letter in chosen))
    files = {letter.row.id: some for letter, some in zip(chosen, kept, strict=True)}
    for letter in await batch.settle(chosen, files):
        await settle_alone(batch, letter, files[letter.row.id])


async def _settle_alone(batch: Batch, letter: Letter) -> None:
    try:
        await _settle(batch, [letter])
    except psycopg.OperationalError:
        raise
    except Exception as fault:
        log.exception("mail.quarantined", mail=letter.row.id)
        await _quarantine(batch, letter.row, _reason(fault), letter)


async def _read(batch: Batch, waiting: Sequence[WaitingMail], around: MailSurroundings) -> list[Letter]:
    """The mails; what cannot be read at all is quarantined at once."""
    stored: list[tuple[WaitingMail, bytes]] = []
    reading = (batch.room.storage.read(batch.authority.workspace_id, row.raw) for row in waiting)
    for row, raw in zip(waiting, await asyncio.gather(*reading, return_exceptions=True), strict=True):
        if isinstance(raw, ContentMissing):
            await _quarantine(batch, row, raw.code, None)
        elif isinstance(raw, BaseException):
            raise raw
        else:
            stored.append((row, raw))
    found: list[Letter] = []
    read = await read_mails([raw for _, raw in stored])
    for (row, _), one in zip(stored, await asyncio.to_thread(_letters, batch, stored, read, around), strict=True):
        if isinstance(one, Letter):
            found.append(one)
        else:
            log.warning("mail.unreadable", mail=row.id, fault=one.detail)
            await _quarantine(batch, row, one.code, None)
    return found


def _letters(
    batch: Batch,
    stored: Sequence[tuple[WaitingMail, bytes]],
    read: Sequence[ReadMail | ReadFault],
    around: MailSurroundings,
) -> list[Letter | ReadFault]:
    """In one visit of a thread: a large mail takes its time, and no other work waits for it."""
    made: list[Letter | ReadFault] = []
    for (row, _), one in zip(stored, read, strict=True):
        if isinstance(one, ReadFault):
            made.append(one)
            continue
        try:
            made.append(letters.letter_of(row, one, around, marks=batch.room.marks))
        except Exception as fault:
            log.exception("mail.unreadable", mail=row.id)
            made.append(ReadFault(code=_reason(fault), detail=type(fault).__name__))
    return made


def _reason(fault: Exception) -> str:
    """What is kept of a fault: the code of a refusal, else its kind. Never its words: they may quote the mail, or name
    a server and who signs in to it."""
    return fault.code if isinstance(fault, Refusal) else type(fault).__name__


async def _quarantine(batch: Batch, row: WaitingMail, reason: str, letter: Letter | None) -> None:
    why = rows.outcome(letter, reason=reason) if letter else rows.MailOutcome(reason=reason)
    async with batch.room.db.write(batch.authority.workspace_id) as tx:
        await tx.gather(rows.lock_intake())
        held = rows.Settled(id=row.id, state="quarantined", outcome=why, mail_id=letter.mail_id if letter else None)
        rows.settle(tx, [held], clock.now())


async def _keep_files(batch: Batch, letter: Letter) -> list[KeptFile]:
    """Keep the bytes of the attachments, before any transaction; machine reports have none worth keeping."""
    if letter.is_proven_machine and letter.judgement.kind in ("bounce", "feedback") and not letter.row.is_released:
        return []
    workspace_id = batch.authority.workspace_id
    return [
        await keep(batch.room.storage, workspace_id, file.payload, name=file.name, most=None)
        for file in letters.files_of(letter.mail)
    ]


def _waves(read: Sequence[Letter]) -> Iterator[list[Letter]]:
    """Groups that can be settled at once, each mail after all earlier ones that it may depend on: those of its thread,
    of its writer that it may answer or repeat, and those that name its writer or are written by somebody whom it names
    (one new person is made once). Two that only name the same people, such as our own address, or that one writer
    wrote about different things, do not wait for each other."""
    left = list(read)
    while left:
        wave: list[Letter] = []
        later: list[Letter] = []
        names: set[str] = set()
        writers: set[str] = set()
        addressed: set[str] = set()
        topics: set[tuple[str, str]] = set()
        for one in left:
            is_free = names.isdisjoint(one.thread()) and one.parties().isdisjoint(addressed)
            is_free = is_free and writers.isdisjoint(one.addressed()) and topics.isdisjoint(one.topics())
            is_free = is_free and not (one.asked.is_reply and not one.parties().isdisjoint(writers))
            (wave if is_free else later).append(one)
            names |= one.thread()
            writers |= one.parties()
            addressed |= one.addressed()
            topics |= one.topics()
        yield wave
        left = later
