"""What odd requests once broke: each rule here was a fault that drawn requests found."""

import json
from typing import Any

import anyio
import anyio.lowlevel
import pytest

from tests.kit import Office


async def test_a_connection_whose_user_was_cancelled_is_not_used_again(office: Office) -> None:
    """The framework asks for everything that a handler needs at once, and the first refusal (say, of ``If-Match``)
    cancels the look-up of the caller. Cancelled on its way into a pipeline, the connection went back into the pool as
    idle, and every read on it failed from then on."""
    with anyio.CancelScope() as scope:
        async with office.services.db.plain() as connection:
            scope.cancel()
            await anyio.lowlevel.checkpoint()
    assert connection.closed
    async with office.read() as tx:
        assert await tx.rows(tuple, "select key from team where workspace_id = %(workspace)s")


FAR = 2**70
ODD: list[tuple[str, str, dict[str, Any]]] = [
    ("GET", "/tickets", {"params": {"after": "x" * 200}}),
    ("GET", "/tickets", {"params": {"after": "eyJ9"}}),
    ("GET", "/tickets", {"params": {"after": "\x00"}}),
    ("GET", "/tickets", {"params": {"limit": FAR}}),
    ("GET", "/tickets", {"params": {"limit": "1e3"}}),
    ("GET", "/tickets", {"params": {"where": "[" * 5_000}}),
    ("GET", "/tickets", {"params": {"where": '{"field": "priority", "op": "is", "value": "\\u0000"}'}}),
    ("GET", "/tickets", {"params": {"where": '{"field": "rating", "op": "is", "value": 1e400}'}}),
    ("GET", "/tickets", {"params": {"where": json.dumps({"field": "created_at", "op": "<", "value": "9999-12-31"})}}),
    ("GET", "/tickets/%00", {}),
    ("GET", "/tickets/" + "x" * 5_000, {}),
    ("POST", "/tickets/%00/claim", {}),
    ("POST", "/tickets/%F0%9F/claim", {}),
    ("PUT", "/tickets/%00/presence", {"json": {"mode": "viewing"}}),
    ("PATCH", f"/members/{FAR}", {"json": {"active": True}}),
    ("PATCH", f"/members/-{FAR}", {"json": {"name": "x"}}),
    ("PUT", f"/members/{FAR}/password", {"json": {"password": "correct horse battery staple"}}),
    ("DELETE", f"/tokens/{FAR}", {}),
    ("DELETE", "/me/sessions/%00", {}),
    ("GET", f"/files/{FAR}/x", {"params": {"until": 1, "mac": "x"}}),
    ("GET", "/files/1/%00", {"params": {"until": 2**40, "mac": "\x00"}}),
    ("POST", f"/outbox/{FAR}/repeat", {}),
    ("POST", f"/quarantine/{FAR}/release", {}),
    ("PATCH", f"/channel-accounts/{FAR}", {"json": {"active": True}}),
    ("POST", "/policy/rollbacks", {"json": {"to": 2**31 - 1}}),
    ("POST", "/notices/read", {"json": {"up_to": FAR}}),
    ("POST", "/tickets", {"json": {"title": "x"}, "headers": {"Idempotency-Key": "x" * 201}}),
    ("POST", "/tickets", {"json": {"title": "x"}, "headers": {"Idempotency-Key": b"\xff\x00"}}),
    ("POST", "/tickets", {"json": {"title": "x", "fields": {"\x00": 1}}}),
    ("POST", "/tickets", {"json": {"title": "x", "assignee_id": FAR}}),
    ("PATCH", "/tickets/x", {"json": {"title": "x"}, "headers": {"If-Match": "9" * 5_000}}),
    ("PATCH", "/tickets/x", {"json": {"title": "x"}, "headers": {"If-Match": '"\u00b2"'.encode()}}),
    ("POST", "/tokens", {"json": {"name": "x", "scopes": ["all"], "expires_at": "0001-01-01T00:00:00+14:00"}}),
    ("POST", "/files", {"content": b"x", "headers": {"X-File-Name": "%00%FF", "Content-Length": "x"}}),
]
EXTREMES = ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-01-01T00:00:00", "x"]


@pytest.mark.parametrize(("method", "path", "request_"), ODD)
async def test_what_is_odd_is_a_refusal_and_no_bug(
    office: Office, method: str, path: str, request_: dict[str, Any]
) -> None:
    """Numbers beyond any column, NUL, broken UTF-8, odd cursors and headers, instants at the edge of time."""
    answer = await (await office.member("管理员", "system_admin")).call(method, path, **request_)
    assert answer.status_code < 500, answer.text
    assert answer.is_success or answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("instant", EXTREMES)
async def test_any_instant_may_be_asked_for(office: Office, instant: str) -> None:
    number = await office.ticket(await office.customer())
    lead = await office.member("李雷", "lead", service=True)
    answer = await lead.get(f"/tickets/{number}", as_of=instant)
    assert answer.status_code < 500, answer.text
    answer = await lead.post(f"/tickets/{number}/accept", {"promised_at": instant})
    assert answer.status_code < 500, answer.text
