"""That a routing rule which names people came to match a ticket."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

import msgspec

from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.facet import Facet
from gongdan.domains.tickets.engine.sight import to_staff
from gongdan.domains.tickets.engine.subject import Context, EventKind, Intent, IntentKind, Subject
from gongdan.kernel.events import Event


class RuleMatched(Event, frozen=True, kw_only=True, tag="ticket.rule_matched"):
    """A routing rule that names people came to match, on opening or by a change: those people watch from now on."""

    rule: str
    to: tuple[str, ...] = ()
    """Receivers by name who are told of it (spec 03); of an opening, what automations say is enough."""


class MatchRule(Intent, frozen=True):
    """A routing rule that names people matches now."""

    rule: str
    to: tuple[str, ...] = ()


def _match(case: Case, intent: MatchRule, context: Context) -> Sequence[Event]:
    return [RuleMatched(rule=intent.rule, to=intent.to)]


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


MATCHES = Subject(
    key="matches",
    events=(EventKind(event=RuleMatched, shown=to_staff),),
    intents=(IntentKind(intent=MatchRule, rule=_match),),
    facets=(UNROUTED,),
)
