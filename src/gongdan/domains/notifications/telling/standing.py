"""Where a ticket stands, in words for its customer: who is responsible, and what comes next."""

from gongdan.domains.bundle.workflows import Phase
from gongdan.domains.notifications.telling.phrases import spoken
from gongdan.domains.tickets.public import phrase
from gongdan.kernel.text import Name, localised


def next_step(phase: Phase) -> Name:
    """What happens next, or what is awaited of the customer, by the phase of the ticket."""
    return spoken(phrase(f"notices.next.{phase}"))


def responsible(assignee: str | None, team: Name | None, locale: str) -> str | None:
    """The name of the person who is responsible now, else of the team; None while nobody is."""
    return assignee or (localised(team, locale) if team else None)
