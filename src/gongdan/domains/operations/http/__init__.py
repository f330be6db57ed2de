"""Routes of operations, below ``/api/v1``."""

from gongdan.domains.operations.http import operations

handlers = operations.handlers
