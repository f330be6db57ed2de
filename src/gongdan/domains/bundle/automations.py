"""Automations (自动化): events + condition + ordered actions (spec 04). Order in the bundle is the order of running."""

from gongdan.conditions.grammar import Condition
from gongdan.domains.bundle.actions import Action
from gongdan.domains.bundle.named import Named


class Automation(Named, frozen=True, kw_only=True):
    on: tuple[str, ...]
    """Event kinds, such as ``ticket.opened``."""
    when: Condition | None = None
    actions: tuple[Action, ...]
