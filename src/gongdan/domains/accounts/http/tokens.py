"""API tokens."""

from litestar import delete, get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody, SkipValidation

from gongdan.domains.accounts.commands.credentials import make_token, revoke_token
from gongdan.domains.accounts.commands.proof import Fresh
from gongdan.domains.accounts.credentials import tokens
from gongdan.domains.accounts.http.shapes import MakeToken, TokenInfo, TokenMade
from gongdan.domains.accounts.rights.authority import Authority, may_somewhere
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import PathId
from gongdan.infra.http.guard import needs
from gongdan.infra.http.idempotency import Once
from gongdan.kernel import clock
from gongdan.kernel.events import Via


@get("/tokens", operation_id="listTokens", tags=["tokens"], opt=needs("staff"))
async def list_tokens(authority: NamedDependency[Authority], db: NamedDependency[Database]) -> list[TokenInfo]:
    """One's tokens; everybody's for who manages tokens. The tokens themselves are not stored."""
    person_id = authority.me
    async with db.read(authority.workspace_id) as tx:
        rows = await tokens.of_person(tx, None if may_somewhere(authority, "token.manage") else person_id)
    return [
        TokenInfo(
            id=row.id,
            person_id=row.person_id,
            name=row.name,
            scopes=row.scopes,
            created_at=row.created_at,
            last_used_on=row.last_used_on,
            expires_at=row.expires_at,
        )
        for row in rows
    ]


@post(
    "/tokens",
    status_code=201,
    operation_id="makeToken",
    tags=["tokens"],
    opt=needs("staff", scope="all") | {"once": "told"},
)
async def make(
    data: JSONBody[MakeToken],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
    fresh: NamedDependency[SkipValidation[Fresh]],
    once: NamedDependency[Once],
) -> TokenMade:
    """Make a token with one's own rights, cut down to scopes. It is shown this once, to a repetition under the
    same key too: that is told (409) the id of the token, which can be revoked."""
    await fresh()
    async with db.write(authority.workspace_id) as tx:
        token_id, token = await make_token(
            tx, authority, name=data.name, scopes=data.scopes, expires_at=data.expires_at, via=via, now=clock.now()
        )
        once.made(token_id=token_id)
    return TokenMade(token=token)


@delete(
    "/tokens/{token_id:int}",
    status_code=204,
    operation_id="revokeToken",
    tags=["tokens"],
    opt=needs("staff", scope="all"),
)
async def revoke(
    token_id: PathId,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
) -> None:
    """Revoke a token at once."""
    async with db.write(authority.workspace_id) as tx:
        await revoke_token(tx, authority, token_id, via=via, now=clock.now())


handlers = [list_tokens, make, revoke]
