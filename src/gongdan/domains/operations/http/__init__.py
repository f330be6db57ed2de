"""Routes of operations, below ``/api/v1``."""

from gongdan.domains.operations.http import operations, problems

handlers = [*operations.handlers, *problems.handlers]
