"""The password of the demo's accounts: well known where only this machine can reach them, the installation's own where
others can. Whoever changes one by hand keeps theirs."""

import hashlib
import hmac
from typing import Final
from urllib.parse import urlsplit

from gongdan.demo.people import ADMIN
from gongdan.domains.accounts.public import passwords
from gongdan.infra.db.tx import Database
from gongdan.settings import Settings, secret

PASSWORD: Final = "demo-gongdan"  # noqa: S105 (of invented people)
"""The well-known one."""
_LOOPBACK: Final = {"127.0.0.1", "::1", "localhost"}


def password_of(settings: Settings) -> str:
    """What the demo's accounts sign in with under these settings."""
    hosts = {settings.host, urlsplit(settings.base_url).hostname}
    return PASSWORD if hosts <= _LOOPBACK else _own(settings)


async def keep_password(db: Database, settings: Settings, workspace_id: int) -> None:
    """Give the demo's accounts the password of these settings, where they still have one that we gave them: an
    installation that is opened to the network must not keep the well-known one."""
    wanted = password_of(settings)
    async with db.read(workspace_id) as tx:
        row = await tx.row(
            tuple,
            "select password_hash from member where workspace_id = %(workspace)s and mail = %(mail)s",
            mail=ADMIN,
        )
    stored = row[0] if row else None
    other = _own(settings) if wanted == PASSWORD else PASSWORD
    if stored is None or not await passwords.verify(stored, other):
        return
    hashed = await passwords.hash_password(wanted)
    async with db.write(workspace_id) as tx:  # they were made with one hash for all
        tx.put(
            "update member set password_hash = %(new)s where workspace_id = %(workspace)s and password_hash = %(old)s",
            new=hashed,
            old=stored,
        )


def _own(settings: Settings) -> str:
    return hmac.new(secret(settings), b"demo accounts", hashlib.sha256).hexdigest()[:16]
