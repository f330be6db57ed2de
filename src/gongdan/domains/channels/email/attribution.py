"""How mail programs introduce what they quote: separators, header blocks, "… wrote:" lines, in many languages.

Every function looks at lines of text and says where a quote begins; none decides what to keep (see ``quotes``).
Punctuation is read as ASCII or full-width alike.
"""

import re

MARKER = "##- 请在此行上方回复 / reply above this line -##"
"""Stands in every mail that we send: the one sign of a quote that we control."""

_OWN_MARKER = re.compile(r"##-\s*(?:请在此行上方回复|reply above this line)", re.I)

_TITLE = re.compile(
    r"原始邮件|邮件原件|原邮件|原信件|原始信件|原始郵件|原郵件|回复的原邮件|回复邮件|转发邮件信息|转发邮件|转发的邮件|被转发邮件"
    r"|轉寄郵件|轉寄的郵件|元のメッセージ|転送メッセージ"
    r"|original(?: (?:message|appointment|mail|e-?mail))?|forwarded (?:message|by .{1,60})|reply message"
    r"|urspr[üu]ngliche (?:nachricht|mail)|originalnachricht|weitergeleitete nachricht"
    r"|message (?:d'origine|original|originale|transféré)|mensaje original|mensagem original|messaggio originale"
    r"|oorspronkelijk bericht|doorgestuurd bericht|ursprungligt meddelande|opprinnelig melding|oprindelig meddelelse"
    r"|исходное сообщение|пересылаемое сообщение|wiadomość oryginalna|.{1,200}\b(?:wrote|schrieb)|.{1,200}写道",
    re.I,
)
_BEGUN = re.compile(
    r"(?:begin forwarded message|début du message réexpédié|anfang der weitergeleiteten nachricht"
    r"|下面是被转发的邮件)\s*[:：]",
    re.I,
)
_DRAWN = "-_=—─*"
_GLUED = re.compile(r"\bOn (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*, ")
_RULE = re.compile(r"^[\s>]*[-_=*~—─]{3,}\s*$")

_KINDS = {
    "from": "from|de|von|da|van|från|fra|od|от|отправитель|发件人|寄件者|寄件人|差出人|送信者|发信人",
    "sent": "sent(?: on)?|date|envoyé(?: le)?|gesendet(?: am)?|datum|verzonden|skickat|sendt|inviato"
    "|enviado(?: el| em)?|data|fecha"
    "|wysłano|дата|отправлено|发送时间|发送日期|发件时间|日期|时间|發送時間|寄件日期|傳送時間|送信日時|日時"
    "|message du|dato",
    "to": "to|à|a|an|aan|till|til|para|do|кому|收件人|收件者|收信人|宛先|destinataire",
    "subject": "subject|objet|betreff|onderwerp|ämne|emne|oggetto|asunto|assunto|temat|тема|主题|主\\s*题|主旨"
    "|主題|標題|标题|件名",
    "cc": "cc|bcc|copie à|kopie|kopia|抄送|副本|密送|копия|reply-to|回复|importance|重要性|attachments?|附件",
}
_LABEL = re.compile(
    r"^[\s>|*_]*(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in _KINDS.items()) + r")\s*[*_]{0,2}\s*[:：]",
    re.I,
)
_DATED_OR_ADDRESSED = re.compile(r"@|\d{4}|\d{1,2}[:：.]\d{2}|mailto:", re.I)

_WROTE = re.compile(
    r"\b(?:wrote|writes|schrieb|a écrit|escribió|escribio|escreveu|schreef|ha scritto|napisał(?:\(a\)|a)?|skrev"
    r"|skreiv|napsal(?:\(a\)|a)?"
    r"|написала?|пишет|писал|kirjoitti|yazdı|scrisese|a scris|írta|rašė|skrifaði|kirjutas|έγραψε|geschreven"
    r"|đã viết)\b|写道|寫道|写到|来信|書きました|님이 작성|כתב(?:ה)?",
    re.I,
)
_PARTY_WROTE = re.compile(r"<[^<>\s]+@[^<>\s]+>\s*(?:" + _WROTE.pattern + r")\s*[:：]\s*$", re.I)
_SENT = re.compile(r"\bsent\s*:\s*$", re.I)
_ENDS = re.compile(r"[:：]\s*\*?\s*$")
_BEGINS = re.compile(
    r"^[\s>*]*(?:on\b|am\b|le\b|el\b|em\b|op\b|vào\b|il\b|w dniu\b|dnia\b|den\b|dne\b|den\b|på\b|в\b|at\b|in\b"
    r"|quoting\b|from\b|στις\b|תאריך|ב|2024|20\d\d|19\d\d"
    r"|\d{1,2}[./-]\d|\d{1,2}:\d\d|\d{1,2} \w{3,9}\.? \d|(?:mon|tue|wed|thu|fri|sat|sun)\w*\b|понедельник"
    r"|вторник|сред[ау]|четверг|пятниц|суббот|воскресенье"
    r"|на\b|за\b|在|于|於|星期|周[一二三四五六日]|\d{4}年)",
    re.I,
)
_DATE = re.compile(r"\d{1,2}[:：.h]\d{2}|(?:19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}月\d{1,2}日")
_ADDRESSED = re.compile(r"[<\[(\"]?[^\s<>]+@[^\s<>]+[>\])\"]?\s*[:：]\s*$")
_MAX_LINES = 4
_MAX_LENGTH = 600
"""Characters beyond which a line is prose: none of the rules here looks at it."""


