"""Whether a mail was proven to come from the domain of its sender: what our own relay wrote down of it (RFC 8601), read
strictly and by hand, in one pass. Everybody may write such a header: only the topmost one that bears the name of the
relay which the mailbox trusts says anything, and one that is not whole says nothing.
"""

from collections.abc import Sequence
from typing import Final

_LONGEST: Final = 4_000
_SPACE: Final = " \t\r\n"


def is_aligned(headers: Sequence[str], *, relay: str | None, domain: str) -> bool:
    """Whether ``relay`` found that DMARC passes for ``domain``, of which the sender's address is. ``headers`` are the
    values of ``Authentication-Results``, topmost first."""
    if not relay or not domain:
        return False
    for header in headers:
        results = _results(header)
        if results and results[0][:1] == [relay.casefold()]:
            return _passes(results[1:], domain.casefold().rstrip("."))
    return False


def _passes(results: Sequence[list[str]], domain: str) -> bool:
    found = [one for one in results if one and one[0].startswith("dmarc=")]
    return len(found) == 1 and found[0][0] == "dmarc=pass" and _domains(found[0]) == [domain]


def _domains(result: list[str]) -> list[str]:
    return [one.removeprefix("header.from=").rstrip(".") for one in result if one.startswith("header.from=")]


def _results(header: str) -> list[list[str]]:
    """The header as results of words, in lower case, without comments; none where a quote or comment is left open, or
    it is too long to be one. A quoted string is one word, or a part of one, whatever it holds."""
    if len(header) > _LONGEST:
        return []
    results: list[list[str]] = [[]]
    word = ""
    depth = 0
    quoted = escaped = False
    for char in header.casefold():
        if escaped:
            word, escaped = (word if depth else word + char), False
        elif char == "\\" and (quoted or depth):
            escaped = True
        elif quoted:
            word, quoted = (word, False) if char == '"' else (word + char, True)
        elif depth:
            depth += {"(": 1, ")": -1}.get(char, 0)
        elif char in '"(':
            quoted, depth = char == '"', int(char == "(")
        elif char in _SPACE or char == ";":
            word = _end(results[-1], word)
            if char == ";":
                results.append([])
        else:
            word += char
    _end(results[-1], word)
    return [] if quoted or depth or escaped else [_joined(one) for one in results]


def _end(words: list[str], word: str) -> str:
    if word:
        words.append(word)
    return ""


def _joined(words: list[str]) -> list[str]:
    """White space may stand around an equals sign."""
    joined: list[str] = []
    for word in words:
        if joined and (word.startswith("=") or joined[-1].endswith("=")):
            joined[-1] += word
        else:
            joined.append(word)
    return joined
