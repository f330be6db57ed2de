"""Who wrote proves to be who they said they are: their words are theirs from then on."""

import msgspec

from gongdan.domains.tickets import intents
from gongdan.domains.tickets.desk.desk import Desk
from gongdan.domains.tickets.engine.settle import Decision
from gongdan.infra.db.tx import Query


class Unverified(msgspec.Struct, frozen=True):
    """A message that stands under the requester's name without proof."""

    id: int


def unverified(ticket_id: int) -> Query[Unverified]:
    """The messages of a ticket's requester that nobody proved to be theirs, oldest first."""
    return Query(
        Unverified,
        """
        select m.id
          from ticket t
          join conversation_ticket l on l.workspace_id = t.workspace_id and l.ticket_id = t.id
          join message m on m.workspace_id = l.workspace_id and m.conversation_id = l.conversation_id
         where t.workspace_id = %(workspace)s
           and t.id = %(ticket)s
           and m.author_id = t.requester_id
           and m.author = 'customer'
           and m.unverified
         order by m.id
        """,
        {"ticket": ticket_id},
    )


async def prove_writer(desk: Desk, ticket_id: int) -> Decision | None:
    """The requester followed the link that was mailed to them: what stands on the ticket in their name is theirs. Doing
    it again changes nothing."""
    cases = await desk.cases_by_id([ticket_id])
    (found,) = await desk.tx.gather(unverified(ticket_id))
    if not cases or not found:
        return None
    ids = tuple(one.id for one in found)
    desk.tx.put(
        """
        update message set unverified = false
         where workspace_id = %(workspace)s and id = any(%(ids)s)
        """,
        ids=ids,
    )
    return desk.apply(desk.settle(cases[0], intents.ProveWriter(message_ids=ids)))
