"""What a customer wrote besides becomes a ticket of its own, whose clocks run from when it was written."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.domains.relations.test_links import detail, links
from tests.domains.relations.test_merging import across, texts
from tests.kit import Office, Visitor

pytestmark = pytest.mark.anyio


def customers(shown: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for one in shown["timeline"] if one["message"] and one["message"]["author"] == "customer"]


async def asked_twice(office: Office) -> tuple[Visitor, Visitor, str, list[dict[str, Any]]]:
    lead, customer = await office.member("韩梅梅", "director"), await office.customer()
    number = await office.ticket(customer)
    file = (await customer.call("POST", "/files", content=b"%PDF-1.4 x", headers={"X-File-Name": "a.pdf"})).json()["id"]
    await customer.post(f"/portal/tickets/{number}/messages", {"text": "另外发票也错了", "files": [file]})
    async with office.services.db.write(office.id) as tx:
        tx.put(
            "update message set at = at - interval '1 hour'"
            " where workspace_id = %(workspace)s and id = (select max(id) from message where workspace_id = %(workspace)s)"
        )
    return lead, customer, number, customers(await detail(lead, number))


async def test_messages_become_a_ticket_of_the_same_customer(office: Office) -> None:
    lead, customer, number, said = await asked_twice(office)
    wanted = next(one for one in said if one["message"]["text"] == "另外发票也错了")
    body = {"messages": [wanted["message"]["id"]], "title": "发票错了"}
    send = {"Idempotency-Key": "one"}
    answers = [await lead.post(f"/tickets/{number}/split", body, headers=send) for _ in range(3)]
    assert [one.status_code for one in answers] == [201] * 3, answers[0].text
    (born,) = {one.json()["number"] for one in answers}
    shown = await detail(lead, born)
    assert (shown["title"], shown["requester"]["id"], texts(shown)) == ("发票错了", customer.id, ["另外发票也错了"])
    assert len(customers(shown)[0]["message"]["files"]) == 1
    written = datetime.fromisoformat(wanted["at"]) - timedelta(hours=1)
    assert datetime.fromisoformat(shown["created_at"]) == written
    assert (await links(lead, born), await links(lead, number)) == ([("relates", number)], [("relates", born)])
    assert len(texts(await detail(lead, number))) == 2
    assert (await customer.get(f"/portal/tickets/{born}")).status_code == 200


async def test_only_what_one_customer_wrote_is_split_off(office: Office) -> None:
    lead, (_, first), (_, second) = await across(office)
    both = [one["message"]["id"] for one in customers(await detail(lead, first))]
    await lead.post(f"/tickets/{first}/replies", {"text": "好的"})
    mine = [one["message"]["id"] for one in (await detail(lead, first))["timeline"] if one["message"]]
    for ids in (both, [max(mine)], [1]):
        answer = await lead.post(f"/tickets/{first}/split", {"messages": ids, "title": "x"})
        assert (answer.status_code, answer.json()["code"]) == (409, "relations.nothing_to_split")
    agent = await office.member("李雷", "auditor")
    assert (await agent.post(f"/tickets/{first}/split", {"messages": both[:1], "title": "x"})).status_code == 403
    assert second
