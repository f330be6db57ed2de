"""What can be true of every ticket and happen to it: a module for each subject, declared as data.

``opening`` that there is a ticket · ``messages`` what was said · ``assignment`` whose it is · ``fields`` what it is
about · ``tags`` · ``participation`` who takes part · ``moves`` where it stands · ``migrating`` by which
workflow · ``ending`` how it ends, what the
customer thinks of it, where it is kept then · ``telling`` who is told what · ``limits`` how long it may stand. Clocks,
escalation and failed deliveries are subjects of the domains that own them.
"""

from gongdan.domains.tickets.subjects import (
    assignment,
    fields,
    limits,
    messages,
    migrating,
    moves,
    opening,
    participation,
    tags,
    telling,
)
from gongdan.domains.tickets.subjects.ending import away, closing, rating

__all__ = [
    "assignment",
    "away",
    "closing",
    "fields",
    "limits",
    "messages",
    "migrating",
    "moves",
    "opening",
    "participation",
    "rating",
    "tags",
    "telling",
]
