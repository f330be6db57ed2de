"""What other domains may use of tickets."""

from gongdan.domains.tickets.access import keys
from gongdan.domains.tickets.case import Case, Requesting, values
from gongdan.domains.tickets.decide import within_window, workflow_of
from gongdan.domains.tickets.desk import Desk, Loader, Toolkit, UnitOfWork
from gongdan.domains.tickets.events import TicketEscalated
from gongdan.domains.tickets.model import Ticket, fold
from gongdan.domains.tickets.rulebook import RuleBook
from gongdan.domains.tickets.rules import Answer, Rules, WorkspaceFacts
from gongdan.domains.tickets.settle import Decision
from gongdan.domains.tickets.writes import SetDue

__all__ = [
    "Answer",
    "Case",
    "Decision",
    "Desk",
    "Loader",
    "Requesting",
    "RuleBook",
    "Rules",
    "SetDue",
    "Ticket",
    "TicketEscalated",
    "Toolkit",
    "UnitOfWork",
    "WorkspaceFacts",
    "fold",
    "keys",
    "values",
    "within_window",
    "workflow_of",
]
