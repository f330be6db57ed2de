"""Signing in: by password, by a mailed link, by a guest link. They take the database, as hashing stands outside of
transactions."""

from datetime import datetime

import msgspec

from gongdan.domains.accounts import queries, writes
from gongdan.domains.accounts.credentials import attempts, links, passwords, sessions
from gongdan.domains.accounts.errors import LinkInvalid, LinkIsReceipt, SignInRefused
from gongdan.domains.accounts.events import SignedIn, SignInLinkAsked, SignInLocked
from gongdan.domains.accounts.queries import Credentials
from gongdan.domains.accounts.rights.authority import Kind
from gongdan.infra.db.tx import Database, Tx
from gongdan.infra.log.append import append
from gongdan.kernel.events import Actor, Event
from gongdan.kernel.text import normalise


class From(msgspec.Struct, frozen=True):
    """Where a request comes from: network address, and the program that it names."""

    address: str
    agent: str


class _Counts(msgspec.Struct, frozen=True, kw_only=True):
    """The try, counted as a failure until it proves right."""

    pair: attempts.Attempts
    is_known: bool
    """The account signed in from this address before."""
    is_slow: bool
    """The address failed at many accounts."""


_turns = attempts.Turns()


async def sign_in(
    db: Database,
    workspace_id: int,
    mail: str,
    password: str,
    *,
    origin: From,
    now: datetime,
    instead_of: str = "",
) -> str:
    """Sign a member in and return the session's secret; the session ``instead_of``, which the browser had, ends.

    A try is counted before it is judged, so trying in parallel gains nothing. What is answered, and how long it takes,
    is the same for an unknown address and a wrong password.

    Raises:
        SignInLocked: too many failures with this mail at this network address, or too many wait there for their turn;
            it says how long to wait.
        SignInRefused: mail and password do not belong together, or the member is not active.
    """
    mail = normalise(mail)
    async with db.write(workspace_id) as tx:
        counted = await _count_try(tx, mail, origin, now)
        credentials = await queries.member_by_mail(tx, mail)

    if counted.is_slow and not counted.is_known:
        async with _turns.turn(attempts.address_subject(origin.address)):
            is_right = await passwords.verify(credentials.password_hash if credentials else None, password)
    else:
        is_right = await passwords.verify(credentials.password_hash if credentials else None, password)

    if credentials is None or not is_right or not credentials.active:
        async with db.write(workspace_id) as tx:
            await _fail(tx, credentials, counted.pair, origin, now)
        raise SignInRefused
    renewed = await passwords.renewed(credentials.password_hash, password)
    async with db.write(workspace_id) as tx:
        for subject in (attempts.pair_subject(mail, origin.address), attempts.mail_subject(mail)):
            attempts.forget(tx, subject)
        seen = attempts.known_subject(mail, origin.address)
        attempts.put(tx, attempts.Attempts(subject=seen, failed=0, last_at=now, locked_until=None))
        if renewed:
            writes.set_password_hash(tx, credentials.person_id, renewed)
        if instead_of:
            await sessions.end(tx, instead_of)
        event = SignedIn(way="password", address=origin.address, agent=origin.agent)
        await _tell(tx, credentials.person_id, event, kind="staff", now=now)
        return sessions.begin(
            tx, credentials.person_id, kind="staff", agent=origin.agent, address=origin.address, now=now
        )


async def ask_for_link(db: Database, workspace_id: int, mail: str, *, origin: From, now: datetime) -> None:
    """Have a sign-in link mailed to a customer. Nothing tells whether the address is known: an unknown one is counted
    like any other, and nothing is sent. Asking is no failure: it hinders nobody's sign-in, and whoever asks for
    somebody else's address does not keep them from asking. Who was mailed many links lately gets no more for a while.

    Raises:
        SignInLocked: too many links for this mail were asked for from here.
    """
    mail = normalise(mail)
    by_pair, by_mail = attempts.pair_subject(mail, origin.address, "link"), attempts.mail_subject(mail, "link")
    async with db.write(workspace_id) as tx:
        counts = await attempts.load(tx, by_pair, by_mail)
        mailed = counts.pop(by_mail, None)
        attempts.refuse_while_locked(counts, now)
        attempts.put(tx, attempts.after_failure(counts.get(by_pair), by_pair, attempts.PER_PAIR, now))
        if mailed and mailed.locked_until and mailed.locked_until > now:
            return
        attempts.put(tx, attempts.after_failure(mailed, by_mail, attempts.LINKS_PER_MAIL, now))
        person_id = await queries.person_by_mail(tx, mail, opens=True)
        if person_id is not None:
            await _tell(tx, person_id, SignInLinkAsked(mail=mail), kind="customer", now=now)


