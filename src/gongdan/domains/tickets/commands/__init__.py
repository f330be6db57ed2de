"""The commands of a ticket's life."""

from gongdan.domains.tickets.commands.answer import FollowedUp, Reopened, Said, customer_answers, take_up
from gongdan.domains.tickets.commands.edit import set_fields, set_requester, set_tags, set_watching
from gongdan.domains.tickets.commands.filling import Typed, form_for, resolving_form
from gongdan.domains.tickets.commands.open import (
    CHUNK,
    Guess,
    NewTicket,
    Opened,
    Triage,
    open_ticket,
    open_tickets,
)
from gongdan.domains.tickets.commands.progress import (
    accept,
    close,
    confirm,
    confirm_for,
    finish_follow_up,
    move,
    needed_for,
    rate,
    reopen,
    resolve,
)
from gongdan.domains.tickets.commands.prove import prove_writer, unverified
from gongdan.domains.tickets.commands.talking import Utterance, Uttered, utter
from gongdan.domains.tickets.commands.undo import undo, undo_command
from gongdan.domains.tickets.commands.write import (
    COPIED,
    Copied,
    Words,
    Written,
    customer_writes,
    note,
    reply,
    say,
)

__all__ = [
    "CHUNK",
    "COPIED",
    "Copied",
    "FollowedUp",
    "Guess",
    "NewTicket",
    "Opened",
    "Reopened",
    "Said",
    "Triage",
    "Typed",
    "Utterance",
    "Uttered",
    "Words",
    "Written",
    "accept",
    "close",
    "confirm",
    "confirm_for",
    "customer_answers",
    "customer_writes",
    "finish_follow_up",
    "form_for",
    "move",
    "needed_for",
    "note",
    "open_ticket",
    "open_tickets",
    "prove_writer",
    "rate",
    "reopen",
    "reply",
    "resolve",
    "resolving_form",
    "say",
    "set_fields",
    "set_requester",
    "set_tags",
    "set_watching",
    "take_up",
    "undo",
    "undo_command",
    "unverified",
    "utter",
]
