"""Views that people make: who has which, what they may name, and that nobody sees more through one (spec 11.5)."""

import json
from collections.abc import AsyncIterator
from typing import Any

import msgspec
import psycopg
import pytest
from litestar import Litestar

from gongdan.domains.bundle.fields import Choice, CustomField
from gongdan.domains.inbox.views.commands import MOST_VIEWS
from gongdan.domains.inbox.views.shipped import VIEWS
from gongdan.domains.policy.presets import standard
from gongdan.domains.tickets.public import commands
from tests.kit import Office, Visitor, found_office

URGENT = {"field": "priority", "op": "is_any", "value": ["P0", "P1"]}
MINE = {"field": "assignee", "op": "is", "value": {"known": "me"}}


def named(text: str) -> dict[str, str]:
    return {"zh-CN": text, "en": text}


FIELDS = (
    CustomField(key="amount", name=named("amount"), kind="number", filterable=True),
    CustomField(key="plan", name=named("plan"), kind="text", filterable=True),
    CustomField(key="due_on", name=named("due on"), kind="date", filterable=True),
    CustomField(key="note", name=named("note"), kind="long_text"),
    CustomField(key="salary", name=named("salary"), kind="number", filterable=True, sensitive=True),
    CustomField(
        key="regions", name=named("regions"), kind="set", filterable=True, choices=(Choice(key="n", name=named("n")),)
    ),
)


@pytest.fixture
async def office(asgi: Litestar) -> AsyncIterator[Office]:
    yield await found_office(asgi, bundle=msgspec.structs.replace(standard([2026]), fields=FIELDS))


def view(**given: Any) -> dict[str, Any]:
    return {"name": "急件", "condition": URGENT, "columns": ["title", "priority"]} | given


async def save(visitor: Visitor, **given: Any) -> dict[str, Any]:
    answer = await visitor.post("/views", view(**given))
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def views_of(visitor: Visitor) -> dict[str, dict[str, Any]]:
    return {one["key"]: one for one in (await visitor.get("/views")).json() if one["shelf"] is None}


async def titles(visitor: Visitor, key: str, **query: Any) -> list[str]:
    answer = await visitor.get("/tickets", view=key, **query)
    assert answer.status_code == 200, answer.text
    return [row["title"] for row in answer.json()["rows"]]


async def faults(visitor: Visitor, **given: Any) -> list[tuple[str, str]]:
    answer = await visitor.post("/views", view(**given))
    assert answer.status_code == 422, answer.text
    assert all(fault["title"] and fault["remedy"] for fault in answer.json()["faults"])
    return [(fault["field"], fault["code"]) for fault in answer.json()["faults"]]


