"""What can be brought in declares itself: its columns, how a row finds what is there, and the command of a row."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, Protocol

import msgspec

from gongdan.domains.accounts.public import Authority
from gongdan.infra.db.tx import Tx
from gongdan.kernel.errors import Refusal
from gongdan.kernel.events import Via
from gongdan.kernel.text import Name

Outcome = Literal["added", "changed", "unchanged"]
Values = Mapping[str, Any]
"""TableColumn → what its cell says, read and checked. A cell that is empty is not there: what it speaks of stays."""


class TableColumn(msgspec.Struct, frozen=True, kw_only=True):
    """A column of a kind; the member of the kind's ``shape`` of the same name says which values it takes. With a point
    in its key it is an entry of that member: ``fields.colour`` is one of ``fields``."""

    key: str
    name: Name
    example: str
    note: Name | None = None
    also: tuple[str, ...] = ()
    """Other headings by which it is known."""
    needed: Literal["always", "when_new", "never"] = "never"
    identifies: bool = False
    """What is there is found by it; one such column has to be filled in."""
    reads: Literal["text", "list", "bool"] = "text"
    choices: Mapping[str, tuple[str, ...]] | None = None
    """Value → the words that mean it: first the Chinese one, then the English one where it is another."""

    @property
    def choice_names(self) -> list[Name]:
        words = (self.choices or {}).values()
        return [{"zh-CN": said[0], "en": said[1] if len(said) > 1 else said[0]} for said in words]


class Invites(Protocol):
    """Letters by which members that were brought in come to a password; given by wiring."""

    async def is_possible(self, tx: Tx) -> bool:
        """Whether letters can be sent."""

    async def __call__(self, tx: Tx, authority: Authority, people: Sequence[int], *, via: Via, now: datetime) -> int:
        """Queue one to each who has no password, and never another one; says how many."""


class Doing(msgspec.Struct, frozen=True, kw_only=True):
    """As whom and when a row is carried out."""

    authority: Authority
    now: datetime
    known: dict[str, Any] = msgspec.field(default_factory=dict)
    """What no row changes, read once for those that are carried out together."""
    invites: Invites | None = None
    """Whoever is brought in is invited by it; None: nobody is."""
    import_id: int = 0
    is_trial: bool = False
    """All that is done is taken back."""


class NumberedRow(msgspec.Struct, frozen=True):
    """A row of a chunk, in the kind's ``shape``."""

    number: int
    """In the file."""
    row: Any


Apply = Callable[[Tx, Doing, Any], Awaitable[Literal["added", "kept"]]]
"""Carry out one row, which comes in the kind's ``shape``: was it added, or there already? What it raises leaves nothing
behind; what it tells the log makes a kept one changed."""

ApplyMany = Callable[[Tx, Doing, Sequence[NumberedRow]], Awaitable[Sequence[Outcome | Refusal]]]
"""Carry out the rows of a chunk at once: what became of each, in their order. A refused one leaves nothing behind, and
does not touch the others; the kind sees to that."""


UndoMany = Callable[[Tx, Doing, Sequence[int]], Awaitable[Sequence[Outcome | Refusal]]]
"""Take back what rows made, by their numbers: what became of each, in their order."""


class ImportKind(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    name: Name
    action: str
    """Whoever may do it somewhere may bring these in; each row asks again, as its command does."""
    columns: tuple[TableColumn, ...]
    shape: type[Any]
    """A struct with a member for each column, all of which may be left out."""
    identity: Callable[[Any], Sequence[str]]
    """What tells a row from others: two rows of a file that share one of them are the same thing twice.
    It may refuse the row."""
    apply: Apply | None = None
    apply_many: ApplyMany | None = None
    """Instead of ``apply``, where there are many."""
    undo: UndoMany | None = None
    """None: what was brought in stays."""
    is_sensitive: bool = False
    """It deals in rights: whoever starts it has shown their password lately."""
    may_invite: bool = False
    """Those whom it brings in sign in, so they can be invited."""

    def column(self, key: str) -> TableColumn | None:
        return next((one for one in self.columns if one.key == key), None)


ImportKinds = Mapping[str, ImportKind]
KindsOf = Callable[[Authority], Awaitable[ImportKinds]]
"""What can be brought in where they work, under the release that is in force: columns may follow from it."""
