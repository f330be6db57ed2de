"""What is asked of an approval with one ``Idempotency-Key`` happens once."""

from typing import Any

import pytest
from litestar import Litestar

from tests.api.test_once import thrice
from tests.domains.approvals.kit import scene
from tests.kit import Visitor

pytestmark = pytest.mark.anyio


async def test_an_approval_is_asked_for_and_decided_once(asgi: Litestar) -> None:
    one = await scene(asgi)
    first, second = [await one.office.member(name, "director") for name in ("甲", "乙")]
    path = f"/tickets/{one.number}/approval"
    ask = {"to": "resolved", "why": "请看"}
    steps: list[tuple[Visitor, str, Any]] = [
        (one.agent, "", ask),
        (one.lead, "/forward", {"person_id": first.id}),
        (first, "/approvers", {"person_id": second.id, "when": "before"}),
        (second, "/return", {"person_id": one.agent.id, "why": "重做"}),
        (one.agent, "", ask | {"why": "再看"}),
        (one.agent, "/cancel", {}),
        (one.agent, "", ask | {"why": "三看"}),
        (one.lead, "/decision", {"verdict": "approved"}),
    ]
    for n, (by, what, body) in enumerate(steps):
        key = {"Idempotency-Key": f"k{n}"}
        answers = await thrice(
            one.office, lambda by=by, what=what, body=body, key=key: by.post(path + what, body, headers=key)
        )
        assert {answer.status_code for answer in answers} == {200}, answers[0].text
