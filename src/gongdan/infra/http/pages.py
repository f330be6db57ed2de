"""The built web app: hashed assets that never change, and one page for every address that the app's router knows."""

import hashlib
import re
from pathlib import Path
from typing import Any

from litestar import MediaType, Request, Response, route
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import File

STATIC = Path(__file__).resolve().parents[2] / "static"
_FOREVER = "public, max-age=31536000, immutable"
_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".png": "image/png",
}
"""What the build writes. Browsers run no script and apply no style of another type, so nothing is left to guesses."""
_HTML = "text/html; charset=utf-8"
_ENCODINGS = {"br": ".br", "gzip": ".gz"}
"""As which an asset may lie beside itself, the smallest first."""
_PLAIN = re.compile(r"[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*")


POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; script-src 'self'; "
    "style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob: https:; font-src 'self'; "
    "media-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'self'; manifest-src 'self'"
)
"""No inline script and no inline style sheet. Style attributes are let be, since sanitised mails have some; images of
other hosts too, since a reader may ask for those of a mail."""


@route("/assets/{path:path}", http_method=["GET", "HEAD"], sync_to_thread=False, include_in_schema=False)
def asset(path: FromPath[str], request: Request[Any, Any, Any]) -> Response[Any]:
    """A file of the build. Its name changes with its content, so the name is its tag; ranges are not served."""
    name = path.lstrip("/")
    file = STATIC / "assets" / name
    if not _PLAIN.fullmatch(name) or ".." in name or file.suffix not in _TYPES or not file.is_file():
        raise NotFoundException
    served, encoding = encoded(file, request.headers.get("accept-encoding", ""))
    tag = f'"{served.name}"'
    headers = {"Cache-Control": _FOREVER, "Vary": "Accept-Encoding", "ETag": tag, "Accept-Ranges": "none"}
    if is_known(tag, request.headers.get("if-none-match", "")):
        return Response(None, status_code=304, headers=headers)
    if encoding is not None:
        headers["Content-Encoding"] = encoding
    if request.method == "HEAD":
        return _head(served.stat().st_size, _TYPES[file.suffix], headers)
    return File(served, media_type=_TYPES[file.suffix], headers=headers, content_disposition_type="inline")


def encoded(file: Path, accepted: str) -> tuple[Path, str | None]:
    """The smallest form of an asset that ``accepted``, an ``Accept-Encoding``, allows and the build has written."""
    for encoding, suffix in _ENCODINGS.items():
        beside = file.with_name(file.name + suffix)
        if allows(accepted, encoding) and beside.is_file():
            return beside, encoding
    return file, None


def allows(accepted: str, encoding: str) -> bool:
    """Whether an ``Accept-Encoding`` names the encoding, and not with a weight of nothing (RFC 9110, 12.5.3)."""
    for part in accepted[:200].split(","):
        name, _, weight = part.partition(";")
        if name.strip().lower() == encoding:
            return not re.fullmatch(r"\s*q\s*=\s*0(\.0{0,3})?\s*", weight)
    return False


def is_known(tag: str, held: str) -> bool:
    """Whether ``held``, an ``If-None-Match``, names this version; a weak mark is as good (RFC 9110, 13.1.2)."""
    return held.strip() == "*" or tag in (part.strip().removeprefix("W/") for part in held[:1_000].split(","))


def _head(size: int, kind: str, headers: dict[str, str]) -> Response[Any]:
    """What would come, without it."""
    return Response(b"", media_type=kind, headers=headers | {"Content-Length": str(size)})


@route(["/", "/{path:path}"], http_method=["GET", "HEAD"], sync_to_thread=False, include_in_schema=False)
def page(request: Request[Any, Any, Any], path: FromPath[str] = "/") -> Response[Any]:
    """The app's page. Browsers ask each time whether it is still the one that they hold."""
    if path.startswith(("/api/", "/schema/")):
        raise NotFoundException
    index = STATIC / "index.html"
    if not index.is_file():
        return Response("The web app is not built yet: run `make web`.", media_type=MediaType.TEXT, status_code=503)
    body = index.read_bytes()
    tag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
    headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-cache", "ETag": tag, "Accept-Ranges": "none"}
    if is_known(tag, request.headers.get("if-none-match", "")):
        return Response(None, status_code=304, headers=headers)
    if request.method == "HEAD":
        return _head(len(body), _HTML, headers)
    return Response(body, media_type=_HTML, headers=headers)


handlers = [asset, page]
