"""The API's document: whole, true to the shapes, and readable without anything from elsewhere."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import jsonschema_rs
import msgspec
import pytest
from litestar import Litestar

from gongdan.app import create
from gongdan.cli import app as command
from gongdan.infra.http.problems import Problem
from gongdan.settings import Settings
from tests.kit import Office

ROOT = Path(__file__).parents[2]
METHODS = ("get", "post", "put", "patch", "delete")

type_ = type


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    """It needs neither a database nor a running application."""
    return create(Settings(database_url="postgresql://nobody@localhost/none")).openapi_schema.to_schema()


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


def resolved(document: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in found:
        return found
    _, _, kind, name = found["$ref"].split("/")
    one: dict[str, Any] = document["components"][kind][name]
    return one


def test_it_is_openapi_3_1_and_resolves(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1")
    for name in re.findall(r'"\$ref": "#/components/(\w+/[\w.-]+)"', json.dumps(document)):
        kind, _, key = name.partition("/")
        assert key in document["components"][kind], name
    for schema in document["components"]["schemas"].values():
        jsonschema_rs.Draft202012Validator({**schema, "components": document["components"]})


def test_every_operation_is_named_grouped_and_told(document: dict[str, Any]) -> None:
    groups = {tag["name"] for tag in document["tags"]}
    names = []
    for path, method, operation in operations(document):
        where = f"{method} {path}"
        names.append(operation["operationId"])
        assert re.fullmatch(r"[a-z][A-Za-z]+", operation["operationId"]), where
        assert len(operation["tags"]) == 1 and set(operation["tags"]) <= groups, where
        assert operation["summary"] and "``" not in operation["description"], where
    assert len(set(names)) == len(names)


def test_every_body_has_an_example_and_its_schema_takes_it(document: dict[str, Any]) -> None:
    validators: dict[bytes, jsonschema_rs.Draft202012Validator] = {}
    for path, method, operation in operations(document):
        holders = [operation["requestBody"]] if "requestBody" in operation else []
        holders += [resolved(document, answer) for answer in operation["responses"].values()]
        for holder in holders:
            for kind, content in (holder.get("content") or {}).items():
                if not kind.endswith("json"):
                    continue
                known = msgspec.json.encode(content["schema"])
                if known not in validators:  # each takes in all components
                    schema = {**content["schema"], "components": document["components"]}
                    validators[known] = jsonschema_rs.Draft202012Validator(schema)
                faults = list(validators[known].iter_errors(content["example"]))
                assert not faults, (method, path, faults[0].message, list(faults[0].instance_path))


def test_every_example_of_a_request_is_decoded_by_its_shape(asgi: Litestar, document: dict[str, Any]) -> None:
    """Not only by its schema: what cannot be said in a schema is held to as well."""
    shapes = {
        handler.operation_id: handler.parsed_fn_signature.parameters["data"].annotation
        for route in asgi.routes
        for handler in getattr(route, "route_handlers", ())
        if handler.operation_id and "data" in handler.parsed_fn_signature.parameters
    }
    for _, _, operation in operations(document):
        if operation["operationId"] in shapes:
            example = operation["requestBody"]["content"]["application/json"]["example"]
            msgspec.convert(example, shapes[operation["operationId"]], strict=True)


def test_an_answer_is_never_left_untold(document: dict[str, Any]) -> None:
    for path, method, operation in operations(document):
        successes = [status for status in operation["responses"] if status < "3"]
        assert len(successes) == 1, (method, path)
        content = operation["responses"][successes[0]].get("content")
        assert (content is None) == (successes[0] in ("202", "204")), (method, path, content)
        for found in (content or {}).values():
            assert found["schema"], (method, path)


def test_creating_answers_with_what_was_made(document: dict[str, Any]) -> None:
    made = document["paths"]["/api/v1/tickets"]["post"]["responses"]["201"]["content"]["application/json"]
    assert made["schema"] == {"$ref": "#/components/schemas/Outcome"}
    assert made["example"]["number"]


def test_every_refusal_is_a_problem(document: dict[str, Any]) -> None:
    for path, method, operation in operations(document):
        refused = {status for status in operation["responses"] if status >= "4"}
        assert {"401", "403", "429", "500"} <= refused, (method, path)
        if "requestBody" in operation:
            assert {"400", "413", "422"} <= refused, (method, path)
        for status in refused:
            content = resolved(document, operation["responses"][status])["content"]
            assert content.keys() == {"application/problem+json"}
            problem = msgspec.convert(content["application/problem+json"]["example"], Problem)
            assert (problem.status, problem.title != problem.code) == (int(status), True), problem


def test_headers_stand_where_they_are_read(document: dict[str, Any]) -> None:
    def headers(path: str, method: str) -> set[str]:
        found = [resolved(document, one) for one in document["paths"][f"/api/v1{path}"][method]["parameters"]]
        return {one["name"] for one in found if one["in"] == "header"}

    assert headers("/tickets", "get") == {"Accept-Language"}
    assert headers("/tickets", "post") == {"Accept-Language", "X-CSRF-Token", "Idempotency-Key"}
    assert headers("/tickets/{number}", "patch") == {"Accept-Language", "X-CSRF-Token", "If-Match", "Idempotency-Key"}
    assert headers("/session", "post") == {"Accept-Language", "Idempotency-Key"}


def test_412_is_answered_exactly_where_if_match_is_read(document: dict[str, Any]) -> None:
    for path, method, operation in operations(document):
        names = {resolved(document, one)["name"] for one in operation["parameters"]}
        assert ("If-Match" in names) == ("412" in operation["responses"]), (method, path)


def test_proofs_are_a_token_or_a_session(document: dict[str, Any]) -> None:
    assert document["components"]["securitySchemes"].keys() == {"token", "session"}
    assert document["paths"]["/api/v1/tickets"]["get"]["security"] == [{"token": []}, {"session": []}]
    assert document["paths"]["/api/v1/session"]["post"]["security"] == []


def test_every_operation_says_what_it_needs(document: dict[str, Any]) -> None:
    said = {operation["operationId"]: operation for _, _, operation in operations(document)}
    assert said["replyToTicket"]["x-needs"] == {"who": "staff", "actions": ["ticket.reply"], "scope": "tickets:write"}
    assert said["replyToTicket"]["description"].endswith(
        "For members, with `ticket.reply`. A token needs the scope `tickets:write` or `all`."
    )
    assert said["repeatDelivery"]["x-needs"]["actions"] == ["outbox.manage", "ticket.reply"]
    assert said["listTickets"]["x-needs"] == {"who": "staff"}
    assert said["getPortalInfo"]["x-needs"] == {"who": "guest"}
    for name, operation in said.items():
        is_closed = operation["x-needs"]["who"] in ("self", "staff", "customer")
        assert is_closed == (operation["security"] == [{"token": []}, {"session": []}]), name


def test_what_the_source_says_of_a_member_stands_in_its_schema(document: dict[str, Any]) -> None:
    shapes = document["components"]["schemas"]
    assert "custom fields" in shapes["SetFields"]["properties"]["fields"]["description"].lower()
    assert shapes["OpenTicket"]["additionalProperties"] is False
    assert "message_id" in shapes["Outcome"]["required"]


def test_no_two_shapes_share_a_name(document: dict[str, Any]) -> None:
    """Else both would bear the names of their modules, and whoever uses the types would break."""
    assert not [name for name in document["components"]["schemas"] if "." in name]


def test_the_command_prints_the_document(document: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    command(["openapi"], exit_on_error=False, result_action="return_value")
    assert json.loads(capsys.readouterr().out) == json.loads(msgspec.json.encode(document))


def test_the_web_app_is_typed_by_the_document(document: dict[str, Any]) -> None:
    """``gongdan openapi > web/openapi.json``, then ``npm run gen``, after every change of the API."""
    kept = json.loads((ROOT / "web" / "openapi.json").read_text("utf-8"))
    assert kept == json.loads(msgspec.json.encode(document))


async def test_it_is_served_as_json_yaml_and_page(office: Office, document: dict[str, Any]) -> None:
    transport = httpx.ASGITransport(app=office.asgi)
    async with httpx.AsyncClient(transport=transport, base_url="http://office.test") as client:
        found = await client.get("/schema/openapi.json")
        assert found.json() == json.loads(msgspec.json.encode(document))
        assert (await client.get("/schema/openapi.yaml")).status_code == 200
        page = await client.get("/schema")
    assert page.headers["content-type"].startswith("text/html")
    assert all(operation["operationId"] in page.text for _, _, operation in operations(document))


async def test_the_page_runs_no_script_and_asks_no_other_host(office: Office) -> None:
    transport = httpx.ASGITransport(app=office.asgi)
    async with httpx.AsyncClient(transport=transport, base_url="http://office.test") as client:
        page = await client.get("/schema")
    assert "<script" not in page.text
    assert not re.findall(r'(?:src|href)="(?!/schema/)', page.text)
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
