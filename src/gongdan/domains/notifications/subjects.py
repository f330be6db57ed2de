"""What notices add to what the policy can do: one of the shipped templates goes to the requester."""

from collections.abc import Iterable
from typing import Final

from gongdan.domains.bundle import actions as a
from gongdan.domains.bundle.section import Finding, unknown
from gongdan.domains.notifications.templates import shipped
from gongdan.domains.tickets.engine.subject import ActionKind, ActionSpot, Subject
from gongdan.domains.tickets.subjects.telling import Tell

NOT_ABOUT_TICKETS: Final = frozenset({"sign_in_link", "password_link"})
"""Templates that no action of a ticket can fill."""


def _no_template(action: a.TellCustomerAction, spot: ActionSpot) -> Iterable[Finding]:
    return unknown(f"{spot.path}.template", action.template, shipped().keys() - NOT_ABOUT_TICKETS)


NOTICES = Subject(
    key="notices",
    actions=(
        ActionKind(
            action=a.TellCustomerAction,
            intents=lambda action, case, rules, now: [Tell(template=action.template)],
            sentence={"zh-CN": "给客户发送通知“{template}”", "en": "Send the customer the notice “{template}”"},
            lint=_no_template,
        ),
    ),
)
