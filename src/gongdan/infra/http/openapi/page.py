"""The document as a page: written by the server, without scripts and without anything from other hosts."""

import base64
import hashlib
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

import msgspec
from litestar import Request, Router
from litestar.openapi.plugins import OpenAPIRenderPlugin

_STYLE = """
:root { color-scheme: light dark; font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
summary { cursor: pointer } summary code { font-weight: 600 }
pre { overflow: auto; padding: .75rem; border: 1px solid #8884; border-radius: 6px; font-size: 13px }
td, th { text-align: left; vertical-align: top; padding: .1rem 1rem .1rem 0 }
.method { display: inline-block; width: 4.5rem; font: 600 13px ui-monospace, monospace }
"""

_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src 'sha256-{hash}'"


def page_router(path: str) -> Router:
    """Where the document is served; only the page's own style may be applied."""
    style = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    headers = {"Content-Security-Policy": _POLICY.format(hash=style), "Cache-Control": "no-cache"}
    return Router(path, route_handlers=[], include_in_schema=False, response_headers=headers)


class DocumentPage(OpenAPIRenderPlugin):
    def __init__(self) -> None:
        super().__init__(path="/")

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:
        return "".join(_page(openapi_schema)).encode()


def _page(document: Mapping[str, Any]) -> Iterator[str]:
    info = document["info"]
    title = escape(f"{info['title']} API {info['version']}")
    yield f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
    yield f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{_STYLE}</style></head>'
    yield f"<body><h1>{title}</h1>{_text(info['description'])}"
    yield '<p><a href="/schema/openapi.json">openapi.json</a> · <a href="/schema/openapi.yaml">openapi.yaml</a></p>'
    for tag in document["tags"]:
        yield f'<h2 id="{escape(tag["name"])}">{escape(tag["name"])}</h2>{_text(tag["description"])}'
        for path, item in document["paths"].items():
            for method, operation in item.items():
                if tag["name"] in operation["tags"]:
                    yield from _operation(document, path, method, operation)
    yield "</body></html>"


def _operation(document: Mapping[str, Any], path: str, method: str, operation: Mapping[str, Any]) -> Iterator[str]:
    yield f'<details id="{escape(operation["operationId"])}"><summary><span class="method">{method.upper()}</span>'
    yield f"<code>{escape(path)}</code> {escape(operation['summary'])}</summary>"
    yield f"{_text(operation['description'])}<table>"
    for parameter in operation["parameters"]:
        one = _resolved(document, parameter)
        told = one.get("description") or one["schema"].get("description", "")
        yield f"<tr><td><code>{escape(one['name'])}</code></td><td>{one['in']}</td><td>{escape(told)}</td></tr>"
    yield "</table>"
    if body := operation.get("requestBody"):
        yield _example("Request", body)
    for status, answer in operation["responses"].items():
        found = _resolved(document, answer)
        yield _example(f"{status} {found['description']}", found) if status < "3" else _line(status, found)
    yield "</details>"


def _resolved(document: Mapping[str, Any], found: Mapping[str, Any]) -> Mapping[str, Any]:
    if "$ref" not in found:
        return found
    _, _, kind, name = found["$ref"].split("/")
    resolved: Mapping[str, Any] = document["components"][kind][name]
    return resolved


def _example(title: str, holder: Mapping[str, Any]) -> str:
    shown = [
        f"<pre>{escape(msgspec.json.format(msgspec.json.encode(content['example'])).decode())}</pre>"
        for content in (holder.get("content") or {}).values()
        if "example" in content
    ]
    return f"<h4>{escape(title)}</h4>{''.join(shown)}"


def _line(status: str, answer: Mapping[str, Any]) -> str:
    return f"<div><code>{status}</code> {escape(answer['description'])}</div>"


def _text(markdown: str) -> str:
    return "".join(f"<p>{escape(part)}</p>" for part in markdown.split("\n\n"))
