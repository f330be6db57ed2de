"""What can be asked of a ticket, gathered from its subjects for those who ask."""

from gongdan.domains.tickets.engine.settle import Tick
from gongdan.domains.tickets.engine.subject import Intent
from gongdan.domains.tickets.engine.undoing import Undo
from gongdan.domains.tickets.subjects.assignment import Accept, AskRouting, Assign, SetTeam
from gongdan.domains.tickets.subjects.ending.away import PutAway, TakeOut
from gongdan.domains.tickets.subjects.ending.closing import ConfirmFor
from gongdan.domains.tickets.subjects.ending.rating import AskFollowUp, FinishFollowUp, Rate
from gongdan.domains.tickets.subjects.fields import Change, FollowCustomer, SetRequester
from gongdan.domains.tickets.subjects.limits import Hold, ReachLimit
from gongdan.domains.tickets.subjects.messages import (
    AddMessage,
    EditNote,
    PassOnMessage,
    ProveWriter,
    Redact,
    ReturnReply,
    TakeOverMessage,
)
from gongdan.domains.tickets.subjects.migrating import Migrate
from gongdan.domains.tickets.subjects.moves import Happen, MoveTo, Reopen
from gongdan.domains.tickets.subjects.opening import Open
from gongdan.domains.tickets.subjects.participation import Participate
from gongdan.domains.tickets.subjects.tags import Tag
from gongdan.domains.tickets.subjects.telling import NameTold, Remind, Tell

__all__ = [
    "Accept",
    "AddMessage",
    "AskFollowUp",
    "AskRouting",
    "Assign",
    "Change",
    "ConfirmFor",
    "EditNote",
    "FinishFollowUp",
    "FollowCustomer",
    "Happen",
    "Hold",
    "Intent",
    "Migrate",
    "MoveTo",
    "NameTold",
    "Open",
    "Participate",
    "PassOnMessage",
    "ProveWriter",
    "PutAway",
    "Rate",
    "ReachLimit",
    "Redact",
    "Remind",
    "Reopen",
    "ReturnReply",
    "SetRequester",
    "SetTeam",
    "Tag",
    "TakeOut",
    "TakeOverMessage",
    "Tell",
    "Tick",
    "Undo",
]
