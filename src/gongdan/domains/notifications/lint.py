"""What is wrong with the receivers and templates that a policy names, before it is published. Pure."""

from collections.abc import Iterator, Sequence
from typing import Final

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.actions import Receiver, Remind, TellCustomer
from gongdan.domains.notifications.templates import shipped
from gongdan.domains.policy.public import Finding, Surroundings
from gongdan.domains.tickets.public import actions_of

RECEIVERS: Final = frozenset({
    "assignee", "creator", "dispatcher", "lead", "superior", "department_head", "director", "executives", "requester",
    "rosters",
})  # fmt: skip
NOT_ABOUT_TICKETS: Final = frozenset({"sign_in_link"})
"""Templates that no action of a ticket can fill."""


def lint(bundle: PolicyBundle, around: Surroundings) -> Iterator[Finding]:
    """Reminders and levels name receivers that there are, and at least one; notices name templates that there are."""
    for path, action, _ in actions_of(bundle):
        if isinstance(action, Remind):
            yield from _receivers(f"{path}.to", action.to, around)
        if isinstance(action, TellCustomer) and action.template not in shipped().keys() - NOT_ABOUT_TICKETS:
            yield Finding(path=f"{path}.template", code="unknown_key", params={"key": action.template})
    for ladder in bundle.ladders:
        for level in () if ladder.retired else ladder.levels:
            if not level.retired:
                yield from _receivers(f"ladders.{ladder.key}.levels.{level.key}.to", level.to, around)


def _receivers(path: str, names: Sequence[Receiver], around: Surroundings) -> Iterator[Finding]:
    if not names:
        yield Finding(path=path, code="nobody_named")
    for name in names:
        if not _is_known(name, around):
            yield Finding(path=path, code="unknown_receiver", params={"key": name})


def _is_known(name: Receiver, around: Surroundings) -> bool:
    kind, colon, key = name.partition(":")
    if not colon:
        return kind in RECEIVERS
    match kind:
        case "role":
            return key in around.roles
        case "team" | "roster":
            return key in around.teams
        case "person":
            return key in around.people
    return False
