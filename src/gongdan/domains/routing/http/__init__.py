"""Routes of routing, below ``/api/v1``."""

from gongdan.domains.routing.http import assignment

handlers = [*assignment.handlers]
