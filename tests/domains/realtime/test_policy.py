"""That the policy is another one, on open pages."""

from litestar import Litestar

from gongdan.domains.accounts.public import Authority
from gongdan.domains.policy.events import DraftChanged, ReleasePublished
from tests.domains.realtime.kit import World, browsing, tell
from tests.infra.log.kit import eventually

Rights = dict[str, Authority | None]


async def test_whoever_may_see_the_policy_hears_that_it_is_another_one(
    asgi: Litestar, world: World, rights: Rights
) -> None:
    rights |= {"li": world.staff(1, actions=["policy.edit"]), "han": world.staff(2, "tech", actions=["policy.read"])}
    rights |= {"wu": world.staff(3)}
    async with browsing(asgi, who="li") as li, browsing(asgi, who="han") as han, browsing(asgi, who="wu") as wu:
        await eventually(lambda: all(one.of("hello") for one in (li, han, wu)))
        await tell(world, world.id, DraftChanged(section="rating", base=1), "release")
        await eventually(lambda: bool(li.of("policy") and han.of("policy")))
        await tell(world, world.id, ReleasePublished(number=2, before=1), "release")
        await eventually(lambda: len(li.of("policy")) == 2)
    assert li.of("policy") == [{"is_published": False}, {"is_published": True}]
    assert wu.of("policy") == []
