"""The built web app: hashed assets that never change, and one page for every address that the app's router knows."""

import re
from pathlib import Path

from litestar import MediaType, Response, get
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
_PLAIN = re.compile(r"[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*")


POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; script-src 'self'; "
    "style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob: https:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; frame-src 'self'; manifest-src 'self'"
)
"""No inline script and no inline style sheet. Style attributes are let be, since sanitised mails have some; images of
other hosts too, since a reader may ask for those of a mail."""


@get("/assets/{path:path}", sync_to_thread=False, include_in_schema=False)
def asset(path: FromPath[str]) -> File:
    name = path.lstrip("/")
    file = STATIC / "assets" / name
    if not _PLAIN.fullmatch(name) or ".." in name or not file.is_file():
        raise NotFoundException
    return File(
        file,
        media_type=_TYPES.get(file.suffix, "application/octet-stream"),
        headers={"Cache-Control": _FOREVER},
        content_disposition_type="inline",
    )


@get(["/", "/{path:path}"], sync_to_thread=False, include_in_schema=False)
def page(path: FromPath[str] = "/") -> Response[str]:
    """The app's page, with a nonce of its own for each load."""
    if path.startswith(("/api/", "/schema/")):
        raise NotFoundException
    index = STATIC / "index.html"
    if not index.is_file():
        return Response("The web app is not built yet: run `make web`.", media_type=MediaType.TEXT, status_code=503)
    headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-cache"}
    return Response(index.read_text("utf-8"), media_type=MediaType.HTML, headers=headers)


handlers = [asset, page]
