"""Routes of the inbox, below ``/api/v1``."""

from gongdan.domains.inbox.http import directory, lists, tickets

handlers = [*directory.handlers, *lists.handlers, *tickets.handlers]
