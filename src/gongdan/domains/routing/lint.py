"""What is wrong with routing rules and dispatch before they are published (spec 04, policy releases). Pure."""

from collections.abc import Iterator

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.public import Finding, Surroundings


def lint(bundle: PolicyBundle, around: Surroundings) -> Iterator[Finding]:
    """Teams, rosters, people, hours and priorities that are named exist. A skill that nobody has is worth a warning."""
    named: list[tuple[str, str | None]] = []
    for rule in bundle.routing:
        if not rule.retired:
            named += [(f"routing.{rule.key}.team", rule.team), (f"routing.{rule.key}.roster", rule.roster)]
            if rule.person is not None and str(rule.person) not in around.people:
                yield Finding(path=f"routing.{rule.key}.person", code="unknown_key", params={"key": str(rule.person)})
            for skill in sorted(rule.skills.keys() - around.skills):
                path = f"routing.{rule.key}.skills"
                yield Finding(path=path, code="unknown_key", severity="warning", params={"key": skill})
    named += [("dispatch.fallback_team", bundle.dispatch.fallback_team)]
    named += [("dispatch.cross_team", bundle.dispatch.cross_team)]
    named += [(f"dispatch.teams.{one.team}", one.team) for one in bundle.dispatch.teams]
    for path, team in named:
        if team is not None and team not in around.teams:
            yield Finding(path=path, code="unknown_key", params={"key": team})
    calendar = bundle.dispatch.calendar
    if calendar is not None and all(one.key != calendar for one in bundle.calendars):
        yield Finding(path="dispatch.calendar", code="unknown_key", params={"key": calendar})
    priorities = {one.key for one in bundle.priorities}
    for one in bundle.dispatch.classes:
        for key in sorted(set(one.priorities) - priorities):
            yield Finding(path=f"dispatch.classes.{one.key}.priorities", code="unknown_key", params={"key": key})
