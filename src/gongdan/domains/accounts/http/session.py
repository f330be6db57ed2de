"""Signing in and out, by members and by customers; who I am."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from litestar import Request, Response, delete, get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody, SkipValidation

from gongdan.domains.accounts import queries
from gongdan.domains.accounts.commands import invitations, people
from gongdan.domains.accounts.commands.proof import prove
from gongdan.domains.accounts.commands.sign_in import From, ask_for_link, redeem, sign_in
from gongdan.domains.accounts.credentials import sessions
from gongdan.domains.accounts.errors import SignInRefused
from gongdan.domains.accounts.http.shapes import (
    ChoosePassword,
    Me,
    PasswordLink,
    PasswordLinkFor,
    Prove,
    RedeemLink,
    SignIn,
    SignInLink,
)
from gongdan.domains.accounts.rights.authority import Authority, actions
from gongdan.domains.accounts.workspaces.places import workspace_of
from gongdan.infra.db.tx import Database
from gongdan.infra.http.evenly import evenly
from gongdan.infra.http.guard import needs, rated
from gongdan.kernel import clock
from gongdan.kernel.errors import Unauthenticated
from gongdan.kernel.events import Via
from gongdan.settings import Settings

_SIGN_INS: Final = rated(burst=200, per_second=5, right=0.1)
"""A whole office comes to work at nine, from one address."""
_OF_GUESTS: Final = rated(burst=30, per_second=1)
_EVEN_S: Final = 0.1
"""Asking for a link is answered after that long, whether the address is known or not."""


@post(
    "/session",
    status_code=200,
    operation_id="signIn",
    tags=["session"],
    opt=needs("guest", scope="all") | {"once": "told"} | _SIGN_INS,
)
async def sign_in_member(
    data: JSONBody[SignIn],
    db: NamedDependency[Database],
    settings: NamedDependency[Settings],
    request: Request[Any, Any, Any],
) -> Response[Me]:
    """Sign in as a member, by password. The answer sets the session's cookie."""
    workspace = await workspace_of(db, request, data.workspace)
    secret = await sign_in(
        db,
        workspace.id,
        data.mail,
        data.password,
        origin=origin_of(request),
        now=clock.now(),
        instead_of=sessions.cookie_secret(request),
    )
    request.state.let_in = True
    return await _welcome(db, secret, settings)


@get("/session", operation_id="getSession", tags=["session"], opt=needs("guest"))
async def get_session(
    recheck: NamedDependency[SkipValidation[Callable[[], Awaitable[Authority | None]]]],
    db: NamedDependency[Database],
    request: Request[Any, Any, Any],
) -> Me | None:
    """Who is signed in, to what, and with which rights; null when nobody is, which is no error of a page that asks."""
    authority = await recheck()
    return await me_of(db, authority, sessions.cookie_secret(request)) if authority else None


@post("/session/proof", status_code=204, operation_id="proveMyself", tags=["session"], opt=needs("staff", scope="all"))
async def prove_myself(
    data: JSONBody[Prove],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    request: Request[Any, Any, Any],
) -> None:
    """Show one's password again. For ten minutes the session may then do what is sensitive: give roles, let people in,
    make tokens."""
    secret = sessions.cookie_secret(request)
    await prove(db, authority, data.password, secret=secret, field="password", now=clock.now())


@delete("/session", status_code=204, operation_id="signOut", tags=["session"], opt=needs("self", scope="all"))
async def sign_out(
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    settings: NamedDependency[Settings],
    via: NamedDependency[Via],
    request: Request[Any, Any, Any],
) -> Response[None]:
    """End this session. A member who has no other is offline from then on."""
    secret = sessions.cookie_secret(request)
    async with db.write(authority.workspace_id) as tx:
        if authority.kind == "staff" and authority.person_id is not None:
            await people.sign_out(tx, authority, authority.person_id, secret, via=via, now=clock.now())
        else:
            await sessions.end(tx, secret)
    return Response(None, status_code=204, cookies=[sessions.cookie_of("", settings.base_url, max_age=0)])


@post(
    "/portal/sign-in-links",
    status_code=202,
    operation_id="askForSignInLink",
    tags=["portal"],
    opt=needs("guest", scope="all") | _OF_GUESTS,
)
async def ask_for_sign_in_link(
    data: JSONBody[SignInLink], db: NamedDependency[Database], request: Request[Any, Any, Any]
) -> None:
    """Have a link mailed by which a customer signs in. The answer is the same for an address that nobody has."""
    workspace = await workspace_of(db, request)
    async with evenly(_EVEN_S):
        await ask_for_link(db, workspace.id, data.mail, origin=origin_of(request), now=clock.now())


