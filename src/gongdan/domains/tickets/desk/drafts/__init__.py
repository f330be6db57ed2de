"""What somebody has written and not yet sent, or sent and can still take back: theirs alone, and in no event."""

from gongdan.domains.tickets.desk.drafts.held import SENDING, Asked, HeldReply, held_on
from gongdan.domains.tickets.desk.drafts.kept import (
    LONGEST_BACK,
    LONGEST_HTML_BACK,
    MOST,
    MOST_FILES_BACK,
    OWNER,
    DraftedTicket,
    MessageDraft,
    check_seen,
    discard,
    drafted_by,
    drafts_on,
    forget_sent,
    save,
    sweeping,
)

__all__ = [
    "LONGEST_BACK",
    "LONGEST_HTML_BACK",
    "MOST",
    "MOST_FILES_BACK",
    "OWNER",
    "SENDING",
    "Asked",
    "DraftedTicket",
    "HeldReply",
    "MessageDraft",
    "check_seen",
    "discard",
    "drafted_by",
    "drafts_on",
    "forget_sent",
    "held_on",
    "save",
    "sweeping",
]
