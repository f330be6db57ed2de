"""What promises of time add to a ticket's log (spec 03)."""

from datetime import datetime

from gongdan.kernel.events import Event


class ClockWarned(Event, frozen=True, kw_only=True, tag="ticket.clock_warned"):
    """Bears the due instant, not the time at which a sweep found it."""

    metric: str
    cycle: int
    percent: int
    due_at: datetime
    before_s: int | None = None
    """Of a warning point in seconds before due; ``percent`` is 0 then."""
    last: bool = False
    """Whether it is the target's last warning point: from here on the promise is at risk."""
    only_ladder: bool = False
    """The ladder acts at this point; the target itself does not warn there."""


class ClockBreached(Event, frozen=True, kw_only=True, tag="ticket.clock_breached"):
    metric: str
    cycle: int
    due_at: datetime
    cause: str | None = None
    """``retarget`` when a change of priority or policy moved the limit behind the elapsed time (clocks 4)."""


class TicketEscalated(Event, frozen=True, kw_only=True, tag="ticket.escalated"):
    level: str
    ladder: str
    colour: str
    to: tuple[str, ...] = ()
    """Receivers by name (spec 03); assignee and creator as the persons that they were."""
    reason: str | None = None
    progress: str | None = None
    help_needed: str | None = None


class PolicyApplied(Event, frozen=True, kw_only=True, tag="ticket.policy_applied"):
    """A release that was published meanwhile, the one that the event names, changed the ticket's running limits."""
