"""Whose words a mail brings, and whom we answer (spec 05, decided after first use). Pure.

Reply-To is whom we answer: a contact form sends from its own address for whoever filled it in. Nobody proved that, so
such words are marked. A list puts its own address there, which is nobody's.
"""

from collections.abc import Iterable

import msgspec
import re2

from gongdan.domains.channels.mail.email.mime.headers import Address
from gongdan.domains.channels.mail.email.parse import ParsedMail

_LISTED = re2.compile(r"mailto:([^>?,\s]{3,320})")


class Own(msgspec.Struct, frozen=True):
    """Our own addresses."""

    addresses: frozenset[str]

    def has(self, address: str) -> bool:
        """Whether it is one of ours, with a mark behind a plus sign or without."""
        local, at, domain = address.rpartition("@")
        return address in self.addresses or f"{local.partition('+')[0]}{at}{domain}" in self.addresses


class Writer(msgspec.Struct, frozen=True, kw_only=True):
    party: Address
    """Who wrote; with an address of ours, or without one, nobody who could be asked."""
    through: str = ""
    """The address that sent it for them; empty where they sent it themselves."""


def writer_of(mail: ParsedMail, own: Own) -> Writer:
    """The first answer address that is neither ours nor a list's, else the sender."""
    sender = mail.sender
    lists = frozenset(_posting(mail.headers.get("list-post", ())))
    is_listed = bool(lists) or any(name in mail.headers for name in ("list-id", "mailing-list"))
    if is_listed and sender.address not in lists:
        return Writer(party=sender)
    for party in mail.reply_to:
        if party.is_reachable and not own.has(party.address) and party.address not in lists:
            if party.address == sender.address:
                break
            return Writer(party=party, through=sender.address)
    return Writer(party=sender)


def _posting(values: Iterable[str]) -> list[str]:
    return [address.lower() for value in values for address in _LISTED.findall(value)]
