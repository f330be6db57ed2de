"""What other domains may use of routing."""

from gongdan.domains.routing.choice.attendance import TIMES, Times, away_now, on_shift
from gongdan.domains.routing.choice.rules import wanted
from gongdan.domains.routing.commands.assign import assign, claim, seats
from gongdan.domains.routing.commands.leaving import HandOverTickets, handing_over, leave
from gongdan.domains.routing.commands.route import route_waiting
from gongdan.domains.routing.commands.take import has_room
from gongdan.domains.routing.commands.unheard import unheard
from gongdan.domains.routing.http import handlers
from gongdan.domains.routing.jobs import patrol, returning, route, router
from gongdan.domains.routing.lint import SECTIONS
from gongdan.domains.routing.model import AddLoad, RecordDecision
from gongdan.domains.routing.queries import drifted
from gongdan.domains.routing.reactions import pass_on, project_ledger, project_load, route_team
from gongdan.domains.routing.writes import write_decision, write_loads

__all__ = [
    "SECTIONS",
    "TIMES",
    "AddLoad",
    "HandOverTickets",
    "RecordDecision",
    "Times",
    "assign",
    "away_now",
    "claim",
    "drifted",
    "handing_over",
    "handlers",
    "has_room",
    "leave",
    "on_shift",
    "pass_on",
    "patrol",
    "project_ledger",
    "project_load",
    "returning",
    "route",
    "route_team",
    "route_waiting",
    "router",
    "seats",
    "unheard",
    "wanted",
    "write_decision",
    "write_loads",
]
