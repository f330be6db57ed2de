"""The policy in the administration: categories and priorities are edited on a draft, which is told in sentences,
checked, published, and taken back."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.served import COMPANY, Served
from tests.e2e.visits import Locale, Visit, Width

OWN = "correct horse battery staple"
BAR = re.compile("策略草稿|Draft of the policy")


@pytest.fixture
def admins(served: Served, visit: Callable[..., Visit]) -> Iterator[Callable[..., Visit]]:
    """Administrators of the company. Whatever they draft is gone afterwards."""
    came: list[Visit] = []

    def arrive(name: str = "程管", mail: str = "cheng", **given: Any) -> Visit:
        came.append(visit(served.company, **given).sign_in(hired(served, name, mail), OWN))
        return came[-1]

    yield arrive
    for one in came[:1]:
        call(one, "DELETE", "/policy/draft")


@cache
def hired(served: Served, name: str, mail: str) -> str:
    address = f"policy-{mail}@yunfan.example"
    add = ("user", "add", address, "--name", name, "--role", "admin", "--workspace", COMPANY)
    served.command(*add, given=f"{OWN}\n")
    return address


def call(visit: Visit, method: str, path: str, **given: Any) -> Any:
    head = {"X-CSRF-Token": visit.context.request.get("/api/v1/session").json()["csrf"]}
    answer = visit.context.request.fetch(f"/api/v1{path}", method=method, headers=head, **given)
    assert answer.ok, answer.text()
    return answer.json() if answer.text() else None


def rename(visit: Visit, section: str, key: str, name: str) -> None:
    value = call(visit, "GET", f"/policy/draft/{section}")["value"]
    changed = [one | {"name": one["name"] | {"zh-CN": name, "en": name}} if one["key"] == key else one for one in value]
    call(visit, "PUT", f"/policy/draft/{section}", data={"value": changed})


def bar(page: Page) -> Any:
    return page.get_by_role("region", name=BAR)


def test_a_category_is_drafted_told_in_a_sentence_published_and_taken_back(admins: Callable[..., Visit]) -> None:
    admin = admins()
    before = call(admin, "GET", "/policy")["release"]
    page = admin.go("/admin/categories")
    expect(bar(page)).to_have_count(0)
    page.get_by_role("searchbox", name="搜索分类").fill("退款")
    admin.picture("policy-categories-searched")
    page.get_by_role("searchbox", name="搜索分类").fill("")
    page.get_by_role("button", name="新增分类").click()
    page.get_by_label("中文名称").fill("海外订单")
    page.get_by_label("英文名称").fill("Orders abroad")
    page.get_by_label("英文名称").blur()
    expect(page.get_by_label("标识")).to_have_value("orders-abroad")
    admin.picture("policy-category-new")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("button", name="海外订单", exact=True)).to_be_visible()
    expect(bar(page)).to_contain_text("草稿有 1 处改动")
    admin.picture("policy-categories-drafted")
    assert admin.barriers() == []
    assert call(admin, "GET", "/policy")["release"] == before

    bar(page).get_by_role("button", name="检查").click()
    drawer = page.get_by_role("dialog", name="策略草稿")
    expect(drawer).to_contain_text("新增分类“海外订单”")
    admin.picture("policy-drawer")
    assert admin.barriers() == []
    drawer.get_by_role("button", name="发布", exact=True).click()
    dialog = page.get_by_role("dialog", name="发布草稿")
    dialog.get_by_label("说明").fill("开通海外站")
    admin.picture("policy-publish")
    dialog.get_by_role("button", name="发布", exact=True).click()
    expect(bar(page)).to_have_count(0)

    page = admin.go("/admin/releases")
    expect(page.get_by_role("row").nth(1)).to_contain_text("开通海外站")
    admin.picture("policy-releases")
    page.get_by_role("button", name=f"发布 {before}", exact=True).click()
    page.get_by_role("button", name="恢复到这个版本").click()
    ask = page.get_by_role("dialog", name=f"恢复到发布 {before}？")
    expect(ask).to_contain_text("将撤回 1 次发布")
    expect(ask).to_contain_text("程管")
    expect(ask).to_contain_text("海外订单")
    admin.picture("policy-roll-back")
    ask.get_by_role("button", name="恢复并发布").click()
    expect(page.get_by_role("row").nth(1)).to_contain_text(f"发布 {before + 2}")
    retired = {one["key"]: one for one in call(admin, "GET", "/policy")["bundle"]["categories"]}
    assert retired["orders-abroad"]["retired"]
    with page.expect_download() as download:
        page.get_by_role("button", name=f"发布 {before + 1}", exact=True).click()
        page.get_by_role("button", name="导出 YAML").click()
    assert download.value.suggested_filename == f"policy-{before + 1}.yaml"


def test_a_finding_leads_to_its_editor_and_hinders_publishing(admins: Callable[..., Visit]) -> None:
    admin = admins()
    value = call(admin, "GET", "/policy/draft/categories")["value"]
    call(admin, "PUT", "/policy/draft/categories", data={"value": [value[0] | {"team": "nobody"}, *value[1:]]})
    page = admin.go("/admin/releases")
    expect(bar(page)).to_contain_text("1 处需要修正")
    bar(page).get_by_role("button", name="发布", exact=True).click()
    drawer = page.get_by_role("dialog", name="策略草稿")
    expect(drawer).to_contain_text("还不能发布")
    expect(drawer).to_contain_text(f"分类“{value[0]['name']['zh-CN']}”")
    expect(drawer).not_to_contain_text(f"categories.{value[0]['key']}")
    admin.picture("policy-finding")
    drawer.get_by_role("listitem").filter(has_text="nobody").get_by_role("link", name="去修改").click()
    expect(page).to_have_url(re.compile(f"/admin/categories/{value[0]['key']}$"))
    drawer.get_by_role("button", name="关闭").or_(drawer.get_by_label("Close")).first.click()
    bar(page).get_by_role("button", name="检查").click()
    drawer.get_by_role("button", name="放弃", exact=True).click()
    page.get_by_role("dialog", name=re.compile("放弃“分类”")).get_by_role("button", name="放弃", exact=True).click()
    expect(bar(page)).to_have_count(0)


def test_two_who_edit_different_categories_lose_nothing_and_the_same_one_asks(admins: Callable[..., Visit]) -> None:
    admin, other = admins(), admins("林管", "lin")
    admin.refusals.add(412)
    first, second = [one["key"] for one in call(admin, "GET", "/policy/draft/categories")["value"][:2]]
    page = admin.go(f"/admin/categories/{first}")
    page.get_by_label("中文名称").fill("我改的")
    rename(other, "categories", second, "林改的")
    page.keyboard.press("Control+s")
    expect(bar(page)).to_contain_text("草稿有 3 处改动")
    names = {one["key"]: one["name"]["zh-CN"] for one in call(admin, "GET", "/policy/draft/categories")["value"]}
    assert (names[first], names[second]) == ("我改的", "林改的")

    page.get_by_label("中文名称").fill("我又改的")
    rename(other, "categories", first, "林又改的")
    page.keyboard.press("Control+s")
    ask = page.get_by_role("dialog", name="您和别人改动了同一处")
    expect(ask).to_contain_text("我又改的")
    expect(ask).to_contain_text("林又改的")
    expect(ask).to_contain_text("林管")
    admin.picture("policy-clash")
    ask.get_by_role("button", name="按所选保存").click()
    expect(ask).to_contain_text("请选择保留哪一个")
    ask.get_by_role("radio", name=re.compile("我又改的")).check()
    admin.picture("policy-clash-chosen")
    assert admin.barriers() == []
    ask.get_by_role("button", name="按所选保存").click()
    expect(page.get_by_text("没有未保存的改动")).to_be_visible()
    expect(page.get_by_label("中文名称")).to_have_value("我又改的")
    names = {one["key"]: one["name"]["zh-CN"] for one in call(admin, "GET", "/policy/draft/categories")["value"]}
    assert names[first] == "我又改的"


@pytest.mark.parametrize("width", ["desktop", "phone"])
def test_what_a_release_changed_too_is_chosen_in_the_draft_and_the_rest_is_kept(
    admins: Callable[..., Visit], width: Width
) -> None:
    """Somebody publishes beside the draft: an entry that the draft changes too, and another one."""
    admin, other = admins(width=width), admins("林管", "lin")
    first, second = [one["key"] for one in call(admin, "GET", "/policy")["bundle"]["categories"][:2]]
    mine, theirs = f"草稿里的{width}", f"发布里的{width}"
    rename(admin, "categories", first, mine)
    bundle = call(other, "GET", "/policy")["bundle"]
    for one in bundle["categories"][:2]:
        one["name"] = {"zh-CN": theirs, "en": f"{theirs} {one['key']}"}
    call(other, "POST", "/policy/releases", data={"bundle": bundle})

    page = admin.go("/admin/categories")
    expect(bar(page)).to_contain_text("1 处与新发布冲突")
    bar(page).get_by_role("button", name="检查").click()
    drawer = page.get_by_role("dialog", name="策略草稿")
    admin.picture("policy-drawer-clash")
    drawer.get_by_role("button", name="逐处选择").click()
    ask = page.get_by_role("dialog", name="您和别人改动了同一处")
    expect(ask).to_contain_text(mine)
    expect(ask).to_contain_text(theirs)
    ask.get_by_role("radio", name=re.compile(mine)).check()
    admin.picture("policy-clash-release")
    assert admin.barriers() == []
    ask.get_by_role("button", name="确定").click()
    expect(drawer.get_by_role("button", name="逐处选择")).to_have_count(0)
    drawer.get_by_role("button", name="发布", exact=True).click()
    page.get_by_role("dialog", name="发布草稿").get_by_role("button", name="发布", exact=True).click()
    expect(bar(page)).to_have_count(0)
    names = {one["key"]: one["name"]["zh-CN"] for one in call(admin, "GET", "/policy")["bundle"]["categories"]}
    assert (names[first], names[second]) == (mine, theirs)


def test_what_somebody_else_drafts_is_seen_without_a_reload(admins: Callable[..., Visit]) -> None:
    admin, other = admins(), admins("林管", "lin")
    page = admin.go("/admin/priorities")
    expect(bar(page)).to_have_count(0)
    rename(other, "priorities", "P0", "特急")
    expect(bar(page)).to_contain_text("草稿有 2 处改动")
    expect(page.get_by_role("table")).to_contain_text("特急")


def test_a_priority_changes_its_place_colour_and_meaning(admins: Callable[..., Visit]) -> None:
    admin = admins()
    page = admin.go("/admin/priorities")
    admin.picture("policy-priorities")
    page.get_by_role("row", name=re.compile("低")).get_by_role("button").last.click()
    page.get_by_role("menuitem", name="上移").click()
    expect(bar(page)).to_contain_text("草稿有 2 处改动")
    page.get_by_role("button", name="高", exact=True).click()
    page.get_by_text("蓝", exact=True).click()
    page.get_by_label("中文例子").fill("重要客户无法登录")
    admin.picture("policy-priority")
    assert admin.barriers() == []
    page.keyboard.press("Control+s")
    expect(bar(page)).to_contain_text("草稿有 4 处改动")
    drafted = {one["key"]: one for one in call(admin, "GET", "/policy/draft/priorities")["value"]}
    assert (drafted["P1"]["colour"], drafted["P1"]["examples"]["zh-CN"]) == ("blue", "重要客户无法登录")
    assert drafted["P3"]["rank"] < drafted["P2"]["rank"]


def test_a_category_with_some_below_it_is_retired_as_one_says(admins: Callable[..., Visit]) -> None:
    admin = admins()
    page = admin.go("/admin/categories")
    page.get_by_role("button", name="订单问题 的操作").click()
    page.get_by_role("menuitem", name="停用").click()
    ask = page.get_by_role("dialog", name="停用“订单问题”？")
    ask.get_by_text("移到上一级").click()
    admin.picture("policy-retire")
    ask.get_by_role("button", name="停用").click()
    expect(ask).to_have_count(0)
    expect(bar(page)).to_be_visible()
    expect(page.get_by_role("button", name="订单问题", exact=True)).to_have_count(0)
    drafted = {one["key"]: one for one in call(admin, "GET", "/policy/draft/categories")["value"]}
    assert drafted["order"]["retired"]
    assert drafted["order-query"].get("parent") is None


@pytest.mark.parametrize(
    ("locale", "width"), [("zh-CN", "desktop"), ("zh-CN", "phone"), ("en", "desktop"), ("en", "phone")]
)
def test_a_category_is_merged_with_what_names_it(admins: Callable[..., Visit], locale: Locale, width: Width) -> None:
    admin = admins(locale=locale, width=width)
    page, is_chinese = admin.go("/admin/categories"), locale == "zh-CN"
    name, target = ("订单问题", "其他") if is_chinese else ("Orders", "Other")
    page.get_by_role("searchbox", name=re.compile("搜索分类|Search categories")).fill(name)
    page.get_by_role("button", name=f"{name} 的操作" if is_chinese else f"Actions of {name}").click()
    page.get_by_role("menuitem", name=re.compile("合并到|Merge into")).click()
    ask = page.get_by_role("dialog")
    admin.picture("policy-merge-empty")
    ask.get_by_role("button", name=re.compile("^(合 ?并|Merge)$")).click()
    expect(ask.get_by_text(re.compile("请填写此项|Please fill this in")).first).to_be_visible()
    ask.get_by_role("combobox").fill(target)
    page.get_by_title(target, exact=True).click()
    expect(ask.get_by_role("status")).to_contain_text(re.compile("未关闭的工单|not closed"))
    admin.picture("policy-merge")
    assert admin.barriers() == []
    ask.get_by_role("button", name=re.compile("^(合 ?并|Merge)$")).click()
    expect(ask).to_have_count(0)
    drafted = {one["key"]: one for one in call(admin, "GET", "/policy/draft/categories")["value"]}
    assert (drafted["order"]["merged_into"], drafted["order-query"]["parent"]) == ("other", "other")
    types = {one["key"]: one for one in call(admin, "GET", "/policy/draft/types")["value"]}
    assert types["order"]["default_category"] == "other"
    bar(page).get_by_role("button", name=re.compile("^(检 ?查|Check)$")).click()
    expect(page.get_by_role("dialog")).to_contain_text(target)
    admin.picture("policy-merge-drawer")


def test_a_category_moves_by_keys_and_one_hears_where_it_stands(admins: Callable[..., Visit]) -> None:
    admin = admins()
    page = admin.go("/admin/categories")
    row = page.get_by_role("button", name="计费问题", exact=True)
    row.focus()
    for key in ("ArrowUp", "ArrowUp", "ArrowDown"):
        page.keyboard.press(f"Alt+{key}")
    status = page.get_by_role("status").filter(has_text="计费问题")
    expect(status).to_have_text(re.compile(r"“计费问题”在顶层，第 2 个，共 \d+ 个"))
    expect(row).to_be_focused()
    page.keyboard.press("Alt+ArrowRight")
    expect(status).to_have_text(re.compile("“计费问题”在“.+”下，第 7 个，共 7 个"))
    expect(row).to_be_focused()
    admin.picture("policy-moved-by-keys")
    assert admin.barriers() == []
    page.keyboard.press("Alt+ArrowLeft")
    expect(status).to_have_text(re.compile(r"“计费问题”在顶层，第 2 个，共 \d+ 个"))
    page.keyboard.press("Alt+ArrowLeft")
    expect(page.get_by_text("不能再往这个方向移动")).to_be_visible()
    expect(page).to_have_url(re.compile("/admin/categories$"))
    order = [one["key"] for one in call(admin, "GET", "/policy/draft/categories")["value"] if not one.get("parent")]
    assert order[:3] == ["account", "billing", "product"]


@pytest.mark.parametrize(("locale", "width"), [("zh-CN", "phone"), ("en", "desktop"), ("en", "phone")])
def test_the_pages_fit(admins: Callable[..., Visit], locale: Locale, width: Width) -> None:
    admin = admins(locale=locale, width=width)
    rename(admin, "categories", "order", "订单")
    for path, name in (
        ("categories", "policy-categories"),
        ("categories/order", "policy-category"),
        ("priorities", "policy-priorities"),
        ("priorities/P1", "policy-priority"),
        ("releases", "policy-releases"),
        ("releases/1", "policy-release"),
    ):
        page = admin.go(f"/admin/{path}")
        expect(bar(page)).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth <= 1"), path
        admin.picture(name)
        assert admin.barriers() == [], path
    bar(page).get_by_role("button", name=re.compile("^(检 ?查|Check)$")).click()
    expect(page.get_by_role("dialog")).to_be_visible()
    admin.picture("policy-drawer")
    assert admin.barriers() == []


def test_who_may_not_edit_the_policy_has_no_such_pages(served: Served, visit: Callable[..., Visit]) -> None:
    page = visit(served.demo).sign_in("agent@demo.gongdan.local").go("/admin/categories")
    expect(page.get_by_text("您没有查看此页的权限")).to_be_visible()
    expect(bar(page)).to_have_count(0)
