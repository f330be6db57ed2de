"""Whom a guest says to be, kept until the link that was mailed to their address proves it (spec 08).

Until then the words of the form are unverified and change nothing of the person whom the address names. The link's
first use verifies them, and teaches us the name and the language that were given, where better ones are not known.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime

import msgspec

from gongdan.domains.accounts.public import Authority
from gongdan.domains.customers.public import learn
from gongdan.domains.tickets.public import UnitOfWork, commands
from gongdan.infra.db.tx import Query, Tx

Proved = Callable[[Authority], Awaitable[None]]


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    ticket_id: int
    person_id: int
    name: str
    locale: str
    """Empty where the browser asked for none that we have."""


def keep_claim(tx: Tx, claim: Claim, *, now: datetime) -> None:
    tx.insert("guest_claim", {"workspace_id": tx.workspace_id, **msgspec.structs.asdict(claim), "at": now})


def proving(uow: UnitOfWork) -> Proved:
    """What is done when somebody followed the mailed link to a ticket."""

    async def proved(authority: Authority) -> None:
        ticket_id = authority.only_ticket
        if ticket_id is None:
            return
        async with uow.db.read(authority.workspace_id) as tx:
            claims, unproved = await tx.gather(_claim(ticket_id), commands.unverified(ticket_id))
        if not (claims or unproved):
            return
        async with uow.begin(authority, via="portal") as desk:
            await commands.prove_writer(desk, ticket_id)
            (found,) = await desk.tx.gather(_taken(ticket_id))
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

    return proved


def _claim(ticket_id: int) -> Query[Claim]:
    return Query(
        Claim,
        """
        select ticket_id, person_id, name, locale
          from guest_claim
         where workspace_id = %(workspace)s and ticket_id = %(ticket)s
        """,
        {"ticket": ticket_id},
    )


def _taken(ticket_id: int) -> Query[Claim]:
    """The claim, which goes with this transaction: it is learned from once."""
    return Query(
        Claim,
        """
        delete from guest_claim
         where workspace_id = %(workspace)s and ticket_id = %(ticket)s
        returning ticket_id, person_id, name, locale
        """,
        {"ticket": ticket_id},
    )
