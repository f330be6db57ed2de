"""The chain of commitments (spec 01, integrity and erasure together). Pure.

``body_hash = H(salt ‖ bytes)`` and ``hash = H(prev ‖ header ‖ body_hash)`` with H = SHA-256. Headers carry ids and
never personal data; erasing destroys body and salt and leaves a chain that still verifies.
"""

import hashlib
import os
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from gongdan.kernel.events import Logged

NO_HASH = bytes(32)
"""What the first event of a stream is chained to."""

_encode = msgspec.json.Encoder().encode


class ChainedRow(msgspec.Struct, frozen=True, kw_only=True):
    """An event as the table ``event`` holds it."""

    workspace_id: int
    stream: str
    stream_id: int
    seq: int
    id: int
    kind: str
    schema: int
    actor: str
    actor_id: int | None
    on_behalf_of: int | None
    via: str
    rule: str | None
    token_id: int | None
    command_id: int
    cause: int | None
    depth: int
    release: int
    at: Any
    body_hash: bytes
    hash: bytes
    salt: bytes | None
    body: bytes | None
    epoch: int


def header(row: ChainedRow | Logged[Any]) -> bytes:
    """The header's exact bytes, from an event or from its row: what the chain hashes."""
    actor = row.actor if isinstance(row, ChainedRow) else row.actor.kind
    who = row if isinstance(row, ChainedRow) else row.actor
    actor_id = row.actor_id if isinstance(row, ChainedRow) else row.actor.person_id
    kind = row.kind if isinstance(row, ChainedRow) else row.event.kind
    return _encode(
        (
            row.workspace_id, row.stream, row.stream_id, row.seq, row.id, kind, row.schema,
            actor, actor_id, who.on_behalf_of, who.via, who.rule, who.token_id,
            row.command_id, row.cause, row.depth, row.release, int(row.at.timestamp() * 1_000_000),
        )
    )  # fmt: skip


def link(previous: bytes, head: bytes, body_hash: bytes) -> bytes:
    return hashlib.sha256(previous + head + body_hash).digest()


def commit_to(salt: bytes, body: bytes) -> bytes:
    return hashlib.sha256(salt + body).digest()


def chained(events: Sequence[Logged[Any]], *, previous: bytes, epoch: int) -> list[ChainedRow]:
    """The rows of consecutive events of one stream, chained to ``previous``."""
    rows = []
    for logged in events:
        salt, body = os.urandom(16), _encode(logged.event)
        body_hash = commit_to(salt, body)
        previous = link(previous, header(logged), body_hash)
        actor = logged.actor
        rows.append(
            ChainedRow(
                workspace_id=logged.workspace_id,
                stream=logged.stream,
                stream_id=logged.stream_id,
                seq=logged.seq,
                id=logged.id,
                kind=logged.event.kind,
                schema=logged.schema,
                actor=actor.kind,
                actor_id=actor.person_id,
                on_behalf_of=actor.on_behalf_of,
                via=actor.via,
                rule=actor.rule,
                token_id=actor.token_id,
                command_id=logged.command_id,
                cause=logged.cause,
                depth=logged.depth,
                release=logged.release,
                at=logged.at,
                body_hash=body_hash,
                hash=previous,
                salt=salt,
                body=body,
                epoch=epoch,
            )
        )
    return rows


def first_break(rows: Iterable[ChainedRow], *, previous: bytes = NO_HASH) -> ChainedRow | None:
    """The first row whose hash does not follow from its header, body and predecessor; None when the chain is whole.

    A row without a body is checked by its commitment alone: whether it was erased rightly is ``doctor``'s question.
    """
    for row in rows:
        if row.body is not None and row.salt is not None and commit_to(row.salt, row.body) != row.body_hash:
            return row
        if link(previous, header(row), row.body_hash) != row.hash:
            return row
        previous = row.hash
    return None


def root(hashes: Iterable[bytes], previous_root: bytes) -> bytes:
    """The root of a seal: the batch's event hashes in order of delivery, chained to the seal before."""
    digest = hashlib.sha256(previous_root)
    for one in hashes:
        digest.update(one)
    return digest.digest()
