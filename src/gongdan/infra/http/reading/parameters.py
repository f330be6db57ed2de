"""Parameters of paths and queries: none that the route does not know, and faults in our words."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from litestar import Request
from litestar.enums import ParamType
from litestar.handlers import BaseRouteHandler, HTTPRouteHandler
from litestar.params import ParameterKwarg
from msgspec import inspect

from gongdan.infra.http.reading.faults import faults_of, kind_of
from gongdan.kernel.errors import FieldFault, Invalid

_MISSING = re.compile(r"^Missing required \w+ parameter '([^']{1,100})'")
_RESERVED = frozenset({"data", "body", "request", "headers", "cookies", "query", "scope", "socket", "state", "method"})


def refuse_unknown(request: Request[Any, Any, Any]) -> None:
    """
    Raises:
        Invalid: the query names what the route does not know: misspelt, it would be silently ignored.
    """
    if not request.scope["query_string"]:
        return
    known = _known(request.route_handler)
    strange = [name for name in dict.fromkeys(request.query_params) if name not in known]
    if strange:
        raise Invalid(faults=tuple(FieldFault(name[:100], "unknown_parameter") for name in strange[:20]))


@cache
def _known(handler: BaseRouteHandler) -> frozenset[str]:
    found = set()
    for name, field in handler.parsed_fn_signature.parameters.items():
        if field.is_di_field or name in _RESERVED:
            continue
        kwarg = field.kwarg_definition
        if not isinstance(kwarg, ParameterKwarg) or kwarg.param_type == ParamType.QUERY:
            found.add((kwarg.query if isinstance(kwarg, ParameterKwarg) else None) or name)
    return frozenset(found)


def fault_of(request: Request[Any, Any, Any], raw: Mapping[str, Any]) -> FieldFault:
    """A fault of the framework's, which names the parameter and speaks as its decoder does."""
    key = str(raw.get("key", "")).split(".")[0]
    handler = request.route_handler
    assert isinstance(handler, HTTPRouteHandler)
    field = handler.parsed_fn_signature.parameters.get(key)
    if field is None:
        return FieldFault(key[:100], "wrong_form")
    kwarg = field.kwarg_definition
    name = (kwarg.header or kwarg.query if isinstance(kwarg, ParameterKwarg) else None) or key
    given = request.query_params.get(name, request.path_params.get(name, request.headers.get(name)))
    kind = kind_of(handler.signature_model.__annotations__[key])
    found = faults_of(_plain(given, kind), kind, name)
    return found[0] if found else FieldFault(name, "wrong_form")


def missing(detail: str) -> tuple[FieldFault, ...]:
    found = _MISSING.match(detail)
    return (FieldFault(found[1], "required"),) if found else ()


def _plain(given: Any, kind: inspect.Type) -> Any:
    """A parameter as the JSON value that it means."""
    if isinstance(kind, inspect.Metadata):
        return _plain(given, kind.type)
    if isinstance(kind, inspect.UnionType):
        return next((_plain(given, one) for one in kind.types if not isinstance(one, inspect.NoneType)), given)
    if isinstance(kind, inspect.IntType) and isinstance(given, str) and re.fullmatch(r"-?[0-9]{1,20}", given):
        return int(given)
    if isinstance(kind, inspect.BoolType) and given in ("true", "false"):
        return given == "true"
    return given
