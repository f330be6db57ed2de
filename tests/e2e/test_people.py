"""People and rights in the administration, by hand."""

import json
import re
import secrets
from collections.abc import Callable, Iterator

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.served import COMPANY, Served
from tests.e2e.visits import Locale, Visit, Width

BOSS, SECRET = "hezong@yunfan.example", "tR7-mule-Kiosk"


@pytest.fixture(scope="module")
def boss(served: Served) -> Iterator[str]:
    """Who manages the people of the company."""
    given = SECRET + "\n"
    served.command("user", "add", BOSS, "--name", "何总", "--role", "system_admin", "--workspace", COMPANY, given=given)
    yield BOSS


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_label(re.compile(rf"^{label}(（可选）)?$")).click()
    shown = page.locator(".ant-select-dropdown:visible")
    shown.get_by_text(option, exact=True).click()
    page.keyboard.press("Escape")
    expect(shown).to_have_count(0)


def invite(who: Visit, name: str, mail: str) -> str:
    """Somebody is added, and the link that lets them in is read from the page."""
    page = who.go("/admin/people")
    page.get_by_role("button", name="邀请成员").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("姓名").fill(name)
    dialog.get_by_label("邮箱").fill(mail)
    dialog.get_by_role("button", name="添加并邀请").click()
    page.get_by_role("dialog").get_by_text("设置密码的链接").or_(page.get_by_text("请转交这个链接")).first.wait_for()
    shown = page.get_by_role("textbox", name="设置密码的链接")
    if shown.count():
        link = shown.input_value()
        page.get_by_role("button", name="我已复制").click()
        return link
    page.get_by_role("button", name="知道了").click()
    row = page.get_by_role("row", name=re.compile(name))
    row.get_by_role("button", name=re.compile("的操作")).click()
    page.get_by_role("menuitem", name="显示链接").click()
    link = shown.input_value()
    who.picture("people-link")
    page.get_by_role("button", name="我已复制").click()
    return link


def test_somebody_is_invited_and_comes_in_by_their_link(served: Served, boss: str, visit: Callable[..., Visit]) -> None:
    name, mail = f"新人{secrets.token_hex(2)}", f"new-{secrets.token_hex(3)}@yunfan.example"
    who = visit(served.company).sign_in(boss, SECRET)
    page = who.go("/admin/people")
    expect(page.get_by_role("table", name="人员")).to_be_visible()
    who.picture("people")
    page.mouse.move(0, 0)
    assert not who.barriers()
    link = invite(who, name, mail)
    row = page.get_by_role("row", name=re.compile(name))
    expect(row).to_contain_text("待加入")

    new = visit(served.company)
    new.refusals.add(422)
    own = new.go("/password/" + link.rsplit("/", 1)[1])
    expect(own.get_by_label("邮箱")).to_have_value(mail)
    new.picture("password")
    assert not new.barriers()
    own.get_by_label("新密码", exact=True).fill("short")
    own.get_by_label("再输入一次新密码").fill("short")
    own.get_by_role("button", name="设置密码并登录").click()
    expect(own.get_by_text("至少需要 10 个字符")).to_be_visible()
    own.get_by_label("新密码", exact=True).fill(SECRET)
    own.get_by_label("再输入一次新密码").fill(SECRET)
    own.get_by_role("button", name="设置密码并登录").click()
    expect(own).to_have_url(re.compile("/queue/"))

    page.reload()
    expect(row).to_contain_text("在职")
    late = visit(served.company)
    late.refusals.add(401)
    gone = late.go("/password/" + link.rsplit("/", 1)[1])
    expect(gone.get_by_text("链接无效或已过期")).to_be_visible()
    late.picture("password-over")


def test_a_member_is_edited_found_and_shut_out(served: Served, boss: str, visit: Callable[..., Visit]) -> None:
    name, mail = f"小陈{secrets.token_hex(2)}", f"chen-{secrets.token_hex(3)}@yunfan.example"
    who = visit(served.company).sign_in(boss, SECRET)
    invite(who, name, mail)
    page = who.page
    page.get_by_role("searchbox").fill(name)
    row = page.get_by_role("row", name=re.compile(name))
    expect(page.get_by_role("row")).to_have_count(2)
    row.get_by_role("button", name=re.compile(name)).first.click()
    page.get_by_role("button", name="添加技能").click()
    page.get_by_label("技能标识").fill("french")
    page.get_by_label("等级").fill("3")
    page.get_by_label("证书有效期至").fill("2030-01-31")
    page.get_by_label("姓名").fill(name + "改")
    expect(page.get_by_role("status").filter(has_text="技能")).to_be_visible()
    who.picture("person")
    page.mouse.move(0, 0)
    assert not who.barriers()
    page.keyboard.press("Control+s")
    expect(page.get_by_role("heading", name=name + "改")).to_be_visible()
    page.reload()
    expect(page.get_by_label("证书有效期至")).to_have_value("2030-01-31")
    page.get_by_role("button", name=re.compile("的操作")).click()
    page.get_by_role("menuitem", name="停用").click()
    page.get_by_role("dialog").get_by_role("button", name="停用").click()
    expect(page.get_by_role("button", name="重新启用")).to_be_visible()


