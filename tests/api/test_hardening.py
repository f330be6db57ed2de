"""What holds for every request of the web process, whoever sends it: headers, cookies, metrics, bodies that do not end."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import msgspec
import pytest
from litestar import Litestar
from litestar.types import Message, Receive, Scope, Send

from gongdan.app import create
from gongdan.domains.accounts.public import sessions
from gongdan.infra.http import guard
from gongdan.settings import Settings
from tests.kit import Office

TOKEN = "a-token-for-the-metrics"


@asynccontextmanager
async def client_of(app: Litestar, peer: str = "127.0.0.1") -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=app, client=(peer, 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://office.test") as client:
        yield client


@pytest.mark.parametrize(("url", "is_told"), [("https://help.test", True), ("http://help.test", False)])
async def test_over_https_browsers_are_told_to_stay_there(url: str, is_told: bool) -> None:
    app = create(Settings(database_url="postgresql://nobody@localhost/none", public_url=url))
    async with client_of(app) as client:
        answer = await client.get("/healthz")
    assert ("strict-transport-security" in answer.headers) == is_told
    name = app.openapi_schema.to_schema()["components"]["securitySchemes"]["session"]["name"]
    assert name.startswith("__Host-") == is_told
    cookie = sessions.cookie_of("x", url, max_age=1)
    assert (cookie.key, cookie.secure, cookie.path, cookie.domain) == (name, is_told, "/", None)


@pytest.mark.parametrize(
    ("peer", "headers", "status"),
    [
        ("127.0.0.1", {}, 200),
        ("::1", {}, 200),
        ("127.0.0.1", {"X-Forwarded-For": "203.0.113.9"}, 403),
        ("127.0.0.1", {"Forwarded": "for=203.0.113.9"}, 403),
        ("10.0.0.7", {}, 403),
        ("10.0.0.7", {"X-Forwarded-For": "127.0.0.1"}, 403),
        ("10.0.0.7", {"Authorization": "Bearer wrong"}, 403),
        ("10.0.0.7", {"Authorization": f"Bearer {TOKEN}"}, 200),
        ("10.0.0.7", {"Authorization": f"bearer {TOKEN}"}, 200),
    ],
)
async def test_metrics_are_for_this_machine_and_for_the_token(
    asgi: Litestar, monkeypatch: pytest.MonkeyPatch, peer: str, headers: dict[str, str], status: int
) -> None:
    services = asgi.state.services
    monkeypatch.setattr(services, "settings", msgspec.structs.replace(services.settings, metrics_token=TOKEN))
    async with client_of(asgi, peer) as client:
        answer = await client.get("/metrics", headers=headers)
    assert (answer.status_code, "# HELP" in answer.text) == (status, status == 200)


@pytest.mark.parametrize("authorization", ["", "Bearer ", "Bearer None"])
async def test_without_a_token_nobody_elsewhere_reads_metrics(asgi: Litestar, authorization: str) -> None:
    async with client_of(asgi, "10.0.0.7") as client:
        answer = await client.get("/metrics", headers={"Authorization": authorization})
    assert answer.status_code == 403


async def test_half_a_body_is_let_go(office: Office) -> None:
    """And says why, in the form of every problem."""
    agent = await office.member("小李", "agent", service=False)
    app = guard.patient(office.asgi, idle_s=0.05)
    sent = await _send_half(app, "/api/v1/tickets", await agent.headers())
    assert sent[0]["status"] == 408
    problem = msgspec.json.decode(sent[1]["body"])
    assert (problem["code"], problem["title"]) == ("request.slow", "请求内容迟迟没有发完")


async def test_what_comes_after_the_body_may_take_its_time() -> None:
    waited = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await receive()
        waited.append(await receive())

    messages = iter([0.0, 0.15])

    async def receive() -> Message:
        await asyncio.sleep(next(messages))
        return {"type": "http.request", "body": b"", "more_body": False}

    await guard.patient(app, idle_s=0.05)({"type": "http"}, receive, _unsent)
    assert waited


async def trickle(sizes: list[int], *, every_s: float = 0.0, app_s: float = 0.0, **patience: float) -> list[int]:
    """What an application got of a body whose parts, one of each of these sizes, come so slowly."""
    got: list[int] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        is_whole = False
        while not is_whole:
            message = await receive()
            assert message["type"] == "http.request"
            got.append(len(message["body"]))
            is_whole = not message["more_body"]
            await asyncio.sleep(app_s)

    left = iter(sizes)

    async def receive() -> Message:
        await asyncio.sleep(every_s)
        size = next(left, None)
        return {"type": "http.request", "body": b"x" * (size or 0), "more_body": size is not None}

    await guard.patient(app, **patience)({"type": "http"}, receive, _unsent)
    return got


async def test_a_body_that_trickles_ends_though_something_always_comes() -> None:
    with pytest.raises(guard.SlowBody):
        await trickle([1] * 1_000, every_s=0.02, idle_s=10, whole_s=0.1, least_per_s=8_000)


async def test_a_large_body_has_as_long_as_a_slow_line_needs() -> None:
    got = await trickle([1_000] * 15, every_s=0.02, idle_s=10, whole_s=0.1, least_per_s=8_000)
    assert sum(got) == 15_000


async def test_what_the_server_takes_to_store_a_body_is_not_its_senders_time() -> None:
    got = await trickle([1] * 10, app_s=0.02, idle_s=0.05, whole_s=0.1, least_per_s=8_000)
    assert sum(got) == 10


async def test_an_empty_part_again_and_again_is_nothing_that_came() -> None:
    with pytest.raises(guard.SlowBody):
        await trickle([0] * 1_000, every_s=0.02, idle_s=10, whole_s=0.1, least_per_s=8_000)


async def test_a_file_that_trickles_leaves_nothing_behind(office: Office) -> None:
    agent = await office.member("李雷")
    app = guard.patient(office.asgi, idle_s=10, whole_s=0.1)
    headers = await agent.headers() | {"x-file-name": "a.txt", "content-type": "application/octet-stream"}
    sent = await _send_half(app, "/api/v1/files", headers, every_s=0.02)
    assert sent[0]["type"] == "http.response.start" and sent[0]["status"] == 408
    async with office.read() as tx:
        assert await tx.rows(tuple, "select 1 from file where workspace_id = %(workspace)s") == []


async def _send_half(app: object, path: str, headers: dict[str, str], *, every_s: float = 60) -> list[Message]:
    """A body whose second half never comes, or comes byte by byte."""
    sent: list[Message] = []
    parts = iter([{"type": "http.request", "body": b'{"title": ', "more_body": True}])

    async def receive() -> object:
        if (found := next(parts, None)) is None:
            await asyncio.sleep(every_s)
            return {"type": "http.request", "body": b" ", "more_body": True}
        return found

    async def send(message: Message) -> None:
        sent.append(message)

    given = {"host": "office.test", "content-type": "application/json", "content-length": "5000"} | headers
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "scheme": "http",
        "path": path, "raw_path": path.encode(), "query_string": b"", "root_path": "", "client": ("127.0.0.1", 1),
        "server": ("office.test", 80), "headers": [(k.lower().encode(), v.encode()) for k, v in given.items()],
    }  # fmt: skip
    await app(scope, receive, send)
    return sent


async def _unsent(message: Message) -> None:
    raise AssertionError(message)
