"""What is masked for most of the staff is shown to no customer, by templates neither (spec 02, custom fields)."""

import msgspec
from litestar import Litestar

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.presets import standard
from tests.kit import found_office

RISK = {
    "key": "risk",
    "name": {"zh-CN": "风险", "en": "Risk"},
    "kind": "text",
    "types": ["technical"],
    "sensitive": True,
}


async def test_a_template_shows_customers_no_sensitive_field(asgi: Litestar) -> None:
    raw = msgspec.to_builtins(standard([2026]))
    raw["fields"] = [*raw["fields"], RISK]
    preset = {"field": "risk", "value": "黑名单"}
    raw["templates"] = [
        one | ({"fields": [*one["fields"], preset]} if one["type"] == "technical" else {}) for one in raw["templates"]
    ]
    office = await found_office(asgi, bundle=msgspec.convert(raw, PolicyBundle))
    answer = await (await office.customer()).get("/portal/info")
    assert answer.status_code == 200
    assert "影响版本" in answer.text and "黑名单" not in answer.text and "风险" not in answer.text
