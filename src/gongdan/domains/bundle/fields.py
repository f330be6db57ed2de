"""Custom fields (自定义字段), the forms (表单) that say who fills in which of them, and when (spec 11.5), and ticket
templates (工单模板): what a new ticket of a common kind begins with, and what it must say (spec 02)."""

from typing import Annotated, Any, Literal

from msgspec import Meta

from gongdan.conditions.grammar import Condition
from gongdan.domains.bundle.named import Named, Shape
from gongdan.kernel.text import Key, Name

FieldKind = Literal[
    "text", "long_text", "number", "money", "date", "instant", "choice", "set", "bool", "phone", "mail", "url",
    "pattern", "cascade", "order",
]  # fmt: skip


class Choice(Shape, frozen=True, kw_only=True):
    key: Key
    name: Name
    parent: Key | None = None
    """Of a cascade: the choice that it stands below; None: at the top."""
    retired: bool = False


class CustomField(Named, frozen=True, kw_only=True):
    kind: FieldKind
    types: tuple[Key, ...] = ()
    """Ticket types that have the field; empty: all."""
    choices: tuple[Choice, ...] = ()
    sensitive: bool = False
    """Masked for whoever lacks the field class ``sensitive``."""
    filterable: bool = False
    help: Name = {}
    pattern: Annotated[str, Meta(max_length=500)] = ""
    """Of kind ``pattern``: what the whole value must match, as RE2 reads it, which takes linear time."""


Whether = Literal["always", "never"] | Condition
"""A condition is asked of the ticket; of one that is being opened, with what is filled in so far."""

FilledBy = Literal["agent", "portal"]


class FormEntry(Shape, frozen=True, kw_only=True):
    """A custom field on a form."""

    field: Key
    visible: Whether = "always"
    required: Whether = "never"
    """Counts while it is visible. When a ticket is opened, forms, API and import are refused without it; channels open
    with ``incomplete`` instead (spec 02)."""
    read_only: Whether = "never"


class Form(Named, frozen=True, kw_only=True):
    """What is filled in at one step, in this order. A field that is not on the form is not filled in there."""

    filled_by: FilledBy = "agent"
    """``agent``: at the desk, through the API, by import and by rules. ``portal``: by customers on the portal."""
    step: Key = "open"
    """``open``, ``work``, ``resolve``, or a status by its key. A step without a form has that of the step before."""
    types: tuple[Key, ...] = ()
    """Ticket types; empty: those that have no form of their own for this step."""
    fields: tuple[FormEntry, ...] = ()


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