@pytest.mark.parametrize(("locale", "width"), [("zh-CN", "desktop"), ("zh-CN", "phone"), ("en", "desktop")])
def test_who_leaves_hands_over_what_they_hold(
    served: Served, boss: str, visit: Callable[..., Visit], locale: Locale, width: Width
) -> None:
    words = {
        "zh-CN": ("停用", "预览移交", "交给一位同事", "接手的同事", "3 张中有 3 张可以移交", "正在移交 3 张工单"),
        "en": ("Deactivate", "Preview the hand-over", "A colleague", "Colleague who takes over",
               "3 of 3 can be handed over", "3 tickets are being handed over"),
    }  # fmt: skip
    shut_out, preview, a_colleague, receiver, foreseen, done = words[locale]
    mark = secrets.token_hex(2)
    leaver, heir = f"离职{mark}", f"接任{mark}"
    for name in (leaver, heir):
        mail = f"{secrets.token_hex(4)}@yunfan.example"
        served.command(
            "user", "add", mail, "--name", name, "--team", "service", "--workspace", COMPANY, given=SECRET + "\n"
        )
    given_work(served, leaver, 3)
    who = visit(served.company, locale=locale, width=width).sign_in(boss, SECRET)
    page = who.go("/admin/people")
    row = page.get_by_role("row", name=re.compile(leaver))
    row.get_by_role("button", name=re.compile("的操作|Actions")).click()
    page.get_by_role("menuitem", name=shut_out).click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text(re.compile("3 张|Open tickets: 3"))).to_be_visible()
    who.picture("leaving")
    dialog.get_by_text(a_colleague).click()
    dialog.get_by_role("button", name=preview).click()
    expect(dialog.get_by_text(re.compile("请填写|fill this in", re.I)).first).to_be_visible()
    dialog.get_by_label(receiver).fill(heir)
    page.locator(".ant-select-dropdown:visible").get_by_text(heir, exact=True).click()
    dialog.get_by_role("button", name=preview).click()
    expect(dialog.get_by_text(foreseen)).to_be_visible()
    who.picture("leaving-foreseen")
    page.mouse.move(0, 0)
    assert not who.barriers()
    dialog.get_by_role("button", name=shut_out).click()
    expect(page.get_by_text(re.compile(done))).to_be_visible()
    expect(row).to_have_count(0)


def given_work(served: Served, name: str, count: int) -> None:
    """Open tickets of theirs, by the hand of whoever manages the company."""
    token = json.loads(served.command("token", "create", "--user", BOSS, "--workspace", COMPANY, "--json"))["token"]
    with httpx.Client(base_url=f"{served.company}/api/v1", headers={"Authorization": f"Bearer {token}"}) as api:
        (person,) = [one for one in api.get("/members").json() if one["name"] == name]
        for _ in range(count):
            body = {"requester": {"name": "王芳"}, "title": "无法登录", "text": "登录时报错。", "type": "technical",
                    "category": "fault-unusable", "team": "service", "assignee_id": person["id"]}  # fmt: skip
            answer = api.post("/tickets", json=body)
            assert answer.status_code == 201, answer.text


def test_a_team_stands_in_a_department_that_cannot_be_deleted_under_it(
    served: Served, boss: str, visit: Callable[..., Visit]
) -> None:
    mark = secrets.token_hex(2)
    who = visit(served.company).sign_in(boss, SECRET)
    who.refusals.add(409)
    page = who.go("/admin/departments")
    for name, parent in ((f"华东{mark}", None), (f"上海{mark}", f"华东{mark}")):
        expect(page.get_by_role("dialog")).to_have_count(0)
        page.get_by_role("button", name="新建部门").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("中文名称").fill(name)
        dialog.get_by_label("英文名称").fill(f"East {mark}")
        dialog.get_by_label("标识").fill(f"d-{secrets.token_hex(3)}")
        if parent:
            choose(page, "上级部门", parent)
        dialog.get_by_role("button", name="新建部门").click()
        expect(page.get_by_role("row", name=re.compile(name))).to_be_visible()
    who.picture("departments")
    page.mouse.move(0, 0)
    assert not who.barriers()
    row = page.get_by_role("row", name=re.compile(f"华东{mark}"))
    row.get_by_role("button", name=re.compile("的操作")).click()
    page.get_by_role("menuitem", name="删除").click()
    page.get_by_role("dialog").get_by_role("button", name="删除").click()
    expect(page.get_by_text("部门不是空的")).to_be_visible()

    page = who.go("/admin/teams/new")
    page.get_by_label("中文名称").fill(f"夜班{mark}")
    page.get_by_label("英文名称").fill(f"Night {mark}")
    page.get_by_label("标识").fill(f"t-{mark}")
    choose(page, "部门", f"上海{mark}")
    choose(page, "成员", "何总")
    choose(page, "组长", "何总")
    who.picture("team")
    page.mouse.move(0, 0)
    assert not who.barriers()
    page.keyboard.press("Control+s")
    row = page.get_by_role("row", name=re.compile(f"夜班{mark}"))
    expect(row).to_contain_text("何总")
    expect(row).to_contain_text(f"上海{mark}")
    who.picture("teams")


