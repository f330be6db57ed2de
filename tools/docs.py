"""``make docs``: writes the documents that are made from the code. A test refuses those that are out of date."""

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from gongdan import wiring
from gongdan.kernel.events import Event

EVENTS = Path(__file__).parent.parent / "docs" / "events.md"

HEAD = """\
# Events

What happens is recorded in one append-only log, and every webhook, stream and export speaks of it in these words.
Each event stands in an envelope: workspace, stream, `seq` in the stream, actor, `command_id`, `cause` (the event that
it answers), release of the policy, and `at`. Events only ever gain optional fields; a new meaning is a new kind.

This page is made from the code by `make docs`.
"""


def main() -> None:
    EVENTS.parent.mkdir(exist_ok=True)
    EVENTS.write_text(events_page(), "utf-8")
    sys.stdout.write(f"{EVENTS.relative_to(EVENTS.parent.parent)}\n")


def events_page() -> str:
    """All kinds by stream, each with its fields."""
    lines = [HEAD]
    stream = ""
    for name, kind in sorted(wiring.EVENTS.items()):
        if (here := name.split(".")[0]) != stream:
            stream = here
            lines.append(f"## {stream}\n")
        lines.append(f"### `{name}`\n")
        if (text := inspect.getdoc(kind)) and "docs.python.org" not in text and text != inspect.getdoc(Event):
            lines.append(f"{text}\n")
        lines += [*_fields(kind), ""]
    return "\n".join(lines)


def _fields(kind: type[Event]) -> Iterator[str]:
    fields = msgspec.structs.fields(kind)
    if not fields:
        yield "No fields of its own."
        return
    yield "| field | type | |"
    yield "|---|---|---|"
    for field in fields:
        optional = "" if field.required else "optional"
        yield f"| `{field.encode_name}` | `{_type(field.type)}` | {optional} |"


def _type(kind: object) -> str:
    text = kind.__name__ if isinstance(kind, type) and not hasattr(kind, "__args__") else str(kind)
    return text.replace("typing.", "").replace("datetime.", "").replace("gongdan.", "").replace("|", "\\|")


if __name__ == "__main__":
    main()
