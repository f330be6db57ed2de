"""Routes of the inbox, below ``/api/v1``."""

from gongdan.domains.inbox.http import commands, opening

handlers = [*opening.handlers, *commands.handlers]
