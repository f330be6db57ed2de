"""What other domains may use of tickets."""

from gongdan.domains.tickets import commands, rebase
from gongdan.domains.tickets.access import case_of, checked, keys, relations
from gongdan.domains.tickets.blocks import Numbers
from gongdan.domains.tickets.case import Case, Requesting, values
from gongdan.domains.tickets.commands import NewTicket, Opened, Words, Written
from gongdan.domains.tickets.decide import receivers
from gongdan.domains.tickets.decide.ending import (
    ends_without_solution,
    may_close,
    may_confirm,
    rating_until,
    reopens_until,
    within_window,
)
from gongdan.domains.tickets.desk import Desk, Loader, Toolkit, UnitOfWork
from gongdan.domains.tickets.doctoring import flaws_of_fold
from gongdan.domains.tickets.errors import TicketNotFound
from gongdan.domains.tickets.events import TicketEscalated
from gongdan.domains.tickets.jobs import firing
from gongdan.domains.tickets.lint import actions_of
from gongdan.domains.tickets.model import Ticket, fold
from gongdan.domains.tickets.queries import LoadedTicket, load
from gongdan.domains.tickets.rulebook import Compile, RuleBook
from gongdan.domains.tickets.rules import Answer, Rules, WorkspaceFacts, workflow_of
from gongdan.domains.tickets.settle import Decision
from gongdan.domains.tickets.vocabulary import JOINS
from gongdan.domains.tickets.writes import SetDue

__all__ = [
    "JOINS",
    "Answer",
    "Case",
    "Compile",
    "Decision",
    "Desk",
    "LoadedTicket",
    "Loader",
    "NewTicket",
    "Numbers",
    "Opened",
    "Requesting",
    "RuleBook",
    "Rules",
    "SetDue",
    "Ticket",
    "TicketEscalated",
    "TicketNotFound",
    "Toolkit",
    "UnitOfWork",
    "Words",
    "WorkspaceFacts",
    "Written",
    "actions_of",
    "case_of",
    "checked",
    "commands",
    "ends_without_solution",
    "firing",
    "flaws_of_fold",
    "fold",
    "keys",
    "load",
    "may_close",
    "may_confirm",
    "rating_until",
    "rebase",
    "receivers",
    "relations",
    "reopens_until",
    "values",
    "within_window",
    "workflow_of",
]
