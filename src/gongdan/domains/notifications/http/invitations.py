"""Letting a member choose a password: their link, mailed, or shown to whoever asks for it."""

from datetime import datetime
from typing import Annotated

from litestar import post
from litestar.di import NamedDependency
from litestar.params import JSONBody, SkipValidation
from msgspec import Meta

from gongdan.domains.accounts.public import Authority, Fresh, home_of, invite, links
from gongdan.domains.channels.public import sends_mail
from gongdan.domains.notifications.telling.invitations import send
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import Answer, PathId, Request
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock
from gongdan.kernel.events import Via
from gongdan.settings import Settings


class MakePasswordLink(Request, frozen=True, kw_only=True):
    shown: bool = False
    """Show the link here, once, although it could be mailed: for a mail that does not arrive."""


class PasswordLinkInfo(Answer, frozen=True, kw_only=True):
    mail: str
    mailed: bool
    """It went to ``mail``. Else no mailbox sends, or it was asked to be shown."""
    link: Annotated[str, Meta(max_length=2_000)] | None
    """Shown this once, where it was not mailed: hand it over."""
    expires_at: datetime


@post(
    "/members/{person_id:int}/password-link",
    status_code=201,
    operation_id="makePasswordLink",
    tags=["people"],
    opt=needs("staff", "people.manage", scope="admin") | {"once": "told"},
)
async def make_password_link(
    person_id: PathId,
    data: JSONBody[MakePasswordLink],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    settings: NamedDependency[Settings],
    secret: NamedDependency[bytes],
    via: NamedDependency[Via],
    fresh: NamedDependency[SkipValidation[Fresh]],
) -> PasswordLinkInfo:
    """Invite a member, or help one who forgot their password: by a link they choose one. It is mailed to them if a
    mailbox sends, else it stands in the answer, once. It works once, for three days; asked for again, a new one is
    made, and whichever is used first ends the others."""
    await fresh()
    now = clock.now()
    async with db.write(authority.workspace_id) as tx:
        mailed = not data.shown and await sends_mail(tx)
        link = None
        home = await home_of(tx, settings.base_url)
        if mailed:
            mail = await send(tx, authority, person_id, secret, home, via=via, now=now, at=now, key="password")
        else:
            invited, token = await invite(tx, authority, person_id, secret, mailed=False, via=via, now=now)
            mail, link = invited.mail, f"{home}/password/{token}"
    return PasswordLinkInfo(mail=mail, mailed=mailed, link=link, expires_at=now + links.PASSWORD_LASTS)
