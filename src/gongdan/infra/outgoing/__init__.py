"""Connections to servers that people name: a mailbox, later a webhook. Such a name must not open the inner network.

The address that a name resolves to is checked, and that same address is connected to, so that a name cannot change
between the two. Public addresses may be reached. An address inside (private, loopback, link-local, shared, reserved)
may be reached only where the operator allows it: by ``GONGDAN_INTERNAL_HOSTS``, or because they added the server
themselves on the command line (spec 08, SSRF).
"""

import asyncio
import socket
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final

import msgspec

from gongdan.kernel.errors import Refusal

_NAT64: Final = IPv6Network("64:ff9b::/96")
_UNICAST: Final = IPv6Network("2000::/3")
"""All that is given out to the public of IPv6: what lies beside it is local, or carries to IPv4 on a way of its own."""
_FIRST_TRY_S: Final = 10.0
"""Of several addresses, one that does not answer leaves time for the next."""


class HostForbidden(Refusal):
    """The name leads to an address inside, and the operator has not allowed it."""

    code = "network.host_forbidden"
    status = 422


class Inside(msgspec.Struct, frozen=True):
    """The inner hosts that may be reached: names as they are written, addresses, and networks (``10.1.0.0/16``)."""

    hosts: tuple[str, ...] = ()
    everything: bool = False

    def allows(self, host: str, address: str) -> bool:
        """Whether ``host``, which resolves to ``address``, may be connected to."""
        found = _embedded(ip_address(address.partition("%")[0]))
        if self.everything or _is_public(found):
            return True
        name = host.lower().rstrip(".")
        return any(one.lower().rstrip(".") == name or _contains(one, found) for one in self.hosts)


def connect(host: str, port: int, inside: Inside, *, timeout_s: float) -> socket.socket:
    """A TCP connection to the first address of ``host`` that answers. Blocks; for use in threads.

    Raises:
        HostForbidden: one of its addresses may not be reached.
        OSError: no such name, no connection.
    """
    try:
        known = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as fault_of_name:
        raise OSError("no name of a host") from fault_of_name
    found = allowed(host, known, inside)
    fault: OSError = OSError("no address")
    for address in found:
        try:
            return socket.create_connection((address, port), min(timeout_s, _FIRST_TRY_S) if found[1:] else timeout_s)
        except OSError as broken:
            fault = broken
    raise fault


async def check(host: str, port: int, inside: Inside) -> None:
    """Refuse a host when it is named, not first when it is used. A name that does not resolve now is let be.

    Raises:
        HostForbidden.
    """
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):  # the latter of what is no name of a host
        return
    allowed(host, found, inside)


def allowed(host: str, found: Iterable[tuple[object, ...]], inside: Inside) -> list[str]:
    """The addresses that ``getaddrinfo`` found, each allowed.

    Raises:
        HostForbidden: one of them is not. Which one is not said: a stranger learns nothing of the inner network.
    """
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found if isinstance(entry[4], tuple)))
    if not all(inside.allows(host, address) for address in addresses):
        raise HostForbidden(host=host)
    return addresses


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    return address.is_global and not address.is_multicast and (address.version == 4 or address in _UNICAST)


def _embedded(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 one carries to, if it does."""
    if not isinstance(address, IPv6Address):
        return address
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else address)


def _contains(one: str, address: IPv4Address | IPv6Address) -> bool:
    try:
        return address in ip_network(one, strict=False)
    except ValueError:
        return False
