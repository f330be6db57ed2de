"""Having the provider of a mailbox grant access to it (OAuth2): to its page, and back."""

import hashlib
from datetime import datetime
from typing import Annotated, Any

from litestar import Request as HttpRequest
from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta

from gongdan.domains.accounts.public import Authority, home_of, sessions
from gongdan.domains.channels.contract.room import Mailroom
from gongdan.domains.channels.mail.oauth import consent
from gongdan.domains.channels.mail.oauth.consent import Brought
from gongdan.domains.channels.mail.oauth.providers import PROVIDERS
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import Answer, PathId, Request
from gongdan.infra.http.guard import needs, rated
from gongdan.kernel import clock
from gongdan.kernel.events import Via
from gongdan.settings import Settings


class MailboxProvider(Answer, frozen=True):
    """Who grants access to mailboxes."""

    key: str
    name: dict[str, str]
    help: dict[str, str]
    """Where one registers an application."""
    has_tenants: bool
    has_endpoints: bool
    """They are known; else they are entered."""


class MailboxSignIns(Answer, frozen=True):
    redirect_url: str
    """To be registered with the provider: it sends members back there."""
    providers: list[MailboxProvider]


@get("/mailbox-sign-ins", operation_id="getMailboxSignIns", tags=["channels"], opt=needs("staff", "workspace.manage"))
async def get_mailbox_sign_ins(
    authority: NamedDependency[Authority], db: NamedDependency[Database], settings: NamedDependency[Settings]
) -> MailboxSignIns:
    """What one needs to have a provider grant access to mailboxes by OAuth2."""
    async with db.read(authority.workspace_id) as tx:
        home = await home_of(tx, settings.base_url)
    return MailboxSignIns(
        redirect_url=home + consent.PATH,
        providers=[
            MailboxProvider(
                key=one.key,
                name=dict(one.name),
                help=dict(one.help),
                has_tenants=one.has_tenants,
                has_endpoints=bool(one.token_url),
            )
            for one in PROVIDERS
        ],
    )


class MailboxSignInBegun(Answer, frozen=True):
    url: Annotated[str, Meta(max_length=4_000)]
    """Of the provider's page, to go to."""
    expires_at: datetime
    """Until when they may come back."""


@post(
    "/channel-accounts/{account_id:int}/sign-in",
    status_code=201,
    operation_id="beginMailboxSignIn",
    tags=["channels"],
    opt=needs("staff", "workspace.manage", scope="admin") | {"once": "told"},
)
async def begin_mailbox_sign_in(
    account_id: PathId,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    mailroom: NamedDependency[Mailroom],
    settings: NamedDependency[Settings],
    request: HttpRequest[Any, Any, Any],
) -> MailboxSignInBegun:
    """Go to the provider of a mailbox to have it grant access. What it gives whoever comes back is good once, within
    ten minutes, in this session."""
    async with db.write(authority.workspace_id) as tx:
        home = await home_of(tx, settings.base_url)
        bearer = _bearer(authority, request)
        begun = await consent.begin(mailroom, tx, account_id, bearer=bearer, home=home, now=clock.now())
    return MailboxSignInBegun(url=begun.url, expires_at=begun.expires_at)


class FinishMailboxSignIn(Request, frozen=True, kw_only=True):
    """What stands in the address that the provider sent them back to."""

    state: Annotated[str, Meta(min_length=1, max_length=500)]
    code: Annotated[str, Meta(max_length=4_000)] | None = None
    error: Annotated[str, Meta(max_length=200)] | None = None
    said: Annotated[str, Meta(max_length=2_000)] | None = None
    """Its ``error_description``."""


class MailboxSignedIn(Answer, frozen=True):
    account_id: int


@post(
    "/mailbox-sign-ins",
    status_code=200,
    operation_id="finishMailboxSignIn",
    tags=["channels"],
    opt=needs("staff", "workspace.manage", scope="admin") | rated(burst=60, per_second=1),
)
async def finish_mailbox_sign_in(
    data: JSONBody[FinishMailboxSignIn],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    mailroom: NamedDependency[Mailroom],
    settings: NamedDependency[Settings],
    via: NamedDependency[Via],
    request: HttpRequest[Any, Any, Any],
) -> MailboxSignedIn:
    """Come back from a provider. The mailbox is opened by what it granted from now on; its tokens are sealed, renewed
    by themselves, and never shown."""
    async with db.read(authority.workspace_id) as tx:
        home = await home_of(tx, settings.base_url)
    brought = Brought(state=data.state, code=data.code, error=data.error, said=data.said)
    account_id = await consent.finish(
        mailroom, authority, brought, bearer=_bearer(authority, request), home=home, via=via, now=clock.now()
    )
    return MailboxSignedIn(account_id=account_id)


def _bearer(authority: Authority, request: HttpRequest[Any, Any, Any]) -> str:
    """The session that one must come back in, or the token by which a program asks."""
    if authority.token_id is not None:
        return f"token {authority.token_id}"
    return f"session {hashlib.sha256(sessions.cookie_secret(request).encode()).hexdigest()}"


handlers = [get_mailbox_sign_ins, begin_mailbox_sign_in, finish_mailbox_sign_in]
