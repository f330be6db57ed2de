"""The door of every route: who asks may come in, as the route's needs say."""

from gongdan.domains.accounts.rights.authority import Authority, may_somewhere
from gongdan.infra.http.guard.needs import Needs
from gongdan.kernel.errors import Forbidden, Unauthenticated


class ScopeMissing(Forbidden):
    """The token's scopes do not cover the operation. Member: ``scope``."""

    code = "request.scope"


def admitted(authority: Authority | None, needs: Needs) -> Authority:
    """Who asks, let in. What they may do with one ticket is asked where that is loaded.

    Raises:
        Unauthenticated: nobody is signed in.
        Forbidden: they are here in another capacity, or may do none of the route's actions anywhere.
    """
    if authority is None:
        raise Unauthenticated
    if authority.person_id is None or needs.who not in ("self", authority.kind):
        raise Forbidden(kind=authority.kind)
    if needs.actions and not any(may_somewhere(authority, action) for action in needs.actions):
        raise Forbidden(action=needs.actions[0])
    return authority


def check_scope(authority: Authority, needs: Needs) -> None:
    """A token changes nothing beyond its scopes, also where no right is asked for since it is one's own.

    Raises:
        ScopeMissing: the token has neither the route's scope nor all.
    """
    if authority.token_id is None or needs.scope is None or "all" in authority.scopes:
        return
    if needs.scope not in authority.scopes:
        raise ScopeMissing(scope=needs.scope)
