"""Routes of routing, below ``/api/v1``."""

from gongdan.domains.routing.http import assignment, departures, loads, rosters, shifts

handlers = [*assignment.handlers, *departures.handlers, *loads.handlers, *rosters.handlers, *shifts.handlers]
