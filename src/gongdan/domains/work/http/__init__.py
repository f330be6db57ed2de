"""Routes of work, below ``/api/v1``."""

from gongdan.domains.work.http import checks, snoozing

handlers = [*checks.handlers, *snoozing.handlers]