async def redeem(
    db: Database, workspace_id: int, key: bytes, token: str, *, origin: From, now: datetime, instead_of: str = ""
) -> str:
    """Open a customer's session by the token of a link, and return its secret.

    A sign-in link is asked for by its person and works once: the address is verified. A link to a ticket works as
    long as it lasts, and its session is nobody's but for that ticket; it verifies nothing, as a program that looks
    through mails may have followed it.

    Raises:
        LinkInvalid: forged, outdated, used, of another workspace, or its address is no longer the person's.
        LinkIsReceipt: it was shown to whoever sent a form, and proves nothing.
    """
    link = links.read(key, token, now=now)
    if link.purpose == "receipt":
        raise LinkIsReceipt
    if link.workspace_id != workspace_id or link.purpose not in ("sign_in", "ticket"):
        raise LinkInvalid
    async with db.write(workspace_id) as tx:
        person_id = await _whose(tx, link)
        if link.purpose == "sign_in":
            await _spend(tx, link, token)
            _verify_identity(tx, link, now)
            for subject in (
                attempts.pair_subject(link.mail, origin.address, "link"),
                attempts.mail_subject(link.mail, "link"),
            ):
                attempts.forget(tx, subject)
        way = SignedIn(
            way="link" if link.purpose == "sign_in" else "guest_link", address=origin.address, agent=origin.agent
        )
        await _tell(tx, person_id, way, kind="customer", now=now)
        if instead_of:
            await sessions.end(tx, instead_of)
        return sessions.begin(
            tx,
            person_id,
            kind="customer",
            agent=origin.agent,
            address=origin.address,
            now=now,
            only_ticket=link.ticket_id,
            mail=link.mail if link.purpose == "ticket" else None,
        )


async def _whose(tx: Tx, link: links.Link) -> int:
    """Whom a link lets in: who it was made for, as long as its address is theirs. One to a ticket outlives that they
    turned out to be somebody else, as the ticket does.

    Raises:
        LinkInvalid: its address is no longer theirs, or only said to be.
    """
    person_id = await queries.person_by_mail(tx, link.mail, opens=link.purpose == "sign_in")
    if person_id is None:
        raise LinkInvalid
    if person_id != link.person_id and not (
        link.purpose == "ticket" and await queries.became(tx, link.person_id, person_id)
    ):
        raise LinkInvalid
    return person_id


async def _count_try(tx: Tx, mail: str, origin: From, now: datetime) -> _Counts:
    """The try as one more failure of the account, here and everywhere, until it proves right. A network address is
    charged only for true failures: many people may share it."""
    by_pair, by_mail = attempts.pair_subject(mail, origin.address), attempts.mail_subject(mail)
    by_address, known = attempts.address_subject(origin.address), attempts.known_subject(mail, origin.address)
    counts = await attempts.load(tx, by_pair, by_mail, by_address, known)
    is_known = known in counts and now - counts[known].last_at < attempts.KNOWN_FOR
    waiting = {by_pair} if is_known else {by_pair, by_mail}
    attempts.refuse_while_locked({one: counts[one] for one in waiting if one in counts}, now)
    pair = attempts.after_failure(counts.get(by_pair), by_pair, attempts.PER_PAIR, now)
    attempts.put(tx, pair)
    attempts.put(tx, attempts.after_failure(counts.get(by_mail), by_mail, attempts.PER_MAIL, now))
    of_address = counts.get(by_address)
    is_slow = (
        of_address is not None
        and of_address.failed >= attempts.PER_ADDRESS.free
        and now - of_address.last_at < attempts.PER_ADDRESS.forgets
    )
    return _Counts(pair=pair, is_known=is_known, is_slow=is_slow)


async def _fail(
    tx: Tx, credentials: Credentials | None, counted: attempts.Attempts, origin: From, now: datetime
) -> None:
    subject = attempts.address_subject(origin.address)
    counts = await attempts.load(tx, subject)
    attempts.put(tx, attempts.after_failure(counts.get(subject), subject, attempts.PER_ADDRESS, now))
    if credentials is not None and counted.locked_until is not None:
        event = SignInLocked(failed=counted.failed, until=counted.locked_until, address=origin.address)
        await _tell(tx, credentials.person_id, event, kind="system", now=now)


async def _spend(tx: Tx, link: links.Link, token: str) -> None:
    """A used link leaves its hash among the sessions, as one that opens nothing, until it would have been outdated."""
    spent = await tx.row(
        tuple,
        """
        insert into session (hash, workspace_id, person_id, kind, csrf, created_at, expires_at)
        values (%(hash)s, %(workspace)s, %(person)s, 'spent', '', now(), to_timestamp(%(expires)s))
        on conflict do nothing
        returning true
        """,
        hash=sessions.digest(token),
        person=link.person_id,
        expires=link.expires_at,
    )
    if spent is None:
        raise LinkInvalid


def _verify_identity(tx: Tx, link: links.Link, now: datetime) -> None:
    """Who holds the link reads the mail that it was sent to."""
    tx.put(
        """
        update identity set verified_at = %(now)s
         where workspace_id = %(workspace)s and kind = 'mail' and account = '' and handle = %(mail)s
           and verified_at is null
        """,
        mail=link.mail,
        now=now,
    )


async def _tell(tx: Tx, person_id: int, event: Event, *, kind: Kind, now: datetime) -> None:
    """These events have no authority yet: the person stands for themselves, or the system for what it did to them."""
    by = None if kind == "system" else person_id
    await append(
        tx,
        "person",
        person_id,
        [event],
        actor=Actor(kind=kind, person_id=by, via="portal" if kind == "customer" else "web"),
        command_id=tx.ids.next(),
        release=await queries.current_release(tx),
        now=now,
    )
