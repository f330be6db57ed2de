"""Batches: each row stands or falls by itself, and a batch sent again opens nothing twice (spec 01, write path)."""

from typing import Any

import msgspec
import pytest

from gongdan import wiring
from gongdan.domains.bundle.fields import CustomField
from gongdan.domains.policy.presets import standard
from gongdan.domains.tickets import errors
from gongdan.domains.tickets.public import NewTicket, UnitOfWork, commands
from gongdan.infra.http.idempotency import Keyed, Once, Replayed
from gongdan.kernel import clock
from gongdan.kernel.errors import Refusal
from tests.kit import Office, found_office

pytestmark = pytest.mark.anyio


async def test_a_row_that_cannot_be_kept_fails_alone(asgi: Any) -> None:
    free = CustomField(key="free", name={"zh-CN": "备注", "en": "free"}, kind="long_text")
    office = await found_office(asgi, bundle=msgspec.structs.replace(standard([2026]), fields=(free,)))
    lead = await office.member("总监", "director")
    rows: list[dict[str, Any]] = [{"title": f"问题 {n}", "category": "other"} for n in range(5)]
    rows[3]["fields"] = {"free": "a\x00b"}
    answer = await lead.post("/tickets/batch", {"tickets": rows})
    found = answer.json()
    assert (answer.status_code, found["created"], found["refused"]) == (200, 4, 1)
    problem = found["rows"][3]["problem"]
    assert (problem["code"], [fault["field"] for fault in problem["faults"]]) == (
        "request.invalid",
        ["tickets[3].fields.free"],
    )
    assert [row["index"] for row in found["rows"]] == list(range(5))


async def test_a_batch_sent_again_under_its_key_opens_nothing_twice(office: Office) -> None:
    lead = await office.member("总监", "director")
    rows = [{"title": f"问题 {n}", "category": "other", "priority": "P9" if n == 1 else "P2"} for n in range(3)]
    key = {"Idempotency-Key": "import-1"}
    first = (await lead.post("/tickets/batch", {"tickets": rows}, headers=key)).json()
    again = (await lead.post("/tickets/batch", {"tickets": rows}, headers=key)).json()
    assert again == first
    other = await lead.post("/tickets/batch", {"tickets": rows[:1]}, headers=key)
    assert (other.status_code, other.json()["code"]) == (422, "request.idempotency_key_reused")


async def test_a_refused_row_makes_no_customer(office: Office) -> None:
    lead = await office.member("总监", "director")
    row = {"title": "问题", "type": "nothing", "requester": {"mail": "nobody@customer.test", "name": "无"}}
    found = (await lead.post("/tickets/batch", {"tickets": [row]})).json()
    assert found["refused"] == 1
    async with office.read() as tx:
        rows = await tx.rows(
            tuple,
            "select 1 from identity where workspace_id = %(workspace)s and handle = %(mail)s",
            mail="nobody@customer.test",
        )
    assert rows == []


@pytest.mark.slow
async def test_a_thousand_rows_are_opened(office: Office) -> None:
    lead = await office.member("总监", "director")
    rows = [{"title": f"问题 {n}", "category": "other"} for n in range(1000)]
    found = (await lead.post("/tickets/batch", {"tickets": rows})).json()
    assert (found["created"], found["refused"]) == (1000, 0)
    assert len({row["ticket"]["number"] for row in found["rows"]}) == 1000


def test_every_refusal_of_a_ticket_has_a_code_of_its_own() -> None:
    found = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Refusal)]
    mine = [kind.code for kind in found if kind.__module__ == errors.__name__]
    assert len(mine) == len(set(mine))


async def test_opening_costs_two_round_trips_with_an_idempotency_key_too(office: Office) -> None:
    customer = await office.customer()
    rules = await office.services.rules(office.id, 1)
    (number,) = await office.services.numbers.take(rules, 1, clock.now())
    new = NewTicket(
        number=number,
        requester=customer.id,
        channel="portal",
        title="灯不亮了",
        type="technical",
        may_be_incomplete=True,
    )
    uow = office.services.uow

    async def digest(_: bytes | None) -> bytes:
        return b""

    def asked() -> tuple[Once, UnitOfWork]:
        once = Once("k1")
        once.person_id = customer.id
        return once, uow.on(Keyed(uow.db, once, digest))

    once, keyed = asked()
    async with keyed.begin(customer.authority, via="web") as desk:
        await commands.open_ticket(desk, new, wiring.triage)
        once.keep({}, status=201)
    assert desk.tx.round_trips == 2 and not once.is_open
    with pytest.raises(Replayed):
        async with asked()[1].begin(customer.authority, via="web") as desk:
            await desk.gather()
