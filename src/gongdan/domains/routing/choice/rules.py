"""Which team, and whom a rule restricts the router to (spec 04, routing 1). Pure; recomputed whenever it is needed."""

from datetime import datetime

import msgspec

from gongdan.domains.bundle.actions import Receiver
from gongdan.domains.bundle.routing import Occasion, RoutingRule
from gongdan.domains.tickets.public import Case, Rules, values


class Placement(msgspec.Struct, frozen=True, kw_only=True):
    """Where a ticket belongs, and why. ``roster``, ``dedicated`` and ``skills`` restrict the router's candidates."""

    team: str | None
    why: str
    """``rule | category | type | fallback | none``."""
    rule: str | None = None
    roster: str | None = None
    dedicated: bool = False
    person: int | None = None
    skills: dict[str, int] = {}

    @property
    def names_people(self) -> bool:
        return self.dedicated or self.person is not None or self.roster is not None


def wanted(rules: Rules, case: Case, now: datetime, *, on: Occasion | None = None) -> Placement:
    """The first routing rule that matches decides; then the category's team, the nearest above it that has one, then
    the type's, then the fallback of the policy. A rule without a team restricts people and leaves the team to these."""
    rule = first_rule(rules, case, now, on=on)
    team, why = (rule.team, "rule") if rule and rule.team else _team_of(rules, case)
    if rule is None:
        return Placement(team=team, why=why)
    return Placement(
        team=team,
        why=why,
        rule=rule.key,
        roster=rule.roster,
        dedicated=rule.dedicated,
        person=rule.person,
        skills=rule.skills,
    )


def named_of(asked: Placement, case: Case) -> tuple[Receiver, ...]:
    """The people whom a rule names, as receivers."""
    if asked.roster is not None:
        return (f"roster:{asked.roster}",)
    person_id = asked.person if asked.person is not None else case.requester.dedicated_agent_id
    return () if person_id is None or not asked.names_people else (f"person:{person_id}",)


def first_rule(rules: Rules, case: Case, now: datetime, *, on: Occasion | None = None) -> RoutingRule | None:
    """The rule that decides; with ``on`` of those that speak on this occasion."""
    seen = values(case, rules.registry)
    for rule in rules.bundle.routing:
        if rule.retired or (rule.dedicated and case.requester.dedicated_agent_id is None):
            continue
        if on is not None and on not in rule.on:
            continue
        if rules.holds(rule.when, seen, now):
            return rule
    return None


def _team_of(rules: Rules, case: Case) -> tuple[str | None, str]:
    at, seen = case.live.category, set[str]()
    while at is not None and at in rules.categories and at not in seen:
        seen.add(at)
        if (team := rules.categories[at].team) is not None:
            return team, "category"
        at = rules.categories[at].parent
    kind = rules.types.get(case.live.type)
    if kind and kind.default_team:
        return kind.default_team, "type"
    fallback = rules.bundle.dispatch.fallback_team
    return fallback, "fallback" if fallback else "none"
