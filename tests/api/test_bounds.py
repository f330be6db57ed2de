"""Bounds of what is not in a body, and what a token may change."""

from collections.abc import Iterator, Mapping
from typing import Any

import httpx
import msgspec
import pytest
from litestar import Litestar
from litestar.routes import HTTPRoute

from gongdan.domains.accounts.commands.credentials import make_token
from gongdan.infra.http.guard.needs import needs_of
from gongdan.kernel import clock
from tests.api.document import operations
from tests.kit import Office

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("instant", ["9998-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00", "2999-01-01T00:00:00+08:00"])
async def test_the_future_is_not_asked_for(office: Office, instant: str) -> None:
    number = await office.ticket(await office.customer())
    lead = await office.member("李雷", "lead", tech=True)
    answer = await lead.get(f"/tickets/{number}", as_of=instant)
    assert (answer.status_code, answer.json()["faults"][0]["field"]) == (422, "as_of")


@pytest.mark.parametrize("host", ["a:b", "a:99999", "a b", "a:1:2", "[::1", "x" * 300, ""])
async def test_a_host_that_is_none_is_refused(office: Office, host: str) -> None:
    transport = httpx.ASGITransport(app=office.asgi)
    async with httpx.AsyncClient(transport=transport, base_url="http://office.test") as client:
        answer = await client.get("/api/v1/session", headers={"Host": host})
    assert answer.status_code == 400, answer.text


async def test_own_answers_are_kept_nowhere(office: Office) -> None:
    agent = await office.member("小李", "agent", service=False)
    assert "no-store" in (await agent.get("/views")).headers["cache-control"]


async def test_a_token_to_read_changes_nothing(office: Office, asgi: Litestar) -> None:
    agent = await office.member("小李", "lead", service=True)
    async with office.services.db.write(office.id) as tx:
        _, token = await make_token(
            tx, agent.authority, name="r", scopes=["read"], expires_at=None, via="cli", now=clock.now()
        )
    transport = httpx.ASGITransport(app=office.asgi)
    headers = {"Authorization": f"Bearer {token}"}
    guests = {"signIn", "askForSignInLink", "redeemLink", "sendForm"}
    async with httpx.AsyncClient(transport=transport, base_url="http://office.test/api/v1", headers=headers) as client:
        for one in operations(asgi):
            if one.method == "GET" or one.id in guests:
                continue
            path = one.at(dict.fromkeys(one.parameters, "1"))
            body = {} if one.body is None else {"content": msgspec.json.encode(one.body)}
            sent = await client.request(one.method, path, headers={"Content-Type": "application/json"}, **body)
            assert sent.status_code in (401, 403), (one.id, sent.status_code, sent.text)


def test_every_input_has_a_bound(asgi: Litestar) -> None:
    """Every text, list, map and number that a request may hold tells in the document how much it may be."""
    document = asgi.openapi_schema.to_schema()
    unbounded = []
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if method in ("get", "post", "put", "patch", "delete"):
                unbounded += [f"{method} {path} {one}" for one in _inputs_without_bound(document, operation)]
    unbounded += [
        f"{name}{one}"
        for name in _shapes_of_inputs(document)
        for one in _without_bound(document["components"]["schemas"][name])
    ]
    assert not unbounded, "\n".join(unbounded)


Schema = Mapping[str, Any]

BOUNDS = {
    "string": ({"maxLength"},),
    "array": ({"maxItems"},),
    "integer": ({"minimum", "exclusiveMinimum"}, {"maximum", "exclusiveMaximum"}),
    "number": ({"minimum", "exclusiveMinimum"}, {"maximum", "exclusiveMaximum"}),
}
"""Type → of each set a schema has one."""


def _inputs_without_bound(document: Schema, operation: Schema) -> Iterator[str]:
    for one in operation.get("parameters", ()):
        found = document["components"]["parameters"][one["$ref"].rpartition("/")[2]] if "$ref" in one else one
        yield from (f"{found['in']} {found['name']}{at}" for at in _without_bound(found["schema"]))
    for content in operation.get("requestBody", {}).get("content", {}).values():
        if content["schema"].get("format") != "binary":  # bounded by the setting of the service
            yield from _without_bound(content["schema"])


def _without_bound(schema: Schema, at: str = "") -> Iterator[str]:
    """Paths within a schema, up to its references."""
    if {"$ref", "enum", "const"} & schema.keys() or schema.get("format") in ("date", "date-time"):
        return
    kinds = schema.get("type", ())
    for kind in [kinds] if isinstance(kinds, str) else kinds:
        if not all(any_of & schema.keys() for any_of in BOUNDS.get(kind, ())):
            yield f"{at} ({kind})"
    values = schema.get("additionalProperties")
    if isinstance(values, dict) and "maxProperties" not in schema:
        yield f"{at} (map)"
    for name, one in schema.get("properties", {}).items():
        yield from _without_bound(one, f"{at}.{name}")
    for one in _parts(schema):
        yield from _without_bound(one, f"{at}[]")


def _parts(schema: Schema) -> Iterator[Schema]:
    """What stands in a schema beside its members."""
    for name in ("anyOf", "oneOf", "allOf", "prefixItems"):
        yield from schema.get(name, ())
    for name in ("items", "additionalProperties", "propertyNames"):
        if isinstance(schema.get(name), dict):
            yield schema[name]


def _shapes_of_inputs(document: Schema) -> set[str]:
    """The shapes that bodies of requests hold, however deep."""
    found = set[str]()
    waiting: list[Any] = [
        operation.get("requestBody", {})
        for item in document["paths"].values()
        for operation in item.values()
        if isinstance(operation, dict)
    ]
    while waiting:
        match waiting.pop():
            case {"$ref": str(name)}:
                if (key := name.rpartition("/")[2]) not in found:
                    found.add(key)
                    waiting.append(document["components"]["schemas"][key])
            case dict(one):
                waiting += [value for name, value in one.items() if name not in ("example", "examples")]
            case list(several):
                waiting += several
    return found


def test_every_operation_that_changes_something_says_its_scope(asgi: Litestar) -> None:
    """In its own route data, so that nobody forgets it: a token of any other scope but ``all`` is refused."""
    found = {
        str(handler.operation_id): needs_of(handler).scope
        for route in asgi.routes
        if isinstance(route, HTTPRoute) and route.path.startswith("/api/v1")
        for handler in route.route_handlers
        if handler.http_methods & {"POST", "PUT", "PATCH", "DELETE"}
    }
    assert len(found) > 40
    assert {name: scope for name, scope in found.items() if scope not in ("tickets:write", "admin", "all")} == {}
