"""What the outcome of an attempt means for its delivery. Pure.

A mail goes again only to those who were told to try later, and is never sent twice to whoever took it. Its delivery
failed when the customer is refused for good; a copy that is refused leaves it sent, and the refusal visible.
"""

from datetime import datetime

from gongdan.domains.channels.mail.email.compose import wire
from gongdan.domains.channels.outbound.outbox import PAUSES, Due, End, State
from gongdan.infra.mail.smtp import Failed, Outcome, RefusedRecipient, Rejected, Sent, UnknownOutcome


def end_of(due: Due, result: Outcome, now: datetime) -> End:
    """The end of an attempt whose failure, if it failed, is not the mailbox's own."""
    match result:
        case Sent(refused=refused):
            return _taken(due, refused, now)
        case Rejected(code=code, reason=reason):
            return End(state=_lost(due), fault=f"{code} {reason}")
        case UnknownOutcome(reason=reason):
            return End(state="uncertain", again_at=_again(due, now) if due.kind == "reply" else None, fault=reason)
        case Failed(reason=reason):
            again = _again(due, now)
            return End(state="queued" if again else _lost(due), again_at=again, fault=reason)


def is_of_server(result: Failed) -> bool:
    """No connection, no login, or "service not available" (421): nothing that this mail did."""
    return result.code in (None, 421) or result.needs_person


def _taken(due: Due, refused: tuple[RefusedRecipient, ...], now: datetime) -> End:
    """Some server took it for everyone but ``refused``."""
    fault = "; ".join(f"{one.address}: {one.code} {one.reason}" for one in refused) or None
    customer = wire(due.recipient)
    if any(one.address == customer and one.code >= 500 for one in refused):
        return End(state="failed", fault=fault, left=tuple(one.address for one in refused))
    left = tuple(one.address for one in refused if one.code < 500)
    again = _again(due, now) if left else None
    if again:
        return End(state="queued", again_at=again, fault=fault, left=left)
    return End(state="failed" if customer in left else "sent", fault=fault, left=left)


def _lost(due: Due) -> State:
    """Nobody takes it. When only copies were left, the customer has it."""
    left = due.payload.get("left", ())
    return "sent" if left and wire(due.recipient) not in left else "failed"


def _again(due: Due, now: datetime) -> datetime | None:
    """When to try again; None when it was tried often enough."""
    return now + PAUSES[due.attempts - 1] if due.attempts <= len(PAUSES) else None
