"""Lists of tickets: what a reader gets, in which order, and what they may not ask (spec 01, permission; spec 09)."""

import json
from datetime import datetime, timedelta
from typing import Any

import msgspec
import pytest

from gongdan import wiring
from gongdan.conditions.grammar import Condition
from gongdan.domains.accounts.public import covers, reach
from gongdan.domains.inbox.lists.cursors import Cursor
from gongdan.domains.inbox.lists.reading import ListRequest, read_page
from gongdan.domains.inbox.views.columns import SORTS
from gongdan.domains.inbox.views.compiled import bound
from gongdan.domains.inbox.views.counts import view_counts
from gongdan.domains.inbox.views.shipped import VIEWS
from gongdan.domains.tickets.public import NewTicket, commands, keys, values
from gongdan.kernel import clock
from tests.kit import Office, Visitor, found_office


async def numbers(visitor: Visitor, **query: Any) -> list[str]:
    """All pages of a list, two rows at a time."""
    found: list[str] = []
    after: dict[str, Any] = {}
    while True:
        answer = await visitor.get("/tickets", limit=2, **query, **after)
        assert answer.status_code == 200, answer.text
        page = answer.json()
        found += [row["number"] for row in page["rows"]]
        if page["after"] is None:
            return found
        after = {"after": page["after"]}


async def counts(visitor: Visitor) -> dict[str, int]:
    return {view["key"]: view["count"] for view in (await visitor.get("/views")).json() if view["shelf"] is None}


async def test_a_row_names_its_people(office: Office) -> None:
    lead, customer = await office.member("韩梅梅", "director"), await office.customer("王芳")
    number = await office.ticket(customer, title="无法登录", tags=("vip",))
    (row,) = (await lead.get("/tickets")).json()["rows"]
    assert (row["number"], row["title"], row["requester"]["name"]) == (number, "无法登录", "王芳")
    assert (row["assignee"], row["tags"], row["tier"]) == (None, ["vip"], "normal")


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("order", ["asc", "desc"])
async def test_pages_together_are_the_whole_list_in_order(office: Office, sort: str, order: str) -> None:
    lead, customer = await office.member("韩梅梅", "director"), await office.customer()
    for priority in ("P2", "P0", "P3", "P1", "P0"):
        await office.ticket(customer, priority=priority)
    whole = [row["number"] for row in (await lead.get("/tickets", sort=sort, order=order)).json()["rows"]]
    assert len(whole) == 5
    assert await numbers(lead, sort=sort, order=order) == whole
    other_way = "asc" if order == "desc" else "desc"
    assert await numbers(lead, sort=sort, order=other_way) == whole[::-1]


async def test_the_latest_change_comes_first(office: Office) -> None:
    lead, customer = await office.member("韩梅梅", "director"), await office.customer()
    first, second = await office.ticket(customer), await office.ticket(customer)
    assert await numbers(lead) == [second, first]
    async with lead.desk() as desk:
        await commands.set_tags(desk, await desk.case(first, "ticket.tag"), add=("x",), remove=())
    assert await numbers(lead) == [first, second]


async def test_a_list_holds_what_is_in_reach_and_each_ticket_once(office: Office) -> None:
    """Branches of a reach overlap: a ticket of one's team that one also watches is listed once."""
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    mine = await office.ticket(customer, team="service")
    foreign = await office.ticket(customer, team="finance")
    async with agent.desk() as desk:
        await commands.set_watching(desk, await desk.case(mine, "ticket.watch"), person_id=None, watching=True)
    assert await numbers(agent) == [mine]
    assert (await counts(agent))["all_open"] == 1
    assert (await agent.get("/tickets?view=watching")).json()["rows"][0]["number"] == mine
    assert foreign not in await numbers(agent)


