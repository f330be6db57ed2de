"""What a line of a mail looks like, whatever its language: dates, addresses, names, sentences, contact data.

A line is first put into its ``shape``: letters become a few signs, so that patterns are small and know no words.
"""

import unicodedata

import re2

MAX_LENGTH = 600
"""Characters beyond which a line is prose: no rule looks at it."""

_KEPT = {**dict.fromkeys("年년", "Y"), **dict.fromkeys("月월", "M"), **dict.fromkeys("日일", "D"), "：": ":", "，": ","}


class _Shapes(dict[int, str]):
    """Code point → its sign: ``a`` small letter, ``A`` large letter, ``h`` Han, kana or hangul, ``x`` another letter,
    ``Y M D`` the signs of a date, ``0`` to ``9``; what is no letter stays if it is ASCII and is ``~`` otherwise."""

    def __missing__(self, point: int) -> str:
        char = chr(point)
        sign = _KEPT.get(char) or _sign(char)
        if point < 0x10000:
            self[point] = sign
        return sign


def _sign(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.digit(char))
    if category[0] == "L":
        if category in ("Lu", "Lt"):
            return "A"
        return "a" if category == "Ll" else "h" if ord(char) >= 0x2E80 else "x"
    if category[0] == "Z":
        return " "
    if category[0] == "M":
        return "a" if ord(char) < 0x0590 else "x"
    return char if char.isascii() else "~"


_SHAPES = _Shapes()


def shape(line: str) -> str:
    """One sign for each character."""
    return line.translate(_SHAPES)


_YEAR = r"(?:19|20)[0-9][0-9]"
_MONTH = r"[aAx][ax.~][ax.~]+"
_DAY = r"[0-9][0-9]?"
DATE = re2.compile(
    rf"{_YEAR} ?[-/.Y] ?{_DAY} ?[-/.M] ?{_DAY}|{_DAY} ?M ?{_DAY} ?D"
    rf"|\b{_DAY}[-/.] ?{_DAY}[-/.] ?(?:{_YEAR}|[0-9][0-9])\b"
    rf"|\b{_DAY}(?:aa|\.|~)?,?[ -](?:aa |a'|aaaaa )?{_MONTH},?[ -](?:aa |[0-9], )?{_YEAR}"
    rf"|{_MONTH}[ -]{_DAY}(?:aa|\.)?,? {_YEAR}|{_YEAR}\.? {_MONTH} {_DAY}"
)
_SOME_DAY = re2.compile(rf"\b{_DAY}\.? {_MONTH}|{_MONTH} {_DAY}\b|\b{_DAY}[./-]{_DAY}\b")
TIME = re2.compile(r"\b[0-9][0-9]?:[0-9][0-9](?::[0-9][0-9])?|\b[0-9][0-9]?[.a][0-9][0-9]\b")
_BRACKETED = re2.compile(r"[<\[(] ?(?:aaaaaa:)?[^ <>()\[\]@\t]+@[^ <>()\[\]@\t]+")
_PHONE = re2.compile(r"[+(]?[0-9][0-9 ().~/-]+[0-9]")
_LETTERS = {point: " " for point in range(128) if chr(point) not in "aAxh'"}
_LINKS = ("http://", "https://", "www.")
_ENDS_OF_SENTENCES = ".!?。！？…"
_SELF = (
    " i ",
    " we ",
    " my ",
    " ich ",
    " wir ",
    " je ",
    " nous ",
    " yo ",
    " eu ",
    " я ",
    " мы ",
    " jag ",
    " jeg ",
    " me ",
    " us ",
    " mir ",
    " mich ",
    " uns ",
    " moi ",
    " мне ",
    " нам ",
)
_SELF_ZH = ("我", "咱")
_PROSE = "!?！？。"
DRAWN = "-_=—─*~－＿＝"
_BULLETS = ("- ", "* ", "• ", "· ", "+ ")


class Residue:
    """What is left of a line without its dates, times, addresses and figures."""

    def __init__(self, line: str) -> None:
        form = shape(line)
        found = DATE.search(form)
        self.date = found.start() if found else None
        rest = f"{form[: found.start()]} {form[found.end() :]}" if found else form
        self.has_time = any(char in rest for char in "0123456789") and bool(TIME.search(rest))
        self.is_dated = found is not None or (self.has_time and bool(_SOME_DAY.search(rest)))
        self.is_addressed = has_address(line)
        self.words = _words(_without_addresses(rest))
        self.han = sum(len(word) for word in self.words if word[0] == "h")
        self.small = sum(1 for word in self.words if word[0] == "a" and len(word) > 1)
        """Words that begin small: prose has many of them, names have none."""

    @property
    def is_brief(self) -> bool:
        return len(self.words) <= 16 and self.han <= 20


