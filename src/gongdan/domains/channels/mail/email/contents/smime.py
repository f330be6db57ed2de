"""S/MIME (RFC 8551): what is signed is taken out of its envelope, what is encrypted is said to be."""

import zlib
from typing import Literal

import msgspec

from gongdan.domains.channels.mail.email.contents import ber

MAX_UNPACKED = 32 * 1024 * 1024

_TYPES = frozenset(("application/pkcs7-mime", "application/x-pkcs7-mime"))
_NAMES = (".p7m", ".p7z")


class OpenedEnvelope(msgspec.Struct, frozen=True, kw_only=True):
    state: Literal["signed", "compressed", "encrypted", "unreadable"]
    content: bytes
    """The mail within, headers first; empty where there is none to be had."""


def is_smime(media: str, name: str) -> bool:
    """Whether a part is an S/MIME envelope. Certificates and signatures that stand apart are files as any."""
    return media in _TYPES or (media == "application/octet-stream" and name.lower().endswith(_NAMES))


def opened(payload: bytes) -> OpenedEnvelope:
    """What an S/MIME envelope holds. No signature is verified."""
    try:
        kind, content = ber.cms(payload)
        if kind == "compressed":
            content = _inflated(content)
    except (ber.Malformed, zlib.error, RecursionError):
        return OpenedEnvelope(state="unreadable", content=b"")
    if kind == "encrypted":
        return OpenedEnvelope(state="encrypted", content=b"")
    if not content:
        return OpenedEnvelope(state="unreadable", content=b"")
    return OpenedEnvelope(state="compressed" if kind == "compressed" else "signed", content=content)


def _inflated(content: bytes) -> bytes:
    inflater = zlib.decompressobj()
    found = inflater.decompress(content, MAX_UNPACKED)
    if inflater.unconsumed_tail:
        raise zlib.error("larger than what is unpacked")
    return found
