"""The fields that subjects contribute to conditions: decisions and lists agree on them, and what no index serves is
refused in lists (spec 11.5)."""

import json
import random
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from gongdan.conditions.fields import OPERATORS, Column, Field, Op
from gongdan.conditions.grammar import Condition, check
from gongdan.conditions.to_sql import to_sql
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.presets import standard
from gongdan.domains.relations.commands.linking import link
from gongdan.domains.tickets.public import Case, Words, commands, values
from gongdan.kernel import clock
from tests.domains.tickets.life import Life, compiled
from tests.kit import Office, found_office

pytestmark = pytest.mark.anyio

AUTOMATION: dict[str, Any] = {"key": "probe", "name": {"zh-CN": "试验", "en": "probe"}}


def with_automation(on: str, when: Any) -> PolicyBundle:
    plain: Any = msgspec.to_builtins(standard([2026]))
    rule = AUTOMATION | {"on": [on], "when": when, "actions": [{"do": "add_tags", "tags": ["met"]}]}
    plain["automations"] = [*plain["automations"], rule]
    return msgspec.convert(plain, PolicyBundle)


def conditions(fields: list[Field], seen: list[Any], seed: int, count: int) -> list[Condition]:
    """Random conditions over ``fields`` whose operands come from what the tickets hold."""
    draw = random.Random(seed)

    def operand(field: Field, op: Op) -> Any:
        found = [one for values in seen if (value := values.get(field.key)) is not None for one in _members(value)]
        strange = next(iter(field.choices), _STRANGE[field.member])
        some = [_plain(draw.choice(found)) for _ in range(2)] if found else [strange] * 2
        match op:
            case "is_empty":
                return None
            case "is_any" | "has_any" | "has_all":
                return list(dict.fromkeys(some))
            case "between":
                return sorted(some)
            case "within_last" | "within_next":
                return {"n": draw.randint(1, 90), "unit": "day" if field.type == "date" else "minute"}
            case _:
                return some[0]

    def leaf() -> Condition:
        field = draw.choice(fields)
        op = draw.choice(OPERATORS[field.type])
        return Condition(field=field.key, op=op, value=operand(field, op))

    def tree(depth: int) -> Condition:
        kind = draw.randint(0, 3) if depth else 0
        if kind == 0:
            return leaf()
        if kind == 1:
            return Condition(not_=tree(depth - 1))
        parts = tuple(tree(depth - 1) for _ in range(draw.randint(1, 3)))
        return Condition(all=parts) if kind == 2 else Condition(any=parts)

    return [tree(2) for _ in range(count)]


_STRANGE: dict[str, Any] = {
    "text": "x", "number": 3, "instant": "2026-01-01T00:00:00Z", "bool": True, "choice": "x", "tree": "x", "team": "x",
    "person": 5, "date": "2026-01-01", "money": 3, "duration": 3,
}  # fmt: skip


def _members(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple, frozenset)) else [value]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


async def _tickets(office: Office) -> list[Case]:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    numbers = [await office.ticket(customer, team="service", priority=f"P{n}", tags=("甲",)[:n]) for n in range(3)]
    numbers.append(await office.ticket(customer, team="service", assignee_id=agent.id, title="ＶＩＰ 退款"))
    numbers.append(await office.ticket(agent, team="finance"))
    async with agent.desk() as desk:
        await commands.set_watching(desk, await desk.case(numbers[0], "ticket.watch"), person_id=None, watching=True)
        await commands.accept(desk, await desk.case(numbers[3], "ticket.accept"), promised_at=None)
    async with office.desk() as desk:
        await commands.close(desk, await desk.case(numbers[1], "ticket.close"), reason="not_needed", seen=None)
    async with office.desk() as desk:
        await link(desk, numbers[0], numbers[2], "blocks")
    async with office.desk() as desk:
        return await desk.cases(numbers, "ticket.read")


