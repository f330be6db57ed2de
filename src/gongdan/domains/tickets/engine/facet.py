"""Typed keys: what a domain keeps beside a ticket, and what it compiled of a release."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

import msgspec

from gongdan.kernel.events import Logged

T = TypeVar("T")


class Facet(Generic[T]):
    """What a domain keeps of a ticket beside its row, and how it is loaded with it. Each facet is one object: the key
    under which a case holds its rows."""

    def __init__(
        self,
        name: str,
        row: type[T],
        sql: str | None,
        *,
        always: bool = True,
        fold: Callable[[Sequence[T], Logged[Any]], Sequence[T]] | None = None,
        unopened: str | None = None,
    ) -> None:
        """``sql`` selects ``ticket_id`` and more, ``where … ticket_id in {ids}``; None: the command itself gives it.
        ``always``: else it is loaded only for a command, or a release, that asks for it. ``fold``: the rows after one
        more event, where what follows in a decision asks for them. ``unopened`` selects the rows, with 0 as
        ``ticket_id``, for tickets that are being opened, where the facet says something of them already."""
        self.name, self.row, self.sql, self.always, self.fold = name, row, sql, always, fold
        self.unopened = unopened

    def __repr__(self) -> str:
        return f"Facet({self.name})"


class Relation(msgspec.Struct, frozen=True):
    """A row of a facet that names other tickets."""

    ticket_id: int
    related_id: int


class Part(Generic[T]):
    """What a domain compiled of a release of the policy: the key under which ``Rules`` hold it."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"Part({self.name})"
