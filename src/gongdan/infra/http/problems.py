"""Errors on the wire: RFC 9457 problem+json with code, title, remedy and faults, in the reader's language.

Only a ``Refusal`` and what the framework itself refuses say why; anything else is a bug: 500, logged with the request's
id, never shown.
"""

from typing import Any

import msgspec
import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException
from psycopg import DataError, OperationalError
from psycopg.errors import UntranslatableCharacter

from gongdan.infra.catalogue import best_locale, say
from gongdan.infra.http.bodies import Answer
from gongdan.infra.http.reading import body, parameters
from gongdan.kernel.errors import FieldFault, Refusal, RefusalRecord
from gongdan.kernel.text import Locale

log = structlog.get_logger()

PAGE = "/problems"
"""Where every code is explained (``problem_page``)."""
ENVELOPE = frozenset({"type", "title", "status", "detail", "instance", "code", "remedy", "faults"})
FAULT = frozenset({"field", "code", "title", "remedy"})

FRAMEWORK = {
    400: "request.malformed",
    401: "request.unauthenticated",
    403: "request.forbidden",
    404: "request.not_found",
    405: "request.method_not_allowed",
    413: "request.too_large",
    415: "request.unsupported_type",
    429: "request.too_many",
}


class Fault(Answer, frozen=True, kw_only=True):
    """One faulty field; further members are the bounds that it broke, depending on ``code``."""

    field: str
    """Where it stands in the body, or the name of the parameter or header."""
    code: str
    title: str
    remedy: str


class Problem(Answer, frozen=True, kw_only=True):
    """What every error answer looks like (RFC 9457); further members depend on ``code``."""

    type: str
    """Where the problem is explained, on this server."""
    title: str
    status: int
    code: str
    """Stable; what programs tell problems apart by."""
    remedy: str
    """What to do about it, in the reader's language."""
    faults: list[Fault]


def refusal(request: Request[Any, Any, Any], exc: Refusal) -> Response[dict[str, Any]]:
    return _problem(request, exc.code, exc.status, exc.faults, exc.members)


def framework(request: Request[Any, Any, Any], exc: HTTPException) -> Response[dict[str, Any]]:
    faults: tuple[FieldFault, ...] = ()
    code, status = FRAMEWORK.get(exc.status_code, "request.refused"), exc.status_code
    if isinstance(exc, ValidationException):
        code, status = "request.invalid", 422
        faults = _faults(request, exc)
    return _problem(request, code, status, faults, {})


def _faults(request: Request[Any, Any, Any], exc: ValidationException) -> tuple[FieldFault, ...]:
    """Of the body as it was read, and of parameters as the framework names them."""
    found: list[FieldFault] = []
    for raw in exc.extra if isinstance(exc.extra, list) else []:
        if isinstance(raw, dict) and str(raw.get("key", "")).split(".")[0] == "data":
            found += body.kept_faults(request) or (FieldFault("", "required"),)
        elif isinstance(raw, dict):
            found.append(parameters.fault_of(request, raw))
    return tuple(found) or parameters.missing(exc.detail)


def unreadable(request: Request[Any, Any, Any], exc: Exception) -> Response[dict[str, Any]]:
    """A body that is no UTF-8, or nested beyond what anybody means."""
    log.warning("http.unreadable", path=request.url.path, fault=type(exc).__name__)
    return _problem(request, "request.malformed", 400, (), {})


def unstorable(request: Request[Any, Any, Any], exc: DataError) -> Response[dict[str, Any]]:
    """PostgreSQL holds no NUL in texts; whatever else it cannot hold is a bug of ours."""
    if "NUL" in str(exc) or isinstance(exc, UntranslatableCharacter):
        return _problem(request, "request.unstorable", 422, (), {})
    return unforeseen(request, exc)


def database_away(request: Request[Any, Any, Any], exc: OperationalError) -> Response[dict[str, Any]]:
    """The database restarts, is out of reach or out of room, or two commands stood in each other's way: nobody's bug,
    and trying again helps."""
    log.warning("http.database_away", path=request.url.path, method=request.method, fault=type(exc).__name__)
    return _problem(request, "request.database_away", 503, (), {"retry_after_s": 2})


def unforeseen(request: Request[Any, Any, Any], exc: Exception) -> Response[dict[str, Any]]:
    log.error("http.bug", path=request.url.path, method=request.method, exc_info=exc)
    return _problem(request, "request.bug", 500, (), {})


def described(request: Request[Any, Any, Any], exc: Refusal | RefusalRecord) -> dict[str, Any]:
    """A refusal as a problem's members, for answers that hold several."""
    return _members(language_of(request), exc.code, exc.status, exc.faults, exc.members)


def example_of(code: str, status: int) -> dict[str, Any]:
    """A problem as the API's document shows it."""
    faults = (FieldFault("title", "required"),) if status == 422 else ()
    return _members("en", code, status, faults, {})


def language_of(request: Request[Any, Any, Any]) -> Locale:
    """In which language its reader is answered."""
    return best_locale(request.headers.get("accept-language", ""))


def _members(
    locale: Locale, code: str, status: int, faults: tuple[FieldFault, ...], members: dict[str, Any]
) -> dict[str, Any]:
    return {
        **_apart(members, ENVELOPE),
        "type": f"{PAGE}/{code}",
        "title": say(f"errors.{code}.title", locale, members) or code,
        "status": status,
        "code": code,
        "remedy": say(f"errors.{code}.remedy", locale, members) or "",
        "faults": [_fault_members(locale, fault) for fault in faults],
    }


def _fault_members(locale: Locale, fault: FieldFault) -> dict[str, Any]:
    remedy = say(f"faults.{fault.code}.remedy", locale, fault.params) or say("faults.remedy", locale)
    return {
        **_apart(fault.params, FAULT),
        "field": fault.field,
        "code": fault.code,
        "title": say(f"faults.{fault.code}", locale, fault.params) or fault.code,
        "remedy": remedy or "",
    }


def _apart(members: dict[str, Any], envelope: frozenset[str]) -> dict[str, Any]:
    """Members as JSON; one that is named as a member of the envelope would be lost, so it is ``its_…``."""
    plain: dict[str, Any] = msgspec.to_builtins(members, str_keys=True)
    return {f"its_{name}" if name in envelope else name: value for name, value in plain.items()}


def _problem(
    request: Request[Any, Any, Any], code: str, status: int, faults: tuple[FieldFault, ...], members: dict[str, Any]
) -> Response[dict[str, Any]]:
    locale = language_of(request)
    headers = {"Content-Language": locale, "Cache-Control": "no-store"}
    if "retry_after_s" in members:
        headers["Retry-After"] = str(members["retry_after_s"])
    return Response(
        _members(locale, code, status, faults, members),
        status_code=status,
        media_type="application/problem+json",
        headers=headers,
    )
