"""The list of notices: one line for each ticket, what is unread first; and what counts as read."""

from datetime import timedelta
from typing import Any

import pytest

from gongdan.domains.realtime.public import NOTICES_READ_CHANNEL
from gongdan.kernel import clock
from tests.domains.notifications.kit import deliver, done
from tests.kit import Office, Visitor, found_office

pytestmark = pytest.mark.anyio


async def lines(visitor: Visitor, **more: Any) -> dict[str, Any]:
    answer = await visitor.get("/notices", by="ticket", **more)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def told(office: Office, person: Visitor, *about: str | None, read: bool = False, is_app: bool = True) -> None:
    """Bare notices about these tickets, in this order; None: about no ticket."""
    async with office.services.db.write(office.id) as tx:
        for number in about:
            tx.put(
                """
                insert into notice (workspace_id, id, person_id, key, kind, line, ticket_id, text, at, read_at, in_app)
                select %(workspace)s, %(id)s, %(person)s, %(key)s, 'answered', 'answered',
                       (select id from ticket where workspace_id = %(workspace)s and number = %(number)s),
                       '{"zh-CN": "新消息", "en": "A new message"}', %(at)s, %(read)s, %(is_app)s
                """,
                id=(one := tx.ids.next()),
                person=person.id,
                key=str(one),
                number=number,
                at=(at := clock.now() + timedelta(microseconds=one % 10_000)),
                read=at if read else None,
                is_app=is_app,
            )


async def three(office: Office) -> tuple[Visitor, list[str]]:
    customer = await office.customer()
    return await office.member("李雷"), [await office.ticket(customer, title=title) for title in "甲乙丙"]


async def test_notices_of_a_ticket_are_one_line_which_says_how_many(office: Office) -> None:
    agent, (one, other, _) = await three(office)
    await told(office, agent, one, one, other, one, None, None)
    found = await lines(agent)
    assert [(line["number"], line["of_ticket"]) for line in found["notices"]] == [
        (None, 1),
        (None, 1),
        (one, 3),
        (other, 1),
    ]
    assert found["unread"] == 4
    own = (await agent.get("/notices", number=one)).json()["notices"]
    assert [line["number"] for line in own] == [one] * 3
    assert own[0]["id"] == found["notices"][2]["id"]


async def test_lines_with_something_unread_come_first_by_time(office: Office) -> None:
    agent, (one, other, third) = await three(office)
    await told(office, agent, one, other)
    await told(office, agent, one, third, other, read=True)
    await told(office, agent, one, is_app=False, read=True)
    found = await lines(agent)
    said = [(line["number"], line["read_at"] is None) for line in found["notices"]]
    assert said == [(other, True), (one, True), (third, False)]
    assert [line["of_ticket"] for line in found["notices"]] == [2, 2, 1]


@pytest.mark.parametrize("by", ["ticket", "notice"])
async def test_older_ones_follow_page_by_page_without_a_gap(office: Office, by: str) -> None:
    agent, customer = await office.member("李雷"), await office.customer()
    numbers = [await office.ticket(customer) for _ in range(7)]
    await told(office, agent, *numbers, None, read=True)
    await told(office, agent, *numbers[::2], numbers[0])
    whole = (await agent.get("/notices", by=by)).json()
    assert whole["after"] is None
    seen, after = list[int](), None
    while True:
        page = (await agent.get("/notices", by=by, limit=2, **({"after": after} if after else {}))).json()
        assert len(page["notices"]) <= 2
        seen += [one["id"] for one in page["notices"]]
        if (after := page["after"]) is None:
            break
    assert seen == [one["id"] for one in whole["notices"]]
    assert len(seen) == (8 if by == "ticket" else 13)


async def test_a_place_that_is_none_or_of_another_order_is_refused(office: Office) -> None:
    agent, (one, other, _) = await three(office)
    await told(office, agent, one, other)
    after = (await lines(agent, limit=1))["after"]
    for wrong in ({"by": "notice", "after": after}, {"by": "ticket", "after": "ö"}, {"by": "ticket", "after": "e30"}):
        answer = await agent.get("/notices", **wrong)
        assert answer.status_code == 422 and answer.json()["faults"][0]["field"] == "after"


async def test_opening_a_ticket_reads_its_notices_and_no_others(office: Office) -> None:
    agent, (one, other, _) = await three(office)
    await told(office, agent, one, other, one)
    assert (await agent.post("/notices/read", {"number": one})).status_code == 204
    found = await lines(agent)
    assert [(line["number"], line["read_at"] is None) for line in found["notices"]] == [(other, True), (one, False)]
    assert found["unread"] == 1


async def test_a_notice_of_no_ticket_is_read_by_itself(office: Office) -> None:
    agent, _ = await three(office)
    await told(office, agent, None, None)
    newest, older = (await lines(agent))["notices"]
    assert (await agent.post("/notices/read", {"id": newest["id"]})).status_code == 204
    assert [line["id"] for line in (await lines(agent))["notices"]] == [older["id"], newest["id"]]


async def test_what_is_read_is_said_in_one_way(office: Office) -> None:
    agent, (one, *_) = await three(office)
    await told(office, agent, one)
    (notice,) = (await lines(agent))["notices"]
    for body in ({}, {"up_to": notice["id"], "number": one}, {"id": notice["id"], "up_to": notice["id"]}):
        answer = await agent.post("/notices/read", body)
        assert answer.status_code == 422, answer.text
        assert answer.json()["faults"][0]["code"] == "notices.one_of"
    assert (await lines(agent))["unread"] == 1


async def test_nobody_reads_the_notices_of_somebody_else_nor_of_another_workspace(office: Office) -> None:
    agent, (one, *_) = await three(office)
    neighbour = await found_office(office.asgi)
    colleague, stranger = await office.member("韩梅梅"), await neighbour.member("外人")
    await told(office, agent, one)
    (notice,) = (await lines(agent))["notices"]
    for person in (colleague, stranger):
        for body in ({"up_to": notice["id"]}, {"number": one}, {"id": notice["id"]}):
            assert (await person.post("/notices/read", body)).status_code == 204
    assert (await lines(agent))["unread"] == 1


async def test_other_pages_of_the_person_are_told_only_when_something_was_unread(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    agent, (one, *_) = await three(office)
    await told(office, agent, one)
    said = list[tuple[str, str]]()
    monkeypatch.setattr(office.services.publisher, "publish", lambda channel, payload: said.append((channel, payload)))
    for _ in range(2):
        await agent.post("/notices/read", {"number": one})
    ((channel, payload),) = [found for found in said if found[0] == NOTICES_READ_CHANNEL]
    assert channel == NOTICES_READ_CHANNEL and one in payload


async def test_a_notice_that_comes_after_reading_makes_its_line_unread_again(office: Office) -> None:
    director, agent = await office.member("韩梅梅", "director"), await office.member("李雷")
    number = await office.ticket(await office.customer())
    for text in ("一", "二"):
        await done(director, number, "notes", text=text, mentions=[agent.id])
        await deliver(office)
        (line,) = (await lines(agent))["notices"]
        assert line["read_at"] is None
        await agent.post("/notices/read", {"number": number})
    (line,) = (await lines(agent))["notices"]
    assert line["of_ticket"] == 2 and line["read_at"] is not None
