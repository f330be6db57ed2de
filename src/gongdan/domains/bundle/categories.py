"""The category tree (问题分类). ``description`` and ``words`` are what triage reads before it has history (spec 06)."""

from gongdan.domains.bundle.named import Named
from gongdan.kernel.text import Key, Name


class Category(Named, frozen=True, kw_only=True):
    parent: Key | None = None
    team: Key | None = None
    department: Key | None = None
    description: Name = {}
    words: tuple[str, ...] = ()
    """Words and phrases, Chinese and English, that speak for this category; lower case."""
