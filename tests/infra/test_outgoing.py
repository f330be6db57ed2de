"""Where connections to named servers may go: what is inside stays closed, however it is written."""

import socket

import pytest

from gongdan.infra.outgoing import HostForbidden, Inside, check, connect


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "198.18.0.1", "224.0.0.1", "239.1.1.1", "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
        "64:ff9b:1::7f00:1", "::127.0.0.1", "::ffff:0:127.0.0.1", "fec0::1", "5f00::1",
    ],
)  # fmt: skip
def test_an_address_inside_may_not_be_reached(address: str) -> None:
    assert not Inside().allows("mail.example", address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822"])
def test_a_public_address_may_be_reached(address: str) -> None:
    assert Inside().allows("mail.example", address)


def test_the_operator_allows_names_addresses_and_networks() -> None:
    inside = Inside(("Mail.Intern", "10.1.0.0/16", "127.0.0.1"))
    assert inside.allows("mail.intern.", "192.168.1.1")
    assert inside.allows("other.example", "10.1.9.9")
    assert inside.allows("localhost", "127.0.0.1")
    assert not inside.allows("other.example", "10.2.0.1")
    assert not inside.allows("intern", "192.168.1.1")
    assert Inside(everything=True).allows("x", "127.0.0.1")


@pytest.mark.parametrize("name", ["localhost", "127.1", "2130706433", "0x7f000001", "[::1]".strip("[]")])
def test_however_a_host_is_written_the_address_decides(name: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        with pytest.raises(HostForbidden) as refused:
            connect(name, server.getsockname()[1], Inside(), timeout_s=1)
        assert refused.value.members == {"host": name}


def test_an_allowed_server_is_connected_to() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        connect("localhost", server.getsockname()[1], Inside(("localhost",)), timeout_s=2).close()


@pytest.mark.anyio
async def test_a_host_is_refused_when_it_is_named_and_an_unknown_name_is_let_be() -> None:
    with pytest.raises(HostForbidden):
        await check("localhost", 993, Inside())
    await check("no-such-host.invalid", 993, Inside())


@pytest.mark.parametrize("name", [".mail", "mail..intern", "x" * 64 + ".example", "."])
async def test_what_is_no_name_of_a_host_is_an_unknown_name(name: str) -> None:
    await check(name, 993, Inside())
    with pytest.raises(OSError):
        connect(name, 993, Inside(), timeout_s=1)
