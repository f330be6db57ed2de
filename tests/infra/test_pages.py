"""The built web app is served as it lies: compressed once, kept for ever."""

import gzip
from pathlib import Path

import httpx
import pytest

from gongdan.infra.http import pages
from tests.kit import Office

SCRIPT = b"console.log(1);" * 100


@pytest.mark.parametrize(
    ("accepted", "encoding", "allowed"),
    [
        ("gzip, deflate, br, zstd", "br", True),
        ("br;q=0.5", "br", True),
        ("GZIP", "gzip", True),
        ("br;q=0, gzip", "br", False),
        ("br; q=0.000", "br", False),
        ("brotli", "br", False),
        ("", "gzip", False),
        (",;=," * 1_000, "gzip", False),
    ],
)
def test_an_encoding_is_used_where_it_is_named_and_weighs_something(
    accepted: str, encoding: str, allowed: bool
) -> None:
    assert pages.allows(accepted, encoding) is allowed


async def test_an_asset_is_served_in_the_smallest_form_that_is_accepted(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "STATIC", tmp_path)
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "a.js").write_bytes(SCRIPT)
    (tmp_path / "assets" / "a.js.br").write_bytes(SCRIPT)
    (tmp_path / "assets" / "a.js.gz").write_bytes(gzip.compress(SCRIPT))
    (tmp_path / "assets" / "b.js").write_bytes(SCRIPT)

    async def get(path: str, accepted: str) -> httpx.Response:
        transport = httpx.ASGITransport(app=office.asgi)
        async with httpx.AsyncClient(transport=transport, base_url="http://office.test") as client:
            answer = await client.send(client.build_request("GET", path, headers={"Accept-Encoding": accepted}))
        return answer

    found = await get("/assets/a.js", "gzip")
    assert (found.headers["content-encoding"], found.content) == ("gzip", SCRIPT)
    assert "immutable" in found.headers["cache-control"] and found.headers["vary"] == "Accept-Encoding"
    plain = await get("/assets/a.js", "identity")
    assert "content-encoding" not in plain.headers and plain.content == SCRIPT
    alone = await get("/assets/b.js", "br, gzip")
    assert "content-encoding" not in alone.headers and alone.content == SCRIPT
    small = await get("/assets/a.js", "br, gzip")
    assert small.headers["content-encoding"] == "br"
    for missing in ("c.js", "a.js.br", "%2e%2e/index.html", "a.txt"):
        assert (await get(f"/assets/{missing}", "br")).status_code == 404


@pytest.mark.parametrize(
    ("held", "known"),
    [
        ('"a.js.br"', True),
        ('W/"a.js.br"', True),
        ('"old", "a.js.br"', True),
        ("*", True),
        ('"a.js"', False),
        ("a.js.br", False),
        ("", False),
        ('"x",' * 5_000, False),
    ],
)
def test_a_version_is_known_where_it_is_named(held: str, known: bool) -> None:
    assert pages.is_known('"a.js.br"', held) is known


async def test_what_a_browser_holds_is_not_sent_again(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "STATIC", tmp_path)
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "a.js").write_bytes(SCRIPT)
    (tmp_path / "index.html").write_text("<!doctype html>one")

    async def ask(method: str, path: str, **headers: str) -> httpx.Response:
        transport = httpx.ASGITransport(app=office.asgi)
        async with httpx.AsyncClient(transport=transport, base_url="http://office.test") as client:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            return await client.request(method, path, headers={"Accept-Encoding": "identity"} | named)

    for path in ("/", "/queue/mine", "/assets/a.js"):
        full = await ask("GET", path)
        again = await ask("GET", path, If_None_Match=full.headers["etag"])
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["cache-control"] == full.headers["cache-control"]
        head = await ask("HEAD", path)
        assert (head.status_code, head.content) == (200, b"")
        for name in ("content-length", "content-type", "etag", "cache-control"):
            assert head.headers[name] == full.headers[name], name
        # A part is not served, and it is said: the whole comes, as a server may answer (RFC 9110, 14.2).
        part = await ask("GET", path, Range="bytes=0-3")
        assert (part.status_code, part.headers["accept-ranges"], part.content) == (200, "none", full.content)
    before = (await ask("GET", "/")).headers["etag"]
    (tmp_path / "index.html").write_text("<!doctype html>two")
    after = await ask("GET", "/", If_None_Match=before)
    assert (after.status_code, after.headers["cache-control"]) == (200, "no-cache")
    for path in ("/api/v1/none", "/assets/none.js"):
        assert (await ask("HEAD", path)).status_code == 404
