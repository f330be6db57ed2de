"""What other domains may use of transfer."""

from gongdan.domains.transfer.events import TicketImported
from gongdan.domains.transfer.foreign.shapes import NoExport
from gongdan.domains.transfer.foreign.taking import SYSTEMS, TakenOver, Takeover, take_over
from gongdan.domains.transfer.tables.kind import tickets_kind
from gongdan.domains.transfer.tables.words import WORDS, words_of

__all__ = [
    "SYSTEMS",
    "WORDS",
    "NoExport",
    "TakenOver",
    "Takeover",
    "TicketImported",
    "take_over",
    "tickets_kind",
    "words_of",
]
