"""What every entry of the bundle has: a key, a name in each language, and retirement instead of removal."""

import msgspec

from gongdan.kernel.text import Key, Name


class Named(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    key: Key
    name: Name
    retired: bool = False


class Shape(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A part of an entry that has no key of its own."""
