"""Attributes of a mail's HTML as they may stand in a page: addresses as browsers read them, styles without loads."""

from typing import Final

import re2

_IGNORED: Final = str.maketrans("", "", "\t\n\r")
_LEADING: Final = "".join(map(chr, range(0x21)))
"""Browsers drop controls and spaces before an address, and tabs and line breaks within it."""
_MOST: Final = 200
_OPENED: Final = re2.compile(r"""<[a-zA-Z](?:=[ \t\r\n]*"[^"]*"|=[ \t\r\n]*'[^']*'|[^>])*""")
_VALUE: Final = re2.compile(r"""=[ \t\r\n]*(?:"[^"]*"|'[^']*'|[^\s>"']*)""")
_NAME: Final = re2.compile(r"""[^\s/="']+""")
_HARMLESS: Final = frozenset(("rgb", "rgba", "hsl", "hsla", "calc"))


def has_many(html: str) -> bool:
    """Whether an element has more attributes than any program writes: parsers compare each with all before it. What
    only some parsers would take for attributes counts too."""
    return any(len(tag) > _MOST and len(_NAME.findall(_VALUE.sub(" ", tag))) > _MOST for tag in _OPENED.findall(html))


def attribute(tag: str, name: str, value: str) -> str | None:
    """The value to keep; None drops the attribute."""
    if name in ("src", "href"):
        return _address(value)
    return _style(value) if name == "style" else value


def _address(value: str) -> str:
    """With its scheme in lower case and nothing before it, so that one comparison tells what it is."""
    bare = value.lstrip(_LEADING).translate(_IGNORED)
    scheme, colon, rest = bare.partition(":")
    return scheme.lower() + colon + rest


def _style(value: str) -> str | None:
    """Only declarations that call nothing but colours and sums: no ``url()``, under whatever name or escape."""
    kept = [one for one in value.split(";") if one.strip() and _loads_nothing(one)]
    return ";".join(kept) or None


def _loads_nothing(declaration: str) -> bool:
    if any(mark in declaration for mark in ("\\", "@", "/*", "<")):
        return False
    before, *called = declaration.split("(")
    names = [part.rstrip().replace(",", " ").replace(":", " ").rsplit(" ", 1)[-1].lower() for part in (before, *called)]
    return all(name.lstrip(" +-*/)") in _HARMLESS for name in names[: len(called)])
