"""The header block that mail programs put above a quote: "label: value" lines, in any language.

Known labels are told by their words; unknown ones by their shape: several short labels, one value "Name <address>",
one a date.
"""

import msgspec

from gongdan.domains.channels.mail.email.quotes.shapes import (
    MAX_LENGTH,
    bracketed_end,
    has_address,
    is_dated,
    is_stamped,
    shape,
)
from gongdan.domains.channels.mail.email.quotes.words import TongueWords

_MAX_LABEL = 40
_MAX_ROWS = 14
_MAX_WRAPPED = 2


class _Row(msgspec.Struct, frozen=True):
    kind: str | None
    label: str
    value: str


def header_block(lines: list[str], at: int, words: TongueWords, *, is_announced: bool) -> int:
    """Length in lines of the quoted header block that begins at ``at``; 0 where none does.

    ``is_announced``: a drawn line or a title stands above it, so fewer signs are enough. A writer's own "From: Paris"
    or form ("E-mail: a@x") is none.
    """
    first = _row(lines[at], words)
    if first is None or (first.kind is None and not any("@" in line for line in lines[at : at + 2])):
        return 0
    rows, end = [first], at
    for index in range(at + 1, min(at + _MAX_ROWS, len(lines))):
        row = _row(lines[index], words)
        if row:
            rows.append(row)
            end = index
        elif index > end + _MAX_WRAPPED or (not lines[index].strip() and (len(rows) >= 2 or not first.kind)):
            break
    block = "\n".join(lines[at : end + 1])
    if _is_known(rows, block) or _is_shaped(rows, is_announced=is_announced):
        return end - at + 1
    return 0


def _row(line: str, words: TongueWords) -> _Row | None:
    """A label of one to five words before a colon, which may be missing behind a known Chinese label."""
    if len(line) > MAX_LENGTH:
        return None
    bare = line[: _MAX_LABEL + 20].lstrip(" \t>|*_").replace("：", ":")
    label, colon, _ = bare.partition(":")
    if not colon:
        label = bare.split(maxsplit=1)[0] if bare.strip() else ""
        if label.isascii() or label not in words.labels:
            return None
    label = label.strip(" *_\t").lower()
    if not 0 < len(label) <= _MAX_LABEL:
        return None
    kind = words.labels.get(label)
    if kind is None and (len(label.split()) > 5 or shape(label)[0] not in "aAhx"):
        return None
    start = line.replace("：", ":").find(":") + 1 if colon else line.find(label) + len(label)
    return _Row(kind, label, line[start:].strip(" *_\t"))


def _is_known(rows: list[_Row], block: str) -> bool:
    """Known labels: three kinds with an address, or with the hour that programs write and people leave out (journeys
    and parcels have a sender, a receiver and a day too); two with an address."""
    kinds = {row.kind for row in rows if row.kind}
    if rows[0].kind not in ("sender", "sent", "subject", "to") or len(kinds) < 2:
        return False
    addressed, dated = has_address(block), is_dated(block)
    if len(kinds) >= 3 and "sender" in kinds:
        stamped = any(row.kind == "sent" and is_stamped(row.value) for row in rows)
        return addressed or (stamped and ("subject" in kinds or rows[1].kind == "sent"))
    from_address = any(row.kind == "sender" and has_address(row.value) for row in rows)
    return addressed and (from_address or dated)


def _is_shaped(rows: list[_Row], *, is_announced: bool) -> bool:
    """Labels of no known language: three in a row, of which one names "Name <address>" and another a date."""
    if len({row.label for row in rows}) < (2 if is_announced else 3):
        return False
    holds = has_address if is_announced else bracketed_end
    addressed = [row for row in rows if holds(row.value)]
    dated = [row for row in rows if row not in addressed and is_dated(row.value)]
    return bool(addressed and dated) and addressed[0] in rows[:2]
