"""What a ticket reads of its conversations is found by indexes, however many there are (spec 10)."""

from typing import Any

import psycopg
import pytest

from gongdan.domains.channels.public import addressees, requesters
from gongdan.domains.conversations.public import to_answer
from gongdan.domains.inbox.detail import queries
from gongdan.domains.inbox.detail.lines import lines
from gongdan.domains.inbox.detail.stretches import Stretch
from gongdan.domains.portal.queries import messages
from gongdan.domains.tickets.public import commands
from gongdan.infra.db.tx import Query
from tests.kit import Office

# Serial: what the planner expects follows from all rows of the database, so it is a database of few other tests.
pytestmark = [pytest.mark.anyio, pytest.mark.serial]

_FILL = (
    """
    insert into conversation (workspace_id, id, channel, party_id, origin_ticket_id, last_customer_at, created_at)
    select %(workspace)s, %(first)s + n, 'mail', %(party)s, %(first)s + n, now(), now()
      from generate_series(1, 20000) n
    """,
    """
    insert into conversation_ticket (workspace_id, conversation_id, ticket_id, linked_at)
    select %(workspace)s, %(first)s + n, %(first)s + n, now() from generate_series(1, 20000) n
    """,
    """
    insert into message (workspace_id, id, conversation_id, origin_ticket_id, audience, author, at)
    select %(workspace)s, %(first)s + n, %(first)s + 1 + n / 3, %(first)s + 1 + n / 3, 'customer', 'agent', now()
      from generate_series(1, 20000) n
    """,
)


async def test_nothing_reads_all_conversations_or_messages(office: Office, owner_url: str) -> None:
    customer = await office.customer()
    opened = await office.opened(customer)
    number, ticket_id = opened.decision.after.live.number, opened.decision.ticket_id
    with psycopg.connect(owner_url, autocommit=True) as owner:
        for sql in _FILL:
            owner.execute(sql, {"workspace": office.id, "party": customer.id, "first": 2**40})
        owner.execute("analyze conversation, conversation_ticket, message")
    reply = {"ticket": ticket_id, "conversation": opened.conversation_id}
    asked: dict[str, Query[Any]] = {
        "detail": lines(number, Stretch()),
        "addressee": queries.addressee(number),
        "reply": Query(tuple, addressees("(%(ticket)s)", "%(conversation)s"), reply),
        "notice": Query(tuple, requesters("(select unnest(%(ids)s::bigint[]))"), {"ids": [ticket_id]}),
        "answer": to_answer(ticket_id, writer=customer.id, requester=customer.id),
        "proof": commands.unverified(ticket_id),
        "portal": messages(number, customer.id),
    }
    async with office.read() as tx:
        for name, one in asked.items():
            plan = await tx.rows(tuple, "explain " + one.sql, **one.params)
            read_whole = [
                line for (line,) in plan if "Seq Scan on conversation" in line or "Seq Scan on message" in line
            ]
            assert read_whole == [], name
