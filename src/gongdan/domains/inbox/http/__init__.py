"""Routes of the inbox, below ``/api/v1``."""

from gongdan.domains.inbox.http import lists

handlers = [*lists.handlers]
