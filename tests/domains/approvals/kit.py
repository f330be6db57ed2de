"""An office in which a ticket is resolved only after others agreed."""

from typing import Any

import httpx
import msgspec
from litestar import Litestar

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.presets import standard
from tests.kit import Office, Visitor, found_office

NAMED = {"zh-CN": "主管审批", "en": "The lead agrees"}
AMOUNT = {"key": "refund_sum", "name": {"zh-CN": "金额", "en": "Amount"}, "kind": "number"}
LARGE = {"field": "fields.refund_sum", "op": "gt", "value": 1000}


def step(key: str = "lead", **given: Any) -> dict[str, Any]:
    return {"key": key, "name": NAMED, "by": ["lead"]} | given


def asking(*steps: dict[str, Any], transition: str = "resolve") -> PolicyBundle:
    raw = msgspec.to_builtins(standard([2026]))
    for flow in raw["workflows"]:
        for one in flow["transitions"]:
            if one["key"] == transition:
                one["approval"] = list(steps)
    raw["fields"] = [*raw.get("fields", []), AMOUNT]
    return msgspec.convert(raw, PolicyBundle)


class Scene(msgspec.Struct):
    """A ticket in hand."""

    office: Office
    lead: Visitor
    agent: Visitor
    customer: Visitor
    number: str

    async def ask(self, by: Visitor | None = None, **given: Any) -> httpx.Response:
        body = {"to": "resolved", "why": "客户同意退款"} | given
        return await (by or self.agent).post(f"/tickets/{self.number}/approval", body)

    async def decide(self, by: Visitor, verdict: str = "approved", why: str = "") -> httpx.Response:
        return await by.post(f"/tickets/{self.number}/approval/decision", {"verdict": verdict, "why": why})

    async def do(self, by: Visitor, what: str, **body: Any) -> httpx.Response:
        return await by.post(f"/tickets/{self.number}/approval/{what}", body)

    async def seen(self, by: Visitor | None = None) -> dict[str, Any]:
        answer = await (by or self.agent).get(f"/tickets/{self.number}")
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def kinds(self) -> list[str]:
        timeline = (await self.seen())["timeline"]
        return [one["kind"].removeprefix("ticket.") for one in timeline if "appro" in one["kind"]]


async def scene(asgi: Litestar, *steps: dict[str, Any], transition: str = "resolve") -> Scene:
    office = await found_office(asgi, bundle=asking(*(steps or (step(),)), transition=transition))
    lead = await office.member("组长", "lead", service=True)
    agent = await office.member("李雷", "agent", service=False)
    customer = await office.customer()
    number = await office.ticket(customer, team="service", assignee_id=agent.id)
    answer = await agent.post(f"/tickets/{number}/accept")
    assert answer.status_code == 200, answer.text
    return Scene(office=office, lead=lead, agent=agent, customer=customer, number=number)


def refused(answer: httpx.Response, status: int, code: str) -> bool:
    return (answer.status_code, answer.json().get("code")) == (status, code) or bool(print(answer.text))
