"""Who can see a ticket, and why: the one definition of permission, asked for everybody."""

from typing import Final, Literal

import msgspec

from gongdan.domains.accounts.public import Authority, TicketKeys, by_people, grounds, members, reader_of
from gongdan.domains.inbox.lists.queries import organisation_admins
from gongdan.domains.tickets.public import TicketNotFound, case_of, is_visible, keys, load
from gongdan.infra.db.tx import ReadTx
from gongdan.kernel.errors import Forbidden

LOOKED_AT: Final = 500
"""Members who are asked for; the rest is said to be left out."""
_AT_ONCE: Final = 100


class Ground(msgspec.Struct, frozen=True, order=True):
    """A scope that lets them see it."""

    scope: str
    is_narrowed: bool
    """Only certain teams or types, of which the ticket's is one."""


class TicketReader(msgspec.Struct, frozen=True, kw_only=True):
    person_id: int
    name: str
    kind: Literal["staff", "customer"]
    roles: list[str]
    grounds: list[Ground]
    reads_notes: bool
    """Whether they read what customers do not see."""


class TicketReaders(msgspec.Struct, frozen=True, kw_only=True):
    readers: list[TicketReader]
    looked_at: int
    members: int
    """Active ones. Where there are more than were looked at, some may see it who are not named."""


async def readers_of(tx: ReadTx, authority: Authority, number: str) -> TicketReaders:
    """Members by name, then customers: the requester, who takes part, and who administers the organisation.

    Raises:
        TicketNotFound: no such ticket, or not one that the asker may see.
        Forbidden: they read no internal notes there. Who watches and was asked is the staff's.
    """
    (rows,) = await tx.gather(load("t.number = %(number)s", {"number": number}))
    if not rows:
        raise TicketNotFound(number=number)
    ticket = case_of(rows[0]).live
    found, trashed = keys(ticket), rows[0].trashed
    if not is_visible(authority, found, trashed=trashed):
        raise TicketNotFound(number=number)
    if not reader_of(authority, found).is_inside:
        raise Forbidden(action="note.read")
    staff = [one.id for one in await members(tx) if one.active]
    customers = {ticket.requester_id, *found.participants, *await organisation_admins(tx, found.organisation_id)}
    looked = staff[:LOOKED_AT]
    readers = [
        *await _readers(tx, looked, "staff", found, trashed),
        *await _readers(tx, sorted(customers - set(staff)), "customer", found, trashed),
    ]
    return TicketReaders(readers=readers, looked_at=len(looked), members=len(staff))


async def _readers(
    tx: ReadTx, people: list[int], kind: Literal["staff", "customer"], found: TicketKeys, trashed: bool
) -> list[TicketReader]:
    readers = []
    for start in range(0, len(people), _AT_ONCE):
        some = people[start : start + _AT_ONCE]
        authorities = await by_people(tx, some, kind)
        readers += [
            _reader(authorities[one], kind, found)
            for one in some
            if one in authorities and is_visible(authorities[one], found, trashed=trashed)
        ]
    return readers


def _reader(authority: Authority, kind: Literal["staff", "customer"], found: TicketKeys) -> TicketReader:
    why = {Ground(one.scope, bool(one.keys)) for one in grounds(authority, "ticket.read", found)}
    return TicketReader(
        person_id=authority.me,
        name=authority.name,
        kind=kind,
        roles=sorted(authority.roles),
        grounds=sorted(why),
        reads_notes=bool(grounds(authority, "note.read", found)),
    )
