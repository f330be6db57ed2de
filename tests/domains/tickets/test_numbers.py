"""Ticket numbers of a process (spec 01, tenancy)."""

from gongdan.domains.tickets.public import Numbers
from gongdan.kernel import clock
from tests.kit import Office


async def test_numbers_at_hand_need_no_look_and_none_is_lost(office: Office) -> None:
    numbers, rules, now = Numbers(office.services.db), await office.services.rules(office.id, 1), clock.now()

    async def next_free() -> int:
        async with office.read() as tx:
            ((found,),) = await tx.rows(tuple, "select next from number_block where workspace_id = %(workspace)s")
        return int(found)

    await numbers.have(rules, 3, now)
    before = await next_free()
    first = await numbers.take(rules, 1, now)
    assert await next_free() == before
    taken = [*first, *await numbers.take(rules, 4, now)]
    assert [int(one.rpartition("-")[2]) for one in taken] == [1, 2, 3, 4, 5]