async def test_decisions_and_lists_agree_on_every_field_that_lists_may_name(office: Office) -> None:
    cases = await _tickets(office)
    rules, now = await office.services.rules(office.id, 1), clock.now()
    seen = [values(case, rules.registry) for case in cases]
    listed = [field for field in rules.registry.fit_for("list") if field.sql is not None]
    assert {"requester.locale", "breached", "team", "watchers"} <= {field.key for field in listed}
    async with office.read() as tx:
        for condition in conditions(listed, seen, seed=7, count=400):
            assert check(condition, rules.registry) == [], condition
            found = to_sql(condition, rules.registry, rules.trees, now=now, workspace=office.id)
            rows = await tx.rows(
                tuple,
                f"select t.number from ticket t {' '.join(sorted(found.needs))}"
                f" where t.workspace_id = %(workspace)s and {found.text}",
                **found.params,
            )
            holding = {
                case.live.number for case, of in zip(cases, seen, strict=True) if rules.holds(condition, of, now)
            }
            assert {number for (number,) in rows} == holding, condition


async def test_a_column_is_read_under_the_key_of_its_field(office: Office) -> None:
    """Nothing is told by a value and its SQL that are of two different things: each is told apart by one ticket."""
    case = (await _tickets(office))[3]
    rules = await office.services.rules(office.id, 1)
    seen = values(case, rules.registry)
    async with office.read() as tx:
        for field in rules.registry.values():
            if isinstance(field.sql, Column) and field.key != "title":
                ((found,),) = await tx.rows(
                    tuple,
                    f"select {field.sql.expression} from ticket t {' '.join(field.needs)}"
                    " where t.workspace_id = %(workspace)s and t.id = %(id)s",
                    id=case.live.id,
                )
                assert found == seen.get(field.key), field.key


@pytest.mark.parametrize("field", ["opening.text", "last_message.text", "requester.name", "team.waiting", "now.hour"])
async def test_what_no_index_serves_is_refused_in_lists(office: Office, field: str) -> None:
    lead = await office.member("韩梅梅", "director")
    where = json.dumps({"field": field, "op": "is_empty"})
    answer = await lead.get("/tickets", where=where)
    assert answer.status_code == 422
    assert answer.json()["code"] == "condition.evaluate_only"


@pytest.mark.parametrize(
    ("when", "is_met"),
    [
        ({"field": "last_message.text", "op": "contains", "value": "律师"}, True),
        ({"field": "last_message.text", "op": "contains", "value": "停电"}, False),
        ({"field": "last_message.author", "op": "is", "value": "customer"}, True),
        ({"field": "last_message.author", "op": "is", "value": "agent"}, False),
        ({"field": "requester.name", "op": "is", "value": "王芳"}, True),
        ({"field": "requester.domain", "op": "is", "value": "plant.test"}, True),
        ({"field": "requester.domain", "op": "is", "value": "test"}, False),
        ({"field": "requester.locale", "op": "is_any", "value": ["zh-CN"]}, True),
    ],
)
async def test_an_automation_reads_who_wrote_what(asgi: Any, when: Any, is_met: bool) -> None:
    office = await found_office(asgi, bundle=with_automation("ticket.message_added", when))
    customer = await office.customer(mail="li@Plant.test")
    number = await office.ticket(customer, title="停电", text="没有电")
    async with office.desk() as desk:
        await commands.set_tags(desk, await desk.case(number, "ticket.tag"), add=(), remove=("met",))
    async with customer.desk() as desk:
        case = await desk.case(number, "ticket.read")
        await commands.customer_writes(desk, case, Words(text="我要找律师"), machine=False, by=customer.id)
    async with office.desk() as desk:
        assert ("met" in (await desk.case(number, "ticket.read")).live.tags) == is_met


async def test_a_note_is_not_the_last_public_message(asgi: Any) -> None:
    when = {"field": "last_message.text", "op": "contains", "value": "律师"}
    office = await found_office(asgi, bundle=with_automation("ticket.message_added", when))
    agent = await office.member("李雷", "agent", service=False)
    number = await office.ticket(await office.customer(), text="没有电", team="service")
    async with agent.desk() as desk:
        await commands.note(desk, await desk.case(number, "ticket.note"), Words(text="律师来电"))
    async with office.desk() as desk:
        assert "met" not in (await desk.case(number, "ticket.read")).live.tags


