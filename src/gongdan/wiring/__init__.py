"""Which domain gives what, told to the entrances. Nothing here decides anything.

``subjects`` says what can happen to a ticket, ``decisions`` who takes part when it does, ``routes`` what can be asked;
``channels``, ``notices`` and ``operations`` list what surrounds tickets; ``background`` is what workers run,
``streams`` what web processes hold open.
"""

from gongdan.wiring.background import loops, subscribers, timers
from gongdan.wiring.channels import CHANNELS, mailroom, triage
from gongdan.wiring.decisions import PARTS, SECTIONS, TOOLKIT, compile_rules
from gongdan.wiring.notices import NOTICE_CHANNELS, meanings_of, show_read
from gongdan.wiring.operations import imports_of, inviting, operation_kinds
from gongdan.wiring.routes import HANDLERS, file_gate
from gongdan.wiring.streams import live, live_sources
from gongdan.wiring.subjects import EVENTS, SUBJECTS

__all__ = [
    "CHANNELS",
    "EVENTS",
    "HANDLERS",
    "NOTICE_CHANNELS",
    "PARTS",
    "SECTIONS",
    "SUBJECTS",
    "TOOLKIT",
    "compile_rules",
    "file_gate",
    "imports_of",
    "inviting",
    "live",
    "live_sources",
    "loops",
    "mailroom",
    "meanings_of",
    "operation_kinds",
    "show_read",
    "subscribers",
    "timers",
    "triage",
]
