"""Just enough BER to take the content out of a CMS message (RFC 5652): definite and indefinite lengths, any nesting.

Nothing is verified. Every function is bounded by the bytes that it is given.
"""

from typing import Literal, NamedTuple

MAX_DEPTH = 24

Kind = Literal["data", "signed", "encrypted", "compressed"]

_OIDS: dict[bytes, Kind] = {
    bytes.fromhex("2a864886f70d010701"): "data",
    bytes.fromhex("2a864886f70d010702"): "signed",
    bytes.fromhex("2a864886f70d010703"): "encrypted",
    bytes.fromhex("2a864886f70d0109100117"): "encrypted",
    bytes.fromhex("2a864886f70d0109100109"): "compressed",
}


class Malformed(Exception):
    """The bytes are no such structure."""


class Element(NamedTuple):
    tag: int
    content: bytes
    end: int
    """Where the next element begins."""

    @property
    def is_constructed(self) -> bool:
        return bool(self.tag & 0x20)


def element(raw: bytes, at: int, depth: int = 0) -> Element:
    """The element that begins at ``at``.

    Raises:
        Malformed: there is none, or it reaches beyond the bytes.
    """
    if depth > MAX_DEPTH or at + 2 > len(raw):
        raise Malformed
    tag, length, start = raw[at], raw[at + 1], at + 2
    if tag & 0x1F == 0x1F:
        raise Malformed
    if length == 0x80:
        return _indefinite(raw, tag, start, depth)
    if length > 0x80:
        size = length & 0x7F
        length = int.from_bytes(raw[start : start + size], "big") if size <= 5 else len(raw) + 1
        start += size
    if start + length > len(raw):
        raise Malformed
    return Element(tag, raw[start : start + length], start + length)


def _indefinite(raw: bytes, tag: int, start: int, depth: int) -> Element:
    at = start
    while raw[at : at + 2] != b"\x00\x00":
        at = element(raw, at, depth + 1).end
    return Element(tag, raw[start:at], at + 2)


def elements(raw: bytes) -> list[Element]:
    """All elements of a content, the first thousand at most."""
    found: list[Element] = []
    at = 0
    while at < len(raw) and len(found) < 1_000:
        found.append(element(raw, at))
        at = found[-1].end
    return found


def octets(of: Element, depth: int = 0) -> bytes:
    """The bytes of an octet string, which may be cut into pieces."""
    if not of.is_constructed:
        return of.content
    if depth > MAX_DEPTH:
        raise Malformed
    pieces: list[bytes] = []
    at = 0
    while at < len(of.content):
        piece = element(of.content, at)
        pieces.append(octets(piece, depth + 1))
        at = piece.end
    return b"".join(pieces)


def cms(raw: bytes) -> tuple[Kind, bytes]:
    """What a CMS message is, and its content (empty where it is encrypted, or a signature that stands apart).

    Raises:
        Malformed: it is none.
    """
    kind, inner = _content_info(element(raw, 0))
    if kind in ("encrypted", "data"):
        return kind, octets(inner) if kind == "data" else b""
    # SignedData: version, digests, content. CompressedData: version, algorithm, content.
    fields = elements(inner.content)
    if len(fields) < 3:
        raise Malformed
    held = elements(fields[2].content)
    if len(held) < 2:
        return kind, b""
    return kind, octets(element(held[1].content, 0))


def _content_info(outer: Element) -> tuple[Kind, Element]:
    fields = elements(outer.content)
    if outer.tag != 0x30 or len(fields) < 2 or fields[0].tag != 0x06:
        raise Malformed
    kind = _OIDS.get(fields[0].content)
    if kind is None:
        raise Malformed
    return kind, element(fields[1].content, 0)
