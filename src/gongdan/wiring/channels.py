"""The ways by which words reach us and leave us, and what they work with."""

from gongdan.domains.channels import public as channels
from gongdan.domains.intelligence.intake import guess
from gongdan.domains.intelligence.public import language_of
from gongdan.domains.realtime import public as hints
from gongdan.services import Services

CHANNELS = {one.key: one for one in (channels.MAIL, channels.WEBHOOK)}
"""The ways by which words reach us and leave us. A new one is an adapter and a name here."""

triage = guess
"""How intake reads a new ticket."""


def language(text: str) -> tuple[str, float]:
    """In what language somebody writes, and how sure that is."""
    found = language_of(text.casefold())
    return found.language, found.confidence


def mailroom(services: Services) -> channels.Mailroom:
    """What the channels work with."""

    def show(workspace_id: int, ticket_id: int, message_id: int | None) -> None:
        hint = hints.DeliveryHint(workspace_id=workspace_id, ticket_id=ticket_id, message_id=message_id)
        hints.tell_delivery(services.publisher, hint)

    return channels.Mailroom(
        channels=CHANNELS,
        imported=channels.MAIL.key,
        url=services.url,
        db=services.db,
        uow=services.uow,
        rules_of=services.rules,
        numbers=services.numbers,
        triage=triage,
        storage=services.storage,
        secret=services.secret,
        language_of=language,
        show_delivery=show,
        inside=services.settings.inside,
    )
