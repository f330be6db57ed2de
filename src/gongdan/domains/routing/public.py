"""What other domains may use of routing."""

from gongdan.domains.routing.commands.assign import assign, claim
from gongdan.domains.routing.ledger import RecordDecision, write_decision
from gongdan.domains.routing.load import AddLoad, drifted, project_load, write_load
from gongdan.domains.routing.router import UNROUTED, UnroutedLine, route_waiting
from gongdan.domains.routing.rules import project_ledger, route_team, wanted

__all__ = [
    "UNROUTED",
    "AddLoad",
    "RecordDecision",
    "UnroutedLine",
    "assign",
    "claim",
    "drifted",
    "project_ledger",
    "project_load",
    "route_team",
    "route_waiting",
    "wanted",
    "write_decision",
    "write_load",
]
