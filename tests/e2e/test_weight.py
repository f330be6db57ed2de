"""What a first screen weighs: measured where it arrives (spec 09, figures held by tests)."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, Response, expect

from tests.e2e.served import Served
from tests.e2e.visits import Visit

WORKBENCH_AT_MOST = 285_000
PORTAL_AT_MOST = 180_000
"""Bytes through the line, compressed as browsers ask for it."""
REQUESTS_AT_MOST = 20


def arrivals(page: Page, path: str, visit: Visit) -> list[Response]:
    """What arrives until the screen stands."""
    found: list[Response] = []

    def note(response: Response) -> None:
        found.append(response)

    page.on("response", note)
    page.goto(path)
    visit.settle()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.wait_for_timeout(1_500)
    page.remove_listener("response", note)
    return found


def weight(arrived: list[Response]) -> int:
    """Of what the build made, as it came through the line."""
    built = [one for one in arrived if "/assets/" in one.url or one.request.resource_type == "document"]
    return sum(int(one.headers.get("content-length") or 0) for one in built)


def test_the_first_screen_of_the_workbench_is_light(served: Served, visit: Callable[..., Visit]) -> None:
    agent = visit(served.demo).sign_in("agent@demo.gongdan.local")
    arrived = arrivals(agent.page, "/queue/mine", agent)
    large = [one for one in arrived if one.url.endswith(".js") and "content-encoding" in one.headers]
    assert len(large) > 3 and {one.headers["content-encoding"] for one in large} == {"br"}
    assert weight(arrived) <= WORKBENCH_AT_MOST


def test_the_first_screen_of_the_portal_is_light_and_holds_nothing_of_the_workbench(
    served: Served, visit: Callable[..., Visit]
) -> None:
    guest = visit(served.demo)
    arrived = arrivals(guest.page, "/portal", guest)
    assert weight(arrived) <= PORTAL_AT_MOST
    assert not [one.url for one in arrived if re.search(r"/assets/(antd|desk|workbench)-", one.url)]


def test_a_warm_queue_asks_little(served: Served, visit: Callable[..., Visit]) -> None:
    """Files that never change are not asked for again; what is asked is the page and what it shows."""
    agent = visit(served.demo).sign_in("agent@demo.gongdan.local")
    agent.go("/queue/mine")
    agent.page.wait_for_timeout(1_500)
    sizes = "performance.getEntriesByType('resource').filter((one) => one.transferSize > 0).map((one) => one.name)"
    agent.go("/queue/mine")
    agent.page.wait_for_timeout(1_500)
    asked = agent.page.evaluate(sizes)
    assert 0 < len(asked) + 1 <= REQUESTS_AT_MOST, asked
    assert not [name for name in asked if "/assets/" in name]
