"""Customers are found by what one has of them, in pages; and records by the palette."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan.domains.customers.finding.search import Way, ways
from tests.domains.customers.test_records import manager, patched
from tests.kit import Office

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("", []),
        ("  ", []),
        ("王", ["mail", "name"]),
        ("Wang Fang", ["name"]),
        ("wang@x", ["mail", "name"]),
        ("138 0013", ["phone", "phone", "name"]),
        ("+86 138", ["phone", "name"]),
        ("12", ["mail", "name"]),
    ],
)
def test_what_is_typed_is_looked_for_where_it_may_stand(typed: str, kinds: list[str]) -> None:
    assert [way.kind for way in ways(typed, by_handles=True)] == kinds


@given(st.text(max_size=60))
def test_who_may_not_read_addresses_finds_by_names_alone(typed: str) -> None:
    assert {way.kind for way in ways(typed, by_handles=False)} <= {"name"}


def test_a_number_is_looked_for_with_the_country_of_here_too() -> None:
    assert ways("１３８-00", by_handles=True)[:2] == [Way("phone", "13800"), Way("phone", "+8613800")]


async def found(office: Office, **query: str) -> list[str]:
    lead = await manager(office)
    answer = await lead.get("/customers", **query)
    assert answer.status_code == 200, answer.text
    return [one["name"] for one in answer.json()["items"]]


async def test_a_name_is_found_by_any_part_that_somebody_would_type(office: Office) -> None:
    for name in ("诸葛孔明", "Wang Fang", "王芳芳"):
        await office.customer(name)
    assert await found(office, q="孔明") == ["诸葛孔明"]
    assert await found(office, q="诸葛") == ["诸葛孔明"]
    assert await found(office, q="FANG") == ["Wang Fang"]
    assert await found(office, q="wang f") == ["Wang Fang"]
    assert await found(office, q="芳") == ["王芳芳"], "somebody is found once"
    assert await found(office, q="ang") == [], "no part that begins inside a word"


async def test_somebody_is_found_by_the_name_that_they_have_now(office: Office) -> None:
    lead, customer = await manager(office), await office.customer("旧名")
    await patched(lead, f"/customers/{customer.id}", {"name": "新名"})
    assert (await found(office, q="旧名"), await found(office, q="新名")) == ([], ["新名"])


async def test_an_address_and_a_number_are_found_whole_and_by_their_beginning(office: Office) -> None:
    lead = await manager(office)
    handles = [{"kind": "mail", "handle": "zhao@shu.example"}, {"kind": "phone", "handle": "+86 138 0013 8000"}]
    await lead.post("/customers", {"name": "赵云", "handles": handles})
    for typed in ("zhao@shu.example", "ZHAO@", "zha", "13800138000", "1380013", "+86138"):
        assert await found(office, q=typed) == ["赵云"], typed
    assert await found(office, q="8000") == [], "a number is not found by its end"


async def test_signs_of_patterns_are_signs(office: Office) -> None:
    await office.customer("王芳")
    assert [await found(office, q=typed) for typed in ("%", "_", "王%", "\\", "'")] == [[]] * 5


async def test_pages_hold_everybody_once(office: Office) -> None:
    lead = await manager(office)
    made = [(await office.customer(f"李{n}李")).id for n in range(7)]
    for query in ({}, {"q": "李"}):
        seen: list[int] = []
        after = None
        while True:
            asked = {"limit": 3, **query} | ({"after": after} if after else {})
            page = (await lead.get("/customers", **asked)).json()
            seen += [one["id"] for one in page["items"]]
            after = page["after"]
            if after is None:
                break
        assert (len(seen), set(seen)) == (7, set(made))
    assert (await lead.get("/customers", after="x")).status_code == 422


async def test_a_list_is_narrowed_by_tier(office: Office) -> None:
    lead, one = await manager(office), await office.customer("甲客")
    await office.customer("乙客")
    await patched(lead, f"/customers/{one.id}", {"tier": "vip"})
    assert await found(office, tier="vip") == ["甲客"]
    assert await found(office, tier="vip", q="客") == ["甲客"]


async def test_a_record_is_found_by_number_title_name_mail_and_phone(office: Office) -> None:
    lead, customer = await manager(office), await office.customer("王芳", mail="wang@x.test")
    number = await office.ticket(customer, title="无法登录后台", team="service")

    async def numbers(typed: str) -> list[str]:
        return [one["number"] for one in (await lead.get("/find", q=typed)).json()["tickets"]]

    assert await numbers(number) == [number]
    assert await numbers(number.lower()[:-1]) == [number]
    assert await numbers(number.partition("-")[2]) == [number], "without what all numbers begin with"
    assert await numbers("无法登") == [number]
    assert await numbers("登录") == [], "a title is found by its beginning; the full text comes with search"
    assert await numbers("   ") == []
    for typed in ("王", "wang@"):
        assert [one["id"] for one in (await lead.get("/find", q=typed)).json()["customers"]] == [customer.id]


async def test_an_ended_ticket_is_found_and_one_out_of_reach_is_not(office: Office) -> None:
    lead, customer = await manager(office), await office.customer("王芳")
    director = await office.member("总监", "director")
    closed = await office.ticket(customer, title="甲问题", team="service")
    other = await office.ticket(customer, title="甲疑问", team="finance")
    assert (await director.post(f"/tickets/{closed}/close", {"reason": "not_needed"})).status_code == 200
    assert [one["number"] for one in (await lead.get("/find", q="甲")).json()["tickets"]] == [closed]
    assert {one["number"] for one in (await director.get("/find", q="甲")).json()["tickets"]} == {closed, other}
    assert (await lead.get("/find", q=other)).json()["tickets"] == []


async def test_at_most_eight_of_a_kind_are_found(office: Office) -> None:
    lead = await manager(office)
    for n in range(10):
        await office.ticket(await office.customer(f"客{n}"), title=f"客诉{n}", team="service")
    answer = (await lead.get("/find", q="客")).json()
    assert (len(answer["tickets"]), len(answer["customers"])) == (8, 8)


async def test_finding_customers_takes_the_right_to_see_them(office: Office) -> None:
    await office.customer("王芳")
    helper = await office.member("协作", "collaborator")
    assert (await helper.get("/find", q="王芳")).json() == {"tickets": [], "customers": []}


async def test_a_customers_tickets_are_those_in_reach_in_pages(office: Office) -> None:
    lead, customer = await manager(office), await office.customer("王芳")
    mine = [await office.ticket(customer, title=f"{n}", team="service") for n in range(3)]
    await office.ticket(customer, title="别组", team="finance")
    path = f"/customers/{customer.id}/tickets"
    first = (await lead.get(path, limit=2)).json()
    rest = (await lead.get(path, limit=2, after=first["after"])).json()
    assert [one["number"] for one in (*first["items"], *rest["items"])] == mine[::-1]
    assert rest["after"] is None
    talks = (await lead.get(f"/customers/{customer.id}/conversations")).json()["items"]
    assert sorted(one["tickets"] for one in talks) == sorted([number] for number in mine)
