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
    changed: tuple[Literal["name", "settings", "secrets"], ...]


class MailboxFailed(Event, frozen=True, kw_only=True, tag="workspace.mailbox_failed"):
    """A mailbox could not be read, or nothing could be sent through it, several times in a row; told once, until it
    works again. What its server said stands with the mailbox."""

    account_id: int
    address: str
    way: Literal["reads", "sends"]


class RelayTrusted(Event, frozen=True, kw_only=True, tag="workspace.relay_trusted"):
    """By whose findings mails of a mailbox prove from whom they come."""

    account_id: int
    before: str | None
    after: str | None


class DeliveryRepeated(Event, frozen=True, kw_only=True, tag="workspace.delivery_repeated"):
    """Somebody had a mail sent again that had failed, or whose fate was unknown."""

    delivery_id: int
    before: Literal["queued", "sending", "sent", "uncertain", "failed", "stopped"]


class MailReleased(Event, frozen=True, kw_only=True, tag="workspace.mail_released"):
    """A mail that was held or passed over was let go, to be settled again."""

    inbound_id: int


ALL: Final = (
    ChannelAccountChanged,
    MailboxAdded,
    MailboxSwitched,
    MailboxFailed,
    RelayTrusted,
    DeliveryRepeated,
    MailReleased,
)
