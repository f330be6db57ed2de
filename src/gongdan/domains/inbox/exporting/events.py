"""What happens when tickets are taken out: in the log of the workspace."""

from datetime import date
from typing import Any, Final, Literal

from gongdan.kernel.events import Event


class TicketsExported(Event, frozen=True, kw_only=True, tag="workspace.tickets_exported"):
    """Somebody took a list of tickets out. Recorded before its first row goes."""

    count: int
    form: Literal["csv", "xlsx"]
    view: str | None = None
    where: Any = None
    """The condition that narrowed it."""
    columns: tuple[str, ...] = ()


class TimesExported(Event, frozen=True, kw_only=True, tag="workspace.times_exported"):
    """Somebody took recorded time out, of the days ``since`` to ``until``. Recorded before its first row goes."""

    count: int
    since: date
    until: date


ALL: Final = (TicketsExported, TimesExported)
