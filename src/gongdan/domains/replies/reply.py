"""What a canned reply is: plain data, the same for those that we ship and those that somebody writes."""

from typing import Final, Literal

import msgspec

from gongdan.kernel.text import Name

Shared = Literal["nobody", "teams", "everybody"]
FIRST_VERSION: Final = 1


class CannedReply(msgspec.Struct, frozen=True, kw_only=True):
    """A text that is inserted where somebody writes. Name and text are given in one language or in both."""

    key: str
    name: Name
    text: Name
    keyword: str = ""
    """What one types to find it, beside its name."""
    owner: int | None = None
    """Whose it is; None: it is shipped."""
    shared: Shared = "everybody"
    """Who has it too."""
    teams: tuple[str, ...] = ()
    """With which teams it is shared."""
    version: int = 0

    @property
    def is_shipped(self) -> bool:
        return self.owner is None
