"""The gate of files: who may read one follows from the messages that it hangs on, each time that it is read."""

from typing import Final

import msgspec

from gongdan.domains.accounts.public import Authority, TicketKeys, knows, may, reader_of, said
from gongdan.domains.conversations.public import ConversationKeys
from gongdan.domains.tickets.public import is_visible
from gongdan.infra.db.tx import Query, ReadTx


class _Hung(msgspec.Struct, frozen=True, kw_only=True):
    """A file on a message, by a ticket that its conversation is linked to."""

    audience: str
    redacted: bool
    party_id: int
    trashed: bool
    id: int
    team: str | None
    type: str
    assignee_id: int | None
    requester_id: int
    creator_id: int | None
    organisation_id: int | None
    participants: list[int]


class _SaidInConversation(msgspec.Struct, frozen=True, kw_only=True):
    """The same file on the same message, by its conversation."""

    id: int
    party_id: int
    agent_id: int | None
    team: str | None
    audience: str
    redacted: bool
    is_of_ticket: bool


async def may_read_file(tx: ReadTx, authority: Authority, file_id: int) -> bool:
    """Whether a message that this reader may read has the file. What no message has yet is its uploader's, to whom
    alone its address is given."""
    said_in, hung = await tx.gather(
        Query(_SaidInConversation, _BY_CONVERSATION, {"file": file_id}), Query(_Hung, _BY_TICKET, {"file": file_id})
    )
    if not said_in:
        return True
    return any(_reads(authority, one) for one in hung) or any(_hears(authority, one) for one in said_in)


_BY_CONVERSATION: Final = """
select c.id, c.party_id, c.agent_id, c.team, m.audience, m.redacted_at is not null as redacted,
       m.origin_ticket_id is not null as is_of_ticket
  from attachment a
  join message m on m.workspace_id = a.workspace_id and m.id = a.message_id
  join conversation c on c.workspace_id = m.workspace_id and c.id = m.conversation_id
 where a.workspace_id = %(workspace)s
   and a.file_id = %(file)s
"""

_BY_TICKET: Final = """
select m.audience, m.redacted_at is not null as redacted, c.party_id, t.trashed_at is not null as trashed, t.id, t.team,
       t.type, t.assignee_id, t.requester_id, t.creator_id, t.organisation_id,
       array(select p.person_id from participant p
              where p.workspace_id = t.workspace_id and p.ticket_id = t.id) as participants
  from attachment a
  join message m on m.workspace_id = a.workspace_id and m.id = a.message_id
  join conversation c on c.workspace_id = m.workspace_id and c.id = m.conversation_id
  join conversation_ticket l on l.workspace_id = m.workspace_id and l.conversation_id = m.conversation_id
  join ticket t on t.workspace_id = l.workspace_id and t.id = l.ticket_id
 where a.workspace_id = %(workspace)s
   and a.file_id = %(file)s
   and (m.audience = 'customer' or coalesce(m.origin_ticket_id, t.id) = t.id)
"""


def _hears(authority: Authority, said_in: _SaidInConversation) -> bool:
    """What the staff wrote for each other on a ticket is read there only."""
    keys = ConversationKeys(said_in.id, said_in.party_id, said_in.agent_id, said_in.team)
    if said_in.is_of_ticket and said_in.audience != "customer":
        return False
    file = said(said_in.id, said_in.audience, is_redacted=said_in.redacted)
    return knows(reader_of(authority, keys), file).how != "nothing" and may(authority, "conversation.read", keys)


def _reads(authority: Authority, hung: _Hung) -> bool:
    keys = TicketKeys(
        id=hung.id,
        team=hung.team,
        type=hung.type,
        assignee_id=hung.assignee_id,
        requester_id=hung.requester_id,
        creator_id=hung.creator_id,
        organisation_id=hung.organisation_id,
        participants=frozenset(hung.participants),
    )
    file = said(hung.id, hung.audience, party_id=hung.party_id, is_redacted=hung.redacted)
    is_known = knows(reader_of(authority, keys), file).how != "nothing"
    return is_known and is_visible(authority, keys, trashed=hung.trashed)
