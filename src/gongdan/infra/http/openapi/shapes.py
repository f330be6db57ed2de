"""JSON schemas of request and answer bodies: msgspec's own, so that the document and the decoder cannot disagree, with
the texts that stand below the attributes in the source."""

import ast
import inspect
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

import msgspec
from msgspec.inspect import DateTimeType, StructType, Type, UnionType, multi_type_info

from gongdan.infra.http.bodies import Answer

Schema = dict[str, Any]

REF = "#/components/schemas/"


def schemas(types: Sequence[Any]) -> tuple[list[Schema], dict[str, Schema]]:
    """The schema of each type, and the schemas of all structs that they hold, by name."""
    found, components = msgspec.json.schema_components(types, ref_template=REF + "{name}")
    for info in _structs(types):
        if (schema := components.get(_qualified(info.cls), components.get(info.cls.__name__))) is not None:
            _complete(info, schema)
    return list(found), components


def plain(text: str) -> str:
    """A docstring as Markdown of one flow."""
    return inspect.cleandoc(text).replace("``", "`")


def _complete(info: StructType, schema: Schema) -> None:
    """Texts, instants, and the members of answers: ``null`` ones are sent, so all are there."""
    if "description" in schema:
        schema["description"] = plain(schema["description"])
    texts = attribute_texts(info.cls)
    for field in info.fields:
        member = schema["properties"][field.encode_name]
        if field.name in texts:
            member["description"] = texts[field.name]
        _mark_instants(field.type, member)
    if issubclass(info.cls, Answer):
        schema["required"] = list(schema["properties"])
        for member in schema["properties"].values():
            member.pop("default", None)


def _mark_instants(kind: Type, schema: Schema) -> None:
    """msgspec names the format only of instants that must bear an offset; ours are UTC without one."""
    if isinstance(kind, DateTimeType):
        schema["format"] = "date-time"
    elif isinstance(kind, UnionType) and any(isinstance(one, DateTimeType) for one in kind.types):
        text = next((one for one in schema.get("anyOf", ()) if one.get("type") == "string"), schema)
        text["format"] = "date-time"


def attribute_texts(struct: type[msgspec.Struct]) -> dict[str, str]:
    """Attribute → the string that stands below it, of this class and its bases."""
    texts: dict[str, str] = {}
    for base in reversed(struct.__mro__):
        texts |= _texts(base.__module__).get(base.__name__, {})
    return texts


@cache
def _texts(module: str) -> Mapping[str, Mapping[str, str]]:
    """Class → attribute → text, of one module of ours."""
    if not module.startswith("gongdan."):
        return {}
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {found.name: dict(_below(found.body)) for found in tree.body if isinstance(found, ast.ClassDef)}


def _below(body: Sequence[ast.stmt]) -> Iterator[tuple[str, str]]:
    for first, then in pairwise(body):
        match first, then:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                yield name, plain(text)


def _structs(types: Sequence[Any]) -> Iterator[StructType]:
    """Every struct that the types hold; the descriptions of recursive ones are circular."""
    waiting, seen = list[Any](multi_type_info(types)), set[int]()
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, StructType):
            yield one
            waiting += [field.type for field in one.fields]
        elif isinstance(one, Type):
            for value in msgspec.structs.asdict(one).values():
                waiting += value if isinstance(value, tuple) else [value]


def _qualified(struct: type) -> str:
    """What msgspec calls a struct when two have the same name."""
    return re.sub(r"[^a-zA-Z0-9.\-_]", "_", f"{struct.__module__}.{struct.__qualname__}")
