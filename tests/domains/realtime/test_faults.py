"""What goes wrong for one, and stays with them."""

import msgspec
import pytest

from gongdan.domains.realtime.http.stream import WatchList
from gongdan.domains.realtime.public import ListAsked, ListHint
from gongdan.domains.realtime.stream import Live
from gongdan.infra.bus import MOST_BYTES
from tests.domains.realtime.kit import Counting, World


async def test_views_that_cannot_be_read_keep_nobody_elses_from_being_counted(
    world: World, live: Live, counted: Counting
) -> None:
    counted.broken.add(1)
    both = [await live.join(world.staff(person), None) for person in (1, 2)]
    await live.counters.recount()
    assert (both[0].counts, both[1].counts) == ({}, {"team": 0, "mine": 0})
    counted.broken.clear()
    await live.counters.recount()
    assert both[0].counts == both[1].counts


@pytest.mark.parametrize("char", ["\x01", "案", "😀", '"'])
def test_whatever_a_list_is_asked_by_is_a_hint_to_other_processes(char: str) -> None:
    asked = {"client": 40, "list": 40, "view": 63, "where": 1_000, "sort": 80}
    data = msgspec.convert({name: char * most for name, most in asked.items()}, WatchList)
    for name, most in asked.items():
        with pytest.raises(msgspec.ValidationError):
            msgspec.convert({"client": "x", "list": "x", name: char * (most + 1)}, WatchList)
    listed = ListAsked(view=data.view, where=data.where, sort=data.sort, order="desc")
    hint = ListHint(workspace_id=2**53, person_id=2**53, client=data.client, list=data.list, asked=listed)
    assert len(msgspec.json.encode(hint)) <= MOST_BYTES
