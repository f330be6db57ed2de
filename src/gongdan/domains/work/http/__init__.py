"""Routes of work, below ``/api/v1``."""

from gongdan.domains.work.http import checks, snoozing, times

handlers = [*checks.handlers, *snoozing.handlers, *times.handlers]
