"""The lines that mail programs put before a quote: "On …, … wrote:", "-----Original Message-----", in any language.

A line introduces a quote by what it consists of: a date, an address, a name and next to nothing else. Words that are
known only add to it. What follows decides how much is asked: a marked quote is cut by itself, an unmarked one takes
the rest of the mail with it.
"""

from typing import Literal

import re2

from gongdan.domains.channels.mail.email.quotes.headers import header_block
from gongdan.domains.channels.mail.email.quotes.shapes import (
    DRAWN,
    MAX_LENGTH,
    Residue,
    bracketed_end,
    has_date,
    is_own,
    is_rule,
)
from gongdan.domains.channels.mail.email.quotes.words import TongueWords, says

MARKER = "##- 请在此行上方回复 / reply above this line -##"
"""Stands in every mail that we send: the one sign of a quote that we control."""

Below = Literal["marked", "text", "nothing"]
"""What stands below a line: a quote that is marked as one, other text, or the end."""

_OWN_MARKER = re2.compile(r"(?i)##-\s*(?:请在此行上方回复|reply above this line)")
_GLUED = re2.compile(r"\bOn (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}, ")
_QUOTED_NAME = re2.compile(r"\"[^\"]{0,100}\"|“[^”]{0,100}”")
_SENT_IT = re2.compile(r"(?i)\bsent\s*[:：]?$")
_MAX_LINES = 4
_MAX_SMALL = 5
"""Words that begin small, as an introduction of an unknown language may have them."""


def unglued(lines: list[str]) -> list[str]:
    """``lines`` with an introduction that stands behind the writer's last words moved to a line of its own."""
    apart: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        is_glued = following.startswith(">") and line.rstrip().endswith(" wrote:") and len(line) <= MAX_LENGTH
        found = _GLUED.search(line) if is_glued else None
        apart += [line[: found.start()].rstrip(" -"), line[found.start() :]] if found and found.start() else [line]
    return apart


def is_own_marker(line: str) -> bool:
    """Our own mark, standing alone and unquoted."""
    return "##-" in line and bool(_OWN_MARKER.search(line)) and line.lstrip(" \t*_").startswith("##-")


def is_separator(lines: list[str], at: int, words: TongueWords) -> bool:
    """A title between drawn lines ("-----原始邮件-----", "--- Original Message ---") or one that ends with a colon.

    A title that is not known separates only when a header block stands below: writers head their own text like this.
    """
    bare = lines[at].strip(" \t>|")
    if not 4 <= len(bare) <= MAX_LENGTH:
        return False
    title = bare.strip(DRAWN + " :：")
    if not title:
        return False
    is_drawn = set(bare[:2]) <= set(DRAWN) and set(bare[-2:]) <= set(DRAWN)
    if is_drawn and (title.lower() in words.titles or _introduces(title + ":", "text", words)):
        return True
    if is_drawn:
        return len(title) <= 60 and _has_headers_below(lines, at, words)
    return bare[-1] in ":：" and title.lower().removeprefix("begin ") in words.titles


def _has_headers_below(lines: list[str], at: int, words: TongueWords) -> bool:
    below = next((index for index in range(at + 1, min(at + 4, len(lines))) if lines[index].strip()), None)
    return below is not None and bool(header_block(lines, below, words, is_announced=True))


def introduction(lines: list[str], at: int, below: list[Below], words: TongueWords) -> int:
    """Length in lines of the introduction that begins at ``at`` and may be wrapped; 0 where none does.

    ``below`` says of each line what stands below it.
    """
    if not _may_begin(lines[at], words):
        return 0
    joined, taken = "", 0
    for index in range(at, min(at + 2 * _MAX_LINES, len(lines))):
        line = lines[index][: MAX_LENGTH + 1].strip(" >*\t")
        if not line:
            # Only one program leaves a blank line here: between the name and its "<".
            if taken and index + 1 < len(lines) and lines[index + 1].lstrip().startswith("<"):
                continue
            return 0
        joined, taken = f"{joined} {line}".strip(), taken + 1
        if taken > _MAX_LINES or len(joined) > MAX_LENGTH or (taken > 1 and is_rule(line)):
            return 0
        if (
            _introduces(joined, below[index], words)
            and (_is_closed(joined, words) or _stands_alone(lines, at, index, below[index]))
            and not _is_continued(lines, index, words)
        ):
            return index - at + 1
    return 0


