"""A line of text, and a text of several lines."""

from gongdan.domains.tickets.fields.kinds.kind import LONGEST, ValueKind, text_of
from gongdan.kernel.text import one_line

TEXT = ValueKind(type="text", check=lambda field, value: one_line(text_of(value), LONGEST))
LONG_TEXT = ValueKind(type="text", check=lambda field, value: text_of(value))
