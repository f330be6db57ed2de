"""What policy can do by itself: from a status limit, a ladder or an automation (自动化). Actions are data; the decision
carries them out through the same commands and guards as a person's (spec 01, write path)."""

from typing import Any, Literal

from gongdan.conditions.grammar import Condition
from gongdan.domains.bundle.named import Named, Shape
from gongdan.kernel.text import Key, Name

CloseReason = Literal["solved", "confirmed", "timed_out", "not_needed", "duplicate"]

Receiver = str
"""``assignee | creator | dispatcher | lead | superior | department_head | director | executives | requester`` or
``role:<key>``, ``team:<key>``, ``roster:<key>``, ``person:<id>`` (spec 03, receivers)."""


class RouteAction(Shape, frozen=True, kw_only=True, tag="route", tag_field="do"):
    """Try assignment again, now."""


class ReassignAction(Shape, frozen=True, kw_only=True, tag="reassign", tag_field="do"):
    """Take the ticket from its assignee and let the router choose another."""


class RemindAction(Shape, frozen=True, kw_only=True, tag="remind", tag_field="do"):
    """Tell people of the staff, in the app."""

    to: tuple[Receiver, ...]
    text: Name


class EscalateAction(Shape, frozen=True, kw_only=True, tag="escalate", tag_field="do"):
    """Fire a level of the ticket's ladder."""

    level: Key


class TellCustomerAction(Shape, frozen=True, kw_only=True, tag="tell_customer", tag_field="do"):
    """Send a shipped or own template to the requester."""

    template: Key


class MoveAction(Shape, frozen=True, kw_only=True, tag="move", tag_field="do"):
    status: Key
    reason: CloseReason | None = None


class SetFieldAction(Shape, frozen=True, kw_only=True, tag="set_field", tag_field="do"):
    field: str
    value: Any


class AddTagsAction(Shape, frozen=True, kw_only=True, tag="add_tags", tag_field="do"):
    tags: tuple[str, ...]


class SetTeamAction(Shape, frozen=True, kw_only=True, tag="set_team", tag_field="do"):
    team: Key


class UnknownAction(Shape, frozen=True, kw_only=True, tag="unknown", tag_field="do"):
    """An action of a newer release than this process: kept as it was, and done by nobody."""

    was: dict[str, Any]


Action = (
    RouteAction
    | ReassignAction
    | RemindAction
    | EscalateAction
    | TellCustomerAction
    | MoveAction
    | SetFieldAction
    | AddTagsAction
    | SetTeamAction
    | UnknownAction
)


class Automation(Named, frozen=True, kw_only=True):
    """Events, a condition and ordered actions (spec 04). Order in the bundle is the order of running."""

    on: tuple[str, ...]
    """Event kinds, such as ``ticket.opened``."""
    when: Condition | None = None
    actions: tuple[Action, ...]