async def test_a_saved_view_is_listed_like_a_shipped_one(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    for title, priority in (("a", "P0"), ("b", "P3"), ("c", "P1")):
        await office.ticket(customer, title=title, priority=priority, team="service")
    made = await save(agent, sort="priority", order="desc")
    assert await titles(agent, made["key"]) == ["c", "a"]
    assert await titles(agent, made["key"], sort="created", order="asc") == ["a", "c"]
    assert await titles(agent, made["key"], where=json.dumps({"field": "title", "op": "is", "value": "a"})) == ["a"]
    found = (await views_of(agent))[made["key"]]
    assert (found["count"], found["sort"], found["order"], found["can_edit"]) == (2, "priority", "desc", True)
    assert [column["key"] for column in found["columns"]] == ["title", "priority"]
    assert found["owner"] == {"id": agent.id, "name": "李雷"}


async def test_what_a_view_leaves_to_its_reader_is_each_readers_own(office: Office) -> None:
    lead = await office.member("韩梅梅", "director", service=True)
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    await office.ticket(customer, title="his", team="service", assignee_id=agent.id)
    await office.ticket(customer, title="hers", team="service", assignee_id=lead.id)
    shared = (await save(lead, condition=MINE, shared="everybody"))["key"]
    assert (await titles(lead, shared), await titles(agent, shared)) == (["hers"], ["his"])


async def test_a_view_is_seen_by_its_owner_and_by_those_with_whom_it_is_shared(office: Office) -> None:
    lead, mate = (
        await office.member("韩梅梅", "lead", service=True),
        await office.member("李雷", "agent", service=False),
    )
    stranger = await office.member("吴", "agent", finance=False)
    own, teams = await save(lead), await save(lead, shared="teams", teams=["service"])
    assert {own["key"], teams["key"]} <= set(await views_of(lead))
    assert set(await views_of(mate)) - set(VIEWS) == {teams["key"]}
    assert set(await views_of(stranger)) == set(VIEWS)
    assert (await stranger.get("/tickets", view=teams["key"])).status_code == 404
    assert (await mate.get("/tickets", view=own["key"])).json()["code"] == "inbox.view_not_found"
    await lead.call("PATCH", f"/views/{teams['key']}", json={"shared": "nobody"})
    assert set(await views_of(mate)) == set(VIEWS)


async def test_sharing_takes_leading_the_team_or_the_right_to_share(office: Office) -> None:
    lead, agent = (
        await office.member("韩梅梅", "lead", service=True),
        await office.member("李雷", "agent", service=False),
    )
    director = await office.member("总监", "director")
    for visitor, shared, status in (
        (agent, {"shared": "teams", "teams": ["service"]}, 403),
        (agent, {"shared": "everybody"}, 403),
        (lead, {"shared": "teams", "teams": ["service", "finance"]}, 403),
        (lead, {"shared": "everybody"}, 403),
        (lead, {"shared": "teams", "teams": ["service"]}, 201),
        (director, {"shared": "teams", "teams": ["finance"]}, 201),
        (director, {"shared": "everybody"}, 201),
    ):
        answer = await visitor.post("/views", view(**shared))
        assert answer.status_code == status, (visitor.authority.name, shared)
    own = await save(agent)
    answer = await agent.call("PATCH", f"/views/{own['key']}", json={"shared": "everybody"})
    assert answer.json()["code"] == "inbox.sharing_refused"


async def test_only_the_owner_changes_a_view_and_of_a_shared_one_whoever_may_share(office: Office) -> None:
    lead, mate = (
        await office.member("韩梅梅", "lead", service=True),
        await office.member("李雷", "agent", service=False),
    )
    director = await office.member("总监", "director", service=False)
    shared = await save(lead, shared="teams", teams=["service"])
    path = f"/views/{shared['key']}"
    assert not (await views_of(mate))[shared["key"]]["can_edit"]
    assert (await mate.call("PATCH", path, json={"name": "x"})).json()["code"] == "inbox.view_not_yours"
    assert (await mate.call("DELETE", path)).status_code == 403
    assert (await director.call("PATCH", path, json={"name": "x"})).json()["name"]["en"] == "x"
    assert (await mate.call("PATCH", "/views/mine", json={"name": "x"})).json()["code"] == "inbox.view_not_yours"
    assert (await director.call("DELETE", path)).status_code == 204
    assert (await lead.call("DELETE", path)).status_code == 404


async def test_a_change_that_has_not_seen_the_last_one_is_refused(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    made = await save(agent)
    path, seen = f"/views/{made['key']}", {"If-Match": f'"{made["version"]}"'}
    changed = (await agent.call("PATCH", path, json={"name": "x"}, headers=seen)).json()
    assert changed["version"] == made["version"] + 1
    stale = await agent.call("PATCH", path, json={"name": "y"}, headers=seen)
    assert (stale.status_code, stale.json()["code"], stale.json()["by"]) == (412, "inbox.view_changed", "李雷")
    assert (await agent.call("DELETE", path, headers=seen)).status_code == 412
    same = await agent.call("PATCH", path, json={"name": "x"})
    assert same.json()["version"] == changed["version"]


async def test_the_same_request_saves_one_view(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    first, second = [await agent.post("/views", view(), headers={"Idempotency-Key": "k-1"}) for _ in range(2)]
    assert first.json()["key"] == second.json()["key"]
    assert len(await views_of(agent)) == len(VIEWS) + 1


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"condition": {"field": "nothing", "op": "is_empty"}}, ("condition.field", "condition.field_unknown")),
        ({"condition": {"not": {"field": "fields.salary", "op": "is_empty"}}}, ("condition.not.field", "condition.field_unknown")),
        ({"condition": {"field": "fields.note", "op": "contains", "value": "x"}}, ("condition", "inbox.not_listed")),
        ({"condition": {"field": "opening.text", "op": "contains", "value": "x"}}, ("condition", "inbox.not_listed")),
        ({"condition": {"field": "priority", "op": "has", "value": "P0"}}, ("condition.op", "condition.op_unfit")),
        ({"condition": {"field": "team", "op": "is", "value": {"known": "you"}}}, ("condition.value", "condition.value_wrong")),
        ({"condition": {"all": [URGENT] * 101}}, ("condition.all[100]", "condition.too_many")),
        ({"columns": ["title", "colour"]}, ("columns[1]", "inbox.no_such_column")),
        ({"columns": ["fields.salary"]}, ("columns[0]", "inbox.no_such_column")),
        ({"sort": "title"}, ("sort", "inbox.gives_no_order")),
        ({"sort": "fields.note"}, ("sort", "inbox.gives_no_order")),
        ({"sort": "fields.regions"}, ("sort", "inbox.gives_no_order")),
        ({"sort": "fields.salary"}, ("sort", "inbox.gives_no_order")),
        ({"group": "title_normal"}, ("group", "inbox.does_not_group")),
        ({"name": ""}, ("name", "blank")),
        ({"layout": "pie"}, ("layout", "unknown_choice")),
        ({"columns": []}, ("columns", "too_few")),
    ],
)  # fmt: skip
async def test_a_view_names_what_its_author_may_read_and_lists_can_be_read_by(
    office: Office, given: dict[str, Any], fault: tuple[str, str]
) -> None:
    agent = await office.member("李雷", "agent", service=False)
    assert fault in await faults(agent, **given)


