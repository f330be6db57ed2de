"""What a route asks of whoever calls it: data on the route, which the door, the document and the tests read."""

from collections.abc import Collection, Iterable
from inspect import signature
from typing import Any, Final, Literal

import msgspec
from litestar.handlers import BaseRouteHandler, HTTPRouteHandler

Who = Literal["guest", "self", "staff", "customer"]
"""``guest``: nobody has to be signed in. ``self``: whoever is signed in, about themselves. ``staff``: a member, within
their reach. ``customer``: whoever came in as a customer, about their own tickets."""

WriteScope = Literal["all", "tickets:write", "admin"]

READING = frozenset({"GET", "HEAD", "OPTIONS"})


_WORDS: Final[dict[Who, str]] = {
    "guest": "For everybody, signed in or not.",
    "self": "For everybody who is signed in.",
    "staff": "For members, with {actions}.",
    "customer": "For customers, about their own tickets.",
}


class Needs(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    who: Who
    actions: tuple[str, ...] = ()
    """A role must hold one of these somewhere. What a command on one ticket needs is asked again of that ticket."""
    scope: WriteScope | None = None
    """The scope that a token must have; None: the route only reads."""

    @property
    def action(self) -> str:
        """The one action of a route that has one."""
        (found,) = self.actions
        return found


class NeedsUnsaid(Exception):
    """A route does not say what it needs, or says what cannot be. The process does not start."""


def needs(who: Who, *actions: str, scope: WriteScope | None = None) -> dict[str, Any]:
    """The ``opt`` of a route: who may call it, by which actions, and with which scope if it changes something."""
    return {"needs": Needs(who=who, actions=actions, scope=scope)}


def needs_of(handler: BaseRouteHandler) -> Needs:
    found: Needs = handler.opt["needs"]
    return found


def sentence_of(needs: Needs) -> str:
    """What the needs are, for whoever reads the document."""
    said = [_WORDS[needs.who].format(actions=" or ".join(f"`{action}`" for action in needs.actions) or "any role")]
    if needs.scope is not None:
        scopes = ["all"] if needs.scope == "all" else [needs.scope, "all"]
        said.append(f"A token needs the scope {' or '.join(f'`{scope}`' for scope in scopes)}.")
    return " ".join(said)


def declared(handlers: Iterable[Any], actions: Collection[str]) -> list[HTTPRouteHandler]:
    """The handlers, each of which says what it needs, in words that are known.

    Raises:
        NeedsUnsaid: names the handlers that do not.
    """
    found = list(handlers)
    faults = [f"{one}: {fault}" for one in found if (fault := _fault(one, actions))]
    if faults:
        raise NeedsUnsaid("; ".join(faults))
    return found


def _fault(handler: HTTPRouteHandler, actions: Collection[str]) -> str | None:
    said = handler.opt.get("needs")
    if not isinstance(said, Needs):
        return "opt=needs(…) is missing"
    if unknown := set(said.actions) - set(actions):
        return f"unknown actions {sorted(unknown)}"
    if said.who == "guest" and said.actions:
        return "a guest holds no actions"
    if said.who == "guest" and {"authority", "begin"} & signature(handler.fn).parameters.keys():
        return "guests have no authority: take the caller"
    if (said.scope is None) != (set(handler.http_methods) <= READING):
        return "a route that changes something has a scope, and one that reads has none"
    return None
