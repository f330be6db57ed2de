"""A ticket's timeline in pages: whole, in order, full, and read by indexes (spec 09, spec 10)."""

import itertools
import json
import re
from typing import Any

import psycopg
import pytest

from gongdan.domains.inbox.detail.lines import RUN_END, lines
from gongdan.domains.inbox.detail.stretches import EntryPlace, Stretch
from gongdan.domains.tickets.public import commands
from gongdan.kernel import clock
from tests.domains.conversations.kit import linked
from tests.domains.inbox.long_log import LongTicket, lengthen
from tests.kit import Office, Visitor

pytestmark = pytest.mark.anyio


async def page(reader: Visitor, number: str, **query: Any) -> dict[str, Any]:
    answer = await reader.get(f"/tickets/{number}/timeline", **query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def back_to_the_beginning(reader: Visitor, number: str, **query: Any) -> list[dict[str, Any]]:
    """All pages, from the newest on, put together."""
    found: list[dict[str, Any]] = []
    part = await page(reader, number, **query)
    while True:
        found = part["entries"] + found
        if part["older"] is None:
            return found
        assert part["older"] == part["entries"][0]["key"]
        part = await page(reader, number, before=part["older"], **query)


async def forth_to_the_end(reader: Visitor, number: str, after: str, **query: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    key: str | None = after
    while key is not None:
        part = await page(reader, number, after=key, **query)
        found += part["entries"]
        key = part["newer"]
    return found


def keys(entries: list[dict[str, Any]]) -> list[str]:
    return [entry["key"] for entry in entries]


async def busy(
    office: Office, owner_url: str, count: int, *, each: int, elsewhere: int = 0
) -> tuple[Visitor, str, int]:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    opened = await office.opened(customer, team="service", assignee_id=agent.id)
    other = await office.customer("李梅")
    for n in range(elsewhere):
        await linked(office, other, opened.decision.ticket_id, f"别处{n}")
    long = LongTicket(office.id, opened.decision.ticket_id, opened.conversation_id, agent.id)
    lengthen(owner_url, long, count, each=each)
    return agent, opened.decision.after.live.number, opened.decision.ticket_id


async def test_a_ticket_comes_with_its_newest_entries_and_says_where_to_go_on(office: Office, owner_url: str) -> None:
    agent, number, _ = await busy(office, owner_url, 300, each=2)
    ticket = (await agent.get(f"/tickets/{number}")).json()
    assert len(ticket["timeline"]) == 50
    assert ticket["timeline"][-1]["seq"] == ticket["version"]
    assert ticket["older"] == ticket["timeline"][0]["key"]
    before = await page(agent, number, before=ticket["older"])
    assert before["entries"][-1]["seq"] == ticket["timeline"][0]["seq"] - 1
    assert before["newer"] == before["entries"][-1]["key"]


async def test_a_short_ticket_comes_whole(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    number = await office.ticket(customer, team="service", assignee_id=agent.id)
    ticket = (await agent.get(f"/tickets/{number}")).json()
    assert (ticket["older"], ticket["timeline"][0]["kind"]) == (None, "ticket.opened")
    assert [one["seq"] for one in ticket["timeline"]] == list(range(1, ticket["version"] + 1))
    assert ticket["timeline"] == (await page(agent, number))["entries"]


@pytest.mark.parametrize("filter", ["all", "messages", "notes", "events"])
async def test_pages_put_together_are_the_whole_whatever_their_size(
    office: Office, owner_url: str, filter: str
) -> None:
    """Nothing twice, nothing left out, in one order, forwards and backwards; what was said elsewhere among them."""
    agent, number, _ = await busy(office, owner_url, 140, each=17, elsewhere=3)
    whole = await back_to_the_beginning(agent, number, filter=filter, limit=200)
    assert len(set(keys(whole))) == len(whole)
    places = [(one["place"], one["seq"] is None, one["at"]) for one in whole]
    assert places == sorted(places)
    for limit in (1, 3, 10):
        assert keys(await back_to_the_beginning(agent, number, filter=filter, limit=limit)) == keys(whole), limit
    first = whole[0]["key"]
    for limit in (1, 4):
        assert keys(await forth_to_the_end(agent, number, first, filter=filter, limit=limit)) == keys(whole)[1:]
    if filter == "messages":
        assert sum(one["seq"] is None for one in whole) == 3


async def test_a_filtered_page_is_full(office: Office, owner_url: str) -> None:
    agent, number, _ = await busy(office, owner_url, 600, each=10)
    for filter, is_meant in (
        ("messages", lambda one: one["message"] and one["message"]["audience"] == "customer"),
        ("notes", lambda one: one["message"] and one["message"]["audience"] == "internal"),
        ("events", lambda one: one["message"] is None),
    ):
        found = (await page(agent, number, filter=filter, limit=20))["entries"]
        assert len(found) == 20 and all(map(is_meant, found)), filter


async def test_a_long_run_of_events_is_its_end_and_a_number(office: Office, owner_url: str) -> None:
    """So that a ticket to which much happened begins with what was said; the number is what is left out."""
    agent, number, _ = await busy(office, owner_url, 764, each=100)
    shown = await back_to_the_beginning(agent, number)
    version = shown[-1]["seq"]
    assert len(shown) <= 12 + 9 * (RUN_END + 1)
    assert len(shown) + sum(one["folded"] for one in shown) == version
    folded = next(one for one in reversed(shown) if one["folded"])
    run = await page(agent, number, filter="events", before=folded["key"], limit=folded["folded"])
    before = shown[shown.index(folded) - 1]
    assert [one["seq"] for one in run["entries"]] == list(range(before["seq"] + 1, folded["seq"]))


async def test_the_edge_of_a_page_breaks_no_run(office: Office, owner_url: str) -> None:
    agent, number, _ = await busy(office, owner_url, 120, each=40)
    whole = {one["key"]: one["folded"] for one in await back_to_the_beginning(agent, number, limit=200)}
    for limit in (1, 2, 7, 11):
        parts = await back_to_the_beginning(agent, number, limit=limit)
        assert {one["key"]: one["folded"] for one in parts} == whole, limit


async def test_around_an_entry_it_stands_in_the_midst_even_out_of_a_folded_run(office: Office, owner_url: str) -> None:
    agent, number, _ = await busy(office, owner_url, 500, each=3)
    found = await page(agent, number, around="e250", limit=20)
    assert keys(found["entries"]).index("e250") == 9 and len(found["entries"]) == 20
    assert (found["older"], found["newer"]) == (found["entries"][0]["key"], found["entries"][-1]["key"])
    _, other, _ = await busy(office, owner_url, 300, each=1000)
    owner = await office.member("主管", "director")
    folded = (await page(owner, other, around="e150"))["entries"]
    assert "e150" in keys(folded)
    assert sum(one["folded"] for one in folded) + len(folded) == folded[-1]["seq"]


async def test_what_is_no_longer_there_and_what_is_no_place(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    number = await office.ticket(customer, team="service", assignee_id=agent.id)
    newest = (await page(agent, number))["entries"]
    assert (await page(agent, number, around="m77"))["entries"] == newest
    assert (await page(agent, number, around="e999999"))["entries"] == newest
    assert (await page(agent, number, before="e1"))["entries"] == []
    assert (await page(agent, number, after=newest[-1]["key"])) == {
        "entries": [], "older": None, "newer": None, "people": [],
    }  # fmt: skip
    for wrong in ("", "x1", "e0", "e99999999999", "m99999999999999999", "e１"):
        assert (await agent.get(f"/tickets/{number}/timeline", before=wrong)).status_code == 422, wrong
    assert (await agent.get(f"/tickets/{number}/timeline", before="e3", after="e1")).status_code == 422
    assert (await agent.get(f"/tickets/{number}/timeline", limit=201)).status_code == 422
    assert (await agent.get(f"/tickets/{number}/timeline", filter="secrets")).status_code == 422


async def test_in_the_past_there_are_only_the_entries_of_then(office: Office, owner_url: str) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    number = await office.ticket(customer, team="service", assignee_id=agent.id)
    then = clock.now()
    async with agent.desk() as desk:
        await commands.set_tags(desk, await desk.case(number, "ticket.tag"), add=("登录",), remove=())
    past = await page(agent, number, as_of=then.isoformat())
    assert "ticket.tagged" not in [one["kind"] for one in past["entries"]]
    assert past["entries"] == (await agent.get(f"/tickets/{number}", as_of=then.isoformat())).json()["timeline"]


async def test_who_reads_no_notes_is_shown_full_pages_of_what_they_may_know(office: Office, owner_url: str) -> None:
    """And not even a number tells them of the rest."""
    agent, number, _ = await busy(office, owner_url, 300, each=4, elsewhere=2)
    vendor = await office.member("外包", "vendor")
    async with agent.desk() as desk:
        await commands.set_watching(desk, await desk.case(number, "ticket.watch"), person_id=vendor.id, watching=True)
    inside = await back_to_the_beginning(agent, number, limit=200)
    outside = await back_to_the_beginning(vendor, number, limit=7)
    assert set(keys(outside)) < set(keys(inside))
    assert not [one for one in outside if one["message"] and one["message"]["audience"] == "internal"]
    assert keys(outside) == keys(await back_to_the_beginning(vendor, number, limit=200))
    notes = {one["key"] for one in inside if one["message"] and one["message"]["audience"] == "internal"}
    assert notes and notes.isdisjoint(keys(outside))
    assert (await page(vendor, number, filter="notes"))["entries"] == []


@pytest.mark.parametrize("elsewhere", [False, True])
async def test_what_is_said_to_others_ends_no_run(office: Office, owner_url: str, elsewhere: bool) -> None:
    """So no gap tells of a note, and no number counts it; neither to somebody who reads notes of other tickets."""
    agent, number, _ = await busy(office, owner_url, 200, each=20, elsewhere=2)
    async with office.services.db.write(office.id) as tx:
        grants = [{"scope": "participating", "actions": ["ticket.read", "message.read"]}]
        if elsewhere:
            grants.append({"scope": "team", "actions": ["note.read"], "keys": ["finance"]})
        row = {"key": "guest", "name": {"zh-CN": "旁听", "en": "Guest"}, "grants": {"grants": grants, "classes": []}}
        tx.insert("role", {"workspace_id": office.id} | row)
    guest = await office.member("旁听", "guest")
    async with agent.desk() as desk:
        await commands.set_watching(desk, await desk.case(number, "ticket.watch"), person_id=guest.id, watching=True)
    inside = await back_to_the_beginning(agent, number, filter="events", limit=200)
    told = await back_to_the_beginning(guest, number, filter="events", limit=200)
    assert len(told) < len(inside)
    outside = await back_to_the_beginning(guest, number, limit=200)
    said = [n for n, one in enumerate(outside) if one["message"]]
    runs = [after - before - 1 for before, after in itertools.pairwise([-1, *said, len(outside)])]
    assert max(runs) == RUN_END
    assert len(outside) - len(said) + sum(one["folded"] for one in outside) == len(told)


@pytest.mark.parametrize("role", ["agent", "employee"])
async def test_a_ticket_out_of_reach_has_no_timeline(office: Office, role: str) -> None:
    reader = await office.member("李雷", role, service=False)
    number = await office.ticket(await office.customer(), team="finance")
    answer = await reader.get(f"/tickets/{number}/timeline")
    assert (answer.status_code, answer.json()["code"]) == (404, "ticket.not_found")


async def test_a_log_of_two_thousand_is_read_by_its_index_and_fast(office: Office, owner_url: str) -> None:
    _, number, _ = await busy(office, owner_url, 2_300, each=7)
    with psycopg.connect(owner_url, autocommit=True) as owner:
        owner.execute("analyze event, message, message_version, conversation_ticket, conversation")
    asked = [
        Stretch(),
        Stretch(edge=EntryPlace(seq=1_000)),
        Stretch(edge=EntryPlace(seq=1_000), way="newer"),
        Stretch(filter="messages"),
        Stretch(filter="notes"),
        Stretch(filter="events"),
    ]
    for wanted in asked:
        query, best = lines(number, wanted), 1e9
        for _ in range(3):
            async with office.read() as tx:
                plan = await tx.rows(tuple, "explain (analyze, format json) " + query.sql, **query.params)
            best = min(best, plan[0][0][0]["Execution Time"])
        told = json.dumps(plan[0][0])
        assert not re.search(r'"Seq Scan"[^}]*"Relation Name": "(event|message|message_version)"', told), wanted
        print(f"{wanted.filter:9} {wanted.way} of {wanted.edge}: {best:.1f} ms")
        assert best <= 10, wanted
