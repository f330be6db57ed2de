"""The installation, the mail servers and the browser of all journeys; and visits that end with their test."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.e2e.served import Served, serving
from tests.e2e.visits import Visit, chromium
from tests.servers.dovecot import Dovecot, dovecot, is_installed
from tests.servers.smtp import SmtpPeer, smtp_peer

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="session")
def served() -> Iterator[Served]:
    with serving() as served:
        yield served


@pytest.fixture(scope="session")
def smtp() -> Iterator[SmtpPeer]:
    with smtp_peer() as peer:
        yield peer


@pytest.fixture(scope="session")
def imap(served: Served, smtp: SmtpPeer) -> Iterator[Dovecot]:
    """The mailbox of the company, connected."""
    if not is_installed():
        pytest.skip("NO DOVECOT: journeys by mail need the package dovecot-imapd")
    with dovecot() as server:
        served.connect_mailbox(server, smtp)
        yield server


@pytest.fixture(scope="session")
def browser(served: Served) -> Iterator[Browser]:
    """After ``served``: the loop of the browser's driver is not to run while the installation is furnished."""
    with chromium() as browser:
        yield browser


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """``visit(base, …)`` puts somebody in front of a browser of their own."""
    visits: list[Visit] = []

    def arrive(base: str, **given: Any) -> Visit:
        visits.append(Visit(browser, base, **given))
        return visits[-1]

    yield arrive
    for one in visits:
        one.end()
