"""Finding a record by what one has of it: a ticket by its number or the beginning of its title, a customer by name,
mail address or number. Open and ended ones, within reach; few of each kind, in one round trip."""

from datetime import datetime
from typing import Any, Final

import msgspec

from gongdan.domains.accounts.public import (
    PERSONAL,
    Authority,
    Reach,
    knows,
    predicate,
    reach,
    reader_somewhere,
)
from gongdan.domains.bundle.workflows import Phase
from gongdan.domains.customers.public import READ, FoundCustomer, Only, page, reached_by, ways, within
from gongdan.domains.inbox.directory.shapes import FoundPerson, FoundRecords, FoundTicket
from gongdan.domains.inbox.shapes import PersonRef
from gongdan.infra.db.tx import Query, ReadTx
from gongdan.kernel.text import normalise

MOST_OF_A_KIND: Final = 8
_LOOKED_AT: Final = 5_000
"""Tickets whose titles begin so, of which those in reach are shown."""
_LAST: Final = "\U0010ffff"


class _TicketLine(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    number: str
    title: str
    type: str
    status: str
    phase: Phase
    requester_id: int
    requester_name: str
    updated_at: datetime


async def find(tx: ReadTx, authority: Authority, typed: str, number_prefix: str) -> FoundRecords:
    """What ``typed`` may mean to this reader."""
    text = typed.strip()
    if not text:
        return FoundRecords(tickets=[], customers=[])
    reader, seen = reader_somewhere(authority), reach(authority)
    asked = ways(text, by_handles=PERSONAL in reader.classes)
    customers: Query[Any] = page(asked, Only(), within(authority, READ), None, MOST_OF_A_KIND * 2)
    customers = msgspec.structs.replace(customers, asks=bool(asked))
    by_number, by_title, people = await tx.gather(
        _by_number(text, number_prefix, seen), _by_title(text, seen), customers, last=True
    )
    tickets = {one.id: one for one in (*by_number, *by_title)}
    shown = list({one.id: one for one in people}.values())[:MOST_OF_A_KIND]

    def found_person(one: FoundCustomer) -> FoundPerson:
        mail, phone = (knows(reader, reached_by([way])).left for way in (one.mail, one.phone))
        return FoundPerson(
            id=one.id,
            name=one.name,
            tier=one.tier,
            mail=mail[0] if mail else None,
            phone=phone[0] if phone else None,
            organisations=one.organisations,
        )

    return FoundRecords(
        tickets=[_ticket(one) for one in list(tickets.values())[:MOST_OF_A_KIND]],
        customers=[found_person(one) for one in shown],
    )


def _ticket(one: _TicketLine) -> FoundTicket:
    return FoundTicket(
        number=one.number,
        title=one.title,
        type=one.type,
        status=one.status,
        phase=one.phase,
        requester=PersonRef(id=one.requester_id, name=one.requester_name),
        updated_at=one.updated_at,
    )


_LINE: Final = """
       t.id, t.number, t.title, t.type, t.status, t.phase, t.requester_id, p.name as requester_name, t.updated_at
"""
_SHOWN: Final = "t.spam_at is null and t.trashed_at is null"
"""Ended and archived ones too."""


def _by_number(text: str, prefix: str, seen: Reach) -> Query[_TicketLine]:
    """The number whole or its beginning, with or without what all numbers begin with. Served by the unique index."""
    within_reach, begun = predicate(seen), text.upper()
    begins = [begun] if begun.startswith(prefix.upper()) else [begun, f"{prefix}-{begun}"]
    return Query(
        _TicketLine,
        f"""
        select {_LINE}
          from unnest(%(begins)s::text[]) b (begins)
         cross join lateral (
           select * from ticket t
            where t.workspace_id = %(workspace)s and t.number >= b.begins and t.number < b.begins || %(last)s
              and {_SHOWN} and {within_reach.sql}
            order by t.number desc
            limit {MOST_OF_A_KIND}) t
          join person p on p.workspace_id = t.workspace_id and p.id = t.requester_id
         order by t.number desc
         limit {MOST_OF_A_KIND}
        """,
        {"begins": begins, "last": _LAST, **within_reach.params},
        asks=any(sign.isdigit() for sign in text) or begun.startswith(prefix.upper()),
    )


def _by_title(text: str, seen: Reach) -> Query[_TicketLine]:
    """Served by ``ticket_by_title``; the latest come first."""
    within_reach, begins = predicate(seen), normalise(text)[:60]
    return Query(
        _TicketLine,
        f"""
        select {_LINE}
          from (select * from ticket t
                 where t.workspace_id = %(workspace)s and t.title_start >= %(from)s and t.title_start < %(until)s
                 limit {_LOOKED_AT}) t
          join person p on p.workspace_id = t.workspace_id and p.id = t.requester_id
         where {_SHOWN} and {within_reach.sql}
         order by t.updated_at desc, t.id desc
         limit {MOST_OF_A_KIND}
        """,
        {"from": begins, "until": begins + _LAST, **within_reach.params},
    )
