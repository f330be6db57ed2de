"""The bounds of ``bounds.check_bounds`` in the API's document, from the same tables."""

from collections.abc import Iterator, Mapping
from typing import Any

from gongdan.conditions.grammar import MAX_LEAVES
from gongdan.conditions.operands import MAX_KEY
from gongdan.domains.policy.checking.bounds import CHARACTERS, COUNTS, MOST, NUMBERS, YEARS_S

Schema = dict[str, Any]
ROOT = "PolicyBundle"


def declare_bounds(components: Mapping[str, Schema]) -> None:
    """Every shape below the bundle tells how much it may hold. Bounds that a schema has of its own stay."""
    waiting, seen = [ROOT], set[str]()
    while waiting:
        name = waiting.pop()
        if name in seen or name not in components:
            continue
        seen.add(name)
        for member, schema in components[name].get("properties", {}).items():
            waiting += _declare(member, schema, in_condition=name == "Condition")


def _declare(name: str, schema: Schema, *, in_condition: bool) -> Iterator[str]:
    """The bounds of one member; yields the shapes that it refers to."""
    if "$ref" in schema:
        yield schema["$ref"].rpartition("/")[2]
    if "enum" not in schema and "format" not in schema:
        for bound, value in _bounds(name, schema.get("type"), in_condition=in_condition):
            schema.setdefault(bound, value)
    items, values = schema.get("items"), schema.get("additionalProperties")
    below = [*schema.get("anyOf", ()), *schema.get("oneOf", ()), *schema.get("prefixItems", ()), items, values]
    for one in below:
        if isinstance(one, dict):
            yield from _declare(name, one, in_condition=in_condition)


def _bounds(name: str, kind: Any, *, in_condition: bool) -> Iterator[tuple[str, int]]:
    match kind:
        case "integer":
            least, most = NUMBERS.get(name, (0, YEARS_S))
            yield from (("minimum", least), ("maximum", most))
        case "string":
            yield "maxLength", MAX_KEY if in_condition else CHARACTERS
        case "array":
            yield "maxItems", MAX_LEAVES if in_condition else COUNTS.get(name, MOST)
        case "object":
            yield "maxProperties", MOST
