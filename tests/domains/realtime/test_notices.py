"""Notices on the open pages of their person."""

from litestar import Litestar

from gongdan.domains.accounts.public import Authority
from gongdan.domains.realtime.public import NoticeHint, NoticesReadHint, tell_notice, tell_notices_read
from gongdan.infra.bus import Publisher
from tests.domains.realtime.kit import World, browsing
from tests.infra.log.kit import eventually

Rights = dict[str, Authority | None]


async def test_a_notice_reaches_its_person_only(
    asgi: Litestar, world: World, rights: Rights, publisher: Publisher
) -> None:
    rights |= {"li": world.staff(1), "han": world.staff(2)}
    async with browsing(asgi, who="li") as li, browsing(asgi, who="han") as han:
        await eventually(lambda: bool(li.of("hello") and han.of("hello")))
        tell_notice(publisher, NoticeHint(workspace_id=world.id, person_id=1, notice_id=501))
        await eventually(lambda: li.of("notice") == [{"id": 501}])
    assert han.of("notice") == []


async def test_what_a_person_read_on_one_page_is_told_to_all_of_theirs_and_to_nobody_else(
    asgi: Litestar, world: World, rights: Rights, publisher: Publisher
) -> None:
    rights |= {"li": world.staff(1), "han": world.staff(2)}
    async with browsing(asgi, who="li") as li, browsing(asgi, who="li") as tab, browsing(asgi, who="han") as han:
        await eventually(lambda: all(bool(one.of("hello")) for one in (li, tab, han)))
        tell_notices_read(publisher, NoticesReadHint(workspace_id=world.id, person_id=1, number="GD-1"))
        await eventually(lambda: all(one.of("notices_read") == [{"number": "GD-1"}] for one in (li, tab)))
    assert han.of("notices_read") == []
