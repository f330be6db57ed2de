"""Routes of the inbox, below ``/api/v1``."""

from gongdan.domains.inbox.http import (
    conditions,
    customers,
    directory,
    exports,
    holdings,
    lists,
    team,
    tickets,
    work_times,
    workflows,
)

handlers = [
    *conditions.handlers,
    *customers.handlers,
    *directory.handlers,
    *exports.handlers,
    *holdings.handlers,
    *lists.handlers,
    *team.handlers,
    *tickets.handlers,
    *work_times.handlers,
    *workflows.handlers,
]
