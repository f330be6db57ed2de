"""Every room, in both languages, at desk and phone: it opens, fits, reads whole, and shuts nobody out. Pictures of it
are kept for people to look at."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, expect

from gongdan.demo.making import SLUG
from tests.e2e.served import Served
from tests.e2e.visits import Locale, Visit, Width

AGENTS: Final[dict[str, str]] = {"zh-CN": "agent@demo.gongdan.local", "en": "emma@demo.gongdan.local"}
KEY_OF_A_TEXT: Final = re.compile(
    r"(?<![\w@-])(?:admin|common|condition|customers|design|events|notices|portal|queue|session|shell|team|ticket|tokens)"
    r"\.[a-z_]+(?:\.[a-z_]+)*\b"
)
SIDES: Final = [(locale, width) for locale in ("zh-CN", "en") for width in ("desktop", "phone")]

FIELDS: Final = """
fields:
- key: refund_amount
  name: {zh-CN: 退款金额, en: Refund amount}
  kind: money
  types: [order]
- key: paid_at
  name: {zh-CN: 付款时间, en: Paid at}
  kind: instant
  types: [order]
- key: refund_reason
  name: {zh-CN: 退款原因, en: Reason for the refund}
  kind: choice
  types: [order]
  choices:
  - {key: twice, name: {zh-CN: 重复付款, en: Paid twice}}
  - {key: other, name: {zh-CN: 其他, en: Something else}}
- key: details
  name: {zh-CN: 补充说明, en: Details}
  kind: text
  types: [order]
forms:
- key: order-desk
  name: {zh-CN: 订单工单, en: Order ticket}
  types: [order]
  fields:
  - {field: refund_amount, required: always}
  - {field: paid_at, required: always}
  - field: details
    visible: {field: fields.refund_amount, op: ge, value: 100000}
    required: always
- key: order-solved
  name: {zh-CN: 订单解决, en: Order solved}
  types: [order]
  step: resolve
  fields:
  - {field: refund_reason, required: always}
  - field: details
    visible: {field: fields.refund_reason, op: is, value: other}
    required: always
- key: order-portal
  name: {zh-CN: 订单申请, en: About an order}
  types: [order]
  filled_by: portal
  fields:
  - field: refund_reason
  - field: details
    visible: {field: fields.refund_reason, op: is, value: other}
    required: always
