"""Writing: canned replies by a stroke, what they ask for, where they are kept; and files that are seen in place."""

import re
import struct
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.e2e.served import AGENT, Served
from tests.e2e.test_bulk import LEAD
from tests.e2e.test_marks import asked, through
from tests.e2e.visits import PICTURES, Locale, Visit, Width, says

WAV: Final = (
    b"RIFF" + struct.pack("<I", 36 + 8_000) + b"WAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, 8_000, 8_000, 1, 8)
    + b"data" + struct.pack("<I", 8_000) + b"\x80" * 8_000
)  # fmt: skip
"""A second of silence."""

WORDS: dict[str, dict[str, Any]] = {
    "zh-CN": {
        "reply": "公开回复",
        "list": "快捷回复",
        "open": "快捷回复（/）",
        "progress": "进展通报",
        "asks": {"具体进展": "已更换线路", "下一步计划": "观察一天", "预计完成时间": "明天 18:00"},
        "insert": "插入",
        "inserted": "目前进展：已更换线路",
        "add": "新增快捷回复",
        "name": "中文名称",
        "text": "中文内容",
        "variable": "客户称呼",
        "save": "保存",
        "left": "还有变量没有填写",
    },
    "en": {
        "reply": "Public reply",
        "list": "Canned replies",
        "open": "Canned replies (/)",
        "progress": "Progress report",
        "asks": {"progress": "Line replaced", "next step": "Watch it", "expected time": "Tomorrow, 18:00"},
        "insert": "Insert",
        "inserted": "Progress so far: Line replaced",
        "add": "Add a canned reply",
        "name": "English name",
        "text": "English text",
        "variable": "salutation",
        "save": "Save",
        "left": "Something is still to be filled in",
    },
}


@pytest.mark.parametrize(("locale", "width"), [("zh-CN", "desktop"), ("en", "phone")])
def test_a_canned_reply_is_found_filled_in_and_sent(
    served: Served, visit: Callable[..., Visit], locale: Locale, width: Width
) -> None:
    words = WORDS[locale]
    desk = visit(served.company, locale=locale, width=width).sign_in(AGENT)
    number = asked(visit(served.company), f"canned-{width}@kunde.example", "陆游")
    through(desk, number, "claim", "accept")
    page = desk.go(f"/tickets/{number}")
    field = page.get_by_role("textbox", name=words["reply"])
    field.focus()
    field.press_sequentially("/")
    expect(page.get_by_role("listbox", name=words["list"])).to_be_visible()
    desk.picture("canned-list")
    field.press_sequentially("jz")
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("Enter")
    for label, value in words["asks"].items():
        page.get_by_role("textbox", name=label, exact=True).fill(value)
    desk.picture("canned-fill")
    assert not desk.barriers()
    page.get_by_role("button", name=re.compile(r"^插\s?入$" if locale == "zh-CN" else "^Insert$")).click()
    says(field, re.compile(words["inserted"]))
    desk.picture("canned-inserted")
    field.focus()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("article").last).to_contain_text(words["inserted"])
    through(desk, number, "resolve")


@pytest.mark.parametrize(("locale", "width"), [("zh-CN", "desktop"), ("en", "phone")])
def test_members_keep_texts_of_their_own(
    served: Served, visit: Callable[..., Visit], locale: Locale, width: Width
) -> None:
    words = WORDS[locale]
    desk = visit(served.company, locale=locale, width=width).sign_in(AGENT)
    page = desk.go("/queue/mine")
    desk.open_me()
    page.get_by_role("menuitem", name=re.compile("我的快捷回复|My canned replies")).click()
    expect(page).to_have_url(re.compile("/admin/replies"))
    expect(page.get_by_text(words["progress"])).to_be_visible()
    desk.picture("canned-replies")
    page.get_by_role("button", name=words["add"]).click()
    page.get_by_label(words["name"]).fill(f"Mine {width}")
    page.get_by_label(words["text"]).focus()
    page.get_by_role("button", name=words["variable"], exact=True).last.click()
    expect(page.get_by_label(words["text"])).to_have_value(f"{{{words['variable']}}}")
    desk.picture("canned-editor")
    assert not desk.barriers()
    page.get_by_role("button", name=re.compile(r"\s?".join(words["save"]))).click()
    expect(page.get_by_text(f"Mine {width}")).to_be_visible()


