"""The only doors to tickets: whatever is loaded here was checked, and what may not be seen is not found."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from gongdan.domains.accounts.public import Authority, TicketKeys, may
from gongdan.domains.tickets.desk.queries import LoadedTicket
from gongdan.domains.tickets.engine.case import Case, Requesting
from gongdan.domains.tickets.engine.facet import Facet
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.errors import TicketNotFound
from gongdan.kernel.errors import Forbidden

_TICKET_FIELDS = tuple(field.name for field in msgspec.structs.fields(Ticket))


def keys(ticket: Ticket) -> TicketKeys:
    """What permissions look at."""
    return TicketKeys(
        id=ticket.id,
        team=ticket.team,
        type=ticket.type,
        assignee_id=ticket.assignee_id,
        requester_id=ticket.requester_id,
        creator_id=ticket.creator_id,
        organisation_id=ticket.organisation_id,
        participants=frozenset(person for person, _ in ticket.participants),
    )


def case_of(row: LoadedTicket, facets: Mapping[Facet[Any], Sequence[Any]] = {}) -> Case:
    """The case that a loaded row makes."""
    ticket = Ticket(**{name: getattr(row, name) for name in _TICKET_FIELDS})
    requester = Requesting(
        person_id=row.requester_id,
        name=row.requester_name,
        locale=row.requester_locale,
        zone=row.requester_zone,
        tier=row.tier,
        dedicated_agent_id=row.dedicated_agent_id,
        organisation_id=row.organisation_id,
        organisation_tier=row.organisation_tier,
    )
    return Case(
        ticket=ticket,
        head=row.head_hash,
        requester=requester,
        next_due_at=row.next_due_at,
        risk_at=row.risk_at,
        breached=row.breached,
        facets=facets,
    )


def checked(case: Case, authority: Authority, action: str) -> Case:
    """The case, if the actor may do ``action`` with it.

    Raises:
        TicketNotFound: they may not even read it.
        Forbidden: they read it and may not do this.
    """
    found = keys(case.live)
    if not may(authority, "ticket.read", found):
        raise TicketNotFound(number=case.live.number)
    if action != "ticket.read" and not may(authority, action, found):
        raise Forbidden(action=action)
    return case


def is_visible(authority: Authority, keys: TicketKeys, *, trashed: bool) -> bool:
    """Whether they see the ticket; one in the trash, whoever may take it out again."""
    return may(authority, "ticket.read", keys) and (not trashed or may(authority, "ticket.trash", keys))


def relations(authority: Authority, ticket: Ticket) -> frozenset[str]:
    """What the actor is to this ticket, in the words of the workflow (spec 02: who)."""
    if authority.kind == "system":
        return frozenset({"system"})
    me = authority.person_id
    found = {f"role:{role}" for role in authority.roles}
    found |= {"requester"} if me == ticket.requester_id else set()
    found |= {"creator"} if me == ticket.creator_id else set()
    if authority.kind == "staff":
        found |= {"staff"}
        found |= {"assignee"} if me == ticket.assignee_id else set()
        found |= {"team"} if ticket.team in authority.teams else set()
        found |= {"lead"} if ticket.team in authority.led_teams else set()
        found |= {"administrator", "lead"} if _administers(authority) else set()
    return frozenset(found)


def _administers(authority: Authority) -> bool:
    """Whoever may close every ticket of the workspace is an administrator to workflows (spec 02: they always may)."""
    return any(grant.scope == "all" and "ticket.close" in grant.actions for grant in authority.grants)


def only(cases: Sequence[Case], number: str) -> Case:
    if not cases:
        raise TicketNotFound(number=number)
    return cases[0]
