"""The claim of one request on its key: what is looked up before, and kept after, what it does."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import msgspec
from litestar import Response

from gongdan.infra.db.tx import Database, Query, ReadTx, Tx
from gongdan.kernel import clock
from gongdan.kernel.errors import Conflict

MOST: Final = 200
"""Characters of a key."""
SOON: Final = timedelta(seconds=60)
"""An effect whose answer is not there by then lost it: the process ended between the two."""
_NO_ANSWER: Final = 0


class KeyReused(Conflict):
    """The key came with another request before."""

    code = "request.idempotency_key_reused"
    status = 422


class Twin(Conflict):
    """The same request is being answered right now: send it again to get that answer."""

    code = "request.twin"


class Done(Conflict):
    """The request was carried out, and its answer is not there to be given again. Members: what was made."""

    code = "request.done"


class KeptAnswer(msgspec.Struct, frozen=True):
    key: str
    request_hash: bytes
    status: int
    answer: bytes
    at: datetime


class Replayed(Exception):
    """Ends a command whose request got its answer before; nothing of it is written."""

    def __init__(self, response: Response[Any]) -> None:
        super().__init__()
        self.response = response


class Once:
    """One request and its key; None: the client did not ask for it, and nothing here does anything."""

    def __init__(self, key: str | None, *, origin: str = "", is_told: bool = False) -> None:
        self._key = key
        self._origin = origin
        self._is_told = is_told
        self._content: bytes | None = None
        self._hash: bytes | None = None
        self._kept: tuple[int, bytes] = (_NO_ANSWER, b"")
        self._claimed: tuple[Database, int] | None = None
        self.person_id: int | None = None
        """Who asks; of a guest the key is their address's, on this route."""

    @property
    def is_asked(self) -> bool:
        return self._key is not None

    @property
    def is_claimed(self) -> bool:
        """Whether the request had its effect."""
        return self._claimed is not None

    @property
    def is_open(self) -> bool:
        """Whether it had its effect, and its answer is still to be stored."""
        return self.is_claimed and not self._is_told and self._kept[0] == _NO_ANSWER

    def about(self, content: bytes) -> None:
        """What the request is about, where its body is a stream."""
        self._content = content

    def made(self, **members: Any) -> None:
        """What a repetition is told instead of the answer."""
        self._kept = (_NO_ANSWER, msgspec.json.encode(members))

    async def prepare(self, digest: Callable[[bytes | None], Awaitable[bytes]]) -> None:
        if self._hash is None:
            self._hash = await digest(self._content)

    def watch(self, tx: ReadTx) -> None:
        """Wait for a twin, and have the command ended if this request had its effect before. Both come with the first
        thing that the command reads, at no round trip of their own.

        Raises (then):
            Replayed: it was answered.
            Twin, Done: it was carried out, and its answer is not there yet, or never will be.
            KeyReused: the key belongs to another request.
        """
        if self._key is None:
            return
        tx.along(_lock(self._person, self._name), lambda _: None)
        tx.along(_kept(self._person, [self._name]), self._see)

    def claim(self, tx: Tx) -> None:
        """Queue the claim beside the request's effect."""
        if self._key is not None:
            self._insert(tx, self._name, *self._kept, clock.now())

    def claimed(self, db: Database, workspace_id: int) -> None:
        if self._key is not None:
            self._claimed = (db, workspace_id)

    def keep(self, answer: Any, *, status: int) -> Response[Any]:
        """The answer, known before the transaction ends: it is stored in that, instead of by a round trip after it.
        For what is asked most."""
        body = msgspec.json.encode(answer)
        self._kept = (status, body)
        return _response(body, status, is_replayed=False)

    async def answered(self, status: int, body: bytes) -> None:
        """Store the answer."""
        assert self._claimed is not None
        db, workspace_id = self._claimed
        self._kept = (status, body)
        async with db.write(workspace_id) as tx:
            tx.put(
                """
                update idempotency
                   set status = %(status)s, answer = %(answer)s
                 where workspace_id = %(workspace)s and person_id = %(person)s and key = %(key)s
                """,
                status=status,
                answer=body,
                person=self._person,
                key=self._name,
            )

    async def rows_answered(self, tx: ReadTx, rows: Iterable[int]) -> dict[int, bytes]:
        """The answers that rows of this request got before, by their number.

        Raises:
            KeyReused: the key belongs to another request.
        """
        keys = {self._row(n): n for n in rows}
        if self._key is None or not keys:
            return {}
        _, found = await tx.gather(_lock(self._person, self._name), _kept(self._person, list(keys)))
        self._check(found)
        return {keys[one.key]: one.answer for one in found}

    def keep_row(self, tx: Tx, number: int, answer: Any, *, status: int) -> None:
        """Queue the answer of a row beside what it made."""
        if self._key is not None:
            self._insert(tx, self._row(number), status, msgspec.json.encode(answer), clock.now())

    def _insert(self, tx: Tx, key: str, status: int, answer: bytes, now: datetime) -> None:
        row = {"workspace_id": tx.workspace_id, "person_id": self._person, "key": key, "request_hash": self._hash}
        tx.insert("idempotency", row | {"status": status, "answer": answer, "at": now})

    @property
    def _person(self) -> int:
        return self.person_id or 0

    @property
    def _name(self) -> str:
        return f"{self._key}" if self.person_id else f"{self._origin} {self._key}"

    def _row(self, number: int) -> str:
        return f"{self._name}#{number}"

    def _see(self, found: list[KeptAnswer]) -> None:
        self._check(found)
        for one in found:
            if one.status != _NO_ANSWER:
                raise Replayed(_response(one.answer, one.status, is_replayed=True))
            if not self._is_told and clock.now() - one.at < SOON:
                raise Twin
            raise Done(**msgspec.json.decode(one.answer or b"{}"))

    def _check(self, found: list[KeptAnswer]) -> None:
        if any(one.request_hash != self._hash for one in found):
            raise KeyReused(key=self._key)


def _lock(person_id: int, key: str) -> Query[Any]:
    """Held until the transaction ends: the same request at the same time waits for this one."""
    return Query(
        tuple,
        """
        select true
          from pg_advisory_xact_lock(
            hashtextextended(concat_ws(' ', 'once', %(workspace)s::bigint, %(person)s::bigint, %(key)s::text), 0))
        """,
        {"person": person_id, "key": key},
    )


def _kept(person_id: int, keys: Sequence[str]) -> Query[KeptAnswer]:
    return Query(
        KeptAnswer,
        """
        select key, request_hash, status, answer, at
          from idempotency
         where workspace_id = %(workspace)s and person_id = %(person)s and key = any(%(keys)s)
        """,
        {"person": person_id, "keys": list(keys)},
    )


def _response(body: bytes, status: int, *, is_replayed: bool) -> Response[Any]:
    headers = {"Idempotency-Replayed": "true"} if is_replayed else {}
    if not body:
        return Response(None, status_code=status, headers=headers)
    kind = "application/json" if status < 400 else "application/problem+json"
    return Response(body, status_code=status, media_type=kind, headers=headers)
