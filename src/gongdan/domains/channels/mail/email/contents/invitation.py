"""An invitation or task (RFC 5545) in words: what, when, where, who. For mails that say nothing else."""

import re
from typing import NamedTuple

MAX_READ = 200_000
MAX_ENTRIES = 10
_LONGEST = 4_000

_FOLD = re.compile(r"\r?\n[ \t]")
_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?$")
_KINDS = ("VEVENT", "VTODO", "VJOURNAL")
_METHODS = {
    "CANCEL": "已取消 · Cancelled",
    "REPLY": "答复邀请 · Reply to an invitation",
    "COUNTER": "建议改期 · Another time is proposed",
    "REQUEST": "邀请 · Invitation",
    "PUBLISH": "日程 · Calendar entry",
}
_ANSWERS = {"ACCEPTED": "接受 · accepted", "DECLINED": "谢绝 · declined", "TENTATIVE": "暂定 · tentative"}


class _Line(NamedTuple):
    name: str
    params: dict[str, str]
    value: str


def in_words(calendar: str) -> str:
    """The entries of a calendar, one paragraph each; empty where it holds none. Times stand as they were written, with
    their zone."""
    method = ""
    entries: list[list[_Line]] = []
    inside = ""
    for line in _lines(calendar[:MAX_READ]):
        if line.name == "BEGIN" and line.value.upper() in _KINDS and not inside:
            inside = line.value.upper()
            entries.append([])
        elif line.name == "BEGIN" and inside:
            entries[-1].append(_Line("", {}, line.value))  # an alarm within the entry: skipped up to its end
        elif line.name == "END" and line.value.upper() == inside:
            inside = ""
        elif inside:
            entries[-1].append(line)
        elif line.name == "METHOD":
            method = line.value.upper()
    told = [text for entry in entries[:MAX_ENTRIES] if (text := _entry(_own(entry), method))]
    return "\n\n".join(told)


def _lines(text: str) -> list[_Line]:
    return [line for raw in _FOLD.sub("", text).splitlines() if (line := _line(raw)) is not None]


def _line(raw: str) -> _Line | None:
    """``NAME;PARAM="value":value``; a colon or semicolon in quotes cuts nothing."""
    pieces: list[str] = []
    start, is_quoted = 0, False
    for at, sign in enumerate(raw[:_LONGEST]):
        if sign == '"':
            is_quoted = not is_quoted
        elif sign in ";:" and not is_quoted:
            pieces.append(raw[start:at])
            start = at + 1
            if sign == ":":
                break
    else:
        return None
    pairs = (piece.partition("=") for piece in pieces[1:])
    params = {name.upper(): value.strip('"') for name, _, value in pairs}
    return _Line(pieces[0].strip().upper(), params, raw[start : start + _LONGEST].strip())


def _own(lines: list[_Line]) -> list[_Line]:
    """The lines of the entry itself, without those of what is nested in it."""
    kept: list[_Line] = []
    nested = 0
    for line in lines:
        nested += not line.name
        if not nested and line.name:
            kept.append(line)
        nested -= line.name == "END" and nested > 0
    return kept


def _entry(lines: list[_Line], method: str) -> str:
    first = {line.name: line for line in reversed(lines)}

    def value(name: str) -> str:
        return _plain(first[name].value) if name in first else ""

    when = " – ".join(_when(first[name]) for name in ("DTSTART", "DTEND", "DUE") if name in first)
    described = (
        ("", value("SUMMARY")),
        ("", _METHODS.get(method, "")),
        ("时间 · When: ", when),
        ("重复 · Repeats: ", value("RRULE")),
        ("地点 · Where: ", value("LOCATION")),
        ("组织者 · Organiser: ", _person(first["ORGANIZER"]) if "ORGANIZER" in first else ""),
        ("", "\n".join(_answer(line) for line in lines if line.name == "ATTENDEE") if method == "REPLY" else ""),
    )
    head = "\n".join(label + text for label, text in described if text)
    return "\n\n".join(part for part in (head, value("DESCRIPTION") or value("COMMENT")) if part)


def _when(line: _Line) -> str:
    stamp = _STAMP.match(line.value)
    if not stamp:
        return line.value[:60]
    year, month, day, hour, minute, _, is_utc = stamp.groups()
    date = f"{year}-{month}-{day}"
    if hour is None:
        return date
    zone = "UTC" if is_utc else line.params.get("TZID", "")[:60]
    return f"{date} {hour}:{minute}" + (f" ({zone})" if zone else "")


def _person(line: _Line) -> str:
    address = line.value[7:] if line.value.lower().startswith("mailto:") else line.value
    name = line.params.get("CN", "")
    return f"{name} <{address}>" if name and name != address else address


def _answer(line: _Line) -> str:
    said = line.params.get("PARTSTAT", "").upper()
    return f"{_person(line)}: {_ANSWERS.get(said, said)}" if said else ""


def _plain(value: str) -> str:
    """``value`` with its escapes undone."""
    out: list[str] = []
    is_escaped = False
    for sign in value:
        if is_escaped:
            out.append("\n" if sign in "nN" else sign)
            is_escaped = False
        elif sign == "\\":
            is_escaped = True
        else:
            out.append(sign)
    return "".join(out).strip()
