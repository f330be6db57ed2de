"""Who is at work and when they are back, by their shifts and the hours of the release: one answer for the router, for
tickets that come back to work, for notices and for the team's board. Pure."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final, Literal, Protocol

import msgspec

from gongdan.domains.accounts.public import Attendance, Away, Leave, absent, away, back
from gongdan.domains.tickets.public import Case, Part, Rules
from gongdan.kernel.text import Key


class Times(msgspec.Struct, frozen=True):
    """When people are back, and when work is due."""

    opens: Callable[[datetime], datetime | None]
    """When the hours of dispatch run: the instant itself, or the next opening; None: they never open again."""
    shift: Callable[[Key, datetime], datetime | None]
    """The same of a calendar that is a shift. One that the release does not know runs always."""
    due: Callable[[Rules, Case, datetime], datetime | None]
    """What falls due first of a ticket that is worked on from an instant."""


TIMES: Final[Part[Times]] = Part("times")


class Attending(Protocol):
    """Whose attendance can be asked for."""

    @property
    def active(self) -> bool: ...
    @property
    def presence(self) -> str: ...
    @property
    def leaves(self) -> Sequence[Leave]: ...
    @property
    def shifts(self) -> Sequence[Key]: ...


def on_shift(shifts: Sequence[Key], rules: Rules, at: datetime) -> bool:
    """Whether somebody whose shifts are the hours of these calendars is on shift; without any they always are."""
    return not shifts or opening(shifts, rules, at) == at


def opening(shifts: Sequence[Key], rules: Rules, at: datetime) -> datetime | None:
    """When somebody's hours run: ``at`` while they do, else their next beginning; None: never again. Their hours are
    those of any of their shifts, and those of dispatch where they have none."""
    times = rules[TIMES]
    if not shifts:
        return times.opens(at)
    return min((begins for key in shifts if (begins := times.shift(key, at)) is not None), default=None)


def away_now(one: Attending, rules: Rules, now: datetime) -> Away | None:
    """Why somebody is not at work at this moment; None: they are."""
    return away(_attendance(one, rules, now), now)


def back_at(leaves: Sequence[Leave], shifts: Sequence[Key], rules: Rules, now: datetime) -> datetime | None:
    """When somebody's hours begin next without a leave; ``now`` while they run, None: never."""
    return back(leaves, lambda at: opening(shifts, rules, at), now)


def is_absent(
    one: Attending, rules: Rules, now: datetime, *, due_at: datetime | None
) -> Literal["inactive", "on_leave", "not_back"] | None:
    """Why somebody cannot have a ticket of which something is due then (spec 02, absent for a ticket)."""
    back = back_at(one.leaves, one.shifts, rules, now)
    return absent(_attendance(one, rules, now), due_at=due_at, back_at=back, now=now)


def _attendance(one: Attending, rules: Rules, now: datetime) -> Attendance:
    there = on_shift(one.shifts, rules, now)
    return Attendance(active=one.active, presence=one.presence, leaves=one.leaves, on_shift=there)
