"""``Idempotency-Key`` on every POST that creates (spec 01): the answer is stored in the transaction that made it, and
the same request later gets the same answer."""

import hashlib
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


class Kept(msgspec.Struct, frozen=True):
    request_hash: bytes
    status: int
    answer: bytes


class Once(msgspec.Struct, frozen=True):
    """One creating request: its key (None: the client did not ask for it) and the hash of what it wants."""

    key: str | None
    request_hash: bytes

    async def answered(self, tx: ReadTx, person_id: int | None) -> Response[Any] | None:
        """The answer that this request got before, or None.

        Raises:
            KeyReused: the key belongs to another request.
        """
        if self.key is None:
            return None
        (rows,) = await tx.gather(
            Query(
                Kept,
                """
                select request_hash, status, answer
                  from idempotency
                 where workspace_id = %(workspace)s and person_id = %(person)s and key = %(key)s
                """,
                {"person": person_id or 0, "key": self.key},
            )
        )
        if not rows:
            return None
        if rows[0].request_hash != self.request_hash:
            raise KeyReused(key=self.key)
        return _response(rows[0].answer, rows[0].status, replayed=True)

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
