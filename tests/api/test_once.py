"""``Idempotency-Key`` on everything that creates beside tickets (spec 01, write path)."""

from typing import Any

import pytest

from tests.kit import Office

pytestmark = pytest.mark.anyio

NAME = {"zh-CN": "新组", "en": "New team"}


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/members", {"name": "新人", "mail": "new@x.test"}),
        ("/teams", {"key": "fresh", "name": NAME}),
        ("/policy/rollbacks", {"to": 1}),
        ("/policy/releases", None),
    ],
)
async def test_what_was_made_once_is_answered_again_and_not_made_again(
    office: Office, path: str, body: dict[str, Any] | None
) -> None:
    admin = await office.member("管理员", "system_admin")
    body = body or {"bundle": (await admin.get("/policy")).json()["bundle"]}
    first, again = [await admin.post(path, body, headers={"Idempotency-Key": "k"}) for _ in range(2)]
    assert (first.status_code, again.status_code, again.json()) == (201, 201, first.json())
    assert again.headers["Idempotency-Replayed"] == "true"
    assert (await admin.post(path, {**body, "note": "x"}, headers={"Idempotency-Key": "k"})).status_code in (409, 422)
