"""Which fields a reader may not see. Nobody filters, sorts or counts by them either (spec 01, permission). Pure."""

from gongdan.domains.accounts.public import Authority, may_somewhere
from gongdan.domains.tickets.public import Rules

SENSITIVE, PERSONAL = "sensitive", "personal"


def hidden(rules: Rules, authority: Authority) -> frozenset[str]:
    """Keys of the custom fields whose values this reader may not see."""
    if SENSITIVE in authority.classes:
        return frozenset()
    return frozenset(field.key for field in rules.fields.values() if field.sensitive)


def readable(rules: Rules, authority: Authority) -> frozenset[str]:
    """Keys of the fields that they may name in a condition. Who watches is shown to readers of notes alone."""
    secret = {f"fields.{key}" for key in hidden(rules, authority)}
    return frozenset(rules.registry) - secret - (frozenset() if may_somewhere(authority, "note.read") else {"watchers"})
