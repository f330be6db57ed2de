"""Whom a guest says to be, kept until the link that was mailed to their address proves it (spec 08).

Until then the words of the form are unverified and change nothing of the person whom the address names. Following the
link is no proof: programs that look through mails do. Saying “this was me” on its page verifies them, and teaches us
the name and the language that were given, where better ones are not known.
"""

from datetime import datetime

import msgspec

from gongdan.domains.accounts.public import sessions
from gongdan.domains.customers.public import learn
from gongdan.domains.tickets.public import Desk, commands
from gongdan.infra.db.tx import Query, Tx


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    ticket_id: int
    person_id: int
    name: str
    locale: str
    """Empty where the browser asked for none that we have."""


def keep_claim(tx: Tx, claim: Claim, *, now: datetime) -> None:
    tx.insert("guest_claim", {"workspace_id": tx.workspace_id, **msgspec.structs.asdict(claim), "at": now})


async def prove(desk: Desk, number: str, secret: str) -> None:
    """Whoever followed the mailed link to a ticket, and has the session with this ``secret``, says that its words are
    theirs. Again, and for who did not come by a link or did not ask, it changes nothing.

    Raises:
        TicketNotFound: no such ticket, or not one of theirs.
    """
    case = await desk.case(number, "ticket.read")
    ticket, who = case.live, desk.authority
    if who.only_ticket != ticket.id or who.person_id != ticket.requester_id:
        return
    await commands.prove_writer(desk, ticket.id)
    sessions.verify_mail(desk.tx, secret, now=desk.now)
    (found,) = await desk.tx.gather(_taken(ticket.id, ticket.requester_id))
    for claim in found:
        await learn(
            desk.tx,
            claim.person_id,
            name=claim.name,
            locale=claim.locale,
            actor=desk.actor,
            command_id=desk.command_id,
            release=desk.rules.release,
            now=desk.now,
        )


def _taken(ticket_id: int, person_id: int) -> Query[Claim]:
    """The person's claim, which goes with this transaction."""
    return Query(
        Claim,
        """
        delete from guest_claim
         where workspace_id = %(workspace)s and ticket_id = %(ticket)s and person_id = %(person)s
        returning ticket_id, person_id, name, locale
        """,
        {"ticket": ticket_id, "person": person_id},
    )
