"""A conversation as its reader is shown it."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Final

import msgspec

from gongdan.domains.accounts.public import Authority, Reader, TicketKeys, knows, predicate, reach, reader_of, said
from gongdan.domains.conversations.public import SaidThere, conversation_keys, readable, said_in
from gongdan.domains.files.public import FileRef, Visitor, file_ref, of_messages
from gongdan.domains.tickets.http.conversations.bodies import (
    ConversationDetail,
    ConversationMessage,
    Speaker,
    outcome_of,
)
from gongdan.infra.db.tx import Query, ReadTx

MOST: Final = 100
"""Messages of one answer."""


class _InReach(msgspec.Struct, frozen=True):
    number: str
    id: int
    team: str | None
    type: str
    assignee_id: int | None
    requester_id: int
    creator_id: int | None
    organisation_id: int | None
    participants: list[int]

    def keys(self) -> TicketKeys:
        values = {name: getattr(self, name) for name in TicketKeys.__struct_fields__ if name != "participants"}
        return TicketKeys(**values, participants=frozenset(self.participants))


class _Named(msgspec.Struct, frozen=True):
    id: int
    name: str


async def conversation_of(
    tx: ReadTx, authority: Authority, id: int, *, before: int | None, key: bytes, now: datetime
) -> ConversationDetail:
    """A conversation with its last messages before one of them, as far as this reader may know them.

    Raises:
        ConversationNotFound.
    """
    found = await readable(tx, authority, id)
    rows, tickets, parties = await tx.gather(
        said_in(id, before=before, most=MOST + 1), _tickets(id, authority), _name(found.party_id)
    )
    here = reader_of(authority, conversation_keys(found))
    there = {one.number: reader_of(authority, one.keys()) for one in tickets}
    told = [one for one in reversed(rows[:MOST]) if _is_told(one, here, there)]
    (files,) = await tx.gather(of_messages([one.id for one in told if not one.redacted]))
    refs: dict[int, list[FileRef]] = defaultdict(list)
    visitor = Visitor(authority.workspace_id, authority.person_id, authority.bearer)
    for file in files:
        refs[file.message_id].append(file_ref(file, key=key, reader=visitor, now=now))
    return ConversationDetail(
        conversation=outcome_of(found),
        party=Speaker(found.party_id, parties[0].name),
        tickets=[one.number for one in tickets],
        messages=[_shown(one, refs[one.id], there.keys()) for one in told],
        more=len(rows) > MOST,
        earlier=rows[MOST - 1].id if len(rows) > MOST else None,
    )


def _is_told(one: SaidThere, here: Reader, there: Mapping[str, Reader]) -> bool:
    """What the staff wrote for each other on a ticket is for whoever reads that there."""
    reader = here if one.audience == "customer" or one.ticket is None else there.get(one.ticket)
    return reader is not None and knows(reader, said(one, one.audience)).how != "nothing"


def _shown(one: SaidThere, files: list[FileRef], visible: Collection[str]) -> ConversationMessage:
    is_person = one.author_id is not None and one.author_name is not None
    return ConversationMessage(
        id=one.id,
        at=one.at,
        audience=one.audience,
        author=one.author,
        person=Speaker(one.author_id or 0, one.author_name or "") if is_person else None,
        text=one.text,
        html=one.html,
        files=files,
        redacted=one.redacted,
        ticket=one.ticket if one.ticket in visible else None,
    )


def _tickets(id: int, authority: Authority) -> Query[_InReach]:
    within = predicate(reach(authority))
    return Query(
        _InReach,
        f"""
        select t.number, t.id, t.team, t.type, t.assignee_id, t.requester_id, t.creator_id, t.organisation_id,
               array(select distinct p.person_id from participant p
                      where p.workspace_id = t.workspace_id and p.ticket_id = t.id) as participants
          from conversation_ticket l
          join ticket t on t.workspace_id = l.workspace_id and t.id = l.ticket_id
         where l.workspace_id = %(workspace)s
           and l.conversation_id = %(conversation)s
           and t.trashed_at is null
           and {within.sql}
         order by t.id
        """,
        {"conversation": id, **within.params},
    )


def _name(person_id: int) -> Query[_Named]:
    return Query(
        _Named,
        "select id, name from person where workspace_id = %(workspace)s and id = %(person)s",
        {"person": person_id},
    )
