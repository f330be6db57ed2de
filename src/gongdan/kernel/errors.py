"""Refusals: everything that a caller may be told "no" about, as data (RFC 9457 on the wire).

A refusal is a stable ``code``, an HTTP ``status`` and typed members. Its texts come from the locale catalogue by code
(``errors.<code>.title`` and ``errors.<code>.remedy``), so the same refusal reads in zh-CN and en.
Whatever is not a ``Refusal`` is a bug.
"""

from typing import Any, ClassVar

import msgspec


class FieldFault(msgspec.Struct, frozen=True):
    """One faulty field of a request: where, what was wrong (a code of the catalogue), and the bound that was broken."""

    field: str
    code: str
    params: dict[str, Any] = {}


class Refusal(Exception):
    """Base of every refusal. Subclasses set ``code`` and ``status``; keyword arguments become problem members."""

    code: ClassVar[str] = "request.refused"
    status: ClassVar[int] = 400

    def __init__(self, *, faults: tuple[FieldFault, ...] = (), **members: Any) -> None:
        super().__init__(self.code, members)
        self.faults = faults
        self.members = members


class RefusalRecord(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A refusal as it is kept, for those who read of it later."""

    code: str
    status: int
    members: dict[str, Any] = {}
    faults: tuple[FieldFault, ...] = ()

    @classmethod
    def of(cls, refusal: Refusal, **more: Any) -> "RefusalRecord":
        """With ``more`` members, such as what was refused."""
        members = msgspec.to_builtins(refusal.members | more, str_keys=True)
        return cls(code=refusal.code, status=refusal.status, members=members, faults=refusal.faults)


class NotFound(Refusal):
    """No such thing, or not one that this actor may see: the two are told apart nowhere."""

    code = "request.not_found"
    status = 404


class Forbidden(Refusal):
    """The actor sees the thing and may not do this with it."""

    code = "request.forbidden"
    status = 403


class Unauthenticated(Refusal):
    code = "request.unauthenticated"
    status = 401


class Invalid(Refusal):
    """The request's values break a bound or a rule; ``faults`` names each field."""

    code = "request.invalid"
    status = 422


class Conflict(Refusal):
    code = "request.conflict"
    status = 409


class TooMany(Refusal):
    """A rate limit; ``retry_after_s`` says when to come back."""

    code = "request.too_many"
    status = 429
