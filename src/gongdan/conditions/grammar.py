"""The condition tree: ``{"all": […]} | {"any": […]} | {"not": …} | {"field", "op", "value"}`` (spec 01)."""

from typing import Any

import msgspec

MAX_DEPTH = 6
MAX_LEAVES = 100


class Condition(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One node. Exactly one of ``all``, ``any``, ``not_`` or ``field`` is set; ``grammar.check`` refuses others.

    ``{"all": []}`` holds always, ``{"any": []}`` never.
    """

    all: tuple["Condition", ...] | None = None
    any: tuple["Condition", ...] | None = None
    not_: "Condition | None" = msgspec.field(default=None, name="not")
    field: str | None = None
    op: str | None = None
    value: Any = None
