"""What can happen between tickets."""

from gongdan.domains.relations.kinds import LinkKind
from gongdan.domains.tickets.engine.model import ChildrenRule
from gongdan.kernel.events import Event


class TicketLinked(Event, frozen=True, kw_only=True, tag="ticket.linked"):
    """Two tickets belong together. Each log tells it, as it is seen from there."""

    other_id: int
    relation: LinkKind
    before: LinkKind | None = None
    """What it was to the other until now."""


class TicketUnlinked(Event, frozen=True, kw_only=True, tag="ticket.unlinked"):
    other_id: int
    relation: LinkKind


class ChildrenRuled(Event, frozen=True, kw_only=True, tag="ticket.children_ruled"):
    """What binds a ticket and its children."""

    before: ChildrenRule | None
    after: ChildrenRule | None
