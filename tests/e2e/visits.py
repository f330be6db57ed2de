"""People in front of browsers. What a browser complains of while somebody is there is kept, and fails their visit."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Response,
    expect,
    sync_playwright,
)

from gongdan.demo import PASSWORD
from tools.prepare.browser import BROWSERS

Locale = Literal["zh-CN", "en"]
Width = Literal["desktop", "phone"]

SIZES: Final = {"desktop": (1440, 900), "phone": (390, 844)}
PATIENCE_MS: Final = 20_000
"""A busy machine is not a failure."""
_OFF: Final = (
    "SpareRendererForSitePerProcess,"  # for each page a process that nobody uses: a fifth of the whole cost
    "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,MediaRouter,OptimizationHints,"
    "PaintHolding,ThirdPartyStoragePartitioning"
)
"""Features of Chromium. It takes the last list that it is given: all but the first are of the list of Playwright."""
_LOADING: Final = re.compile("正在加载|Loading")
PICTURES: Final = Path(os.environ.get("GONGDAN_SCREENSHOTS") or "test-results")


@contextmanager
def chromium() -> Iterator[Browser]:
    """The machine's Chromium, or the one that ``GONGDAN_CHROMIUM`` names."""
    named = os.environ.get("GONGDAN_CHROMIUM")
    found = named or next((path for name in BROWSERS if (path := shutil.which(name))), None)
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        # Chromium's sandbox needs what containers do not give.
        browser = playwright.chromium.launch(
            executable_path=found,
            args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", f"--disable-features={_OFF}"],
        )
        yield browser
        browser.close()


class Visit:
    """Somebody in front of a page of their own; ``faults`` is what their browser complained of."""

    def __init__(self, browser: Browser, base: str, *, locale: Locale = "zh-CN", width: Width = "desktop") -> None:
        across, down = SIZES[width]
        self.base = base
        self.locale = locale
        self.width = width
        self.faults: list[str] = []
        self.refusals: set[int] = set()
        """Statuses of answers that are meant in this visit."""
        self.context: BrowserContext = browser.new_context(
            base_url=base,
            viewport={"width": across, "height": down},
            has_touch=width == "phone",
            is_mobile=width == "phone",
            locale=locale,
            timezone_id="Asia/Shanghai",
            reduced_motion="reduce",
        )
        self.context.set_default_timeout(PATIENCE_MS)
        kept = "localStorage.getItem('gongdan.locale')"
        self.context.add_init_script(f"{kept} || localStorage.setItem('gongdan.locale', '{locale}')")
        self.page = self.another_page()

    def another_page(self) -> Page:
        page = self.context.new_page()
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("response", self._on_response)
        return page

    def sign_in(self, mail: str, password: str = PASSWORD) -> "Visit":
        """As the sign-in page does it, without the page."""
        answer = self.context.request.post("/api/v1/session", data={"mail": mail, "password": password})
        assert answer.ok, answer.text()
        return self

    def go(self, path: str) -> Page:
        self.page.goto(path)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until there is a page, and nothing on it stands for coming content."""
        expect(self.page.get_by_role("main")).not_to_be_empty()
        expect(self.page.get_by_role("status", name=_LOADING)).to_have_count(0)

    def open_me(self) -> None:
        """What belongs to the person: beneath their picture in the rail, on a phone behind the last tab."""
        tabs = self.page.get_by_role("navigation", name=re.compile("主要页面|Main pages"))
        rail = self.page.get_by_role("complementary").first
        (tabs if self.width == "phone" else rail).get_by_role("button").last.click()

    def picture(self, name: str) -> None:
        folder = PICTURES / self.locale / self.width
        folder.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=folder / f"{name}.png")

    @property
    def is_judged(self) -> bool:
        """Whether barriers are looked for where a page is seen from all sides: once in each language and at each width."""
        return (self.locale == "zh-CN") == (self.width == "desktop")

    def barriers(self) -> list[str]:
        """What axe finds serious or critical."""
        found = Axe().run(self.page, options={"resultTypes": ["violations"]}).response["violations"]
        return [
            f"{one['id']}: {node['target']} {node['html'][:120]}"
            for one in found
            if one["impact"] in ("serious", "critical")
            for node in one["nodes"]
        ]

    def end(self) -> None:
        self.context.close()
        assert not self.faults, self.faults

    def _on_console(self, message: ConsoleMessage) -> None:
        # A failed request is judged by its answer.
        if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
            self.faults.append(f"{message.type}: {message.text}")

    def _on_response(self, answer: Response) -> None:
        if answer.status >= 400 and answer.status not in self.refusals:
            self.faults.append(f"{answer.status} {answer.request.method} {answer.url}")


_WRITTEN: Final = "(field) => (field.value ?? field.innerText).trim()"


def says(field: Locator, wanted: str | re.Pattern[str]) -> None:
    """The place where somebody writes, a box or the editor that took its place, says it before long."""
    expect(field).to_be_visible()
    found = ""
    for _ in range(50):
        found = field.evaluate(_WRITTEN)
        if found == wanted if isinstance(wanted, str) else wanted.search(found):
            return
        field.page.wait_for_timeout(100)
    raise AssertionError(found)
