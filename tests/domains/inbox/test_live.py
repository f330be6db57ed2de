"""What the live side reads: lines of changed tickets, the keys that decide who sees them, the counters."""

from gongdan.domains.accounts.public import covers, reach
from gongdan.domains.inbox import live
from gongdan.domains.inbox.views.shipped import VIEWS
from gongdan.domains.realtime.public import Wanted
from tests.kit import Office


async def test_a_line_is_the_row_of_the_list_with_the_keys_of_the_ticket(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    opened = await office.opened(customer, team="service")
    ticket = opened.decision.after.live
    async with office.read() as tx:
        (line,) = await live.lines(office.services.rules)(tx, [ticket.id], Wanted())
        keys = await live.find(tx, ticket.number)
        assert tx.round_trips == 2
    assert line.keys == keys
    assert covers(reach(agent.authority), line.keys)
    (row,) = (await agent.get("/tickets")).json()["rows"]
    assert (line.number, line.version) == (row["number"], row["version"])
    assert line.row.requester.name == row["requester"]["name"]


async def test_what_no_list_shows_has_no_row(office: Office, owner_url: str) -> None:
    import psycopg

    ticket = (await office.opened(await office.customer())).decision.after.live
    with psycopg.connect(owner_url, autocommit=True) as owner:
        owner.execute("update ticket set spam_at = now() where id = %s", [ticket.id])
    async with office.read() as tx:
        assert [line.row for line in await live.lines(office.services.rules)(tx, [ticket.id], Wanted())] == [None]
        assert await live.find(tx, "GD-0") is None


async def test_what_is_counted_are_the_views_that_a_reader_sees(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    await agent.call("PUT", "/me/views", json={"hidden": ["waiting"]})
    rules, db = office.services.rules, office.services.db
    found = await live.views(rules)(db, agent.authority)
    assert [watch.view for watch in found.watches] == [key for key in VIEWS if key != "waiting"]
    assert await live.members(rules)(db, agent.authority, found.watches) == [[]] * len(found.watches)
