"""Setting passwords; making and revoking tokens."""

from collections.abc import Iterable
from datetime import datetime

from gongdan.domains.accounts import writes
from gongdan.domains.accounts.commands.proof import prove
from gongdan.domains.accounts.credentials import sessions, tokens
from gongdan.domains.accounts.credentials.passwords import check, hash_password
from gongdan.domains.accounts.errors import TokenNotFound
from gongdan.domains.accounts.events import PasswordSet, SessionsRevoked, TokenCreated, TokenRevoked
from gongdan.domains.accounts.rights import access
from gongdan.domains.accounts.rights.authority import Authority, may_somewhere
from gongdan.infra.db.tx import Database, Tx
from gongdan.kernel.errors import Forbidden
from gongdan.kernel.events import Event, Via


async def set_password(
    db: Database,
    authority: Authority,
    person_id: int,
    password: str,
    *,
    current: str | None,
    keep: str = "",
    end_others: bool = True,
    via: Via,
    now: datetime,
) -> None:
    """Set a member's password. With ``end_others`` all of their sessions end, but for the one with the secret ``keep``,
    and their tokens open nothing any more. For one's own the current one is shown. It takes the database, as hashing
    stands outside of transactions.

    Raises:
        MemberNotFound, RightsAboveOwn: see ``access``.
        PasswordWeak: it breaks a rule.
        PasswordWrong: ``current`` is not the password.
        SignInLocked: that was so too often.
        Forbidden: by an API token.
    """
    if authority.token_id is not None:
        raise Forbidden(action="password")
    async with db.write(authority.workspace_id) as tx:
        member = await access.member_for_change(tx, authority, person_id)
    check(password, mail=member.mail)
    if authority.person_id == person_id:
        await prove(db, authority, current or "", secret=keep, field="current", now=now)
    hashed = await hash_password(password)

    async with db.write(authority.workspace_id) as tx:
        await access.member_for_change(tx, authority, person_id)
        happened: list[Event] = [PasswordSet()]
        if end_others:
            happened += await _end_others(tx, person_id, keep, now)
        writes.set_password_hash(tx, person_id, hashed)
        await writes.record(tx, authority, "person", person_id, *happened, via=via, now=now)


async def _end_others(tx: Tx, person_id: int, keep: str, now: datetime) -> list[Event]:
    ended = await sessions.revoke(tx, person_id, keep=sessions.session_id(keep) if keep else None)
    revoked = await tokens.revoke_all(tx, person_id, now=now)
    happened: list[Event] = [SessionsRevoked(count=ended)] if ended else []
    return happened + [TokenRevoked(token_id=one.id, name=one.name) for one in revoked]


async def make_token(
    tx: Tx,
    authority: Authority,
    *,
    name: str,
    scopes: Iterable[tokens.TokenScope],
    expires_at: datetime | None,
    via: Via,
    now: datetime,
) -> tuple[int, str]:
    """Make a token for oneself and return its id and itself, which can never be read again.

    Raises:
        Forbidden: by a token, by a customer, or by the system.
    """
    if authority.token_id is not None or authority.kind != "staff" or authority.person_id is None:
        raise Forbidden(action="token")
    token, token_id, named = tokens.make(), tx.ids.next(), sorted(set(scopes))

    tx.insert(
        "token",
        {
            "hash": sessions.digest(token),
            "id": token_id,
            "workspace_id": tx.workspace_id,
            "person_id": authority.person_id,
            "name": name,
            "scopes": tuple(named),
            "created_at": now,
            "expires_at": expires_at,
        },
    )
    event = TokenCreated(token_id=token_id, name=name, scopes=tuple(named), expires_at=expires_at)
    await writes.record(tx, authority, "person", authority.person_id, event, via=via, now=now)
    return token_id, token


async def revoke_token(tx: Tx, authority: Authority, token_id: int, *, via: Via, now: datetime) -> None:
    """Revoke one's own token, or with ``token.manage`` anybody's. It opens nothing from the next request on.

    Raises:
        TokenNotFound: no such token that still opens something, or not one that they may revoke.
    """
    anybodys = may_somewhere(authority, "token.manage")
    revoked = await tx.row(
        tuple,
        """
        update token set revoked_at = %(now)s
         where id = %(token)s
           and workspace_id = %(workspace)s
           and (%(anybodys)s or person_id = %(person)s)
           and revoked_at is null
        returning person_id, name
        """,
        token=token_id,
        now=now,
        anybodys=anybodys,
        person=authority.person_id,
    )
    if revoked is None:
        raise TokenNotFound(token_id=token_id)

    person_id, name = revoked
    event = TokenRevoked(token_id=token_id, name=name)
    await writes.record(tx, authority, "person", person_id, event, via=via, now=now)