def _is_continued(lines: list[str], at: int, words: TongueWords) -> bool:
    """The address of the one who is quoted, or nothing but the verb, stands a line below."""
    below = next((line.lstrip() for line in lines[at + 1 : at + 3] if line.strip()), "")
    return (below.startswith("<") and "@" not in lines[at]) or (
        below.startswith(">") and len(below) <= 20 and _verb_at_end(below.strip("> "), words)
    )


def _may_begin(line: str, words: TongueWords) -> bool:
    if len(line) > MAX_LENGTH or not line.strip():
        return False
    return "@" in line or "<" in line or any(char.isdigit() for char in line) or _is_closed(line.strip(), words)


def _is_closed(line: str, words: TongueWords) -> bool:
    """It ends as introductions do: with a colon, or with a verb that is known."""
    bare = line.rstrip(" *")
    return bare[-1:] in ":：" or _verb_at_end(bare, words)


def _verb_at_end(bare: str, words: TongueWords) -> bool:
    return says(" ".join(bare.rstrip(":：").split()[-3:]), words.wrote)


def _stands_alone(lines: list[str], at: int, end: int, below: Below) -> bool:
    """Without a colon or a verb: a paragraph of its own or right above a marked quote, and no row of a log."""
    if below == "nothing":
        return False
    isolated = (at == 0 or not lines[at - 1].strip()) and (end + 1 >= len(lines) or not lines[end + 1].strip())
    if not (isolated or below == "marked"):
        return False
    near = [line for line in (*lines[max(at - 2, 0) : at], *lines[end + 1 : end + 4]) if line.strip(" >")]
    return not any(has_date(line[:MAX_LENGTH]) for line in near)


def _introduces(line: str, below: Below, words: TongueWords) -> bool:
    if is_own(line):
        return False
    residue = Residue(_QUOTED_NAME.sub('"N"', line) if '"' in line or "“" in line else line)
    if not residue.is_brief:
        return False
    if says(line, words.wrote):
        return _is_closed(line, words) and _told_by_verb(line, residue, below, words)
    if _SENT_IT.search(line):
        return residue.is_dated and residue.is_addressed
    if residue.is_dated and residue.is_addressed:
        return _told_by_address(line, residue, below)
    if residue.is_addressed and below == "marked":
        return residue.small == 0 and len(residue.words) <= 6 and bool(bracketed_end(line))
    return residue.date is not None and not residue.is_addressed and _told_by_date(line, residue, below)


def _told_by_verb(line: str, residue: Residue, below: Below, words: TongueWords) -> bool:
    """A verb that is known, with a date or an address; with a name alone only above a marked quote."""
    early = _begins_early(line, residue)
    if residue.is_dated:
        is_short = residue.has_time and len(residue.words) <= 8 and residue.small <= 3
        return early or is_short or bracketed_end(line) > 0 or _verb_at_end(line, words)
    if residue.is_addressed:
        return bracketed_end(line) > 0 and residue.small <= _MAX_SMALL
    return below == "marked" and len(residue.words) <= 6 and residue.small <= 2 and _verb_at_end(line, words)


def _told_by_address(line: str, residue: Residue, below: Below) -> bool:
    """A date and an address. Without brackets the address must be the last thing, as in "2024-01-03, li@x:"."""
    if residue.small > _MAX_SMALL or not (residue.date is not None or below == "marked"):
        return False
    end = bracketed_end(line)
    if not end:
        return _begins_early(line, residue) and residue.small <= 2 and "@" in line.rstrip(" :：").split()[-1]
    behind = line[end:].strip(" >)]:：,，;\"'")
    return len(behind.split()) <= 3 or _begins_behind(behind)


def _begins_behind(behind: str) -> bool:
    """The date stands behind the address ("Li <li@x> 于2024年1月3日 10:15")."""
    rest = Residue(behind)
    return rest.is_dated and rest.small <= 3


def _told_by_date(line: str, residue: Residue, below: Below) -> bool:
    """A date first and a name behind it, and nothing else."""
    if residue.small > (3 if below == "marked" else 1) or not residue.words or not _begins_early(line, residue):
        return False
    if below == "marked":
        return True
    return below == "text" and residue.has_time and len(residue.words) <= 5 and residue.han <= 6


def _begins_early(line: str, residue: Residue) -> bool:
    """At most three words stand before the date."""
    if residue.date is None:
        return True
    return len(line[: residue.date].split()) <= 3 and residue.date <= 40
