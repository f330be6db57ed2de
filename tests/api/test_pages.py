"""The page of the web app: its headers, and that no address of ours falls through to it."""

import httpx
import pytest
from litestar import Litestar

from gongdan.infra.http.pages import STATIC

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.skipif(not (STATIC / "index.html").is_file(), reason="WEB APP NOT BUILT: run make web"),
]


async def get(asgi: Litestar, path: str) -> httpx.Response:
    transport = httpx.ASGITransport(app=asgi)
    async with httpx.AsyncClient(transport=transport, base_url="http://office.test") as client:
        return await client.get(path)


async def test_every_address_of_the_app_is_one_page_without_inline_scripts(asgi: Litestar) -> None:
    for path in ("/", "/queue/mine", "/portal"):
        answer = await get(asgi, path)
        policy = answer.headers["Content-Security-Policy"]
        assert answer.status_code == 200
        assert "script-src 'self';" in policy
        assert "unsafe-inline" not in policy.replace("style-src-attr 'unsafe-inline'", "")
        assert (answer.headers["X-Content-Type-Options"], answer.headers["X-Frame-Options"]) == ("nosniff", "DENY")


@pytest.mark.parametrize("path", ["/api/v1/none", "/assets/none.js", "/assets/..%2f..%2fapp.py", "/assets/%2e%2e/x"])
async def test_what_is_not_there_is_not_found(asgi: Litestar, path: str) -> None:
    assert (await get(asgi, path)).status_code == 404


async def test_scripts_are_scripts_and_stay_for_ever(asgi: Litestar) -> None:
    script = next((STATIC / "assets").glob("*.js"))
    answer = await get(asgi, f"/assets/{script.name}")
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "immutable" in answer.headers["cache-control"]
