"""Timers of work: what a fired one asks of its ticket."""

from zoneinfo import ZoneInfo

from gongdan.domains.tickets.public import Desk, RuleIntent
from gongdan.domains.work.subjects.snoozing import TellReminder, Wake
from gongdan.domains.work.subjects.times import StopTime
from gongdan.infra.timers.fire import DueTimer


def fired(desk: Desk, due: DueTimer) -> RuleIntent:
    """A snooze or a reminder whose instant has come, or a watch that somebody forgot."""
    kind, _, id = due.key.partition(".")
    if kind == "snooze":
        return RuleIntent(due.key, Wake(person_id=int(id), why="time"))
    if kind == "reminder":
        return RuleIntent(due.key, TellReminder(int(id)))
    today = due.fire_at.astimezone(ZoneInfo(desk.rules.zone)).date()
    stop = StopTime(person_id=int(id), entry_id=desk.tx.ids.next(), today=today, forgotten=True)
    return RuleIntent(due.key, stop)