@post(
    "/portal/session",
    status_code=200,
    operation_id="redeemLink",
    tags=["portal"],
    opt=needs("guest", scope="all") | {"once": "told"} | _OF_GUESTS,
)
async def redeem_link(
    data: JSONBody[RedeemLink],
    db: NamedDependency[Database],
    settings: NamedDependency[Settings],
    secret: NamedDependency[bytes],
    request: Request[Any, Any, Any],
) -> Response[Me]:
    """Sign in as a customer by a mailed link, or open one ticket by the link that was mailed for it; that
    proves nothing, since programs that look through mails follow links too (``ownWords`` does). The answer sets the
    session's cookie."""
    workspace = await workspace_of(db, request)
    session = await redeem(
        db,
        workspace.id,
        secret,
        data.token,
        origin=origin_of(request),
        now=clock.now(),
        instead_of=sessions.cookie_secret(request),
    )
    return await _welcome(db, session, settings)


@post(
    "/session/password-link",
    status_code=200,
    operation_id="lookAtPasswordLink",
    tags=["session"],
    opt=needs("guest", scope="all") | {"once": "told"} | _OF_GUESTS,
)
async def look_at_password_link(
    data: JSONBody[PasswordLink],
    db: NamedDependency[Database],
    secret: NamedDependency[bytes],
    request: Request[Any, Any, Any],
) -> PasswordLinkFor:
    """Whom a link to choose a password is for, as long as it is good. Nothing is written."""
    workspace = await workspace_of(db, request)
    async with db.read(workspace.id) as tx:
        found = await invitations.look(tx, secret, data.token, now=clock.now())
    return PasswordLinkFor(name=found.name, mail=found.mail, workspace_name=found.workspace_name)


@post(
    "/session/password",
    status_code=200,
    operation_id="choosePassword",
    tags=["session"],
    opt=needs("guest", scope="all") | {"once": "told"} | _OF_GUESTS,
)
async def choose_password(
    data: JSONBody[ChoosePassword],
    db: NamedDependency[Database],
    settings: NamedDependency[Settings],
    secret: NamedDependency[bytes],
    request: Request[Any, Any, Any],
) -> Response[Me]:
    """Choose a password by the link that one was sent, and be signed in. The link works once; whatever the old password
    had opened ends."""
    workspace = await workspace_of(db, request)
    session = await invitations.choose_password(
        db,
        workspace.id,
        secret,
        data.token,
        data.password,
        origin=origin_of(request),
        now=clock.now(),
        instead_of=sessions.cookie_secret(request),
    )
    return await _welcome(db, session, settings)


handlers = [
    sign_in_member,
    get_session,
    prove_myself,
    sign_out,
    ask_for_sign_in_link,
    redeem_link,
    look_at_password_link,
    choose_password,
]


def origin_of(request: Request[Any, Any, Any]) -> From:
    """Where the request comes from, as far as it can be known."""
    return From(
        address=request.client.host if request.client else "", agent=request.headers.get("user-agent", "")[:300]
    )


async def me_of(db: Database, authority: Authority, secret: str) -> Me:
    """The answer about oneself. ``csrf`` follows from the cookie; who comes with a token has and needs none."""
    if authority.person_id is None or authority.kind == "system":
        raise Unauthenticated
    async with db.read(authority.workspace_id) as tx:
        found = await queries.me(tx, authority.person_id, authority.only_ticket)
    if found is None:
        raise Unauthenticated
    return Me(
        person_id=authority.person_id,
        name="" if authority.is_guest else authority.name,
        mail=None if authority.is_guest else found.mail,
        kind=authority.kind,
        locale=authority.locale,
        zone=authority.zone,
        presence=found.presence,
        offline_by=found.offline_by,
        undo_send_s=found.undo_send_s,
        workspace=found.slug,
        workspace_name=found.workspace_name,
        only_ticket=found.only_ticket if authority.is_guest else None,
        teams=sorted(authority.teams),
        roles=sorted(authority.roles),
        led_teams=sorted(authority.led_teams),
        permissions=sorted(actions(authority)),
        csrf="" if authority.token_id is not None else sessions.csrf(secret),
    )


async def _welcome(db: Database, secret: str, settings: Settings) -> Response[Me]:
    authority = await sessions.authenticate(db, secret)
    if authority is None:
        raise SignInRefused
    cookie = sessions.cookie_of(secret, settings.base_url, max_age=int(sessions.LASTS_AT_MOST.total_seconds()))
    return Response(await me_of(db, authority, secret), cookies=[cookie], headers={"Cache-Control": "no-store"})
