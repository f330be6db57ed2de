"""API tokens: the rights of a person, cut down to scopes (spec 08). ``gd_`` and 32 random bytes in base 62; the hash is
stored, so the token is shown once."""

import secrets
import string
from datetime import UTC, date, datetime
from typing import Final, Literal

import msgspec

from gongdan.domains.accounts.credentials import lookup
from gongdan.domains.accounts.credentials.sessions import digest
from gongdan.domains.accounts.rights.authority import Authority, Grant
from gongdan.domains.accounts.rights.permissions import ACTIONS
from gongdan.infra.db.tx import Database, ReadTx, Tx
from gongdan.kernel.clock import now as clock_now

PREFIX: Final = "gd_"
TokenScope = Literal["all", "read", "tickets:write", "admin"]

_SERVING: Final = ("ticket.", "conversation.", "view.")
"""What is done for customers: actions on tickets, on conversations, which may have none, and on lists of tickets."""
_READING: Final = frozenset(action for action in ACTIONS if action.endswith(".read"))
SCOPES: Final[dict[TokenScope, frozenset[str]]] = {
    "all": frozenset(ACTIONS),
    "read": _READING,
    "tickets:write": _READING | {action for action in ACTIONS if action.startswith(_SERVING)},
    "admin": frozenset(action for action in ACTIONS if not action.startswith((*_SERVING, "message.", "note."))),
}
"""Scope → the actions that it lets through. ``read`` exports nothing; ``admin`` reads no ticket and no conversation."""

_ALPHABET: Final = string.digits + string.ascii_letters
_DIGITS: Final = 43
"""62^43 > 2^256."""


class TokenRow(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    person_id: int
    name: str
    scopes: list[str]
    created_at: datetime
    last_used_on: date | None
    expires_at: datetime | None


def make() -> str:
    """A new token."""
    number = secrets.randbits(256)
    text = ""
    for _ in range(_DIGITS):
        number, digit = divmod(number, len(_ALPHABET))
        text += _ALPHABET[digit]
    return PREFIX + text


def narrowed(authority: Authority, scopes: frozenset[str]) -> Authority:
    """The authority cut down to what the scopes let through: a token never holds more than its person does now."""
    through = frozenset().union(*(allowed for scope, allowed in SCOPES.items() if scope in scopes))
    cut = (Grant(grant.actions & through, grant.scope, grant.keys) for grant in authority.grants)
    return msgspec.structs.replace(authority, grants=tuple(grant for grant in cut if grant.actions), scopes=scopes)


async def authenticate(db: Database, token: str) -> Authority | None:
    """Whose token this is and what it may do, in one round trip; None when it is unknown, revoked or expired, or the
    person is no active member. The day of its last use is written at most once a day."""
    if not token.startswith(PREFIX):
        return None
    found = await lookup.by_token(db, digest(token))
    if found is None or found.scopes is None:
        return None
    today = clock_now().astimezone(UTC).date()
    if found.last_used_on != today:
        async with db.plain() as connection:
            await connection.execute("update token set last_used_on = %s where hash = %s", [today, digest(token)])
    return narrowed(found.authority, found.scopes)


async def by_id(tx: ReadTx, token_id: int) -> Authority | None:
    """What a token that was used before opens now; None: nothing any more."""
    found = await lookup.by_token_id(tx, token_id)
    return None if found is None or found.scopes is None else narrowed(found.authority, found.scopes)


class Revoked(msgspec.Struct, frozen=True):
    id: int
    name: str


async def revoke_all(tx: Tx, person_id: int, *, now: datetime) -> list[Revoked]:
    """Revoke every token of a person; returns those that still opened something."""
    return await tx.rows(
        Revoked,
        """
        update token set revoked_at = %(now)s
         where workspace_id = %(workspace)s and person_id = %(person)s and revoked_at is null
        returning id, name
        """,
        person=person_id,
        now=now,
    )


async def of_person(tx: ReadTx, person_id: int | None) -> list[TokenRow]:
    """Tokens that still open something, latest first: of one person, or of all. Served by ``token_of_person``."""
    return await tx.rows(
        TokenRow,
        """
        select id, person_id, name, scopes, created_at, last_used_on, expires_at
          from token
         where workspace_id = %(workspace)s
           and (%(person)s::bigint is null or person_id = %(person)s)
           and revoked_at is null
           and (expires_at is null or expires_at > now())
         order by created_at desc
        """,
        person=person_id,
    )
