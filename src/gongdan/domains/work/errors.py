"""What work refuses."""

from gongdan.domains.workflow.errors import NotReady
from gongdan.kernel.errors import Refusal


class ChecksOpen(NotReady):
    """Items of the close checks that the type makes binding are open. Member: ``items``, by their names."""

    code = "work.checks_open"
    status = 422


class TimeMissing(NotReady):
    """The type asks for recorded time before it is resolved, and nobody recorded any."""

    code = "work.time_missing"
    status = 422


class TooManyReminders(Refusal):
    """They have as many reminders on this ticket as one may have. Member: ``most``."""

    code = "work.too_many_reminders"
    status = 409


class WatchRuns(Refusal):
    """Their watch runs on another ticket. Member: ``other``, its number."""

    code = "work.watch_runs"
    status = 409


class TimeNotFound(Refusal):
    """No such entry of recorded time, or not one of theirs."""

    code = "work.time_not_found"
    status = 404


class TooManyTimes(Refusal):
    """The ticket has as many entries as it may have. Member: ``most``."""

    code = "work.too_many_times"
    status = 409
