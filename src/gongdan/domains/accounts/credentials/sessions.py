"""Sessions: an opaque secret in a cookie, its hash in a row, so that ending one is deleting a row (spec 08)."""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta
from typing import Any, Final, Literal

import msgspec
from litestar import Request
from litestar.datastructures import Cookie

from gongdan.domains.accounts.credentials import lookup
from gongdan.domains.accounts.errors import SessionNotFound
from gongdan.domains.accounts.rights.authority import Authority
from gongdan.infra.db.tx import Database, ReadTx, Tx
from gongdan.kernel.clock import now as clock_now

COOKIE: Final = "gongdan_session"
LASTS: Final = timedelta(days=14)
"""Since it was last used."""
LASTS_AT_MOST: Final = timedelta(days=90)
"""Since the sign-in, however much it is used."""
GUEST_LASTS: Final = timedelta(days=1)
"""Of a guest link's session, which is not prolonged: the link opens another."""
_RENEWED_EVERY: Final = timedelta(days=1)
_ID_LENGTH: Final = 16
_LONGEST: Final = 200


class SessionRow(msgspec.Struct, frozen=True, kw_only=True):
    """A session as its owner sees it in the list."""

    id: str
    """Names the session without being its secret: the start of the stored hash."""
    created_at: datetime
    expires_at: datetime
    agent: str
    address: str


def digest(secret: str) -> bytes:
    """What is stored of a secret. It has 256 random bits, so a plain hash cannot be searched."""
    return hashlib.sha256(secret.encode()).digest()


def csrf(secret: str) -> str:
    """What a change has to bring along as ``X-CSRF-Token``: known to our pages, which read it from ``GET /session``,
    and following from the cookie, which other sites cannot read."""
    return hmac.digest(secret.encode(), b"csrf", "sha256").hex()


def is_csrf(secret: str, given: str) -> bool:
    return hmac.compare_digest(csrf(secret).encode(), given.encode())


def session_id(secret: str) -> str:
    """How ``SessionRow`` names the session with this secret."""
    return digest(secret).hex()[:_ID_LENGTH]


def cookie_name(base_url: str) -> str:
    """What browsers that come to this address call the cookie: over https a name that only this very host can set."""
    return f"__Host-{COOKIE}" if base_url.startswith("https://") else COOKIE


def cookie_secret(request: Request[Any, Any, Any]) -> str:
    """The secret that the request's cookie holds; empty: none. The application's state says how it is called here."""
    name: str = request.app.state.session_cookie
    return request.cookies.get(name, "")[:_LONGEST]


def cookie_of(secret: str, base_url: str, *, max_age: int) -> Cookie:
    """No script reads it, no other site sends it along with a change, and over https nothing else carries it. How long
    a session really lasts, the row says."""
    return Cookie(
        key=cookie_name(base_url),
        value=secret,
        path="/",
        max_age=max_age,
        httponly=True,
        samesite="lax",
        secure=base_url.startswith("https://"),
    )


def begin(
    tx: Tx,
    person_id: int,
    *,
    kind: Literal["staff", "customer"],
    agent: str,
    address: str,
    now: datetime,
    only_ticket: int | None = None,
    mail: str | None = None,
) -> str:
    """Queue a new session and return its secret, which nobody can read again. One that a guest's link makes is for
    ``only_ticket``, and remembers to which ``mail`` the link was sent."""
    secret = secrets.token_urlsafe(32)
    tx.put(
        """
        insert into session
               (hash, workspace_id, person_id, kind, ticket_id, csrf, created_at, expires_at, agent, address,
                proved_at, mail)
        values (%(hash)s, %(workspace)s, %(person)s, %(kind)s, %(ticket)s, %(csrf)s, %(now)s, %(expires)s, %(agent)s,
                %(address)s, %(now)s, %(mail)s)
        """,
        hash=digest(secret),
        person=person_id,
        kind=kind,
        ticket=only_ticket,
        csrf=csrf(secret),
        now=now,
        expires=now + (LASTS if only_ticket is None else GUEST_LASTS),
        agent=agent[:300],
        address=address,
        mail=mail,
    )
    return secret


