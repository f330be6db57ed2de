"""What helps whoever sets an account up: settings that are known beforehand, and a check of what was entered."""

from typing import Any, Literal

import msgspec

from gongdan.kernel.text import Name

Way = Literal["reads", "sends"]


class AccountPreset(msgspec.Struct, frozen=True, kw_only=True):
    """A provider whose settings are known."""

    key: str
    name: Name
    domains: tuple[str, ...] = ()
    """Addresses there are this provider's; none where companies bring domains of their own."""
    settings: dict[str, Any]
    """As accounts of the kind have them, but for what is the account's own."""
    login: Name
    """What one signs in by, and where one gets it."""
    takes_passwords: bool = True
    """Without it the provider lets no program in by a password."""
    provider: str | None = None
    """Who grants access to its mailboxes (``mail.oauth``), where it does."""


class AccountCheck(msgspec.Struct, frozen=True, kw_only=True):
    """One step on the way to a server. Its words stand in the catalogue under ``checks.<kind>.<fault>``."""

    way: Way
    step: str
    fault: str | None = None
    """None: it went well."""
    said: str = ""
    """What the server said, where that helps."""
    params: dict[str, Any] = {}
