"""By which fields a reader may ask: nobody filters, sorts or counts by what they may not know (spec 01, permission)."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from gongdan.domains.accounts.public import Authority, Reader, Thing, custom_fields, knows, of_staff, reader_somewhere
from gongdan.domains.inbox.views.compiled import COMPILED
from gongdan.domains.tickets.public import Rules


def hidden(rules: Rules, reader: Reader) -> frozenset[str]:
    """Keys of the custom fields whose values this reader may not know."""
    fields = ((key, custom_fields({key: ...}, rules.sensitive)) for key in rules.fields)
    return frozenset(key for key, field in fields if knows(reader, field).how != "whole")


def readable(rules: Rules, authority: Authority) -> frozenset[str]:
    """Keys of the fields that they may name in a condition. The answer is kept for readers that are alike."""
    reader = reader_somewhere(authority)
    return rules[COMPILED].kept(("readable", reader), partial(_known, rules, reader))


def _known(rules: Rules, reader: Reader) -> frozenset[str]:
    return frozenset(key for key in rules.registry if knows(reader, _values(key, rules)).how == "whole")


def _values(key: str, rules: Rules) -> Thing[Mapping[str, Any]]:
    """What a field of conditions holds, as a thing that may be known. Who watches is shown to readers of notes."""
    if key == "watchers":
        return of_staff({key: ...})
    return custom_fields({key: ...}, frozenset(f"fields.{one}" for one in rules.sensitive))
