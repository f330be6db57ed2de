"""Header lines that stand in the text of a mail (``From: …``, ``发件人：…``), found by shape and read by position.

Labels of the languages that we know only sharpen what the shape says: an address in the first lines is the writer, a
line with a year and a time is the date.
"""

import re
from collections.abc import Callable
from datetime import datetime

import msgspec
import re2

from gongdan.domains.channels.mail.email.mime.addresses import addresses
from gongdan.domains.channels.mail.email.mime.headers import Address, instant
from gongdan.kernel.text import label as tidy_label
from gongdan.kernel.text import one_line

MAX_LINES = 40
_LONGEST_LABEL = 30
_LONGEST_VALUE = 2_000
_FEWEST = 3

_FROM = (
    "from|von|de|da|od|fra|från|van|lähettäjä|от|от кого|від|kimden|gönderen|发件人|发信人|寄件者|寄件人"
    "|發件人|差出人|送信者|보낸 사람|보낸사람|expéditeur|mittente|remitente|remetente|feladó|odesílatel"
    "|nadawca|отправитель|отправител|来自"
)
_TO = (
    "to|an|à|a|para|do|til|till|aan|vastaanottaja|кому|kime|alıcı|收件人|收信人|收件者|宛先|받는 사람|pour"
    "|destinataire|destinatario|destinatário|címzett|komu|для|cc|kopie|copie|copia|cópia|kopia|抄送|副本|копия"
    "|копія|bcc|bilgi|참조|reply-to|antwort an|回复至"
)
_DATE = (
    "date|sent|sent at|gesendet|datum|envoyé|date d'envoi|fecha|enviado|enviado el|data|inviato|日期|时间"
    "|發送時間|发送时间|发送日期|傳送日期|寄件日期|寄信日期|日時|送信日時|날짜|보낸 날짜|verzonden|skickat"
    "|sendt|dato|lähetetty|päiväys|päivämäärä|wysłano|дата|отправлено|відправлено|надіслано|tarih|gönderildi"
    "|odesláno|dátum|elküldve"
)
_SUBJECT = (
    "subject|betreff|objet|asunto|oggetto|assunto|主题|主旨|主題|标题|件名|제목|onderwerp|ämne|emne|aihe|temat"
    "|тема|konu|předmět|tárgy|sujet|subjekt|относно"
)
_KINDS = {
    name: kind
    for kind, names in (("from", _FROM), ("to", _TO), ("date", _DATE), ("subject", _SUBJECT))
    for name in names.split("|")
}
_RAW = re.compile(r"received|return-path|message-id|mime-version|content-|x-|dkim-|delivered-to|authentication-")
"""Labels of raw headers: what stands so in a text came back from a server, or was copied out for study."""
_FORWARDED = re2.compile(
    r"(?i)forward|转发|轉寄|轉發|转寄|転送|weitergeleitet|weiterleitung|transf[éeè]r|inoltrat|reenviad|encaminhad|пересыла"
    r"|пересла|переадрес|doorgestuurd|videresend|vidarebefordr|välitetty|przekazan|přeposlan|továbbított|iletilen|전달"
)
_MARKER = re2.compile(
    r"^[\s>*]*(?:[-_=—―─·*]{2,}[^-_=—―─\n]{0,80}[-_=—―─·*]{2,}|_{8,}|-{8,}|—{4,}|[-_=—―─]{3,}[^\n]{1,60})[\s*:：]*$"
)
_DATED = re2.compile(r"(?:19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-]\d\d|\b\d{1,2}:\d\d\b")
_ADDRESS = re.compile(r"[^\s<>@]@[^\s<>@]")


class HeaderBlock(msgspec.Struct, frozen=True, kw_only=True):
    start: int
    end: int
    """The line behind the block and the blank line that ends it."""
    sender: Address
    subject: str
    date: datetime | None
    date_text: str
    is_quoted: bool


class _Line(msgspec.Struct):
    kind: str
    value: str


def says_forwarded(line: str) -> bool:
    """Whether a line, drawn or short, says "forwarded message" and nothing else."""
    text = line.strip(" \t>*-_=—―─·:：")
    return (0 < len(text) <= 60 and line.count("-") + line.count("_") + line.count("—") >= 4 and _says(text)) or (
        0 < len(text) <= 40 and line.rstrip(" *").endswith((":", "：")) and _says(text)
    )


def _says(text: str) -> bool:
    return _FORWARDED.search(text) is not None


def is_marker(line: str) -> bool:
    """Whether a line is drawn: dashes, underscores or the like, perhaps with words between them."""
    return len(line) <= 200 and _MARKER.match(line) is not None


