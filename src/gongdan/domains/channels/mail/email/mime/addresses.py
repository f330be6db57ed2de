"""Parties that a header field names (RFC 5322, 3.4), as senders break them.

One pass over the field makes tokens: words, quoted strings, comments, angle brackets. What is opened and never closed
opens nothing. Only then is anything read as an address, so that what stands in quotes can never pass for one.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Literal, NamedTuple

from gongdan.domains.channels.mail.email.mime.headers import (
    Address,
    comment,
    encoded_word_at,
    encoded_words,
    quoted,
    raw_text,
)
from gongdan.kernel.text import label

MAX_ADDRESSES = 500
MAX_ADDRESS = 320
MAX_NAME = 200
MAX_FIELD = 64 * 1024
_MAX_TOKENS = 12 * MAX_ADDRESSES

_SPACE = re.compile(r"\s+")
_MARK = re.compile(r'["(<>,;]|=\?')
_RUN = re.compile(r"[^\s<>,;:\"()\[\]]+")
_LOCAL = re.compile(r"[^\s<>,;:\"()\[\]@]{1,64}")
_GROUP = re.compile(r"[^\"@<:]{1,60}:\s*")
_BARE = re.compile(r"[^\s<>,;:\"()\[\]@\\]{1,64}")


class _Token(NamedTuple):
    kind: Literal["word", "quoted", "comment", "open", "close", "cut"]
    text: str


def addresses(raw: bytes | None, charset: str | None = None) -> tuple[Address, ...]:
    """The parties that a field names. Commas in unquoted names, groups, stray quotes and comments are read as meant."""
    if not raw:
        return ()
    tokens = _tokens(_SPACE.sub(" ", raw_text(raw[:MAX_FIELD], charset)))
    pieces = _pieces(tokens)
    found: list[Address] = []
    held: list[_Token] = []
    for index, piece in enumerate(pieces[: MAX_ADDRESSES * 2]):
        if not _names_somebody(piece) and index < len(pieces) - 1:
            held += [*piece, _Token("word", ", ")]  # "Doe, Jane <j@example.com>": the first half of a name
            continue
        found.append(_party([*held, *piece]))
        held = []
    return tuple(dict.fromkeys(party for party in found if party.address or party.name))[:MAX_ADDRESSES]


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    start = at = 0
    unclosed: set[str] = set()
    while len(tokens) < _MAX_TOKENS and (mark := _MARK.search(text, at)) is not None:
        sign, place = mark.group(), mark.start()
        at = mark.end()
        if sign == "=?":
            word = encoded_word_at(text, place) if sign not in unclosed else None
            at = word.end if word else at
            unclosed |= {sign} if word is None and text.find("?=", at) < 0 else set()
            continue
        token, after = _special(text, place, sign, unclosed)
        if token is None:
            continue
        tokens.append(_Token("word", text[start:place]))
        tokens.append(token)
        start = at = after
    return [token for token in (*tokens, _Token("word", text[start:])) if token.text]


def _special(text: str, place: int, sign: str, unclosed: set[str]) -> tuple[_Token | None, int]:
    """The token that ``sign`` begins, and where it ends; None where it begins none."""
    if sign in ",;":
        return _Token("cut", sign), place + 1
    if sign in "<>":
        return _Token("open" if sign == "<" else "close", sign), place + 1
    if sign in unclosed:
        return None, place + 1
    found = quoted(text, place) if sign == '"' else comment(text, place)
    if found is None:
        unclosed.add(sign)
        return None, place + 1
    return _Token("quoted" if sign == '"' else "comment", found[0] or " "), found[1]


def _pieces(tokens: list[_Token]) -> list[list[_Token]]:
    pieces: list[list[_Token]] = [[]]
    for token in tokens:
        if token.kind == "cut":
            pieces.append([])
        else:
            pieces[-1].append(token)
    return pieces


def _names_somebody(piece: list[_Token]) -> bool:
    return any(token.kind == "open" or ("@" in token.text and token.kind != "comment") for token in piece)


def _party(tokens: list[_Token]) -> Address:
    opens = [index for index, token in enumerate(tokens) if token.kind == "open"]
    before = tokens[: opens[-1]] if opens else []
    if not opens:
        return _bare_party(tokens)
    inside = [token for token in tokens[opens[-1] + 1 :] if token.kind != "comment"]
    stop = next((index for index, token in enumerate(inside) if token.kind == "close"), len(inside))
    found = _address(inside[:stop], is_tight=True) or _first(_address([token], is_tight=True) for token in before)
    if not found and len(inside) > stop:
        local = _text(inside[:stop]).strip(" @")
        found = _normal(local) if _LOCAL.fullmatch(local) else ""
    return Address(_name(before) or _comments(tokens), found)


def _bare_party(tokens: list[_Token]) -> Address:
    """A party without angle brackets: an address, perhaps with a comment for a name, or a name alone."""
    said = [token for token in tokens if token.kind != "comment"]
    found = _address(said, is_tight=False)
    if found:
        return Address(_name(_beside(said)) or _comments(tokens), found)
    if len(said) == 1 or not any(token.kind == "quoted" for token in said):
        decoded = encoded_words(_text(said)).strip()
        if found := _address([_Token("word", decoded)], is_tight=False):
            return Address(_comments(tokens) or _name(_beside([_Token("word", decoded)])), found)
    named = _first(
        _address([_Token("word", token.text)], is_tight=False) for token in tokens if token.kind == "comment"
    )
    if named:
        return Address(_name(said), named)  # an old habit: "Jane Doe (jane@example.com)"
    local = _text(said).strip("@ ")
    address = _normal(local) if _LOCAL.fullmatch(local) else ""
    return Address(_comments(tokens) or _name(said), address)


def _address(tokens: list[_Token], *, is_tight: bool) -> str:
    """The first address among words and quoted strings; a quoted string is one only as the local part before ``@``.
    ``is_tight``: spaces within it mean nothing."""
    for index, token in enumerate(tokens):
        follows = tokens[index + 1].text.lstrip() if index + 1 < len(tokens) else ""
        if token.kind == "quoted" and follows.startswith("@"):
            domain = _RUN.match(follows.replace(" ", "") if is_tight else follows, 1)
            if domain and "@" not in domain.group():
                return _quoted_local(token.text) + "@" + _normal(domain.group())[:255]
    text = "".join(token.text if token.kind == "word" else '"' for token in tokens)
    return _first(
        _run(found) for found in _RUN.findall(text.replace(" ", "") if is_tight else text.replace(" @ ", "@"))
    )


def _run(text: str) -> str:
    local, at, domain = text.rpartition("@")
    domain = _spelt(domain)
    good = at and local.strip("'`") and domain.strip(".'`") and len(local) <= 250 and len(domain) <= 250
    return _normal(f"{local}@{domain}") if good else ""


def _spelt(domain: str) -> str:
    """A domain of another script that a mail program has encoded like a word. It may spell letters and nothing else."""
    decoded = encoded_words(domain) if "=?" in domain else domain
    return decoded if all(sign.isalnum() or sign in ".-" for sign in decoded) else domain


def _first(found: Iterable[str]) -> str:
    return next((one for one in found if one), "")


def _quoted_local(content: str) -> str:
    """The local part as it is written everywhere: without quotes where it needs none."""
    if _BARE.fullmatch(content):
        return _normal(content)
    escaped = content.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped[:64].lower()}"'


def _beside(tokens: list[_Token]) -> list[_Token]:
    """The tokens without the run that is the address."""
    kept: list[_Token] = []
    for index, token in enumerate(tokens):
        if token.kind == "quoted" and index + 1 < len(tokens) and tokens[index + 1].text.lstrip().startswith("@"):
            continue
        runs = (
            [run for run in token.text.replace(" @ ", "@").split(" ") if "@" not in run]
            if token.kind == "word"
            else [token.text]
        )
        kept.append(_Token(token.kind, " ".join(runs)))
    return kept


def _text(tokens: list[_Token]) -> str:
    return "".join(token.text for token in tokens if token.kind in ("word", "quoted"))


def _name(tokens: list[_Token]) -> str:
    text = " ".join(part for token in tokens if token.kind in ("word", "quoted") and (part := token.text.strip()))
    text = text.replace(" ,", ",")
    if tokens and tokens[0].kind == "word":
        group = _GROUP.match(text)
        text = text[group.end() :] if group else text
    return _shown(text)


def _comments(tokens: list[_Token]) -> str:
    return _shown(" ".join(token.text for token in tokens if token.kind == "comment"))


def _shown(text: str) -> str:
    decoded = label(encoded_words(text.replace('"', "")))
    return decoded.strip("'\", ")[:MAX_NAME] if decoded[:1] == decoded[-1:] == "'" else decoded.strip('", ')[:MAX_NAME]


def _normal(address: str) -> str:
    """Lower case, full-width letters and ＠ folded: two spellings of one mailbox are one identity."""
    folded = label(unicodedata.normalize("NFKC", address)).strip(".'`").lower()
    return "" if _MARK.search(folded) else folded[:MAX_ADDRESS]
