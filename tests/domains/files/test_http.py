"""Uploading and reading over HTTP: the bytes decide, an address is for one reader, and nothing foreign is attached."""

from typing import Any
from urllib.parse import quote

import httpx
import pytest

from gongdan.domains.files import links
from gongdan.domains.files.keep import MOST
from gongdan.kernel import clock
from tests.guests import guest_of
from tests.kit import Office, Visitor

pytestmark = pytest.mark.anyio
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(40)


async def upload(visitor: Visitor, content: bytes, name: str = "退款 凭证.png", **headers: str) -> httpx.Response:
    headers = {"X-File-Name": quote(name), "Content-Type": "image/png"} | headers
    return await visitor.call("POST", "/files", content=content, headers=headers)


async def read(visitor: Visitor, url: str) -> httpx.Response:
    return await visitor.call("GET", url.removeprefix("/api/v1"))


async def test_an_upload_is_read_again_by_whoever_sent_it(office: Office) -> None:
    agent = await office.member("李雷")
    answer = await upload(agent, PNG)
    ref = answer.json()
    assert answer.status_code == 201, answer.text
    assert (ref["name"], ref["type"], ref["size"], ref["inline"]) == ("退款 凭证.png", "image/png", len(PNG), False)
    found = await read(agent, ref["url"])
    assert (found.status_code, found.content) == (200, PNG)
    assert found.headers["content-type"] == "image/png"
    assert found.headers["content-disposition"] == f"inline; filename*=UTF-8''{quote('退款 凭证.png')}"
    assert found.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in found.headers["content-security-policy"]


@pytest.mark.parametrize("content", [b"<script>alert(1)</script>", b"<svg onload='x()'>", b"MZ" + bytes(80)])
async def test_what_could_run_is_saved_and_never_shown(office: Office, content: bytes) -> None:
    agent = await office.member("李雷")
    ref = (await upload(agent, content)).json()
    found = await read(agent, ref["url"])
    assert found.headers["content-type"] == "application/octet-stream"
    assert found.headers["content-disposition"].startswith("attachment")


async def test_an_address_is_good_for_its_reader_only(office: Office) -> None:
    agent, colleague = await office.member("李雷"), await office.member("韩梅梅")
    url = (await upload(agent, PNG)).json()["url"]
    assert (await read(colleague, url)).status_code == 404
    async with guest_of(office) as guest:
        assert (await guest.get(url.removeprefix("/api/v1"))).status_code == 404


async def test_an_address_ends_and_cannot_be_altered(office: Office) -> None:
    agent = await office.member("李雷")
    ref = (await upload(agent, PNG)).json()
    key, file_id = office.services.secret, int(ref["url"].split("/")[4])
    late = links.address(
        key, office.id, file_id, "a.png", bearer=f"staff {agent.id}", now=clock.now() - 2 * links.LASTS
    )
    foreign = links.address(key, office.id + 1, file_id, "a.png", bearer=f"staff {agent.id}", now=clock.now())
    until = ref["url"].split("until=")[1].split("&")[0]
    for url in (late, foreign, ref["url"].replace(until, str(int(until) + 9)), ref["url"][:-1], f"/files/{file_id}/a"):
        assert (await read(agent, url)).status_code in (404, 422), url


async def test_too_large_a_file_is_refused_whether_or_not_it_says_so(office: Office) -> None:
    agent = await office.member("李雷")

    async def endless() -> Any:
        for _ in range(27):
            yield bytes(1_000_000)

    told = await upload(agent, bytes(MOST + 1))
    untold = await agent.call("POST", "/files", content=endless())
    for answer in (told, untold):
        assert (answer.status_code, answer.json()["code"], answer.json()["most"]) == (413, "files.too_large", MOST)
    assert (await upload(agent, b"")).status_code == 422


async def test_the_same_upload_sent_again_makes_no_second_file(office: Office) -> None:
    agent = await office.member("李雷")
    first, second = [await upload(agent, PNG, **{"Idempotency-Key": "one"}) for _ in range(2)]
    assert first.json()["id"] == second.json()["id"]
    assert (await upload(agent, PNG + b"x", **{"Idempotency-Key": "one"})).status_code == 422


async def test_nobody_attaches_what_somebody_else_uploaded(office: Office) -> None:
    agent, colleague = await office.member("李雷", "admin"), await office.member("韩梅梅", "admin")
    number = await office.ticket(await office.customer())
    ref = (await upload(agent, PNG)).json()
    body = {"text": "见附件", "files": [ref["id"]]}
    refused = await colleague.post(f"/tickets/{number}/replies", body)
    assert (refused.status_code, refused.json()["faults"][0]["code"]) == (422, "unknown_file")
    assert (await agent.post(f"/tickets/{number}/replies", body)).status_code == 201


async def test_a_pdf_is_shown_in_a_frame_of_ours_and_runs_nothing(office: Office) -> None:
    """Other files stand in no frame at all."""
    agent = await office.member("李雷", "agent")
    for name, way, frame in (("合同.pdf", "inline", "SAMEORIGIN"), ("合同.doc", "attachment", "DENY")):
        kept = await agent.call("POST", "/files", content=b"%PDF-1.7", headers={"X-File-Name": quote(name)})
        found = await read(agent, kept.json()["url"])
        assert found.headers["content-disposition"].startswith(way)
        assert found.headers["x-frame-options"] == frame
        assert found.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