@pytest.mark.parametrize(("least", "is_met"), [(1, False), (2, False), (3, True)])
async def test_an_automation_reads_how_much_lies_before_the_team(asgi: Any, least: int, is_met: bool) -> None:
    """As it was when the new ticket came: those before it count."""
    when = {
        "all": [{"field": "team.waiting", "op": "ge", "value": 2}, {"field": "team", "op": "is", "value": "finance"}]
    }
    office = await found_office(asgi, bundle=with_automation("ticket.opened", when))
    customer = await office.customer()
    for _ in range(least):
        number = await office.ticket(customer, team="finance")
    async with office.desk() as desk:
        assert ("met" in (await desk.case(number, "ticket.read")).live.tags) == is_met


async def test_facets_are_loaded_only_where_a_release_names_their_fields(asgi: Any) -> None:
    plain = await found_office(asgi)
    assert (await plain.services.rules(plain.id, 1)).needs == frozenset()
    office = await found_office(
        asgi, bundle=with_automation("ticket.opened", {"field": "team.open", "op": "ge", "value": 1})
    )
    rules = await office.services.rules(office.id, (await office.member("李雷", "agent")).authority.release)
    assert {facet.name for facet in rules.needs} == {"backlog"}


@pytest.mark.parametrize(
    ("when", "is_met"),
    [
        ({"field": "now.hour", "op": "is", "value": 10}, True),
        ({"field": "now.hour", "op": "is", "value": 2}, False),
        ({"field": "now.weekday", "op": "is", "value": "monday"}, True),
        ({"all": [{"field": "now.weekday", "op": "is_any", "value": ["sunday", "saturday"]}]}, False),
        ({"not": {"field": "now.hour", "op": "between", "value": [9, 18]}}, False),
    ],
)
def test_the_time_of_day_is_that_of_the_workspace(when: Any, is_met: bool) -> None:
    """Monday, 02:00 in UTC, 10:00 in Shanghai."""
    life = Life(compiled(with_automation("ticket.opened", when)))
    assert ("met" in life.ticket.tags) == is_met


def test_days_in_decisions_are_those_of_the_workspace() -> None:
    """23:30 in UTC is the next day in Shanghai."""
    plain: Any = msgspec.to_builtins(standard([2026]))
    plain["fields"] = [{"key": "until", "kind": "date", "name": {"zh-CN": "期限", "en": "until"}}]
    life = Life(compiled(msgspec.convert(plain, PolicyBundle)), fields={"until": "2026-11-24"})
    seen = values(life.case, life.rules.registry)
    today = Condition(field="fields.until", op="within_next", value={"n": 1, "unit": "day"})
    assert not life.rules.holds(today, seen, datetime(2026, 11, 24, 23, 30, tzinfo=UTC))
    assert life.rules.holds(today, seen, datetime(2026, 11, 23, 23, 30, tzinfo=UTC))


async def test_what_is_offered_follows_conditions_on_what_was_said(asgi: Any) -> None:
    """A move that a condition on the last message closes is not offered either."""
    plain: Any = msgspec.to_builtins(standard([2026]))
    for flow in plain["workflows"]:
        for transition in flow["transitions"]:
            if transition["to"] == "in_progress":
                transition["when"] = {"field": "last_message.text", "op": "contains", "value": "电"}
    office = await found_office(asgi, bundle=msgspec.convert(plain, PolicyBundle))
    agent = await office.member("李雷", "agent", service=False)
    offered = []
    for text in ("没有电", "没有水"):
        number = await office.ticket(await office.customer(), text=text, team="service", assignee_id=agent.id)
        offered.append("in_progress" in (await agent.get(f"/tickets/{number}")).json()["moves"])
    assert offered == [True, False]
