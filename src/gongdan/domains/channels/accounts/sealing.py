"""Passwords and tokens at rest: AES-256-GCM under a key that is derived from the installation's secret (spec 08).

A sealed value belongs to one account of one workspace: copied to another row it cannot be opened.
"""

import os
from typing import Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from gongdan.domains.channels.errors import SecretUnreadable

_NONCE = 12

SealedFor = Literal["passwords", "grant"]
"""What is sealed: one is never read as the other."""


def derived(secret: bytes, purpose: str) -> bytes:
    """A key for one purpose; knowing it tells nothing of the others (HKDF, RFC 5869)."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=f"gongdan channels {purpose}".encode()).derive(secret)


def seal(secret: bytes, plain: bytes, what: SealedFor, *, workspace_id: int, account_id: int) -> bytes:
    nonce = os.urandom(_NONCE)
    box = AESGCM(derived(secret, what))
    return nonce + box.encrypt(nonce, plain, _owner(workspace_id, account_id))


def unseal(secret: bytes, sealed: bytes, what: SealedFor, *, workspace_id: int, account_id: int) -> bytes:
    """
    Raises:
        SecretUnreadable: it was sealed under another secret, for another account, or was changed.
    """
    box = AESGCM(derived(secret, what))
    try:
        return box.decrypt(sealed[:_NONCE], sealed[_NONCE:], _owner(workspace_id, account_id))
    except (InvalidTag, ValueError):
        raise SecretUnreadable(account=account_id) from None


def _owner(workspace_id: int, account_id: int) -> bytes:
    return f"{workspace_id}.{account_id}".encode()