def test_a_role_is_copied_and_says_what_a_change_means_before_it_is_saved(
    served: Served, boss: str, visit: Callable[..., Visit]
) -> None:
    mark = secrets.token_hex(2)
    who = visit(served.company).sign_in(boss, SECRET)
    page = who.go("/admin/roles/agent")
    expect(page.get_by_text("内置角色随产品更新，不能修改")).to_be_visible()
    who.picture("role-shipped")
    page.mouse.move(0, 0)
    assert not who.barriers()
    page.get_by_role("button", name="复制").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("中文名称").fill(f"夜班客服{mark}")
    dialog.get_by_label("英文名称").fill(f"Night agent {mark}")
    dialog.get_by_label("标识").fill(f"r-{mark}")
    dialog.get_by_role("button", name="复制").click()
    expect(page.get_by_role("heading", name=f"夜班客服{mark}")).to_be_visible()
    page.get_by_role("checkbox", name="查看工单: 全部").check()
    expect(page.get_by_text("有未保存的改动")).to_be_visible()
    page.get_by_role("button", name="查看影响并保存").click()
    expect(page.get_by_text("没有人的权限会变化")).to_be_visible()
    who.picture("role-foreseen")
    page.get_by_role("dialog").get_by_role("button", name="保存").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("checkbox", name="查看工单: 全部")).to_be_checked()
    who.picture("role-own")


def test_the_audit_is_narrowed_and_saved_as_a_file(served: Served, boss: str, visit: Callable[..., Visit]) -> None:
    who = visit(served.company).sign_in(boss, SECRET)
    page = who.go("/admin/audit")
    expect(page.get_by_role("table", name="审计")).to_be_visible()
    choose(page, "操作类型", "新增成员")
    expect(page).to_have_url(re.compile("kind=person.member_added"))
    expect(page.get_by_role("row", name=re.compile("何总")).first).to_be_visible()
    who.picture("audit")
    page.mouse.move(0, 0)
    assert not who.barriers()
    with page.expect_download() as saved:
        page.get_by_role("button", name="导出表格").click()
    assert "何总" in saved.value.path().read_text("utf-8-sig")


def test_a_ticket_says_who_can_see_it_and_why(served: Served, boss: str, visit: Callable[..., Visit]) -> None:
    who = visit(served.company).sign_in(boss, SECRET)
    csrf = who.page.request.get("/api/v1/session").json()["csrf"]
    body = {"title": "谁能看到", "category": "other", "team": "tech"}
    opened = who.page.request.post("/api/v1/tickets", data=body, headers={"X-CSRF-Token": csrf})
    assert opened.ok, opened.text()
    page = who.go(f"/tickets/{opened.json()['number']}")
    page.get_by_role("button", name="更多操作").first.click()
    page.get_by_role("menuitem", name="谁能看到").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("可看全部工单").first).to_be_visible()
    expect(dialog.get_by_text("属于这张工单的处理组").first).to_be_visible()
    who.picture("ticket-readers")
    page.mouse.move(0, 0)
    assert not who.barriers()


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
@pytest.mark.parametrize("width", ["desktop", "phone"])
def test_the_pages_of_people_are_looked_at(
    served: Served, boss: str, visit: Callable[..., Visit], locale: Locale, width: Width
) -> None:
    who = visit(served.company, locale=locale, width=width).sign_in(boss, SECRET)
    for place in ("people", "people/new", "teams", "departments", "roles", "roles/agent", "audit"):
        page = who.go(f"/admin/{place}")
        page.get_by_role("article").first.wait_for()
        who.settle()
        page.mouse.move(0, 0)
        who.picture("admin-" + place.replace("/", "-"))
        assert not (who.is_judged and who.barriers()), place
