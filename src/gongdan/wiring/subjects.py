"""What can be true of a ticket and happen to it, and every kind of event."""

from gongdan.domains.accounts import events as accounts_events
from gongdan.domains.approvals import subjects as approvals_subjects
from gongdan.domains.channels import events as channels_events
from gongdan.domains.channels import subjects as channels_subjects
from gongdan.domains.conversations import events as conversations_events
from gongdan.domains.customers import events as customers_events
from gongdan.domains.imports import events as imports_events
from gongdan.domains.inbox.exporting import events as export_events
from gongdan.domains.inbox.views import events as inbox_events
from gongdan.domains.macros import events as macros_events
from gongdan.domains.notifications import events as notifications_events
from gongdan.domains.notifications import subjects as notifications_subjects
from gongdan.domains.policy import events as policy_events
from gongdan.domains.relations.subjects import links, merging
from gongdan.domains.replies import events as replies_events
from gongdan.domains.replies import subjects as replies_subjects
from gongdan.domains.routing import subjects as routing_subjects
from gongdan.domains.sla import subjects as sla_subjects
from gongdan.domains.tickets import subjects
from gongdan.domains.tickets.engine import settle, undoing
from gongdan.domains.tickets.public import Subjects
from gongdan.domains.transfer import subjects as transfer_subjects
from gongdan.domains.work.subjects import checks, snoozing, times
from gongdan.infra.log.position import kinds
from gongdan.infra.log.seal import BodiesErased

SUBJECTS = Subjects(
    (
        subjects.opening.SUBJECT,
        subjects.messages.SUBJECT,
        subjects.assignment.SUBJECT,
        subjects.assignment.WAITING,
        subjects.fields.SUBJECT,
        subjects.tags.SUBJECT,
        subjects.participation.SUBJECT,
        subjects.moves.SUBJECT,
        subjects.migrating.SUBJECT,
        subjects.closing.SUBJECT,
        subjects.rating.SUBJECT,
        subjects.away.SUBJECT,
        subjects.telling.SUBJECT,
        subjects.limits.SUBJECT,
        settle.CHAIN,
        undoing.SUBJECT,
        links.SUBJECT,
        merging.SUBJECT,
        transfer_subjects.SUBJECT,
        approvals_subjects.SUBJECT,
        sla_subjects.CLOCKS,
        sla_subjects.ESCALATION,
        routing_subjects.MATCHES,
        routing_subjects.PRESENCE,
        channels_subjects.DELIVERIES,
        notifications_subjects.NOTICES,
        replies_subjects.SUBJECT,
        checks.SUBJECT,
        snoozing.SUBJECT,
        times.SUBJECT,
    )
)
"""What can be true of a ticket and happen to it. A new subject is a module and a line here."""

EVENTS = kinds(
    BodiesErased,
    routing_subjects.MemberUnheard,
    *(kind.event for kind in SUBJECTS.events.values()),
    *accounts_events.ALL,
    *channels_events.ALL,
    *conversations_events.ALL,
    *customers_events.ALL,
    *imports_events.ALL,
    *inbox_events.ALL,
    *macros_events.ALL,
    *notifications_events.ALL,
    *policy_events.ALL,
    *replies_events.ALL,
    *export_events.ALL,
)
"""Kind → event, of the whole log."""
