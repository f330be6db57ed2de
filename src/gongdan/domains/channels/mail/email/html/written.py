"""HTML that members write: what may be shown of it, and the text that stands for it where no HTML is."""

import html as entities
import re
from typing import Final

from lxml.etree import LxmlError
from lxml.html import HtmlElement, document_fromstring

from gongdan.domains.channels.mail.email.html import sanitise, shown_parts
from gongdan.domains.conversations.public import RichText

_IMAGE: Final = re.compile(r"<img(?: [a-z-]+=\"[^\"]*\")*>")
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")
_BLANK_LINES: Final = re.compile(r"\n{3,}")
_NAMES: Final = (
    "address blockquote caption center dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre table tbody"
    " tfoot thead tr ul"
)
_BLOCKS: Final = frozenset(_NAMES.split())
_APART: Final = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6"))
"""Blocks with an empty line before and after them."""
_DEEPEST: Final = 6
"""Lists and quotes within each other that are marked: each puts its mark before every line within it."""
MAX_PLAIN: Final = 200_000
"""Characters of the text, which may be longer than its HTML for the marks."""


def written(html: str, parts: frozenset[str]) -> RichText:
    """``html`` of a member as it is kept. ``parts`` are the content ids of the message's own files; other pictures are
    left out, since a mail would fetch them from strangers. Linear in the length; the text is cut at ``MAX_PLAIN``."""
    kept = _IMAGE.sub(lambda image: image.group() if shown_parts(image.group()) & parts else "", sanitise(html))
    return RichText(kept, to_plain(kept)[:MAX_PLAIN])


def to_plain(html: str) -> str:
    """Sanitised HTML as text: lists with their marks, quotes behind ``>``, cells between bars, addresses behind links,
    pictures by their names."""
    try:
        tree = document_fromstring(html or "<p></p>")
    except (LxmlError, ValueError, AssertionError):
        return ""
    lines = _Lines()
    _walk(tree, lines, pre=False)
    return _BLANK_LINES.sub("\n\n", "\n".join(line.rstrip() for line in lines.closed())).strip("\n")


class _Lines:
    """Lines of a text as they grow. The last one is still being written, unless ``ended``. ``depth``: of the lists and
    quotes around them."""

    def __init__(self, depth: int = 0) -> None:
        self.depth = depth
        self.all: list[str] = []
        self.ended = True

    def say(self, text: str, *, pre: bool = False) -> None:
        """White space is what it is between words: none at the beginning of a line, and never two in a row."""
        if pre:
            first, *more = text.split("\n")
            self._add(first)
            for line in more:
                self.all.append(line)
            return
        text = _SPACE.sub(" ", text)
        if self.ended or not self.all or self.all[-1] == "" or self.all[-1].endswith(" "):
            text = text.lstrip(" ")
        if text:
            self._add(text)

    def _add(self, text: str) -> None:
        if self.ended:
            self.all.append("")
            self.ended = False
        self.all[-1] += text

    def next(self) -> None:
        self._add("")
        self.all.append("")

    def end(self) -> None:
        """What follows begins on a line of its own. A break at the end of a block shows nothing more."""
        if not self.ended and len(self.all) > 1 and self.all[-1] == "":
            self.all.pop()
        self.ended = True

    def apart(self) -> None:
        self.end()
        if self.all and self.all[-1] != "":
            self.all.append("")

    def take(self, lines: list[str]) -> None:
        self.end()
        self.all.extend(lines)

    def closed(self) -> list[str]:
        self.end()
        return self.all


def _walk(element: HtmlElement, lines: _Lines, *, pre: bool) -> None:
    if element.text:
        lines.say(element.text, pre=pre)
    for n, child in enumerate(element):
        if isinstance(child.tag, str):
            _add(child, lines, pre=pre or child.tag == "pre", n=n)
        if child.tail:
            lines.say(child.tail, pre=pre)


def _add(child: HtmlElement, lines: _Lines, *, pre: bool, n: int) -> None:
    match child.tag:
        case "br":
            lines.next()
        case "hr":
            lines.take(["---"])
        case "img":
            lines.say(f"[{name}]" if (name := child.get("alt")) else "")
        case "a":
            _walk(child, lines, pre=pre)
            lines.say(_address(child))
        case "li" if lines.depth < _DEEPEST:
            lines.take(_marked(_inner(child, lines.depth + 1, pre=pre), _mark(child, n)))
        case "blockquote" if lines.depth < _DEEPEST:
            lines.take([f"> {line}".rstrip() for line in _inner(child, lines.depth + 1, pre=pre)])
        case "tr":
            lines.take(
                [
                    " | ".join(
                        " ".join(_inner(cell, lines.depth, pre=False)) for cell in child if cell.tag in ("td", "th")
                    )
                ]
            )
        case tag if tag in _BLOCKS:
            _block(child, lines, pre=pre)
        case _:
            _walk(child, lines, pre=pre)


def _block(child: HtmlElement, lines: _Lines, *, pre: bool) -> None:
    part = lines.apart if child.tag in _APART else lines.end
    part()
    _walk(child, lines, pre=pre)
    part()


def _inner(element: HtmlElement, depth: int, *, pre: bool) -> list[str]:
    lines = _Lines(depth)
    _walk(element, lines, pre=pre)
    found = lines.closed()
    while found and not found[-1].strip():
        found.pop()
    return found


def _mark(item: HtmlElement, n: int) -> str:
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "- "
    start = parent.get("start", "1")
    return f"{(int(start) if start.isdecimal() and len(start) < 7 else 1) + n}. "


def _marked(lines: list[str], mark: str) -> list[str]:
    first, *more = lines or [""]
    return [mark + first, *(" " * len(mark) + line if line else "" for line in more)]


def _address(link: HtmlElement) -> str:
    """Behind what the link says, unless it says that."""
    href, said = link.get("href") or "", "".join(link.itertext()).strip()
    bare = href.removeprefix("mailto:").rstrip("/")
    if not href or bare in (said.rstrip("/"), entities.escape(said)) or href == said:
        return ""
    return f" ({href})"