async def test_who_may_not_read_a_field_sees_no_more_through_the_view_of_another(office: Office) -> None:
    chief, agent = await office.member("主人", "system_admin"), await office.member("李雷", "agent", service=False)
    customer = await office.customer()
    await office.ticket(customer, title="a", team="service", fields={"salary": 5, "amount": 1})
    await office.ticket(customer, title="b", team="service", fields={"salary": 3, "amount": 2})
    secret = {"field": "fields.salary", "op": "gt", "value": 4}
    by_secret = (await save(chief, condition=secret, shared="everybody"))["key"]
    shown = {"columns": ["title", "fields.salary", "fields.amount"], "sort": "fields.salary"}
    shows = (await save(chief, condition={"all": []}, shared="everybody", **shown))["key"]
    assert await titles(chief, by_secret) == ["a"]
    assert await titles(chief, shows) == ["b", "a"]
    refused = await agent.get("/tickets", view=by_secret)
    assert (refused.status_code, refused.json()["code"]) == (409, "inbox.view_broken")
    found = await views_of(agent)
    assert (found[by_secret]["is_broken"], found[by_secret]["condition"], found[by_secret]["count"]) == (
        True,
        None,
        None,
    )
    assert "salary" not in json.dumps(found)
    rows = (await agent.get("/tickets", view=shows)).json()["rows"]
    assert [(row["title"], row["fields"]) for row in rows] == [("b", {"fields.amount": 2}), ("a", {"fields.amount": 1})]
    chiefs = (await chief.get("/tickets", view=shows)).json()["rows"]
    assert [row["fields"] for row in chiefs] == [
        {"fields.salary": 3, "fields.amount": 2},
        {"fields.salary": 5, "fields.amount": 1},
    ]


async def test_a_change_that_changes_nothing_does_not_tell_what_a_view_asks(office: Office) -> None:
    admin, director = await office.member("主管", "system_admin"), await office.member("总监", "director")
    made = await save(admin, shared="everybody", condition={"field": "fields.salary", "op": "gt", "value": 5})
    for same in ({}, {"shared": "everybody"}):
        answer = await director.call("PATCH", f"/views/{made['key']}", json=same)
        assert (answer.json()["condition"], answer.json()["is_broken"]) == (None, True)
    assert (await admin.call("PATCH", f"/views/{made['key']}", json={})).json()["condition"] == made["condition"]


