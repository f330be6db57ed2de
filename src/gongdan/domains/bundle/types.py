"""Ticket types (工单类型): each decides form, flow, who may close, what is gone through before that, and the defaults
(spec 02)."""

from typing import Literal

from gongdan.domains.bundle.named import Named
from gongdan.kernel.text import Key, Name

WhoCloses = Literal["requester_or_timer", "lead", "initiator", "handler"]


class TicketType(Named, frozen=True, kw_only=True):
    workflow: Key
    who_closes: WhoCloses = "requester_or_timer"
    category_roots: tuple[Key, ...] = ()
    """Subtrees of the one category tree that this type opens; empty: all."""
    default_category: Key | None = None
    default_priority: Key = "P2"
    default_team: Key | None = None
    department: Key | None = None
    """The one that receives it."""
    checklist: Key | None = None
    """What is gone through before a handler resolves one; None: nothing."""
    needs_time: bool = False
    """Whether how long it took is recorded before a handler resolves one."""
    on_portal: bool = True
    """Whether customers may file it."""
    filed_by: tuple[Key, ...] = ()
    """Teams whose members may file it; empty: every member."""
    guidance: Name = {}


class CheckItem(Named, frozen=True, kw_only=True):
    filled_by: Literal["person", "promises"] = "person"
    """``promises``: the system fills it in from what was promised to the customer; nobody ticks it."""
    help: Name = {}
    causes: tuple[Named, ...] = ()
    """Of an item filled in by the promises: why one can be broken. Whoever handles the ticket is asked for one."""


class Checklist(Named, frozen=True, kw_only=True):
    """Close checks (关闭检查): what a handler goes through before they resolve a ticket, where a type names it."""

    items: tuple[CheckItem, ...]


class WorkKind(Named, frozen=True, kw_only=True):
    """What recorded time was spent on (工时类别): by phone, on site."""
