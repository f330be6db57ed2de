"""A mail that somebody passes on: the one that is forwarded, apart from the words of the forwarder."""

from datetime import datetime

import msgspec

from gongdan.domains.channels.email.mime.headers import Address


class Forwarded(msgspec.Struct, frozen=True, kw_only=True):
    """The forwarded mail (the innermost one that has words, where a forward is forwarded again)."""

    sender: Address
    """Who wrote it, as the forwarder's mail says: a claim, not a proof. The address may be empty, the name too."""
    subject: str
    date: datetime | None
    """None where the forward names none, or names it in a form that cannot be read."""
    text: str
    html: str | None
    """Raw, and only where it is whole in itself (an attached mail)."""
    forwarder_text: str
    """What the forwarder wrote above it, their signature included; empty where they wrote nothing."""
    is_attached: bool
    """It came as an attached mail, which stays among the attachments; otherwise it stands in the text."""
