"""From which address a request really comes, where proxies stand before the service (``GONGDAN_TRUSTED_PROXIES``)."""

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Receive, Scope, Send

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

MOST_HOPS: Final = 20
_HEADER: Final = b"x-forwarded-for"
_LONGEST: Final = 4_000


def forwarded(app: ASGIApp, trusted: Sequence[Network]) -> ASGIApp:
    """Gives every request the address that the outermost trusted proxy heard. Others' headers are not believed."""

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == ScopeType.HTTP and (client := scope.get("client")):
            said = b",".join(value for name, value in scope["headers"] if name.lower() == _HEADER)
            origin = origin_of(client[0], said[-_LONGEST:].decode("latin-1"), trusted)
            scope["client"] = (origin, client[1])
        await app(scope, receive, send)

    return wrapped


def origin_of(peer: str, said: str, trusted: Sequence[Network]) -> str:
    """The right-most hop of ``said`` that is no trusted proxy, as long as only trusted ones passed it on; else the
    peer. What stands left of it anybody may have written."""
    found = _parsed(peer)
    if found is None or not _is_trusted(found, trusted):
        return peer
    for hop in reversed(said.split(",")[-MOST_HOPS:]):
        address = _parsed(hop.strip())
        if address is None:
            break
        found = address
        if not _is_trusted(address, trusted):
            break
    return str(found)


def neighbourhood(address: str) -> str:
    """What a rate is charged to: an IPv4 address, or the /64 of an IPv6 one, which is a single customer's."""
    found = _parsed(address)
    if isinstance(found, IPv6Address):
        return str(IPv6Network((found, 64), strict=False))
    return str(found) if found else address


def _is_trusted(address: Address, trusted: Sequence[Network]) -> bool:
    return any(address.version == network.version and address in network for network in trusted)


def _parsed(text: str) -> Address | None:
    """With or without a port; an IPv4 address within IPv6 is the IPv4 address."""
    bare = text[1:].partition("]")[0] if text.startswith("[") else text
    bare = bare.partition(":")[0] if bare.count(":") == 1 else bare
    try:
        found = ip_address(bare.partition("%")[0])
    except ValueError:
        return None
    return (found.ipv4_mapped or found) if isinstance(found, IPv6Address) else found
