"""Whether somebody is at work, and whether they are absent for a ticket (spec 02, decided after first use): one rule
for whoever asks. Pure."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Literal

import msgspec

Away = Literal["inactive", "on_leave", "off_shift", "absent"]
"""``absent``: on shift, and not said to be there."""
Why = Literal["inactive", "on_leave", "not_back"]


class Leave(msgspec.Struct, frozen=True, kw_only=True):
    """Half open: whoever is on leave until nine is back at nine."""

    from_at: datetime
    until_at: datetime


class Attendance(msgspec.Struct, frozen=True, kw_only=True):
    active: bool
    presence: str
    leaves: Sequence[Leave] = ()
    on_shift: bool = True
    """Whoever has no shift always is."""


def away(one: Attendance, now: datetime) -> Away | None:
    """Why somebody is not at work at this moment; None: they are. Off shift nobody is, whatever page they left open."""
    if not one.active:
        return "inactive"
    if any(leave.from_at <= now < leave.until_at for leave in one.leaves):
        return "on_leave"
    if not one.on_shift:
        return "off_shift"
    return None if one.presence == "available" else "absent"


def back(leaves: Sequence[Leave], opens: Callable[[datetime], datetime | None], now: datetime) -> datetime | None:
    """The first opening at which they are not on leave: ``now`` while hours run, None when there is none.

    ``opens`` gives the opening at or after an instant.
    """
    at = opens(now)
    while at is not None and (covering := [one.until_at for one in leaves if one.from_at <= at < one.until_at]):
        at = opens(max(covering))
    return at


def absent(one: Attendance, *, due_at: datetime | None, back_at: datetime | None, now: datetime) -> Why | None:
    """Why they cannot hold a ticket, or None.

    ``due_at`` is the ticket's earliest running due instant; ``back_at`` when their hours begin next, which is ``now``
    while they run, and None when they never do again. To be off shift or to have no page open is not to be absent: only
    not to be back before something is due.
    """
    why = away(one, now)
    if why == "inactive" or why == "on_leave":
        return why
    if why is None or due_at is None:
        return None
    returns = [leave.until_at for leave in one.leaves if back_at and leave.from_at <= back_at < leave.until_at]
    back = max([back_at, *returns]) if back_at else None
    return "not_back" if back is None or (back >= max(due_at, now) and back > now) else None
