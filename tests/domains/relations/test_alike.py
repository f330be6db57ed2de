"""What may say the same is named before it is opened again, and where tickets are linked."""

import pytest

from gongdan.domains.relations.kinds import ALIKE, likeness
from tests.kit import Office

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("one", "other", "is_alike"),
    [
        ("无法登录", "无法登录", True),
        ("无法登录系统", "登录系统无法进入", True),
        ("Cannot log in", "cannot  LOG in!", True),
        ("无法登录", "发票开错了", False),
        ("打印机不工作", "打印机", True),
        ("", "", False),
        ("好", "好", True),
    ],
)
def test_titles_are_alike_in_any_language(one: str, other: str, is_alike: bool) -> None:
    assert (likeness(one, other) >= ALIKE) == is_alike, likeness(one, other)
    assert likeness(one, other) == likeness(other, one)


async def test_open_tickets_of_the_same_requester_are_named(office: Office) -> None:
    lead, customer = await office.member("韩梅梅", "director"), await office.customer()
    same = await office.ticket(customer, title="无法登录系统")
    await office.ticket(customer, title="发票开错了")
    ended = await office.ticket(customer, title="无法登录系统了")
    await lead.post(f"/tickets/{ended}/close", {"reason": "not_needed"})
    await office.ticket(await office.customer("曹操"), title="无法登录系统")
    for asked in ({"requester_id": customer.id}, {"mail": customer.mail}):
        found = (await lead.get("/tickets/alike", title="无法登录系统", **asked)).json()
        assert [one["number"] for one in found] == [same], asked
    assert (await lead.get("/tickets/alike", title="无法登录系统")).json() == []
    assert (await lead.get("/tickets/alike", title="无法登录系统", mail="no mail")).json() == []
    found = (await lead.get(f"/tickets/{same}/alike")).json()
    assert [one["number"] for one in found] == [ended]


async def test_what_is_out_of_reach_is_not_named(office: Office) -> None:
    customer = await office.customer()
    near, far = await office.ticket(customer, team="service"), await office.ticket(customer, team="finance")
    agent = await office.member("李雷", "agent", service=False)
    found = await agent.get("/tickets/alike", title="无法登录", requester_id=customer.id)
    assert [one["number"] for one in found.json()] == [near]
    assert (await agent.get(f"/tickets/{far}/alike")).status_code == 404
