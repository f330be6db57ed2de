"""Routes of the SLA, below ``/api/v1``."""

from gongdan.domains.sla.http import trial

handlers = [*trial.handlers]
