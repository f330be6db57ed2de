"""One round trip of several statements."""

from gongdan.infra.db.tx import Query
from tests.kit import Office

REFUSED = "select 1 / 0 as one"


async def test_a_query_that_asks_for_nothing_is_not_sent(office: Office) -> None:
    """Its place in the answer stays, so that callers need no branch."""
    async with office.services.db.read(office.id) as tx:
        before, nothing, after = await tx.gather(
            Query(dict, "select 1 as one", {}),
            Query(dict, REFUSED, {}, asks=False),
            Query(dict, "select 2 as one", {}),
        )
        assert (before, nothing, after) == ([{"one": 1}], [], [{"one": 2}])
        assert tx.round_trips == 1