def find_block(lines: list[str], at: int) -> HeaderBlock | None:
    """The first block that begins at ``at`` or below, and names a writer and a date or a subject."""
    read: dict[int, _Line | None] = {}

    def labelled(place: int) -> _Line | None:
        if place not in read:
            read[place] = _labelled(lines[place]) if place < len(lines) else None
        return read[place]

    for start in range(at, len(lines)):
        line = labelled(start)
        begins = line is not None and (line.kind or _ADDRESS.search(line.value))
        if begins and (block := _block(lines, start, labelled)) is not None:
            return block
    return None


def _block(lines: list[str], start: int, labelled: Callable[[int], _Line | None]) -> HeaderBlock | None:
    read: list[_Line] = []
    last = start
    for at in range(start, min(len(lines), start + MAX_LINES)):
        line = labelled(at)
        if line is not None and line.kind == "raw":
            return None
        if line is not None and line.kind not in ("", "to") and any(one.kind == line.kind for one in read):
            break  # a second writer, date or subject: another block, or text
        if line is not None:
            read.append(line)
            last = at
        elif not lines[at].strip(" \t>"):
            if not _goes_on(labelled(at + 1), read):
                break
        elif not read or read[-1].kind != "to" or at - last > 10:
            break
    return _judged(lines, start, last, read)


def _goes_on(following: _Line | None, read: list[_Line]) -> bool:
    """Whether a blank line stands within the block: HTML paragraphs make some. A block with a subject is over."""
    return following is not None and bool(following.kind) and all(one.kind != "subject" for one in read)


def _labelled(line: str) -> _Line | None:
    """``label: value`` with the kind of the label, empty where we do not know it; None where the line is no such."""
    text = line.lstrip(" \t>*_")[: _LONGEST_VALUE + _LONGEST_LABEL]
    places = [
        place for place in (text.find(":", 0, _LONGEST_LABEL + 4), text.find("：", 0, _LONGEST_LABEL + 4)) if place > 0
    ]
    if not places:
        return None
    name = text[: min(places)].strip(" \t*_\xa0").casefold()
    value = text[min(places) + 1 :].strip(" \t*_\xa0")
    is_label = name and name[0].isalpha() and not any(sign.isdigit() or sign in "<>@/,;。，" for sign in name)
    if not is_label or value.startswith("//"):
        return None
    kind = "raw" if _RAW.match(name) else _KINDS.get(" ".join(name.split()), "")
    return _Line(kind, value) if kind or value else None


def _judged(lines: list[str], start: int, last: int, read: list[_Line]) -> HeaderBlock | None:
    writer = next((one for one in read if one.kind == "from"), None)
    if writer is None:
        writer = next((one for one in read[:2] if not one.kind and _ADDRESS.search(one.value)), None)
    dated = next((one for one in read if one.kind == "date"), None)
    if dated is None:
        dated = next((one for one in read if not one.kind and one is not writer and _DATED.search(one.value)), None)
    about = next((one for one in read if one.kind == "subject"), None)
    if writer is None or not writer.value or len(read) < _FEWEST - bool(writer.kind and (dated or about)):
        return None
    if about is None and (dated is None or not _DATED.search(dated.value)):
        return None
    if not writer.kind and dated is None:
        return None
    if about is None:
        others = (one for one in reversed(read) if not one.kind and one not in (writer, dated))
        about = next((one for one in others if not _ADDRESS.search(one.value)), None)
    end = last + 1
    while end < len(lines) and end - last <= 2 and not lines[end].strip(" \t>"):
        end += 1
    when = dated.value if dated else ""
    return HeaderBlock(
        start=start,
        end=end,
        sender=_writer(writer.value),
        subject=one_line(tidy_label(about.value), 998) if about else "",
        date=_instant(when),
        date_text=one_line(when, 100),
        is_quoted=lines[start].lstrip().startswith(">"),
    )


def _writer(value: str) -> Address:
    text = value[:500].replace("[mailto:", "<").replace("(mailto:", "<").replace("]", ">").rstrip(" ;；,")
    found = addresses(text.encode("utf-8", "replace"))
    if found and found[0].is_reachable:
        return found[0]
    return Address(tidy_label(value)[:200], "")


def _instant(text: str) -> datetime | None:
    """The instant of a date that names its zone as numbers or as UTC; dates for people mostly do not."""
    has_zone = re.search(r"[+-]\d{4}\b|\b(?:GMT|UTC)\b", text[:100])
    return instant(text[:100].encode("ascii", "ignore")) if has_zone else None
