"""The area of customers: finding them, what is known of them, merging, and looking them up where they are needed."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.served import Served
from tests.e2e.test_rooms import AGENTS, SIDES, inspect
from tests.e2e.visits import Locale, Visit, Width

LEAD: Final = "lead@demo.gongdan.local"
DIRECTOR: Final = "director@demo.gongdan.local"
"""Who reads every ticket lets people in."""
NAME, MAIL = "顾云舟", "gu@yuntu-hotels.example"


def record_of(visit: Visit, typed: str) -> int:
    found = visit.context.request.get("/api/v1/customers", params={"q": typed}).json()["items"]
    return int(found[0]["id"])


def organisation(visit: Visit) -> int:
    found = visit.context.request.get("/api/v1/organisations", params={"q": "云图"}).json()["items"]
    return int(found[0]["id"])


ROOMS: Final[dict[str, Callable[[Visit], str]]] = {
    "customers": lambda visit: "/customers",
    "customers-none": lambda visit: "/customers?q=nobody",
    "customer": lambda visit: f"/customers/{record_of(visit, MAIL)}",
    "organisations": lambda visit: "/organisations",
    "organisation": lambda visit: f"/organisations/{organisation(visit)}",
}


@pytest.fixture(scope="module")
def someone(browser: Browser, served: Served) -> Iterator[Callable[[Locale, Width], Visit]]:
    visits: dict[tuple[Locale, Width], Visit] = {}

    def of(locale: Locale, width: Width) -> Visit:
        if (locale, width) not in visits:
            visits[locale, width] = Visit(browser, served.demo, locale=locale, width=width).sign_in(LEAD)
        return visits[locale, width]

    yield of
    for visit in visits.values():
        visit.end()


@pytest.mark.parametrize(("locale", "width", "room"), [(*side, room) for side in SIDES for room in ROOMS])
def test_a_room_of_customers(
    someone: Callable[[Locale, Width], Visit], room: str, locale: Locale, width: Width
) -> None:
    lead = someone(locale, width)
    lead.go(ROOMS[room](lead))
    inspect(lead, room)


def test_a_customer_is_found_changed_merged_and_parted(served: Served, visit: Callable[..., Visit]) -> None:
    lead = visit(served.demo).sign_in(LEAD)
    page = lead.go("/queue/mine")
    page.keyboard.press("g")
    page.keyboard.press("c")
    expect(page.get_by_role("heading", name="客户", level=1)).to_be_visible()
    page.get_by_role("searchbox", name="姓名、邮箱或电话").fill("云舟")
    page.get_by_role("row").filter(has_text=NAME).get_by_role("button", name=NAME).click()
    expect(page.get_by_role("region", name="联系方式")).to_contain_text(MAIL)
    kept = page.url

    page.get_by_role("button", name="编辑").click()
    dialog = page.get_by_role("dialog", name=f"编辑“{NAME}”")
    dialog.get_by_label("备注").fill("下午联系更方便")
    lead.picture("customer-edit")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("region", name="资料")).to_contain_text("下午联系更方便")

    page.get_by_role("link", name="客户", exact=True).last.click()
    page.get_by_role("button", name="新建客户").click()
    dialog = page.get_by_role("dialog", name="新建客户")
    dialog.get_by_label("名称").fill(NAME)
    dialog.get_by_label("邮箱").fill(MAIL)
    lead.refusals.add(409)
    dialog.get_by_role("button", name="新建客户").click()
    expect(dialog.get_by_role("alert")).to_contain_text("若是同一人，请合并两位客户")
    lead.picture("customer-taken")
    dialog.get_by_label("邮箱").fill("yunzhou.gu@yuntu-hotels.example")
    dialog.get_by_role("button", name="新建客户").click()
    expect(page.get_by_role("region", name="联系方式")).to_contain_text("不能登录")

    page.goto(kept)
    merging = page.get_by_role("region", name="合并")
    expect(merging).to_contain_text("同名且邮箱域名相同")
    lead.picture("customer-proposal")
    merging.get_by_role("button", name="合并", exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name="合并", exact=True).click()
    expect(merging).to_contain_text(f"“{NAME}”已并入")
    expect(page.get_by_role("region", name="联系方式")).to_contain_text("yunzhou.gu@")
    lead.picture("customer-merged")
    merging.get_by_role("button", name="撤销合并").click()
    page.get_by_role("dialog").get_by_role("button", name="撤销合并").click()
    expect(page.get_by_role("region", name="联系方式")).not_to_contain_text("yunzhou.gu@")


def test_the_palette_finds_customers_and_tickets_that_ended(served: Served, visit: Callable[..., Visit]) -> None:
    agent = visit(served.demo).sign_in(AGENTS["zh-CN"])
    page = agent.go("/queue/mine")
    page.keyboard.press("Control+k")
    page.get_by_role("combobox", name="工单标题或编号").fill(MAIL)
    expect(page.get_by_role("option", name=NAME)).to_be_visible()
    agent.picture("palette-customer")
    page.get_by_role("option", name=NAME).click()
    expect(page.get_by_role("heading", name=NAME, level=1)).to_be_visible()
    expect(page.get_by_role("button", name="编辑")).to_have_count(0)

    director = visit(served.demo).sign_in("director@demo.gongdan.local")
    closed = {"field": "phase", "op": "is", "value": "closed"}
    ended = director.context.request.get("/api/v1/tickets", params={"where": json.dumps(closed)}).json()["rows"][0]
    page = director.go("/queue/mine")
    page.keyboard.press("Control+k")
    page.get_by_role("combobox", name="工单标题或编号").fill(ended["title"])
    page.get_by_role("option", name=ended["number"]).click()
    expect(page).to_have_url(re.compile(f"/tickets/{ended['number']}"))


def test_a_known_customer_is_found_while_a_ticket_is_written(served: Served, visit: Callable[..., Visit]) -> None:
    agent = visit(served.demo).sign_in(AGENTS["zh-CN"])
    page = agent.go("/queue/mine")
    page.keyboard.press("Alt+t")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("客户姓名").press_sequentially("云舟")
    choice = page.locator(".ant-select-dropdown:visible .ant-select-item-option").filter(has_text=f"{NAME} {MAIL}")
    expect(choice).to_be_visible()
    agent.picture("create-look-up")
    choice.click()
    expect(dialog.get_by_label("客户邮箱")).to_have_value(MAIL)
    expect(dialog.get_by_text("已选中现有客户")).to_be_visible()
    agent.picture("create-known")
    dialog.get_by_role("button", name="改为新客户").click()
    expect(dialog.get_by_label("客户邮箱")).to_have_value("")


def test_an_organisation_gets_a_member_who_speaks_for_it(served: Served, visit: Callable[..., Visit]) -> None:
    director = visit(served.demo).sign_in(DIRECTOR)
    page = director.go("/organisations")
    page.get_by_role("button", name="新建企业").click()
    dialog = page.get_by_role("dialog", name="新建企业")
    dialog.get_by_label("名称").fill("晨星书店")
    dialog.get_by_role("button", name="新建企业").click()
    expect(page.get_by_role("heading", name="晨星书店", level=1)).to_be_visible()
    page.get_by_role("button", name="加入成员").click()
    dialog = page.get_by_role("dialog", name="加入成员")
    dialog.get_by_label("客户").press_sequentially("云舟")
    page.locator(".ant-select-dropdown:visible .ant-select-item-option").filter(has_text=NAME).first.click()
    dialog.get_by_label("企业管理员").check()
    dialog.get_by_role("button", name="加入成员").click()
    row = page.get_by_role("row").filter(has_text=NAME)
    expect(row).to_contain_text("企业管理员")
    director.picture("organisation-members")
    row.get_by_role("button", name=f"{NAME} 的操作").click()
    page.get_by_role("menuitem", name="移出企业").click()
    page.get_by_role("dialog").get_by_role("button", name="移出企业").click()
    expect(row).to_have_count(0)