async def test_a_list_loads_the_custom_fields_that_its_columns_name(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    await office.ticket(customer, team="service", fields={"amount": 7, "note": "long", "plan": "x"})
    made = (await save(agent, condition={"all": []}, columns=["title", "fields.note", "fields.amount"]))["key"]
    (row,) = (await agent.get("/tickets", view=made)).json()["rows"]
    assert row["fields"] == {"fields.note": "long", "fields.amount": 7}
    (plain,) = (await agent.get("/tickets")).json()["rows"]
    assert plain["fields"] == {}


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("amount", [3, None, 1, 2, None, 3]),
        ("plan", ["b", "a", None, "c", "a", None]),
        ("due_on", ["2026-02-01", None, "2026-01-01", "2026-03-01", None, "2026-02-01"]),
    ],
)
@pytest.mark.parametrize("order", ["asc", "desc"])
@pytest.mark.parametrize("who", ["director", "agent"])
async def test_pages_by_a_custom_field_are_the_whole_list_and_without_a_value_comes_last(
    office: Office, field: str, values: list[Any], order: str, who: str
) -> None:
    reader, customer = await office.member("李雷", who, service=False), await office.customer()
    for number, value in enumerate(values):
        fields = {} if value is None else {field: value}
        await office.ticket(customer, title=str(number), team="service", fields=fields)
    query = {"sort": f"fields.{field}", "order": order}
    whole = (await reader.get("/tickets", **query)).json()["rows"]
    there = [values[int(row["title"])] for row in whole]
    present = sorted((value for value in values if value is not None), reverse=order == "desc")
    assert there == [*present, None, None]
    found: list[str] = []
    after: dict[str, str] = {}
    while True:
        page = (await reader.get("/tickets", limit=2, **query, **after)).json()
        found += [row["title"] for row in page["rows"]]
        if page["after"] is None:
            break
        after = {"after": page["after"]}
    assert found == [row["title"] for row in whole]
    assert [row["place"]["by"] is None for row in whole] == [False] * 4 + [True] * 2


async def test_a_view_whose_field_lists_can_no_longer_be_read_by_is_broken_and_breaks_nothing_else(
    office: Office,
) -> None:
    agent = await office.member("李雷", "agent", service=False)
    made = (await save(agent, condition={"field": "fields.amount", "op": "gt", "value": 1}))["key"]
    ordered = (await save(agent, sort="fields.amount", columns=["title", "fields.amount"]))["key"]
    unfiltered = msgspec.structs.replace(FIELDS[0], filterable=False)
    await office.publish(msgspec.structs.replace(standard([2026]), fields=(unfiltered, *FIELDS[1:])))
    found = await views_of(agent)
    assert (found[made]["is_broken"], found["mine"]["count"]) == (True, 0)
    assert (await agent.get("/tickets", view=made)).status_code == 409
    assert found[ordered]["sort"] == "updated"
    assert [column["key"] for column in found[ordered]["columns"]] == ["title", "fields.amount"]
    assert await titles(agent, ordered) == []


