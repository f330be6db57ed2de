"""What became of the mail of a ticket's reply, as far as its log tells: that it failed for good."""

from collections.abc import Sequence

from gongdan.domains.channels.events import MailboxFailed
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.meaning import IN_APP, MAIL, Meaning, ToldTo, phrase
from gongdan.domains.tickets.engine.sight import to_staff
from gongdan.domains.tickets.engine.subject import Context, EventKind, Intent, IntentKind, Subject, plainly
from gongdan.kernel.events import Event


class DeliveryFailed(Event, frozen=True, kw_only=True, tag="ticket.delivery_failed"):
    """The mail of a public reply was refused for good, or came back. What the server said stands with the delivery."""

    message_id: int
    delivery_id: int
    author_id: int | None = None
    """Who wrote the reply."""
    bounced: bool = False
    """It was taken at first, and came back."""


class ReportUndelivered(Intent, frozen=True):
    failed: DeliveryFailed


def _report(case: Case, intent: ReportUndelivered, context: Context) -> Sequence[Event]:
    return [intent.failed]


DELIVERIES = Subject(
    key="deliveries",
    events=(EventKind(event=DeliveryFailed, shown=to_staff, says=plainly("events.delivery_failed")),),
    intents=(IntentKind(intent=ReportUndelivered, rule=_report, when_closed=True),),
    meanings=(
        Meaning(
            key="undelivered",
            name={"zh-CN": "您的回复未送达客户", "en": "Your reply did not reach the customer"},
            event=DeliveryFailed,
            to=lambda found: ToldTo(people=(found.event.author_id or 0,)),
            says=lambda found: phrase("notices.staff.undelivered", title=found.about.title),
        ),
        Meaning(
            key="mailbox_failed",
            name={"zh-CN": "邮箱收发故障", "en": "A mailbox does not work"},
            event=MailboxFailed,
            to=lambda found: ToldTo(names=("role:system_admin",)),
            says=lambda found: phrase(f"notices.staff.mailbox_{found.event.way}", address=found.event.address),
            urgent=True,
            kept="duty",
            channels=frozenset({IN_APP, MAIL}),
        ),
    ),
)
