"""What other domains may use of tickets."""

from gongdan.domains.tickets import commands
from gongdan.domains.tickets.commands import NewTicket, Opened, Words
from gongdan.domains.tickets.commands.filling import Filled, filled_in
from gongdan.domains.tickets.commands.many.bulk import TicketChange, change_ticket, foreseen, tickets_kind
from gongdan.domains.tickets.commands.many.merged import gone_categories
from gongdan.domains.tickets.commands.open import facts_of
from gongdan.domains.tickets.deciders.reactions import ARCHIVE, ARCHIVED_AFTER, LIMITS
from gongdan.domains.tickets.desk import drafts
from gongdan.domains.tickets.desk.access import case_of, checked, is_visible, keys, relations
from gongdan.domains.tickets.desk.blocks import Numbers
from gongdan.domains.tickets.desk.desk import Begin, ClockChange, Desk, Seat, Toolkit, UnitOfWork
from gongdan.domains.tickets.desk.doctoring import flaws_of_fold
from gongdan.domains.tickets.desk.history import states_left
from gongdan.domains.tickets.desk.jobs import firing
from gongdan.domains.tickets.desk.queries import LoadedTicket, load, lock_free
from gongdan.domains.tickets.desk.rulebook import Compile, RuleBook
from gongdan.domains.tickets.desk.writes import SetColumns
from gongdan.domains.tickets.engine.case import Case, Requesting
from gongdan.domains.tickets.engine.ending import (
    rating_until,
    reopens_until,
    requester_reopens_until,
)
from gongdan.domains.tickets.engine.facet import Facet, Part
from gongdan.domains.tickets.engine.meaning import (
    IN_APP,
    MAIL,
    Happening,
    Meaning,
    Phrase,
    ToldTo,
    phrase,
)
from gongdan.domains.tickets.engine.model import Shelf, Ticket
from gongdan.domains.tickets.engine.rules import RuleIntent, Rules, WorkspaceFacts, workflow_of
from gongdan.domains.tickets.engine.settle import Decision
from gongdan.domains.tickets.engine.subject import Context, Guard, Subject, Subjects
from gongdan.domains.tickets.engine.undoing import HISTORY, RELEASES, UNDO, fold_rest, undo_lasts, undoings, what_counts
from gongdan.domains.tickets.errors import RelatedChanged, TicketNotFound
from gongdan.domains.tickets.fields.contribution import (
    DECIDING,
    Contribution,
    FieldColumn,
    ReleaseFields,
    Use,
    column,
    values,
)
from gongdan.domains.tickets.fields.custom import checked_fields
from gongdan.domains.tickets.fields.fitting import kind_given, kind_read, priority_by_default
from gongdan.domains.tickets.fields.forms import FieldState
from gongdan.domains.tickets.fields.holding import holding
from gongdan.domains.tickets.fields.kinds import kind_of
from gongdan.domains.tickets.fields.narrator import Narrator
from gongdan.domains.tickets.fields.opening import OPENING, OpeningOfTicket
from gongdan.domains.tickets.fields.vocabulary import IS_OPEN, triggers, vocabulary
from gongdan.domains.tickets.http.shapes import Outcome, outcome
from gongdan.domains.tickets.subjects.assignment import ASSIGNEE
from gongdan.domains.tickets.subjects.ending.closing import close_reasons
from gongdan.domains.tickets.subjects.messages import LAST_SAID
from gongdan.domains.tickets.subjects.moves import moves_open
from gongdan.domains.tickets.subjects.opening import imagined, read_by_triage
from gongdan.domains.tickets.subjects.telling import receivers

__all__ = [
    "ARCHIVE",
    "ARCHIVED_AFTER",
    "ASSIGNEE",
    "DECIDING",
    "HISTORY",
    "IN_APP",
    "IS_OPEN",
    "LAST_SAID",
    "LIMITS",
    "MAIL",
    "OPENING",
    "RELEASES",
    "UNDO",
    "Begin",
    "Case",
    "ClockChange",
    "Compile",
    "Context",
    "Contribution",
    "Decision",
    "Desk",
    "Facet",
    "FieldColumn",
    "FieldState",
    "Filled",
    "Guard",
    "Happening",
    "LoadedTicket",
    "Meaning",
    "Narrator",
    "NewTicket",
    "Numbers",
    "Opened",
    "OpeningOfTicket",
    "Outcome",
    "Part",
    "Phrase",
    "RelatedChanged",
    "ReleaseFields",
    "Requesting",
    "RuleBook",
    "RuleIntent",
    "Rules",
    "Seat",
    "SetColumns",
    "Shelf",
    "Subject",
    "Subjects",
    "Ticket",
    "TicketChange",
    "TicketNotFound",
    "ToldTo",
    "Toolkit",
    "UnitOfWork",
    "Use",
    "Words",
    "WorkspaceFacts",
    "case_of",
    "change_ticket",
    "checked",
    "checked_fields",
    "close_reasons",
    "column",
    "commands",
    "drafts",
    "facts_of",
    "filled_in",
    "firing",
    "flaws_of_fold",
    "fold_rest",
    "foreseen",
    "gone_categories",
    "holding",
    "imagined",
    "is_visible",
    "keys",
    "kind_given",
    "kind_of",
    "kind_read",
    "load",
    "lock_free",
    "moves_open",
    "outcome",
    "phrase",
    "priority_by_default",
    "rating_until",
    "read_by_triage",
    "receivers",
    "relations",
    "reopens_until",
    "requester_reopens_until",
    "states_left",
    "tickets_kind",
    "triggers",
    "undo_lasts",
    "undoings",
    "values",
    "vocabulary",
    "what_counts",
    "workflow_of",
]
