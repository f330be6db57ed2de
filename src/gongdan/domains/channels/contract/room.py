"""What the channels work with: the tools of a process, given by wiring."""

import ssl
from collections.abc import Callable, Mapping

import msgspec

from gongdan.domains.channels.accounts.sealing import derived
from gongdan.domains.channels.contract.kinds import ChannelKind
from gongdan.domains.tickets.public import Numbers, RuleBook, UnitOfWork, commands
from gongdan.infra.db.tx import Database
from gongdan.infra.storage import Storage


class Mailroom(msgspec.Struct, frozen=True, kw_only=True):
    channels: Mapping[str, ChannelKind]
    """By key."""
    imported: str
    """The channel of what is imported from files."""
    url: str
    """Of the database, for connections that hold advisory locks."""
    db: Database
    uow: UnitOfWork
    rules_of: RuleBook
    numbers: Numbers
    triage: commands.Triage
    storage: Storage
    secret: bytes
    """The installation's."""
    language_of: Callable[[str], tuple[str, float]]
    """The language of a text (``zh``, ``en``, …) and how sure that is: a pure function of the intelligence domain."""
    show_delivery: Callable[[int, int, int | None], None]
    """(workspace, ticket, message if any): what became of its mails changed. Neither waits nor fails; called after
    the commit."""
    inside: tuple[str, ...] = ()
    """Inner hosts that mailboxes may name (``infra.outgoing``)."""
    tls: ssl.SSLContext | None = None
    """What servers must prove; None trusts what the machine trusts."""

    @property
    def marks(self) -> bytes:
        """The key of the marks by which replies prove where they belong (``mail.email.threading.tokens``)."""
        return derived(self.secret, "marks")