def test_nothing_goes_out_with_a_variable_in_it(served: Served, visit: Callable[..., Visit]) -> None:
    desk = visit(served.company).sign_in(AGENT)
    desk.refusals = {422}
    number = asked(visit(served.company), "left@kunde.example", "陆游")
    through(desk, number, "claim", "accept")
    page = desk.go(f"/tickets/{number}")
    field = page.get_by_role("textbox", name="公开回复")
    field.fill("{客户称呼}，您好")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text(WORDS["zh-CN"]["left"])).to_be_visible()
    says(field, "{客户称呼}，您好")
    desk.picture("canned-left")
    field.fill("")
    through(desk, number, "resolve")


def test_a_note_is_edited_its_files_are_seen_in_place_and_the_ticket_is_printed(
    served: Served, visit: Callable[..., Visit]
) -> None:
    desk = visit(served.company).sign_in(AGENT)
    number = asked(visit(served.company), "files@kunde.example", "陆游")
    through(desk, number, "claim", "accept")
    request = desk.context.request
    head = {"X-CSRF-Token": request.get("/api/v1/session").json()["csrf"]}
    files = []
    for name, content in (("错误.log", "第一行 <b>错误</b>\n第二行".encode()), ("留言.wav", WAV)):
        headers = head | {"X-File-Name": quote(name), "Content-Type": "application/octet-stream"}
        kept = request.post("/api/v1/files", data=content, headers=headers)
        assert kept.ok, kept.text()
        files.append(kept.json()["id"])
    said = request.post(f"/api/v1/tickets/{number}/notes", data={"text": "日志", "files": files}, headers=head)
    assert said.ok, said.text()
    page = desk.go(f"/tickets/{number}")
    page.get_by_role("button", name="修改备注").click()
    page.get_by_role("textbox", name="修改备注").fill("日志和留言")
    desk.picture("note-edit")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("日志和留言", exact=True)).to_be_visible()
    page.get_by_role("button", name="已修改").click()
    expect(page.get_by_role("list", name="修改记录").get_by_role("listitem")).to_have_text(
        [re.compile("日志$"), re.compile("日志和留言$")]
    )
    desk.picture("note-versions")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="预览 错误.log").click()
    expect(page.get_by_text("第一行 <b>错误</b>")).to_be_visible()
    heard = page.locator("audio")
    assert heard.evaluate("one => one.play().then(() => one.duration > 0)")
    expect(heard).to_be_visible()
    desk.picture("files-in-place")
    assert not desk.barriers()
    page.emulate_media(media="print")
    expect(page.get_by_role("textbox", name="公开回复")).to_be_hidden()
    expect(page.get_by_role("button", name="回复 陆游")).to_be_hidden()
    expect(page.get_by_text("一直亮红灯")).to_be_visible()
    page.screenshot(path=PICTURES / "zh-CN" / "desktop" / "ticket-printed.png", full_page=True)
    page.emulate_media(media="screen")
    through(desk, number, "resolve")


PASTE: Final = """(html) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  document.activeElement.dispatchEvent(
    new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}),
  );
}"""

PNG: Final = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cfc0f01f0005050102cfa02ecd0000000049454e44ae426082"
)

ERASING: dict[str, dict[str, str]] = {
    "zh-CN": {"edit": "修改备注", "erase": "抹除内容", "send": r"抹\s?除$", "gone": "内容已删除"},
    "en": {"edit": "Edit note", "erase": "Erase what it says", "send": "^Erase$", "gone": "Content removed"},
}

RICH: dict[str, dict[str, str]] = {
    "zh-CN": {
        "reply": "公开回复",
        "tools": "格式",
        "bullets": "项目列表",
        "table": "插入表格",
        "picture": "插入图片",
        "saved": "已存为草稿",
    },
    "en": {
        "reply": "Public reply",
        "tools": "Formatting",
        "bullets": "Bullet list",
        "table": "Insert table",
        "picture": "Insert picture",
        "saved": "Saved as draft",
    },
}