async def test_what_one_asked_for_or_opened_is_listed_until_it_is_closed(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    asked, foreign = await office.ticket(agent, team="finance"), await office.ticket(customer, team="service")
    call = NewTicket(
        number="T-1", requester=customer.id, channel="phone", title="来电", by_agent=True, category="other"
    )
    async with agent.desk() as desk:
        opened = (await commands.open_ticket(desk, call, wiring.triage)).decision.after.live.number
    assert await numbers(agent, view="requested") == [opened, asked]
    async with office.desk() as desk:
        await commands.close(desk, await desk.case(asked, "ticket.close"), reason="not_needed", seen=None)
    assert await numbers(agent, view="requested") == [opened]
    assert foreign in await numbers(agent)


async def test_another_workspace_is_not_listed(office: Office, asgi: Any) -> None:
    await office.ticket(await office.customer())
    stranger = await (await found_office(asgi)).member("外人", "admin")
    assert await numbers(stranger) == []
    assert set((await counts(stranger)).values()) == {0}


async def test_counts_are_what_the_lists_hold(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    for n in range(3):
        await office.ticket(customer, team="service", priority=f"P{n}")
    number = await office.ticket(customer, team="service", assignee_id=agent.id)
    await office.ticket(customer, team="finance")
    async with agent.desk() as desk:
        await commands.accept(desk, await desk.case(number, "ticket.accept"), promised_at=None)
    found = await counts(agent)
    assert found == {view: len(await numbers(agent, view=view)) for view in VIEWS}
    assert (found["mine"], found["unassigned"], found["team"]) == (1, 3, 4)


async def test_a_filtered_list_is_counted_as_it_is_read(office: Office) -> None:
    lead, customer = await office.member("组长", "lead", service=True), await office.customer()
    for priority in ("P1", "P3", "P3"):
        await office.ticket(customer, team="service", priority=priority)
    where = '{"field":"priority","op":"is","value":"P3"}'
    for query in ({"view": "all_open"}, {"view": "all_open", "where": where}, {"where": where}, {"view": "mine"}):
        rows = (await lead.get("/tickets", **query)).json()["rows"]
        assert (await lead.get("/tickets/count", **query)).json() == {"count": len(rows)}
    agent = await office.member("外人", "agent", service=False)
    assert (await agent.get("/tickets/count", where=where)).json() == {
        "count": len((await agent.get("/tickets", where=where)).json()["rows"])
    }


async def test_a_row_says_who_spoke_last_and_whether_time_stands_still(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=True), await office.customer()
    number = await office.ticket(customer, team="service", assignee_id=agent.id)

    async def row() -> dict[str, Any]:
        found = (await agent.get("/tickets", view="mine")).json()["rows"]
        return next(one for one in found if one["number"] == number)

    assert ((await row())["last_word"]["by"], (await row())["paused"]) == ("customer", False)
    await agent.post(f"/tickets/{number}/accept")
    await agent.post(f"/tickets/{number}/replies", {"text": "请提供序列号"})
    said = (await row())["last_word"]
    assert (said["by"], said["person_id"]) == ("agent", agent.id)
    await agent.post(f"/tickets/{number}/notes", {"text": "内部说明"})
    assert (await row())["last_word"] == said
    await agent.post(f"/tickets/{number}/moves", {"to": "waiting"})
    found = await row()
    assert (found["phase"], found["paused"], found["next_due_at"]) == ("waiting_customer", True, None)


async def test_a_condition_filters(office: Office) -> None:
    lead, customer = await office.member("韩梅梅", "director"), await office.customer()
    urgent, _ = await office.ticket(customer, priority="P0"), await office.ticket(customer, priority="P3")
    where = json.dumps({"all": [{"field": "priority", "op": "is", "value": "P0"}]})
    assert await numbers(lead, where=where) == [urgent]
    joined = json.dumps({"field": "requester.tier", "op": "is", "value": "normal"})
    assert len(await numbers(lead, where=joined, view="all_open")) == 2


@pytest.mark.parametrize(
    ("query", "fault"),
    [
        ({"after": "nonsense"}, "inbox.bad_cursor"),
        ({"after": str(Cursor(sort="created", order="desc", value=clock.now(), id=1))}, "inbox.bad_cursor"),
        ({"after": str(Cursor(sort="updated", order="desc", value=5, id=1))}, "inbox.bad_cursor"),
        ({"where": "{"}, "inbox.not_a_condition"),
        ({"where": '{"not":' * 2_500}, "inbox.not_a_condition"),
        ({"where": '{"field": "salary", "op": "is", "value": 1}'}, "condition.field_unknown"),
        ({"limit": 0}, "too_small"),
        ({"sort": "salary"}, "inbox.gives_no_order"),
        ({"sort": "fields.salary"}, "inbox.gives_no_order"),
    ],
)
async def test_a_question_out_of_bounds_is_refused(office: Office, query: dict[str, Any], fault: str) -> None:
    lead = await office.member("韩梅梅", "director")
    answer = await lead.get("/tickets", **query)
    assert (answer.status_code, answer.json()["faults"][0]["code"]) == (422, fault)


async def test_customers_have_the_portal_and_not_the_queue(office: Office) -> None:
    customer = await office.customer()
    for path in ("/tickets", "/views"):
        assert (await customer.get(path)).status_code == 403


async def test_a_page_and_all_counts_cost_one_round_trip_each(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    rules = await office.services.rules(office.id, 1)
    async with office.read() as tx:
        await read_page(tx, agent.authority, rules, ListRequest(view="team"), now=clock.now())
        assert tx.round_trips == 1
        await view_counts(tx, agent.authority, rules, now=clock.now())
        assert tx.round_trips == 2


async def test_a_view_lists_the_tickets_for_which_its_condition_holds(office: Office) -> None:
    """The list asks the database; the condition is held against each ticket as decisions see it."""
    agent, lead = await office.member("李雷", "agent", service=False), await office.member("韩梅梅", "director")
    customer = await office.customer()
    numbered = [await office.ticket(customer, team="service", priority=f"P{n % 4}") for n in range(6)]
    numbered.append(await office.ticket(customer, team="service", assignee_id=agent.id, priority="P0"))
    numbered.append(await office.ticket(agent, team="finance"))
    numbered.append(await office.ticket(lead))
    async with agent.desk() as desk:
        await commands.set_watching(desk, await desk.case(numbered[0], "ticket.watch"), person_id=None, watching=True)
        await commands.accept(desk, await desk.case(numbered[6], "ticket.accept"), promised_at=None)
    for status in ("in_progress", "waiting"):
        async with agent.desk() as desk:
            await commands.move(desk, await desk.case(numbered[6], "ticket.move"), to=status, reason=None, seen=None)
    async with office.desk() as desk:
        await commands.close(desk, await desk.case(numbered[1], "ticket.close"), reason="not_needed", seen=None)
    rules = await office.services.rules(office.id, 1)
    now = clock.now() + timedelta(minutes=12)
    async with office.desk() as desk:
        cases = [await desk.case(number, "ticket.read") for number in numbered]
    for asker in (agent, lead):
        sees = [case for case in cases if covers(reach(asker.authority), keys(case.live))]
        for view in VIEWS.values():
            condition = bound(view.condition, asker.authority, now)
            holding = {c.live.number for c in sees if rules.holds(condition, values(c, rules.registry), now)}
            async with office.read() as tx:
                page = await read_page(tx, asker.authority, rules, ListRequest(view=view.key), now=now)
            assert {row.number for row in page.rows} == holding, view.key


async def test_the_condition_of_a_view_can_be_sent_as_a_filter(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    for n in range(4):
        await office.ticket(customer, team="service", priority=f"P{n}", assignee_id=agent.id if n else None)
    views = [one for one in (await agent.get("/views")).json() if one["shelf"] is None]
    assert [one["key"] for one in views] == list(VIEWS)
    for one in views:
        asked = {"where": json.dumps(one["condition"]), "sort": one["sort"]}
        assert await numbers(agent, **asked) == await numbers(agent, view=one["key"]), one


CONDITIONS = [
    {"field": "watchers", "op": "is_empty"},
    {"field": "next_due_at", "op": "is_empty"},
    {"field": "next_due_at", "op": "within_next", "value": {"n": 20, "unit": "minute"}},
    {"field": "risk_at", "op": "within_next", "value": {"n": 20, "unit": "minute"}},
    {"field": "breached", "op": "is", "value": True},
    {"not": {"field": "breached", "op": "is", "value": True}},
]


async def test_lists_and_decisions_agree_on_clocks_and_watchers(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    all_of_them = [await office.ticket(customer, team="service", priority=f"P{n}") for n in range(4)]
    async with agent.desk() as desk:
        await commands.set_watching(
            desk, await desk.case(all_of_them[1], "ticket.watch"), person_id=None, watching=True
        )
    async with office.desk() as desk:
        await commands.close(desk, await desk.case(all_of_them[2], "ticket.close"), reason="not_needed", seen=None)
    rules = await office.services.rules(office.id, 1)
    watched = {"field": "watchers", "op": "has", "value": agent.id}
    async with agent.desk() as desk:
        cases = [await desk.case(number, "ticket.read") for number in all_of_them]
        for asked in (*CONDITIONS, watched):
            condition = msgspec.convert(asked, Condition)
            holding = {
                case.live.number for case in cases if rules.holds(condition, values(case, rules.registry), desk.now)
            }
            assert set(await numbers(agent, where=json.dumps(asked))) == holding, asked
    assert await numbers(agent, where=json.dumps(watched)) == [all_of_them[1]]


class _Risk(msgspec.Struct, frozen=True):
    number: str
    risk_at: datetime | None
    bodies: list[dict[str, Any]]


async def test_the_risk_of_a_ticket_is_the_earliest_of_its_clocks_and_the_view_follows_it(office: Office) -> None:
    lead, agent = await office.member("韩梅梅", "director"), await office.member("李雷", "agent", service=False)
    customer = await office.customer()
    found = {p: await office.ticket(customer, team="service", priority=p, assignee_id=agent.id) for p in ("P0", "P3")}
    async with office.read() as tx:
        rows = await tx.rows(
            _Risk,
            """
            select t.number, t.risk_at,
                   array(select k.body from ticket_clock k
                          where k.workspace_id = t.workspace_id and k.ticket_id = t.id) as bodies
              from ticket t where t.workspace_id = %(workspace)s
            """,
        )
    for row in rows:
        risks = [datetime.fromisoformat(one["risk_at"]) for one in row.bodies if one.get("risk_at")]
        assert row.risk_at == min(risks)
    opened = min(datetime.fromisoformat(row["created_at"]) for row in (await lead.get("/tickets")).json()["rows"])
    rules = await office.services.rules(office.id, 1)
    for minutes, wanted in ((11, []), (13, [found["P0"]]), (25, [found["P0"], found["P3"]])):
        at = opened + timedelta(minutes=minutes)
        async with office.read() as tx:
            page = await read_page(tx, lead.authority, rules, ListRequest(view="at_risk"), now=at)
            counted = await view_counts(tx, lead.authority, rules, views=[VIEWS["at_risk"]], now=at)
        assert ([row.number for row in page.rows], counted) == (wanted, {"at_risk": len(wanted)}), minutes
