"""Which lines of a mail are new, quoted, or the signature."""

from typing import Literal

from gongdan.domains.channels.mail.email import html as markup
from gongdan.domains.channels.mail.email.quotes.headers import header_block
from gongdan.domains.channels.mail.email.quotes.introductions import Below, introduction, is_own_marker, is_separator
from gongdan.domains.channels.mail.email.quotes.shapes import is_rule
from gongdan.domains.channels.mail.email.quotes.signatures import signature_start
from gongdan.domains.channels.mail.email.quotes.words import TongueWords

Label = Literal["new", "quote", "signature"]

_QUOTE_SIGNS = (">", "＞", "|", "│", "┃")
_UNSEEN = dict.fromkeys((0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Marks of direction and of no width, which some programs put around every figure of a date."""
_MAX_ASKED = 15
"""Lines of a quote that may be kept as the question above an answer."""
_MAX_LISTED = 5
_LONG = 60


def labels_of(lines: list[str], words: TongueWords) -> list[Label]:
    """A label for every line. Something is always new, where the mail says anything at all."""
    lines = [line if line.isascii() else line.translate(_UNSEEN) for line in lines]
    labels, introduced = _quoted(lines, words)
    if not _says(lines, labels):
        labels = _forwarded(lines, words)
        introduced = set()
    _sign(lines, labels, words)
    _keep_questions(lines, labels, introduced)
    return labels


def _is_quoted(line: str) -> bool:
    return line[:4].lstrip().startswith(_QUOTE_SIGNS)


def is_mark(line: str) -> bool:
    return markup.QUOTE_START in line or markup.QUOTE_END in line


def _below(lines: list[str]) -> list[Below]:
    """What stands below each line, from the last one up."""
    found: list[Below] = []
    state: Below = "nothing"
    for line in reversed(lines):
        found.append(state)
        if line.strip():
            state = "marked" if _is_quoted(line) or markup.QUOTE_START in line else "text"
    return found[::-1]


def _quoted(lines: list[str], words: TongueWords) -> tuple[list[Label], set[int]]:
    """Label every line "new" or "quote"; and the quoted lines that an introduction stands above."""
    labels: list[Label] = ["new"] * len(lines)
    introduced: set[int] = set()
    below = _below(lines)
    depth = at = 0
    while at < len(lines):
        line = lines[at]
        depth = max(depth + (markup.QUOTE_START in line) - (markup.QUOTE_END in line), 0)
        taken = 1
        if depth or is_mark(line) or _is_quoted(line):
            labels[at] = "quote"
        elif taken := _to_the_end(lines, at, labels, words):
            labels[at:] = ["quote"] * (len(lines) - at)
            break
        elif taken := introduction(lines, at, below, words):
            end = _introduced_end(lines, at + taken)
            labels[at:end] = ["quote"] * (end - at)
            introduced.update(range(at, _run_end(lines, end)))
            taken = end - at
        else:
            labels[at] = "quote" if _is_wrapped_quote(lines, at) or is_own_marker(line) else "new"
            taken = 1
        at += taken
    _swallow_rules(lines, labels)
    return labels, introduced


def _to_the_end(lines: list[str], at: int, labels: list[Label], words: TongueWords) -> int:
    """Whether everything from here on is quoted. Our own mark says so only where something stands above it, and no
    answer below a marked quote."""
    if is_own_marker(lines[at]):
        return int(_says(lines[:at], labels[:at]) and not _is_answered(lines, at))
    announced = at > 0 and is_rule(lines[at - 1])
    return int(is_separator(lines, at, words) or bool(header_block(lines, at, words, is_announced=announced)))


def _is_answered(lines: list[str], at: int) -> bool:
    """Whether unmarked text stands below a marked quote that begins below ``at``."""
    marked = False
    for line in lines[at + 1 :]:
        if _is_quoted(line):
            marked = True
        elif marked and line.strip():
            return True
    return False


def _introduced_end(lines: list[str], at: int) -> int:
    """Where the quote begins to be marked by itself, or the end of the mail where nothing marks it."""
    following = next((index for index in range(at, len(lines)) if lines[index].strip()), len(lines))
    if following == len(lines) or not _is_quoted(lines[following]):
        return at if following < len(lines) and markup.QUOTE_START in lines[following] else len(lines)
    return following


def _run_end(lines: list[str], at: int) -> int:
    """The end of the run of marked lines, and blank ones between them, that begins at ``at``."""
    while at < len(lines) and (_is_quoted(lines[at]) or not lines[at].strip()):
        at += 1
    return at


def _is_wrapped_quote(lines: list[str], at: int) -> bool:
    """A line between two quoted ones without a blank line: the tail of a quoted line that was wrapped, because that is
    long or the tail begins with no letter or figure."""
    return (
        0 < at < len(lines) - 1
        and (len(lines[at - 1]) > _LONG or not lines[at].lstrip()[:1].isalnum())
        and bool(lines[at].strip())
        and bool(_is_quoted(lines[at - 1]))
        and bool(_is_quoted(lines[at + 1]))
    )


def _swallow_rules(lines: list[str], labels: list[Label]) -> None:
    """A drawn line directly above a quote belongs to it."""
    for at in range(1, len(lines)):
        if labels[at] == "quote" and labels[at - 1] == "new":
            above = at - 1
            while above > 0 and not lines[above].strip():
                above -= 1
            if is_rule(lines[above]):
                labels[above:at] = ["quote"] * (at - above)


def _says(lines: list[str], labels: list[Label]) -> bool:
    return any(label == "new" and line.strip() for line, label in zip(lines, labels, strict=True))


def _forwarded(lines: list[str], words: TongueWords) -> list[Label]:
    """Labels of a mail that is nothing but a quote: its words count as new, only the introduction does not."""
    labels: list[Label] = ["new"] * len(lines)
    at = next((index for index, line in enumerate(lines) if line.strip() and not is_mark(line)), len(lines))
    start = at
    while at < len(lines) and (is_separator(lines, at, words) or is_own_marker(lines[at]) or not lines[at].strip()):
        at += 1
    headers = header_block(lines, at, words, is_announced=at > start) if at < len(lines) else 0
    if headers:
        # The last header may be wrapped: the words begin behind the blank line.
        at = next((index for index in range(at + headers, len(lines)) if not lines[index].strip()), at + headers)
    elif at < len(lines):
        at += introduction(lines, at, _below(lines), words)
    if at > start and any(line.strip() for line in lines[at:]):
        labels[:at] = ["quote"] * at
    return labels


def _sign(lines: list[str], labels: list[Label], words: TongueWords) -> None:
    """Label the signature: from where it begins to the end of the new text."""
    written = [at for at, label in enumerate(labels) if label == "new" and lines[at].strip()]
    if len(written) < 2:
        return
    after = next((at for at in range(written[-1] + 1, len(lines)) if lines[at].strip()), None)
    start = signature_start(lines, written, words, before_quote=after is not None)
    if start is None:
        return
    for at in range(start, written[-1] + 1):
        if labels[at] == "new":
            labels[at] = "signature"


def _keep_questions(lines: list[str], labels: list[Label], introduced: set[int]) -> None:
    """A short quote that no program introduced and that an answer stands under is the writer's choice: it is kept."""
    at = 0
    while at < len(lines):
        if labels[at] != "quote" or not _is_quoted(lines[at]) or at in introduced:
            at += 1
            continue
        end = _run_end(lines, at)
        block = [line for line in lines[at:end] if line.strip()]
        if len(block) <= _MAX_ASKED and (_is_said_below(lines, labels, end) or _is_list(lines, labels, at, block)):
            labels[at:end] = ["new"] * (end - at)
        at = end


def _is_said_below(lines: list[str], labels: list[Label], at: int) -> bool:
    """The next line that is not blank is the writer's."""
    below = next((index for index in range(at, len(lines)) if lines[index].strip()), None)
    return below is not None and labels[below] == "new"


def _is_list(lines: list[str], labels: list[Label], at: int, block: list[str]) -> bool:
    """A few marked lines right below the writer's own line that ends with a colon."""
    return (
        at > 0 and labels[at - 1] == "new" and lines[at - 1].rstrip()[-1:] in (":", "：") and len(block) <= _MAX_LISTED
    )
