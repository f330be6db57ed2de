"""Where a ticket stands, in words for its customer: who is responsible, and what comes next."""

from gongdan.domains.bundle.workflows import Phase
from gongdan.infra.catalogue import say
from gongdan.kernel.text import LOCALES, Name, localised


def next_step(phase: Phase) -> Name:
    """What happens next, or what is awaited of the customer, by the phase of the ticket."""
    return words(f"notices.next.{phase}")


def responsible(assignee: str | None, team: Name | None, locale: str) -> str | None:
    """The name of the person who is responsible now, else of the team; None while nobody is."""
    return assignee or (localised(team, locale) if team else None)


def words(key: str, **params: str) -> Name:
    """A text of the catalogue in every language."""
    return {locale: say(key, locale, params) or key for locale in LOCALES}
