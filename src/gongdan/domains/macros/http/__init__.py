"""Routes of macros, below ``/api/v1``."""

from gongdan.domains.macros.http import macros, runs

handlers = [*macros.handlers, *runs.handlers]
