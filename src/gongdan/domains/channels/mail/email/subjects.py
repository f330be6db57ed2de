"""Subjects: what remains of one without the marks that mail programs and we put on it."""

import re2

from gongdan.kernel.text import normalise, one_line

MAX_SUBJECT = 255

_PREFIXES = (
    "re|r|rv|aw|antw|antwort|sv|vs|odp|ref|rif|res|resp|answer|fw|fwd|wg|tr|enc|vb|vl|doorst|i"
    "|回复|答复|回覆|答覆|回信|转发|轉寄|轉發|转寄|自动回复|自動回覆|返信|転送|automatic reply|auto"
)
_BLANK = r"[\s\pZ]*"
_FORWARDS = re2.compile(rf"(?i)^{_BLANK}(?:fw|fwd|wg|tr|enc|vb|vl|doorst|i|转发|轉寄|轉發|转寄|転送){_BLANK}[:：]")
_PREFIX = re2.compile(
    rf"(?i)^(?:{_BLANK}(?:{_PREFIXES}){_BLANK}(?:\[\d{{1,3}}\]|\(\d{{1,3}}\)|\^\d{{1,3}}|\d{{1,2}})?{_BLANK}[:：]{_BLANK})+"
)
"""All prefixes of a subject, one behind the other."""
_MARK = re2.compile(
    rf"(?i)\[{_BLANK}(?:#|ticket{_BLANK}#?|工单{_BLANK}[#:：]?){_BLANK}([A-Za-z0-9][A-Za-z0-9-]{{1,39}}){_BLANK}\]"
)
_NUMBER = re2.compile(
    rf"(?i)(?:\[|#|\bticket{_BLANK}#?|工单(?:编号|号)?{_BLANK}[:：#]?|编号{_BLANK}[:：]?){_BLANK}"
    r"([A-Za-z]{0,8}-?\d[A-Za-z0-9-]{1,38})"
)
_MAX_NUMBERS = 10


def base_subject(subject: str) -> str:
    """``subject`` for comparison: reply and forward prefixes (repeated, of many languages, with ASCII or full-width
    colons) and ticket marks taken off, then normalised."""
    text = _MARK.sub(" ", subject).strip()
    prefix = _PREFIX.match(text)
    text = text[prefix.end() :] if prefix else text
    return normalise(one_line(text, MAX_SUBJECT))


def is_forward(subject: str) -> bool:
    """Whether the outermost prefix says "forwarded": such a mail may quote a ticket without belonging to it."""
    return bool(_FORWARDS.match(_MARK.sub(" ", subject)))


def is_answer(subject: str) -> bool:
    """Whether the outermost prefix says that it answers."""
    text = _MARK.sub(" ", subject)
    return _PREFIX.match(text) is not None and not is_forward(subject)


def numbers_in(subject: str) -> tuple[str, ...]:
    """Whatever in ``subject`` may be a ticket number, upper case, our own marks first."""
    found = [*_MARK.findall(subject), *_NUMBER.findall(subject)]
    return tuple(dict.fromkeys(number.upper() for number in found))[:_MAX_NUMBERS]


def reply_subject(subject: str, number: str | None) -> str:
    """Subject of our answer: one ``Re:``, the words, the mark ``[#number]`` once."""
    text = _MARK.sub(" ", subject).strip()
    prefix = _PREFIX.match(text)
    return marked(f"Re: {text[prefix.end() :] if prefix else text}", number)


def marked(subject: str, number: str | None) -> str:
    """``subject`` with the mark of its ticket behind it, cut before the mark where it is long."""
    mark = f" [#{number}]" if number else ""
    return one_line(_MARK.sub(" ", subject), MAX_SUBJECT - len(mark)) + mark
