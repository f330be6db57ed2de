"""How many tickets one correspondent, one domain, one mailbox may open by mail before a person looks (spec 05, loops).

Buckets that drain: a burst is bounded by ``most``, and what goes on and on by ``most`` in each ``within``. Pure, but
for the statement that reads them.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

import msgspec

from gongdan.domains.channels.inbound.message import InboundMessage
from gongdan.infra.db.tx import Query, Tx


class Budget(msgspec.Struct, frozen=True):
    most: int
    within: timedelta


OF_ADDRESS: Final = Budget(12, timedelta(minutes=30))
OF_DOMAIN: Final = Budget(60, timedelta(minutes=20))
"""An organisation's; not that of a provider with whom strangers have their addresses."""
OF_MAILBOX: Final = Budget(1_000, timedelta(minutes=10))

_DRAINED: Final = timedelta(days=2)
"""No bucket, of those for answers neither, needs so long."""


class BudgetLevel(msgspec.Struct, frozen=True):
    """A bucket as it stood at an instant."""

    key: str
    level: float
    at: datetime


def budgets_of(parties: Iterable[str], groups: Iterable[str], account_id: int) -> dict[str, Budget]:
    """The buckets that a ticket of these handles, of these organisations, goes into."""
    found = {f"open:mailbox:{account_id}": OF_MAILBOX}
    found |= {f"open:address:{party}": OF_ADDRESS for party in parties}
    return found | {f"open:domain:{group}": OF_DOMAIN for group in groups}


def of_message(message: InboundMessage) -> dict[str, Budget]:
    """What a message that opens a ticket uses up; one that is imported, or that a person let go, uses nothing."""
    if message.row.account_id is None or message.row.is_released:
        return {}
    return budgets_of(sorted(message.charged), message.groups, message.row.account_id)


class Spending:
    """The buckets of a batch: what one mail takes, the next one finds taken."""

    def __init__(self, levels: Sequence[BudgetLevel], now: datetime) -> None:
        self._levels = {one.key: one for one in levels}
        self._now = now
        self._spent: set[str] = set()

    def allows(self, budgets: dict[str, Budget]) -> bool:
        """Take one from each; nothing is taken where one of them is used up."""
        after = {key: self._drained(key, budget) + 1 for key, budget in budgets.items()}
        if any(level > budgets[key].most for key, level in after.items()):
            return False
        for key, level in after.items():
            self._levels[key] = BudgetLevel(key, level, self._now)
            self._spent.add(key)
        return True

    def _drained(self, key: str, budget: Budget) -> float:
        found = self._levels.get(key)
        if found is None:
            return 0.0
        return max(0.0, found.level - budget.most * ((self._now - found.at) / budget.within))

    def keep(self, tx: Tx) -> None:
        """Queue the buckets as they stand."""
        for key in sorted(self._spent):
            one = self._levels[key]
            tx.keep("channel_budget", {"workspace_id": tx.workspace_id, "key": key}, {"level": one.level, "at": one.at})
        if self._spent:
            _forget(tx, self._now - _DRAINED)


def levels(keys: Iterable[str]) -> Query[BudgetLevel]:
    """Served by the primary key."""
    return Query(
        BudgetLevel,
        "select key, level, at from channel_budget where workspace_id = %(workspace)s and key = any(%(keys)s)",
        {"keys": sorted(set(keys))},
    )


def _forget(tx: Tx, before: datetime) -> None:
    """Queue the end of buckets that drained long ago: they say no more than none."""
    tx.put(
        """
        delete from channel_budget
         where workspace_id = %(workspace)s
           and key in (
             select key from channel_budget where workspace_id = %(workspace)s and at < %(before)s
                for update skip locked
           )
        """,
        before=before,
    )
