"""Ticket templates (工单模板): what a new ticket of a common kind begins with, and what it must say (spec 02)."""

from typing import Any

from gongdan.domains.bundle.fields import FilledBy
from gongdan.domains.bundle.named import Named, Shape
from gongdan.kernel.text import Key, Name


class TemplateField(Shape, frozen=True, kw_only=True):
    """A custom field that the template asks for, whatever the form of the type says."""

    field: Key
    value: Any = None
    """What stands there at first; None: nothing."""
    required: bool = False


class TicketTemplate(Named, frozen=True, kw_only=True):
    """What it gives counts where whoever opens the ticket gave nothing else."""

    offered_to: tuple[FilledBy, ...] = ("agent",)
    type: Key
    category: Key | None = None
    priority: Key | None = None
    title: Name = {}
    text: Name = {}
    """An outline of the description."""
    note: Name = {}
    """What whoever fills it in is asked for besides."""
    fields: tuple[TemplateField, ...] = ()
