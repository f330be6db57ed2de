"""What other domains may use of tickets."""

from gongdan.domains.tickets import commands
from gongdan.domains.tickets.access import case_of, checked, keys, relations
from gongdan.domains.tickets.blocks import Numbers
from gongdan.domains.tickets.case import Case, Requesting, values
from gongdan.domains.tickets.commands import NewTicket, Opened, Words, Written
from gongdan.domains.tickets.desk import Desk, Toolkit, UnitOfWork
from gongdan.domains.tickets.doctoring import flaws_of_fold
from gongdan.domains.tickets.ending import (
    may_close,
    may_confirm,
    rating_until,
    reopens_until,
    within_window,
)
from gongdan.domains.tickets.errors import TicketNotFound
from gongdan.domains.tickets.facet import Facet, Part
from gongdan.domains.tickets.jobs import firing
from gongdan.domains.tickets.lint import actions_of
from gongdan.domains.tickets.model import Ticket
from gongdan.domains.tickets.queries import LoadedTicket, load
from gongdan.domains.tickets.rulebook import Compile, RuleBook
from gongdan.domains.tickets.rules import Answer, Rules, WorkspaceFacts, workflow_of
from gongdan.domains.tickets.settle import Decision
from gongdan.domains.tickets.sight import Sight, masked
from gongdan.domains.tickets.subject import Context, Subject, Subjects
from gongdan.domains.tickets.subjects.closing import close_reasons
from gongdan.domains.tickets.subjects.moves import moves_open
from gongdan.domains.tickets.subjects.telling import receivers
from gongdan.domains.tickets.vocabulary import JOINS
from gongdan.domains.tickets.writes import SetColumns

__all__ = [
    "JOINS",
    "Answer",
    "Case",
    "Compile",
    "Context",
    "Decision",
    "Desk",
    "Facet",
    "LoadedTicket",
    "NewTicket",
    "Numbers",
    "Opened",
    "Part",
    "Requesting",
    "RuleBook",
    "Rules",
    "SetColumns",
    "Sight",
    "Subject",
    "Subjects",
    "Ticket",
    "TicketNotFound",
    "Toolkit",
    "UnitOfWork",
    "Words",
    "WorkspaceFacts",
    "Written",
    "actions_of",
    "case_of",
    "checked",
    "close_reasons",
    "commands",
    "firing",
    "flaws_of_fold",
    "keys",
    "load",
    "masked",
    "may_close",
    "may_confirm",
    "moves_open",
    "rating_until",
    "receivers",
    "relations",
    "reopens_until",
    "values",
    "within_window",
    "workflow_of",
]
