"""A body from its bytes to its shape: JSON only, of bounded depth, tidied before its bounds are checked, refused with
all of its faults at once.

What is wrong is told by the framework's validation, which comes after the caller is known: so nobody learns the shape
of a body that they may not send.
"""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar, cast

import msgspec
from litestar import Request
from litestar.datastructures import State
from litestar.exceptions import SerializationException
from msgspec import inspect

from gongdan.infra.http.reading.faults import below, faults_of, kind_of
from gongdan.infra.http.reading.tidying import Tidier
from gongdan.kernel.errors import FieldFault, Refusal

MAX_DEPTH = 32
"""Objects and lists within each other; a policy nests 14 deep."""
_KEPT = "gongdan.faults"

T = TypeVar("T")


class UnsupportedType(Refusal):
    """The body is no JSON. Forms of other sites can send no JSON either."""

    code = "request.unsupported_type"
    status = 415


class BadRow(msgspec.Struct, frozen=True):
    """A row of a body of rows (``Meta(extra={"rows": True})``) that is not as its shape; the other rows stand."""

    faults: tuple[FieldFault, ...]


class Faulty(Exception, Generic[T]):
    """What a body was not; takes its place until the framework refuses it."""

    def __init__(self, faults: Sequence[FieldFault]) -> None:
        super().__init__()
        self.faults = tuple(faults)


class JsonRequest(Request[Any, Any, State]):
    """A request whose body is read here."""

    async def json(self) -> Any:
        if self.content_type[0] != "application/json":
            raise UnsupportedType
        handler = self.route_handler.parsed_fn_signature.parameters["data"]
        try:
            return read(decoded(await self.body()), handler.annotation)
        except Faulty as faulty:
            self.scope["state"][_KEPT] = faulty.faults
            return faulty


def kept_faults(request: Request[Any, Any, Any]) -> tuple[FieldFault, ...] | None:
    """The faults of the body that was read for this request, if there were any."""
    found: tuple[FieldFault, ...] | None = request.scope["state"].get(_KEPT)
    return found


def decoded(body: bytes) -> Any:
    """
    Raises:
        SerializationException: no JSON, no UTF-8, or nested deeper than ``MAX_DEPTH``.
    """
    try:
        value = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise SerializationException from fault
    if body.count(b"[") + body.count(b"{") > MAX_DEPTH and too_deep(value):
        raise SerializationException
    return value


def too_deep(value: Any) -> bool:
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [one for each in level if isinstance(each, dict | list) for one in _within(each)]
        if not level:
            return False
    return any(isinstance(one, dict | list) for one in level)


def _within(value: dict[str, Any] | list[Any]) -> Any:
    return value.values() if isinstance(value, dict) else value


def read(value: Any, type_: type[T]) -> T:
    """``value`` in the shape of ``type_``.

    Raises:
        Faulty: it is not, with every fault.
    """
    kind, tidier = kind_of(cast(Any, type_)), Tidier()
    tidied = tidier.tidied(value, kind)
    refused: msgspec.ValidationError | None = None
    if not tidier.doubtful:
        try:
            return msgspec.convert(tidied, type_)
        except msgspec.ValidationError as fault:
            refused = fault
    if isinstance(tidied, dict) and isinstance(kind, inspect.StructType) and (rows := _rows(kind)):
        return cast(T, _row_by_row(tidied, kind, rows))
    faults = faults_of(tidied, kind)
    if not faults and refused is None:
        return msgspec.convert(tidied, type_)
    raise Faulty(faults or [FieldFault(_path(refused), "wrong_form")])


def rows_of(listed: Sequence[T]) -> list[T | BadRow]:
    """The rows of a body, in order, those among them that are not as their shape."""
    return list(listed)


def _rows(kind: inspect.StructType) -> inspect.Field | None:
    return next(
        (one for one in kind.fields if isinstance(one.type, inspect.Metadata) and (one.type.extra or {}).get("rows")),
        None,
    )


def _row_by_row(value: dict[str, Any], kind: inspect.StructType, rows: inspect.Field) -> Any:
    listing = cast(inspect.Metadata, rows.type).type
    listed = value.get(rows.encode_name)
    if not isinstance(listed, list) or not isinstance(listing, inspect.CollectionType):
        raise Faulty(faults_of(value, kind))
    shape = msgspec.structs.replace(listing, item_type=inspect.AnyType())
    plain = msgspec.structs.replace(rows, type=shape)
    around = msgspec.structs.replace(kind, fields=tuple(plain if one is rows else one for one in kind.fields))
    if faults := [one for one in faults_of(value, around) if not one.field.startswith(f"{rows.encode_name}[")]:
        raise Faulty(faults)
    types = {field.name: field.type for field in msgspec.structs.fields(kind.cls)}
    members = {
        one.name: msgspec.convert(value[one.encode_name], types[one.name])
        for one in kind.fields
        if one is not rows and one.encode_name in value
    }
    item = listing.item_type
    assert isinstance(item, inspect.StructType)
    found = [_row(one, item, below(rows.encode_name, number)) for number, one in enumerate(listed)]
    return kind.cls(**members, **{rows.name: found})


def _row(value: Any, kind: inspect.StructType, at: str) -> Any:
    faults = faults_of(value, kind, at)
    if faults:
        return BadRow(tuple(faults))
    try:
        return msgspec.convert(value, kind.cls)
    except msgspec.ValidationError as fault:
        return BadRow((FieldFault(below(at, _path(fault)) if _path(fault) else at, "wrong_form"),))


def _path(fault: msgspec.ValidationError | None) -> str:
    """Where the decoder stopped: its message ends with ``- at `$.path```."""
    text = str(fault or "")
    at = text.rfind("`$")
    return text[at + 2 :].rstrip("`").lstrip(".") if at >= 0 else ""
