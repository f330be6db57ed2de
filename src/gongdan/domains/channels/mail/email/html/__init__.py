"""HTML of mails: to text, and to HTML that may be shown. Bounded before any parser sees it.

Both parsers have weak sides here: one drops what lies deeper than 256 elements, the other takes quadratic time on deep
trees, and both do on elements of many attributes. So whatever is nested deeper than ``MAX_DEPTH``, or has more of them
than any program writes, is flattened to its text first: ugly, complete and quick.
"""

import html as entities
import re
from urllib.parse import unquote

import nh3
from inscriptis.css_profiles import CSS_PROFILES
from inscriptis.html_engine import Inscriptis
from inscriptis.model.config import ParserConfig
from lxml.etree import LxmlError
from lxml.html import HtmlElement, document_fromstring

from gongdan.domains.channels.mail.email.html.attributes import attribute, has_many

MAX_HTML = 1_000_000
MAX_DEPTH = 180
_MAX_REOPENED = 200_000

QUOTE_START, QUOTE_END = "\ue0f0", "\ue0f1"
"""Lines that ``to_text(marked=True)`` puts around quoted elements (private use; a mail's own are removed)."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>?")
_UNSEEN = (
    (re.compile(r"<!--"), re.compile(r"-->")),
    *((re.compile(rf"(?i)<{name}\b"), re.compile(rf"(?i)</{name}\s{{0,9}}>")) for name in ("style", "script", "title")),
)
_BLOCK = re.compile(r"(?i)</?(?:p|div|br|tr|li|h[1-6]|table|blockquote|pre|hr)\b[^<>]*>")
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*){2,}")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
_IMAGE = re.compile(r'<img((?: [a-z-]+="[^"]*")*)>')
_REMOTE_SOURCE = re.compile(r' src="(https?:[^"]*)"')
_PART_SOURCE = re.compile(r' src="cid:([^"]+)"')

# Elements that close themselves or their siblings do not nest, however often they stand there.
_FLAT_NAMES = (
    "area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option tbody thead tfoot"
    " colgroup html head body o"
)
_FLAT = frozenset(_FLAT_NAMES.split())
_FORMATTING = frozenset(("a", "b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u"))

_STYLES = {
    *("color", "background-color", "font", "font-family", "font-size", "font-style", "font-weight", "line-height"),
    *("text-align", "text-decoration", "text-indent", "vertical-align", "white-space", "word-break"),
    *("padding", "padding-left", "padding-right", "padding-top", "padding-bottom", "width", "height", "max-width"),
    *("border", "border-left", "border-right", "border-top", "border-bottom", "border-color", "border-style"),
    *("border-width", "border-collapse", "border-radius"),
}
_TAGS = (
    "a abbr b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt em figcaption figure"
    " font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strike strong sub sup"
    " table tbody td tfoot th thead tr tt u ul var wbr"
)
_CLEANER = nh3.Cleaner(
    tags=set(_TAGS.split()),
    clean_content_tags={"script", "style", "title", "template", "iframe", "object", "svg", "math", "noscript"},
    attributes={
        "*": {"style", "title", "dir", "lang", "align"},
        "a": {"href"},
        "img": {"src", "alt", "width", "height"},
        "font": {"color", "face", "size"},
        "table": {"border", "cellpadding", "cellspacing", "width", "bgcolor"},
        "td": {"colspan", "rowspan", "width", "height", "valign", "bgcolor"},
        "th": {"colspan", "rowspan", "width", "height", "valign", "bgcolor"},
        "tr": {"valign", "bgcolor"},
        "col": {"span", "width"},
        "ol": {"start", "type"},
    },
    url_schemes={"http", "https", "mailto", "cid"},
    url_relative="deny",
    link_rel="noopener noreferrer nofollow",
    set_tag_attribute_values={"a": {"target": "_blank"}},
    filter_style_properties=_STYLES,
    attribute_filter=attribute,
    strip_comments=True,
)
_LAYOUT = ParserConfig(css=CSS_PROFILES["strict"], display_links=False, display_images=False)

_QUOTE_PATHS = " | ".join(
    (
        "//*[contains(concat(' ', @class, ' '), ' gmail_quote ')]",
        "//*[contains(concat(' ', @class, ' '), ' yahoo_quoted ')]",
        "//*[contains(concat(' ', @class, ' '), ' moz-forward-container ')]",
        "//*[contains(concat(' ', @class, ' '), ' ntes-mailmaster-quote ')]",
        "//*[contains(concat(' ', @class, ' '), ' tutanota_quote ')]",
        "//*[contains(concat(' ', @class, ' '), ' protonmail_quote ')]",
        "//blockquote[@type='cite' or contains(@class, 'cite') or contains(@style, 'border-left')]",
        "//*[@id='isReplyContent' or @id='reply139content' or @id='origbody' or @id='OLK_SRC_BODY_SECTION']",
        "//*[@id='qm_fwd_quote' or @id='replySplit' or @name='quote']",
    )
)
_QUOTE_STARTS = " | ".join(
    (
        "//*[@id='divRplyFwdMsg' or @id='appendonsend' or @id='x_divRplyFwdMsg' or @id='divtagdefaultwrapper_quote']",
        "//*[@id='mail-editor-reference-message-container' or @id='stopSpelling']",
        "//div[contains(translate(@style, ' ', ''), 'border:none;border-top:solid#E1E1E11.0pt')]",
        "//div[contains(translate(@style, ' ', ''), 'border:none;border-top:solid#B5C4DF1.0pt')]",
    )
)


def to_text(html: str, *, marked: bool = False) -> str:
    """The visible text of ``html``, three blank lines shrunk to one. ``marked`` puts ``QUOTE_START`` and ``QUOTE_END``
    lines around what mail programs mark as quoted; Outlook marks only where it starts."""
    html = _bounded(html.replace(QUOTE_START, "").replace(QUOTE_END, ""))
    try:
        tree = document_fromstring(_XML_DECLARATION.sub("", html) or "<p></p>")
    except (LxmlError, ValueError, AssertionError):
        return _flat_text(html)
    if marked:
        _mark(tree)
    text = Inscriptis(tree, _LAYOUT).get_text().replace("\xa0", " ")
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", lines).strip("\n")


def sanitise(html: str) -> str:
    """HTML that may stand in our own page: no script, no form, no style that positions, links that open apart, and no
    remote image: its address moves to ``data-blocked-src``, so that showing it is the reader's choice."""
    return _IMAGE.sub(_blocked, _CLEANER.clean(_bounded(html)))


