"""``Idempotency-Key`` on every POST that creates (spec 01): the answer is stored in the transaction that made it, and
the same request later gets the same answer."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec
from litestar import Request, Response
from psycopg.errors import UniqueViolation

from gongdan.infra.db.tx import Query, ReadTx, Tx
from gongdan.kernel.errors import Conflict, FieldFault, Invalid

MOST = 200


class KeyReused(Conflict):
    """The key came with another request before."""

    code = "request.idempotency_key_reused"
    status = 422


class Kept(msgspec.Struct, frozen=True):
    key: str
    request_hash: bytes
    status: int
    answer: bytes


class Replayed(Exception):
    """Ends a command whose request got its answer before; nothing of it is written."""

    def __init__(self, response: Response[Any]) -> None:
        super().__init__()
        self.response = response


class Once(msgspec.Struct, frozen=True):
    """One creating request: its key (None: the client did not ask for it) and the hash of what it wants."""

    key: str | None
    request_hash: bytes

    def watch(self, tx: ReadTx, person_id: int | None) -> None:
        """Have the command ended by ``Replayed`` if this request was answered before: that is seen with the first thing
        that the command reads, at no round trip of its own.

        Raises:
            KeyReused: then too, if the key belongs to another request.
        """

        def seen(found: list[Kept]) -> None:
            if kept := self._own(found):
                raise Replayed(_response(kept[0].answer, kept[0].status, replayed=True))

        if self.key is not None:
            tx.along(_kept(person_id, [self.key]), seen)

    async def answered(self, tx: ReadTx, person_id: int | None) -> Response[Any] | None:
        """The answer that this request got before, or None.

        Raises:
            KeyReused: the key belongs to another request.
        """
        if self.key is None:
            return None
        (found,) = await tx.gather(_kept(person_id, [self.key]))
        self._own(found)
        return _response(found[0].answer, found[0].status, replayed=True) if found else None

    async def rows_answered(self, tx: ReadTx, person_id: int | None, rows: Iterable[int]) -> dict[int, bytes]:
        """The answers that rows of this request got before, by their number; each row has its own key (``row``).

        Raises:
            KeyReused: the key belongs to another request.
        """
        keys = {self.row(n).key or "": n for n in rows}
        if self.key is None or not keys:
            return {}
        (found,) = await tx.gather(_kept(person_id, list(keys)))
        return {keys[one.key]: one.answer for one in self._own(found)}

    def row(self, number: int) -> "Once":
        """One row of a request that holds several."""
        return self if self.key is None else Once(f"{self.key}#{number}", self.request_hash)

    def _own(self, found: list[Kept]) -> list[Kept]:
        if any(one.request_hash != self.request_hash for one in found):
            raise KeyReused(key=self.key)
        return found

    def keep(self, tx: Tx, person_id: int | None, answer: Any, *, status: int, now: datetime) -> Response[Any]:
        """Queue the answer beside what it answers. A twin that commits first makes this commit fail (``twin``)."""
        body = msgspec.json.encode(answer)
        if self.key is not None:
            tx.insert(
                "idempotency",
                {
                    "workspace_id": tx.workspace_id,
                    "person_id": person_id or 0,
                    "key": self.key,
                    "request_hash": self.request_hash,
                    "status": status,
                    "answer": body,
                    "at": now,
                },
            )
        return _response(body, status, replayed=False)


def _kept(person_id: int | None, keys: Sequence[str]) -> Query[Kept]:
    return Query(
        Kept,
        """
        select key, request_hash, status, answer
          from idempotency
         where workspace_id = %(workspace)s and person_id = %(person)s and key = any(%(keys)s)
        """,
        {"person": person_id or 0, "keys": list(keys)},
    )


async def once(request: Request[Any, Any, Any]) -> Once:
    """Dependency: reads the header and hashes method, path and body."""
    key = request.headers.get("idempotency-key")
    if key is not None and not 1 <= len(key) <= MOST:
        raise Invalid(faults=(FieldFault("Idempotency-Key", "too_long", {"most": MOST}),))
    if key is None:
        return Once(None, b"")
    digest = hashlib.sha256(f"{request.method} {request.url.path}\n".encode())
    digest.update(await request.body())
    return Once(key, digest.digest())


def is_twin(error: UniqueViolation) -> bool:
    """Whether a commit failed because the same request was answered in the meantime."""
    return error.diag.constraint_name == "idempotency_pkey"


def _response(body: bytes, status: int, *, replayed: bool) -> Response[Any]:
    headers = {"Idempotency-Replayed": "true"} if replayed else {}
    return Response(body, status_code=status, media_type="application/json", headers=headers)