def unglued(lines: list[str]) -> list[str]:
    """``lines`` with an introduction that stands behind the writer's last words moved to a line of its own."""
    apart: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        is_glued = following.startswith(">") and line.rstrip().endswith(" wrote:") and len(line) <= _MAX_LENGTH
        found = _GLUED.search(line) if is_glued else None
        apart += [line[: found.start()].rstrip(" -"), line[found.start() :]] if found and found.start() else [line]
    return apart


def is_own_marker(line: str) -> bool:
    return bool(_OWN_MARKER.search(line))


def is_separator(line: str) -> bool:
    """A dashed title ("-----原始邮件-----", "--- Original Message ---", "Begin forwarded message:")."""
    bare = line.strip(" \t>|")
    if len(bare) > _MAX_LENGTH or len(bare) < 4:
        return False
    is_dashed = set(bare[:2] + bare[-2:]) <= set(_DRAWN)
    return bool((is_dashed and _TITLE.fullmatch(bare.strip(_DRAWN + " :："))) or _BEGUN.fullmatch(bare))


def is_rule(line: str) -> bool:
    """A line drawn with punctuation."""
    return bool(_RULE.match(line))


def header_block(lines: list[str], at: int) -> int:
    """Length in lines of the quoted header block (From, Sent, To, Subject …) that begins at ``at``; 0 where none does.

    Three different labels make one, or two where an address follows "From"; some address, year or time must stand in
    it, so that a writer's own "From: Paris, To: Rome" is none.
    """
    first = _LABEL.match(lines[at]) if len(lines[at]) <= _MAX_LENGTH else None
    if not first or first.lastgroup not in ("from", "sent", "subject", "to"):
        return 0
    kinds: set[str] = set()
    end = at
    for index in range(at, min(at + 14, len(lines))):
        label = _LABEL.match(lines[index])
        if label and label.lastgroup:
            kinds.add(label.lastgroup)
            end = index
        elif index > end + 2 or (not lines[index].strip() and len(kinds) >= 3):
            break
    block = "\n".join(lines[at : end + 1])
    enough = len(kinds) >= 3 or (
        len(kinds) == 2 and "@" in block and (first.lastgroup == "from" or bool(_DATE.search(block)))
    )
    return end - at + 1 if enough and _DATED_OR_ADDRESSED.search(block) else 0


def attribution(lines: list[str], at: int) -> int:
    """Length in lines of the "On …, … wrote:" that begins at ``at`` and may be wrapped; 0 where none does."""
    joined, taken = "", 0
    for index in range(at, min(at + 2 * _MAX_LINES, len(lines))):
        line = lines[index][: _MAX_LENGTH + 1].strip(" >*")
        if not line:
            # Only one program leaves a blank line here: between the name and its "<".
            if taken and index + 1 < len(lines) and lines[index + 1].lstrip().startswith("<"):
                continue
            return 0
        joined, taken = f"{joined} {line}".strip(), taken + 1
        if taken > _MAX_LINES or len(joined) > _MAX_LENGTH:
            return 0
        if _ENDS.search(joined) and _introduces(joined):
            return index - at + 1
        if taken == 1 and not _BEGINS.match(joined) and "<" not in joined:
            return 0
    return 0


def _introduces(line: str) -> bool:
    dated, begins = bool(_DATE.search(line)), bool(_BEGINS.match(line))
    if _WROTE.search(line):
        return (begins and (dated or "@" in line)) or (dated and "<" in line) or bool(_PARTY_WROTE.search(line))
    if _SENT.search(line):
        return begins and dated and "@" in line
    return begins and dated and bool(_ADDRESSED.search(line))
