"""Reading what is stored: an older process lives on under the policy of a newer release (spec 11.6).

What comes in through the API and the command line is read strictly. What is stored was checked when it was published,
perhaps by a newer release than this process: members that it does not know are left out, actions are kept and do
nothing, and a condition that it cannot read holds never.
"""

from functools import cache
from typing import Any, Final, TypeVar, get_args

import msgspec
from msgspec import inspect

from gongdan.conditions.grammar import Condition
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.actions import Action, UnknownAction
from gongdan.domains.bundle.workflows import Workflow

T = TypeVar("T")

ACTIONS: Final = frozenset(str(kind.__struct_config__.tag) for kind in get_args(Action)) - {"unknown"}
NEVER: Final[dict[str, Any]] = {"any": []}


def read(raw: Any, shape: type[T]) -> T:
    """A stored value as a shape of the bundle.

    Raises:
        msgspec.ValidationError: a value that this process knows has a type that it does not know.
    """
    return msgspec.convert(_known(raw, _types()[shape]), shape)


@cache
def _types() -> dict[Any, inspect.Type]:
    """The shapes that are stored."""
    return {shape: inspect.type_info(shape) for shape in (PolicyBundle, Workflow)}


def _known(raw: Any, kind: inspect.Type) -> Any:
    """``raw`` without what this process does not know."""
    match kind:
        case inspect.StructType(cls=cls) if cls is Condition and isinstance(raw, dict):
            return raw if _is_readable(raw) else NEVER
        case inspect.StructType(fields=fields) if isinstance(raw, dict):
            kept = {one.encode_name: _known(raw[one.encode_name], one.type) for one in fields if one.encode_name in raw}
            return kept | {tag: raw[tag] for tag in [kind.tag_field] if tag is not None and tag in raw}
        case inspect.UnionType(types=types):
            return _known_of(raw, types)
        case inspect.VarTupleType(item_type=item) if isinstance(raw, list):
            return [_known(one, item) for one in raw]
        case inspect.DictType(value_type=value) if isinstance(raw, dict):
            return {key: _known(one, value) for key, one in raw.items()}
    return raw


def _known_of(raw: Any, types: tuple[inspect.Type, ...]) -> Any:
    """One of several: the shape that its tag names, or the only one that fits."""
    structs = [one for one in types if isinstance(one, inspect.StructType)]
    if isinstance(raw, dict) and any(one.cls is UnknownAction for one in structs):
        raw = _as_action(raw)
    if isinstance(raw, dict) and structs:
        tagged = [one for one in structs if one.tag_field is None or raw.get(one.tag_field) == one.tag]
        if not tagged and any(isinstance(one, inspect.NoneType) for one in types):
            return None
        return _known(raw, tagged[0]) if tagged else raw
    lists = [one for one in types if isinstance(one, inspect.VarTupleType)]
    return _known(raw, lists[0]) if isinstance(raw, list) and lists else raw


def _as_action(raw: dict[str, Any]) -> dict[str, Any]:
    """A kind that this process does not know is kept as it was; one that it has learnt since is itself again."""
    if raw.get("do") == "unknown" and isinstance(raw.get("was"), dict):
        raw = raw["was"]
    return raw if raw.get("do") in ACTIONS else {"do": "unknown", "was": raw}


def _is_readable(raw: Any) -> bool:
    """Whether every node of a condition has the members that this process knows."""
    if not isinstance(raw, dict) or not raw.keys() <= _MEMBERS:
        return False
    below = [*(raw.get("all") or ()), *(raw.get("any") or ()), *([raw["not"]] if raw.get("not") else [])]
    return all(_is_readable(one) for one in below)


_MEMBERS: Final = frozenset(Condition.__struct_encode_fields__)
