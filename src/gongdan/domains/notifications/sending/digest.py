"""What a mail of notices says: one of them, or several grouped by their tickets. Pure."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

import msgspec

from gongdan.infra.catalogue import say
from gongdan.kernel.text import Name, localised, one_line

MOST: Final = 50
"""Notices that one mail says in full; of the others it says how many there are."""


class Recipient(msgspec.Struct, frozen=True, kw_only=True):
    person_id: int
    name: str
    locale: str
    zone: str
    mail: str


class DueNotice(msgspec.Struct, frozen=True, kw_only=True):
    """A notice as it stands when it is told."""

    id: int
    number: str | None
    """Of its ticket."""
    text: Name
    count: int
    at: datetime
    asks: tuple[str, ...] = ()
    """What its reader may want to do at once (``Meaning.asks``)."""


class WrittenMail(msgspec.Struct, frozen=True):
    subject: str
    text: str


def written(recipient: Recipient, notices: Sequence[DueNotice], home: str) -> WrittenMail:
    """``home`` is the address of the workspace: links begin with it."""
    shown, locale = sorted(notices, key=lambda one: (one.at, one.id))[-MOST:], recipient.locale
    groups: dict[str | None, list[DueNotice]] = {}
    for one in shown:
        groups.setdefault(one.number, []).append(one)
    parts = [_of_ticket(number, found, recipient, home) for number, found in groups.items()]
    if left := len(notices) - len(shown):
        parts.append(_said("notices.mail.more", locale, n=str(left)))
    parts.append(_said("notices.mail.why", locale, settings=f"{home}/queue/mine#notices"))
    return WrittenMail(_subject(notices, locale), "\n\n".join(parts))


def _subject(notices: Sequence[DueNotice], locale: str) -> str:
    if len(notices) == 1:
        number = f"[{notices[0].number}] " if notices[0].number else ""
        return one_line(number + localised(notices[0].text, locale), 200)
    tickets = {one.number for one in notices if one.number}
    return _said("notices.mail.several", locale, n=str(len(notices)), tickets=str(len(tickets)))


def _of_ticket(number: str | None, notices: Sequence[DueNotice], recipient: Recipient, home: str) -> str:
    lines = [f"{number}  {home}/tickets/{number}"] if number else []
    for one in notices:
        lines += [_line(one, recipient), *(_link(ask, number, recipient.locale, home) for ask in one.asks if number)]
    return "\n".join(lines)


def _link(ask: str, number: str, locale: str, home: str) -> str:
    return f"    {_said(f'notices.mail.ask.{ask}', locale)}{home}/tickets/{number}?ask={ask}"


def _line(notice: DueNotice, recipient: Recipient) -> str:
    times = _said("notices.mail.times", recipient.locale, n=str(notice.count)) if notice.count > 1 else ""
    return f"{_clock(notice.at, recipient.zone)}  {one_line(localised(notice.text, recipient.locale), 500)}{times}"


def _clock(at: datetime, zone: str) -> str:
    """In the reader's zone, which is named: a mail is read anywhere."""
    try:
        return f"{at.astimezone(ZoneInfo(zone)):%m-%d %H:%M} ({zone})"
    except (KeyError, ValueError, OSError):
        return f"{at.astimezone(UTC):%m-%d %H:%M} (UTC)"


def _said(key: str, locale: str, **params: str) -> str:
    return say(key, locale, params) or key
