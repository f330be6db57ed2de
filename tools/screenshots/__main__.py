"""Takes each picture in both languages, light and dark, at a desk and on a phone; the same sources make the same."""

import base64
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, BrowserContext, Page

from gongdan.domains.accounts.public import sessions
from tests.e2e.visits import chromium
from tools.screenshots.screens import SCREENS, Screen
from tools.screenshots.served import Served, serving
from tools.screenshots.standing import STANDS

IMAGES: Final = Path(__file__).parents[2] / "docs" / "images"
SIZES: Final = {"desk": (1440, 900), "phone": (390, 844)}
LOOKS: Final = ("light", "dark")
LOCALES: Final = ("zh-CN", "en")
QUALITY: Final = 72
AT_MOST: Final = 2_000_000
"""Bytes of all pictures together: everybody who clones the repository fetches them."""


def main() -> None:
    with serving() as served, chromium() as browser:
        taken = dict(_pictures(served, browser))
    weight = sum(map(len, taken.values()))
    if weight > AT_MOST:
        sys.exit(f"{weight:,} bytes of pictures are more than {AT_MOST:,}")
    IMAGES.mkdir(parents=True, exist_ok=True)
    for old in set(IMAGES.glob("*.webp")) - {IMAGES / name for name in taken}:
        old.unlink()
    for name, picture in taken.items():
        (IMAGES / name).write_bytes(picture)
    sys.stdout.write(f"{len(taken)} pictures, {weight:,} bytes\n")


def _pictures(served: Served, browser: Browser) -> Iterator[tuple[str, bytes]]:
    for locale, look, (size, (across, down)) in product(LOCALES, LOOKS, SIZES.items()):
        for mail in dict.fromkeys(screen.mail for screen in SCREENS):
            context = browser.new_context(
                base_url=served.url,
                viewport={"width": across, "height": down},
                is_mobile=size == "phone",
                has_touch=size == "phone",
                locale=locale,
                timezone_id="Asia/Shanghai",
                reduced_motion="reduce",
            )
            _prepare(context, served, mail, locale, look)
            page = context.new_page()
            for screen in SCREENS:
                if screen.mail == mail:
                    yield f"{screen.name}.{locale}.{look}.{size}.webp", _taken(page, screen)
            context.close()


def _prepare(context: BrowserContext, served: Served, mail: str | None, locale: str, look: str) -> None:
    """Language and look as the browser keeps them; the clock as the server's."""
    context.add_init_script(
        f"localStorage.setItem('gongdan.locale', '{locale}'); localStorage.setItem('gongdan.theme', '\"{look}\"')"
    )
    context.clock.set_fixed_time(STANDS)
    if mail:
        context.add_cookies([{"name": sessions.COOKIE, "value": served.cookies[mail], "url": served.url}])


def _taken(page: Page, screen: Screen) -> bytes:
    page.goto(screen.path)
    page.get_by_role("main").wait_for()
    page.wait_for_load_state("load")
    page.wait_for_timeout(1_200)
    if screen.then:
        screen.then(page)
        page.wait_for_timeout(1_500)
    session = page.context.new_cdp_session(page)
    shot = session.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    return base64.b64decode(shot["data"])


main()
