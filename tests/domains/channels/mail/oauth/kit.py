"""A mailbox of an office that its provider opens."""

from datetime import timedelta
from typing import Any

from gongdan import wiring
from gongdan.domains.channels.contract.room import Mailroom
from gongdan.domains.channels.mail.oauth.tokens import access_token
from gongdan.domains.channels.mail.settings import (
    MailAccount,
    account,
)
from tests.kit import Visitor
from tests.servers.dovecot import Dovecot
from tests.servers.provider import CLIENT_ID, CLIENT_SECRET, Provider
from tests.servers.smtp import SmtpPeer


def oauth(who: Provider, **changes: Any) -> dict[str, Any]:
    named = {"provider": "other", "client_id": CLIENT_ID, "scopes": ["mail"]}
    return named | {"authorize_url": f"{who.url}/authorize", "token_url": f"{who.url}/token"} | changes


class Box:
    """A mailbox of an office that its provider opens."""

    def __init__(self, admin: Visitor, who: Provider, account_id: int) -> None:
        self.admin, self.who, self.id = admin, who, account_id
        self.office = admin.office
        self.room: Mailroom = wiring.mailroom(self.office.services)

    async def begin(self, visitor: Visitor | None = None) -> str:
        answer = await (visitor or self.admin).post(f"/channel-accounts/{self.id}/sign-in")
        assert answer.status_code == 201, answer.text
        found: str = answer.json()["url"]
        return found

    async def finish(self, brought: dict[str, str], visitor: Visitor | None = None) -> tuple[int, str]:
        answer = await (visitor or self.admin).post("/mailbox-sign-ins", brought)
        assert not any(token in answer.text for token in [*self.who.access, *self.who.refresh, CLIENT_SECRET])
        return answer.status_code, answer.json().get("code", "")

    async def sign_in(self) -> None:
        assert await self.finish(self.who.consent(await self.begin())) == (200, "")

    async def shown(self) -> dict[str, Any]:
        answer = await self.admin.get("/channel-accounts")
        assert not any(token in answer.text for token in [*self.who.access, *self.who.refresh, CLIENT_SECRET])
        (found,) = [one for one in answer.json() if one["id"] == self.id]
        return dict(found)

    async def standing(self) -> str:
        return str((await self.shown())["sign_in"]["state"])

    async def mailbox(self) -> MailAccount:
        async with self.office.read() as tx:
            return await account(tx, self.id)

    async def token(self, **more: Any) -> str | None:
        return await access_token(self.room, await self.mailbox(), **more)

    async def steps(self) -> list[tuple[str, str, str | None]]:
        answer = await self.admin.post(f"/channel-accounts/{self.id}/test", headers={"Accept-Language": "en"})
        assert answer.status_code == 200, answer.text
        for one in answer.json()["steps"]:
            assert one["works"] or (one["title"] and one["remedy"] and "{" not in one["title"] + one["remedy"]), one
        return [(one["way"], one["step"], one["code"]) for one in answer.json()["steps"]]

    async def later(self, by: timedelta) -> None:
        """Let time pass for the tokens."""
        async with self.office.services.db.write(self.office.id) as tx:
            tx.put(
                """
                update channel_grant set ends_at = ends_at - %(by)s, renew_at = renew_at - %(by)s,
                       held_until = held_until - %(by)s
                 where workspace_id = %(workspace)s
                """,
                by=by,
            )


async def added(admin: Visitor, server: Dovecot, sending: SmtpPeer, who: Provider, **changes: Any) -> Box:
    user = who.user
    settings = {
        "imap": {"host": "127.0.0.1", "port": server.port, "security": "plain", "user": user},
        "smtp": {"host": "127.0.0.1", "port": sending.port, "security": "plain", "user": user},
        "oauth": oauth(who, **changes),
    }
    wish = {"kind": "mail", "address": user, "name": "客服", "settings": settings, "secrets": {"oauth": CLIENT_SECRET}}
    answer = await admin.post("/channel-accounts", wish)
    assert answer.status_code == 201, answer.text
    return Box(admin, who, answer.json()["id"])
