"""Custom fields (自定义字段), the kinds that this release can show and filter."""

from typing import Literal

from gongdan.domains.bundle.named import Named, Shape
from gongdan.kernel.text import Key, Name

FieldKind = Literal[
    "text", "long_text", "number", "money", "date", "instant", "choice", "set", "bool", "phone", "mail", "url"
]


class Choice(Shape, frozen=True, kw_only=True):
    key: Key
    name: Name
    retired: bool = False


class CustomField(Named, frozen=True, kw_only=True):
    kind: FieldKind
    types: tuple[Key, ...] = ()
    """Ticket types that have the field; empty: all."""
    choices: tuple[Choice, ...] = ()
    required: bool = False
    """At creation by form, API and import; channels create with ``incomplete`` instead (spec 02)."""
    sensitive: bool = False
    """Masked for whoever lacks the field class ``sensitive``."""
    on_portal: bool = False
    filterable: bool = False
    help: Name = {}