def shown_parts(sanitised: str) -> frozenset[str]:
    """Content ids of the parts that HTML of ``sanitise`` shows in place."""
    sources = (_PART_SOURCE.search(image.group(1)) for image in _IMAGE.finditer(sanitised))
    return frozenset(unquote(entities.unescape(source.group(1))) for source in sources if source)


def _blocked(image: re.Match[str]) -> str:
    return f"<img{_REMOTE_SOURCE.sub(_blocked_source, image.group(1))}>"


def _blocked_source(source: re.Match[str]) -> str:
    return f' data-blocked-src="{source.group(1)}"'


def from_text(text: str) -> str:
    """Plain text as HTML that looks the same."""
    return f'<div style="white-space:pre-wrap">{entities.escape(text)}</div>'


def _bounded(html: str) -> str:
    html = html[:MAX_HTML]
    return html if _is_shallow(html) and not has_many(html) else from_text(_flat_text(html))


def _is_shallow(html: str) -> bool:
    """Whether the parsers stay linear: not nested deeper than ``MAX_DEPTH``, and few formatting elements left open
    (each is opened anew in every paragraph that follows)."""
    depth = deepest = formatting = tags = 0
    for tag in _TAG.finditer(html):
        name = tag.group(2).lower()
        tags += 1
        if name in _FLAT:
            continue
        step = -1 if tag.group(1) else 1
        depth = max(depth + step, 0)
        deepest = max(deepest, depth)
        formatting += step if name in _FORMATTING else 0
    return deepest <= MAX_DEPTH and max(formatting, 0) * tags <= _MAX_REOPENED


def _flat_text(html: str) -> str:
    for opening, closing in _UNSEEN:
        html = _without(html, opening, closing)
    text = _TAG.sub("", _BLOCK.sub("\n", html))
    return _BLANK_LINES.sub("\n\n", entities.unescape(text)).strip()


def _without(html: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> str:
    """``html`` without what stands between the two; what is opened and never closed stays."""
    kept: list[str] = []
    at = 0
    while (begin := opening.search(html, at)) and (end := closing.search(html, begin.end())):
        kept.append(html[at : begin.start()])
        at = end.end()
    return "".join([*kept, html[at:]])


def _mark(tree: HtmlElement) -> None:
    for element in _quoted_elements(tree):
        _put_before(element, QUOTE_START)
        end = element.makeelement("div")
        end.text, end.tail, element.tail = QUOTE_END, element.tail, None
        element.addnext(end)
    for element in tree.xpath(_QUOTE_STARTS):
        _put_before(element, QUOTE_START)


def _quoted_elements(tree: HtmlElement) -> list[HtmlElement]:
    """What mail programs mark as quoted; of an element within which the writer answers, only its blocks."""
    found: dict[HtmlElement, None] = {}
    for element in tree.xpath(_QUOTE_PATHS):
        blocks = [] if element.tag == "blockquote" else element.xpath(".//blockquote[not(ancestor::blockquote)]")
        found.update(dict.fromkeys(blocks if any(map(_is_answered, blocks)) else [element]))
    return list(found)


def _is_answered(block: HtmlElement) -> bool:
    """Text stands behind it in the element that it is in."""
    behind = "".join((block.tail or "", *(text for one in block.itersiblings() if one.tag != "blockquote"
                                          for text in one.itertext())))  # fmt: skip
    return bool(behind.strip())


def _put_before(element: HtmlElement, text: str) -> None:
    mark = element.makeelement("div")
    mark.text = text
    element.addprevious(mark)
