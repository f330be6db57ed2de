"""One mechanism for all routes: what a handler asks for in its signature says which headers it reads, which proof it
wants and which refusals it may answer."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from http import HTTPStatus
from typing import Any

import msgspec.json
from litestar import Response
from litestar.config.app import AppConfig
from litestar.handlers import HTTPRouteHandler
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin, YamlRenderPlugin
from litestar.openapi.spec import OpenAPI, Tag
from litestar.plugins import InitPlugin
from litestar.plugins.base import ReceiveRoutePlugin
from litestar.response import Stream
from litestar.routes import BaseRoute, HTTPRoute
from msgspec.structs import replace

from gongdan.infra.http.guard import Needs, needs_of
from gongdan.infra.http.guard.needs import sentence_of
from gongdan.infra.http.openapi.examples import Vocabulary
from gongdan.infra.http.openapi.page import DocumentPage, page_router
from gongdan.infra.http.openapi.shapes import Schema, plain, schemas
from gongdan.infra.http.problems import Problem, example_of

PROBLEM = "application/problem+json"
_METHODS = ("get", "post", "put", "patch", "delete")

_REFUSALS = {
    400: "request.malformed",
    401: "request.unauthenticated",
    403: "request.forbidden",
    404: "request.not_found",
    409: "request.conflict",
    412: "ticket.changed",
    408: "request.slow",
    413: "request.too_large",
    415: "request.unsupported_type",
    422: "request.invalid",
    429: "request.too_many",
    500: "request.bug",
    507: "storage.disk_full",
}
"""Status → the code that stands in its example."""

_EMPTY = frozenset({"202", "204"})
"""Nothing stands in these answers."""

_PROOFS = {
    "token": {"type": "http", "scheme": "bearer", "description": "An API token: `Authorization: Bearer gd_…`."},
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "description": "The cookie of a browser's session. Changes by it bring `X-CSRF-Token`.",
    },
}
_SIGNED_IN: list[dict[str, list[str]]] = [{"token": []}, {"session": []}]

_HEADERS: Mapping[str, Schema] = {
    "Accept-Language": {
        "description": "The language of problems: `zh-CN` (the default) or `en`.",
        "schema": {"type": "string", "maxLength": 200},
        "example": "zh-CN",
    },
    "X-CSRF-Token": {
        "description": "`csrf` of `GET /session`; only with the cookie of a session, and needed with it.",
        "schema": {"type": "string", "maxLength": 200},
    },
    "If-Match": {
        "description": "The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it"
        " sets was changed since; without the header it is made in any case.",
        "schema": {"type": "string", "maxLength": 20},
        "example": '"7"',
    },
    "Idempotency-Key": {
        "description": "A name of the client's own for this request. Sent again with the same key and body it gets the"
        " same answer, with `Idempotency-Replayed: true`, and nothing is done twice.",
        "schema": {"type": "string", "minLength": 1, "maxLength": 200},
        "example": "5b9f1c52-order-1042",
    },
}
"""Request headers that no handler reads itself."""


class ApiDocument(InitPlugin, ReceiveRoutePlugin):
    """Serves the document as JSON, YAML and as a page, below ``/schema``. ``words`` are the vocabulary of its examples;
    ``tags`` tell what each group of operations is about; ``cookie`` is that of sessions;
    ``declare`` adds bounds that are checked beyond the shapes."""

    def __init__(
        self,
        *,
        title: str,
        version: str,
        description: str,
        tags: Mapping[str, str],
        words: Mapping[str, Any],
        cookie: str,
        declare: Callable[[Mapping[str, Schema]], None] = lambda _: None,
    ) -> None:
        self._handlers: dict[str, HTTPRouteHandler] = {}
        self._words = words
        self._cookie = cookie
        self._declare = declare
        self._config = _Config(
            title=title,
            version=version,
            description=description,
            tags=[Tag(name=name, description=text) for name, text in tags.items()],
            use_handler_docstrings=True,
            render_plugins=[DocumentPage(), JsonRenderPlugin(), YamlRenderPlugin()],
            openapi_router=page_router("/schema"),
        )
        self._config.finish = self._finish

    def on_app_init(self, app_config: AppConfig) -> AppConfig:
        app_config.openapi_config = self._config
        return app_config

    def receive_route(self, route: BaseRoute) -> None:
        if isinstance(route, HTTPRoute):
            documented = [one for one in route.route_handlers if one.resolve_include_in_schema()]
            self._handlers |= {str(one.operation_id): one for one in documented}

    def _finish(self, document: dict[str, Any]) -> dict[str, Any]:
        finished = completed(document, self._handlers, self._words)
        self._declare(finished["components"]["schemas"])
        finished["components"]["securitySchemes"]["session"]["name"] = self._cookie
        return finished


class _Document(OpenAPI):
    finish: Callable[[dict[str, Any]], dict[str, Any]]

    def to_schema(self) -> dict[str, Any]:
        return self.finish(super().to_schema())


class _Config(OpenAPIConfig):
    finish: Callable[[dict[str, Any]], dict[str, Any]]

    def to_openapi_schema(self) -> OpenAPI:
        found = super().to_openapi_schema()
        document = _Document(**{field.name: getattr(found, field.name) for field in fields(found)})
        document.finish = self.finish
        return document


def completed(
    document: dict[str, Any], handlers: Mapping[str, HTTPRouteHandler], words: Mapping[str, Any]
) -> dict[str, Any]:
    """``document`` completed in place: shapes, examples, headers, proofs and refusals of every operation."""
    bodies = {name: found for name, one in handlers.items() if (found := _body(one)) is not None}
    answers = {name: found for name, one in handlers.items() if (found := _answer(one)) is not None}
    found, components = schemas([Problem, *bodies.values(), *answers.values()])
    requests = dict(zip(bodies, found[1:], strict=False))
    replies = dict(zip(answers, found[1 + len(bodies) :], strict=True))
    vocabulary = Vocabulary(words, components)
    for item in document["paths"].values():
        for method, operation in item.items():
            if method in _METHODS:
                name = operation["operationId"]
                _set_bodies(operation, requests.get(name), replies.get(name), vocabulary)
                _set_refusals(operation, method, handlers[name])
                _set_parameters(operation, method, handlers[name], vocabulary)
                _set_texts(operation, needs_of(handlers[name]))
    document["components"] = {
        "schemas": dict(sorted(components.items())),
        "responses": {HTTPStatus(status).name: _refusal(status) for status in _REFUSALS},
        "parameters": {name: {"name": name, "in": "header", **header} for name, header in _HEADERS.items()},
        "securitySchemes": _PROOFS,
    }
    return document


def _body(handler: HTTPRouteHandler) -> Any:
    field = handler.parsed_fn_signature.parameters.get("data")
    return None if field is None else field.annotation


def _answer(handler: HTTPRouteHandler) -> Any:
    """What the handler's JSON holds; None: it answers nothing, or a stream of bytes."""
    found = handler.parsed_fn_signature.return_type
    if found.is_subclass_of(Response) and found.inner_types:
        (found,) = found.inner_types
    return None if found.is_subclass_of((type(None), Stream, bytes)) else found.annotation