async def authenticate(db: Database, secret: str) -> Authority | None:
    """Who holds this secret, in one round trip; None when the session ended or the person may no longer sign in.

    Use prolongs a session: that write happens at most once a day.
    """
    found = await lookup.by_session(db, digest(secret))
    if found is None:
        return None
    aging = found.expires_at is not None and found.expires_at - clock_now() < LASTS - _RENEWED_EVERY
    if aging and found.authority.only_ticket is None:
        await _prolong(db, digest(secret))
    return found.authority


def prove(tx: Tx, secret: str, *, now: datetime) -> None:
    """Queue that whoever holds this session has just shown their password again."""
    tx.put(
        "update session set proved_at = %(now)s where workspace_id = %(workspace)s and hash = %(hash)s",
        hash=digest(secret),
        now=now,
    )


def verify_mail(tx: Tx, secret: str, *, now: datetime) -> None:
    """Queue that the address which this session's link was mailed to is its person's, if it still is. A session that
    no link made verifies nothing."""
    tx.put(
        """
        update identity i set verified_at = %(now)s
          from session s
         where s.workspace_id = %(workspace)s and s.hash = %(hash)s
           and i.workspace_id = s.workspace_id and i.person_id = s.person_id
           and i.kind = 'mail' and i.account = '' and i.handle = s.mail
           and i.verified_at is null
        """,
        hash=digest(secret),
        now=now,
    )


async def proved_at(tx: ReadTx, secret: str) -> datetime | None:
    """When the password of this session was last shown."""
    found = await tx.row(
        tuple,
        "select proved_at from session where workspace_id = %(workspace)s and hash = %(hash)s",
        hash=digest(secret),
    )
    return found[0] if found else None


async def of_person(tx: ReadTx, person_id: int) -> list[SessionRow]:
    """Their open sessions, latest first. Served by ``session_of_person``."""
    return await tx.rows(
        SessionRow,
        """
        select left(encode(hash, 'hex'), %(length)s) as id, created_at, expires_at, agent, address
          from session
         where workspace_id = %(workspace)s
           and person_id = %(person)s
           and kind in ('staff', 'customer')
           and expires_at > now()
         order by created_at desc
        """,
        person=person_id,
        length=_ID_LENGTH,
    )


async def end(tx: Tx, secret: str) -> bool:
    """End a session; False when it was over already."""
    return bool(
        await tx.rows(
            tuple,
            "delete from session where workspace_id = %(workspace)s and hash = %(hash)s returning true",
            hash=digest(secret),
        )
    )


async def prune(db: Database, now: datetime, most: int) -> int:
    """Delete at most ``most`` sessions that are over; returns how many. Served by ``session_expiry``."""
    async with db.plain() as connection:
        cursor = await connection.execute(
            "delete from session where hash in (select hash from session where expires_at < %s limit %s)", [now, most]
        )
        return cursor.rowcount


async def is_signed_in(tx: ReadTx, person_id: int) -> bool:
    """Whether the member has an open session. Served by ``session_of_person``."""
    found = await tx.rows(
        tuple,
        """
        select true
          from session
         where workspace_id = %(workspace)s and person_id = %(person)s and kind = 'staff' and expires_at > now()
         limit 1
        """,
        person=person_id,
    )
    return bool(found)


async def revoke(tx: Tx, person_id: int, *, only: str | None = None, keep: str | None = None) -> int:
    """End the person's sessions: all, the one with id ``only``, or all but ``keep``. Returns how many.

    Raises:
        SessionNotFound: they have no session ``only``.
    """
    ended = await tx.rows(
        tuple,
        """
        delete from session
         where workspace_id = %(workspace)s
           and person_id = %(person)s
           and kind in ('staff', 'customer')
           and (%(only)s::text is null or left(encode(hash, 'hex'), %(length)s) = %(only)s)
           and (%(keep)s::text is null or left(encode(hash, 'hex'), %(length)s) <> %(keep)s)
        returning true
        """,
        person=person_id,
        only=only,
        keep=keep,
        length=_ID_LENGTH,
    )
    if only is not None and not ended:
        raise SessionNotFound(session=only)
    return len(ended)


async def _prolong(db: Database, hashed: bytes) -> None:
    async with db.plain() as connection:
        await connection.execute(
            """
            update session
               set expires_at = least(now() + %(lasts)s, created_at + %(at_most)s)
             where hash = %(hash)s
               and expires_at < least(now() + %(lasts)s, created_at + %(at_most)s)
            """,
            {"hash": hashed, "lasts": LASTS, "at_most": LASTS_AT_MOST},
        )
