"""Where a writer's signature begins: told by its shape, wherever it is written and in whatever language.

A drawn line is no signature. A delimiter counts only with a name card below it; a card without one needs contact data
or a closing above it; a mail program's own line stands alone at the end. In doubt there is none.
"""

from gongdan.domains.channels.mail.email.quotes.shapes import (
    has_address,
    has_phone,
    is_card_line,
    is_contact,
    is_name,
    is_rule,
    is_sentence,
    words_in,
)
from gongdan.domains.channels.mail.email.quotes.words import TongueWords, begins, says

_DELIMITERS = ("--", "—", "——")
_DEVICES = (
    *("phone", "pad", "mail", "tablet", "mobil", "móvil", "outlook", "android", "samsung", "galaxy", "huawei", "honor"),
    *("xiaomi", "redmi", "oppo", "vivo", "nokia", "pixel", "blackberry", "windows", "gerät", "handy", "手机", "手機"),
    *("平板", "电脑", "邮箱", "郵箱", "мобил", "телефон", "почт", "client", "courrier", "correo", "posta", "device"),
)
_MINE = (
    *("my", "meinem", "mon", "ma", "mio", "mia", "mi", "meu", "minha", "mijn", "min", "mitt", "моего", "mojego"),
    "我的",
)
_COPULAS = ("is", "are", "was", "were", "has", "have", "does", "did", "can", "will", "ist", "est", "es", "you")
_BEHIND = ("から送信", "より送信")
_MAX_LINES = 14
_MAX_CARD = 10
_MAX_CLIENT_LINES = 3


def signature_start(lines: list[str], written: list[int], words: TongueWords, *, before_quote: bool) -> int | None:
    """The line with which the signature begins, of the lines that are ``written`` (not blank, not quoted).

    ``before_quote``: the last of them stands directly above a quote.
    """
    last = len(written)
    clients = _client_lines(lines, written, words)
    body = written[: last - clients]
    found = (
        _delimited(lines, body, words)
        or _closed(lines, body, words)
        or _card(lines, body)
        or (_lone_address(lines, body) if before_quote and not clients else None)
    )
    if found is not None:
        return found
    return written[last - clients] if clients else None


def _client_lines(lines: list[str], written: list[int], words: TongueWords) -> int:
    """How many of the last lines a mail program has written ("Sent from my phone"); never the first."""
    count = 0
    while count < min(_MAX_CLIENT_LINES, len(written) - 1) and _is_client(lines[written[-1 - count]], words):
        count += 1
    if count and not _is_apart(lines, written[-count]):
        return 0
    return count


def _is_client(line: str, words: TongueWords) -> bool:
    bare = line.strip(" \t*_>()（）[]")
    if not bare or len(bare) > 200 or words_in(bare) > 14:
        return False
    names_device = _names_device(bare)
    if not (begins(bare, words.client) or bare.endswith(_BEHIND)):
        # A line of no known language: a device and a link to its maker.
        return names_device and "<http" in bare
    return "<http" in bare or ((names_device or says(bare, _MINE)) and not says(bare, _COPULAS))


def _names_device(line: str) -> bool:
    small = line.lower()
    return any(name in small for name in _DEVICES)


def _is_apart(lines: list[str], at: int) -> bool:
    """A blank or drawn line stands above."""
    return at > 0 and (not lines[at - 1].strip() or is_rule(lines[at - 1]))


def _is_delimiter(line: str) -> bool:
    return line.strip() in _DELIMITERS


def _is_dashes(line: str) -> bool:
    bare = line.strip()
    return 4 <= len(bare) <= 80 and set(bare) <= set("-_—─")


def _is_address_alone(line: str) -> bool:
    return len(line.split()) == 1 and has_address(line) and "<" not in line


def _delimited(lines: list[str], written: list[int], words: TongueWords) -> int | None:
    near = written[-_MAX_LINES:]
    delimiters = [at for at in near if _is_delimiter(lines[at]) or _is_dashes(lines[at])]
    for at in delimiters:
        below = [lines[index] for index in near if index > at and index not in delimiters]
        if not below or at == written[0] or _announces(lines, written, at):
            continue
        is_fence = any(other != at and lines[other].strip() == lines[at].strip() for other in delimiters)
        if _is_signature(below, words, is_plain=_is_delimiter(lines[at]), is_fence=is_fence) and (
            _is_delimiter(lines[at]) or _is_apart(lines, at)
        ):
            return at
    return None


def _announces(lines: list[str], written: list[int], at: int) -> bool:
    """The line of text above ``at`` ends with a colon: what follows is what it speaks of."""
    above = [index for index in written if index < at]
    return bool(above) and lines[above[-1]].rstrip()[-1:] in (":", "：")


def _is_signature(below: list[str], words: TongueWords, *, is_plain: bool, is_fence: bool) -> bool:
    """The shape of a signature: a name, contact data or a closing, and no prose beside it.

    ``is_plain`` "--" says more than a drawn line; a drawn line that comes twice is a fence.
    """
    if len(below) > _MAX_LINES:
        return False
    told = sum(is_contact(line) for line in below)
    named = is_name(below[0]) or (words_in(below[0]) <= 6 and says(below[0], words.closing))
    prose = sum(is_sentence(line) and not is_contact(line) for line in below)
    if len(below) <= 2 and all(_names_device(line) and says(line, words.client) for line in below):
        return True
    if told and named:
        return prose <= len(below) // 2
    if told * 2 >= len(below) and told:
        return prose == 0
    if is_fence or prose or not named:
        return False
    return len(below) <= (5 if is_plain else 1) and all(is_card_line(line) for line in below)


def _closed(lines: list[str], written: list[int], words: TongueWords) -> int | None:
    """A closing ("Best wishes,") with a name and a line of a card below; a name alone is said by the writer."""
    for at in written[1:][-_MAX_CARD - 1 :]:
        below = [lines[index] for index in written if index > at]
        if not 2 <= len(below) <= _MAX_CARD or not is_name(below[0]) or words_in(lines[at]) > 6:
            continue
        known = len(lines[at]) <= 60 and says(lines[at], words.closing)
        shaped = lines[at].rstrip()[-1:] in ",，" and _is_apart(lines, at) and words_in(lines[at]) <= 4
        has_contact = any(is_contact(line) for line in below)
        if (known or (shaped and has_contact)) and all(is_card_line(line) for line in below):
            return at
    return None


def _card(lines: list[str], written: list[int]) -> int | None:
    """A name card without a closing: a name, then mostly telephone numbers, addresses and links.

    Data that the writer was asked for, or announces with a colon, is no card; nor is a card all that is said.
    """
    best: int | None = None
    for at in written[1:][-_MAX_CARD:]:
        card = [lines[index] for index in written if index >= at]
        if not _is_apart(lines, at) or len(card) < 3 or not is_name(card[0]):
            continue
        told = [line for line in card if is_contact(line)]
        reachable = any(has_phone(line) or has_address(line) for line in told)
        if len(told) * 2 < len(card) or not reachable or not all(is_card_line(line) for line in card):
            continue
        above = lines[[index for index in written if index < at][-1]].rstrip()
        best = at if best is None and above[-1:] in ".!?。！？…~)）" else best
    return best


def _lone_address(lines: list[str], written: list[int]) -> int | None:
    """One program signs with the bare address, in a paragraph of its own right above the quote."""
    if len(written) < 2 or not _is_address_alone(lines[written[-1]]):
        return None
    above = lines[written[-2]].rstrip()
    return written[-1] if _is_apart(lines, written[-1]) and above[-1:] not in ":：" else None
