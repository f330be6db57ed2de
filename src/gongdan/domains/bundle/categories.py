"""The category tree (问题分类). ``description`` and ``words`` are what triage reads before it has history (spec 06)."""

from gongdan.domains.bundle.named import Named
from gongdan.kernel.text import Key, Name


class Category(Named, frozen=True, kw_only=True):
    parent: Key | None = None
    team: Key | None = None
    department: Key | None = None
    default_type: Key | None = None
    """Where several types open it, and nobody says which: this one. None: as above it."""
    default_priority: Key | None = None
    """Where nobody says otherwise; None: as above it, else the type's."""
    description: Name = {}
    words: tuple[str, ...] = ()
    """Words and phrases, Chinese and English, that speak for this category; lower case."""
    merged_into: Key | None = None
    """Of a retired one: the category that took its place. Tickets that are not closed go there when it is published."""
