"""Where and when somebody is told of something: their choices, over those of the workspace, over what the meaning says.
Pure.

Quiet hours and digests hold back what comes to a person, such as mails. The list in the app is looked at, so it always
has everything at once. What is urgent, escalations and mailboxes that fail, is held back by neither: it is told so that
somebody acts now. A mention is not urgent: who mentions a colleague at night sees that they are away.
"""

from collections.abc import Collection, Mapping
from datetime import datetime

import msgspec

from gongdan.domains.notifications.choosing.quiet import Schedule, next_digest, resumes_at
from gongdan.domains.tickets.engine.meaning import IN_APP, Meaning, WhyKept

Cell = tuple[str, str]
"""(meaning, channel)"""


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """What holds for one person."""

    own: Mapping[Cell, bool]
    workspace: Mapping[Cell, bool]
    schedule: Schedule


class PlannedDelivery(msgspec.Struct, frozen=True):
    channel: str
    not_before: datetime


def is_default(meaning: Meaning, channel: str, workspace: Mapping[Cell, bool]) -> bool:
    """Whether it is told there to whoever has not said otherwise."""
    return workspace.get((meaning.key, channel), channel in meaning.channels)


def why_fixed(meaning: Meaning, channel: str, workspace: Mapping[Cell, bool]) -> WhyKept | None:
    """Why a person alone can't switch it off there; None: they can. More than the workspace says they may always
    have."""
    return meaning.kept if is_default(meaning, channel, workspace) else None


def is_on(meaning: Meaning, channel: str, choices: Choices) -> bool:
    default = is_default(meaning, channel, choices.workspace)
    return default if default and meaning.kept else choices.own.get((meaning.key, channel), default)


def plan(meaning: Meaning, choices: Choices, channels: Collection[str], now: datetime) -> tuple[PlannedDelivery, ...]:
    """Where a notice is told, and from when on."""
    return tuple(
        PlannedDelivery(channel, now if channel == IN_APP else not_before(meaning, choices.schedule, now))
        for channel in channels
        if is_on(meaning, channel, choices)
    )


def not_before(meaning: Meaning, schedule: Schedule, now: datetime) -> datetime:
    """Now; else the next digest; else the end of the quiet hours."""
    return now if meaning.urgent else resumes_at(schedule, next_digest(schedule, now))


def told_nowhere(meaning: Meaning, channels: Collection[str], workspace: Mapping[Cell, bool]) -> bool:
    """What nobody may switch off alone must be told somewhere."""
    return meaning.kept is not None and not any(is_default(meaning, one, workspace) for one in channels)
