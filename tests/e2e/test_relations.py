"""Tickets that belong together: linked from one, seen from both, taken apart; a child opened, and what it holds up."""

import re
from collections.abc import Callable
from typing import Any, Final

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.served import AGENT, Served
from tests.e2e.test_marks import asked, through
from tests.e2e.visits import Visit

WORDS: Final[dict[str, dict[str, str]]] = {
    "zh-CN": {
        "panel": "工单资料",
        "link": "关联",
        "this": "此工单",
        "other": "另一张工单",
        "blocking": "阻塞",
        "blocked": "被阻塞于",
        "removed": "已取消与",
        "undo": "撤销",
        "child": "新建子工单",
        "title": "标题",
        "open": "新建",
        "progress": "子工单已完成 0/1",
        "rule": "规则",
        "warn": "子工单未完成时只提醒",
        "save": "保存",
        "resolve": "解决",
        "held": "现在不能结束",
        "drawer": "工单资料",
    },
    "en": {
        "panel": "Ticket details",
        "link": "Link",
        "this": "This ticket is",
        "other": "Other ticket",
        "blocking": "Blocking",
        "blocked": "Blocked by",
        "removed": "The link to",
        "undo": "Undo",
        "child": "Open a child",
        "title": "Title",
        "open": "Open",
        "progress": "0 of 1 children done",
        "rule": "Rule",
        "warn": "People are only warned while children are open",
        "save": "Save",
        "resolve": "Resolve",
        "held": "it cannot end yet",
        "drawer": "Ticket details",
    },
}


def spaced(word: str) -> re.Pattern[str]:
    """Buttons put a space between two Chinese characters."""
    signs = r"\s*".join(map(re.escape, word)) if len(word) == 2 else re.escape(word)
    return re.compile(rf"^\s*{signs}\s*$")


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_tickets_are_linked_and_a_child_holds_its_parent_up(
    served: Served, visit: Callable[..., Visit], locale: Any
) -> None:
    words, tag = WORDS[locale], "甲" if locale == "zh-CN" else "乙"
    guest = visit(served.company)
    agent = visit(served.company, locale=locale).sign_in(AGENT)
    numbers = [asked(guest, f"rel{n}{ord(tag)}@kunde.example", f"{tag}{n}") for n in range(2)]
    through(agent, numbers[0], "claim", "accept")
    page = agent.go(f"/tickets/{numbers[0]}")
    panel = page.get_by_role("complementary", name=words["panel"])

    panel.get_by_role("heading", name=re.compile("关联工单|Related tickets")).click()
    panel.get_by_role("button", name=spaced(words["link"])).click()
    dialog = page.get_by_role("dialog")
    _choose(page, dialog.get_by_label(words["this"]), words["blocking"])
    finder = dialog.get_by_label(words["other"])
    finder.click()
    finder.fill(numbers[1])
    page.get_by_role("option").filter(has_text=numbers[1]).or_(
        page.locator(".ant-select-item-option").filter(has_text=numbers[1])
    ).last.click()
    agent.picture("relations-link")
    dialog.get_by_role("button", name=spaced(words["link"])).click()
    expect(dialog).to_be_hidden()
    line = panel.get_by_role("region", name=words["blocking"])
    expect(line).to_contain_text(numbers[1])

    line.get_by_role("link").click()
    theirs = panel.get_by_role("region", name=words["blocked"])
    expect(theirs).to_contain_text(numbers[0])
    page.go_back()
    line.get_by_role("button").click()
    expect(page.get_by_text(words["removed"])).to_be_visible()
    expect(line).to_have_count(0)
    page.get_by_role("button", name=spaced(words["undo"])).click()
    expect(line).to_contain_text(numbers[1])

    panel.get_by_role("button", name=spaced(words["child"])).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label(words["title"]).fill("查网络")
    agent.picture("relations-child")
    page.keyboard.press("Control+Enter")
    expect(dialog).to_be_hidden()
    expect(panel).to_contain_text(words["progress"])
    assert not agent.barriers()
    agent.picture("relations-panel")
    panel.get_by_role("button", name=spaced(words["rule"])).click()
    agent.picture("relations-rule")
    page.keyboard.press("Escape")

    page.get_by_role("button", name=spaced(words["resolve"])).first.click()
    expect(page.get_by_role("dialog")).to_contain_text(words["held"])
    agent.picture("relations-held")
    page.keyboard.press("Escape")

    panel.get_by_role("button", name=spaced(words["rule"])).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label(words["warn"]).check()
    dialog.get_by_role("button", name=spaced(words["save"])).click()
    expect(dialog).to_be_hidden()
    expect(panel).to_contain_text(words["warn"])

    phone = visit(served.company, locale=locale, width="phone").sign_in(AGENT)
    small = phone.go(f"/tickets/{numbers[0]}")
    small.get_by_role("button", name=words["drawer"]).click()
    small.get_by_text(words["progress"]).last.scroll_into_view_if_needed()
    phone.picture("relations-panel")
    through(agent, numbers[0], "resolve")