async def test_views_stand_in_the_order_that_a_person_chose_less_those_that_they_hide(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    own = (await save(agent))["key"]
    answer = await agent.call("PUT", "/me/views", json={"order": [own, "resolved"], "hidden": ["waiting", "gone"]})
    assert answer.status_code == 200
    found = await views_of(agent)
    assert list(found)[:3] == [own, "resolved", "mine"]
    assert {key for key, one in found.items() if one["is_hidden"]} == {"waiting"}
    assert found["waiting"]["count"] is None
    assert list(await views_of(await office.member("吴", "agent", service=False))) == list(VIEWS)


async def test_a_person_has_at_most_so_many_views(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    row = {"name": "x", "condition": {}, "columns": ["title"], "sort": "updated", "layout": "list", "shared": "nobody"}
    row |= {"version": 1, "teams": ()}
    async with office.services.db.write(office.id) as tx:
        for number in range(MOST_VIEWS):
            own = {"workspace_id": office.id, "key": f"x{number}", "owner_id": agent.id, "changed_by": agent.id}
            tx.insert("saved_view", own | row | {"created_at": "2026-01-01T00:00:00Z"})
    answer = await agent.post("/views", view())
    assert (answer.status_code, answer.json()["code"]) == (409, "inbox.too_many_views")


async def test_every_change_stands_in_the_log_of_the_workspace(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    made = (await save(agent))["key"]
    await agent.call("PATCH", f"/views/{made}", json={"name": "新名"})
    await agent.call("PUT", "/me/views", json={"order": [made]})
    await agent.call("DELETE", f"/views/{made}")
    async with office.read() as tx:
        rows = await tx.rows(
            dict,
            "select kind, actor_id, convert_from(body, 'UTF8')::jsonb as body from event"
            " where workspace_id = %(workspace)s and stream = 'workspace' and kind like 'workspace.view%%' order by seq",
        )
    assert [row["kind"].removeprefix("workspace.") for row in rows] == [
        "view_added", "view_changed", "views_arranged", "view_removed"
    ]  # fmt: skip
    assert rows[1]["body"]["before"] == {"name": {"zh-CN": "急件", "en": "急件"}}
    assert rows[1]["body"]["after"] == {"name": {"zh-CN": "新名", "en": "新名"}}
    assert {row["actor_id"] for row in rows} == {agent.id}


async def test_a_list_that_takes_too_long_ends_and_says_what_helps(office: Office, owner_url: str) -> None:
    agent = await office.member("李雷", "agent", service=False)
    await agent.headers()
    with psycopg.connect(owner_url) as owner:
        owner.execute("lock table ticket in access exclusive mode")
        answer = await agent.get("/tickets", view="all_open")
        owner.rollback()
    assert (answer.status_code, answer.json()["code"]) == (422, "inbox.list_too_slow")
    assert answer.json()["remedy"]
    assert (await agent.get("/tickets", view="all_open")).status_code == 200


async def test_the_words_of_a_view_survive_that_its_owner_left(office: Office) -> None:
    """Whoever may share views takes care of what stays."""
    director, agent = await office.member("总监", "director"), await office.member("李雷", "agent", service=False)
    made = (await save(director, shared="everybody"))["key"]
    other = await office.member("另一位", "director")
    async with office.services.db.write(office.id) as tx:
        tx.put(
            "update member set active = false where workspace_id = %(workspace)s and person_id = %(id)s", id=director.id
        )
    assert (await views_of(agent))[made]["owner"]["name"] == "总监"
    assert (await views_of(other))[made]["can_edit"]


async def test_watching_is_no_way_to_learn_who_watches(office: Office) -> None:
    """Who may not read notes may not ask who watches, not even through a view of somebody who may."""
    director, clerk = await office.member("总监", "director"), await office.member("员工", "employee")
    condition = {"field": "watchers", "op": "has", "value": director.id}
    made = (await save(director, condition=condition, shared="everybody"))["key"]
    number = await office.ticket(clerk)
    async with director.desk() as desk:
        case = await desk.case(number, "ticket.watch")
        await commands.set_watching(desk, case, person_id=None, watching=True)
    assert len(await titles(director, made)) == 1
    assert (await clerk.get("/tickets", view=made)).status_code == 409


async def test_a_view_says_how_close_its_rows_stand_and_whether_it_is_counted(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    await office.ticket(customer, priority="P0", team="service")
    made = await save(agent, density="compact", counted=False, layout="calendar")
    assert (made["density"], made["counted"], made["layout"]) == ("compact", False, "calendar")
    assert (await views_of(agent))[made["key"]]["count"] is None
    await agent.call("PATCH", f"/views/{made['key']}", json={"counted": True, "density": None})
    found = (await views_of(agent))[made["key"]]
    assert (found["count"], found["density"]) == (1, None)
