"""What a builder of conditions is told: the fields that its reader may name, and the one table of operators."""

from collections.abc import AsyncIterator
from typing import Any, get_args

import msgspec
import pytest
from litestar import Litestar

from gongdan.conditions.fields import OPERATORS, Type
from gongdan.conditions.grammar import MAX_DEPTH, MAX_LEAVES
from gongdan.domains.policy.presets import standard
from tests.domains.inbox.test_views import FIELDS, view
from tests.kit import Office, Visitor, found_office


@pytest.fixture
async def office(asgi: Litestar) -> AsyncIterator[Office]:
    yield await found_office(asgi, bundle=msgspec.structs.replace(standard([2026]), fields=FIELDS))


async def language(visitor: Visitor, **query: Any) -> dict[str, Any]:
    answer = await visitor.get("/conditions/fields", **query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def keys(visitor: Visitor, **query: Any) -> set[str]:
    return {one["key"] for one in (await language(visitor, **query))["fields"]}


async def test_operators_are_those_of_the_one_table_each_with_its_clause_in_both_languages(office: Office) -> None:
    found = await language(await office.member("李雷", "agent", service=False))
    assert {type_: tuple(one["op"] for one in ops) for type_, ops in found["operators"].items()} == dict(OPERATORS)
    assert set(found["operators"]) == set(get_args(Type))
    for one in (one for ops in found["operators"].values() for one in ops):
        slots = {"nothing": (), "range": ("{low}", "{high}")}.get(one["shape"], ("{value}",))
        for clause in (*one["says"].values(), *(one["denies"] or {}).values()):
            assert all(slot in clause for slot in ("{field}", *slots)), one
    assert (found["max_depth"], found["max_leaves"]) == (MAX_DEPTH, MAX_LEAVES)


async def test_a_reader_is_told_of_what_they_may_read_and_lists_can_be_read_by(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    found = await keys(agent)
    assert {"priority", "assignee", "next_due_at", "fields.amount", "fields.regions"} <= found
    assert "fields.salary" not in found
    assert not found & {"fields.note", "now.hour", "last_message.text", "event.by"}
    assert "fields.note" in await keys(agent, use="decide")


async def test_triggers_also_ask_what_an_event_changed_but_not_of_what_is_hidden(office: Office) -> None:
    found = await keys(await office.member("李雷", "agent", service=False), use="trigger")
    assert {"event.by", "event.changed.priority", "event.from.status", "event.to.fields.amount"} <= found
    assert not {key for key in found if "salary" in key}


async def test_every_offered_leaf_is_taken_as_it_is_described(office: Office) -> None:
    """The table that the builder reads and the grammar that the server checks are one."""
    agent = await office.member("李雷", "agent", service=False)
    found = await language(agent)
    leaves = [_leaf(field, one) for field in found["fields"] for one in found["operators"][field["type"]]]
    assert len(leaves) > 100
    for at in range(0, len(leaves), 90):
        answer = await agent.post("/views", view(condition={"any": leaves[at : at + 90]}))
        assert answer.status_code == 201, answer.text


async def test_customers_are_told_nothing(office: Office) -> None:
    assert (await (await office.customer()).get("/conditions/fields")).status_code == 403


async def test_another_subject_is_refused(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    assert (await agent.get("/conditions/fields", subject="moon")).status_code in (400, 422)


_VALUES: dict[str, Any] = {
    "text": "x", "number": 1, "money": 1, "duration": 60, "date": "2026-11-27", "instant": "2026-11-27T10:00:00Z",
    "bool": True, "choice": "x", "tree": "x", "team": "x", "person": 1,
}  # fmt: skip


def _leaf(field: dict[str, Any], one: dict[str, Any]) -> dict[str, Any]:
    value = field["choices"][0]["key"] if field["choices"] else _VALUES[field["member"]]
    shaped = {"one": value, "many": [value], "range": [value, value]}
    if one["shape"] == "nothing":
        return {"field": field["key"], "op": one["op"]}
    if one["shape"] == "span":
        return {"field": field["key"], "op": one["op"], "value": {"n": 1, "unit": one["units"][0]}}
    return {"field": field["key"], "op": one["op"], "value": shaped[one["shape"]]}
