"""Who sends a request: by ``Authorization: Bearer gd_…``, or by the cookie, whose changes bring the CSRF token."""

from typing import Any

from litestar import Request

from gongdan.domains.accounts.credentials import sessions, tokens
from gongdan.domains.accounts.rights.authority import Authority
from gongdan.domains.accounts.workspaces.places import find_workspace, named
from gongdan.infra.db.tx import Database
from gongdan.infra.http.guard import READING
from gongdan.kernel.errors import Forbidden


class CsrfRefused(Forbidden):
    """A change by cookie without the page's token."""

    code = "request.csrf"


def token_of(request: Request[Any, Any, Any]) -> str:
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    return secret.strip()[:200] if scheme.lower() == "bearer" else ""


def secret_of(request: Request[Any, Any, Any]) -> str:
    """What the request bears to prove who sends it; nothing is known of it yet."""
    return token_of(request) or sessions.cookie_secret(request)


async def identified(db: Database, request: Request[Any, Any, Any]) -> Authority | None:
    """Who asks; None when nobody is signed in, or somewhere else than the request names.

    Raises:
        CsrfRefused: a change by cookie without the page's token.
    """
    found = await _authenticated(db, request)
    if found and (slug := named(request)):
        meant = await find_workspace(db, slug=slug, host=None)
        if meant.id != found.workspace_id:
            return None
    return found


async def _authenticated(db: Database, request: Request[Any, Any, Any]) -> Authority | None:
    if token := token_of(request):
        return await tokens.authenticate(db, token)
    if not (secret := sessions.cookie_secret(request)):
        return None
    found = await sessions.authenticate(db, secret)
    changes = request.method not in READING
    if found and changes and not sessions.is_csrf(secret, request.headers.get("x-csrf-token", "")):
        raise CsrfRefused
    return found
