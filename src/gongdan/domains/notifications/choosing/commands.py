"""Choosing how one is told, and setting what holds for whoever has not chosen. Every change is in the log."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Final

from gongdan.domains.accounts.public import Authority, record
from gongdan.domains.notifications.choosing import rows
from gongdan.domains.notifications.choosing.plan import Cell, is_default, told_nowhere, why_fixed
from gongdan.domains.notifications.choosing.quiet import Schedule
from gongdan.domains.notifications.errors import NoticeKept, ToldNowhere
from gongdan.domains.notifications.events import NoticeDefaultsSet, NoticesChosen
from gongdan.domains.tickets.public import Meaning
from gongdan.infra.db.tx import Tx
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Via

Wanted = Mapping[str, Mapping[str, bool]]
"""Meaning → channel → on or off."""

QUIET_NEVER_ENDS: Final = "notices.quiet_never_ends"


async def choose(
    tx: Tx,
    authority: Authority,
    wanted: Wanted,
    schedule: Schedule,
    *,
    meanings: Mapping[str, Meaning],
    channels: Collection[str],
    via: Via,
    now: datetime,
) -> None:
    """One's own way of being told, as a whole.

    Raises:
        Invalid: a meaning or a channel that there is not, or quiet hours without an end.
        NoticeKept: something that nobody switches off alone.
    """
    cells = _cells(wanted, meanings, channels)
    if schedule.quiet is not None and schedule.quiet[0] == schedule.quiet[1]:
        raise Invalid(faults=(FieldFault("quiet", QUIET_NEVER_ENDS),))
    workspace = await rows.workspace_choices(tx)
    for (meaning, channel), is_on in cells.items():
        why = why_fixed(meanings[meaning], channel, workspace)
        if not is_on and why is not None:
            raise NoticeKept(name=meanings[meaning].name, channel=channel, why=why)
    person_id = authority.me
    await record(tx, authority, "person", person_id, _chosen(cells, schedule), via=via, now=now)  # locks their stream
    rows.keep_choices(tx, person_id, cells)
    rows.keep_schedule(tx, person_id, schedule)


async def set_defaults(
    tx: Tx,
    authority: Authority,
    wanted: Wanted,
    *,
    meanings: Mapping[str, Meaning],
    channels: Collection[str],
    via: Via,
    now: datetime,
) -> None:
    """What holds for members who have not chosen, and what they can't switch off alone, as a whole.

    Raises:
        Invalid: a meaning or a channel that there is not.
        ToldNowhere: what nobody may switch off alone would be told nowhere.
    """
    cells = _cells(wanted, meanings, channels)
    for one in meanings.values():
        if told_nowhere(one, channels, cells):
            raise ToldNowhere(name=one.name)
    before = await rows.workspace_choices(tx)
    after = {cell: is_on for cell, is_on in cells.items() if is_on != is_default(meanings[cell[0]], cell[1], {})}
    if before != after:
        changed = NoticeDefaultsSet(before=_named(before), after=_named(after))
        await record(tx, authority, "workspace", authority.workspace_id, changed, via=via, now=now)
        rows.keep_choices(tx, rows.WORKSPACE, after)


def _cells(wanted: Wanted, meanings: Mapping[str, Meaning], channels: Collection[str]) -> dict[Cell, bool]:
    faults = [FieldFault(f"choices.{one}", "notices.meaning_unknown") for one in wanted if one not in meanings]
    faults += [
        FieldFault(f"choices.{meaning}.{channel}", "notices.channel_unknown")
        for meaning, chosen in wanted.items()
        for channel in chosen
        if channel not in channels
    ]
    if faults:
        raise Invalid(faults=tuple(faults))
    return {(meaning, channel): is_on for meaning, chosen in wanted.items() for channel, is_on in chosen.items()}


def _chosen(cells: Mapping[Cell, bool], schedule: Schedule) -> NoticesChosen:
    named = _named(cells)
    return NoticesChosen(
        on=tuple(name for name, is_on in named.items() if is_on),
        off=tuple(name for name, is_on in named.items() if not is_on),
        quiet=(clock_of(schedule.quiet[0]), clock_of(schedule.quiet[1])) if schedule.quiet else None,
        days=tuple(sorted(schedule.days)),
        digest=schedule.digest,
        digest_at=clock_of(schedule.digest_at) if schedule.digest == "daily" else None,
    )


def _named(cells: Mapping[Cell, bool]) -> dict[str, bool]:
    return {f"{meaning}.{channel}": is_on for (meaning, channel), is_on in sorted(cells.items())}


def clock_of(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def minute_of(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)
