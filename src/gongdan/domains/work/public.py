"""What other domains may use of work."""

from gongdan.domains.work.http import handlers
from gongdan.domains.work.lint import SECTIONS
from gongdan.domains.work.reading import CheckView, PutOffView, ReminderView, checks_of, reminders_of, snooze_of
from gongdan.domains.work.subjects.snoozing import OWNER, PutSnoozed, fired, project_snoozes, wake_up
from gongdan.domains.work.writes import write_snoozed

__all__ = [
    "OWNER",
    "SECTIONS",
    "CheckView",
    "PutOffView",
    "PutSnoozed",
    "ReminderView",
    "checks_of",
    "fired",
    "handlers",
    "project_snoozes",
    "reminders_of",
    "snooze_of",
    "wake_up",
    "write_snoozed",
]
