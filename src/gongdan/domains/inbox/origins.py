"""Where the words of a message come from, as far as that is not what it seems."""

from gongdan.infra.http.bodies import Answer


class Forwarded(Answer, frozen=True):
    """Who wrote the request that a message passes on."""

    name: str
    address: str


class MessageOrigin(Answer, frozen=True):
    through: str | None
    """The address that sent it for its writer: a contact form, say."""
    forwarded: Forwarded | None
    notes: tuple[str, ...]
    """What of it could not be read or taken, by code; some with a number behind a colon: ``receivers:12``."""
