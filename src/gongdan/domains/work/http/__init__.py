"""Routes of work, below ``/api/v1``."""

from gongdan.domains.work.http import checks

handlers = [*checks.handlers]
