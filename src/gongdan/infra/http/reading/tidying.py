"""Bodies in the form in which they are stored: every text tidied by its type before any bound is checked."""

from collections.abc import Callable
from typing import Any

from msgspec import inspect

from gongdan.infra.http.reading.instants import within_bounds
from gongdan.kernel.text import holdable, label, tidy

FORMS: dict[str, Callable[[str], str]] = {"text": tidy, "label": label, "raw": lambda text: text}
"""``Meta(extra={"form": …})`` → how it is stored. Secrets are ``raw``: nothing of them may be changed."""


class Tidier:
    """One pass over one body. ``doubtful`` says that a text cannot be kept or an instant lies beyond all bounds, which
    no decoder notices."""

    def __init__(self) -> None:
        self.doubtful = False

    def tidied(self, value: Any, kind: inspect.Type, form: str = "text") -> Any:
        if isinstance(kind, inspect.Metadata):
            return self.tidied(value, kind.type, (kind.extra or {}).get("form", form))
        if form == "raw" and isinstance(kind, inspect.AnyType):
            return value  # of a shape that the handler alone knows: it is read there
        if isinstance(value, str):
            return self._text(value, kind, form)
        if isinstance(value, list):
            return self._list(value, kind)
        if isinstance(value, dict):
            return self._object(value, kind)
        return value

    def _text(self, value: str, kind: inspect.Type, form: str) -> str:
        self.doubtful = self.doubtful or not holdable(value)
        if isinstance(kind, inspect.UnionType):
            kind, form = _text_of(kind, form)
        if isinstance(kind, inspect.DateTimeType) and not within_bounds(value):
            self.doubtful = True
        return FORMS[form](value) if holdable(value) else value

    def _list(self, value: list[Any], kind: inspect.Type) -> list[Any]:
        found = chosen(kind, value)
        if isinstance(found, inspect.TupleType):
            kinds = [*found.item_types, *[ANY] * len(value)]
            return [self.tidied(one, each) for one, each in zip(value, kinds, strict=False)]
        item = getattr(found, "item_type", ANY)
        return [self.tidied(one, item) for one in value]

    def _object(self, value: dict[str, Any], kind: inspect.Type) -> dict[str, Any]:
        found = chosen(kind, value)
        if isinstance(found, inspect.StructType):
            kinds = {field.encode_name: field.type for field in found.fields}
            return {name: self.tidied(one, kinds.get(name, ANY)) for name, one in value.items()}
        key, item = getattr(found, "key_type", ANY), getattr(found, "value_type", ANY)
        return {self.tidied(name, key): self.tidied(one, item) for name, one in value.items()}


ANY = inspect.AnyType()
_HOLDERS: dict[type, tuple[type, ...]] = {
    dict: (inspect.DictType,),
    list: (inspect.CollectionType, inspect.TupleType),
}


def chosen(kind: inspect.Type, value: Any) -> inspect.Type:
    """The member of a union that a value means, as far as its JSON type and its tag tell; else ``kind`` itself."""
    if isinstance(kind, inspect.Metadata):
        return chosen(kind.type, value)
    if not isinstance(kind, inspect.UnionType):
        return kind
    for one in kind.types:
        bare = one.type if isinstance(one, inspect.Metadata) else one
        if isinstance(value, dict) and isinstance(bare, inspect.StructType):
            if bare.tag_field is None or value.get(bare.tag_field) == bare.tag:
                return bare
        elif isinstance(bare, _HOLDERS.get(type(value), ())):
            return bare
    return kind


def _text_of(kind: inspect.UnionType, form: str) -> tuple[inspect.Type, str]:
    """The member of a union that a text means, and its form."""
    for one in kind.types:
        extra = (one.extra or {}) if isinstance(one, inspect.Metadata) else {}
        bare = one.type if isinstance(one, inspect.Metadata) else one
        if isinstance(bare, inspect.StrType | inspect.DateTimeType):
            return bare, extra.get("form", form)
    return kind, form
