"""The sections ``routing`` and ``dispatch``: what they name (spec 04, policy releases)."""

from gongdan.domains.bundle.routing import Dispatch, RoutingRule
from gongdan.domains.bundle.section import Section

RULES = Section(
    key="routing",
    shape=RoutingRule,
    owned_by="team",
    names={"team": "teams", "roster": "teams", "person": "people", "skills": "skills"},
    conditions=("when",),
)
DISPATCH = Section(
    key="dispatch",
    shape=Dispatch,
    told_by={"teams": "team"},
    names={
        "fallback_team": "teams",
        "cross_team": "teams",
        "teams.team": "teams",
        "calendar": "calendars",
        "fallback_type": "types",
        "classes.priorities": "priorities",
    },
)
SECTIONS = (RULES, DISPATCH)
