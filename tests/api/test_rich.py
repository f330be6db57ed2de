"""What is written with formatting: it is cleaned, shows its own pictures only, and has a text made from it."""

from typing import Any

import pytest

from gongdan.domains.channels.mail.email.html.written import MAX_PLAIN, to_plain, written
from tests.kit import Office, Visitor

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<div>您好：</div><div><br></div><div>请<b>重启</b></div>", "您好：\n\n请重启"),
        ("<p>甲</p><p>乙<br>丙</p>", "甲\n\n乙\n丙"),
        ("<ul><li>甲<ol start='3'><li>乙</li></ol></li></ul>", "- 甲\n  3. 乙"),
        ("<blockquote><div>引</div><div>用</div></blockquote>答", "> 引\n> 用\n答"),
        ("<pre><code>a  b\n  c</code></pre>", "a  b\n  c"),
        ("<table><tr><th>列</th><td>值</td></tr><tr><td>1</td><td></td></tr></table>", "列 | 值\n1 |"),
        ('<a href="https://a.example/x">看</a> <a href="https://a.example/">https://a.example</a>',
         "看 (https://a.example/x) https://a.example"),
        ('<div><img src="cid:k" alt="图.png"></div>', "[图.png]"),
        ("", ""),
    ],
)  # fmt: skip
def test_html_as_text(html: str, text: str) -> None:
    assert to_plain(html) == text


def test_pictures_of_others_and_scripts_are_left_out() -> None:
    html = '<img src="cid:mine"><img src="cid:theirs"><img src="https://t.example/p.png"><script>x</script><b>a</b>'
    assert written(html, frozenset({"mine"})).html == '<img src="cid:mine"><b>a</b>'


async def desk(office: Office) -> tuple[Visitor, str]:
    agent = await office.member("李雷", "agent", service=False)
    return agent, await office.ticket(await office.customer(), team="service", assignee_id=agent.id)


async def upload(who: Visitor) -> str:
    png = b"\x89PNG\r\n\x1a\n" + b"\0" * 32
    answer = await who.call("POST", "/files", content=png, headers={"X-File-Name": "a.png"})
    found: str = answer.json()["id"]
    return found


async def last(who: Visitor, number: str) -> dict[str, Any]:
    timeline = (await who.get(f"/tickets/{number}")).json()["timeline"]
    found: dict[str, Any] = [one["message"] for one in timeline if one["message"]][-1]
    return found


@pytest.mark.parametrize("path", ["replies", "notes"])
async def test_what_is_said_is_what_the_html_says(office: Office, path: str) -> None:
    agent, number = await desk(office)
    file = await upload(agent)
    html = f'<div>您<b onclick="x()">好</b></div><div><img src="cid:{file}" alt="a.png"></div>'
    body = {"text": "别的", "html": html, "files": [file]}
    answer = await agent.post(f"/tickets/{number}/{path}", body)
    assert answer.status_code == 201, answer.text
    said = await last(agent, number)
    assert said["text"] == "您好\n[a.png]"
    assert said["html"] == f'<div>您<b>好</b></div><div><img src="cid:{file}" alt="a.png"></div>'
    assert [(one["inline"], one["content_id"]) for one in said["files"]] == [(True, file)]


async def test_a_variable_left_in_the_html_is_refused(office: Office) -> None:
    agent, number = await desk(office)
    body = {"text": "您好", "html": "<div>{客户<b>称呼</b>}，您好</div>"}
    answer = await agent.post(f"/tickets/{number}/replies", body)
    assert (answer.status_code, answer.json()["code"]) == (422, "replies.variables_left")


async def test_a_draft_keeps_its_form_and_so_does_a_reply_that_is_taken_back(office: Office) -> None:
    agent, number = await desk(office)
    html = "<div>您<b>好</b></div>"
    kept = await agent.call("PUT", f"/tickets/{number}/drafts/reply", json={"text": "您好", "html": html})
    assert (kept.status_code, kept.json()["html"]) == (200, html), kept.text
    body = {"text": "您好", "html": html, "wait_s": 10, "draft": kept.json()["version"]}
    held = await agent.post(f"/tickets/{number}/sending", body)
    assert (held.status_code, held.json()["html"]) == (201, html), held.text
    await agent.call("PUT", f"/tickets/{number}/drafts/reply", json={"text": "还有<"})
    back = await agent.call("DELETE", f"/tickets/{number}/sending")
    assert (back.json()["text"], back.json()["html"]) == ("您好\n\n还有<", f"{html}<div>还有&lt;</div>")


async def test_whoever_is_of_a_mentioned_team_takes_part(office: Office) -> None:
    agent, number = await desk(office)
    colleague = await office.member("韩梅", "agent", service=False)
    answer = await agent.post(f"/tickets/{number}/notes", {"text": "@客服部 请看", "mention_teams": ["service"]})
    assert answer.status_code == 201, answer.text
    async with office.read() as tx:
        rows = await tx.rows(tuple, "select person_id from participant where role = 'mentioned'")
    assert colleague.id in [one for (one,) in rows] and agent.id not in [one for (one,) in rows]
    unknown = await agent.post(f"/tickets/{number}/notes", {"text": "x", "mention_teams": ["nobody"]})
    assert unknown.status_code == 422


@pytest.mark.parametrize("opening", ["<blockquote>", "<ul><li>", "<ol start=999999><li>"])
def test_marks_of_lists_and_quotes_do_not_multiply_what_is_said(opening: str) -> None:
    html = opening * 40 + "<pre>" + "x\n" * 30_000
    assert len(to_plain(html)) < 40 * len(html) and len(written(html, frozenset()).text) <= MAX_PLAIN
    assert "x" in to_plain(opening * 12 + "x"), "what lies deeper is said too"
