"""The API as its OpenAPI document tells it: every operation, and the smallest body that each takes."""

from collections.abc import Mapping
from typing import Any

import msgspec
from litestar import Litestar
from litestar.routes import HTTPRoute

from gongdan.infra.http.guard import Needs, needs_of

PREFIX = "/api/v1"


class Operation(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    method: str
    path: str
    """Below ``/api/v1``, with the names of its parameters in braces."""
    parameters: tuple[str, ...]
    """Of the path."""
    needs: Needs
    """As its route says."""
    body: Any
    """The smallest that the schema takes; None: it takes none."""

    def at(self, values: Mapping[str, Any]) -> str:
        """Its path with these values for its parameters."""
        return self.path.format_map(values)


def operations(asgi: Litestar) -> list[Operation]:
    """Every operation of the API, in the order of the document."""
    document = asgi.openapi_schema.to_schema()
    said = {
        handler.operation_id: needs_of(handler)
        for route in asgi.routes
        if isinstance(route, HTTPRoute) and route.path.startswith(PREFIX)
        for handler in route.route_handlers
        if handler.operation_id
    }
    return [
        _operation(document, method, path, body, said[body["operationId"]])
        for path, item in document["paths"].items()
        for method, body in item.items()
        if path.startswith(PREFIX) and method in ("get", "post", "put", "patch", "delete")
    ]


def _operation(
    document: Mapping[str, Any], method: str, path: str, found: Mapping[str, Any], needs: Needs
) -> Operation:
    content = found.get("requestBody", {}).get("content", {})
    schema = content.get("application/json", {}).get("schema")
    return Operation(
        id=found["operationId"],
        method=method.upper(),
        path=path.removeprefix(PREFIX),
        parameters=tuple(one["name"] for one in found.get("parameters", ()) if one.get("in") == "path"),
        needs=needs,
        body=None if schema is None else _smallest(document, schema),
    )


def _smallest(document: Mapping[str, Any], schema: Mapping[str, Any]) -> Any:
    if "$ref" in schema:
        return _smallest(document, document["components"]["schemas"][schema["$ref"].rpartition("/")[2]])
    if choices := schema.get("oneOf") or schema.get("anyOf"):
        return _smallest(document, choices[0])
    if "const" in schema or "enum" in schema:
        return schema["const"] if "const" in schema else schema["enum"][0]
    match schema.get("type", "object"):
        case "object" if "properties" not in schema:
            # Most maps that a body must bring are localised names.
            value = _smallest(document, schema.get("additionalProperties") or {"type": "string"})
            return dict.fromkeys(("zh-CN", "en"), value)
        case "object":
            return {name: _smallest(document, schema["properties"][name]) for name in schema.get("required", ())}
        case "array":
            return [_smallest(document, schema["items"])] * schema.get("minItems", 0)
        case "string":
            return _text(schema)
        case "integer" | "number":
            return schema.get("minimum", 1)
        case "boolean":
            return True
        case other:
            raise AssertionError(f"no smallest {other}: {schema}")


def _text(schema: Mapping[str, Any]) -> str:
    if schema.get("format") == "date-time":
        return "2026-03-02T09:00:00+08:00"
    if "@" in schema.get("pattern", ""):
        return "somebody@office.test"
    return "x" * max(1, schema.get("minLength", 0))
