"""Who is asked to agree: the members whom a step names, and who stands in for them. Pure, but for what it is read from.

Whoever asks is never among them. Where the step names nobody who is left, the leads are asked, else who may manage.
Somebody on leave is passed over for their substitute, and that one's, if these are away too; no further.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Final

import msgspec

from gongdan.domains.accounts.public import Staff, staff_of
from gongdan.domains.approvals.model import Instead, Round, Vote
from gongdan.domains.bundle.actions import Receiver
from gongdan.domains.bundle.workflows import ApprovalStep
from gongdan.domains.tickets.public import Ticket
from gongdan.infra.db.tx import Query, ReadTx
from gongdan.kernel import clock

DEPTH: Final = 2
"""Substitutes of substitutes."""
MOST: Final = 100
"""People of one step: of more, the first by number are asked."""
_INSTEAD: Final[tuple[tuple[Instead, tuple[Receiver, ...]], ...]] = (
    ("lead", ("lead",)),
    ("managers", ("role:admin", "role:system_admin")),
)


class Panel(msgspec.Struct, frozen=True, kw_only=True):
    """The members, and who of them is on leave now, with whom they named to stand in."""

    staff: Staff
    away: Mapping[int, int | None] = {}

    def round(self, step: ApprovalStep, ticket: Ticket, barred: Collection[int]) -> Round:
        """A step, asked of persons. Without votes: nobody is left."""
        votes, instead = self.asked(step.by, ticket, barred)
        return Round(key=step.key, name=step.name, mode=step.mode, votes=votes, instead=instead)

    def asked(
        self, names: Iterable[Receiver], ticket: Ticket, barred: Collection[int]
    ) -> tuple[tuple[Vote, ...], Instead | None]:
        instead: Instead | None = None
        people = self._of(names, ticket, barred)
        for word, others in _INSTEAD:
            if not people:
                instead, people = word, self._of(others, ticket, barred)
        votes = {vote.person_id: vote for vote in (self.vote(one, barred) for one in people)}
        return tuple(votes.values())[:MOST], instead if votes else None

    def vote(self, person_id: int, barred: Collection[int]) -> Vote:
        """Theirs, or that of whoever stands in for them."""
        standing = self._stands_in(person_id, barred)
        return Vote(person_id=standing, instead_of=person_id if standing != person_id else None)

    def is_member(self, person_id: int) -> bool:
        return bool(self.staff.active([person_id]))

    def _of(self, names: Iterable[Receiver], ticket: Ticket, barred: Collection[int]) -> list[int]:
        return [one for one in self.staff.meant(names, ticket) if one not in barred]

    def _stands_in(self, person_id: int, barred: Collection[int]) -> int:
        at, passed = person_id, {person_id}
        for _ in range(DEPTH):
            if at not in self.away:
                return at
            following = self.away[at]
            if following is None or following in passed or following in barred or not self.is_member(following):
                return person_id
            passed.add(following)
            at = following
        return person_id if at in self.away else at


class _Leave(msgspec.Struct, frozen=True):
    person_id: int
    substitute_id: int | None


async def panel(tx: ReadTx) -> Panel:
    """As things stand now."""
    staff, (leaves,) = await staff_of(tx), await tx.gather(_leaves())
    return Panel(staff=staff, away={one.person_id: one.substitute_id for one in leaves})


def _leaves() -> Query[_Leave]:
    return Query(
        _Leave,
        """
        select person_id, substitute_id
          from member_leave
         where workspace_id = %(workspace)s and from_at <= %(now)s and until_at > %(now)s
         order by person_id
        """,
        {"now": clock.now()},
    )
