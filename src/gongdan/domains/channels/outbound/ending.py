"""What the receipt of an attempt means for its delivery. Pure.

A message goes again only to those who were told to try later, and is never sent twice to whoever took it. Its delivery
failed when the customer is refused for good; a copy that is refused leaves it sent, and the refusal visible.
"""

from datetime import datetime

from gongdan.domains.channels.outbound.message import DeliveryReceipt
from gongdan.domains.channels.outbound.outbox import PAUSES, Due, End, State


def end_of(due: Due, receipt: DeliveryReceipt, now: datetime) -> End:
    """The end of an attempt whose failure, if it failed, is not the account's own."""
    party = receipt.party or due.recipient
    again = _again(due, receipt, now)
    match receipt.state:
        case "taken":
            return _taken(receipt, party, again)
        case "refused":
            return End(state=_lost(due, party), fault=receipt.fault)
        case "unknown":
            return End(state="uncertain", again_at=again if due.kind == "reply" else None, fault=receipt.fault)
        case "later":
            return End(state="queued" if again else _lost(due, party), again_at=again, fault=receipt.fault)


def _taken(receipt: DeliveryReceipt, party: str, again: datetime | None) -> End:
    """Somebody's server took it for everyone but those whom it refused."""
    refused = receipt.refused
    if any(one.recipient == party and one.for_good for one in refused):
        return End(state="failed", fault=receipt.fault, left=tuple(one.recipient for one in refused))
    left = tuple(one.recipient for one in refused if not one.for_good)
    if left and again:
        return End(state="queued", again_at=again, fault=receipt.fault, left=left)
    return End(state="failed" if party in left else "sent", fault=receipt.fault, left=left)


def _lost(due: Due, party: str) -> State:
    """Nobody takes it. When only copies were left, the customer has it."""
    return "sent" if due.left and party not in due.left else "failed"


def _again(due: Due, receipt: DeliveryReceipt, now: datetime) -> datetime | None:
    """When to try again; None when it was tried often enough."""
    if due.attempts > len(PAUSES):
        return None
    planned = now + PAUSES[due.attempts - 1]
    return max(planned, min(receipt.retry_at, now + PAUSES[-1])) if receipt.retry_at else planned
