"""A provider, and the servers of a mailbox that take its tokens."""

from collections.abc import Iterator

import pytest

from tests.domains.channels.mail.oauth.kit import Box, added
from tests.kit import Office
from tests.servers.dovecot import Dovecot, dovecot
from tests.servers.provider import Provider, provider
from tests.servers.smtp import SmtpPeer, smtp_peer


@pytest.fixture(scope="module")
def running() -> Iterator[Provider]:
    with provider() as peer:
        yield peer


@pytest.fixture(scope="module")
def server(running: Provider) -> Iterator[Dovecot]:
    with dovecot(introspection=f"{running.url}/introspect") as imap:
        yield imap


@pytest.fixture
def who(running: Provider, office: Office) -> Iterator[Provider]:
    """The provider, as it is when nobody told it otherwise."""
    running.user, running.lasts_s, running.rotates, running.lasting = f"support@{office.slug}.test", 3600, True, True
    running.answers, running.pause_s, running.asked = None, 0, []
    running.revoke()
    yield running


@pytest.fixture
def sending(who: Provider) -> Iterator[SmtpPeer]:
    with smtp_peer() as peer:
        peer.access = who.access
        yield peer


@pytest.fixture
async def box(office: Office, server: Dovecot, sending: SmtpPeer, who: Provider) -> Box:
    admin = await office.member("韩梅梅", "system_admin")
    return await added(admin, server, sending, who)
