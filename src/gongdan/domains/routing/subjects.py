"""What routing adds to a ticket: that a rule which names people came to match it, and what its team has before it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

import msgspec

from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.facet import Facet
from gongdan.domains.tickets.engine.meaning import Happening, Meaning, Phrase, ToldTo, phrase
from gongdan.domains.tickets.engine.sight import Values, to_staff
from gongdan.domains.tickets.engine.subject import Context, EventKind, Intent, IntentKind, Subject
from gongdan.domains.tickets.public import DECIDING, IS_OPEN, Contribution, Narrator
from gongdan.kernel.events import Event


class RuleMatched(Event, frozen=True, kw_only=True, tag="ticket.rule_matched"):
    """A routing rule that names people came to match, on opening or by a change: those people watch from now on."""

    rule: str
    to: tuple[str, ...] = ()
    """Receivers by name who are told of it (spec 03); of an opening, what automations say is enough."""


class MemberUnheard(Event, frozen=True, kw_only=True, tag="workspace.member_unheard"):
    """Nothing was heard of a member during their hours, so that they are offline, while tickets wait for them."""

    person_id: int
    held: int
    """How many."""
    leads: tuple[int, ...]
    """Those who lead their teams, but for themselves."""


class MatchRule(Intent, frozen=True):
    """A routing rule that names people matches now."""

    rule: str
    to: tuple[str, ...] = ()


def _match(case: Case, intent: MatchRule, context: Context) -> Sequence[Event]:
    return [RuleMatched(rule=intent.rule, to=intent.to)]


def _says(values: Values, narrator: Narrator) -> str:
    rules = {rule.key: rule for rule in narrator.rules.bundle.routing}
    return narrator.say("events.rule_matched", rule=narrator.named(rules, values["rule"]))


class UnroutedLine(msgspec.Struct, frozen=True):
    """A line of the ledger that says nobody could take the ticket, as it is loaded beside it."""

    ticket_id: int
    at: datetime
    rule: str | None


UNROUTED: Final = Facet(
    "unrouted",
    UnroutedLine,
    "select d.ticket_id, d.at, d.body ->> 'rule' as rule from routing_decision d"
    " where d.workspace_id = %(workspace)s and d.ticket_id in {ids} and d.body ->> 'way' = 'nobody'",
    always=False,
)


class TeamBacklog(msgspec.Struct, frozen=True, kw_only=True):
    """What a team has before it: its open tickets, and those of them that nobody has."""

    ticket_id: int
    team: str
    open: int
    waiting: int


_PER_TEAM: Final = f"""
    select m.key as team, b.open, b.waiting
      from team m
     cross join lateral (select count(*) as open, count(*) filter (where q.assignee_id is null) as waiting
                           from (select t.assignee_id
                                   from ticket t
                                  where t.workspace_id = m.workspace_id
                                    and t.team = m.key
                                    and {IS_OPEN}
                                    and t.archived_at is null and t.spam_at is null and t.trashed_at is null
                                  limit 1000) q) b
     where m.workspace_id = %(workspace)s
"""
"""1,000 tickets of a team are as many as it counts. Served by ``ticket_open_by_team``."""

BACKLOG: Final = Facet(
    "backlog",
    TeamBacklog,
    f"select t.id as ticket_id, b.* from ticket t cross join ({_PER_TEAM}) b"
    " where t.workspace_id = %(workspace)s and t.id in {ids}",
    always=False,
    unopened=f"select 0::bigint as ticket_id, b.* from ({_PER_TEAM}) b",
)
"""Of every team: the ticket may change its team within the decision."""


def _of_its_team(name: str) -> Callable[[Case], int | None]:
    def value(case: Case) -> int | None:
        team, rows = case.live.team, case[BACKLOG]
        return None if team is None else next((getattr(one, name) for one in rows if one.team == team), None)

    return value


def _count(key: str, name: str, zh: str, en: str) -> Contribution:
    return Contribution(
        key=key,
        type="number",
        name={"zh-CN": zh, "en": en},
        value=_of_its_team(name),
        uses=DECIDING,
        needs=frozenset({BACKLOG}),
    )


def _matches(found: Happening) -> Phrase:
    key = found.event.rule
    rule = next((one.name for one in found.rules.bundle.routing if one.key == key), {"zh-CN": key})
    return phrase("notices.staff.matched", rule=rule, title=found.about.title)


MATCHES = Subject(
    key="matches",
    events=(EventKind(event=RuleMatched, shown=to_staff, says=_says),),
    intents=(IntentKind(intent=MatchRule, rule=_match),),
    facets=(UNROUTED, BACKLOG),
    fields=(
        _count("team.open", "open", "所在组的未解决工单数", "open tickets of its team"),
        _count("team.waiting", "waiting", "所在组的待领取工单数", "tickets of its team that nobody has"),
    ),
    meanings=(
        Meaning(
            key="matched",
            name={"zh-CN": "指名您关注的规则命中工单", "en": "A rule that names you matches a ticket"},
            event=RuleMatched,
            concerns=lambda event: bool(event.to),
            to=lambda found: ToldTo(names=found.event.to),
            says=_matches,
            names_them=True,
        ),
    ),
)


def _unheard(found: Happening) -> Phrase:
    event = found.event
    name = found.name_of(event.person_id) or "–"
    return phrase("notices.staff.unheard", name=name, count=str(event.held))


PRESENCE = Subject(
    key="presence",
    meanings=(
        Meaning(
            key="unheard",
            name={
                "zh-CN": "组员失去联系，仍有工单在等",
                "en": "A member with waiting tickets is not heard of",
            },
            event=MemberUnheard,
            to=lambda found: ToldTo(people=found.event.leads) if found.event.leads else ToldTo(names=("director",)),
            says=_unheard,
            apart=lambda found: str(found.event.person_id),
            kept="lead",
        ),
    ),
)
