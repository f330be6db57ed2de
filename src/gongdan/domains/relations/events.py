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


class TicketMerged(Event, frozen=True, kw_only=True, tag="ticket.merged"):
    """Another ticket stands for this one, which is closed: what its customer says goes there."""

    into_id: int
    before: int | None = None
    """The one that stood for it until now, which was merged itself."""
    conversations: tuple[int, ...] = ()
    """Those that the other ticket shows since."""


class TicketAbsorbed(Event, frozen=True, kw_only=True, tag="ticket.absorbed"):
    """This ticket stands for another one."""

    other_id: int


class TicketParted(Event, frozen=True, kw_only=True, tag="ticket.parted"):
    """Two that were merged are two again."""

    other_id: int