MERGING: Final[dict[str, dict[str, str]]] = {
    "zh-CN": {
        "merge": "合并",
        "merged": "已合并到",
        "part": "取消合并",
        "two": "已取消合并",
    },
    "en": {
        "merge": "Merge",
        "merged": "Merged into",
        "part": "Un-merge",
        "two": "They are two tickets again",
    },
}


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_a_ticket_is_merged_and_parted_again(served: Served, visit: Callable[..., Visit], locale: Any) -> None:
    words, common, tag = MERGING[locale], WORDS[locale], "丙" if locale == "zh-CN" else "丁"
    guest = visit(served.company)
    agent = visit(served.company, locale=locale).sign_in(AGENT)
    same = f"mer{ord(tag)}@kunde.example"
    numbers = [asked(guest, same, f"{tag}{n}") for n in range(2)]
    page = agent.go(f"/tickets/{numbers[1]}")
    panel = page.get_by_role("complementary", name=common["panel"])
    panel.get_by_role("heading", name=re.compile("关联工单|Related tickets")).click()
    panel.get_by_role("button", name=spaced(words["merge"])).click()
    dialog = page.get_by_role("dialog")
    finder = dialog.get_by_label(common["other"])
    finder.click()
    finder.fill(numbers[0])
    page.locator(".ant-select-item-option").filter(has_text=numbers[0]).click()
    expect(dialog.get_by_role("radio").first).to_be_visible()
    assert not agent.barriers()
    agent.picture("relations-merge")
    dialog.get_by_role("button", name=spaced(words["merge"])).click()
    expect(page).to_have_url(re.compile(numbers[0]))
    expect(page.get_by_role("article")).to_have_count(2)
    agent.picture("relations-merged-into")

    page.goto(f"/tickets/{numbers[1]}")
    expect(page.get_by_text(words["merged"])).to_be_visible()
    agent.picture("relations-merged")
    page.get_by_role("button", name=spaced(words["part"])).click()
    expect(page.get_by_text(words["two"])).to_be_visible()
    expect(page.get_by_text(words["merged"])).to_have_count(0)


@pytest.mark.parametrize(
    ("locale", "new", "mail", "alike"),
    [
        ("zh-CN", "新建工单", "邮箱", "此客户已有相似的未解决工单"),
        ("en", "New ticket", "Mail", "This customer has open tickets that may say the same"),
    ],
)
def test_whoever_opens_the_same_again_is_told_before(
    served: Served, visit: Callable[..., Visit], locale: Any, new: str, mail: str, alike: str
) -> None:
    name = "戊" if locale == "zh-CN" else "己"
    whose = f"alike{ord(name)}@kunde.example"
    number = asked(visit(served.company), whose, name)
    agent = visit(served.company, locale=locale).sign_in(AGENT)
    page = agent.go("/queue/all_open")
    page.get_by_role("button", name=new).first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label(WORDS[locale]["title"]).first.fill(f"{name}的打印机不工作了")
    dialog.get_by_label(mail).first.fill(whose)
    expect(dialog.get_by_role("status").filter(has_text=alike)).to_contain_text(number)
    dialog.get_by_label(WORDS[locale]["title"]).first.focus()
    agent.picture("relations-alike")


@pytest.mark.parametrize(
    ("locale", "split", "send", "done"),
    [("zh-CN", "拆分", "拆分", "已拆分出"), ("en", "Split", "Split off", "is split off")],
)
def test_what_the_customer_wrote_besides_is_split_off(
    served: Served, visit: Callable[..., Visit], locale: Any, split: str, send: str, done: str
) -> None:
    name = "庚" if locale == "zh-CN" else "辛"
    number = asked(visit(served.company), f"split{ord(name)}@kunde.example", name)
    agent = visit(served.company, locale=locale).sign_in(AGENT)
    page = agent.go(f"/tickets/{number}")
    panel = page.get_by_role("complementary", name=WORDS[locale]["panel"])
    panel.get_by_role("heading", name=re.compile("关联工单|Related tickets")).click()
    panel.get_by_role("button", name=spaced(split)).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label(WORDS[locale]["title"]).first.fill("另一件事")
    dialog.get_by_role("checkbox").first.check()
    agent.picture("relations-split")
    dialog.get_by_role("button", name=spaced(send)).click()
    expect(page.get_by_text(done)).to_be_visible()
    expect(page.get_by_role("heading", name="另一件事")).to_be_visible()
    expect(panel).to_contain_text(number)


def _choose(page: Page, select: Any, name: str) -> None:
    select.click()
    page.locator(".ant-select-item-option").filter(has_text=re.compile(rf"^{re.escape(name)}$")).click()
