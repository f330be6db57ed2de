"""Routes of transfer, below ``/api/v1``."""

from gongdan.domains.transfer.http import exports

handlers = [*exports.handlers]
