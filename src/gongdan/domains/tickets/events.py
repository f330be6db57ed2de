"""What can happen to a ticket, gathered from its own subjects for those who follow. Other domains' subjects have theirs
with them."""

from gongdan.domains.bundle.actions import CloseReason
from gongdan.domains.tickets.engine.ending import BY_HAND, FREELY, SOLVED, ByHand
from gongdan.domains.tickets.engine.settle import AutomationRefused
from gongdan.domains.tickets.engine.undoing import TicketUndone
from gongdan.domains.tickets.subjects.assignment import (
    AssignmentWay,
    RoutingAsked,
    TicketAccepted,
    TicketAssigned,
    TicketTeamSet,
)
from gongdan.domains.tickets.subjects.ending.away import TicketPutAway, TicketTakenOut
from gongdan.domains.tickets.subjects.ending.closing import ConfirmedBy, TicketConfirmedFor
from gongdan.domains.tickets.subjects.ending.rating import FollowUpAsked, FollowUpDone, FollowUpOutcome, TicketRated
from gongdan.domains.tickets.subjects.fields import TicketChanged
from gongdan.domains.tickets.subjects.limits import LimitReached, TicketHeld
from gongdan.domains.tickets.subjects.messages import (
    Audience,
    AuthorKind,
    MessageAdded,
    MessagePassedOn,
    MessageRedacted,
    MessageTakenOver,
    WriterProved,
)
from gongdan.domains.tickets.subjects.migrating import TicketMigrated
from gongdan.domains.tickets.subjects.moves import TicketMoved
from gongdan.domains.tickets.subjects.opening import Follows, TicketOpened
from gongdan.domains.tickets.subjects.participation import ParticipantsChanged
from gongdan.domains.tickets.subjects.tags import TicketTagged
from gongdan.domains.tickets.subjects.telling import CustomerTold, StaffReminded, StaffTold

__all__ = [
    "BY_HAND",
    "FREELY",
    "SOLVED",
    "AssignmentWay",
    "Audience",
    "AuthorKind",
    "AutomationRefused",
    "ByHand",
    "CloseReason",
    "ConfirmedBy",
    "CustomerTold",
    "FollowUpAsked",
    "FollowUpDone",
    "FollowUpOutcome",
    "Follows",
    "LimitReached",
    "MessageAdded",
    "MessagePassedOn",
    "MessageRedacted",
    "MessageTakenOver",
    "ParticipantsChanged",
    "RoutingAsked",
    "StaffReminded",
    "StaffTold",
    "TicketAccepted",
    "TicketAssigned",
    "TicketChanged",
    "TicketConfirmedFor",
    "TicketHeld",
    "TicketMigrated",
    "TicketMoved",
    "TicketOpened",
    "TicketPutAway",
    "TicketRated",
    "TicketTagged",
    "TicketTakenOut",
    "TicketTeamSet",
    "TicketUndone",
    "WriterProved",
]
