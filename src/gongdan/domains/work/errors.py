"""What work refuses."""

from gongdan.domains.workflow.errors import NotReady
from gongdan.kernel.errors import Refusal


class ChecksOpen(NotReady):
    """Items of the close checks that the type makes binding are open. Member: ``items``, by their names."""

    code = "work.checks_open"
    status = 422


class TooManyReminders(Refusal):
    """They have as many reminders on this ticket as one may have. Member: ``most``."""

    code = "work.too_many_reminders"
    status = 409