def is_own(line: str) -> bool:
    """The writer speaks: of themselves, or with the marks of a sentence."""
    if any(mark in line for mark in _PROSE):
        return True
    small = f" {line.lower()} "
    return any(word in small for word in _SELF) or any(word in line for word in _SELF_ZH)


def has_address(line: str) -> bool:
    at = line.find("@")
    while 0 <= at < len(line) - 1:
        if at and _is_of_address(line[at - 1]) and _is_of_address(line[at + 1]):
            return True
        at = line.find("@", at + 1)
    return False


def _is_of_address(char: str) -> bool:
    return not char.isspace() and char not in "<>\"'()[]:;,@"


def bracketed_end(line: str) -> int:
    """Where an address in brackets ends; 0 where there is none."""
    found = _BRACKETED.search(shape(line)) if "@" in line else None
    return int(found.end()) if found else 0


def is_dated(text: str) -> bool:
    form = shape(text)
    return bool(DATE.search(form) or TIME.search(form))


def is_stamped(text: str) -> bool:
    """It holds a whole date and a time beside it."""
    form = shape(text)
    found = DATE.search(form)
    return found is not None and bool(TIME.search(f"{form[: found.start()]} {form[found.end() :]}"))


def has_date(line: str) -> bool:
    return bool(DATE.search(shape(line)))


def has_link(line: str) -> bool:
    small = line.lower()
    return any(mark in small for mark in _LINKS)


def _words(form: str) -> list[str]:
    """The words of a shape, each a run of letters of one kind of script."""
    return form.translate(_LETTERS).replace("ha", "h a").replace("hA", "h A").replace("ah", "a h").split()


def _without_addresses(form: str) -> str:
    """Without what stands in brackets, and without addresses and links."""
    kept: list[str] = []
    for part in form.split("<"):
        kept.append(part.split(">", 1)[1] if kept and ">" in part else part)
    return " ".join(token for token in " ".join(kept).split() if "@" not in token and "://" not in token)


def is_rule(line: str) -> bool:
    """A line drawn with punctuation, three or more."""
    bare = "".join(line.split()).strip(">")
    return len(bare) >= 3 and set(bare) <= set(DRAWN)


def words_in(line: str) -> int:
    """Words, two Chinese characters counted as one."""
    words = _words(shape(line))
    return sum((len(word) + 1) // 2 if word[0] == "h" else 1 for word in words)


def is_sentence(line: str) -> bool:
    """Prose: many words, or some and an end."""
    count = words_in(line)
    ends = line.rstrip(" \t'\"”’)")[-1:] in tuple(_ENDS_OF_SENTENCES)
    return count >= 9 or (count >= 3 and ends and not is_contact(line))


def is_contact(line: str) -> bool:
    """It holds a telephone number, an address or a link, and little else."""
    if len(line) > 200:
        return False
    if not (has_address(line) or has_link(line) or has_phone(line)):
        return False
    return len(_words(_without_addresses(shape(line)))) <= 8


def has_phone(line: str) -> bool:
    form = shape(line)
    found = _PHONE.search(form)
    if found is None or DATE.search(form):
        return False
    digits = sum(char.isdigit() for char in found.group())
    is_parted = any(char in found.group() for char in "+ -")
    return 8 <= digits <= 15 and (is_parted or digits == 11)


def is_name(line: str) -> bool:
    """One to five words that begin large, or a short Chinese name; no figures, no end of a sentence."""
    bare = line.strip(" \t*_|/-–—.,，")
    if not bare or len(bare) > 60 or any(char.isdigit() for char in bare) or bare[-1] in ":：?？!！;；。":
        return False
    form = shape(bare)
    words = _words(form)
    if not words or len(words) > 5:
        return False
    if "h" in form:
        return form.count("h") <= 5
    return sum(1 for word in words if word[0] != "a") >= (len(words) + 1) // 2 and words[0][0] != "a"


def is_card_line(line: str) -> bool:
    """What may stand in a name card: contact data, a name, a title, a company, a street."""
    bare = line.strip()
    if is_contact(bare):
        return True
    if len(bare) > 80 or is_sentence(bare) or bare.startswith(_BULLETS) or bare[-1:] in tuple(":：?？!！;；"):
        return False
    has_figures = any(char.isdigit() for char in bare)
    return words_in(bare) <= 8 and not (":" in bare or "：" in bare) and (not has_figures or "," in bare)
