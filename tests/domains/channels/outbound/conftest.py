"""A mailbox that sends to a peer, and somebody who may do everything."""

from collections.abc import AsyncIterator, Iterator

import pytest

from gongdan.domains.channels.mail.settings import Smtp
from tests.domains.channels.mails import Post, post
from tests.kit import Office, Visitor
from tests.servers.smtp import SmtpPeer, smtp_peer


@pytest.fixture
def peer() -> Iterator[SmtpPeer]:
    with smtp_peer() as running:
        yield running


@pytest.fixture
async def at(office: Office, peer: SmtpPeer) -> Post:
    return await post(office, Smtp(host="127.0.0.1", port=peer.port, security="plain"), plus_addressing=True)


@pytest.fixture
async def agent(office: Office, at: Post) -> AsyncIterator[Visitor]:
    yield await office.member("李雷", "system_admin")


@pytest.fixture
def unused_port() -> int:
    with smtp_peer() as gone:
        return gone.port
