"""What a hostile mail may do in an agent's browser: be read. And what the pictures of an honest one do."""

from base64 import b64decode
from collections.abc import Callable
from email.message import EmailMessage

from playwright.sync_api import expect

from tests.e2e.letters import letter
from tests.e2e.served import AGENT, Served
from tests.e2e.visits import Visit
from tests.servers.dovecot import Dovecot

TITLE = "请核对附件里的账单"
PIXEL = b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
HTML = """\
<html><head><style>body { display: none } .bar { position: fixed }</style><base href="https://evil.example/"></head>
<body onload="window.broken = 1">
<p>您好，账单里多了一笔，请核对。</p>
<script>window.broken = 1</script>
<img src="https://track.evil.example/pixel.gif" onerror="window.broken = 1">
<a href="javascript:window.broken = 1">点此查看</a>
<iframe srcdoc="<script>parent.broken = 1</script>"></iframe>
<form action="https://evil.example/steal"><input name="password"><button>登录</button></form>
<svg><a xlink:href="javascript:window.broken=1"><text>x</text></a></svg>
<div style="position:fixed;inset:0;background:red" class="bar">遮住一切</div>
<math><mtext><table><mglyph><style><img src=x onerror="window.broken = 1"></style></mglyph></table></mtext></math>
</body></html>
"""


def hostile() -> EmailMessage:
    mail = letter("账单 <bill@evil.example>", TITLE, "您好，账单里多了一笔，请核对。")
    mail.add_alternative(HTML, subtype="html")
    return mail


def test_it_is_read_and_does_nothing(served: Served, imap: Dovecot, visit: Callable[..., Visit]) -> None:
    agent = visit(served.company).sign_in(AGENT)
    asked: list[str] = []
    agent.page.on("request", lambda request: asked.append(request.url))
    page = agent.go("/queue/all_open")
    imap.deliver(hostile().as_bytes(), name="hostile")
    page.get_by_role("link").filter(has_text=TITLE).click()
    message = page.get_by_role("article", name="客户 账单 的消息")
    expect(message).to_contain_text("账单里多了一笔")

    assert page.evaluate("window.broken") is None
    assert not [url for url in asked if not url.startswith((served.company, "data:", "blob:"))]
    expect(message.locator("script, iframe, form, input, style, svg a, [onerror], [onload]")).to_have_count(0)
    expect(message.locator("a[href^='javascript']")).to_have_count(0)
    expect(page.get_by_role("heading", name=TITLE)).to_be_in_viewport()
    page.get_by_role("button", name="更多操作").click()  # nothing lies over the page
    expect(page.get_by_role("menuitem", name="关注")).to_be_visible()


def illustrated() -> EmailMessage:
    """``multipart/related``: a picture that the text shows, one beside it, and one far away."""
    mail = letter("周雨 <zhouyu@kunde.example>", "导出失败，见截图", "见截图")
    html = '<p>如图：</p><img src="cid:shot.1@kunde"><p>谢谢</p><img src="https://track.evil.example/pixel.gif">'
    mail.add_alternative(html, subtype="html")
    shown = mail.get_payload(1)
    assert isinstance(shown, EmailMessage)
    shown.add_related(PIXEL, "image", "gif", cid="<shot.1@kunde>", filename="shot.gif", disposition="inline")
    mail.add_attachment(PIXEL, maintype="image", subtype="gif", filename="beside.gif")
    mail.add_attachment("a,b\n1,2\n", subtype="csv", filename="rows.csv")
    return mail


def test_its_pictures_stand_where_it_put_them_and_remote_ones_wait_for_a_word(
    served: Served, imap: Dovecot, visit: Callable[..., Visit]
) -> None:
    agent = visit(served.company).sign_in(AGENT)
    page = agent.go("/queue/all_open")
    asked: list[str] = []
    page.route("https://track.evil.example/**", lambda route: (asked.append(route.request.url), route.abort()))
    imap.deliver(illustrated().as_bytes(), name="illustrated")
    page.get_by_role("link").filter(has_text="导出失败，见截图").click()
    message = page.get_by_role("article", name="客户 周雨 的消息")
    picture = message.locator("p + img").first
    expect(picture).to_have_js_property("naturalWidth", 1)
    files = message.get_by_role("list", name="附件")
    opens = files.get_by_role("button", name="放大查看 beside.gif")
    expect(opens).to_be_visible()
    expect(files.get_by_role("link", name="rows.csv")).to_be_visible()
    expect(files.get_by_role("listitem")).to_have_count(2)
    assert not asked
    message.get_by_role("button", name="1 张外部图片").click()
    expect(message.get_by_role("button", name="1 张外部图片")).to_have_count(0)
    assert asked == ["https://track.evil.example/pixel.gif"]
    opens.click()
    viewer = page.get_by_role("dialog", name="beside.gif")
    shown = viewer.get_by_role("img", name="beside.gif")
    expect(shown).to_be_visible()
    whole = shown.bounding_box()
    page.keyboard.press("+")
    page.keyboard.press("+")
    expect(shown).to_have_css("width", "2px")
    assert whole and whole["width"] == 1
    assert not agent.barriers()
    agent.picture("picture")
    page.keyboard.press("Escape")
    expect(viewer).to_have_count(0)
    expect(opens).to_be_focused()
