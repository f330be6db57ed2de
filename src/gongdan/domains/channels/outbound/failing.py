"""Deliveries that failed for good: a reply's is told in the log of its ticket, beside the row that says why."""

from collections.abc import Sequence

from gongdan.domains.channels.inbound.message import DeliveryReport
from gongdan.domains.channels.outbound import outbox
from gongdan.domains.channels.outbound.outbox import Lost
from gongdan.domains.channels.subjects import DeliveryFailed, ReportUndelivered
from gongdan.domains.tickets.public import Desk


def returned(report: DeliveryReport, sent: Sequence[Lost]) -> list[Lost]:
    """Which of our messages did not arrive, by what a report says. A delay is no failure. Pure."""
    if not report.is_failure:
        return []
    return [one for one in sent if not report.failed or one.recipient in report.failed]


async def tell(desk: Desk, lost: Sequence[Lost], *, bounced: bool) -> None:
    """Record on their tickets that replies did not arrive. Locks the tickets: nothing is written before it."""
    replies = [one for one in lost if one.kind == "reply" and one.ticket_id is not None]
    for case in await desk.cases_by_id(sorted({one.ticket_id or 0 for one in replies})):
        events = [_event(one, bounced=bounced) for one in replies if one.ticket_id == case.live.id]
        desk.apply(desk.settle(case, *(ReportUndelivered(failed=event) for event in events)))


def _event(one: Lost, *, bounced: bool) -> DeliveryFailed:
    return DeliveryFailed(message_id=one.message_id or 0, delivery_id=one.id, author_id=one.author_id, bounced=bounced)


async def came_back(desk: Desk, report: DeliveryReport) -> None:
    """The messages of ours that a report names failed."""
    (sent,) = await desk.tx.gather(outbox.of_external_ids(report.of))
    if lost := returned(report, sent):
        await tell(desk, lost, bounced=True)
        outbox.came_back(desk.tx, [one.id for one in lost], report.fault)
