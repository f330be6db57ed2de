"""Showing one's password again: a session that somebody left open, or that was stolen, changes nothing of weight."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final

from gongdan.domains.accounts import queries
from gongdan.domains.accounts.credentials import attempts, passwords, sessions
from gongdan.domains.accounts.errors import PasswordWrong, ProofNeeded
from gongdan.domains.accounts.rights.authority import Authority
from gongdan.infra.db.tx import Database
from gongdan.kernel.errors import FieldFault, Forbidden

Fresh = Callable[[], Awaitable[None]]
"""Asked before what is sensitive: ``require_proof`` of the request at hand."""

HOLDS: Final = timedelta(minutes=10)
"""How long a password that was shown stands for what follows."""


async def prove(db: Database, authority: Authority, password: str, *, secret: str, field: str, now: datetime) -> None:
    """Show one's own password; the session with this ``secret`` is proved from now on. Failures are counted as at the
    door, and before they are judged. ``field`` is where it stands in what was sent; nothing in it is no guess.

    Raises:
        PasswordWrong: it is not theirs.
        SignInLocked: too many failures.
        Forbidden: by a token, which has no password to show.
    """
    person_id = authority.person_id
    if authority.token_id is not None or authority.kind != "staff" or person_id is None:
        raise Forbidden(action="password")
    if not password:
        raise PasswordWrong(faults=(FieldFault(field, "required"),))
    subject = attempts.person_subject(person_id)
    async with db.write(authority.workspace_id) as tx:
        counts = await attempts.load(tx, subject)
        attempts.refuse_while_locked(counts, now)
        attempts.put(tx, attempts.after_failure(counts.get(subject), subject, attempts.PER_PAIR, now))
        credentials = await queries.credentials_of(tx, person_id)
    if not await passwords.verify(credentials.password_hash if credentials else None, password):
        raise PasswordWrong(faults=(FieldFault(field, "accounts.password_not_own"),))
    async with db.write(authority.workspace_id) as tx:
        attempts.forget(tx, subject)
        sessions.prove(tx, secret, now=now)


async def require_proof(db: Database, authority: Authority, secret: str, *, now: datetime) -> None:
    """Refuse a session whose password was not shown lately. A token was made by somebody who had shown it, and may do
    what its scopes say.

    Raises:
        ProofNeeded: show the password first.
    """
    if authority.token_id is not None or authority.kind == "system":
        return
    async with db.read(authority.workspace_id) as tx:
        proved_at = await sessions.proved_at(tx, secret)
    if proved_at is None or now - proved_at > HOLDS:
        raise ProofNeeded(minutes=int(HOLDS.total_seconds()) // 60)
