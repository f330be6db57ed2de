"""What other domains may use of work."""

from gongdan.domains.work.http import handlers
from gongdan.domains.work.jobs import fired
from gongdan.domains.work.ledger import PutTime, project_times, write_time
from gongdan.domains.work.lint import SECTIONS
from gongdan.domains.work.reading import (
    CheckView,
    PutOffView,
    RecordedTime,
    ReminderView,
    checks_of,
    reminders_of,
    snooze_of,
    times_of,
)
from gongdan.domains.work.subjects.snoozing import OWNER, PutSnoozed, project_snoozes, wake_up
from gongdan.domains.work.subjects.times import PutRunning, project_watches, stop_at_the_end
from gongdan.domains.work.writes import write_running, write_snoozed

__all__ = [
    "OWNER",
    "SECTIONS",
    "CheckView",
    "PutOffView",
    "PutRunning",
    "PutSnoozed",
    "PutTime",
    "RecordedTime",
    "ReminderView",
    "checks_of",
    "fired",
    "handlers",
    "project_snoozes",
    "project_times",
    "project_watches",
    "reminders_of",
    "snooze_of",
    "stop_at_the_end",
    "times_of",
    "wake_up",
    "write_running",
    "write_snoozed",
    "write_time",
]
