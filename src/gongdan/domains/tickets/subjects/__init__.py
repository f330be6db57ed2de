"""What can be true of every ticket and happen to it: a module for each subject, declared as data.

``opening`` that there is a ticket · ``messages`` what was said · ``assignment`` whose it is · ``fields`` what it is
about · ``tags`` · ``participation`` who takes part · ``moves`` where it stands · ``closing`` how it ends · ``rating``
what the customer thinks of it · ``telling`` who is told what · ``limits`` how long it may stand. Clocks, escalation and
failed deliveries are subjects of the domains that own them.
"""

from gongdan.domains.tickets.subjects import (
    assignment,
    closing,
    fields,
    limits,
    messages,
    moves,
    opening,
    participation,
    rating,
    tags,
    telling,
)

__all__ = [
    "assignment",
    "closing",
    "fields",
    "limits",
    "messages",
    "moves",
    "opening",
    "participation",
    "rating",
    "tags",
    "telling",
]
