"""The routes of all domains, and the one question that they leave to the read side."""

from gongdan.domains.accounts import http as accounts
from gongdan.domains.approvals import public as approvals
from gongdan.domains.channels import http as channels
from gongdan.domains.customers import http as customers
from gongdan.domains.files import http as files
from gongdan.domains.imports import http as imports
from gongdan.domains.inbox import http as inbox
from gongdan.domains.inbox.gate import may_read_file
from gongdan.domains.macros import http as macros
from gongdan.domains.notifications import http as notifications
from gongdan.domains.operations import http as operations
from gongdan.domains.policy import http as policy
from gongdan.domains.portal import http as portal
from gongdan.domains.realtime import http as realtime
from gongdan.domains.relations import public as relations
from gongdan.domains.replies import http as replies
from gongdan.domains.routing import public as routing
from gongdan.domains.sla import public as sla
from gongdan.domains.tickets import http as tickets
from gongdan.domains.work import public as work

HANDLERS = [
    *accounts.handlers,
    *approvals.handlers,
    *channels.handlers,
    *customers.handlers,
    *files.handlers,
    *imports.handlers,
    *inbox.handlers,
    *macros.handlers,
    *notifications.handlers,
    *operations.handlers,
    *policy.handlers,
    *portal.handlers,
    *realtime.handlers,
    *relations.handlers,
    *replies.handlers,
    *routing.handlers,
    *sla.handlers,
    *tickets.handlers,
    *work.handlers,
]
"""Everything below ``/api/v1``."""

file_gate = may_read_file
"""Who may read a file."""