def _set_texts(operation: dict[str, Any], needs: Needs) -> None:
    """The first sentence of the handler's docstring is the summary. What the operation needs is said below it."""
    text = plain(operation["description"])
    knows_tokens = bool(operation["security"])
    operation["description"] = f"{text}\n\n{sentence_of(needs if knows_tokens else replace(needs, scope=None))}"
    operation["x-needs"] = msgspec.json.decode(msgspec.json.encode(needs))
    operation["summary"] = " ".join(text.split("\n\n")[0].split()).split(". ")[0].rstrip(".")


_SAID = ("text/event-stream", "text/csv")
"""Kinds of answers that are no JSON, where a route says its own; of others nothing is known."""


def _set_bodies(
    operation: dict[str, Any], request: Schema | None, reply: Schema | None, vocabulary: Vocabulary
) -> None:
    if request is not None:
        content = {"schema": request, "example": vocabulary.example(request)}
        operation["requestBody"] = {"required": True, "content": {"application/json": content}}
    status = next(code for code in operation["responses"] if code.startswith("2"))
    answer = operation["responses"][status]
    answer["description"] = HTTPStatus(int(status)).phrase
    if reply is not None:
        answer["content"] = {"application/json": {"schema": reply, "example": vocabulary.example(reply)}}
    elif status in _EMPTY:
        answer.pop("content", None)
    else:
        kind = next((each for each in _SAID if each in answer["content"]), "*/*")
        answer["content"] = {kind: {"schema": {"type": "string"}}}


