"""Examples of bodies and parameters, composed from one vocabulary: every example of the document tells of the same
ticket and the same people, and an endpoint that is added has its examples at once."""

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from gongdan.infra.http.openapi.shapes import REF, Schema

_KINDS: Mapping[str, Any] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "array": list,
    "object": dict,
    "null": type(None),
}
_NULL = {"type": "null"}
_SIMPLEST: Mapping[str, Any] = {"integer": 1, "number": 1, "boolean": True, "object": {}, "null": None}


class Vocabulary(msgspec.Struct, frozen=True):
    """``words``: name of a member or parameter (or ``Shape.member``, which goes first) → its value in examples.
    An ellipsis shows a shape where null would do.
    ``components``: the document's shapes."""

    words: Mapping[str, Any]
    components: Mapping[str, Schema]

    def example(self, schema: Schema, name: str = "", within: tuple[str, ...] = ()) -> Any:
        """A value that ``schema`` takes. Members that may be left out stand in it when the vocabulary knows them."""
        if "$ref" in schema:
            shape = schema["$ref"].removeprefix(REF)
            return self.example(self.components[shape], name, (*within, shape))
        word = self._word(schema, name, within)
        if word is not ...:
            return word
        if choices := schema.get("anyOf") or schema.get("oneOf"):
            given = [choice for choice in choices if choice != _NULL]
            is_whole = not within  # an answer that may be null is shown as what it otherwise is
            is_shown = is_whole or given == choices or self.words.get(f"{within[-1]}.{name}") is ...
            return self.example(given[0], name, within) if is_shown else None
        if "enum" in schema or "const" in schema:
            return schema["enum"][0] if "enum" in schema else schema["const"]
        return self._of_kind(schema, name, within)

    def _word(self, schema: Schema, name: str, within: tuple[str, ...]) -> Any:
        for key in (*(f"{shape}.{name}" for shape in within[-1:]), name):
            if key in self.words and self._fits(self.words[key], schema):
                return self.words[key]
        return ...

    def _of_kind(self, schema: Schema, name: str, within: tuple[str, ...]) -> Any:
        kind = schema.get("type", "object")
        if kind == "object" and "properties" in schema:
            required = schema.get("required", ())
            return {
                member: self.example(of, member, within)
                for member, of in schema["properties"].items()
                if member in required or self._knows(member, within)
            }
        if kind == "array":
            items = schema.get("items", {})
            is_round = items.get("$ref", "").removeprefix(REF) in within
            return [] if is_round else [self.example(items, name, within)]
        if kind == "string":
            return _text(schema, name)
        return schema.get("minimum", _SIMPLEST[kind]) if isinstance(kind, str) else None

    def _knows(self, member: str, within: tuple[str, ...]) -> bool:
        """Only what is said of this shape itself: words for answers would crowd requests."""
        return bool(within) and f"{within[-1]}.{member}" in self.words

    def _fits(self, value: Any, schema: Schema) -> bool:
        if "$ref" in schema:
            return self._fits(value, self.components[schema["$ref"].removeprefix(REF)])
        if choices := schema.get("anyOf") or schema.get("oneOf"):
            return any(self._fits(value, choice) for choice in choices)
        if "enum" in schema:
            return value in schema["enum"]
        kinds = schema.get("type", list(_KINDS))
        kinds = [kinds] if isinstance(kinds, str) else kinds
        if not any(isinstance(value, _KINDS[kind]) for kind in kinds) or (
            isinstance(value, bool) != ("boolean" in kinds)
        ):
            return False
        if isinstance(value, str):
            return schema.get("minLength", 0) <= len(value) and bool(re.search(schema.get("pattern", ""), value))
        if isinstance(value, list):
            return all(self._fits(one, schema.get("items", {})) for one in value)
        if isinstance(value, dict):
            return set(schema.get("required", ())) <= value.keys()
        return True


def _text(schema: Schema, name: str) -> str:
    match schema.get("format"):
        case "date-time":
            return "2026-11-23T10:05:00+08:00"
        case "date":
            return "2026-11-23"
    return name.ljust(schema.get("minLength", 0), "x")