@pytest.mark.parametrize(("locale", "width"), [("zh-CN", "desktop"), ("en", "phone")])
def test_a_reply_is_formatted_and_arrives_as_it_was_written(
    served: Served, visit: Callable[..., Visit], locale: Locale, width: Width
) -> None:
    words = RICH[locale]
    desk = visit(served.company, locale=locale, width=width).sign_in(AGENT)
    number = asked(visit(served.company), f"rich-{width}@kunde.example", "陆游")
    through(desk, number, "claim", "accept")
    page = desk.go(f"/tickets/{number}")
    field = page.get_by_role("textbox", name=words["reply"])
    field.focus()
    page.keyboard.type("您好：")
    expect(page.locator("[contenteditable]").first).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Control+b")
    page.keyboard.type("请重启")
    page.keyboard.press("Control+b")
    page.keyboard.press("Enter")
    form = page.locator("form[data-mode=reply]")
    if width == "phone":
        form.get_by_role("button", name=words["tools"]).click()
    form.get_by_role("button", name=words["bullets"]).click()
    page.keyboard.type("甲")
    page.keyboard.press("Enter")
    page.keyboard.type("乙")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    form.get_by_role("button", name=words["table"]).click()
    page.keyboard.type("列")
    with page.expect_file_chooser() as chooser:
        form.get_by_role("button", name=words["picture"]).click()
    chooser.value.set_files({"name": "图.png", "mimeType": "image/png", "buffer": PNG})
    expect(field.locator("img[src]")).to_have_count(1)
    if width == "desktop":
        expect(page.get_by_text(re.compile(words["saved"])).first).to_be_visible()
    desk.picture("rich-written")
    assert not desk.barriers()
    page.wait_for_timeout(1_500)
    page.evaluate("localStorage.clear()")
    page.reload()
    expect(field.locator("strong")).to_have_text("请重启")
    expect(field.locator("img[src]")).to_have_count(1)
    field.focus()
    page.keyboard.press("Control+Enter")
    said = page.get_by_role("article").last
    expect(said.locator("li")).to_have_text(["甲", "乙"])
    expect(said.locator("table")).to_contain_text("列")
    shown = "(image) => image.complete && image.naturalWidth > 0"
    expect(said.locator("img")).to_have_count(1)
    page.wait_for_function(f"() => [...document.querySelectorAll('article img')].every({shown})")
    desk.picture("rich-sent")
    through(desk, number, "resolve")


def test_a_note_mentions_a_colleague_and_what_is_pasted_is_cleaned(served: Served, visit: Callable[..., Visit]) -> None:
    desk = visit(served.company).sign_in(AGENT)
    number = asked(visit(served.company), "mention@kunde.example", "陆游")
    through(desk, number, "claim", "accept")
    page = desk.go(f"/tickets/{number}")
    page.keyboard.press("n")
    field = page.get_by_role("textbox", name="内部备注")
    expect(page.locator("form[data-mode=note] [contenteditable]")).to_be_focused()
    page.keyboard.type("请@")
    listed = page.get_by_role("listbox", name="提及同事或团队")
    expect(listed).to_be_visible()
    desk.picture("rich-mention")
    name = listed.get_by_role("option").first.locator("span").last.inner_text()
    page.keyboard.press("Enter")
    expect(field.locator("mark")).to_have_text(f"@{name}")
    items = "".join(f'<p class="MsoListParagraph">·  {n}</p>' for n in "一二")
    word = f'<p>清单</p>{items}<img src="https://t.example/p.png"><h1 style="color:red">题</h1>'
    page.evaluate(PASTE, word)
    expect(field.locator("li")).to_have_text(["一", "二"])
    expect(field.locator("img")).to_have_count(0)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("article").last.locator("mark")).to_have_text(f"@{name}")
    through(desk, number, "resolve")


@pytest.mark.parametrize(("locale", "width"), [("zh-CN", "desktop"), ("en", "phone")])
def test_a_formatted_note_is_edited_and_what_it_says_is_erased(
    served: Served, visit: Callable[..., Visit], locale: Locale, width: Width
) -> None:
    words = ERASING[locale]
    desk = visit(served.demo, locale=locale, width=width).sign_in(LEAD)
    request = desk.context.request
    number = request.get("/api/v1/tickets?view=team").json()["rows"][0]["number"]
    head = {"X-CSRF-Token": request.get("/api/v1/session").json()["csrf"]}
    note = {"text": "x", "html": "<ul><li><div>卡号 <strong>6222</strong></div></li></ul>"}
    said = request.post(f"/api/v1/tickets/{number}/notes", data=note, headers=head)
    assert said.ok, said.text()
    page = desk.go(f"/tickets/{number}")
    page.get_by_role("button", name=words["edit"]).click()
    field = page.get_by_role("textbox", name=words["edit"])
    expect(field).to_be_focused()
    page.keyboard.type(" 02")
    desk.picture("note-edit-formatted")
    page.keyboard.press("Control+Enter")
    shown = page.locator(f"#message-{said.json()['message_id']}")
    expect(shown.locator("li")).to_have_text("卡号 6222 02")
    shown.get_by_role("button", name=words["erase"]).click()
    asks = page.get_by_role("dialog")
    asks.get_by_role("textbox").fill("误贴了卡号")
    desk.picture("message-erase")
    assert not desk.barriers()
    asks.get_by_role("button", name=re.compile(words["send"])).click()
    expect(asks).to_have_count(0)
    expect(shown).to_contain_text(words["gone"])
    expect(page.get_by_role("log")).to_contain_text("误贴了卡号")
    desk.picture("message-erased")
