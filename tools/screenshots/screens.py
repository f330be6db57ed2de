"""What there are pictures of."""

from collections.abc import Callable
from typing import Final

import msgspec
from playwright.sync_api import Page

AGENT: Final = "agent@demo.gongdan.local"
LEAD: Final = "lead@demo.gongdan.local"
ADMIN: Final = "admin@demo.gongdan.local"


class Screen(msgspec.Struct, frozen=True):
    name: str
    path: str
    mail: str | None = None
    """Who looks at it; None is a guest."""
    then: Callable[[Page], None] | None = None
    """What is done before the picture is taken."""


def _first_ticket(page: Page) -> None:
    page.get_by_role("main").locator("a[href*='/tickets/']").first.click()


SCREENS: Final = (
    Screen("portal", "/portal"),
    Screen("portal-form", "/portal/new"),
    Screen("queue", "/queue/all_open", AGENT),
    Screen("ticket", "/queue/all_open", AGENT, _first_ticket),
    Screen("team", "/team", ADMIN),
    Screen("customers", "/customers", ADMIN),
    Screen("admin", "/admin", ADMIN),
)