def _set_refusals(operation: dict[str, Any], method: str, handler: HTTPRouteHandler) -> None:
    declared: Iterable[int] = handler.opt.get("refuses", ())
    for status in (*_refusals(operation, method, handler.parsed_fn_signature.parameters), *declared):
        operation["responses"][str(status)] = {"$ref": f"#/components/responses/{HTTPStatus(status).name}"}
    operation["responses"] = dict(sorted(operation["responses"].items()))


def _refusals(operation: dict[str, Any], method: str, names: Mapping[str, Any]) -> Iterator[int]:
    """What else may be refused than what the route itself says that it ``refuses``. 404 is also the answer to a body
    that names what is not there, and to a guest at a host that is no workspace's."""
    has_body, takes = "requestBody" in operation, operation.get("parameters", ())
    yield from (401, 403, 429, 500)
    if method != "get":
        yield from (404, 409)
    elif any(one["in"] == "path" for one in takes) or "authority" not in names:
        yield 404
    if "seen" in names:
        yield 412
    if has_body:
        yield from (408, 413)
    if "data" in names:
        yield 415
    if "storage" in names and method == "post":
        yield 507
    if method != "get" or takes:
        yield from (400, 422)


def _set_parameters(operation: dict[str, Any], method: str, handler: HTTPRouteHandler, vocabulary: Vocabulary) -> None:
    names = handler.parsed_fn_signature.parameters
    own: Sequence[dict[str, Any]] = operation.get("parameters", ())
    for one in own:
        one["schema"] = _given(one["schema"])
        for bound in {"minimum", "maximum"} & one["schema"].keys():
            one["schema"][bound] = int(one["schema"][bound])  # the framework makes them floats
        if one["name"] in vocabulary.words:
            one["example"] = vocabulary.words[one["name"]]
    headers = ["Accept-Language"]
    if method != "get" and {"authority", "begin", "caller", "visitor"} & names.keys():
        headers.append("X-CSRF-Token")
    headers += ["If-Match"] if "seen" in names else []
    headers += ["Idempotency-Key"] if method != "get" else []
    operation["parameters"] = [*own, *({"$ref": f"#/components/parameters/{name}"} for name in headers)]
    if needs_of(handler).who != "guest":
        operation["security"] = _SIGNED_IN
    else:
        operation["security"] = [*_SIGNED_IN, {}] if {"caller", "visitor"} & names.keys() else []


def _given(schema: dict[str, Any]) -> dict[str, Any]:
    """A parameter is left out, never null; the framework writes its bounds beside the union with null."""
    members = [one for one in schema.get("oneOf", ()) if one.get("type") != "null"]
    if len(members) != 1:
        return schema
    return {**members[0], **{name: value for name, value in schema.items() if name != "oneOf"}}


def _refusal(status: int) -> dict[str, Any]:
    example = example_of(_REFUSALS[status], status)
    found: dict[str, Any] = {
        "description": example["title"],
        "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}, "example": example}},
    }
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        found["headers"] = {"Retry-After": {"description": "Seconds.", "schema": {"type": "integer"}, "required": True}}
    return found
