"""What people do to the mail of a workspace. Never a password, and no words of a mail."""

from typing import Final, Literal

from gongdan.kernel.events import Event


class MailboxAdded(Event, frozen=True, kw_only=True, tag="workspace.mailbox_added"):
    account_id: int
    address: str
    reads: bool
    sends: bool
    channel: str = "mail"
    """The kind of the account."""


class MailboxSwitched(Event, frozen=True, kw_only=True, tag="workspace.mailbox_switched"):
    account_id: int
    active: bool


class ChannelAccountChanged(Event, frozen=True, kw_only=True, tag="workspace.channel_account_changed"):
    """Somebody changed how an account is named or reached. Never what its secrets are."""

    account_id: int
    changed: tuple[Literal["name", "settings", "secrets", "team"], ...]
    settings: tuple[str, ...] = ()
    """Names of the settings that are another now."""
    team: tuple[str | None, str | None] | None = None
    """Before and after, of the team that it feeds."""


class ChannelAccountRetired(Event, frozen=True, kw_only=True, tag="workspace.channel_account_retired"):
    """It takes nothing in and sends nothing any more, and its address is free. Its secrets were thrown away."""

    account_id: int
    address: str
    successor_id: int | None
    """By which account its conversations go on, and what waited to be sent goes out."""


class ChannelAccountSignedIn(Event, frozen=True, kw_only=True, tag="workspace.channel_account_signed_in"):
    """Somebody had the provider of a mailbox grant access to it. Never what it granted."""

    account_id: int
    address: str


class MailboxFailed(Event, frozen=True, kw_only=True, tag="workspace.mailbox_failed"):
    """A mailbox could not be read, or nothing could be sent through it, several times in a row; told once, until it
    works again. What its server said stands with the mailbox."""

    account_id: int
    address: str
    way: Literal["reads", "sends"]


class DeliveryRepeated(Event, frozen=True, kw_only=True, tag="workspace.delivery_repeated"):
    """Somebody had a mail sent again that had failed, or whose fate was unknown."""

    delivery_id: int
    before: Literal["queued", "sending", "sent", "uncertain", "failed", "stopped"]


class MailReleased(Event, frozen=True, kw_only=True, tag="workspace.mail_released"):
    """A mail that was held or passed over was let go, to be settled again."""

    inbound_id: int
    ticket_id: int | None = None
    """To which it belongs, as they said."""
    sender_named: bool = False
    """They said who wrote it."""


class MailDiscarded(Event, frozen=True, kw_only=True, tag="workspace.mail_discarded"):
    """A mail that was held was thrown away: it makes nothing, and stays in sight among those that were passed over."""

    inbound_id: int


ALL: Final = (
    ChannelAccountChanged,
    ChannelAccountRetired,
    ChannelAccountSignedIn,
    MailboxAdded,
    MailboxSwitched,
    MailboxFailed,
    DeliveryRepeated,
    MailReleased,
    MailDiscarded,
)
