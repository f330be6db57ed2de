"""Text as the whole system compares and shows it."""

import re
import unicodedata
from typing import Annotated, Literal

import msgspec

Locale = Literal["zh-CN", "en"]
LOCALES: tuple[Locale, ...] = ("zh-CN", "en")
DEFAULT_LOCALE: Locale = "zh-CN"

Key = Annotated[
    str, msgspec.Meta(max_length=63, pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$", extra={"fault": "not_a_key"})
]
"""A stable name that configuration refers to: never reused, never translated."""

Name = dict[str, str]
"""A localised name: locale → text; zh-CN and en are required (lint ``name_missing``)."""

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""To some spreadsheet; the wide signs to those that are set to Chinese or Japanese."""
_UNHOLDABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_REFUSED = re.compile(r"[\x00\ud800-\udfff]")
_SPACE = re.compile(r"\s+")
_LINE_END = re.compile(r"\r\n?|[\x85\u2028\u2029]")

_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_WIDTHLESS = (
    "\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
)
_TAGS = "\U000e0000-\U000e0fff"
_CONTROLS = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff"
_MARKS = re.compile(f"[{_DIRECTIONS}{_WIDTHLESS}{_TAGS}{_CONTROLS}]")
_JOINERS = re.compile("[\u200c\u200d]")
_NOTHING = re.compile(f"[\\s{_DIRECTIONS}{_WIDTHLESS}{_TAGS}{_CONTROLS}\u200c\u200d\u2800\ufe00-\ufe0f]*")


def normalise(text: str) -> str:
    """The form in which texts are compared, and stored for it: NFKC, casefolded (spec 01, condition language)."""
    return unicodedata.normalize("NFKC", text).casefold()


def clean(text: str) -> str:
    """``text`` without what PostgreSQL cannot hold (NUL) and what nobody sees (other C0 controls, lone surrogates)."""
    return _UNHOLDABLE.sub("", text)


def holdable(text: str) -> bool:
    """Whether ``text`` can be kept as it is: no NUL and no lone surrogate. Who types is refused, mails are cleaned."""
    return _REFUSED.search(text) is None


def blank(text: str) -> bool:
    """Whether a reader would see nothing at all: only white space, marks of direction and signs without width."""
    return _NOTHING.fullmatch(text) is not None


def tidy(text: str) -> str:
    """The form in which texts of several lines are stored: NFC, lines end with LF, no control signs, trimmed. What
    shows nothing is the empty text."""
    if text.isascii() and text.isprintable():
        return text.strip()
    if blank(text):
        return ""
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _LINE_END.sub("\n", text))).strip()


def seen(text: str) -> str:
    """``text`` without marks of direction and signs without width, which come along when cells are copied; joiners that
    a script needs stay."""
    return text if text.isascii() and text.isprintable() else _JOINERS.sub(_joiner, _MARKS.sub("", text))


def label(text: str) -> str:
    """The form in which names, titles, tags and file names are stored: as ``tidy``, in one line, without marks of
    direction and signs without width, by which one name could pass for another."""
    if text.isascii() and text.isprintable():
        return _SPACE.sub(" ", text).strip()
    if blank(text):
        return ""
    return _SPACE.sub(" ", unicodedata.normalize("NFC", seen(_LINE_END.sub(" ", text)))).strip()


def _joiner(found: re.Match[str]) -> str:
    """A joiner stays where writing needs it: between letters of Arabic and Indian scripts, and within emoji."""
    text, at = found.string, found.start()
    before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    if not before or not after:
        return ""
    written = all("\u0600" <= sign <= "\u0dff" for sign in (before, after))
    drawn = found[0] == "\u200d" and (_pictured(before) or before == "\ufe0f") and _pictured(after)
    return found[0] if written or drawn else ""


def _pictured(sign: str) -> bool:
    return unicodedata.category(sign) in ("So", "Sk")


def one_line(text: str, limit: int) -> str:
    """A ``label`` cut to ``limit`` characters, with an ellipsis where something was cut."""
    flat = label(text)
    return flat if len(flat) <= limit else flat[: limit - 1].rstrip() + "…"


def cell(text: str) -> str:
    """``text`` as a spreadsheet takes it: what it would take for a formula is a text."""
    return f"'{text}" if text.startswith(_BEGINS_A_FORMULA) else text


def cell_text(cell: str) -> str:
    """The text of a cell that may be of a file of ours: without the sign that ``cell`` put before it."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_BEGINS_A_FORMULA) else cell


def localised(name: Name, locale: str) -> str:
    """The text of ``name`` in ``locale``, else in the default locale, else any."""
    return name.get(locale) or name.get(DEFAULT_LOCALE) or next(iter(name.values()), "")
