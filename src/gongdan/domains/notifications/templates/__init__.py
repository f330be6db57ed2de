"""Templates of what customers are told: shipped texts as data, and their rendering (spec 05, notifications).

The language of a template is two forms: ``{name}`` puts a variable in, ``[label]({name})`` makes a link of an address.
A template is read once; what a variable holds is never read again as a template, and in HTML it is escaped.
"""

import html
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

import msgspec

from gongdan.kernel.text import Key, Name, localised, one_line

VARIABLES = frozenset({
    "salutation", "number", "title", "responsible", "next_step", "expected_at", "solution", "link", "solved_link",
    "unsolved_link", "rate_links", "rate_days", "rate_until", "close_at", "close_in", "close_after", "closing_reason",
    "reopen_until", "sign_in_link", "valid_minutes", "workspace", "password_link",
    "valid_days",
})  # fmt: skip
"""Everything that a template may name."""

MAX_SUBJECT = 200
_PLACE = re.compile(r"\[([^\[\]\n]{1,80})\]\(\{([a-z_]{1,40})\}\)|\{([a-z_]{1,40})\}")
_ADDRESS = re.compile(r"https?://[^\s<>\"'\\]+")


class LetterLink(msgspec.Struct, frozen=True):
    label: str
    address: str


Value = str | tuple[LetterLink, ...]
"""A text, an address, or several links that stand side by side (the five of a rating)."""


class Template(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    key: Key
    name: Name
    subject: Name
    body: Name

    def __post_init__(self) -> None:
        """Refuse a template that names what is not in ``VARIABLES``: it would never be filled."""
        for text in (*self.subject.values(), *self.body.values()):
            if unknown := set(_named(text)) - VARIABLES:
                raise ValueError(f"template {self.key} names unknown variables: {', '.join(sorted(unknown))}")


class Rendered(msgspec.Struct, frozen=True):
    subject: str
    """One line, at most ``MAX_SUBJECT`` characters."""
    text: str
    html: str
    """A fragment of paragraphs, escaped; the sender wraps it in a page."""


@cache
def shipped() -> Mapping[str, Template]:
    """The customer templates of the product by key. Reads a file of the package, once per process."""
    content = files(__package__).joinpath("customer.yaml").read_bytes()
    return {one.key: one for one in msgspec.yaml.decode(content, type=tuple[Template, ...])}


def render(template: Template, locale: str, variables: Mapping[str, Value]) -> Rendered:
    """The notice in ``locale``, else in the default locale.

    A line that names variables of which none has a value is left out; a variable without value in any other line leaves
    nothing. An address that is not http or https is shown and not linked.
    """
    lines = [line for line in localised(template.body, locale).splitlines() if _has_something(line, variables)]
    paragraphs = _paragraphs(lines)
    return Rendered(
        subject=one_line(_as_text(localised(template.subject, locale), variables), MAX_SUBJECT),
        text="\n\n".join("\n".join(_as_text(line, variables) for line in lines) for lines in paragraphs) + "\n",
        html="".join(f"<p>{'<br>'.join(_as_html(line, variables) for line in lines)}</p>\n" for lines in paragraphs),
    )


def names(template: Template, variable: str) -> bool:
    """Whether a letter by it says what this variable holds."""
    return any(variable in _named(text) for text in (*template.subject.values(), *template.body.values()))


def _named(text: str) -> Iterator[str]:
    for match in _PLACE.finditer(text):
        yield match[2] or match[3]


def _has_something(line: str, variables: Mapping[str, Value]) -> bool:
    names = list(_named(line))
    return not names or any(variables.get(name) for name in names)


def _paragraphs(lines: list[str]) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [paragraph for paragraph in found if paragraph]


def _as_text(line: str, variables: Mapping[str, Value]) -> str:
    def place(match: re.Match[str]) -> str:
        label, value = match[1], variables.get(match[2] or match[3], "")
        if not isinstance(value, str):
            return "".join(f"\n{link.label}: {link.address}" for link in value)
        return f"{label}: {value}" if label else value

    return _PLACE.sub(place, line)


def _as_html(line: str, variables: Mapping[str, Value]) -> str:
    parts: list[str] = []
    end = 0
    for match in _PLACE.finditer(line):
        parts += html.escape(line[end : match.start()]), _html_value(match, variables)
        end = match.end()
    return "".join((*parts, html.escape(line[end:])))


def _html_value(match: re.Match[str], variables: Mapping[str, Value]) -> str:
    label, value = match[1], variables.get(match[2] or match[3], "")
    if not isinstance(value, str):
        return " · ".join(_anchor(link.label, link.address) for link in value)
    if label:
        return _anchor(label, value)
    return "<br>".join(html.escape(part) for part in value.splitlines())


def _anchor(label: str, address: str) -> str:
    if not _ADDRESS.fullmatch(address):
        return html.escape(f"{label}: {address}")
    return f'<a href="{html.escape(address)}">{html.escape(label)}</a>'