"""

Opening = Callable[[Visit], Any]
FITS = "document.documentElement.scrollWidth - window.innerWidth <= 1"
"""The page is not wider than its window, once it has settled."""


def first_ticket(visit: Visit) -> None:
    visit.go("/queue/all_open?sort=due")
    number = visit.page.locator("a[data-row]").first.get_attribute("data-row")
    visit.go(f"/tickets/{number}")


def split(visit: Visit) -> None:
    visit.go("/queue/all_open")
    visit.page.get_by_role("button", name=re.compile("列表与工单并排|List and ticket side by side")).click()
    visit.page.locator("a[data-row]").first.click()
    visit.page.get_by_role("log").wait_for()
    visit.page.evaluate("localStorage.removeItem('gongdan.split')")


def press(keys: str) -> Opening:
    def opening(visit: Visit) -> None:
        visit.go("/queue/mine")
        visit.page.keyboard.press(keys)
        visit.page.get_by_role("dialog").wait_for()

    return opening


def account(visit: Visit) -> None:
    page = visit.go("/queue/mine")
    visit.open_me()
    page.get_by_role("menuitem", name=re.compile("账号设置|Account")).click()
    expect(page.get_by_role("dialog").get_by_text(re.compile("当前$|This one"))).to_be_visible()


def notices(visit: Visit) -> None:
    visit.go("/queue/mine#notices")
    expect(visit.page.get_by_role("dialog").get_by_role("table")).to_be_visible()


def dark(visit: Visit) -> None:
    visit.page.evaluate("localStorage.setItem('gongdan.theme', '\"dark\"')")
    first_ticket(visit)
    visit.page.evaluate("localStorage.removeItem('gongdan.theme')")


STAFF_ROOMS: Final[dict[str, Opening]] = {
    "queue": lambda visit: visit.go("/queue/all_open"),
    "queue-empty": lambda visit: visit.go("/queue/watching"),
    "queue-split": split,
    "ticket": first_ticket,
    "ticket-dark": dark,
    "create": press("Alt+t"),
    "palette": press("Control+k"),
    "keys": press("?"),
    "account": account,
    "notices": notices,
    "portal-for-staff": lambda visit: visit.go("/portal"),
    "not-found": lambda visit: visit.go("/nowhere"),
}
AT_A_DESK: Final = frozenset({"queue-split", "palette", "keys"})
"""Rooms that a phone has no room or no keys for."""
ADMIN: Final = "admin@demo.gongdan.local"
ADMIN_ROOMS: Final[dict[str, Opening]] = {
    "admin": lambda visit: visit.go("/admin"),
    "admin-tokens": lambda visit: visit.go("/admin/tokens"),
    "admin-token-new": lambda visit: visit.go("/admin/tokens/new"),
    "design": lambda visit: visit.go("/design"),
    "team": lambda visit: visit.go("/team"),
}
GUEST_ROOMS: Final[dict[str, Opening]] = {
    "sign-in": lambda visit: visit.go("/sign-in"),
    "portal": lambda visit: visit.go("/portal"),
    "portal-form": lambda visit: visit.go("/portal/new"),
    "portal-sign-in": lambda visit: visit.go("/portal/sign-in"),
}


@pytest.fixture(scope="module")
def someone(browser: Browser, served: Served) -> Iterator[Callable[[Locale, Width, str | None], Visit]]:
    """A person for each language and width, signed in once as the mail address says, or a guest."""
    visits: dict[tuple[Locale, Width, str | None], Visit] = {}

    def of(locale: Locale, width: Width, mail: str | None) -> Visit:
        if (locale, width, mail) not in visits:
            visit = Visit(browser, served.demo, locale=locale, width=width)
            visits[locale, width, mail] = visit.sign_in(mail) if mail else visit
        return visits[locale, width, mail]

    yield of
    for visit in visits.values():
        visit.end()


@pytest.mark.parametrize(
    ("locale", "width", "room"),
    [(*side, room) for side in SIDES for room in STAFF_ROOMS if side[1] == "desktop" or room not in AT_A_DESK],
)
def test_a_room_of_the_staff(
    someone: Callable[[Locale, Width, str | None], Visit], room: str, locale: Locale, width: Width
) -> None:
    agent = someone(locale, width, AGENTS[locale])
    STAFF_ROOMS[room](agent)
    inspect(agent, room)


@pytest.mark.parametrize(("locale", "width", "room"), [(*side, room) for side in SIDES for room in ADMIN_ROOMS])
def test_a_room_of_the_administration(
    someone: Callable[[Locale, Width, str | None], Visit], room: str, locale: Locale, width: Width
) -> None:
    admin = someone(locale, width, ADMIN)
    ADMIN_ROOMS[room](admin)
    inspect(admin, room)


@pytest.mark.parametrize(("locale", "width", "room"), [(*side, room) for side in SIDES for room in GUEST_ROOMS])
def test_a_room_for_guests(
    someone: Callable[[Locale, Width, str | None], Visit], room: str, locale: Locale, width: Width
) -> None:
    guest = someone(locale, width, None)
    GUEST_ROOMS[room](guest)
    inspect(guest, room)


@pytest.fixture
def with_fields(served: Served) -> Iterator[None]:
    """Types of the demo ask for fields, until the end of the test."""
    before = served.command("policy", "export", "--workspace", SLUG)
    publish(served, before + FIELDS)
    yield
    publish(served, before)


def publish(served: Served, policy: str) -> None:
    file = served.folder / "policy.yaml"
    file.write_text(policy)
    served.command("policy", "apply", str(file), "--workspace", SLUG)


@pytest.mark.usefixtures("with_fields")
def test_a_ticket_of_a_type_with_required_fields_is_opened_at_the_desk(
    served: Served, visit: Callable[..., Visit]
) -> None:
    agent = visit(served.demo).sign_in(AGENTS["zh-CN"])
    press("Alt+t")(agent)
    dialog = agent.page.get_by_role("dialog")
    dialog.get_by_label("标题").fill("重复付款，申请退款")
    dialog.get_by_label("客户姓名").fill("周雨")
    choose(agent.page, "类型", "订单问题")
    choose(agent.page, "分类", "订单")
    choose(agent.page, "优先级", "中")
    expect(dialog.get_by_label("退款金额")).to_be_visible()
    dialog.get_by_role("button", name="创建工单").click()
    expect(dialog.get_by_text("请填写此项")).to_have_count(2)
    agent.picture("create-refused")

    dialog.get_by_label("客户电话").fill("13800138000")
    dialog.get_by_label("退款金额").fill("12.5")
    dialog.get_by_label("付款时间").fill("2026-11-22T14:05")
    expect(dialog.get_by_label("补充说明")).to_have_count(0)
    dialog.get_by_label("退款金额").fill("1200")
    expect(dialog.get_by_label("补充说明")).to_be_visible()
    agent.picture("create-asked")
    dialog.get_by_label("退款金额").fill("12.5")
    expect(dialog.get_by_label("补充说明")).to_have_count(0)
    dialog.get_by_role("button", name="创建工单").click()
    expect(agent.page).to_have_url(re.compile("/tickets/"))
    number = agent.page.url.rpartition("/")[2]
    made = agent.context.request.get(f"/api/v1/tickets/{number}").json()
    assert made["fields"]["refund_amount"] == 1250
    assert datetime.fromisoformat(made["fields"]["paid_at"]) == datetime(2026, 11, 22, 6, 5, tzinfo=UTC)
    assert made["requester"]["name"] == "周雨"

    solve(visit(served.demo).sign_in("director@demo.gongdan.local"), number)
    made = agent.context.request.get(f"/api/v1/tickets/{number}").json()
    assert (made["phase"], made["fields"]["refund_reason"]) == ("resolved", "twice")

    for locale, width, words in (("zh-CN", "desktop", ZH), ("en", "phone", EN)):
        ask(visit(served.demo, locale=locale, width=width), words)


ZH: Final = {"type": "问题类型", "order": "订单问题", "reason": "退款原因", "other": "其他", "details": "补充说明"}
EN: Final = {
    "type": "What is it about?", "order": "Order", "reason": "Reason for the refund", "other": "Something else",
    "details": "Details",
}  # fmt: skip


def solve(lead: Visit, number: str) -> None:
    """What the form for resolving asks for is filled in where the ticket is marked as resolved."""
    page = lead.go(f"/tickets/{number}")
    for status in ("处理中", "已解决"):
        page.get_by_role("combobox", name="状态").click()
        page.get_by_role("option", name=status).click()
    dialog = page.get_by_role("dialog")
    send = dialog.get_by_role("button", name="标记为已解决")
    expect(send).to_be_disabled()
    lead.picture("resolve-asked")
    choose(page, "退款原因", "其他")
    dialog.get_by_label("补充说明").fill("卖错了")
    expect(send).to_be_enabled()
    lead.picture("resolve-asked-more")
    choose(page, "退款原因", "重复付款")
    expect(dialog.get_by_label("补充说明")).to_have_count(0)
    send.click()
    expect(dialog).to_have_count(0)


def ask(guest: Visit, words: Mapping[str, str]) -> None:
    """What is filled in decides what else is asked."""
    page = guest.page
    guest.go("/portal/new")
    page.get_by_label(words["type"]).click()
    page.locator(".ant-select-dropdown:visible .ant-select-item-option").filter(has_text=words["order"]).first.click()
    page.get_by_label(words["reason"]).click()
    expect(page.get_by_label(words["details"])).to_have_count(0)
    page.locator(".ant-select-dropdown:visible .ant-select-item-option").filter(has_text=words["other"]).first.click()
    expect(page.get_by_label(words["details"])).to_be_visible()
    guest.picture("portal-form-asked")
    assert page.evaluate(FITS)


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("dialog").get_by_label(label).click()
    page.locator(".ant-select-dropdown:visible .ant-select-item-option").filter(has_text=option).first.click()


def inspect(visit: Visit, room: str) -> None:
    """Picture it, then judge it."""
    visit.settle()
    visit.picture(room)
    page = visit.page
    assert page.locator("html").get_attribute("lang") == visit.locale
    left = KEY_OF_A_TEXT.findall(page.locator("body").inner_text())
    assert not left, left
    page.wait_for_function(FITS)
    found = visit.barriers() if visit.is_judged else []
    assert not found, found
