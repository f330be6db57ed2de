"""Deliveries that failed for good: a reply's is told in the log of its ticket, beside the row that says why."""

from collections.abc import Sequence

from gongdan.domains.channels.mail.email.bounces import Bounce, FailedRecipient
from gongdan.domains.channels.mail.email.compose import wire
from gongdan.domains.channels.outbound import outbox
from gongdan.domains.channels.outbound.outbox import Lost
from gongdan.domains.channels.subjects import DeliveryFailed, ReportUndelivered
from gongdan.domains.tickets.public import Desk


def returned(bounce: Bounce, sent: Sequence[Lost]) -> list[Lost]:
    """Which of our mails did not arrive, by what a bounce says. A delay is no failure. Pure."""
    failed = {one.address for one in _failed(bounce)}
    if bounce.recipients and not failed:
        return []
    return [one for one in sent if not failed or {one.recipient, wire(one.recipient)} & failed]


def fault_of(bounce: Bounce) -> str:
    return next((one.diagnostic for one in _failed(bounce)), "") or "it came back"


def _failed(bounce: Bounce) -> list[FailedRecipient]:
    return [one for one in bounce.recipients if not _is_delay(one)]


def _is_delay(one: FailedRecipient) -> bool:
    return (one.status or "").startswith("4") or (one.status is None and one.code is not None and one.code < 500)


async def tell(desk: Desk, lost: Sequence[Lost], *, bounced: bool) -> None:
    """Record on their tickets that replies did not arrive. Locks the tickets: nothing is written before it."""
    replies = [one for one in lost if one.kind == "reply" and one.ticket_id is not None]
    for case in await desk.cases_by_id(sorted({one.ticket_id or 0 for one in replies})):
        events = [_event(one, bounced=bounced) for one in replies if one.ticket_id == case.live.id]
        desk.apply(desk.settle(case, *(ReportUndelivered(failed=event) for event in events)))


def _event(one: Lost, *, bounced: bool) -> DeliveryFailed:
    return DeliveryFailed(message_id=one.message_id or 0, delivery_id=one.id, author_id=one.author_id, bounced=bounced)


async def came_back(desk: Desk, bounce: Bounce) -> None:
    """Our mails that a bounce names failed."""
    (sent,) = await desk.tx.gather(outbox.of_mails(bounce.original_ids))
    if lost := returned(bounce, sent):
        await tell(desk, lost, bounced=True)
        outbox.came_back(desk.tx, [one.id for one in lost], fault_of(bounce))
