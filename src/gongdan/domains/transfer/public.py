"""What other domains may use of transfer."""

from gongdan.domains.transfer.events import TicketImported
from gongdan.domains.transfer.foreign.shapes import NoExport
from gongdan.domains.transfer.foreign.taking import SYSTEMS, TakenOver, Takeover, take_over
from gongdan.domains.transfer.rows import ForgetRow, forget_row
from gongdan.domains.transfer.subjects import forget_rows
from gongdan.domains.transfer.tables.kind import tickets_kind
from gongdan.domains.transfer.tables.words import WORDS, words_of

__all__ = [
    "SYSTEMS",
    "WORDS",
    "ForgetRow",
    "NoExport",
    "TakenOver",
    "Takeover",
    "TicketImported",
    "forget_row",
    "forget_rows",
    "take_over",
    "tickets_kind",
    "words_of",
]
